import { AmberdeskError } from '../errors.ts';
import type { Circle } from '../handling/circle.ts';
import type { Distribution, Handling } from '../handling/handling.ts';
import type { RecordId } from '../records/ids.ts';
import type { Audience } from './audience.ts';
import type { Explanation } from './explain.ts';
import { passGate } from './gate.ts';
import { type Lack, lackingOf } from './lacking.ts';
import {
  type Circumstances,
  type HomeAudience,
  isHome,
  isOutside,
  type Material,
  type OutsideAudience,
  type OwnAudience,
  type Passed,
  type ReleasedRecord,
} from './material.ts';
import { ALL_RULES } from './rules.ts';
import type { Verdict } from './verdict.ts';

const PASSED: unique symbol = Symbol('passed');

/**
 * What may go to one audience, and nothing else. It can be made by `release` only: the key of its brand leaves this
 * module neither in types nor in values, and every maker of output asks `assertRelease` once more. A copy, by spread,
 * by JSON or into another thread, is none.
 */
export interface Release<A extends Audience = Audience> extends Passed<A> {
  readonly [PASSED]: A;
}

/** What the gate had before it when it made a release, and what it found. */
interface Behind {
  readonly material: Material;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly ownIds: ReadonlyMap<string, string>;
}

/** Every release, with what is behind it. */
const releases = new WeakMap<object, Behind>();

/**
 * The one gate. Takes everything that bears on the output and gives what may go to `audience`, with an explanation,
 * record by record, for the person at the desk. Nothing is thrown for what is withheld; where all is, the release is
 * empty. Linear in the size of the material.
 *
 * Throws `internal` when `mint` gives a record its own id.
 */
export function release<A extends Audience>(
  material: Material,
  audience: A,
  circumstances: Circumstances,
): { readonly release: Release<A>; readonly explanation: Explanation } {
  const { passed, explanation, verdicts, ownIds } = passGate(ALL_RULES, material, audience, circumstances);
  return { release: branded(passed, audience, { material, verdicts, ownIds }), explanation };
}

/**
 * The same release without the signed revisions, and without the attachments, that its addressees have. It can only
 * leave out: what the gate withheld stays withheld. Throws `release.unreleased`.
 */
export function withoutHeld<A extends Audience>(release: Release<A>, lack: Lack): Release<A> {
  const audience = audienceOf(release);
  return branded({ ...release, ...lackingOf(release.revisions, lack) }, audience, behind(release));
}

/**
 * The same release without some of its records, none of which another one names. It can only leave out. Throws
 * `release.unreleased`.
 */
export function withoutRecords<A extends Audience>(release: Release<A>, left: ReadonlySet<string>): Release<A> {
  const kept = (records: readonly ReleasedRecord[]) => records.filter(({ id }) => !left.has(id));
  const documents = kept(release.documents);
  const fresh = release.fresh === release.documents ? documents : kept(release.fresh);
  return branded({ ...release, documents, fresh }, audienceOf(release), behind(release));
}

function branded<A extends Audience>(passed: Passed<A>, audience: A, found: Behind): Release<A> {
  const made: Release<A> = Object.defineProperty({ ...passed, [PASSED]: audience }, PASSED, { enumerable: false });
  for (const list of [made.documents, made.revisions, made.fresh, made.attachments]) freeze(list);
  releases.set(Object.freeze(made), found);
  return made;
}

/**
 * Makes sure that what is about to become output came through the gate. Throws `release.unreleased`.
 */
export function assertRelease(value: unknown): asserts value is Release {
  if (typeof value !== 'object' || value === null || !releases.has(value)) {
    throw new AmberdeskError('release.unreleased');
  }
}

/** Whether a release is for one body or more outside the board. */
export function isReleasedOutside(release: Release): release is Release<OutsideAudience> {
  return isOutside(audienceOf(release).kind);
}

/** Whether a release is for the network's own people. */
export function isReleasedAtHome(release: Release): release is Release<HomeAudience> {
  return isHome(audienceOf(release));
}

/** Whether a release is for this installation and nobody else. */
export function isReleasedToSelf(release: Release): release is Release<OwnAudience> {
  return audienceOf(release).kind === 'self';
}

/** The audience that a release was made for, with its names. Not among what JSON shows of the release. */
export function audienceOf<A extends Audience>(release: Release<A>): A {
  assertRelease(release);
  return release[PASSED];
}

/**
 * Everything that the gate had before it when it made a release: what the finished file is searched for, as far as it
 * was not released. For the audit alone.
 */
export function laidBefore(release: Release): Material {
  return behind(release).material;
}

/** Why each record that the gate had before it does not go; for what is said about a release before it leaves. */
export function judgedFor(release: Release): ReadonlyMap<string, Verdict> {
  return behind(release).verdicts;
}

/** The id here of a released record, which has another one outside. */
export function ownIdOf(release: Release, id: string): string {
  return behind(release).ownIds.get(id) ?? id;
}

function behind(release: Release): Behind {
  const found = releases.get(release);
  if (found === undefined) throw new AmberdeskError('release.unreleased');
  return found;
}

/** The released record with this id, or undefined. */
export function releasedRecord(release: Release, id: string): ReleasedRecord | undefined {
  return release.documents.find((record) => record.id === id);
}

/** The released records of a kind, in the order of the material. */
export function releasedOfKind(release: Release, kind: string): ReleasedRecord[] {
  return release.documents.filter((record) => record.kind === kind);
}

/**
 * The handling under which the sender issues a fresh record anew: its label, for this audience and nobody else, with
 * the sender as originator.
 */
export function freshHandling(
  release: Release<OutsideAudience>,
  record: ReleasedRecord,
  originator: RecordId,
  circle: Circle,
): Handling {
  return {
    label: record.label,
    distribution: distributionTo(audienceOf(release), circle),
    originator,
    caveats: [],
    chathamHouse: false,
    ...(record.expires === undefined ? {} : { expires: record.expires }),
  };
}

function distributionTo(audience: OutsideAudience, circle: Circle): Distribution {
  switch (audience.kind) {
    case 'public':
      return { to: 'everyone' };
    case 'community':
      return { to: 'community' };
    case 'guest':
      return circle.organisations.has(audience.party)
        ? { to: 'named', organisations: [audience.party], persons: [] }
        : { to: 'named', organisations: [], persons: [audience.party] };
  }
}

/** Freezes a list of results with everything that the gate itself made; signed revisions are the caller's. */
function freeze(value: unknown): void {
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null || Object.isFrozen(next) || 'signature' in next) continue;
    Object.freeze(next);
    open.push(...Object.values(next));
  }
}
