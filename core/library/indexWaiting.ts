import type { JobRunner } from '../jobs/jobRunner.ts';
import type { Vault } from '../vault/vault.ts';
import { pendingWords } from './searchIndex.ts';

/** Lets the words of records that wait for it be put into the index, while other work goes on. */
export function indexWaiting({ jobs }: { readonly jobs: JobRunner }, vault: Vault): void {
  // What is left of it when the vault is locked is done at the next unlocking.
  if (vault.sqlite.open && pendingWords(vault) > 0) jobs.run('indexWords', {}).catch(() => {});
}
