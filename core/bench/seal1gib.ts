import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { aGibibyte, ROUNDS } from './aGibibyte.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { measureChild, measureShell } from './measureChild.ts';

/**
 * Sealing a gibibyte of attachments, read from the encrypted vault, into a bundle for three addressees: from the
 * release to the synced and renamed file. The peer is Debian's `tar | age` for the same three on the same files,
 * unencrypted, and `sync` of its file. The median of three rounds, ours and the peer's in turn.
 */
export async function seal1Gib(): Promise<BenchResult> {
  const scratch = await aGibibyte();
  try {
    const recipients = scratch.receivers.map(({ recipient }) => `-r ${recipient}`).join(' ');
    const addressees = scratch.receivers.map(({ installation }) => installation);
    const [ours, theirs, memory]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      const file = join(scratch.folder, `ours-${round}.amber`);
      const { milliseconds, rss } = await measureChild('seal', scratch.sender, file, ...addressees);
      ours.push(milliseconds / 1000);
      memory.push(rss);
      rmSync(file);
      const peer = `tar -C files -c . | age ${recipients} > peer.age && sync peer.age .`;
      theirs.push((await measureShell(peer, scratch.folder)) / 1000);
      rmSync(join(scratch.folder, 'peer.age'));
    }
    const [value, peerValue] = [median(ours), median(theirs)];
    return {
      name: 'seal-1gib',
      unit: 's',
      value: rounded(value),
      peer: 'tar | age, with sync',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: 1.2,
      limitOf: 'ratio',
      rss: Math.ceil(Math.max(...memory)),
    };
  } finally {
    scratch.remove();
  }
}
