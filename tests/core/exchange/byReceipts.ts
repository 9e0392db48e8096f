import { join } from 'node:path';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { type SealOrder, sealSelection } from '../../../core/exchange/sealSelection.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { acknowledge } from '../../../core/receipts/sealWords.ts';
import type { InstallationId } from '../../../domain/records/ids.ts';
import { aFolder } from '../../helpers/aVault.ts';
import type { Desk } from './aNetwork.ts';

export const idOf = ({ session }: Desk): InstallationId => session.vault.installation.id;

/** A name for a bundle that is not there yet. */
export const aFile = (): string => join(aFolder(), 'bundle.amber');

/** Shares everything and seals what the addressees lack of it. */
export async function delta(from: Desk, to: readonly Desk[], changes: Partial<SealOrder> = {}) {
  const file = aFile();
  const sealed = await sealSelection(unwatched, from.session, {
    selection: { of: 'everything' },
    audience: { kind: 'board' },
    addressees: to.map(idOf),
    delta: true,
    purpose: 'supplement',
    file,
    ...changes,
  });
  return { ...sealed, file };
}

/** Opens a bundle and decides nothing. Gives its id. */
export async function received(desk: Desk, file: string): Promise<string> {
  return (await openBundle(unwatched, desk.session, file)).bundle;
}

/** Opens a bundle and accepts what can be taken. */
export async function take(desk: Desk, file: string): Promise<string> {
  const bundle = await received(desk, file);
  await acceptBundle(desk.session, bundle);
  return bundle;
}

/** Sends the receipts that are due, alone, and opens them. */
export async function answerTo(from: Desk, to: Desk): Promise<void> {
  const file = aFile();
  await acknowledge(unwatched, from.session, { to: idOf(to), file });
  await received(to, file);
}
