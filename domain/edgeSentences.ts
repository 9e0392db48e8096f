/** What goes wrong at the edges of a window: in the open session, and on the way to the clipboard. */
export const edgeSentences = {
  'open.notChosen': {
    en: 'No open session is being shown. It is chosen in its meeting, in a window of the desk.',
    fr: 'Aucune séance ouverte n’est affichée. On la choisit dans sa réunion, depuis une fenêtre du bureau.',
  },
  'open.nobody': {
    en: 'Nobody is invited to the open session yet, so there is nobody to show it to. An organisation is invited on its own page.',
    fr: 'Personne n’est encore invité à la séance ouverte : il n’y a donc personne à qui la montrer. Une organisation est invitée sur sa propre page.',
  },
  'clipboard.refused': {
    en: 'The browser did not let the text into the clipboard. Nothing left; try once more.',
    fr: 'Le navigateur n’a pas laissé le texte entrer dans le presse-papiers. Rien n’est sorti ; essayez encore une fois.',
  },
  'open.unreachable': {
    en: 'This cannot be reached from the open session. Leave it first, when nobody else looks at the screen.',
    fr: 'Ceci est inaccessible depuis la séance ouverte. Quittez-la d’abord, quand personne d’autre ne regarde l’écran.',
  },
  'open.undecided': {
    en: 'A name that is withheld stands in this text, and nobody has decided yet whether it may. That is decided at the desk, where it is printed for the open session; then it is shown.',
    fr: 'Un nom retenu figure dans ce texte, et personne n’a encore décidé s’il peut y rester. Cela se décide au bureau, là où il s’imprime pour la séance ouverte ; il sera alors affiché.',
  },
  'open.none': {
    en: 'This meeting has no session that the invited bodies may see: it must be open, and GREEN or CLEAR.',
    fr: 'Cette réunion n’a aucune séance que les organismes invités puissent voir : elle doit être ouverte, et GREEN ou CLEAR.',
  },
} as const;
