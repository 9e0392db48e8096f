import { familiesOf } from '../../domain/audit/families.ts';
import { bundledWords, printedWords } from '../../domain/audit/usual.ts';
import type { Manifest } from '../../domain/exchange/manifest.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { BundleAudience } from '../../domain/release/material.ts';
import { laidBefore, type Release } from '../../domain/release/release.ts';
import { replyFormWords } from '../../domain/replies/words.ts';
import { README_TEXT } from '../exchange/readme.ts';
import type { ArchivePiece } from '../exchange/writeArchive.ts';
import type { Session } from '../session.ts';
import { type Audited, auditRelease } from './auditRelease.ts';
import { PDF_WORDS } from './pdfWords.ts';
import { READERS } from './readers.ts';

/**
 * Reads the archive of a bundle as its recipients will, before it is sealed and before anything of it is written. Throws
 * `release.audit`, `release.unread`.
 */
export async function auditBundle(
  session: Session,
  release: Release<BundleAudience>,
  archive: AsyncIterable<ArchivePiece>,
  manifest: Manifest,
): Promise<Audited> {
  const went = new Set(release.revisions.map(({ line }) => line));
  const names = new Map(release.attachments.map(({ sha256, name }) => [sha256, name]));
  const families = familiesOf(laidBefore(release), release);
  const passages = await READERS.bundle(
    archive,
    (line) => went.has(line),
    (sha256) => ({ name: names.get(sha256) ?? '', cameWith: families.get(sha256) ?? new Set() }),
  );
  return auditRelease(session, release, {
    what: 'bundle',
    passages,
    closest: new Set([...families.values()].flatMap((family) => [...family])),
    beside: [envelopeOf(manifest), README_TEXT],
    usual: [
      ...bundledWords(),
      README_TEXT,
      ...(holdsCopies(manifest)
        ? [...printedWords(), ...PDF_WORDS, ...replyFormWords(), ...(await wordsOfForms())]
        : []),
    ],
  });
}

/** Loaded once it is needed: what writes Word files is large. */
async function wordsOfForms(): Promise<readonly string[]> {
  const { usualInWord } = await import('../documents/word/usualInWord.ts');
  return usualInWord();
}

/** Whether there are readable copies or forms beside the records, the attachments and README.txt. */
function holdsCopies({ totals }: Manifest): boolean {
  return totals.files > totals.attachments + 2;
}

/** What a manifest says by right, which is no record of the release: who sends to whom, and what is said of trust. */
function envelopeOf({ network, sender, addressees, meeting, cards, directory, recalls, purges }: Manifest) {
  return asJson({
    network,
    sender,
    addressees: addressees.map(({ installation, name, organisation }) => ({ installation, name, organisation })),
    meeting,
    cards,
    directory,
    recalls,
    purges,
  });
}
