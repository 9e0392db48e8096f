import type { PrintLanguage } from './printRequest.ts';

/** The fixed words of the chair's running order and of the annotated agenda. */
export interface RunningOrderWords {
  readonly title: string;
  readonly running: (day: string) => string;
  readonly annotated: string;
  readonly forChairs: string;
  readonly marked: (label: string) => string;
  readonly columns: readonly [string, string, string, string];
  readonly annotatedColumns: readonly [string, string, string, string];
  readonly before: string;
  readonly after: Readonly<Record<'closed' | 'open', string>>;
  readonly act: string;
  readonly late: string;
  readonly asked: string;
  readonly lead: string;
  readonly papers: string;
  readonly boardIsAsked: string;
  /** Minutes that the items take, of those that the session has. */
  readonly budget: (planned: number, session: number) => string;
}

const NBSP = '\u00a0';

const WORDS: Readonly<Record<PrintLanguage, RunningOrderWords>> = {
  en: {
    title: 'Running order',
    running: (day) => `Running order, ${day}`,
    annotated: 'Annotated agenda',
    forChairs: 'For the Chair and Co-Chair',
    marked: (label) => `Marked ${label}.`,
    columns: ['Clock', 'Item, words to say, actions', 'Min', 'Actual'],
    annotatedColumns: ['Clock', 'Item, purpose, decision asked for', 'Min', 'End'],
    before: 'Before the session',
    after: { open: 'Close of the open session', closed: 'Close of the closed session' },
    act: 'Do',
    late: 'Late',
    asked: 'For',
    lead: 'Lead',
    papers: 'Papers',
    boardIsAsked: 'Asked',
    budget: (planned, session) => `${planned} of ${session}${NBSP}min planned`,
  },
  fr: {
    title: 'Déroulé de séance',
    running: (day) => `Déroulé, ${day}`,
    annotated: 'Ordre du jour annoté',
    forChairs: 'Pour la présidence et la coprésidence',
    marked: (label) => `Marque${NBSP}: ${label}.`,
    columns: ['Heure', 'Point, paroles, gestes', 'Min', 'Réel'],
    annotatedColumns: ['Heure', 'Point, but, décision attendue', 'Min', 'Fin'],
    before: 'Avant la séance',
    after: { open: 'Clôture de la séance ouverte', closed: 'Clôture de la séance à huis clos' },
    act: 'Faire',
    late: 'Retard',
    asked: 'But',
    lead: 'Conduite',
    papers: 'Doc.',
    boardIsAsked: 'Invité',
    budget: (planned, session) => `${planned} min prévues sur ${session}`,
  },
};

export function runningOrderWords(language: PrintLanguage): RunningOrderWords {
  return WORDS[language];
}
