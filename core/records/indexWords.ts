import { unwatched, type Work } from '../jobs/work.ts';
import { forgetPending, nextPending, openIndex, pendingWords } from '../library/searchIndex.ts';
import { onDisk } from '../vault/diskErrors.ts';
import type { Vault } from '../vault/vault.ts';
import { entryHere } from './refresh.ts';

/**
 * So many records are put into the index by one transaction, and about so many characters: others that write wait for no
 * longer than that takes. One of them is in memory at a time.
 */
const AT_ONCE = 250;
const CHARACTERS = 1024 * 1024;

/**
 * Puts the words of records into the index that are not there yet, because very many came at once. What is interrupted
 * goes on when it is called again. Gives how many there were. Must not be called inside a transaction. Throws
 * `vault.full`, `job.cancelled`.
 */
export function indexWords(vault: Vault, work: Work = unwatched): number {
  const total = pendingWords(vault);
  const index = vault.sqlite.transaction((): number => {
    const index = openIndex(vault, AT_ONCE);
    let [added, characters] = [0, 0];
    for (const id of nextPending(vault, AT_ONCE)) {
      const entry = entryHere(vault, id);
      if (entry === undefined) forgetPending(vault, id);
      else characters += index.add([entry]);
      added += 1;
      if (characters > CHARACTERS) break;
    }
    index.close();
    return added;
  });
  let done = 0;
  for (let more = total; more > 0; ) {
    work.check();
    more = onDisk('vault.db', () => index.immediate());
    done += more;
    work.progress(Math.min(done, total), total, 'library.indexing');
  }
  return done;
}
