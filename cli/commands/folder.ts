import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Client } from '../../contract/client.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { type Desk, withVault } from '../openVault.ts';

const EVERY = 2000;

type Offer = Awaited<ReturnType<Client['folder']['look']>>['offers'][number];

/** `watch`. */
export function addFolderCommands(program: Command): void {
  program
    .command('watch <vault> <folder>')
    .description('tell which bundles for this vault arrive in a folder; nothing is opened')
    .option('--once', 'tell what is there now, and end')
    .addHelpText(
      'after',
      `
Each bundle is told once, when it is whole: sealed to this vault, or under a passphrase, and not opened,
dismissed or sealed here before. It ends with Ctrl+C. With --json, each bundle is one line of JSON.

Examples:
  $ amberdesk watch northmark.amberdesk ~/Sync/Board
  $ amberdesk watch northmark.amberdesk ~/Sync/Board --once --json`,
    )
    .action(async (vault: string, folder: string, options: { once?: boolean }, command: Command) => {
      await withVault(command, vault, (desk) => watch(desk, resolve(folder), options.once === true));
    });
}

async function watch({ client, output }: Desk, folder: string, once: boolean): Promise<void> {
  if (once) {
    const { state, offers, unfinished } = await client.folder.look({ path: folder });
    if (state === 'gone') throw new AmberdeskError('folder.missing', folder);
    for (const offer of offers) output.say(wordsFor(offer));
    if (offers.length === 0) output.say('Nothing is there for this vault.');
    if (unfinished > 0) output.say(`${unfinished} still arriving or incomplete, left alone.`);
    output.result({ offers, unfinished });
    return;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const told = new Set<string>();
  let before: string | undefined;
  output.say(`Watching ${folder}. Nothing is opened; Ctrl+C ends it.`);
  while (!stop.signal.aborted) {
    const { state, offers } = await client.folder.look({ path: folder });
    if (state !== before && before !== undefined) {
      output.say(state === 'gone' ? 'The folder cannot be reached at this moment.' : 'The folder is there again.');
    }
    if (state === 'gone' && before === undefined) output.say('The folder is not there yet.');
    before = state;
    for (const offer of offers.filter(({ mark }) => !told.has(mark))) {
      told.add(offer.mark);
      output.say(wordsFor(offer));
      output.line(offer);
    }
    await wait(EVERY, undefined, { signal: stop.signal }).catch(() => {});
  }
}

function wordsFor({ files, bytes, at, underPassphrase }: Offer): string {
  const names = files.map(({ name }) => name).join(', ');
  return `${names}: ${bytes} bytes, ${at}, ${underPassphrase ? 'under a passphrase' : 'for this vault'}.`;
}
