import { foldedWords } from '../library/words.ts';
import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import type { Audience } from './audience.ts';
import { contextOf } from './context.ts';
import type { ReasonCode } from './explain.ts';
import type { Circumstances, Material, ReleasableRecord } from './material.ts';
import { ALL_RULES } from './rules.ts';
import { judgeAll, type Verdict } from './verdict.ts';

/** What a record is called, by the fields that say so. Remarks have no names. */
const NAMED_BY = ['name', 'shortName', 'title'] as const;
/** Names of these are part of longer names; titles of others only stand for the whole. */
const PARTIES = new Set(['organisation', 'person', 'network']);

/**
 * Reasons that say that an audience may not know of a record. Others say that it does not go now (in conflict, deleted,
 * not asked for): who may have it may read its name.
 */
const BY_MARK: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'distribution',
  'clearance',
  'openLabel',
  'closedSession',
  'unnamed',
  'names',
  'pseudonym',
]);

/** A name or title, as words that are compared. */
export interface Name {
  readonly record: string;
  readonly kind: string;
  readonly words: readonly string[];
  /** It counts only where it is written in capitals as here: an abbreviation, or a word that is also common. */
  readonly as: 'anyCase' | 'capital' | 'exact';
  readonly text: string;
}

/** The names that an audience may not know, and those that it may. */
export interface Names {
  readonly withheld: readonly Name[];
  readonly released: readonly Name[];
}

/** Kinds that may have a name; what bears on them must be in the material too (sessions, for their items). */
export const NAMED_KINDS = ['network', 'organisation', 'person', 'meeting', 'session', 'agendaItem', 'paper'] as const;

/**
 * What the records of the material are called: apart for those whose mark keeps them from the audience. `own`: the
 * organisation that makes the output, which every output names; unless it is not to be named.
 */
export function namesFor(material: Material, audience: Audience, circumstances: Circumstances, own: string): Names {
  return namesBy(material, judgeAll(contextOf(ALL_RULES, material, audience, circumstances), material), own);
}

/** The same of what was judged already. */
export function namesBy(material: Material, verdicts: ReadonlyMap<string, Verdict>, own: string): Names {
  const withheld: Name[] = [];
  const released: Name[] = [];
  for (const record of material.records) {
    const names = namesOfRecord(record);
    if (names.length === 0) continue;
    const reasons = (verdicts.get(record.id)?.document ?? []).filter((reason) => BY_MARK.has(reason));
    const isKept = reasons.length > 0 && !(record.id === own && !reasons.includes('unnamed'));
    (isKept ? withheld : released).push(...names);
  }
  return { withheld, released };
}

function namesOfRecord({ id, kind, body }: ReleasableRecord): Name[] {
  const names = new Map<string, Name>();
  const add = (said: string, as: Name['as'], words = wordsOf(said)) => {
    const key = words.join(' ');
    if (words.length > 0 && !names.has(key)) names.set(key, { record: id, kind, words, as, text: said });
  };
  for (const field of NAMED_BY) {
    const said = text(body[field]).trim();
    const words = wordsOf(said);
    if (words.join('').length < SHORTEST) continue;
    if (words.length > 1) add(said, 'anyCase', words);
    else add(said, isAbbreviation(said) ? 'exact' : 'capital', words);
  }
  const family = kind === 'person' ? familyName(body) : undefined;
  if (family !== undefined) add(family, 'capital');
  return [...names.values()];
}

/** Letters of a name at least. */
const SHORTEST = 2;
/** Letters of a family name that stands alone at least. */
const SHORTEST_FAMILY = 4;

function familyName(body: JsonObject): string | undefined {
  const parts = text(body.name).trim().split(/\s+/);
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && last.length >= SHORTEST_FAMILY && /^\p{Lu}/u.test(last) ? last : undefined;
}

const isAbbreviation = (said: string): boolean => said.length < 4 || said === said.toUpperCase();

function wordsOf(said: string): string[] {
  return foldedWords(said);
}

/** Whether a name of this kind is part of longer names. */
export function isParty(kind: string): boolean {
  return PARTIES.has(kind);
}
