import type { SignedRevision } from '../../domain/records/revision.ts';

/** A revision without what it says: what is in memory of each of a bundle's, however large they are. */
export interface RevisionOutline extends Pick<SignedRevision, 'id' | 'record' | 'kind' | 'parents' | 'author' | 'at'> {
  /** Its line, counted from 0. */
  readonly number: number;
}

/** Outlines revisions one after the other. What many of them have in common is in memory once. */
export function outliner(): (revision: SignedRevision, number: number) => RevisionOutline {
  const ids = once<SignedRevision['id']>();
  const records = once<SignedRevision['record']>();
  const authors = once<SignedRevision['author']>();
  const words = once<string>();
  return ({ id, record, kind, parents, author, at }, number) => ({
    number,
    id: ids(id),
    record: records(record),
    kind: words(kind),
    parents: parents.map(ids),
    author: authors(author),
    at: words(at),
  });
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
