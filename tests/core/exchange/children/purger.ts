/**
 * Opens a vault with its raw key and purges a record for good. Says `open` before it begins, `step N` before each step of
 * the cleaning, and `done` when it is over. With a number it kills itself at that step; else it is killed from outside.
 */
import { writeSync } from 'node:fs';
import { realSurroundings } from '../../../../core/context.ts';
import { purgeRecord } from '../../../../core/purge/purgeRecord.ts';
import { openVaultWithKey } from '../../../../core/vault/openVault.ts';
import { RecordId } from '../../../../domain/records/ids.ts';

const [folder = '', key = '', record = '', last = ''] = process.argv.slice(2);
const vault = await openVaultWithKey(folder, Buffer.from(key, 'hex'));
const say = (what: string) => writeSync(1, `${what}\n`);
const session = { vault, surroundings: realSurroundings, announce: () => {} };
const work = {
  check: () => {},
  progress: (step: number) => {
    say(`step ${step}`);
    if (last === String(step)) process.kill(process.pid, 'SIGKILL');
  },
};
say('open');
purgeRecord(work, session, { record: RecordId.parse(record), reason: 'Consent was withdrawn.' });
say('done');
vault.close();
