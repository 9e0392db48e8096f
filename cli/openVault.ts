import type { Command } from 'commander';
import { z } from 'zod';
import { type Client, makeClient } from '../contract/client.ts';
import { createOutput, type Output } from './output.ts';
import { readPassphrase } from './passphrase.ts';

/** Options that every command has. */
const CommonOptions = z.looseObject({
  json: z.boolean().default(false),
  passphraseFile: z.string().optional(),
  log: z.string().optional(),
});

export interface Desk {
  readonly client: Client;
  readonly output: Output;
}

/** Runs `work` with a fresh application whose progress is shown, and closes it whatever happens. */
export async function withDesk<T>(command: Command, work: (desk: Desk) => Promise<T>): Promise<T> {
  const options = CommonOptions.parse(command.optsWithGlobals());
  const output = createOutput(options.json);
  // Loaded only when there is work for it, so that help comes at once.
  const { createCore } = await import('../core/createCore.ts');
  const core = createCore({ logFile: options.log });
  const end = core.subscribe((event) => {
    if (event.event === 'jobProgress' && event.total > 0) {
      output.progress(`${event.what} ${Math.floor((100 * event.done) / event.total)} %`);
    } else if (event.event === 'jobEnded') output.progress('');
  });
  try {
    return await work({ client: makeClient(core), output });
  } finally {
    end();
    await core.close();
  }
}

/** Runs `work` with the vault in `folder` unlocked; locks it whatever happens. */
export async function withVault<T>(command: Command, folder: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const { passphraseFile } = CommonOptions.parse(command.optsWithGlobals());
  return withDesk(command, async (desk) => {
    const passphrase = await readPassphrase(`Passphrase of ${folder}`, passphraseFile);
    await desk.client.vault.unlock({ folder, passphrase });
    return work(desk);
  });
}
