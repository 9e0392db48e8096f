import { digestOf } from '../../domain/records/digest.ts';
import { RecordId, RevisionId } from '../../domain/records/ids.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import type { Material } from '../../domain/release/material.ts';
import { minuteOf } from '../context.ts';
import { draftAdds } from '../records/draft.ts';
import { findDraft } from '../records/rows.ts';
import { mayLeave } from '../records/shareDrafts.ts';
import type { Session } from '../session.ts';

/**
 * The revisions that sealing would make of these drafts, unsigned and under ids that lead nowhere: to be explained before
 * anything is shared, without writing. Nothing of it can be sealed, because the gate's material for sealing is never
 * made with them.
 */
export function revisionsAhead({ vault, surroundings }: Session, ids: Iterable<string>): SignedRevision[] {
  const { id: author, seat } = vault.installation;
  return [...ids].flatMap((id) => {
    const draft = findDraft(vault, id);
    if (draft === undefined || !mayLeave(vault, draft) || !draftAdds(vault, id)) return [];
    return [
      {
        id: RevisionId.parse(digestOf({ ahead: id })),
        record: RecordId.parse(id),
        kind: draft.kind,
        parents: draft.base.map((parent) => RevisionId.parse(parent)),
        author,
        seat,
        at: minuteOf(surroundings.now()),
        nonce: '0'.repeat(32),
        handling: draft.handling,
        body: draft.body,
        signature: '',
      },
    ];
  });
}

/** The material with these revisions as if they were shared. */
export function withAhead(material: Material, ahead: readonly SignedRevision[]): Material {
  if (material.histories === undefined || ahead.length === 0) return material;
  const histories = new Map(material.histories);
  for (const revision of ahead) histories.set(revision.record, [...(histories.get(revision.record) ?? []), revision]);
  return { ...material, histories };
}
