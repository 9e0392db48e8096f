import type { z } from 'zod';
import type { inquiriesCalls } from '../../contract/inquiries/calls.ts';
import { printedWords } from '../../domain/audit/usual.ts';
import { aboveList } from '../../domain/documents/listTable.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { formText } from '../../domain/forms/form.ts';
import { inquiryForm } from '../../domain/inquiries/inquiryForm.ts';
import { inquiryTable } from '../../domain/inquiries/inquiryTable.ts';
import { inquiryReference } from '../../domain/inquiries/readInquiryForm.ts';
import { inquiryFormWords, inquiryWords } from '../../domain/inquiries/words.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { asJson } from '../../domain/records/revision.ts';
import { assertRelease, isReleasedAtHome } from '../../domain/release/release.ts';
import { auditRelease } from '../audit/auditRelease.ts';
import { READERS } from '../audit/readers.ts';
import { usualInWord } from '../documents/word/usualInWord.ts';
import { wordForm } from '../documents/word/wordForm.ts';
import { csvOf } from '../documents/writeList.ts';
import { writeOutput } from '../files/writeOutput.ts';
import { requireDecided } from '../release/mentions.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import { requireInquiry } from './inquiryOf.ts';

export type FormOrder = z.output<typeof inquiriesCalls.saveForm.input>;

/**
 * Saves the form on which one ministry answers into a file that must not be there yet: what goes to the own organisation, and
 * of that the inquiry alone. It is read again before, as whoever opens it will. Throws `record.missing`, `release.withheld`,
 * `release.undecided`, `release.audit`, `file.exists`, `file.unwritable`; then nothing is left behind.
 */
export async function saveForm(session: Session, order: FormOrder): Promise<{ bytes: number }> {
  const { inquiry, ministry, language, as, paper, file } = order;
  requireInquiry(session, inquiry);
  const audience = { kind: 'organisation', organisation: session.vault.installation.organisation } as const;
  const { release } = releaseFor(session, { of: 'everything' }, audience, 'documents', [], language);
  assertRelease(release);
  if (!isReleasedAtHome(release)) throw new AmberdeskError('release.withheld', { record: inquiry });
  const form = inquiryForm(release, { inquiry, ministry, language });
  requireDecided(session, release, 'inquiryForm', new Map([[inquiry, ['title', 'lines', 'ministries']]]));
  const bytes =
    as === 'docx'
      ? await wordForm(form, { paper }, release.at.slice(0, 10))
      : Buffer.from(as === 'csv' ? csvOf(inquiryTable(form, aboveList(release, form.label, language))) : asText(form));
  const { audited } = auditRelease(session, release, {
    what: 'inquiryForm',
    passages: READERS[as === 'txt' ? 'text' : as](bytes),
    beside: [asJson({ reference: referenceOf(inquiry, ministry) })],
    usual: [...printedWords(), ...inquiryFormWords(), ...(await usualInWord())],
  });
  writeOutput(file, bytes, session.surroundings);
  appendJournal(session.vault, session.surroundings.now(), 'inquiry.form', { record: inquiry, audited });
  return { bytes: bytes.length };
}

const referenceOf = (inquiry: RecordId, ministry: string) => inquiryReference(inquiry, ministry);

const asText = (form: ReturnType<typeof inquiryForm>): string =>
  formText({ ...form, lines: [...form.lines, inquiryWords(form.language).inText] });
