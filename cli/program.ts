import { Command } from 'commander';
import { addBenchCommand } from './commands/bench.ts';
import { addCardCommands } from './commands/card.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addDirectoryCommands } from './commands/directory.ts';
import { addDocumentCommands } from './commands/documents.ts';
import { addExchangeCommands } from './commands/exchange.ts';
import { addFolderCommands } from './commands/folder.ts';
import { addReceiptCommands } from './commands/receipts.ts';
import { addRecordCommands } from './commands/records.ts';
import { addVaultCommands } from './commands/vault.ts';
import { addVerifyCommand } from './commands/verify.ts';
import { EXIT, EXIT_HELP } from './exitCodes.ts';

/** All commands of `amberdesk`. */
export function createProgram(): Command {
  const program = new Command('amberdesk')
    .description('The desk of the coordination board: meetings, papers and bundles, without a server.')
    .option('--json', 'answer with one JSON value on standard output', false)
    .option('--passphrase-file <file>', 'read the passphrase from the first line of a file')
    .option('--log <file>', 'add names, durations and outcomes of calls to a file, never their content')
    .showHelpAfterError()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', EXIT_HELP)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.done : EXIT.usage));
  addDemoCommand(program);
  addVaultCommands(program);
  addRecordCommands(program);
  addCardCommands(program);
  addDirectoryCommands(program);
  addExchangeCommands(program);
  addVerifyCommand(program);
  addFolderCommands(program);
  addReceiptCommands(program);
  addDocumentCommands(program);
  addBenchCommand(program);
  return program;
}
