import { timingSafeEqual } from 'node:crypto';
import { basename } from 'node:path';
import { type RecoverySheetPage, recoverySheet } from '../../domain/documents/recoverySheet.ts';
import { AmberdeskError, hasCode } from '../../domain/errors.ts';
import { asJson } from '../../domain/records/revision.ts';
import { documentFonts } from '../documents/fonts.ts';
import { setGlyphs } from '../documents/glyphs.ts';
import { typeset } from '../documents/typst.ts';
import { writeOutput } from '../files/writeOutput.ts';
import type { Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { appendJournal } from './journal.ts';
import { unwrapFromSheet } from './keys.ts';
import type { RecoverySheet } from './recovery.ts';
import type { Vault } from './vault.ts';

export interface RecoveryOrder {
  readonly recovery: RecoverySheet;
  /** A PDF that is not there yet. */
  readonly file: string;
  readonly language: 'en' | 'fr';
  readonly paper: 'a4' | 'us-letter';
}

/**
 * Prints the recovery sheet of the open vault. The key goes into the PDF and nowhere else: not into the journal, a log or
 * an error. Throws `vault.recovery` when it would not open this vault, `print.failed`, and what `writeOutput` throws.
 */
export async function printRecoverySheet(work: Work, session: Session, order: RecoveryOrder) {
  const { vault, surroundings } = session;
  const { recovery, file, language, paper } = order;
  await requireOwn(vault, recovery);
  work.check();
  work.progress(0, 1, 'print.setting');
  const page = recoverySheet({
    groups: recovery.groups,
    wrapped: recovery.wrapped,
    holder: vault.installation,
    vault: basename(vault.folder),
    date: new Date(surroundings.now()).toISOString().slice(0, 10),
    language,
  });
  const { pdf, pages } = set(page, paper);
  work.check();
  writeOutput(file, pdf, surroundings);
  appendJournal(vault, surroundings.now(), 'recoverySheetPrinted', {});
  work.progress(1, 1, 'print.done');
  return { pages, bytes: pdf.length };
}

/** Throws `vault.recovery` unless the sheet says what opens this vault. */
async function requireOwn(vault: Vault, { identity, groups, wrapped }: RecoverySheet): Promise<void> {
  const key = await unwrapFromSheet(wrapped, identity);
  const fits = key.length === vault.key.length && timingSafeEqual(key, vault.key);
  key.fill(0);
  if (!fits || groups.join('') !== identity) throw new AmberdeskError('vault.recovery');
}

function set(page: RecoverySheetPage, paper: RecoveryOrder['paper']) {
  try {
    const { value } = setGlyphs(asJson(page), documentFonts());
    return typeset('recovery', value, { paper }, 'ua-1');
  } catch (error) {
    // What the compiler says may quote what it was given.
    throw hasCode(error, 'print.failed') ? new AmberdeskError('print.failed') : error;
  }
}
