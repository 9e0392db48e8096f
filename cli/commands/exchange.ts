import type { Command } from 'commander';
import { z } from 'zod';
import type { Client } from '../../contract/client.ts';
import { Purpose } from '../../contract/exchange/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { audienceOfAll } from '../audienceOf.ts';
import { findRecord } from '../findRecord.ts';
import { type Desk, withVault } from '../openVault.ts';
import { readPassphrase } from '../passphrase.ts';

type Preview = Awaited<ReturnType<Client['exchange']['open']>>;

const SealOptions = z.looseObject({
  to: z.array(z.string()).min(1),
  delta: z.boolean().optional(),
  meeting: z.string().optional(),
  purpose: Purpose,
  out: z.string(),
  bundlePassphraseFile: z.string().optional(),
  volumeBytes: z.coerce.number().int().optional(),
});

/** `seal`, `open`. */
export function addExchangeCommands(program: Command): void {
  program
    .command('seal <vault>')
    .description('seal a bundle for an organisation, for the board, or for invited bodies')
    .requiredOption('--to <names...>', 'board, community, or the names of one or several organisations')
    .requiredOption('--out <file>', 'the bundle to write')
    .option('--meeting <symbol>', 'what belongs to this meeting; without it, everything')
    .option('--delta', 'only what they lack, by their receipts')
    .option('--purpose <purpose>', Purpose.options.join(', '), 'dossier')
    .option('--bundle-passphrase-file <file>', 'seal with a passphrase instead of to the cards of the addressees')
    .option('--volume-bytes <bytes>', 'cut a larger bundle into parts of this size, for mail that refuses large files')
    .addHelpText(
      'after',
      '\nExamples:\n  $ amberdesk seal secretariat.amberdesk --to Northmark --meeting CB/8 --out northmark.amber\n  $ amberdesk seal secretariat.amberdesk --to Northmark Avaria --delta --purpose supplement --out new.amber\n  $ amberdesk seal secretariat.amberdesk --to board --out board.amber --volume-bytes 10000000',
    )
    .action(async (folder: string, _options, command: Command) => {
      const options = SealOptions.parse(command.optsWithGlobals());
      await withVault(command, folder, async (desk) => sealFor(desk, options));
    });

  program
    .command('open <vault> <bundle...>')
    .description('open a bundle, or its parts in any order, show what is inside, and accept it')
    .option('--preview', 'only show what is inside; it can be accepted later')
    .option('--bundle-passphrase-file <file>', 'the passphrase of a bundle that was sealed with one')
    .addHelpText(
      'after',
      '\nExamples:\n  $ amberdesk open northmark.amberdesk dossier.amber\n  $ amberdesk open northmark.amberdesk dossier.amber.*',
    )
    .action(
      async (
        folder: string,
        files: string[],
        options: { preview?: boolean; bundlePassphraseFile?: string },
        command: Command,
      ) => {
        await withVault(command, folder, async ({ client, output }) => {
          const preview = await client.exchange.open({
            file: files,
            ...(await bundlePassphrase(options.bundlePassphraseFile)),
          });
          showPreview(output, preview);
          if (options.preview || preview.state !== 'staged') {
            output.result({ preview });
            return;
          }
          const accepted = await client.exchange.accept({ bundle: preview.bundle });
          output.say(
            `Accepted: ${accepted.changed.length} records changed, ${accepted.conflicted.length} in conflict.`,
          );
          for (const record of accepted.conflicted) {
            for (const conflict of await client.records.conflicts({ id: record })) output.say(`  ${conflict.words}`);
          }
          output.result({ preview, accepted });
        });
      },
    );
}

async function sealFor({ client, output }: Desk, options: z.infer<typeof SealOptions>): Promise<void> {
  const audience = await audienceOfAll(client, options.to);
  const meeting = options.meeting === undefined ? undefined : (await findRecord(client, options.meeting)).id;
  const sealed = await client.exchange.seal({
    selection: meeting === undefined ? { of: 'everything' } : { of: 'meeting', meeting },
    audience,
    addressees: options.bundlePassphraseFile === undefined ? await addresseesOf(client, audience) : [],
    purpose: options.purpose,
    ...(options.delta === true ? { delta: true } : {}),
    file: options.out,
    ...(options.volumeBytes === undefined ? {} : { volumeBytes: options.volumeBytes }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(await bundlePassphrase(options.bundlePassphraseFile)),
  });
  if (sealed.files.length > 1) output.say(`${sealed.files.length} parts: ${sealed.files.join(', ')}`);
  output.say(
    `${options.out}: ${sealed.revisions} revisions, ${sealed.attachments} attachments, ${sealed.bytes} bytes.`,
  );
  const { goes, withheld, held } = sealed.explanation;
  output.say(`${goes} records go, ${held > 0 ? `${held} they have, ` : ''}${withheld} are withheld:`);
  for (const line of sealed.explanation.lines.filter((entry) => !entry.goes)) {
    output.say(`  ${line.kind} ${line.title}: ${line.sentences.join(' ')}`);
  }
  output.result(sealed);
}

/** The verified installations of an audience's organisations. */
async function addresseesOf(client: Client, audience: Awaited<ReturnType<typeof audienceOfAll>>): Promise<string[]> {
  const cards = (await client.exchange.cards({})).filter(
    (card) => card.inForce && (card.trust === 'verified' || card.trust === 'vouched'),
  );
  const chosen =
    audience.kind === 'organisation'
      ? cards.filter((card) => card.organisation === audience.organisation)
      : audience.kind === 'group'
        ? cards.filter((card) => audience.organisations.some((one) => one === card.organisation))
        : audience.kind === 'community'
          ? cards.filter((card) => audience.bodies.some((body) => body === card.organisation))
          : cards.filter((card) => card.role !== 'guest');
  if (chosen.length === 0) throw new AmberdeskError('bundle.recipients');
  return chosen.map((card) => card.installation);
}

/** The passphrase of a bundle, from a file where one is named. */
export async function bundlePassphrase(file: string | undefined): Promise<{ passphrase?: string }> {
  return file === undefined ? {} : { passphrase: await readPassphrase('Passphrase of the bundle', file) };
}

function showPreview(output: Desk['output'], preview: Preview): void {
  const { counts } = preview;
  output.say(
    `From ${preview.sender.name}, ${preview.sender.organisationName} (${preview.sender.trust}), ${preview.created}.`,
  );
  output.say(
    `New ${counts.new}, changed ${counts.changed}, in conflict ${counts.conflict}, deleted ${counts.deleted}, already here ${counts.known}, refused ${counts.refused}, of unknown kind ${counts.unknownKind}.`,
  );
  for (const warning of preview.warnings) output.say(`  ${warning}`);
  const { receipts, asks, recalls, purges } = preview.words;
  for (const receipt of receipts) output.say(`  Receipt: ${receipt.bundle} ${receipt.state}, ${receipt.at}.`);
  if (asks !== undefined) output.say(`  Asks for ${asks.everything ? 'everything' : 'what is missing there'}.`);
  for (const recall of recalls) output.say(`  Recalls ${recall.bundle}: ${recall.reason}`);
  for (const purge of purges) output.say(`  Purged ${purge.record}, by ${purge.organisationName}: ${purge.reason}`);
}
