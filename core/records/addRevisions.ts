import { RecordId } from '../../domain/records/ids.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import type { Session } from '../session.ts';
import { draftAdds } from './draft.ts';
import { cutDraft, leaveCutsAside } from './localCuts.ts';
import { type RefreshOptions, refresh } from './refresh.ts';
import { dropDraft, findDraft, type Rows, writeRevision } from './rows.ts';
import { inWholeTransaction } from './transaction.ts';

/** A verified revision, and the line of `records.jsonl` it came in. */
export interface RevisionLine {
  readonly revision: SignedRevision;
  readonly line: string;
}

/** Revisions with so many characters in all are kept at hand; the others are read again when their record is computed. */
const AT_HAND = 4 * 1024 * 1024;

/**
 * Adds verified revisions that came in a bundle and computes the records they touch. Those that are here already are
 * passed over, so the same bundle twice changes nothing; parents need not be here. Part of the caller's transaction,
 * if there is one; the caller then announces the records that are given back.
 */
export function addRevisions(
  session: Session,
  lines: Iterable<RevisionLine>,
  bundle: string,
  options: Pick<RefreshOptions, 'words'> = {},
): { changed: RecordId[]; added: number } {
  const { vault, surroundings } = session;
  return inWholeTransaction(session, (changed) => {
    const atHand = new Map<string, SignedRevision>();
    const touched = new Set<string>();
    let added = 0;
    let held = 0;
    for (const { revision, line } of lines) {
      if (!writeRevision(vault, revision, line, bundle)) continue;
      added += 1;
      touched.add(revision.record);
      held += line.length;
      if (held <= AT_HAND) atHand.set(revision.id, revision);
    }
    for (const id of touched) cutDraft(vault, id, surroundings.now());
    for (const id of refreshReceived(vault, touched, { atHand, ...options })) changed.add(id);
    return { changed: [...changed], added };
  });
}

/**
 * Computes records after revisions of others came or went: drafts that add nothing any more end, and undo does not
 * reach behind the change. Gives the records that are not what they were. Part of the caller's transaction.
 */
export function refreshReceived(rows: Rows, touched: ReadonlySet<string>, options: RefreshOptions = {}): RecordId[] {
  for (const id of touched) if (findDraft(rows, id) !== undefined && !draftAdds(rows, id)) dropDraft(rows, id);
  const changed = refresh(rows, touched, options);
  for (const id of changed) leaveCutsAside(rows, id);
  return [...changed].map((id) => RecordId.parse(id));
}
