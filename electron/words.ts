/** What the system shows for us, outside the page: English, French. */
const WORDS = {
  file: ['File', 'Fichier'],
  edit: ['Edit', 'Édition'],
  view: ['View', 'Affichage'],
  window: ['Window', 'Fenêtre'],
  newWindow: ['New window', 'Nouvelle fenêtre'],
  lock: ['Lock', 'Verrouiller'],
  files: ['Files', 'Fichiers'],
  workRuns: ['Work is still in progress.', 'Un travail est encore en cours.'],
  closingCancels: [
    'Closing cancels it. What was saved stays saved.',
    'Fermer l’annule. Ce qui a été enregistré le reste.',
  ],
  keepOpen: ['Keep open', 'Laisser ouvert'],
  close: ['Cancel the work and close', 'Annuler le travail et fermer'],
  notAnswering: ['This window is not answering.', 'Cette fenêtre ne répond pas.'],
  nothingLost: [
    'What was saved stays saved. Reloading starts the window again.',
    'Ce qui a été enregistré le reste. Recharger relance la fenêtre.',
  ],
  wait: ['Wait', 'Attendre'],
  reload: ['Reload', 'Recharger'],
} as const satisfies Record<string, readonly [english: string, french: string]>;

export type Words = (name: keyof typeof WORDS) => string;

/** The words for a locale of the system, such as `fr-CA`; English where there is no translation. */
export function wordsFor(locale: string): Words {
  const language = /^fr\b/i.test(locale) ? 1 : 0;
  return (name) => WORDS[name][language];
}
