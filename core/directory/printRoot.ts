import { rootShareSheets, rootSheet } from '../../domain/documents/keySheets.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { fingerprintDigits } from '../../domain/exchange/fingerprintDigits.ts';
import { ROOT_FORM, SHARE_FORM } from '../../domain/vault/shares.ts';
import { keyGroups, writeKey } from '../../domain/vault/typedKey.ts';
import { setKeySheets, squareSvg } from '../documents/keySheets.ts';
import { writeOutput } from '../files/writeOutput.ts';
import type { Work } from '../jobs/work.ts';
import { listRecords } from '../records/listRecords.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import { splitSecret } from '../vault/shares.ts';
import { dayOf } from './bounds.ts';
import { notePrinted, waitingRoot } from './root.ts';

export interface RootOrder {
  readonly what: 'sheet' | 'shares';
  /** A PDF that is not there yet. */
  readonly file: string;
  readonly language: 'en' | 'fr';
  readonly paper: 'a4' | 'us-letter';
}

/**
 * Prints the root that waits here, whole or as three shares. It goes into the PDF and nowhere else: not into the journal,
 * a log or an error. Throws `directory.rootGone`, `print.failed`, and what `writeOutput` throws.
 */
export async function printRoot(work: Work, session: Session, order: RootOrder) {
  const { vault, surroundings } = session;
  const { what, file, language, paper } = order;
  const root = waitingRoot(vault);
  if (root === undefined) throw new AmberdeskError('directory.rootGone');
  work.progress(0, 1, 'print.setting');
  const [network] = listRecords(vault, { kind: 'network', limit: 1 });
  const request = {
    network: network?.title ?? '',
    digits: fingerprintDigits(root.id),
    date: dayOf(surroundings.now()),
    language,
  };
  const printed = (form: typeof ROOT_FORM, key: string) => ({ groups: keyGroups(form, key), svg: squareSvg(key) });
  const sheets =
    what === 'sheet'
      ? rootSheet(printed(ROOT_FORM, writeKey(ROOT_FORM, root.seed)), request)
      : rootShareSheets(
          (await splitSecret('root', root.seed, surroundings)).map((share) => printed(SHARE_FORM, share)),
          request,
        );
  const { pdf, pages } = setKeySheets(sheets, paper);
  work.check();
  writeOutput(file, pdf, surroundings);
  notePrinted(vault);
  appendJournal(vault, surroundings.now(), 'rootPrinted', { what });
  work.progress(1, 1, 'print.done');
  return { pages, bytes: pdf.length };
}
