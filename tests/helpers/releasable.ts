import { type Circle, circleOf, type Holder } from '../../domain/handling/circle.ts';
import type { Handling, Mark } from '../../domain/handling/handling.ts';
import { naturalId, type RecordId, RevisionId } from '../../domain/records/ids.ts';
import type { Json, JsonObject } from '../../domain/records/json.ts';
import { SignedRevision } from '../../domain/records/revision.ts';
import type { Circumstances, ReleasableRecord } from '../../domain/release/material.ts';

/** A stable id for anything in a test, by its name. */
export function idOf(name: string): RecordId {
  return naturalId('test', name);
}

export const BOARD: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };
export const GREEN: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };
export const CLEAR: Mark = { label: 'TLP:CLEAR', distribution: { to: 'everyone' } };
export const PRIVATE: Mark = { label: 'PRIVATE', distribution: { to: 'installation' } };
/** TLP:AMBER+STRICT to one organisation. */
export function strictTo(organisation: RecordId): Mark {
  return { label: 'TLP:AMBER+STRICT', distribution: { to: 'named', organisations: [organisation], persons: [] } };
}
/** TLP:RED to persons. */
export function redTo(...persons: RecordId[]): Mark {
  return { label: 'TLP:RED', distribution: { to: 'named', organisations: [], persons } };
}
/** TLP:AMBER limited to organisations. */
export function amberTo(...organisations: RecordId[]): Mark {
  return { label: 'TLP:AMBER', distribution: { to: 'named', organisations, persons: [] } };
}

export const SECRETARIAT = idOf('Secretariat');
export const NORTHMARK = idOf('Northmark');
export const LOWMERE = idOf('Lowmere');
export const CORVANE = idOf('Corvane Institute');
export const HARBOUR = idOf('Harbour Legal Observatory');
export const OFFICER = idOf('Secretariat officer');
export const ENVOY = idOf('Envoy of Northmark');
export const DEPUTY = idOf('Deputy of Northmark');
export const HOLDER: Holder = { person: OFFICER, organisation: SECRETARIAT };

export function aHandling(mark: Mark = BOARD, changes: Partial<Handling> = {}): Handling {
  return { ...mark, originator: SECRETARIAT, caveats: [], chathamHouse: false, ...changes };
}

export function aRecord(
  kind: string,
  id: RecordId,
  body: JsonObject,
  mark: Mark = BOARD,
  changes: Partial<ReleasableRecord> = {},
): ReleasableRecord {
  return { id, kind, body, handling: aHandling(mark), deleted: false, conflicted: false, ...changes };
}

/** A network of a Secretariat, two members and two invited bodies, with a person each and all marked for everyone. */
export function theCircle(mark: Mark = CLEAR): ReleasableRecord[] {
  const body = (id: RecordId, name: string, membership: string, more: JsonObject = {}): ReleasableRecord =>
    aRecord('organisation', id, { name, shortName: name, membership, ...more }, mark);
  const seat = (id: RecordId, name: string, organisation: RecordId): ReleasableRecord =>
    aRecord('person', id, { name, organisation }, mark);
  return [
    body(SECRETARIAT, 'Secretariat', 'secretariat'),
    body(NORTHMARK, 'Northmark', 'member'),
    body(LOWMERE, 'Lowmere', 'member'),
    body(CORVANE, 'Corvane Institute', 'invited'),
    body(HARBOUR, 'Harbour Legal Observatory', 'invited'),
    seat(OFFICER, 'Officer', SECRETARIAT),
    seat(ENVOY, 'Envoy', NORTHMARK),
    seat(DEPUTY, 'Deputy', NORTHMARK),
    seat(idOf('Envoy of Lowmere'), 'Envoy of Lowmere', LOWMERE),
  ];
}

/** Circumstances with ids that are new but the same in every run. */
export function circumstancesOf(
  records: readonly ReleasableRecord[],
  changes: Partial<Circumstances> = {},
): Circumstances {
  const circle: Circle = circleOf(records, HOLDER);
  return { at: '2027-03-03T18:12Z', circle, mint: freshIdOf, ...changes };
}

export function freshIdOf(id: RecordId): RecordId {
  return naturalId('fresh', id);
}

let revisions = 0;

/** A shared revision of a record; its signature signs nothing. */
export function aRevision(record: ReleasableRecord, changes: Partial<SignedRevision> = {}): SignedRevision {
  revisions += 1;
  return {
    id: RevisionId.parse(revisions.toString(16).padStart(64, '0')),
    record: record.id,
    kind: record.kind,
    parents: [],
    author: SignedRevision.shape.author.parse('a'.repeat(64)),
    seat: OFFICER,
    at: '2027-03-01T09:00Z',
    nonce: '0'.repeat(32),
    handling: record.handling,
    body: record.body,
    signature: 'c2lnbmVk',
    ...changes,
  };
}

/** Histories as the gate takes them. */
export function historiesOf(...all: SignedRevision[]): Map<string, SignedRevision[]> {
  const histories = new Map<string, SignedRevision[]>();
  for (const one of all) histories.set(one.record, [...(histories.get(one.record) ?? []), one]);
  return histories;
}

/** A block with an id. */
export function aBlock(id: string, words: string, attrs: JsonObject = {}): JsonObject {
  return { type: 'paragraph', attrs: { id, ...attrs }, content: [{ type: 'text', text: words }] };
}

/** What stands for a stricter paragraph. */
export function aPlaceholder(id: string, placeholder: string, attrs: JsonObject = {}): JsonObject {
  return { type: 'portion', attrs: { id, placeholder, label: 'TLP:RED', lines: 11, readAt: 'Registry', ...attrs } };
}

export function aDocument(...content: Json[]): JsonObject {
  return { type: 'doc', content };
}
