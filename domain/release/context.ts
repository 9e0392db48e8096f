import { AmberdeskError } from '../errors.ts';
import { effectiveHandling } from '../handling/change.ts';
import { type Circle, organisationOf } from '../handling/circle.ts';
import { audienceParties, markCoversAll, type Party } from '../handling/covers.ts';
import type { Handling, Mark } from '../handling/handling.ts';
import { numbersTwice } from '../meetings/numbersTwice.ts';
import { keptIds } from '../records/aliases.ts';
import type { RecordId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import type { RecordKind } from '../records/kind.ts';
import { kindOf } from '../records/kinds.ts';
import { objects, text, texts } from '../records/text.ts';
import type { Audience } from './audience.ts';
import { type Circumstances, isOutside, type Material, type ReleasableRecord } from './material.ts';
import { type Veil, veilsFor } from './pseudonyms.ts';
import type { RuleName, Rules } from './rules.ts';

/** What every rule of the gate is asked with. */
export interface GateContext {
  readonly audience: Audience;
  /** The moment of the release. */
  readonly at: string;
  readonly outside: boolean;
  readonly parties: readonly Party[];
  readonly circle: Circle;
  readonly byId: ReadonlyMap<string, ReleasableRecord>;
  /** Portion records by the placeholder they stand for. */
  readonly portions: ReadonlyMap<string, readonly ReleasableRecord[]>;
  /** Bodies and persons that are not to be named to this audience. */
  readonly unnamed: ReadonlySet<string>;
  /** Who appears to this audience under another name, by id. */
  readonly veils: ReadonlyMap<string, Veil>;
  /** All of whom neither name nor id may be shown: unnamed, or under another name. */
  readonly hidden: ReadonlySet<string>;
  /** Records whose number stands on another one of the same series. */
  readonly numberedTwice: ReadonlySet<string>;
  /** What a guest may have at all; undefined for other audiences. */
  readonly scope: ReadonlySet<string> | undefined;
  /** Whether a rule is applied. */
  on(rule: RuleName): boolean;
  covers(mark: Mark): boolean;
  /** The handling that counts for this content. */
  effective(handling: Handling, body: JsonObject): Handling;
  /** The record that stands for what was joined with another; the id itself for all others. */
  keptFor(record: RecordId): RecordId;
  /** The id that a record has in this release. */
  idFor(record: RecordId): RecordId;
  /**
   * What stands in the place of a link to somebody who appears under another name: an id of this release, which
   * `standIns` then holds; undefined where such records do not go to this audience.
   */
  standInFor(veil: Veil): RecordId | undefined;
  /** The stand-ins that something in the release points to. Only these go: how many more there are is not told. */
  readonly standIns: ReadonlyMap<RecordId, Veil>;
  /** Whether the record, or what it belongs to, is under the Chatham House Rule. What is missing counts as being so. */
  isUnderChathamHouse(record: ReleasableRecord): boolean;
}

/** The context of one release. Linear in the number of records. */
export function contextOf(
  rules: Rules,
  material: Material,
  audience: Audience,
  circumstances: Circumstances,
): GateContext {
  const { circle } = circumstances;
  const outside = isOutside(audience.kind);
  const parties = audienceParties(audience, circle);
  const byId = new Map<string, ReleasableRecord>();
  const portions = new Map<string, ReleasableRecord[]>();
  for (const record of material.records) {
    byId.set(record.id, record);
    if (record.kind !== 'portion') continue;
    const placeholder = text(record.body.placeholder);
    const known = portions.get(placeholder);
    if (known === undefined) portions.set(placeholder, [record]);
    else known.push(record);
  }
  const kept = keptIds(material.records);
  const covered = new Map<string, boolean>();
  const covers = (mark: Mark): boolean => {
    const key = JSON.stringify([mark.label, mark.distribution]);
    const known = covered.get(key) ?? markCoversAll(mark, parties, circle);
    covered.set(key, known);
    return known;
  };
  const unnamed = rules.has('names') ? unnamedFor(parties, circle, covers, kept) : new Set<string>();
  const known = rules.has('pseudonyms') ? veilsFor(material.records, audience, circle) : new Map<string, Veil>();
  const veils = new Map([...known].filter(([id, { code }]) => code !== undefined && !unnamed.has(id)));
  // Without a name to give, nobody is named.
  for (const [id, { code }] of known) if (code === undefined) unnamed.add(id);
  for (const [alias, id] of kept) {
    // What leads to one that is not named does not name it either.
    if (unnamed.has(id)) unnamed.add(alias);
    const veil = veils.get(id) ?? veils.get(alias);
    if (veil !== undefined) veils.set(alias, veil).set(id, veil);
  }
  // Whether a clearance holds is asked several times of a record, and costs a digest of its whole body.
  const counted = new WeakMap<JsonObject, { readonly of: Handling; readonly counts: Handling }>();
  const fresh = freshIds(circumstances);
  const standIns = new Map<RecordId, Veil>();
  return {
    audience,
    at: circumstances.at,
    outside,
    parties,
    circle,
    byId,
    portions,
    unnamed,
    veils,
    hidden: new Set([...unnamed, ...veils.keys()]),
    numberedTwice: rules.has('numberTwice') ? numberedTwice(material, byId) : new Set(),
    scope:
      audience.kind === 'guest' && rules.has('guestScope') ? guestScope(audience, material, byId, circle) : undefined,
    on: (rule) => rules.has(rule),
    covers,
    effective(handling, body) {
      if (!rules.has('clearance') || handling.cleared === undefined) return handling;
      const known = counted.get(body);
      if (known?.of === handling) return known.counts;
      const counts = effectiveHandling(handling, body);
      counted.set(body, { of: handling, counts });
      return counts;
    },
    keptFor: (record) => byId.get(kept.get(record) ?? record)?.id ?? record,
    idFor: outside && rules.has('ids') ? fresh : (record) => record,
    standInFor(veil) {
      if (kindOf(veil.kind)?.release.includes(audience.kind) !== true) return undefined;
      const id = fresh(veil.subject);
      standIns.set(id, veil);
      return id;
    },
    standIns,
    isUnderChathamHouse: rules.has('attribution') ? chathamHouse(byId) : () => false,
  };
}

/** Whether the audience may see who wrote or speaks: it is this installation, or the originator's own organisation. */
export function seesAttribution(context: GateContext, originator: string): boolean {
  return context.parties.every((party) => {
    if (party.kind === 'self') return true;
    return party.kind === 'organisation'
      ? party.id === originator
      : party.kind === 'person' && party.organisation === originator;
  });
}

/**
 * Whether the audience may have records of this kind at all: it is declared for them, and what stays within an
 * organisation is asked for by it. Members may have what this version does not know.
 */
export function mayHaveKind(context: GateContext, record: Pick<ReleasableRecord, 'kind' | 'handling'>): boolean {
  const kind = kindOf(record.kind);
  if (kind === undefined) return true;
  const stays = kind.withinOrganisation === true && !seesAttribution(context, record.handling.originator);
  return kind.release.includes(context.audience.kind) && !stays;
}

function numberedTwice({ records }: Material, byId: GateContext['byId']): ReadonlySet<string> {
  const standing = records.filter(({ deleted }) => !deleted);
  const twice = numbersTwice(standing, (session) => text(byId.get(session)?.body.meeting));
  return new Set(twice.flatMap((number) => number.records));
}

function freshIds(circumstances: Circumstances): (record: RecordId) => RecordId {
  const minted = new Map<string, RecordId>();
  return (record) => {
    const known = minted.get(record);
    if (known !== undefined) return known;
    const fresh = circumstances.mint(record);
    if (fresh === record) throw new AmberdeskError('internal', { mint: 'gave a record its own id' });
    minted.set(record, fresh);
    return fresh;
  };
}

function unnamedFor(
  parties: readonly Party[],
  circle: Circle,
  covers: (mark: Mark) => boolean,
  kept: ReadonlyMap<string, string>,
): Set<string> {
  const unnamed = new Set<string>();
  const only = (id: string): boolean => parties.every((party) => party.kind !== 'anyone' && party.id === id);
  for (const [id, member] of circle.organisations) {
    if (member.doNotName && !covers(member.mark) && !only(id)) unnamed.add(id);
  }
  for (const [id, person] of circle.persons) {
    const { organisation = '' } = person;
    const throughBody = unnamed.has(kept.get(organisation) ?? organisation);
    if ((throughBody || (person.doNotName && !covers(person.mark))) && !only(id)) unnamed.add(id);
  }
  return unnamed;
}

/** What a record belongs to, by kind: the field that says so. */
const BELONGS_TO: Readonly<Record<string, string>> = {
  agendaItem: 'session',
  cue: 'record',
  minutes: 'item',
  comment: 'record',
  portion: 'paper',
  decision: 'item',
  action: 'item',
  recommendation: 'item',
};

/** The id of what a record belongs to, by its kind; empty where it should say so and does not. */
export function ownerOf({ kind, body }: Pick<ReleasableRecord, 'kind' | 'body'>): string | undefined {
  const field = Object.hasOwn(BELONGS_TO, kind) ? BELONGS_TO[kind] : undefined;
  return field === undefined ? undefined : text(body[field]);
}

function chathamHouse(byId: ReadonlyMap<string, ReleasableRecord>): (record: ReleasableRecord) => boolean {
  return (record) => {
    const seen = new Set<string>();
    for (let next: ReleasableRecord | undefined = record; next !== undefined; ) {
      if (next.handling.chathamHouse) return true;
      seen.add(next.id);
      const owner = ownerOf(next) ?? '';
      if (owner === '') return false;
      next = byId.get(owner);
      if (next === undefined || seen.has(owner)) return true;
    }
    return false;
  };
}

function guestScope(
  audience: Extract<Audience, { kind: 'guest' }>,
  material: Material,
  byId: ReadonlyMap<string, ReleasableRecord>,
  circle: Circle,
): ReadonlySet<string> {
  const scope = new Set<string>([audience.item, ...audience.papers, audience.party]);
  const organisation = organisationOf(circle, audience.party);
  if (organisation !== undefined) scope.add(organisation);
  for (const id of [...scope]) {
    const record = byId.get(id);
    if (record === undefined) continue;
    for (const field of ['session', 'meeting']) {
      const above = byId.get(text(record.body[field]));
      if (above !== undefined && above.kind === field) scope.add(above.id);
    }
  }
  for (const id of [...scope]) {
    const record = byId.get(id);
    const kind = record === undefined ? undefined : kindOf(record.kind);
    if (record === undefined || kind === undefined) continue;
    for (const named of linkedIds(kind, record.body)) {
      const target = byId.get(named);
      if (target?.kind === 'organisation' || target?.kind === 'person') scope.add(named);
    }
  }
  for (const { id, kind, body } of material.records) {
    const isOpenBook = kind === 'dossier' && body.book === 'open' && scope.has(text(body.meeting));
    if (kind === 'network' || isOpenBook) scope.add(id);
  }
  return scope;
}

/** What a record names in fields that go to a guest: others name nobody there. */
function linkedIds(kind: RecordKind, body: JsonObject): string[] {
  return Object.entries(kind.fields).flatMap(([name, rule]) => {
    if (!rule.release.includes('guest')) return [];
    const value = body[name];
    if (rule.link) return typeof value === 'string' ? [value] : texts(value);
    const entry = Object.entries(rule.entry ?? {}).filter(([, inner]) => inner.link && inner.release.includes('guest'));
    return entry.length === 0 ? [] : objects(value).flatMap((item) => entry.map(([inner]) => text(item[inner])));
  });
}
