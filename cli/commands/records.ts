import { extname } from 'node:path';
import type { Command } from 'commander';
import { withVault } from '../openVault.ts';

/** `load`, `dump`, `search`. */
export function addRecordCommands(program: Command): void {
  program
    .command('load <vault> <files...>')
    .description('take records from JSON lines or CSV, or papers from Markdown or plain text')
    .option('--kind <kind>', 'the kind of record in a CSV file, such as person')
    .addHelpText(
      'after',
      '\nExamples:\n  $ amberdesk load secretariat.amberdesk people.csv --kind person\n  $ amberdesk load secretariat.amberdesk deep-dive.md',
    )
    .action(async (folder: string, files: string[], options: { kind?: string }, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const results = [];
        for (const file of files) {
          const extension = extname(file).toLowerCase();
          if (extension === '.jsonl' || extension === '.csv') {
            const format = extension === '.csv' ? 'csv' : 'jsonl';
            const loaded = await client.records.load({ file, format, ...(options.kind ? { kind: options.kind } : {}) });
            output.say(`${file}: ${loaded.created.length} records.`);
            results.push({ file, ...loaded });
          } else {
            const loaded = await client.papers.load({ file });
            output.say(`${file}: “${loaded.title}”, ${loaded.blocks} blocks.`);
            for (const note of loaded.notes) {
              const said = [note.sentence, note.left ?? ''].join(' ').trim();
              output.say(`  ${note.line === undefined ? '' : `line ${note.line}: `}${said}`);
            }
            results.push({ file, ...loaded });
          }
        }
        output.result(results);
      });
    });

  program
    .command('dump <vault> <file>')
    .description('write the records as JSON lines')
    .addHelpText('after', '\nExample:\n  $ amberdesk dump secretariat.amberdesk records.jsonl')
    .action(async (folder: string, file: string, _options, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const dumped = await client.records.dump({ file });
        output.say(`${dumped.records} records in ${file}. The file is readable by anybody who has it.`);
        output.result(dumped);
      });
    });

  program
    .command('search <vault> <words...>')
    .description('find records by words, "phrases" and beginnings of words')
    .option('--limit <number>', 'how many at most', (text) => Number.parseInt(text, 10), 20)
    .addHelpText('after', '\nExample:\n  $ amberdesk search secretariat.amberdesk \'"order committees"\' Hallin')
    .action(async (folder: string, words: string[], options: { limit: number }, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const found = await client.library.search({ query: words.join(' '), limit: options.limit });
        for (const hit of found.hits) {
          output.say(`${hit.label}  ${hit.title}`);
          output.say(`    ${hit.snippet.map((part) => (part.match ? `[${part.text}]` : part.text)).join('')}`);
        }
        output.say(found.total === 0 ? 'Nothing found.' : `${found.total} found.`);
        output.result(found);
      });
    });
}
