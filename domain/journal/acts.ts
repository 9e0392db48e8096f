import type { Language } from '../records/fieldNames.ts';
import { directoryActs } from './directoryActs.ts';
import { exchangeActs } from './exchangeActs.ts';
import { inquiryActs } from './inquiryActs.ts';
import { receiptActs } from './receiptActs.ts';
import { replyActs } from './replyActs.ts';
import type { Act, Told } from './told.ts';
import { vaultActs } from './vaultActs.ts';

/**
 * Every act that is written in the journal, with its words in each language. What is not here cannot be written:
 * `appendJournal` takes no other.
 */
export const ACTS = {
  ...vaultActs,
  ...exchangeActs,
  ...directoryActs,
  ...receiptActs,
  ...replyActs,
  ...inquiryActs,
} as const satisfies Readonly<Record<string, Act>>;
export type JournalAct = keyof typeof ACTS;

const isKnown = (act: string): act is JournalAct => Object.hasOwn(ACTS, act);

/** The sentence of a line. An act that a newer version wrote is told by its own word. */
export function sentenceOfAct(act: string, told: Told, language: Language): string {
  if (isKnown(act)) return ACTS[act].says[language](told);
  return language === 'fr' ? `Écrit par une version plus récente : ${act}.` : `Written by a newer version: ${act}.`;
}

/** What an act is called. */
export function nameOfAct(act: string, language: Language): string {
  return isKnown(act) ? ACTS[act].name[language] : act;
}
