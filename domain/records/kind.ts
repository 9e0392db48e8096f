import type { z } from 'zod';
import type { AudienceKind } from '../release/audience.ts';
import type { JsonObject } from './json.ts';

/**
 * How a field merges (see `merge.ts`). `scalar`: the whole value; `set`: an array without order; `keyedList`: an array
 * of objects with an `id` and a fractional `order`; `richText`: a document whose blocks have stable ids.
 */
export type MergeRule = 'scalar' | 'set' | 'keyedList' | 'richText';

/** The audiences that a field may be released to. A field without a declaration is released to nobody. */
export type ReleaseRule = readonly AudienceKind[];

export type Attribution = 'author' | 'speaker' | 'said';

export interface FieldRule {
  readonly schema: z.ZodType;
  readonly merge: MergeRule;
  readonly release: ReleaseRule;
  /** The field's words are found by search. */
  readonly search: boolean;
  /** The field holds one record id, or an array of them. */
  readonly link: boolean;
  /** Decisions, dates and positions: changed on both sides in any way, a person is asked. */
  readonly asks: boolean;
  /**
   * A moment that several may note at once: values that are no more than so many minutes apart are one, the earliest.
   * Those further apart are a question like every other.
   */
  readonly sameWithin?: number;
  /**
   * The field says who wrote (`author`), who speaks (`speaker`: persons only), or, in a text, who said what (`said`: bodies
   * and persons that it links to). Withheld under the Chatham House Rule.
   */
  readonly attribution?: Attribution;
  /**
   * In an entry: it tells something of whom this other field names, such as where they are. Left out where they appear
   * under another name.
   */
  readonly tellsOf?: string;
  /** In an entry: a link that only adds to what the entry says, which goes without it where the link does not. */
  readonly aside?: boolean;
  /** In an entry: the id of an entry of this other list of the record. It has the id there that the other gets. */
  readonly entryOf?: string;
  /** It is said to somebody: outside, only those whom this other field names learn of it. */
  readonly saidTo?: string;
  /** In a list: those outside learn of its last entry alone. */
  readonly lastOutside?: boolean;
  /** The rules of a keyed list's entries, by field. */
  readonly entry?: Readonly<Record<string, FieldRule>>;
}

/** How records of a kind appear under another name. The kind has a field `anonymity` (`ANONYMITY`). */
export interface Anonymity {
  /** The field that has the other name in its place. */
  readonly name: string;
  /** What still goes beside it; every other field is left out. */
  readonly keeps: readonly string[];
  /** What stands before the code: it says what is named, and nothing of it. */
  readonly called: Readonly<Record<'en' | 'fr', string>>;
}

/** What is approved or issued stands as it was, until it is opened again for a reason (`approval.ts`). */
export interface Approval {
  /** The field that says so, and what it says then. */
  readonly field: string;
  readonly value: string;
  /** What else has to be there for it to stand; nothing more where this is absent. */
  stands?(body: JsonObject): boolean;
  /** The list that keeps each reopening with its reason. */
  readonly reopenings: string;
  /** Which entries of that list are reopenings; all of them where this is absent. */
  opens?(entry: JsonObject): boolean;
  /** What is said where it would be changed all the same, and where somebody else than the Secretariat would do it. */
  readonly refusals: {
    readonly standing: 'minutes.approved' | 'paper.issued';
    readonly bySecretariat: 'minutes.bySecretariat' | 'paper.bySecretariat';
  };
}

/** A record kind: its fields with their rules. Storage, merging, handling and search are written once, for all kinds. */
export interface RecordKind {
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Audiences that the record may go to at all. */
  readonly release: ReleaseRule;
  /** Born private: annotations and drafts of positions. */
  readonly bornPrivate: boolean;
  /** Born TLP:AMBER+STRICT for its author's organisation: what is stricter than the record that it is about. */
  readonly bornStrict?: boolean;
  readonly anonymity?: Anonymity;
  /** Fields with one link each: the record goes only where everything that they name may be known. */
  readonly onlyWith?: readonly string[];
  /** Never leaves the organisation that wrote it, whatever its mark. */
  readonly withinOrganisation?: boolean;
  readonly approval?: Approval;
  /** What lists and conflicts call such a record. */
  title(body: JsonObject): string;
  /** What the record's id is derived from, when it has a natural key. */
  naturalKey?(body: JsonObject): string | undefined;
}

export const MEMBERS = ['self', 'persons', 'organisation', 'group', 'board'] as const satisfies ReleaseRule;
export const GUESTS = [...MEMBERS, 'guest'] as const satisfies ReleaseRule;
export const COMMUNITY = [...GUESTS, 'community'] as const satisfies ReleaseRule;
export const ALL = [...COMMUNITY, 'public'] as const satisfies ReleaseRule;
export const SELF = ['self'] as const satisfies ReleaseRule;

interface FieldOptions {
  search?: boolean;
  link?: boolean;
  asks?: boolean;
  attribution?: Attribution;
  tellsOf?: string;
  aside?: boolean;
  entryOf?: string;
  saidTo?: string;
  sameWithin?: number;
}

function field(merge: MergeRule, schema: z.ZodType, release: ReleaseRule, options: FieldOptions = {}): FieldRule {
  return {
    schema,
    merge,
    release,
    search: options.search ?? false,
    link: options.link ?? false,
    asks: options.asks ?? false,
    ...(options.attribution === undefined ? {} : { attribution: options.attribution }),
    ...(options.tellsOf === undefined ? {} : { tellsOf: options.tellsOf }),
    ...(options.aside === undefined ? {} : { aside: options.aside }),
    ...(options.entryOf === undefined ? {} : { entryOf: options.entryOf }),
    ...(options.saidTo === undefined ? {} : { saidTo: options.saidTo }),
    ...(options.sameWithin === undefined ? {} : { sameWithin: options.sameWithin }),
  };
}

export const scalar = (schema: z.ZodType, release: ReleaseRule, options?: FieldOptions): FieldRule =>
  field('scalar', schema, release, options);
export const set = (schema: z.ZodType, release: ReleaseRule, options?: FieldOptions): FieldRule =>
  field('set', schema, release, options);
export const richText = (schema: z.ZodType, release: ReleaseRule, options?: FieldOptions): FieldRule =>
  field('richText', schema, release, options);
export const keyedList = (
  schema: z.ZodType,
  release: ReleaseRule,
  entry: Readonly<Record<string, FieldRule>>,
  options: { readonly lastOutside?: boolean } = {},
): FieldRule => ({ ...field('keyedList', schema, release), entry, ...options });
