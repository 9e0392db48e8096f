import { type Circle, circleOf } from '../../domain/handling/circle.ts';
import type { Vault } from '../vault/vault.ts';
import { listRecords } from './listRecords.ts';

/** Who belongs to what, as the organisation, person and network records of this vault tell it. */
export function readCircle(vault: Vault): Circle {
  const { seat, organisation } = vault.installation;
  const kinds = ['organisation', 'person', 'network'];
  return circleOf(
    kinds.flatMap((kind) => listRecords(vault, { kind })),
    { person: seat, organisation },
  );
}
