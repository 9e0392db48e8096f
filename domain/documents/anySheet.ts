import type { DossierSheet } from './dossierSheets.ts';
import type { AgendaSheet, ListSheet, OutcomesSheet, PaperSheet, PlatesSheet, RunningOrderSheet } from './sheets.ts';
import type { SupplementSheet } from './supplementSheets.ts';

/**
 * What a template of `resources/typst` lays out: every word resolved, every time computed, nothing left to look up.
 * A sheet is plain JSON; its strings are text and never markup.
 */
export type Sheet =
  | AgendaSheet
  | PaperSheet
  | ListSheet
  | RunningOrderSheet
  | PlatesSheet
  | OutcomesSheet
  | DossierSheet
  | SupplementSheet;
