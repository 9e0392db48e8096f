import type { Circle } from '../handling/circle.ts';
import type { Handling, Label } from '../handling/handling.ts';
import type { RecordId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import type { SignedRevision } from '../records/revision.ts';
import type { Audience, AudienceKind } from './audience.ts';

/** A record as it is now: the one head, or the merge of several. A store's record view is one. */
export interface ReleasableRecord {
  readonly id: RecordId;
  readonly kind: string;
  readonly body: JsonObject;
  readonly handling: Handling;
  readonly deleted: boolean;
  readonly conflicted: boolean;
  /** Who wrote what it says now, and when. For lists that members print; never goes outside. */
  readonly written?: { readonly by: RecordId; readonly at: string };
}

/** What is laid before the gate. */
export interface Material {
  /**
   * Everything that bears on the release: not only what is wanted but also the sessions of items, the portions of
   * papers, what comments are about. What is missing here is read strictly.
   */
  readonly records: readonly ReleasableRecord[];
  /** Which of the records are wanted; all of them when absent. Portions follow their papers. */
  readonly wanted?: ReadonlySet<string>;
  /** The shared revisions of each record, for bundles to members. In any order. */
  readonly histories?: ReadonlyMap<string, readonly SignedRevision[]>;
  /** The line of each revision as it was received or written, by the revision's id. */
  readonly lines?: ReadonlyMap<string, string>;
}

/** Time, people and new ids, from outside. */
export interface Circumstances {
  /** The moment of the release, `2027-03-03T18:12Z`. */
  readonly at: string;
  readonly circle: Circle;
  /** A fresh id for a record in an output without history. Asked once a record and release; never the same id. */
  mint(record: RecordId): RecordId;
  /** The language in which somebody is named who appears under another name; English when absent. */
  readonly language?: 'en' | 'fr';
  /** Which product is needed; both when absent. Outside audiences always get documents. */
  readonly product?: 'documents' | 'revisions';
}

/** Audiences of the board's own people: they get signed revisions. */
export type MemberAudience = Extract<Audience, { kind: 'persons' | 'organisation' | 'group' | 'board' }>;
/** Audiences outside the board: they get fresh records without history. */
export type OutsideAudience = Extract<Audience, { kind: 'guest' | 'community' | 'public' }>;
/** This installation itself. */
export type OwnAudience = Extract<Audience, { kind: 'self' }>;
/** The network's own people: who is told of others by their ids here. */
export type HomeAudience = OwnAudience | MemberAudience;
/** Bodies that are invited, in the room of an open session. */
export type CommunityAudience = Extract<Audience, { kind: 'community' }>;
/** Audiences that a bundle can be sealed for: everybody but this installation itself. */
export type BundleAudience = MemberAudience | OutsideAudience;

/** A record as it may be printed, listed or copied: only the fields that its kind declares for the audience. */
export interface ReleasedRecord {
  /** The record's id for members; a fresh one for a guest, the community and the public. */
  readonly id: RecordId;
  readonly kind: string;
  readonly title: string;
  readonly body: JsonObject;
  /** The label to print in words: the one that counts for this content. */
  readonly label: Label;
  /** The last day, after which a copy asks to be deleted: for whomever it goes to. */
  readonly expires?: string;
  /** For members only (empty outside), as are the following. */
  readonly caveats: readonly string[];
  readonly originator?: RecordId;
  readonly written?: { readonly by?: RecordId; readonly at: string };
}

/** A signed revision that may go into a bundle, whole, with its line of `records.jsonl` (without line end). */
export interface ReleasedRevision {
  readonly revision: SignedRevision;
  readonly line: string;
}

/** A file that may go along, by its digest. */
export interface ReleasedAttachment {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** What came through the gate. `release()` makes a `Release` of it. */
export interface Passed<A extends Audience> {
  readonly kind: A['kind'];
  readonly at: string;
  /** For print, lists and text. Records in the order of the material. */
  readonly documents: readonly ReleasedRecord[];
  /** For bundles to members. Ancestors that stayed behind are named as parents and nowhere else. */
  readonly revisions: readonly ReleasedRevision[];
  /** For bundles to a guest, the community or the public: records to be issued anew, without history. */
  readonly fresh: readonly ReleasedRecord[];
  readonly attachments: readonly ReleasedAttachment[];
}

const OUTSIDE: readonly AudienceKind[] = ['guest', 'community', 'public'];

/** Whether an audience is one of the network's own people. */
export function isHome(audience: Audience): audience is HomeAudience {
  return !isOutside(audience.kind);
}

/** Whether a bundle can be sealed for an audience. */
export function isForBundles(audience: Audience): audience is BundleAudience {
  return audience.kind !== 'self';
}

/** Whether an audience stands outside the board: no trace of what is withheld, no history, new ids. */
export function isOutside(kind: AudienceKind): boolean {
  return OUTSIDE.includes(kind);
}
