import { AmberdeskError } from '../domain/errors.ts';
import { asVaultError } from './vault/diskErrors.ts';

/**
 * Any thrown thing as a coded error: ours as they are, those of disk and database by what they mean for the vault, and
 * everything else as `internal` with the name of the error and where it arose, without what it says.
 */
export function codedError(error: unknown): AmberdeskError {
  const known = asVaultError(error, 'vault');
  return known instanceof AmberdeskError ? known : new AmberdeskError('internal', placeOf(error), { cause: error });
}

function placeOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error];
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [
    error.name,
    ...frames.slice(0, 4).map((line) => line.trim().replace(/\(?(file:\/\/)?\/\S*\/(?=[^/]+$)/, '(')),
  ];
}
