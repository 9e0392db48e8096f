import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { clearanceDigest } from '../../domain/handling/change.ts';
import type { Holder } from '../../domain/handling/circle.ts';
import { type Handling, LABELS, type Label, type Mark } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import type { AudienceKind } from '../../domain/release/audience.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import type { RuleName } from '../../domain/release/rules.ts';

/** A string that stands in one place only, with what must hold for it to be shown. */
export interface Canary {
  readonly text: string;
  readonly record: RecordId;
  /** `title`, `speakers/zone`; a field of the record, or of an entry of its. */
  readonly field: string;
  /** The audiences that its field declares; empty for what no kind declares. */
  readonly declared: readonly AudienceKind[];
  /** The rule that keeps it from all others; `fields` where nothing is said. */
  readonly by?: RuleName;
  /** The mark of the block it stands in. */
  readonly mark?: string;
  /** It stands beside a link of this field, and goes only with it. */
  readonly beside?: {
    readonly field: 'speakers' | 'candidates' | 'clearance' | 'copies';
    readonly party: RecordId;
  };
  /** It is said to these: those outside learn of it only where they are among them. */
  readonly saidTo?: readonly RecordId[];
  /** It is the text of a link to this record, and goes only when that may be named. */
  readonly names?: RecordId;
  /** It stands over links to these, and goes outside only with one of them. */
  readonly over?: readonly RecordId[];
  /** It is said of a figure, which goes outside only with its picture: whether that is among the files of the record. */
  readonly drawn?: boolean;
  /** It says where something is, and stands in every text that refers to that, too. */
  readonly place?: KnownPlace;
}

/** A block of a paper, or of one of its portions; without block the paper itself. */
export interface KnownPlace {
  readonly paper: RecordId;
  readonly block?: string;
  readonly placeholder?: string;
}

/** Choices that are the same for the same seed (mulberry32). */
export interface Choices {
  upTo(most: number): number;
  percent(chance: number): boolean;
  of<T>(first: T, ...others: T[]): T;
  some<T>(all: readonly T[], chance: number): T[];
}

export function choicesOf(seed: number): Choices {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    upTo: (most) => Math.floor(next() * (most + 1)),
    percent: (chance) => next() * 100 < chance,
    of: (first, ...others) => [first, ...others][Math.floor(next() * (others.length + 1))] ?? first,
    some: (all, chance) => all.filter(() => next() * 100 < chance),
  };
}

/** Names that occur nowhere else: canaries, ids of records, of blocks and of entries, digests. */
export interface Mint {
  canary(): string;
  record(): RecordId;
  /** Ids that must never leave the board: of blocks, of entries. */
  inner(): string;
  digest(): string;
}

export const CANARY = /canary-\d{6}-end/g;
export const INNER = /inner-\d{6}-end/g;
export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export function mintOf(seed: number): Mint {
  let count = 0;
  const number = (): string => {
    count += 1;
    return String(count).padStart(6, '0');
  };
  return {
    canary: () => `canary-${number()}-end`,
    record: () => RecordId.parse(`${(seed >>> 0).toString(16).padStart(8, '0')}-0000-4000-8000-000000${number()}`),
    inner: () => `inner-${number()}-end`,
    digest: () => `${(seed >>> 0).toString(16).padStart(8, '0')}${number()}`.padEnd(64, 'd'),
  };
}

/** Marks of every sort, sensible and senseless, with a leaning to the wide ones so that there is something to release. */
export function randomMark(
  choices: Choices,
  organisations: readonly [RecordId, ...RecordId[]],
  persons: readonly [RecordId, ...RecordId[]],
): Mark {
  const named = (label: Label, bodies: number, people: number): Mark => ({
    label,
    distribution: {
      to: 'named',
      organisations: choices.some(organisations, bodies),
      persons: choices.some(persons, people),
    },
  });
  switch (choices.upTo(15)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return { label: 'TLP:CLEAR', distribution: { to: 'everyone' } };
    case 4:
    case 5:
    case 6:
      return { label: 'TLP:GREEN', distribution: { to: 'community' } };
    case 7:
    case 8:
    case 9:
      return { label: 'TLP:AMBER', distribution: { to: 'board' } };
    case 10:
      return named('TLP:AMBER', 60, 10);
    case 11:
      return named('TLP:GREEN', 80, 30);
    case 12:
      return {
        label: 'TLP:AMBER+STRICT',
        distribution: { to: 'named', organisations: [choices.of(...organisations)], persons: [] },
      };
    case 13:
      return named('TLP:RED', 0, 40);
    case 14:
      return { label: 'PRIVATE', distribution: { to: 'installation' } };
    default:
      return {
        label: choices.of(...LABELS),
        distribution: choices.of<Mark['distribution']>({ to: 'board' }, { to: 'community' }, { to: 'everyone' }),
      };
  }
}

/** The digest of content that nobody has. */
export const STALE = 'stale'.padEnd(64, '0');

export type Ids = [RecordId, ...RecordId[]];

/** What every part of a vault is made with. */
export interface Making {
  readonly choices: Choices;
  readonly mint: Mint;
  readonly canaries: Canary[];
  readonly records: ReleasableRecord[];
  readonly organisations: Ids;
  readonly persons: Ids;
  readonly holder: Holder;
  /** Everything that texts may refer to. */
  readonly places: { readonly paper: RecordId; readonly block: string }[];
  /** The content of every file that a record or an older version of one names, by its digest. */
  readonly files: Map<string, Buffer>;
}

/** A file whose content holds a canary that stands nowhere else: a text, or one that is packed. Gives its digest. */
export function aFile({ mint, files }: Making): string {
  const words = Buffer.from(`place;radios\n${mint.canary()};12\n`);
  const content = files.size % 3 === 2 ? gzipSync(words) : words;
  const sha256 = createHash('sha256').update(content).digest('hex');
  files.set(sha256, content);
  return sha256;
}

/** A canary in a field of a record. */
export function canary(
  making: Making,
  record: RecordId,
  field: string,
  declared: readonly AudienceKind[],
  more: Partial<Canary> = {},
): string {
  const text = making.mint.canary();
  making.canaries.push({ text, record, field, declared, ...more });
  return text;
}

/** A handling for this body: some are cleared, some of these for other content. */
export function randomHandling(making: Making, body: JsonObject, caveat: () => string, mark?: Mark): Handling {
  const { choices, organisations, persons } = making;
  const originator = choices.of(...organisations);
  const stated = mark ?? randomMark(choices, organisations, persons);
  const handling: Handling = {
    ...stated,
    originator,
    caveats: choices.percent(20) ? [caveat()] : [],
    chathamHouse: choices.percent(12),
  };
  const isWide = ['TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'].includes(stated.label);
  if (!isWide || choices.percent(75)) return handling;
  const otherwise = choices.of<Mark>(
    { label: 'PRIVATE', distribution: { to: 'installation' } },
    { label: 'TLP:AMBER+STRICT', distribution: { to: 'named', organisations: [originator], persons: [] } },
    { label: 'TLP:AMBER', distribution: { to: 'board' } },
  );
  return { ...handling, cleared: { digest: choices.percent(50) ? clearanceDigest(body) : STALE, otherwise } };
}

/** A paragraph with an id that must not leave the board. */
export function aParagraph(making: Making, text: string, more: JsonObject = {}): JsonObject {
  return { type: 'paragraph', attrs: { id: making.mint.inner(), ...more }, content: [{ type: 'text', text }] };
}

/** Some records are to be deleted after a day, by choices of their own: what else was made stays as it was. */
export function setLastDays({ records }: Making, choices: Making['choices']): void {
  for (const [at, record] of records.entries()) {
    if (!choices.percent(8)) continue;
    const expires = choices.of('2027-03-02', '2027-03-03', '2027-12-31');
    records[at] = { ...record, handling: { ...record.handling, expires } };
  }
}
