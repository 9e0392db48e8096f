import { DELETED } from '../../domain/records/deletion.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { objectOf, own } from '../../domain/records/own.ts';
import type { Session } from '../session.ts';
import { changeRecord } from './changeRecord.ts';
import { handlingAfter } from './handlingAfter.ts';
import { readVersion } from './historyOf.ts';
import type { RecordView } from './recordView.ts';

/**
 * Gives a record the content that it had in one version of its history, as a new edit over all that came since; its
 * handling and whether it is deleted stay as they are. Throws what editing throws, and `record.noSuchVersion`.
 */
export function revertToRevision(session: Session, id: RecordId, version: string): RecordView {
  return changeRecord(session, id, (record) => {
    const { [DELETED]: _deleted, ...content } = readVersion(session.vault, id, version).body;
    const body = objectOf([...Object.entries(content), [DELETED, own(record.body, DELETED)]]);
    return { body, handling: handlingAfter(session.vault, record, body, {}) };
  });
}
