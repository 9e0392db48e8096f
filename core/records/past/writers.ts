import { remembered } from '../../../domain/records/own.ts';
import { findInstallation, isOwn } from '../../exchange/cards.ts';
import type { Vault } from '../../vault/vault.ts';

/** Who wrote something, as far as it is known here. */
export interface Writer {
  readonly name?: string;
  readonly organisationName?: string;
}

/** Names the holder of the installation that signed a version; of this one without an argument. */
export function writersOf(vault: Vault): (author?: string) => Writer {
  return remembered((author?: string): Writer => {
    const { name, organisationName } = vault.installation;
    if (author === undefined || isOwn(vault, author)) return { name, organisationName };
    const known = findInstallation(vault, author);
    return known === undefined ? {} : { name: known.name, organisationName: known.organisationName };
  });
}
