/** What goes wrong where something is adopted. */
export const adoptionSentences = {
  'adoption.notYours': {
    en: 'A member’s answer is given by that member, or by the Secretariat with a word on how the member told it; an adoption is put up by the Secretariat, and written in by it and the chair. Nothing was changed.',
    fr: 'La réponse d’un membre est donnée par ce membre, ou par le Secrétariat en indiquant comment le membre l’a fait savoir ; une adoption est ouverte par le Secrétariat, et lui et la présidence y écrivent. Rien n’a été modifié.',
  },
  'adoption.nothing': {
    en: 'Nothing is put up for adoption yet. Choose what it is. Nothing was changed.',
    fr: 'Rien n’est encore soumis à adoption. Choisissez de quoi il s’agit. Rien n’a été modifié.',
  },
  'adoption.marksDiffer': {
    en: 'What is put up together is handled differently, so there is nobody it could go to as a whole. Put it up one by one. Nothing was changed.',
    fr: 'Ce qui est soumis ensemble ne porte pas les mêmes règles de diffusion : l’ensemble ne pourrait aller à personne. Soumettez-le séparément. Rien n’a été modifié.',
  },
  'adoption.noDeadline': {
    en: 'A silence procedure needs a moment until which members may object, and it lies ahead. Nothing was changed.',
    fr: 'Une procédure d’approbation tacite exige un moment à venir jusqu’auquel les membres peuvent s’opposer. Rien n’a été modifié.',
  },
  'adoption.closed': {
    en: 'A result was recorded here already. It stays as it is, with who recorded it and when. Nothing was changed.',
    fr: 'Une issue est déjà consignée ici. Elle reste telle quelle, avec son auteur et sa date. Rien n’a été modifié.',
  },
  'adoption.stillRunning': {
    en: 'Members may still answer until the deadline, and not all have. Silence is not complete before then. Nothing was changed.',
    fr: 'Les membres peuvent encore répondre jusqu’à l’échéance, et tous ne l’ont pas fait. Le silence n’est pas acquis avant. Rien n’a été modifié.',
  },
  'adoption.silenceBroken': {
    en: 'A member has objected or proposed other words, so the silence is broken. Extend, withdraw, adopt as amended, or record that it was not adopted. Nothing was changed.',
    fr: 'Un membre s’est opposé ou a proposé un autre libellé : le silence est rompu. Prolongez, retirez, adoptez tel qu’amendé, ou consignez que ce n’est pas adopté. Rien n’a été modifié.',
  },
  'adoption.warned': {
    en: 'Something speaks against recording this that was not looked at yet. Read it, then decide. Nothing was changed.',
    fr: 'Un élément qui n’a pas encore été examiné s’oppose à cette consignation. Lisez-le, puis décidez. Rien n’a été modifié.',
  },
  'adoption.wordless': {
    en: 'An objection needs its grounds, an amendment the words that are proposed, a reservation those that are to be recorded, and a question is asked in words. Nothing was changed.',
    fr: 'Une objection exige ses motifs, un amendement le libellé proposé, une réserve celui qui doit être consigné, et une question se pose en toutes lettres. Rien n’a été modifié.',
  },
  'notice.wordless': {
    en: 'A notice says in words what it warns of. Nothing was sealed.',
    fr: 'Un avis urgent dit en toutes lettres de quoi il avertit. Rien n’a été scellé.',
  },
  'notice.membersOnly': {
    en: 'The words of a notice go to members and the Secretariat alone. Choose them as addressees. Nothing was sealed.',
    fr: 'Le texte d’un avis urgent ne va qu’aux membres et au Secrétariat. Choisissez-les comme destinataires. Rien n’a été scellé.',
  },
  'adoption.notAsked': {
    en: 'That organisation is not among the members who are asked here. Nothing was changed.',
    fr: 'Cette organisation ne figure pas parmi les membres consultés ici. Rien n’a été modifié.',
  },
} as const;
