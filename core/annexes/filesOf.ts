import { type AnnexFiles, NO_FILES } from '../../domain/documents/annexFiles.ts';
import type { PrintRequest } from '../../domain/documents/printRequest.ts';
import { objects, text } from '../../domain/records/text.ts';
import { type Release, releasedOfKind, releasedRecord } from '../../domain/release/release.ts';
import type { Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { gatherFiles } from './gatherFiles.ts';

/**
 * The files that a document draws: the pictures of figures, and what is bound in after a paper; for a Word file no pages of
 * PDFs. Throws what `gatherFiles` throws.
 */
export function filesOf(
  work: Work,
  session: Session,
  release: Release,
  request: PrintRequest,
  as: 'pdf' | 'word' = 'pdf',
): AnnexFiles {
  const { document, options } = request;
  const pdfPages = as === 'word' ? 'word' : options?.archive === true ? 'archive' : 'bound';
  if (document.what === 'paper') {
    return gatherFiles(work, session, release, {
      papers: [{ paper: document.paper, annexes: options?.annexes === true }],
      pdfPages,
    });
  }
  if (document.what !== 'dossier' && document.what !== 'supplement') return NO_FILES;
  const entries = objects(releasedRecord(release, document.dossier)?.body.papers);
  const papers = entries.map(({ paper, annexes }) => ({ paper: text(paper), annexes: annexes === true }));
  return gatherFiles(work, session, release, { papers, pdfPages });
}

/** The pictures of the figures of all papers in a release. */
export function figuresIn(work: Work, session: Session, release: Release): AnnexFiles {
  const papers = releasedOfKind(release, 'paper').map(({ id }) => ({ paper: id, annexes: false }));
  return gatherFiles(work, session, release, { papers, pdfPages: 'bound' });
}
