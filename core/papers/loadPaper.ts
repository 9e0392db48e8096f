import { basename } from 'node:path';
import { generateNKeysBetween } from 'fractional-indexing';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { readInput } from '../files/readInput.ts';
import type { Work } from '../jobs/work.ts';
import { requireSealable } from '../load/requireSealable.ts';
import { createRecord } from '../records/createRecord.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { importFile } from './importFile.ts';

export interface PaperOrder {
  readonly file: string;
  /** Fields of the paper besides its title and text. */
  readonly fields?: JsonObject | undefined;
}

/**
 * Takes a Word, Markdown or plain-text file as a paper, with its stricter portions as records of their own, all or nothing.
 * Throws `file.missing`, `load.malformed`, `load.tooLarge`, and what creating a record throws.
 */
export async function loadPaper(work: Work, session: Session, { file, fields = {} }: PaperOrder) {
  const bytes = await readInput(file);
  work.check();
  const paper = await importFile(basename(file), bytes, { newId: () => session.surroundings.randomId() });
  work.check();
  const asks = asksOf(paper.asks ?? [], () => session.surroundings.randomId());
  const body = { type: 'note', status: 'drafting', ...fields, ...asks, title: paper.title, body: paper.document };
  requireSealable(body);
  for (const portion of paper.portions) requireSealable(portion.body);
  const id = inTransaction(session, (changed): RecordId => {
    const made = createRecord(session, 'paper', body);
    changed.add(made.id);
    for (const { placeholder, label, body: text } of paper.portions) {
      changed.add(createRecord(session, 'portion', { paper: made.id, placeholder, body: text }, { label }).id);
    }
    return made.id;
  });
  const notes = paper.notes.map(({ line, kind, sentence }) => ({
    kind,
    sentence,
    ...(line === undefined ? {} : { line }),
  }));
  return { paper: id, title: paper.title, blocks: paper.document.content.length, notes };
}

function asksOf(asks: readonly string[], newId: () => string): JsonObject {
  const orders = generateNKeysBetween(null, null, asks.length);
  if (asks.length === 0) return {};
  return { asks: asks.map((said, at) => ({ id: newId(), order: orders[at] ?? 'a0', text: said })) };
}
