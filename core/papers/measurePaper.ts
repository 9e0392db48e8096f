import { type PrintLanguage, USUAL_PRINT } from '../../domain/documents/printRequest.ts';
import { RichText } from '../../domain/papers/richText.ts';
import { wordCount } from '../../domain/papers/wordsOf.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text, texts } from '../../domain/records/text.ts';
import { release } from '../../domain/release/release.ts';
import { filesOf } from '../annexes/filesOf.ts';
import { minuteOf } from '../context.ts';
import { printDocument } from '../documents/printDocument.ts';
import type { Work } from '../jobs/work.ts';
import { readCircle } from '../records/circle.ts';
import { linksFrom } from '../records/links.ts';
import { listRecords } from '../records/listRecords.ts';
import { hasRecord, type RecordView, readRecord } from '../records/recordView.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';

export interface MeasureOrder {
  readonly paper: RecordId;
  readonly language?: PrintLanguage | undefined;
}

/**
 * The pages of a paper as it would be printed for this installation itself: set in memory, and nothing kept of it. Only
 * what its pages can show is laid before the gate, so that it takes no longer in a large vault. Throws `record.missing`
 * and what `printDocument` throws.
 */
export function measurePaper(work: Work, session: Session, { paper, language }: MeasureOrder) {
  const { vault, surroundings } = session;
  const view = readRecord(vault, paper);
  const made = release({ records: shownOn(vault, view) }, { kind: 'self' } as const, {
    at: minuteOf(surroundings.now()),
    circle: readCircle(vault),
    mint: (record) => record,
    product: 'documents',
  });
  const request = {
    document: { what: 'paper', paper },
    options: { ...USUAL_PRINT, language: language ?? USUAL_PRINT.language },
  } as const;
  const files = filesOf(work, session, made.release, request);
  const { pages } = printDocument(work, made.release, { ...request, files });
  const body = RichText.safeParse(view.body.body);
  return { pages, words: body.success ? wordCount(body.data) : 0 };
}

/** The paper with its portions, and everything that it names. */
function shownOn(vault: Vault, paper: RecordView): RecordView[] {
  const portions = listRecords(vault, { kind: 'portion', where: { paper: paper.id }, deleted: false });
  const named = [paper, ...portions].flatMap(({ id }) => linksFrom(vault, id).map((end) => end.record));
  const ids = [...named, ...texts(paper.body.from), text(paper.body.meeting)].flatMap(
    (id) => RecordId.safeParse(id).data ?? [],
  );
  const others = [...new Set(ids)].filter((id) => id !== paper.id && hasRecord(vault, id));
  const known = new Set(portions.map(({ id }) => id));
  const networks = listRecords(vault, { kind: 'network' }).filter(({ id }) => !others.includes(id));
  return [paper, ...portions, ...networks, ...others.filter((id) => !known.has(id)).map((id) => readRecord(vault, id))];
}
