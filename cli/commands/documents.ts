import type { Command } from 'commander';
import { z } from 'zod';
import { audienceOf } from '../audienceOf.ts';
import { findRecord } from '../findRecord.ts';
import { withVault } from '../openVault.ts';

const PrintOptions = z.looseObject({
  for: z.string(),
  language: z.enum(['en', 'fr']),
  paper: z.enum(['a4', 'us-letter']),
  blackAndWhite: z.boolean().default(false),
  archive: z.boolean().default(false),
  out: z.string(),
});

/** `print`. */
export function addDocumentCommands(program: Command): void {
  program
    .command('print <vault> <document>')
    .description('print the agenda of a meeting (by its symbol, CB/8) or a paper (by its number, CB/8/4) as PDF')
    .requiredOption('--out <file>', 'the PDF file to write')
    .option('--for <audience>', 'self, board, public, community, or the name of an organisation', 'self')
    .option('--language <language>', 'en or fr', 'en')
    .option('--paper <size>', 'a4 or us-letter', 'a4')
    .option('--black-and-white', 'mark boxes that survive a copier')
    .option('--archive', 'PDF/A-2 for the archive copy')
    .addHelpText(
      'after',
      '\nExamples:\n  $ amberdesk print secretariat.amberdesk CB/8 --for board --out agenda.pdf\n  $ amberdesk print secretariat.amberdesk CB/8/4 --for board --language fr --out paper.pdf',
    )
    .action(async (folder: string, document: string, _options, command: Command) => {
      const options = PrintOptions.parse(command.optsWithGlobals());
      await withVault(command, folder, async ({ client, output }) => {
        const record = await findRecord(client, document);
        const printed = await client.documents.print({
          document:
            record.kind === 'meeting' ? { what: 'agenda', meeting: record.id } : { what: 'paper', paper: record.id },
          audience: await audienceOf(client, options.for),
          options: {
            language: options.language,
            paper: options.paper,
            blackAndWhite: options.blackAndWhite,
            archive: options.archive,
          },
          file: options.out,
        });
        output.say(`${printed.pages} pages in ${options.out}.`);
        for (const warning of printed.warnings) output.say(`  ${warning}`);
        output.result(printed);
      });
    });
}
