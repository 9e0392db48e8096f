import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { aFolder } from '../../helpers/aVault.ts';
import { runProgram } from '../../helpers/runProgram.ts';
import { aNetwork, aPaper, attach, type Desk, seal } from './aNetwork.ts';

/** A name space in which anybody may mount a disk that nobody else sees and that goes with the program. */
const OWN_MOUNTS = ['unshare', '--user', '--map-root-user', '--mount'];
const canMount = spawnSync('unshare', [...OWN_MOUNTS.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
const SMALL_DISK = new URL('./children/smallDisk.ts', import.meta.url);

async function onSmallDisk(what: 'seal' | 'open', size: string, desk: Desk, bundle = ''): Promise<unknown> {
  const { vault } = desk.session;
  const [folder, key, disk] = [vault.folder, Buffer.from(vault.key).toString('hex'), aFolder('disk ')];
  vault.close();
  const mount = ['sh', '-c', `mount -t tmpfs -o size=${size} tmpfs "$0" && exec "$@"`, disk];
  const program = runProgram(SMALL_DISK, [what, disk, folder, key, bundle], [...OWN_MOUNTS, ...mount]);
  const line = await program.nextLine();
  expect(line, program.errors()).toBeDefined();
  return JSON.parse(line ?? '');
}

it.runIf(canMount)('says that the disk is full when a bundle cannot be written whole, and leaves nothing', async () => {
  const { secretariat, tavania } = await aNetwork();
  await attach(secretariat, aPaper(secretariat, 'Water'), randomBytes(3_000_000));
  await seal(secretariat, [tavania]);
  expect(await onSmallDisk('seal', '1m', secretariat)).toEqual({ code: 'vault.full', unchanged: true });
});

it.runIf(canMount)(
  'says that the disk is full when a bundle does not fit into the vault, and leaves nothing',
  async () => {
    const { secretariat, tavania } = await aNetwork();
    for (const title of ['Water', 'Grain', 'Salt']) {
      await attach(secretariat, aPaper(secretariat, title), randomBytes(2_000_000));
    }
    const { file } = await seal(secretariat, [tavania]);
    expect(await onSmallDisk('open', '4m', tavania, file)).toEqual({ code: 'vault.full', unchanged: true });
  },
);
