import { sentenceOfAct } from '../../domain/journal/acts.ts';
import { toldBy } from '../../domain/journal/told.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { text } from '../../domain/records/text.ts';
import { writeOutput } from '../files/writeOutput.ts';
import type { Work } from '../jobs/work.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { appendJournal, readLine } from '../vault/journal.ts';
import { releasedNames } from './names.ts';

export interface JournalOrder {
  readonly file: string;
  readonly form: 'sentences' | 'lines';
  readonly language?: Language | undefined;
}

/**
 * Writes the journal into a new file, the oldest line first, for this installation itself: titles are those of a release
 * for it. Throws `file.exists`, `file.unwritable`, `job.cancelled`.
 */
export function exportJournal(work: Work, session: Session, order: JournalOrder): { lines: number } {
  const { vault, surroundings } = session;
  const language = order.language ?? 'en';
  const { documents } = releaseFor(session, { of: 'everything' }, { kind: 'self' }, 'documents').release;
  const names = releasedNames(vault, documents);
  const rows = vault.sqlite.prepare('SELECT seq, at, act, detail, previous, digest FROM journal ORDER BY seq').all();
  const written = rows.flatMap((row, index) => {
    work.check();
    work.progress(index, rows.length, 'journal.export');
    const entry = readLine(row);
    if (entry === undefined) return [];
    if (order.form === 'lines') return [`${canonicalJson(asJson(entry))}\n`];
    const sentence = sentenceOfAct(entry.act, toldBy(entry.detail, names, language), language);
    return [`${entry.seq}\t${entry.at}\t${sentence}\n`];
  });
  writeOutput(order.file, written.join(''), surroundings);
  appendJournal(vault, surroundings.now(), 'journalExported', { lines: written.length, form: text(order.form) });
  return { lines: written.length };
}
