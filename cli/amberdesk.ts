#!/usr/bin/env node
import { AmberdeskError } from '../domain/errors.ts';
import { exitCodeOf } from './exitCodes.ts';
import { createProgram } from './program.ts';

try {
  await createProgram().parseAsync();
} catch (error) {
  const coded = error instanceof AmberdeskError ? error : new AmberdeskError('internal', null, { cause: error });
  const more = coded.details === null ? '' : `\n  more: ${JSON.stringify(coded.details)}`;
  if (process.argv.includes('--json')) {
    process.stdout.write(
      `${JSON.stringify({ error: { code: coded.code, message: coded.message, details: coded.details } })}\n`,
    );
  }
  process.stderr.write(`${coded.message} (${coded.code})${more}\n`);
  if (process.env.AMBERDESK_TRACE && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = exitCodeOf(coded);
}
