import type { WordDocument } from '../../../contract/documents/calls.ts';
import { printedWords } from '../../../domain/audit/usual.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { filesOf } from '../../annexes/filesOf.ts';
import { auditRelease } from '../../audit/auditRelease.ts';
import { READERS } from '../../audit/readers.ts';
import { writeOutput } from '../../files/writeOutput.ts';
import type { Work } from '../../jobs/work.ts';
import type { Session } from '../../session.ts';
import { makeOrdered, notePrinted, type PrintOrder } from '../printOrder.ts';
import { usualInWord } from './usualInWord.ts';
import { wordOf } from './wordOf.ts';

export interface WordOrder extends Pick<PrintOrder, 'audience' | 'options'> {
  readonly document: WordDocument;
  readonly file: string;
}

/**
 * Writes a document for an audience into a Word file, which must not be there yet, once it was read again as its reader will.
 * Throws `release.audit`, `release.unread`, `release.undecided`, and what `makeOrdered`, `wordOf` and `writeOutput` throw,
 * and then leaves nothing behind.
 */
export async function wordToFile(work: Work, session: Session, { document, audience, options, file }: WordOrder) {
  const usual = [...printedWords(), ...(await usualInWord())];
  return makeOrdered(session, { document, audience, options }, true, async (release, request) => {
    const files = filesOf(work, session, release, request, 'word');
    const { bytes, warnings, pictures } = await wordOf(work, release, { ...request, files });
    const audited = auditRelease(session, release, {
      what: document.what,
      passages: READERS.docx(bytes, undefined, 'all', pictures),
      // Whom a copy is for is said by the person who makes it.
      beside: [asJson(options)],
      usual,
    });
    work.check();
    writeOutput(file, bytes, session.surroundings);
    notePrinted(session, { document, audience }, audited, 'word');
    return { bytes: bytes.length, warnings: [...warnings] };
  });
}
