import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { Handling, Label, Mark } from '../../domain/handling/handling.ts';
import { holdsPortion } from '../../domain/papers/holdsPortion.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { Body } from '../../domain/records/revision.ts';
import { readInput } from '../files/readInput.ts';
import type { Work } from '../jobs/work.ts';
import { type CreateOptions, createRecord } from '../records/createRecord.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { decodeText } from './decodeText.ts';
import type { GivenRecord } from './givenRecord.ts';
import { malformed, type Problem } from './malformed.ts';
import { readCsv } from './readCsv.ts';
import { requireSealable } from './requireSealable.ts';

export interface LoadOrder {
  readonly file: string;
  readonly format: 'jsonl' | 'csv';
  /** The kind of the records in a CSV file. */
  readonly kind?: string | undefined;
}

/** One line of a JSON lines file. */
const RecordLine = z.strictObject({
  kind: z.string(),
  body: Body,
  id: RecordId.optional(),
  /** Starts with the label's own distribution; a mark says who exactly. */
  label: Label.optional(),
  mark: Mark.optional(),
  caveats: Handling.shape.caveats.optional(),
  chathamHouse: z.boolean().optional(),
  expires: Handling.shape.expires,
});

/**
 * Takes records from a JSON lines or CSV file, all or none. Throws `file.missing`, `load.tooLarge`, and
 * `load.malformed` with the lines and what is wrong with each, `job.cancelled`.
 */
export async function loadRecords(work: Work, session: Session, order: LoadOrder): Promise<{ created: RecordId[] }> {
  const text = decodeText(await readInput(order.file));
  work.check();
  const given = order.format === 'csv' ? readCsv(session.vault, text, order.kind) : readJsonLines(text);
  for (const { body } of given) requireSealable(body);
  return { created: createAll(work, session, given) };
}

function readJsonLines(text: string): GivenRecord[] {
  const problems: Problem[] = [];
  const given: GivenRecord[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    const read = readLine(content);
    if (typeof read === 'string') problems.push({ line, sentence: read });
    else given.push({ line, ...read });
  }
  if (problems.length > 0) throw malformed(problems);
  return given;
}

/** The record on a line, or a sentence that says what is wrong with it. */
function readLine(content: string): z.infer<typeof RecordLine> | string {
  try {
    const parsed = RecordLine.safeParse(JSON.parse(content));
    if (!parsed.success) return NO_RECORD;
    return holdsPortion(parsed.data.body)
      ? 'A stricter portion stands inside this text. It has to be a record of its own.'
      : parsed.data;
  } catch (error) {
    if (error instanceof RangeError) return 'What stands on this line is nested too deeply to be read.';
    if (error instanceof SyntaxError) return NO_RECORD;
    throw error;
  }
}

const NO_RECORD = 'This is not a record: { "kind": …, "body": { … } } on one line.';

/** Creates all in one transaction; when any is refused, says which and why, and creates none. */
function createAll(work: Work, session: Session, given: readonly GivenRecord[]): RecordId[] {
  return inTransaction(session, (changed) => {
    const problems: Problem[] = [];
    for (const [index, { line, kind, body, ...said }] of given.entries()) {
      work.progress(index, given.length, 'load.records');
      try {
        changed.add(createRecord(session, kind, body, optionsOf(said)).id);
      } catch (error) {
        if (!(error instanceof AmberdeskError)) throw error;
        problems.push({ line, sentence: sentenceOf(error) });
      }
    }
    if (problems.length > 0) throw malformed(problems);
    work.progress(given.length, given.length, 'load.records');
    return [...changed];
  });
}

/** What a line says, without what it does not say. */
function optionsOf({
  id,
  label,
  mark,
  caveats,
  chathamHouse,
  expires,
}: Omit<GivenRecord, 'line' | 'kind' | 'body'>): CreateOptions {
  return {
    ...(id && { id }),
    ...(label && { label }),
    ...(mark && { mark }),
    ...(caveats && { caveats }),
    ...(chathamHouse !== undefined && { chathamHouse }),
    ...(expires !== undefined && { expires }),
  };
}

const Faults = z.object({ faults: z.array(z.string()) });

function sentenceOf(error: AmberdeskError): string {
  const { data } = Faults.safeParse(error.details);
  return data ? `${error.message} (${data.faults.join('; ')})` : error.message;
}
