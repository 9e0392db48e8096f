import type { Command } from 'commander';
import { z } from 'zod';
import type { Client } from '../../contract/client.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { findRecord } from '../findRecord.ts';
import { withVault } from '../openVault.ts';

const ToOptions = z.looseObject({ to: z.string(), out: z.string() });
const RecallOptions = z.looseObject({ reason: z.string(), out: z.string() });
const PurgeOptions = z.looseObject({ reason: z.string() });

/** `matrix`, `receipt`, `ask`, `recall`, `purge`. */
export function addReceiptCommands(program: Command): void {
  program
    .command('matrix <vault>')
    .description('show what became of every bundle sealed here, addressee by addressee')
    .option('--meeting <symbol>', 'only bundles of this meeting')
    .addHelpText('after', '\nExample:\n  $ amberdesk matrix secretariat.amberdesk --meeting CB/8')
    .action(async (folder: string, options: { meeting?: string }, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const meeting =
          options.meeting === undefined ? {} : { meeting: (await findRecord(client, options.meeting)).id };
        const matrix = await client.exchange.matrix(meeting);
        for (const bundle of matrix.bundles) {
          output.say(`${bundle.created} ${bundle.purpose} ${bundle.meetingTitle ?? ''} ${bundle.bundle}`);
          for (const cell of matrix.cells.filter((one) => one.bundle === bundle.bundle)) {
            const to = matrix.addressees.find(({ installation }) => installation === cell.installation);
            const silent = cell.at === undefined ? `, ${cell.days} days` : `, ${cell.at}`;
            output.say(`  ${to?.organisationName ?? ''}, ${to?.name ?? ''}: ${cell.is}${silent}`);
          }
        }
        for (const gap of matrix.gaps) {
          output.say(`Missing from ${gap.organisationName}, ${gap.name}: ${gap.numbers.join(', ')}`);
        }
        output.result(matrix);
      });
    });

  program
    .command('receipt <vault>')
    .description('seal the receipts that are due to somebody, without records')
    .requiredOption('--to <name>', 'an organisation, or the holder of a card')
    .requiredOption('--out <file>', 'the bundle to write')
    .addHelpText('after', '\nExample:\n  $ amberdesk receipt northmark.amberdesk --to Secretariat --out receipt.amber')
    .action(async (folder: string, _options, command: Command) => {
      const { to, out } = ToOptions.parse(command.optsWithGlobals());
      await withVault(command, folder, async ({ client, output }) => {
        const sealed = await client.exchange.acknowledge({ to: await installationOf(client, to), file: out });
        output.say(`${out}: ${sealed.receipts} receipts, ${sealed.bytes} bytes.`);
        output.result(sealed);
      });
    });

  program
    .command('ask <vault>')
    .description('ask somebody for bundles that did not arrive, for unknown ancestors, or for everything')
    .requiredOption('--to <name>', 'an organisation, or the holder of a card')
    .requiredOption('--out <file>', 'the bundle to write')
    .option('--everything', 'ask for all of it again, whatever is here')
    .addHelpText(
      'after',
      '\nExample:\n  $ amberdesk ask northmark.amberdesk --to Secretariat --everything --out ask.amber',
    )
    .action(async (folder: string, options: { everything?: boolean }, command: Command) => {
      const { to, out } = ToOptions.parse(command.optsWithGlobals());
      await withVault(command, folder, async ({ client, output }) => {
        const sealed = await client.exchange.ask({
          to: await installationOf(client, to),
          everything: options.everything === true,
          file: out,
        });
        output.say(`${out}: ${sealed.bytes} bytes.`);
        output.result(sealed);
      });
    });

  program
    .command('recall <vault> <bundle>')
    .description('ask all addressees of a bundle sealed here to withdraw it')
    .requiredOption('--reason <words>', 'why, in a sentence that they read')
    .requiredOption('--out <file>', 'the bundle to write')
    .addHelpText(
      'after',
      '\nExample:\n  $ amberdesk recall secretariat.amberdesk 4f0c… --reason "The wrong annex" --out recall.amber',
    )
    .action(async (folder: string, bundle: string, _options, command: Command) => {
      const { reason, out } = RecallOptions.parse(command.optsWithGlobals());
      await withVault(command, folder, async ({ client, output }) => {
        const sealed = await client.exchange.recall({ bundle, reason, file: out });
        output.say(`${out}: for ${sealed.addressees} addressees, ${sealed.bytes} bytes.`);
        output.result(sealed);
      });
    });

  program
    .command('purge <vault> <record>')
    .description('remove a record of our own for good, here, in its backups, and wherever the order arrives')
    .requiredOption('--reason <words>', 'why, in a sentence that stays')
    .addHelpText(
      'after',
      '\nIt cannot be undone. The signed order travels with the next bundles.\n\nExample:\n  $ amberdesk purge secretariat.amberdesk CB/8/4 --reason "Consent was withdrawn"',
    )
    .action(async (folder: string, name: string, _options, command: Command) => {
      const { reason } = PurgeOptions.parse(command.optsWithGlobals());
      await withVault(command, folder, async ({ client, output }) => {
        const { id } = await findRecord(client, name);
        const purged = await client.exchange.purge({ record: id, reason });
        const { cleaned, unreachable, outside } = purged.backups;
        output.say(
          `${purged.revisions} revisions and ${purged.attachments} attachments are gone; ${cleaned} backups were cleaned.`,
        );
        if (unreachable > 0) output.say(`${unreachable} backups could not be opened and still hold it.`);
        if (outside) output.say('Backups were once written elsewhere; they still hold it.');
        output.result(purged);
      });
    });
}

/** The one trusted installation of this organisation or holder. Throws `bundle.recipients` when there is none, or several. */
export async function installationOf(client: Client, name: string): Promise<string> {
  const wanted = name.toLowerCase();
  const found = (await client.exchange.cards({})).filter(
    (card) =>
      (card.trust === 'verified' || card.trust === 'vouched') &&
      [card.installation, card.name, card.organisationName].some((words) => words.toLowerCase() === wanted),
  );
  const [only] = found;
  if (only === undefined || found.length > 1) throw new AmberdeskError('bundle.recipients', { name });
  return only.installation;
}
