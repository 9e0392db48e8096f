import { generateKeyBetween } from 'fractional-indexing';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Json, JsonObject } from '../../domain/records/json.ts';
import { compareEntries } from '../../domain/records/mergeFields.ts';
import { asJson } from '../../domain/records/revision.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import { changesTo } from '../papers/life.ts';
import { editRecord } from '../records/editRecord.ts';
import { cutDraft } from '../records/localCuts.ts';
import type { RecordView } from '../records/recordView.ts';
import type { Session } from '../session.ts';
import { markOnceReceived } from './commissioned.ts';
import { withPortionsOf } from './keepPortions.ts';

/** What came for a paper that was asked for: its text, or a file that is not read. */
interface Came {
  readonly provenance: string;
  readonly received: JsonObject;
  readonly body?: Json;
  readonly attachment?: JsonObject;
}

/**
 * Puts what a body sent into the paper that it was asked for, which is handed in by that, from outside and unverified. Its
 * title, kind and language stay; what stood in its text stays in the local history, and the places of its stricter portions
 * stand at the end of the new text. Part of the caller's transaction.
 */
export function landIn(session: Session, paper: RecordView, came: Came, from: RecordId, stays: boolean): void {
  const { vault, surroundings } = session;
  const { body: before } = paper;
  const { attachment, ...said } = came;
  const files = objects(before.attachments).toSorted(compareEntries);
  const order = generateKeyBetween(text(files.at(-1)?.order) || null, null);
  const mark = markOnceReceived(session, paper.handling, from, stays);
  cutDraft(vault, paper.id, surroundings.now());
  editRecord(
    session,
    paper.id,
    {
      ...said,
      ...(said.body === undefined ? {} : { body: withPortionsOf(before.body, said.body) }),
      ...(attachment === undefined ? {} : { attachments: asJson([...files, { ...attachment, order }]) }),
      ...changesTo(session, before, 'submitted', ''),
      from: [...new Set([...texts(before.from), from])],
      verification: null,
      verifiedBy: null,
    },
    mark === undefined ? {} : { mark },
  );
  cutDraft(vault, paper.id, surroundings.now());
}
