import { admit, foundDirectory } from '../../../core/directory/acts.ts';
import { readDirectory } from '../../../core/directory/chainRows.ts';
import { type Root, waitingRoot } from '../../../core/directory/root.ts';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import type { DirectoryState } from '../../../domain/directory/state.ts';
import type { InstallationId } from '../../../domain/records/ids.ts';
import { ROOT_FORM } from '../../../domain/vault/shares.ts';
import { writeKey } from '../../../domain/vault/typedKey.ts';
import { aNetwork, type Desk, seal } from '../exchange/aNetwork.ts';

export const idOf = (desk: Desk): InstallationId => desk.session.vault.installation.id;

/** The network of `aNetwork` with a directory that names its three desks; its root still waits at the Secretariat. */
export async function aDirectory() {
  const desks = await aNetwork();
  await foundDirectory(desks.secretariat.session, 'classic');
  for (const desk of [desks.tavania, desks.northmark]) {
    await admit(desks.secretariat.session, { installation: idOf(desk) });
  }
  const root = waitingRoot(desks.secretariat.session.vault);
  if (root === undefined) throw new Error('no root');
  return { ...desks, root };
}

export function directoryOf(desk: Desk) {
  const directory = readDirectory(desk.session.vault);
  if (directory === undefined) throw new Error('no directory');
  return directory;
}

export const stateOf = (desk: Desk): DirectoryState => directoryOf(desk).state;

/** The root as typed from its sheet. */
export const typed = ({ seed }: Root): string[] => [writeKey(ROOT_FORM, seed).toLowerCase()];

export const open = (desk: Desk, file: string) => openBundle(unwatched, desk.session, file);

/** Seals, opens and accepts; a bundle without records needs no accepting. */
export async function pass(from: Desk, to: Desk, changes: Parameters<typeof seal>[2] = {}) {
  const preview = await open(to, (await seal(from, [to], changes)).file);
  if (preview.state === 'staged') await acceptBundle(to.session, preview.bundle);
  return preview;
}
