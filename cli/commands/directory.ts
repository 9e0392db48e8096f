import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Client } from '../../contract/client.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { audienceOf } from '../audienceOf.ts';
import { findSeat } from '../findSeat.ts';
import { type Desk, withVault } from '../openVault.ts';

const ROOT_OPTION = ['--root-file <file>', 'the root as typed: its key on one line, or two shares on two'] as const;

interface WithRoot {
  readonly rootFile?: string;
}

/** `root` and `directory`: the network's chain of signed entries, and the key that stands over it. */
export function addDirectoryCommands(program: Command): void {
  addRootCommands(program);
  const directory = program
    .command('directory')
    .description('show who is in the network; admit, end and revoke installations')
    .addHelpText('after', '\nExample:\n  $ amberdesk directory show secretariat.amberdesk');

  directory
    .command('show <vault>')
    .description('the entries of the directory, and its alarms')
    .addHelpText('after', '\nExample:\n  $ amberdesk directory show secretariat.amberdesk')
    .action(async (folder: string, _options, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const shown = await client.directory.read({});
        for (const alarm of shown.alarms.filter(({ seen }) => !seen)) output.say(`Alarm: ${alarm.sentence}`);
        for (const { number, at, sentence, signedBy, holds } of shown.entries) {
          output.say(`${number}  ${at}  ${sentence} (${signedBy}${holds ? '' : ', does not hold'})`);
        }
        if (!shown.founded) output.say('This network has no directory yet.');
        output.result(shown);
      });
    });

  directory
    .command('admit <vault> <installation>')
    .description('admit an installation whose card is verified: by its holder’s name or its digits')
    .option('--ends <day>', 'the last day of a seat that is for a time: 2027-06-30')
    .option('--home <organisation>', 'of a seconded officer: the organisation that seconds')
    .option('--replaces <installation>', 'in whose place it comes, as after a restore')
    .option(...ROOT_OPTION)
    .addHelpText('after', '\nExample:\n  $ amberdesk directory admit secretariat.amberdesk "Bo Ravn"')
    .action(
      async (
        folder: string,
        who: string,
        options: WithRoot & { ends?: string; home?: string; replaces?: string },
        command: Command,
      ) => {
        await withVault(command, folder, async (desk) => {
          const { client } = desk;
          const { installation } = await findSeat(client, who);
          const { ends, home, replaces } = options;
          const signed = await client.directory.admit({
            installation,
            ...(ends === undefined ? {} : { ends }),
            ...(home === undefined ? {} : await homeState(client, home)),
            ...(replaces === undefined ? {} : { replaces: (await findSeat(client, replaces)).installation }),
            ...rootIn(options),
          });
          sayEntry(desk, signed);
        });
      },
    );

  directory
    .command('end <vault> <installation>')
    .description('end a seat; with --successor, who comes after')
    .option('--successor <installation>', 'who comes after')
    .option(...ROOT_OPTION)
    .addHelpText('after', '\nExample:\n  $ amberdesk directory end secretariat.amberdesk "Bo Ravn"')
    .action(async (folder: string, who: string, options: WithRoot & { successor?: string }, command: Command) => {
      await withVault(command, folder, async (desk) => {
        const { client } = desk;
        const { installation } = await findSeat(client, who);
        const { successor } = options;
        const signed = await client.directory.endSeat(
          successor === undefined
            ? { installation, why: 'left', ...rootIn(options) }
            : {
                installation,
                why: 'successor',
                successor: (await findSeat(client, successor)).installation,
                ...rootIn(options),
              },
        );
        sayEntry(desk, signed);
      });
    });

  directory
    .command('revoke <vault> <installation>')
    .description('revoke an installation that is in wrong hands, and list what it could open')
    .requiredOption('--reason <words>', 'what others read')
    .option('--since <minute>', 'what came from then on is not accepted: 2027-03-03T18:12Z')
    .option(...ROOT_OPTION)
    .addHelpText(
      'after',
      '\nExample:\n  $ amberdesk directory revoke secretariat.amberdesk "Bo Ravn" --reason "The laptop was lost"',
    )
    .action(
      async (folder: string, who: string, options: WithRoot & { reason: string; since?: string }, command: Command) => {
        await withVault(command, folder, async (desk) => {
          const { client, output } = desk;
          const { installation } = await findSeat(client, who);
          const { reason, since } = options;
          const signed = await client.directory.revoke({
            installation,
            reason,
            ...(since === undefined ? {} : { since }),
            ...rootIn(options),
          });
          const held = await client.directory.couldOpen({ installation });
          output.say(`Entry ${signed.number} of the directory. It could open ${held.records.length} records.`);
          for (const { title, kind } of held.records) output.say(`  ${kind} ${title}`);
          for (const { title } of signed.beyond) output.say(`Beyond what is accepted, and here: ${title}`);
          output.result({ ...signed, couldOpen: held });
        });
      },
    );

  directory
    .command('settle <vault>')
    .description('after a fork: the root says that the branch that holds here is the right one')
    .option(...ROOT_OPTION)
    .addHelpText('after', '\nExample:\n  $ amberdesk directory settle secretariat.amberdesk --root-file root.txt')
    .action(async (folder: string, options: WithRoot, command: Command) => {
      await withVault(command, folder, async (desk) =>
        sayEntry(desk, await desk.client.directory.settle(rootIn(options))),
      );
    });
}

function addRootCommands(program: Command): void {
  const root = program
    .command('root')
    .description('the offline root of the network: begin with it, print it, replace it')
    .addHelpText('after', '\nExample:\n  $ amberdesk root print secretariat.amberdesk root.pdf');

  root
    .command('found <vault>')
    .description('begin the directory of a network that has none')
    .option('--keys <sort>', 'classic, or hybrid (post-quantum)', 'classic')
    .addHelpText('after', '\nExample:\n  $ amberdesk root found secretariat.amberdesk --keys hybrid')
    .action(async (folder: string, options: { keys: string }, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const signed = await client.directory.found({ keys: options.keys === 'hybrid' ? 'hybrid' : 'classic' });
        output.say('The directory begins. Print its root now, and confirm that it is on paper.');
        output.result(signed);
      });
    });

  for (const [name, what, words] of [
    ['print', 'sheet', 'print the root on one sheet, while it waits in the vault'],
    ['shares', 'shares', 'print the root as three sheets, any two of which give it back'],
  ] as const) {
    root
      .command(`${name} <vault> <file>`)
      .description(words)
      .option('--language <language>', 'en or fr', 'en')
      .option('--paper <paper>', 'a4 or us-letter', 'a4')
      .addHelpText('after', `\nExample:\n  $ amberdesk root ${name} secretariat.amberdesk root.pdf`)
      .action(async (folder: string, file: string, options: { language: string; paper: string }, command: Command) => {
        await withVault(command, folder, async ({ client, output }) => {
          const printed = await client.directory.printRoot({
            what,
            file,
            language: options.language === 'fr' ? 'fr' : 'en',
            paper: options.paper === 'us-letter' ? 'us-letter' : 'a4',
          });
          output.say(`${file}: ${printed.pages} pages. Print it, then delete the file.`);
          output.result(printed);
        });
      });
  }

  root
    .command('confirm <vault>')
    .description('the root is on paper: the vault keeps it no longer')
    .option(...ROOT_OPTION)
    .addHelpText('after', '\nExample:\n  $ amberdesk root confirm secretariat.amberdesk')
    .action(async (folder: string, options: WithRoot, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        await client.directory.confirmRoot(rootIn(options));
        output.say('The root is on paper only.');
        output.result({});
      });
    });

  root
    .command('check <vault>')
    .description('whether what was typed is the root of this network')
    .requiredOption(...ROOT_OPTION)
    .addHelpText('after', '\nExample:\n  $ amberdesk root check secretariat.amberdesk --root-file root.txt')
    .action(async (folder: string, options: WithRoot, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        await client.directory.checkRoot({ root: rootIn(options).root ?? [''] });
        output.say('It is the root of this network.');
        output.result({});
      });
    });

  root
    .command('replace <vault>')
    .description('make another root, signed in by the present one; print it then')
    .option(...ROOT_OPTION)
    .addHelpText('after', '\nExample:\n  $ amberdesk root replace secretariat.amberdesk --root-file root.txt')
    .action(async (folder: string, options: WithRoot, command: Command) => {
      await withVault(command, folder, async (desk) =>
        sayEntry(desk, await desk.client.directory.replaceRoot(rootIn(options))),
      );
    });
}

async function homeState(client: Client, name: string): Promise<{ homeState: string }> {
  const audience = await audienceOf(client, name);
  if (audience.kind !== 'organisation') throw new AmberdeskError('record.missing', name);
  return { homeState: audience.organisation };
}

function sayEntry({ output }: Desk, signed: { readonly number: number; readonly digest: string }): void {
  output.say(`Entry ${signed.number} of the directory.`);
  output.result(signed);
}

/** The root from a file, never from an argument: lines with something in them, at most two. */
function rootIn({ rootFile }: WithRoot): { root?: string[] } {
  if (rootFile === undefined) return {};
  try {
    const lines = readFileSync(rootFile, 'utf8').split(/\r?\n/);
    return {
      root: lines
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .slice(0, 2),
    };
  } catch (error) {
    throw new AmberdeskError('file.missing', rootFile, { cause: error });
  }
}
