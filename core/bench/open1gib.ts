import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { aGibibyte } from './aGibibyte.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { measureChild, measureShell } from './measureChild.ts';

/**
 * Opening a bundle with a gibibyte of attachments into an encrypted vault and accepting it: decrypted, every digest and
 * signature checked, encrypted again, every file synced. The peer is Debian's `age -d | tar -x` of the same bundle, and
 * `sync` of each of its files. The median of three rounds, each with a vault that has nothing yet, ours and the peer's
 * in turn.
 */
export async function open1Gib(): Promise<BenchResult> {
  const scratch = await aGibibyte();
  try {
    const file = join(scratch.folder, 'dossier.amber');
    await measureChild('seal', scratch.sender, file, ...scratch.receivers.map(({ installation }) => installation));
    const [ours, theirs, memory]: [number[], number[], number[]] = [[], [], []];
    for (const receiver of scratch.receivers) {
      const { milliseconds, rss } = await measureChild('open', receiver, file);
      ours.push(milliseconds / 1000);
      memory.push(rss);
      rmSync(receiver.folder, { recursive: true });
      const unpacked = join(scratch.folder, 'unpacked');
      mkdirSync(unpacked);
      const peer = `age -d -i '${receiver.identityFile}' ../dossier.amber | tar -x && find . -type f -exec sync {} +`;
      theirs.push((await measureShell(peer, unpacked)) / 1000);
      rmSync(unpacked, { recursive: true });
    }
    const [value, peerValue] = [median(ours), median(theirs)];
    return {
      name: 'open-1gib',
      unit: 's',
      value: rounded(value),
      peer: 'age -d | tar -x, with sync',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: 2,
      limitOf: 'ratio',
      rss: Math.ceil(Math.max(...memory)),
    };
  } finally {
    scratch.remove();
  }
}
