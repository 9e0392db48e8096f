import { type OutlineSection, section } from './section.ts';

/** What the board takes up at each meeting: one country in depth, the others, the economy, accountability, research (¶5–9). */
export const REVIEW_OUTLINES: Readonly<Record<string, readonly OutlineSection[]>> = {
  deepDive: [
    section(
      'deepDive.summary',
      ['Summary', 'Résumé'],
      [
        'What must a representative know who reads nothing else, and what is the Board asked to decide?',
        'Que doit savoir un représentant qui ne lit rien d’autre, et que demande-t-on au Conseil de décider\u00a0?',
      ],
    ),
    section(
      'deepDive.ground',
      ['Reporting from the ground', 'Informations venues du terrain'],
      [
        'What do sources on the ground report, from where and since when, and how sure is each of them?',
        'Que rapportent les sources sur place, d’où et depuis quand, et quel crédit mérite chacune\u00a0?',
      ],
    ),
    section(
      'deepDive.openSource',
      ['Open-source communications', 'Communications en sources ouvertes'],
      [
        'Which public messages single out a group, who spreads them, and how far do they reach?',
        'Quels messages publics visent un groupe, qui les diffuse et jusqu’où portent-ils\u00a0?',
      ],
    ),
    section(
      'deepDive.contributing',
      ['Factors that contribute', 'Facteurs qui favorisent les atrocités'],
      [
        'Which political, social and cultural factors make atrocities more likely here?',
        'Quels facteurs politiques, sociaux et culturels les rendent ici plus probables\u00a0?',
      ],
    ),
    section(
      'deepDive.inhibiting',
      ['Factors that inhibit', 'Facteurs qui les freinent'],
      [
        'Which factors hold violence back, and what would weaken them?',
        'Quels facteurs retiennent la violence, et qu’est-ce qui les affaiblirait\u00a0?',
      ],
    ),
    section(
      'deepDive.preventers',
      ['Who can prevent', 'Qui peut prévenir'],
      [
        'Which persons and organisations in the country and in the region can still hold it back, and by what means?',
        'Quelles personnes et organisations du pays et de la région peuvent encore l’empêcher, et par quels moyens\u00a0?',
      ],
    ),
    section(
      'deepDive.protecting',
      ['How to protect and empower them', 'Comment les protéger et renforcer leur action'],
      [
        'What endangers them, what would protect them, and what would add to what they can do?',
        'Qu’est-ce qui les met en danger, qu’est-ce qui les protégerait, et qu’est-ce qui accroîtrait leurs moyens\u00a0?',
      ],
    ),
    section(
      'deepDive.options',
      ['Options', 'Options'],
      [
        'What could members do, with which assets and by when, and what could go wrong with each option?',
        'Que pourraient faire les membres, avec quels moyens et dans quel délai, et quels sont les risques de chaque option\u00a0?',
      ],
    ),
  ],
  update: [
    section(
      'update.changes',
      ['What has changed', 'Ce qui a changé'],
      [
        'What is different since the Board last took up this situation, and how is it known?',
        'Qu’est-ce qui a changé depuis le dernier examen de cette situation par le Conseil, et comment le sait-on\u00a0?',
      ],
    ),
    section(
      'update.impact',
      ['Impact of interventions', 'Effet des interventions'],
      [
        'What did members, and those on whom they have influence, do, and what came of it for those under threat?',
        'Qu’ont fait les membres, et ceux sur qui ils ont de l’influence, et quel effet pour les populations menacées\u00a0?',
      ],
    ),
    section(
      'update.harm',
      ['Unintended effects', 'Effets non voulus'],
      [
        'Did keeping a useful programme going hold back a warning, or shield those who do harm?',
        'Le maintien d’un programme utile a-t-il retenu une alerte, ou protégé ceux qui nuisent\u00a0?',
      ],
    ),
    section(
      'update.lessons',
      ['Lessons', 'Enseignements'],
      [
        'Which lesson of an earlier situation bears on this one, and what follows from it now?',
        'Quel enseignement d’une situation passée vaut pour celle-ci, et qu’en tirer maintenant\u00a0?',
      ],
    ),
    section(
      'update.outlook',
      ['Outlook', 'Perspectives'],
      [
        'What may happen before the next meeting, and by which sign would it be seen?',
        'Que peut-il se passer avant la prochaine réunion, et à quel signe le verrait-on\u00a0?',
      ],
    ),
  ],
  economicReview: [
    section(
      'economicReview.actors',
      ['Economic actors', 'Acteurs économiques'],
      [
        'Which companies, goods and flows of money sustain those who commit atrocities, and how is it known?',
        'Quelles entreprises, quels biens et quels flux financiers soutiennent les auteurs d’atrocités, et comment le sait-on\u00a0?',
      ],
    ),
    section(
      'economicReview.measures',
      ['Measures in force', 'Mesures en vigueur'],
      [
        'Which sanctions, rules for suppliers and voluntary schemes apply, whose are they, and since when?',
        'Quelles sanctions, règles applicables aux fournisseurs et initiatives volontaires s’appliquent, de qui et depuis quand\u00a0?',
      ],
    ),
    section(
      'economicReview.effect',
      ['How they have worked', 'Leurs résultats'],
      [
        'What did each measure change in what these actors do, and how was it got round?',
        'Qu’est-ce que chaque mesure a changé dans la conduite de ces acteurs, et comment a-t-elle été contournée\u00a0?',
      ],
    ),
    section(
      'economicReview.improving',
      ['How they can be improved', 'Comment les améliorer'],
      [
        'Which change, by whom, would make them prevent more and harm those under threat less?',
        'Quelle modification, par qui, les rendrait plus préventives et moins dommageables aux populations menacées\u00a0?',
      ],
    ),
  ],
  accountabilityReview: [
    section(
      'accountabilityReview.truth',
      ['Establishing the truth', 'Établissement de la vérité'],
      [
        'Who is establishing what happened, under which mandate, and how far have they come?',
        'Qui établit les faits, en vertu de quel mandat, et où en est-on\u00a0?',
      ],
    ),
    section(
      'accountabilityReview.prosecution',
      ['Prosecution', 'Poursuites'],
      [
        'Which courts have opened which cases, and what stands in their way?',
        'Quelles juridictions ont ouvert quelles affaires, et qu’est-ce qui y fait obstacle\u00a0?',
      ],
    ),
    section(
      'accountabilityReview.reparation',
      ['Reparation', 'Réparation'],
      [
        'What have victims received, what was promised, and who was left out?',
        'Qu’ont reçu les victimes, que leur a-t-on promis, et qui a été oublié\u00a0?',
      ],
    ),
    section(
      'accountabilityReview.reform',
      ['Reform of the security sector', 'Réforme du secteur de la sécurité'],
      [
        'What has been reformed, who was removed from office, and who still serves?',
        'Qu’est-ce qui a été réformé, qui a été écarté par lustration et qui reste en fonction\u00a0?',
      ],
    ),
    section(
      'accountabilityReview.holdings',
      ['Holdings', 'Fonds documentaires'],
      [
        'Which documents, digital files and testimony are gathered, verified and analysed, who keeps them, and are they safe?',
        'Quels documents, fichiers et témoignages sont recueillis, vérifiés et analysés, qui les conserve, et sont-ils à l’abri\u00a0?',
      ],
    ),
    section(
      'accountabilityReview.country',
      ['Effect on the country', 'Effet sur le pays'],
      [
        'What have these efforts changed in the country concerned?',
        'Qu’est-ce que ces efforts ont changé dans le pays concerné\u00a0?',
      ],
    ),
    section(
      'accountabilityReview.neighbours',
      ['Effect on neighbours', 'Effet sur les pays voisins'],
      [
        'Do those who might follow elsewhere in the region take note, and how does it show?',
        'Ceux qui pourraient agir de même dans la région en tiennent-ils compte, et à quoi le voit-on\u00a0?',
      ],
    ),
  ],
  researchPaper: [
    section(
      'researchPaper.question',
      ['Question', 'Question'],
      [
        'What did the Board want to know, and which decision waits for the answer?',
        'Que voulait savoir le Conseil, et quelle décision attend la réponse\u00a0?',
      ],
    ),
    section(
      'researchPaper.method',
      ['Method and sources', 'Méthode et sources'],
      [
        'How was it studied, with which data, and what can these not show?',
        'Comment l’étude a-t-elle été menée, avec quelles données, et que ne peuvent-elles montrer\u00a0?',
      ],
    ),
    section(
      'researchPaper.findings',
      ['What has worked and what has not', 'Ce qui a marché et ce qui n’a pas marché'],
      [
        'Which programmes made a country more resilient, which did not, and how sure is that?',
        'Quels programmes ont rendu un pays plus résilient, lesquels non, et avec quelle certitude\u00a0?',
      ],
    ),
    section(
      'researchPaper.factors',
      ['Structural, operational and systemic factors', 'Facteurs structurels, opérationnels et systémiques'],
      [
        'On which factors did they act, and under which conditions?',
        'Sur quels facteurs ont-ils agi, et dans quelles conditions\u00a0?',
      ],
    ),
    section(
      'researchPaper.consequences',
      ['What follows for members', 'Ce qui en découle pour les membres'],
      [
        'What should members begin, change or stop, and what should be studied next?',
        'Que devraient entreprendre, changer ou cesser les membres, et que faut-il étudier ensuite\u00a0?',
      ],
    ),
  ],
};
