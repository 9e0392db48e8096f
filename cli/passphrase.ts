import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { AmberdeskError } from '../domain/errors.ts';

/** Reads a passphrase from the first line of a file, or asks for it without showing it. Never from an argument. */
export async function readPassphrase(question: string, file?: string): Promise<string> {
  if (file !== undefined) return firstLine(file);
  if (!process.stdin.isTTY) throw new AmberdeskError('input.invalid', 'Give --passphrase-file where nobody can type.');
  process.stderr.write(`${question}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await prompt.question('');
  } finally {
    prompt.close();
    process.stderr.write('\n');
  }
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    throw new AmberdeskError('file.missing', file, { cause: error });
  }
}
