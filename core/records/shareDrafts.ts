import { isDeleted } from '../../domain/records/deletion.ts';
import { RecordId, RevisionId } from '../../domain/records/ids.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { asJson, type SignedRevision } from '../../domain/records/revision.ts';
import { minuteOf } from '../context.ts';
import type { Session } from '../session.ts';
import { readSigningKey } from '../vault/installation.ts';
import { draftAdds } from './draft.ts';
import { cutDraft } from './localCuts.ts';
import { refresh } from './refresh.ts';
import { type DraftRow, draftedRecords, dropDraft, findDraft, findRecord, type Rows, writeRevision } from './rows.ts';
import { signRevision } from './signing.ts';
import { inTransaction } from './transaction.ts';

/**
 * Makes one signed revision of each of these records that was changed since it was shared, and ends its draft. Drafts
 * that add nothing end without one. Stays a draft: what is private, what is in conflict, and what was deleted before
 * it was ever shared. Gives the revisions in the order of their records; the parents are those the draft began from.
 */
export function shareDrafts(session: Session, ids: readonly RecordId[] | 'all'): SignedRevision[] {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const wanted = ids === 'all' ? draftedRecords(vault) : [...new Set(ids)].sort();
    const revisions: SignedRevision[] = [];
    const ended: string[] = [];
    const sign = signer(session);
    for (const id of wanted) {
      const draft = findDraft(vault, id);
      if (draft === undefined || !mayLeave(vault, draft)) continue;
      cutDraft(vault, id, session.surroundings.now());
      if (draftAdds(vault, id)) {
        const revision = sign(draft);
        writeRevision(vault, revision, canonicalJson(asJson(revision)), null);
        revisions.push(revision);
      }
      dropDraft(vault, id);
      ended.push(id);
    }
    refresh(vault, ended);
    for (const id of ended) changed.add(RecordId.parse(id));
    return revisions;
  });
}

/** Whether a draft may become a shared revision: see `shareDrafts`. */
export function mayLeave(rows: Rows, draft: DraftRow): boolean {
  if (draft.handling.label === 'PRIVATE' || kindOf(draft.kind)?.bornPrivate === true) return false;
  if (findRecord(rows, draft.record)?.conflicted === true) return false;
  return draft.base.length > 0 || !isDeleted(draft.body);
}

function signer({ vault, surroundings }: Session): (draft: DraftRow) => SignedRevision {
  const key = readSigningKey(vault);
  const { id: author, seat } = vault.installation;
  const at = minuteOf(surroundings.now());
  return ({ record, kind, base, handling, body }) =>
    signRevision(
      {
        record: RecordId.parse(record),
        kind,
        parents: base.map((parent) => RevisionId.parse(parent)),
        author,
        seat,
        at,
        nonce: Buffer.from(surroundings.randomBytes(16)).toString('hex'),
        handling,
        body,
      },
      key,
    );
}
