import { extname } from 'node:path';
import type { Command } from 'commander';
import { volumeOf } from '../../domain/exchange/volumes.ts';
import { EXIT } from '../exitCodes.ts';
import { type Desk, withDesk, withVault } from '../openVault.ts';
import { bundlePassphrase } from './exchange.ts';

interface VerifyOptions {
  readonly inPerson?: string;
  readonly bundlePassphraseFile?: string;
}

/** `verify`: a card, a bundle with a vault, or a bundle without any. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify <vault-or-bundle> [files...]')
    .description('check a card, or a bundle without keeping anything of it; without a vault, only that it is whole')
    .option('--in-person <name>', 'who compared the digits of the card with its holder')
    .option('--bundle-passphrase-file <file>', 'the passphrase of a bundle that was sealed with one')
    .addHelpText(
      'after',
      `
Examples:
  $ amberdesk verify contribution.amber
  $ amberdesk verify contribution.amber.*
  $ amberdesk verify secretariat.amberdesk contribution.amber
  $ amberdesk verify secretariat.amberdesk northmark.ambercard --in-person "Tomas Vey"`,
    )
    .action(async (first: string, files: string[], options: VerifyOptions, command: Command) => {
      const [file] = files;
      if (file === undefined || isBundle(first)) {
        await withDesk(command, (desk) => inspect(desk, [first, ...files]));
      } else if (extname(file).toLowerCase() === '.ambercard') {
        await withVault(command, first, (desk) => verifyCard(desk, file, options.inPerson));
      } else {
        await withVault(command, first, (desk) => verifyBundle(desk, files, options));
      }
    });
}

const isBundle = (name: string): boolean => /\.amber$/i.test(name) || volumeOf(name) !== undefined;

const SEALED_TO = { classic: 'keys', hybrid: 'post-quantum hybrid keys', passphrase: 'a passphrase' } as const;

async function inspect({ client, output }: Desk, files: string[]): Promise<void> {
  const found = await client.exchange.inspect({ file: files });
  const { sealedTo, recipients, bytes, volumes, whole } = found;
  const to = sealedTo === 'passphrase' ? SEALED_TO.passphrase : `${recipients} ${SEALED_TO[sealedTo]}`;
  output.say(`A sealed file of ${bytes} bytes${volumes > 0 ? ` in ${volumes} parts` : ''}, sealed to ${to}.`);
  output.say(
    whole
      ? 'Its length is that of a whole one. Whether it is authentic, a vault that it is for can tell.'
      : 'It is not whole: something of it is missing.',
  );
  output.result(found);
  if (!whole) process.exitCode = EXIT.findings;
}

async function verifyCard({ client, output }: Desk, file: string, inPerson: string | undefined): Promise<void> {
  const added = await client.exchange.addCard({ file });
  const card =
    inPerson === undefined
      ? added
      : await client.exchange.verifyCard({ installation: added.installation, verifiedBy: inPerson });
  output.say(`${card.name}, ${card.organisationName}: ${card.trust}`);
  output.say(`  ${card.digits}`);
  output.result(card);
}

async function verifyBundle({ client, output }: Desk, files: string[], options: VerifyOptions): Promise<void> {
  const found = await client.exchange.verify({
    file: files,
    ...(await bundlePassphrase(options.bundlePassphraseFile)),
  });
  const { sender, purpose, created, records, revisions, attachments, putAside, repeated, addressees } = found;
  output.say(`From ${sender.name}, ${sender.organisationName} (${sender.trust}), ${created}: ${purpose}.`);
  output.say(`  ${sender.digits}`);
  output.say(`For ${addressees.map(({ name }) => name).join('; ') || 'whoever has the passphrase'}.`);
  output.say(
    `${records} records, ${revisions} revisions, ${attachments} attachments: whole, signed, as they were sent.`,
  );
  if (putAside > 0) output.say(`${putAside} revisions are by authors who are not known here, and would be put aside.`);
  output.say(repeated ? 'It is in this vault already.' : 'Nothing of it was kept.');
  output.result(found);
}
