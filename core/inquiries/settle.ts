import type { z } from 'zod';
import type { inquiriesCalls } from '../../contract/inquiries/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { standingOf } from '../../domain/inquiries/standing.ts';
import { inquiryWords } from '../../domain/inquiries/words.ts';
import type { Block } from '../../domain/papers/richText.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { asJson, Body } from '../../domain/records/revision.ts';
import { objects, text } from '../../domain/records/text.ts';
import { minuteOf } from '../context.ts';
import { importPlainText } from '../papers/importPlainText.ts';
import { createRecord } from '../records/createRecord.ts';
import { editRecord } from '../records/editRecord.ts';
import { findRecord } from '../records/rows.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { requireInquiry } from './inquiryOf.ts';

/**
 * Settles the national position of a line, with who did and when; without a position and words it is open again. Throws
 * `record.missing`, and what `editRecord` throws.
 */
export function settle(
  session: Session,
  { inquiry, line, position, words }: z.output<typeof inquiriesCalls.settle.input>,
) {
  const { vault, surroundings } = session;
  const { body } = requireInquiry(session, inquiry);
  const lines = objects(body.lines);
  if (!lines.some((one) => text(one.id) === line)) throw new AmberdeskError('record.missing', { record: inquiry });
  const said = words.trim();
  const isOpen = position === null && said === '';
  const settled = isOpen
    ? {}
    : {
        ...(position === null ? {} : { position }),
        words: said,
        settledBy: vault.installation.seat,
        settledOn: minuteOf(surroundings.now()).slice(0, 10),
      };
  const next = lines.map((one) => (text(one.id) === line ? { ...unsettled(one), ...settled } : one));
  editRecord(session, inquiry, { lines: next }, { base: { lines: body.lines } });
}

/**
 * Makes the paper of a national position of what was settled, line by line, as strict as the inquiry; nothing of what
 * ministries said is in it. Where it is here already, that one. Throws `record.missing`, and what making records throws.
 */
export function makePaper(session: Session, order: { inquiry: RecordId; language: Language }): { paper: RecordId } {
  return inTransaction(session, (changed) => {
    const { id, body, title, handling } = requireInquiry(session, order.inquiry);
    const known = RecordId.safeParse(body.paper).data;
    if (known !== undefined && findRecord(session.vault, known)?.deleted === false) return { paper: known };
    const words = inquiryWords(order.language);
    const newId = () => session.surroundings.randomId();
    const content = standingOf(body, []).lines.flatMap(({ point, position, words: said }): Block[] => {
      const lead =
        position === undefined ? (said === '' ? words.nothingSettled : '') : `${capital(words.positions[position])}.`;
      const spoken = [lead, said].filter((part) => part !== '').join(' ');
      return [
        {
          type: 'heading',
          attrs: { id: newId(), level: 2 },
          content: [{ type: 'text', text: point.slice(0, 500) || '–' }],
        },
        ...importPlainText(spoken, { newId }).document.content,
      ];
    });
    const paper = {
      ...{ type: 'nationalPosition', status: 'drafting', language: order.language },
      title: `${words.national}: ${title}`,
      from: [session.vault.installation.organisation],
      body: { type: 'doc', content },
    };
    const { label, distribution } = handling;
    const { id: made } = createRecord(session, 'paper', Body.parse(asJson(paper)), { mark: { label, distribution } });
    editRecord(session, id, { paper: made });
    changed.add(made);
    changed.add(id);
    return { paper: made };
  });
}

/** A line without what was settled of it. */
function unsettled({
  position: _position,
  words: _words,
  settledBy: _by,
  settledOn: _on,
  ...line
}: JsonObject): JsonObject {
  return line;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
