import { printedWords } from '../../../domain/audit/usual.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { auditRelease } from '../../audit/auditRelease.ts';
import { READERS } from '../../audit/readers.ts';
import { writeOutput } from '../../files/writeOutput.ts';
import type { Work } from '../../jobs/work.ts';
import { requireDecided } from '../../release/mentions.ts';
import type { Session } from '../../session.ts';
import { changedBlocks, notePrinted, type PrintOrder, releaseOf } from '../printOrder.ts';
import { readOf } from '../readOf.ts';
import { usualInWord } from './usualInWord.ts';
import { wordOf } from './wordOf.ts';

export interface WordOrder extends Pick<PrintOrder, 'audience' | 'options'> {
  readonly document: Extract<PrintOrder['document'], { what: 'paper' }>;
  readonly file: string;
}

/**
 * Writes a paper for an audience into a Word file, which must not be there yet, once it was read again as its reader will.
 * Throws `release.audit`, `release.unread`, `release.undecided`, and what `releaseOf`, `wordOf` and `writeOutput` throw,
 * and then leaves nothing behind.
 */
export async function wordToFile(work: Work, session: Session, { document, audience, options, file }: WordOrder) {
  const { release, idIn } = releaseOf(session, document.paper, audience, options);
  requireDecided(session, release, document.what, readOf(session, document));
  const changed = changedBlocks(session.vault, document.paper, options.changedSince);
  const { bytes, warnings } = await wordOf(work, release, idIn(document.paper), { ...options, changed });
  const audited = auditRelease(session, release, {
    what: 'paper',
    passages: READERS.docx(bytes),
    // Whom a copy is for is said by the person who makes it.
    beside: [asJson(options)],
    usual: [...printedWords(), ...(await usualInWord())],
  });
  work.check();
  writeOutput(file, bytes, session.surroundings);
  notePrinted(session, { document, audience }, audited, 'word');
  return { bytes: bytes.length, warnings: [...warnings] };
}
