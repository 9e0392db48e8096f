import { type OutlineSection, section } from './section.ts';

/** Papers that speak for somebody, or to somebody: briefs, inputs, positions, notes, and what is said in the open session. */
export const BRIEF_OUTLINES: Readonly<Record<string, readonly OutlineSection[]>> = {
  policyBrief: [
    section(
      'policyBrief.issue',
      ['The issue', 'L’enjeu'],
      ['What is at stake, for whom, and why now?', 'Qu’est-ce qui est en jeu, pour qui, et pourquoi maintenant\u00a0?'],
    ),
    section(
      'policyBrief.evidence',
      ['What is known', 'Ce que l’on sait'],
      [
        'Which two or three findings carry the argument, and how sure are they?',
        'Quels deux ou trois constats portent l’argument, et avec quelle certitude\u00a0?',
      ],
    ),
    section(
      'policyBrief.options',
      ['Options', 'Options'],
      ['Which choices are there, and what does each cost?', 'Quels choix existent, et que coûte chacun\u00a0?'],
    ),
    section(
      'policyBrief.advice',
      ['What is advised', 'Ce qui est conseillé'],
      ['Who should do what until when?', 'Qui devrait faire quoi, et pour quand\u00a0?'],
    ),
  ],
  csoInput: [
    section(
      'csoInput.who',
      ['Who is speaking', 'Qui s’exprime'],
      [
        'For whom does the organisation speak, and how does it know what it says?',
        'Au nom de qui l’organisation s’exprime-t-elle, et d’où tient-elle ce qu’elle avance\u00a0?',
      ],
    ),
    section(
      'csoInput.observations',
      ['What has been seen', 'Ce qui a été observé'],
      [
        'What was seen, where and when, and may it be passed on?',
        'Qu’a-t-on vu, où et quand, et peut-on le transmettre\u00a0?',
      ],
    ),
    section(
      'csoInput.asks',
      ['What is asked of members', 'Ce qui est demandé aux membres'],
      [
        'Which act by which government would protect people first?',
        'Quel acte de quel gouvernement protégerait en premier lieu la population\u00a0?',
      ],
    ),
  ],
  nationalPosition: [
    section(
      'nationalPosition.position',
      ['Position', 'Position'],
      [
        'What does the government hold, in words that may be said in the room?',
        'Que soutient le gouvernement, en des termes que l’on peut prononcer en séance\u00a0?',
      ],
    ),
    section(
      'nationalPosition.assets',
      ['Assets', 'Moyens'],
      [
        'Which assets exist, what can they do, and when are they available?',
        'Quels moyens existent, de quelle capacité, et quand sont-ils disponibles\u00a0?',
      ],
    ),
    section(
      'nationalPosition.limits',
      ['Limits', 'Limites'],
      [
        'What can the government not agree to, and what would it need at home in order to?',
        'Que le gouvernement ne peut-il accepter, et que lui faudrait-il sur le plan interne pour le faire\u00a0?',
      ],
    ),
    section(
      'nationalPosition.asks',
      ['What is asked of others', 'Ce qui est demandé aux autres'],
      ['What should other members bring?', 'Que devraient apporter les autres membres\u00a0?'],
    ),
  ],
  openBriefing: [
    section(
      'openBriefing.work',
      ['What the Board is working on', 'Ce à quoi travaille le Conseil'],
      [
        'Which subjects of this meeting may be told to those who are invited?',
        'Quels sujets de cette réunion peuvent être exposés aux invités\u00a0?',
      ],
    ),
    section(
      'openBriefing.lines',
      ['Agreed public lines', 'Lignes publiques arrêtées'],
      [
        'What is the agreed line on each country and theme that is named here?',
        'Quelle est la ligne arrêtée sur chaque pays et chaque thème nommé ici\u00a0?',
      ],
    ),
    section(
      'openBriefing.asks',
      ['What the Board would like to hear', 'Ce que le Conseil souhaite entendre'],
      [
        'On which questions are those present asked for what they know?',
        'Sur quelles questions demande-t-on aux personnes présentes ce qu’elles savent\u00a0?',
      ],
    ),
    section(
      'openBriefing.after',
      ['What becomes of it', 'Les suites'],
      [
        'How is what they say used, and how are those protected who say it?',
        'Quel usage fait-on de leurs propos, et comment protège-t-on ceux qui les tiennent\u00a0?',
      ],
    ),
  ],
  note: [
    section(
      'note.purpose',
      ['Purpose', 'Objet'],
      ['What should the reader do once the note is read?', 'Que doit faire le lecteur après avoir lu la note\u00a0?'],
    ),
    section(
      'note.background',
      ['Background', 'Contexte'],
      ['What must be known, and nothing more?', 'Que faut-il savoir, et rien de plus\u00a0?'],
    ),
    section(
      'note.next',
      ['Next steps', 'Prochaines étapes'],
      ['Who does what until when?', 'Qui fait quoi, et pour quand\u00a0?'],
    ),
  ],
  annex: [
    section(
      'annex.subject',
      ['What this annex shows', 'Ce que montre cette annexe'],
      ['Which statement of the paper does it support?', 'Quelle affirmation du document vient-elle étayer\u00a0?'],
    ),
    section(
      'annex.sources',
      ['Sources', 'Sources'],
      [
        'Where does it come from, of which date, and how reliable is it?',
        'D’où cela vient-il, de quelle date, et avec quelle fiabilité\u00a0?',
      ],
    ),
  ],
};
