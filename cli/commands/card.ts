import type { Command } from 'commander';
import { withVault } from '../openVault.ts';

/** `card out`, `card in`, `card verify`, `card list`, `card keys`. */
export function addCardCommands(program: Command): void {
  const card = program
    .command('card')
    .description('give out the card of this installation; take in, verify and list those of others')
    .addHelpText('after', '\nExample:\n  $ amberdesk card out northmark.amberdesk northmark.ambercard');

  card
    .command('out <vault> <file>')
    .description('write the card of this installation, to be given to others')
    .addHelpText('after', '\nExample:\n  $ amberdesk card out northmark.amberdesk northmark.ambercard')
    .action(async (folder: string, file: string, _options, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        await client.exchange.saveCard({ file });
        const { card: own } = await client.exchange.ownCard({});
        output.say(`${own.name}, ${own.organisationName}`);
        output.say(`  ${own.digits}`);
        output.result(own);
      });
    });

  card
    .command('in <vault> <file>')
    .description('take in a card, unverified: show its digits, to be compared with its holder')
    .addHelpText('after', '\nExample:\n  $ amberdesk card in secretariat.amberdesk northmark.ambercard')
    .action(async (folder: string, file: string, _options, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const added = await client.exchange.addCard({ file });
        output.say(`${added.name}, ${added.organisationName}: ${added.trust}`);
        output.say(`  ${added.digits}`);
        output.result(added);
      });
    });

  card
    .command('verify <vault> <file>')
    .description('take in a card whose digits were compared with its holder')
    .requiredOption('--in-person <name>', 'who compared the digits of the card with its holder')
    .addHelpText(
      'after',
      '\nExample:\n  $ amberdesk card verify secretariat.amberdesk northmark.ambercard --in-person "Tomas Vey"',
    )
    .action(async (folder: string, file: string, options: { inPerson: string }, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const { installation } = await client.exchange.addCard({ file });
        const verified = await client.exchange.verifyCard({ installation, verifiedBy: options.inPerson });
        output.say(`${verified.name}, ${verified.organisationName}: ${verified.trust}`);
        output.say(`  ${verified.digits}`);
        output.result(verified);
      });
    });

  card
    .command('list <vault>')
    .description('list the installations that are known here, and how they are trusted')
    .addHelpText('after', '\nExample:\n  $ amberdesk card list secretariat.amberdesk')
    .action(async (folder: string, _options, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const { seats } = await client.directory.read({});
        for (const { name, organisationName, trust, standing, digits } of seats) {
          output.say(`${name}, ${organisationName}: ${trust}${standing === 'notIn' ? '' : `, ${STANDING[standing]}`}`);
          output.say(`  ${digits}`);
        }
        output.result(seats);
      });
    });

  card
    .command('keys <vault> <sort>')
    .description('give this installation another key for bundles: classic, or hybrid (post-quantum)')
    .addHelpText('after', '\nExample:\n  $ amberdesk card keys northmark.amberdesk hybrid')
    .action(async (folder: string, sort: string, _options, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const renewed = await client.directory.renewKeys({ keys: sort === 'hybrid' ? 'hybrid' : 'classic' });
        output.say(`The keys are ${renewed.keys} now. Give the card out again.`);
        output.result(renewed);
      });
    });
}

const STANDING = {
  inForce: 'in the directory',
  over: 'its time is over',
  ended: 'ended',
  revoked: 'revoked',
} as const;
