import { stringsIn } from '../../domain/audit/passages.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { ReleasedRecord } from '../../domain/release/material.ts';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const PARTIES: readonly string[] = ['organisation', 'person'];

/**
 * The bodies and persons whom nothing that goes outside names, by their ids there: who else is invited, or sits on the
 * board, is told to nobody there by a list. Whom the agenda and the papers name is named, with the body that it belongs
 * to, and the one whom the output is for (`addressee`: its id there).
 */
export function unmentioned(
  documents: readonly ReleasedRecord[],
  addressee: (id: RecordId) => RecordId,
  audience: Audience,
): ReadonlySet<string> {
  const parties = new Map(documents.filter(({ kind }) => PARTIES.includes(kind)).map((one) => [String(one.id), one]));
  const open = [
    ...documents.filter(({ kind }) => !PARTIES.includes(kind)),
    ...addressed(audience).flatMap((id) => parties.get(addressee(id)) ?? []),
  ];
  const named = new Set<string>(open.map(({ id }) => id));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const id of [...stringsIn(next.body)].flatMap((text) => text.match(ID) ?? [])) {
      const party = named.has(id) ? undefined : parties.get(id);
      if (party === undefined) continue;
      named.add(id);
      open.push(party);
    }
  }
  return new Set([...parties.keys()].filter((id) => !named.has(id)));
}

function addressed(audience: Audience) {
  // Of several, none is told of the others.
  if (audience.kind === 'community') return audience.bodies.length === 1 ? audience.bodies : [];
  return audience.kind === 'guest' ? [audience.party] : [];
}
