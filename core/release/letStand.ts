import { effectiveHandling, markOf } from '../../domain/handling/change.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import { labelRank } from '../../domain/handling/order.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { decisionAudience } from '../../domain/release/decided.ts';
import { createRecord } from '../records/createRecord.ts';
import { deleteRecord, editRecord, restoreRecord } from '../records/editRecord.ts';
import { requireRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { decisionId } from './mentions.ts';

/** One withheld name in one sentence of a text. */
export interface MentionKey {
  readonly name: RecordId;
  readonly record: RecordId;
  readonly digest: string;
}

/**
 * Keeps that a withheld name may stand in a sentence for an audience; decided once more, with another reason. It is for
 * the own organisation alone, or as strict as what it names. Throws `record.missing`.
 */
export function letStand(session: Session, mention: MentionKey, audience: Audience, reason: string): RecordId {
  const { vault } = session;
  requireRecord(vault, mention.record);
  const id = decisionId(mention, audience);
  const known = findRecord(vault, id);
  if (known === undefined) {
    const body = { ...mention, audience: decisionAudience(audience), reasons: reasonsOf(reason) };
    createRecord(session, 'mention', body, { id, mark: markFor(session, mention.name) });
    return id;
  }
  if (known.deleted) restoreRecord(session, id);
  editRecord(session, id, { reasons: reasonsOf(reason) });
  return id;
}

/** Takes decisions back: what they were on is asked again. Throws `record.missing`. */
export function askAgain(session: Session, id: RecordId): void {
  if (!requireRecord(session.vault, id).deleted) deleteRecord(session, id, 'asked again');
}

const reasonsOf = (reason: string): string[] => (reason === '' ? [] : [reason]);

function markFor({ vault }: Session, name: RecordId): Mark {
  const { handling, body } = requireRecord(vault, name);
  const { label, distribution } = markOf(effectiveHandling(handling, body));
  if (labelRank(label) < labelRank('TLP:AMBER+STRICT')) return { label, distribution };
  const { organisation } = vault.installation;
  return { label: 'TLP:AMBER+STRICT', distribution: { to: 'named', organisations: [organisation], persons: [] } };
}
