import { timingSafeEqual } from 'node:crypto';
import { basename } from 'node:path';
import { recoveryShareSheets } from '../../domain/documents/keySheets.ts';
import { recoverySheet, wrappedKey } from '../../domain/documents/recoverySheet.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { RECOVERY_FORM } from '../../domain/vault/recoveryKey.ts';
import { SHARE_FORM } from '../../domain/vault/shares.ts';
import { bytesOfKey, keyGroups } from '../../domain/vault/typedKey.ts';
import { setKeySheets, squareSvg } from '../documents/keySheets.ts';
import { writeOutput } from '../files/writeOutput.ts';
import type { Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { appendJournal } from './journal.ts';
import { unwrapFromSheet } from './keys.ts';
import type { RecoverySheet } from './recovery.ts';
import { splitSecret } from './shares.ts';
import type { Vault } from './vault.ts';

export interface RecoveryOrder {
  readonly recovery: RecoverySheet;
  /** A PDF that is not there yet. */
  readonly file: string;
  readonly language: 'en' | 'fr';
  readonly paper: 'a4' | 'us-letter';
  /** Three sheets of shares, any two of which open the vault, instead of the one. */
  readonly shares?: boolean | undefined;
}

/**
 * Prints the recovery sheet of the open vault. The key goes into the PDF and nowhere else: not into the journal, a log or
 * an error. Throws `vault.recovery` when it would not open this vault, `print.failed`, and what `writeOutput` throws.
 */
export async function printRecoverySheet(work: Work, session: Session, order: RecoveryOrder) {
  const { vault, surroundings } = session;
  const { recovery, file, paper } = order;
  await requireOwn(vault, recovery);
  work.check();
  work.progress(0, 1, 'print.setting');
  const sheets = order.shares === true ? await sharesOf(session, order) : sheetOf(session, order);
  const { pdf, pages } = setKeySheets(sheets, paper);
  work.check();
  writeOutput(file, pdf, surroundings);
  appendJournal(vault, surroundings.now(), 'recoverySheetPrinted', { shares: order.shares === true });
  work.progress(1, 1, 'print.done');
  return { pages, bytes: pdf.length };
}

const dayOf = ({ surroundings }: Session) => new Date(surroundings.now()).toISOString().slice(0, 10);

function sheetOf(session: Session, { recovery, language }: RecoveryOrder) {
  const { vault } = session;
  const { groups, wrapped, identity } = recovery;
  const where = { holder: vault.installation, vault: basename(vault.folder), date: dayOf(session) };
  return recoverySheet({ groups, svg: squareSvg(identity), wrapped, ...where, language });
}

async function sharesOf(session: Session, { recovery, language }: RecoveryOrder) {
  const { vault, surroundings } = session;
  const secret = bytesOfKey(RECOVERY_FORM, recovery.identity);
  if (secret === undefined) throw new AmberdeskError('vault.recovery');
  const shares = await splitSecret('recovery', secret, surroundings);
  const { name, organisationName } = vault.installation;
  return recoveryShareSheets(
    shares.map((share) => ({ groups: keyGroups(SHARE_FORM, share), svg: squareSvg(share) })),
    {
      holder: `${name}, ${organisationName}`,
      vault: basename(vault.folder),
      wrapped: wrappedKey(recovery.wrapped, language),
      date: dayOf(session),
      language,
    },
  );
}

/** Throws `vault.recovery` unless the sheet says what opens this vault. */
async function requireOwn(vault: Vault, { identity, groups, wrapped }: RecoverySheet): Promise<void> {
  const key = await unwrapFromSheet(wrapped, identity);
  const fits = key.length === vault.key.length && timingSafeEqual(key, vault.key);
  key.fill(0);
  if (!fits || groups.join('') !== identity) throw new AmberdeskError('vault.recovery');
}
