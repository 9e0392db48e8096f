import type { Command } from 'commander';
import { z } from 'zod';
import { audienceOf } from '../audienceOf.ts';
import { documentOf, OF_MEETINGS } from '../documentOf.ts';
import { withVault } from '../openVault.ts';

const PrintOptions = z.looseObject({
  for: z.string(),
  language: z.enum(['en', 'fr']),
  paper: z.enum(['a4', 'us-letter']),
  blackAndWhite: z.boolean().default(false),
  archive: z.boolean().default(false),
  as: z.enum(OF_MEETINGS).optional(),
  day: z.coerce.number().int().min(1).optional(),
  concerning: z.string().optional(),
  copy: z.coerce.number().int().positive().optional(),
  recipient: z.string().optional(),
  out: z.string(),
});

/** `print`. */
export function addDocumentCommands(program: Command): void {
  program
    .command('print <vault> <document>')
    .description(
      'print what belongs to a meeting (by its symbol, CB/8), a paper (by its number, CB/8/4), or another document by its id, as PDF',
    )
    .requiredOption('--out <file>', 'the PDF file to write')
    .option('--for <audience>', 'self, board, public, community, or the name of an organisation', 'self')
    .option('--language <language>', 'en or fr', 'en')
    .option('--paper <size>', 'a4 or us-letter', 'a4')
    .option('--black-and-white', 'mark boxes that survive a copier')
    .option('--as <what>', `what is printed of a meeting: ${OF_MEETINGS.join(', ')}`)
    .option('--day <number>', 'the day of a running order, from 1')
    .option('--concerning <organisation>', 'minutes that concern it, or what is recommended to it')
    .option('--copy <number>', 'the number of a copy, as its watermark')
    .option('--recipient <name>', 'whose copy it is')
    .option('--archive', 'PDF/A-2 for the archive copy')
    .addHelpText(
      'after',
      '\nExamples:\n  $ amberdesk print secretariat.amberdesk CB/8 --for board --out agenda.pdf\n  $ amberdesk print secretariat.amberdesk CB/8/4 --for board --language fr --out paper.pdf',
    )
    .action(async (folder: string, document: string, _options, command: Command) => {
      const options = PrintOptions.parse(command.optsWithGlobals());
      await withVault(command, folder, async ({ client, output }) => {
        const printed = await client.documents.print({
          document: await documentOf(client, document, options),
          audience: await audienceOf(client, options.for),
          options: {
            language: options.language,
            paper: options.paper,
            blackAndWhite: options.blackAndWhite,
            archive: options.archive,
            ...(options.copy && { copy: { number: options.copy, recipient: options.recipient ?? '' } }),
          },
          file: options.out,
        });
        output.say(`${printed.pages} pages in ${options.out}.`);
        for (const warning of printed.warnings) output.say(`  ${warning}`);
        output.result(printed);
      });
    });
}
