import { adoptionFields } from '../../domain/adoption/authority.ts';
import { dossierFields } from '../../domain/dossiers/authority.ts';
import { type Judged, numberFields } from '../../domain/handling/authority.ts';
import { lifeFields } from '../../domain/papers/lifeAuthority.ts';
import { approvalGrounds } from '../../domain/records/approval.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { hasNaturalId, kindOf } from '../../domain/records/kinds.ts';
import { only, own } from '../../domain/records/own.ts';
import { asJson, type SignedRevision } from '../../domain/records/revision.ts';

/** What a revision is judged by, and what those are held against that are built on it. */
export interface Grounds extends Pick<Judged, 'handling' | 'body' | 'approval'> {
  /** Whose seat it says to be written in. */
  readonly seat: SignedRevision['seat'];
  /** The record's id follows from what the record says. */
  readonly natural: boolean;
}

/** A revision without what it says: what is in memory of each of a bundle's, however large they are. */
export interface RevisionOutline extends Pick<SignedRevision, 'id' | 'record' | 'kind' | 'parents' | 'author' | 'at'> {
  /** Its line, counted from 0. */
  readonly number: number;
  /** Absent where that depends on all that it says, or is more than should be in memory: then it is read again. */
  readonly grounds?: Grounds;
}

/** So many characters of what revisions are judged by are in memory, what many have in common counted once. */
const HELD = 2 * 1024 * 1024;

/** Outlines revisions one after the other. What many of them have in common is in memory once. */
export function outliner(): (revision: SignedRevision, number: number) => RevisionOutline {
  const ids = once<SignedRevision['id']>();
  const records = once<SignedRevision['record']>();
  const authors = once<SignedRevision['author']>();
  const words = once<string>();
  const known = new Map<string, Grounds>();
  let held = 0;

  function groundsIn(revision: SignedRevision): Grounds | undefined {
    if (revision.handling.cleared !== undefined) return undefined;
    const grounds = groundsOf(revision);
    const key = JSON.stringify(asJson(grounds));
    const before = known.get(key);
    if (before !== undefined) return before;
    held += key.length;
    if (held > HELD) return undefined;
    known.set(key, grounds);
    return grounds;
  }

  return (revision, number) => {
    const { id, record, kind, parents, author, at } = revision;
    const grounds = groundsIn(revision);
    return {
      number,
      id: ids(id),
      record: records(record),
      kind: words(kind),
      parents: parents.map(ids),
      author: authors(author),
      at: words(at),
      ...(grounds === undefined ? {} : { grounds }),
    };
  };
}

/** What a revision is judged by; of the body the whole where a mark was cleared for it, else what only some may write. */
export function groundsOf({ kind, record, seat, handling, body }: SignedRevision): Grounds {
  const natural = hasNaturalId(kind, record, body);
  const judged = handling.cleared === undefined ? judgedIn(kind, body) : body;
  return { seat, handling, natural, body: judged, ...approvalOf(kind, body) };
}

/** Of a kind that is approved, how that stands in a body. */
export function approvalOf(kind: string, body: JsonObject): Pick<Judged, 'approval'> {
  const approval = approvalGrounds(kindOf(kind), body);
  return approval === undefined ? {} : { approval };
}

/** The numbers that the Secretariat gives, whose answer it is and who chairs, and whether the record is deleted. */
export function judgedIn(kind: string, body: JsonObject): JsonObject {
  const fields = [...numberFields(kind), ...adoptionFields(kind), ...lifeFields(kind), ...dossierFields(kind)];
  const judged = only(body, fields);
  return own(body, '$deleted') === undefined ? judged : { ...judged, $deleted: {} };
}

/** Gives, for a text that was seen before, that one. */
function once<T extends string>(): (text: T) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before === undefined) known.set(text, text);
    return before ?? text;
  };
}
