import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import { KeyMode } from '../../domain/directory/keyMode.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { holderOf } from '../../domain/people/holderOf.ts';
import { EXIT } from '../exitCodes.ts';
import { withDesk, withVault } from '../openVault.ts';
import { readPassphrase } from '../passphrase.ts';

const InitOptions = z.looseObject({
  name: z.string(),
  organisation: z.string(),
  code: z.string(),
  role: z.enum(['secretariat', 'member', 'guest']),
  recoveryFile: z.string().optional(),
  workFactor: z.coerce.number().optional(),
  keys: KeyMode,
  passphraseFile: z.string().optional(),
});

/** `init`, `backup`, `restore`, `doctor`. */
export function addVaultCommands(program: Command): void {
  program
    .command('init <vault>')
    .description('make a new vault with fresh keys')
    .requiredOption('--name <name>', 'whose seat it is')
    .requiredOption('--organisation <name>', 'the State, union or body')
    .requiredOption('--code <code>', 'ISO 3166 code of the State, or a short code of the body')
    .option('--role <role>', 'secretariat, member or guest', 'member')
    .option('--keys <sort>', 'classic, or hybrid (post-quantum): the sort that the network has', 'classic')
    .option('--recovery-file <file>', 'write the recovery key there instead of showing it')
    .option(
      '--work-factor <number>',
      'how much work it is to try a passphrase: 10 to 18, each step twice as much',
      '18',
    )
    .addHelpText(
      'after',
      "\nExample:\n  $ amberdesk init northmark.amberdesk --name 'Ines Halvard' --organisation Northmark --code XN",
    )
    .action(async (folder: string, _options, command: Command) => {
      const options = InitOptions.parse(command.optsWithGlobals());
      await withDesk(command, async ({ client, output }) => {
        const passphrase = await readPassphrase('New passphrase', options.passphraseFile);
        const { installation, recovery } = await client.vault.create({
          folder,
          passphrase,
          keys: options.keys,
          ...(options.workFactor === undefined ? {} : { workFactor: options.workFactor }),
          holder: holderOf(options.name, { name: options.organisation, code: options.code }, options.role),
        });
        if (options.recoveryFile === undefined) {
          output.say('Keep this recovery key on paper, away from the machine. It is shown this once:');
          output.say(`  ${recovery.groups.join(' ')}`);
        } else {
          writeNew(options.recoveryFile, `${recovery.identity}\n\n${recovery.wrapped}\n`);
          output.say(`The recovery key is in ${options.recoveryFile}. Print it, then delete the file.`);
        }
        output.say(`The vault of ${installation.name}, ${installation.organisationName}, is in ${folder}.`);
        output.result({ installation, ...(options.recoveryFile === undefined ? { recovery } : {}) });
      });
    });

  program
    .command('backup <vault>')
    .description('make a backup beside the vault, or in a folder with the attachments')
    .option('--to <folder>', 'an external folder')
    .addHelpText('after', '\nExample:\n  $ amberdesk backup secretariat.amberdesk --to /media/stick/backups')
    .action(async (folder: string, options: { to?: string }, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const backup = await client.vault.backup(options.to === undefined ? {} : { folder: options.to });
        output.say(`Backup ${backup.name}, ${backup.bytes} bytes.`);
        output.result(backup);
      });
    });

  program
    .command('restore <vault> [backup]')
    .description("put a backup in the vault's place, keeping what it replaces; without a name, list the backups")
    .addHelpText('after', '\nExample:\n  $ amberdesk restore secretariat.amberdesk 2027-03-01T09-00-00Z')
    .action(async (folder: string, backup: string | undefined, _options, command: Command) => {
      await withDesk(command, async ({ client, output }) => {
        if (backup === undefined) {
          const backups = await client.vault.listBackups({ folder });
          for (const entry of backups) output.say(`${entry.name}  ${entry.bytes} bytes`);
          if (backups.length === 0) output.say('There are no backups yet.');
          output.result(backups);
          return;
        }
        const { passphraseFile } = z
          .looseObject({ passphraseFile: z.string().optional() })
          .parse(command.optsWithGlobals());
        const passphrase = await readPassphrase(`Passphrase of ${folder}`, passphraseFile);
        const installation = await client.vault.restore({ folder, backup, passphrase });
        output.say(`Restored. This installation has new keys: give its card to the others again.`);
        output.result(installation);
      });
    });

  program
    .command('doctor <vault>')
    .description('check the vault without changing it')
    .addHelpText('after', '\nExample:\n  $ amberdesk doctor secretariat.amberdesk --json')
    .action(async (folder: string, _options, command: Command) => {
      await withVault(command, folder, async ({ client, output }) => {
        const findings = await client.vault.examine({});
        for (const { severity, message, subject } of findings) output.say(`${severity}: ${message} (${subject})`);
        if (findings.length === 0) output.say('All is well.');
        output.result(findings);
        if (findings.some((finding) => finding.severity === 'damage')) process.exitCode = EXIT.findings;
      });
    });
}

function writeNew(file: string, content: string): void {
  try {
    writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new AmberdeskError('file.unwritable', file, { cause: error });
  }
}
