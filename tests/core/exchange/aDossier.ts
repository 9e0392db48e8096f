import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import type { Preview } from '../../../core/exchange/preview.ts';
import type { BundleKeys } from '../../../core/exchange/stageBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, attach, type Desk, seal } from './aNetwork.ts';

/** A network whose Secretariat has sealed a paper with an attachment for Tavania. */
export async function aDossier(): Promise<Awaited<ReturnType<typeof aNetwork>> & { paper: RecordId; file: string }> {
  const desks = await aNetwork();
  const paper = aPaper(desks.secretariat, 'Water in the valley');
  await attach(desks.secretariat, paper);
  const { file } = await seal(desks.secretariat, [desks.tavania]);
  return { ...desks, paper, file };
}

/** Opens a bundle at a desk, as far as its preview. */
export function open(desk: Desk, file: string, keys: BundleKeys = {}): Promise<Preview> {
  return openBundle(unwatched, desk.session, file, keys);
}

/** These bytes as a file that somebody handed over. */
export function aFile(bytes: Uint8Array): string {
  const file = join(aFolder(), 'Some.amber');
  writeFileSync(file, bytes);
  return file;
}
