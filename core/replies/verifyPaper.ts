import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { minuteOf } from '../context.ts';
import { editRecord } from '../records/editRecord.ts';
import { readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';

/**
 * Notes that somebody made sure that a text from outside comes from where it says: who, when and how. Throws
 * `record.missing`, `record.conflict`, and `record.invalid` for what is not from outside or is verified already.
 */
export function verifyPaper(session: Session, id: RecordId, reason: string): void {
  const { vault, surroundings } = session;
  if (readRecord(vault, id).body.provenance !== 'outside') throw new AmberdeskError('record.invalid', { record: id });
  inTransaction(session, (changed) => {
    editRecord(
      session,
      id,
      {
        provenance: 'verified',
        verification: { on: minuteOf(surroundings.now()).slice(0, 10), reason },
        verifiedBy: vault.installation.seat,
      },
      { base: { provenance: 'outside' } },
    );
    appendJournal(vault, surroundings.now(), 'reply.verified', { record: id });
    changed.add(id);
  });
}
