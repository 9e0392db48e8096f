import { type AnnexFiles, NO_FILES } from '../../domain/documents/annexFiles.ts';
import type { PrintRequest } from '../../domain/documents/printRequest.ts';
import type { Release } from '../../domain/release/release.ts';
import type { Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { gatherFiles } from './gatherFiles.ts';

/**
 * The files that a document draws: the pictures of its figures, and what is bound in after it. Throws what `gatherFiles`
 * throws.
 */
export function filesOf(work: Work, session: Session, release: Release, request: PrintRequest): AnnexFiles {
  const { document, options } = request;
  if (document.what !== 'paper') return NO_FILES;
  return gatherFiles(work, session, release, {
    papers: [document.paper],
    annexes: options?.annexes === true,
    archive: options?.archive === true,
  });
}
