import { basename } from 'node:path';
import { generateNKeysBetween } from 'fractional-indexing';
import { commentMark } from '../../domain/handling/commentMark.ts';
import { figureFiles } from '../../domain/papers/figures.ts';
import type { Document } from '../../domain/papers/richText.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { fileReader } from '../annexes/fileReader.ts';
import { readInput } from '../files/readInput.ts';
import type { Work } from '../jobs/work.ts';
import { requireSealable } from '../load/requireSealable.ts';
import { createRecord } from '../records/createRecord.ts';
import type { RecordView } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import type { ImportedComment, ImportedPicture } from './importedPaper.ts';
import { importFile } from './importFile.ts';

export interface PaperOrder {
  readonly file: string;
  /** Fields of the paper besides its title and text. */
  readonly fields?: JsonObject | undefined;
}

/**
 * Takes a Word, Markdown or plain-text file as a paper, with its stricter portions and its comments as records of their own
 * and its pictures as files of what they are figures in, all or nothing. Throws `file.missing`, `load.malformed`,
 * `load.tooLarge`, `vault.full`, and what creating a record throws.
 */
export async function loadPaper(work: Work, session: Session, { file, fields = {} }: PaperOrder) {
  const { surroundings } = session;
  const newId = () => surroundings.randomId();
  const bytes = await readInput(file);
  work.check();
  const paper = await imported(work, basename(file), bytes, newId);
  work.check();
  const { portions, comments = [], pictures = [] } = paper;
  const kept = await keptFiles(session, pictures);
  const text = (document: Document) => ({ body: document, ...attachmentsFor(document, kept, newId) });
  const asks = asksOf(paper.asks ?? [], newId);
  const body = { type: 'note', status: 'drafting', ...fields, ...asks, title: paper.title, ...text(paper.document) };
  requireSealable(body);
  for (const portion of portions) requireSealable(portion.body);
  for (const comment of comments) requireSealable({ text: comment.text });
  const id = inTransaction(session, (changed): RecordId => {
    const made = createRecord(session, 'paper', body);
    changed.add(made.id);
    const apart = new Map<string, RecordView>();
    for (const { placeholder, label, body: document } of portions) {
      const own = { paper: made.id, placeholder, ...text(document) };
      const portion = createRecord(session, 'portion', own, { label });
      apart.set(placeholder, portion);
      changed.add(portion.id);
    }
    for (const one of writeComments(session, comments, ({ portion = '' }) => apart.get(portion) ?? made))
      changed.add(one);
    return made.id;
  });
  const notes = paper.notes.map(({ line, kind, sentence, left }) => ({
    kind,
    sentence,
    ...(line === undefined ? (left === '' ? {} : { left }) : { line }),
  }));
  return { paper: id, title: paper.title, blocks: paper.document.content.length, notes };
}

/** Pictures are looked at in a thread of their own, within limits of time and memory, as those are that a print draws. */
async function imported(work: Work, name: string, bytes: Uint8Array, newId: () => string) {
  const reader = fileReader();
  try {
    return await importFile(name, bytes, {
      newId,
      look: (content) => reader.look(work, { content, pdfPages: 'word' }),
    });
  } finally {
    reader.close();
  }
}

type KeptFile = Omit<ImportedPicture, 'content'> & { readonly size: number };

/** Safely on disk before a record names them. */
async function keptFiles({ vault }: Session, pictures: readonly ImportedPicture[]): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const { content, ...picture } of pictures) {
    const { sha256, size } = await vault.blobs.add(content);
    kept.push({ ...picture, sha256, size });
  }
  return kept;
}

/** The files that the figures of a text draw, as attachments of its record. */
function attachmentsFor(document: Document, kept: readonly KeptFile[], newId: () => string): JsonObject {
  const drawn = figureFiles(document);
  const own = kept.filter(({ sha256 }) => drawn.has(sha256));
  const orders = generateNKeysBetween(null, null, own.length);
  if (own.length === 0) return {};
  return {
    attachments: own.map(({ name, mediaType, size, sha256 }, at) => ({
      ...{ id: newId(), order: orders[at] ?? 'a0', name, mediaType, size, sha256 },
    })),
  };
}

/** Each with the mark of what it is on. */
function writeComments(
  session: Session,
  comments: readonly ImportedComment[],
  about: (comment: ImportedComment) => RecordView,
): RecordId[] {
  const made: RecordId[] = [];
  for (const comment of comments) {
    const { text, anchor, replyTo, resolved } = comment;
    const { id: record, handling, body } = about(comment);
    const answers = replyTo === undefined ? undefined : made[replyTo];
    const own = {
      ...{ record, text },
      ...(anchor !== undefined && { anchor: asJson(anchor) }),
      ...(answers !== undefined && { replyTo: answers }),
      ...(resolved && { resolved }),
    };
    made.push(createRecord(session, 'comment', own, { mark: commentMark(handling, body) }).id);
  }
  return made;
}

function asksOf(asks: readonly string[], newId: () => string): JsonObject {
  const orders = generateNKeysBetween(null, null, asks.length);
  if (asks.length === 0) return {};
  return { asks: asks.map((said, at) => ({ id: newId(), order: orders[at] ?? 'a0', text: said })) };
}
