import type { Command } from 'commander';
import { z } from 'zod';
import type { Client } from '../../contract/client.ts';
import { WordDocument } from '../../contract/documents/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { audienceOf } from '../audienceOf.ts';
import { documentOf, OF_MEETINGS } from '../documentOf.ts';
import { withVault } from '../openVault.ts';

const DocumentOptions = z.looseObject({
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

/** `print` and `word`. */
export function addDocumentCommands(program: Command): void {
  documentCommand(program, 'print', 'print', 'as PDF', 'the PDF file to write')
    .option('--black-and-white', 'mark boxes that survive a copier')
    .option('--archive', 'PDF/A-2 for the archive copy')
    .addHelpText(
      'after',
      '\nExamples:\n  $ amberdesk print secretariat.amberdesk CB/8 --for board --out agenda.pdf\n  $ amberdesk print secretariat.amberdesk CB/8/4 --for board --language fr --out paper.pdf',
    )
    .action(async (folder: string, name: string, _options, command: Command) => {
      const options = DocumentOptions.parse(command.optsWithGlobals());
      await withVault(command, folder, async ({ client, output }) => {
        const document = await documentOf(client, name, options);
        const printed = await client.documents.print({ document, ...(await orderOf(client, options)) });
        output.say(`${printed.pages} pages in ${options.out}.`);
        for (const warning of printed.warnings) output.say(`  ${warning}`);
        output.result(printed);
      });
    });
  documentCommand(program, 'word', 'save', 'for Word', 'the Word file to write')
    .addHelpText(
      'after',
      '\nExamples:\n  $ amberdesk word secretariat.amberdesk CB/8/4 --for board --out paper.docx\n  $ amberdesk word secretariat.amberdesk CB/7 --as minutes --out minutes.docx',
    )
    .action(async (folder: string, name: string, _options, command: Command) => {
      const options = DocumentOptions.parse(command.optsWithGlobals());
      await withVault(command, folder, async ({ client, output }) => {
        const document = WordDocument.safeParse(await documentOf(client, name, options));
        if (!document.success) throw new AmberdeskError('input.invalid', { as: options.as ?? name });
        const saved = await client.documents.word({ document: document.data, ...(await orderOf(client, options)) });
        output.say(`${saved.bytes} bytes in ${options.out}.`);
        for (const warning of saved.warnings) output.say(`  ${warning}`);
        output.result(saved);
      });
    });
}

/** A command that makes a file of a document, with the options that all of them have. */
function documentCommand(program: Command, name: string, verb: string, as: string, file: string): Command {
  return program
    .command(`${name} <vault> <document>`)
    .description(
      `${verb} what belongs to a meeting (by its symbol, CB/8), a paper (by its number, CB/8/4), or another document by its id, ${as}`,
    )
    .requiredOption('--out <file>', file)
    .option('--for <audience>', 'self, board, public, community, or the name of an organisation', 'self')
    .option('--language <language>', 'en or fr', 'en')
    .option('--paper <size>', 'a4 or us-letter', 'a4')
    .option('--as <what>', `what is wanted of a meeting: ${OF_MEETINGS.join(', ')}`)
    .option('--day <number>', 'the day of a running order, from 1')
    .option('--concerning <organisation>', 'minutes that concern it, or what is recommended to it')
    .option('--copy <number>', 'the number of a copy, as its watermark')
    .option('--recipient <name>', 'whose copy it is');
}

async function orderOf(client: Client, options: z.infer<typeof DocumentOptions>) {
  const { language, paper, blackAndWhite, archive, copy, recipient = '', out } = options;
  return {
    audience: await audienceOf(client, options.for),
    options: { language, paper, blackAndWhite, archive, ...(copy && { copy: { number: copy, recipient } }) },
    file: out,
  };
}
