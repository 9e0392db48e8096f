import type { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { effectiveHandling, markOf, startingDistribution } from '../../domain/handling/change.ts';
import type { Distribution, Label, Mark } from '../../domain/handling/handling.ts';
import { labelRank } from '../../domain/handling/order.ts';
import { isTightening } from '../../domain/handling/tightening.ts';
import { type Block, type Document, PortionMark, RichText } from '../../domain/papers/richText.ts';
import { wordCount } from '../../domain/papers/wordsOf.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import { readCircle } from '../records/circle.ts';
import { createRecord } from '../records/createRecord.ts';
import { deleteRecord, editRecord, restoreRecord } from '../records/editRecord.ts';
import { handledLike, handledLikeBoth } from '../records/handledLike.ts';
import { linksTo } from '../records/links.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { WORDS_A_LINE } from './importMarkdown.ts';

export interface PortionHere {
  readonly portion: RecordId;
  readonly placeholder: string;
  readonly label: Label;
  readonly distribution: Distribution;
  readonly files: number;
  readonly mayTakeBack: boolean;
}

export interface SetApartOrder {
  readonly paper: RecordId;
  /** Ids of blocks that follow one another. */
  readonly blocks: readonly string[];
  /** Ids of entries of the paper's attachments. */
  readonly attachments?: readonly string[] | undefined;
  readonly label: Label;
  readonly distribution?: Distribution | undefined;
  readonly readAt?: string | undefined;
  /** A portion of this paper that was taken back, to be used again. */
  readonly portion?: RecordId | undefined;
}

/** What a portion holds: text, files or both. */
interface Inside {
  readonly body: Document;
  readonly attachments: JsonObject[] | null;
}

const EMPTY: Document = { type: 'doc', content: [] };

export interface TakeBackOrder {
  readonly paper: RecordId;
  readonly placeholder: string;
  /** The portion marks that its blocks had before, by block. */
  readonly marks?: Readonly<Record<string, Label>> | undefined;
}

/** The stricter portions of a paper whose text is in this vault. Throws `record.missing`. */
export function portionsOf(session: Session, paper: RecordId): PortionHere[] {
  readRecord(session.vault, paper);
  return portionRecords(session, paper)
    .filter((view) => !view.deleted)
    .map((view) => ({
      portion: view.id,
      placeholder: text(view.body.placeholder),
      ...markOf(effectiveHandling(view.handling, view.body)),
      files: objects(view.body.attachments).length,
      mayTakeBack: mayTakeBack(session, view),
    }));
}

/**
 * Moves blocks and files of a paper into a portion with a stricter mark and leaves a placeholder with a random id, in one
 * transaction: in the place of the blocks, or at the end of the text. Throws `portion.notStricter`, `portion.blocks`
 * (they are not in the paper, do not follow one another, or hold a portion; or there is nothing to set apart),
 * `file.missing` and what editing and creating throw.
 */
export function setApart(session: Session, order: SetApartOrder) {
  const { vault, surroundings } = session;
  return inTransaction(session, (changed) => {
    const paper = readRecord(vault, order.paper);
    const mark = stricterMark(session, paper, order);
    const document = paper.body.body === undefined ? EMPTY : documentOf(paper, 'portion.blocks');
    const { first, taken } = runOf(document, order);
    const files = objects(paper.body.attachments);
    const asked = new Set(order.attachments);
    const apart = files.filter(({ id }) => asked.has(text(id)));
    if (apart.length < asked.size) {
      throw new AmberdeskError('file.missing', { paper: order.paper, attachments: [...asked] });
    }
    const body: Document = { type: 'doc', content: taken.map(withoutMark) };
    const { portion, placeholder } = keepPortion(session, paper, order, mark, {
      body,
      attachments: apart.length === 0 ? null : apart,
    });
    const stand: Block = {
      type: 'portion',
      attrs: {
        id: surroundings.randomId(),
        placeholder,
        label: mark.label,
        lines: Math.max(1, Math.ceil(wordCount(body) / WORDS_A_LINE) + apart.length),
        readAt: order.readAt ?? '',
      },
    };
    const content = document.content.toSpliced(first, taken.length, stand);
    const left = files.filter((file) => !apart.includes(file));
    editRecord(session, order.paper, {
      body: { ...document, content },
      ...(apart.length === 0 ? {} : { attachments: left.length === 0 ? null : left }),
    });
    changed.add(order.paper).add(portion);
    const marks = Object.fromEntries(taken.flatMap(({ attrs }) => marksIn(attrs.id, attrs.mark)));
    return { portion, placeholder, marks };
  });
}

/**
 * Puts the text of a portion back in the place of its placeholder, under the mark of the paper, and its files among the
 * paper's, and deletes the portion, in one transaction. As that loosens its mark, only the originator may: throws `record.notOriginator`, `portion.missing`
 * where the placeholder or the text is not here, and what editing throws.
 */
export function takeBack(session: Session, order: TakeBackOrder) {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const paper = readRecord(vault, order.paper);
    const document = documentOf(paper, 'portion.missing');
    const at = document.content.findIndex(
      ({ type, attrs }) => type === 'portion' && attrs.placeholder === order.placeholder,
    );
    const [portion, ...others] = portionRecords(session, order.paper).filter(
      (view) => !view.deleted && view.body.placeholder === order.placeholder,
    );
    if (at < 0 || portion === undefined || others.length > 0) {
      throw new AmberdeskError('portion.missing', { paper: order.paper, placeholder: order.placeholder });
    }
    if (!mayTakeBack(session, portion)) throw new AmberdeskError('record.notOriginator', { record: portion.id });
    const used = new Set(document.content.map((block) => block.attrs.id));
    const blocks = documentOf(portion, 'portion.missing').content.map((block) => {
      const mark = order.marks?.[block.attrs.id];
      const id = used.has(block.attrs.id) ? session.surroundings.randomId() : block.attrs.id;
      return { ...block, attrs: { ...block.attrs, id, ...(mark && { mark }) } };
    });
    const readAt = text(document.content[at]?.attrs.readAt);
    const files = objects(portion.body.attachments);
    editRecord(session, order.paper, {
      body: { ...document, content: document.content.toSpliced(at, 1, ...blocks) },
      ...(files.length === 0 ? {} : { attachments: [...objects(paper.body.attachments), ...files] }),
    });
    deleteRecord(session, portion.id, 'Taken back into the paper');
    changed.add(order.paper).add(portion.id);
    return {
      portion: portion.id,
      ...markOf(effectiveHandling(portion.handling, portion.body)),
      readAt,
      blocks: blocks.map((block) => block.attrs.id),
      attachments: files.map(({ id }) => text(id)),
    };
  });
}

/** Where the blocks to set apart begin, and the blocks; after the last one where there are only files. */
function runOf(
  { content }: Document,
  { paper, blocks, attachments = [] }: SetApartOrder,
): { first: number; taken: Block[] } {
  if (blocks.length === 0 && attachments.length > 0) return { first: content.length, taken: [] };
  const first = content.findIndex((block) => block.attrs.id === blocks[0]);
  const taken = content.slice(Math.max(0, first), Math.max(0, first) + blocks.length);
  const isRun = first >= 0 && taken.length === blocks.length;
  if (!isRun || taken.some((block, at) => block.attrs.id !== blocks[at] || block.type === 'portion')) {
    throw new AmberdeskError('portion.blocks', { paper, blocks: [...blocks] });
  }
  return { first, taken };
}

/** The portion with this text: one that was taken back, or a new one. What keeps the paper back keeps it back too. */
function keepPortion(session: Session, paper: RecordView, order: SetApartOrder, mark: Mark, inside: Inside) {
  const known = order.portion && portionRecords(session, paper.id).find((view) => view.id === order.portion);
  if (known?.deleted) {
    restoreRecord(session, known.id);
    editRecord(session, known.id, { ...inside }, { ...handledLikeBoth(known, paper), mark });
    return { portion: known.id, placeholder: text(known.body.placeholder) };
  }
  const placeholder: string = session.surroundings.randomId();
  const made = createRecord(
    session,
    'portion',
    { paper: paper.id, placeholder, body: inside.body, ...(inside.attachments && { attachments: inside.attachments }) },
    { ...handledLike(paper), mark },
  );
  return { portion: made.id, placeholder };
}

function stricterMark({ vault }: Session, paper: RecordView, { label, distribution }: SetApartOrder): Mark {
  const author = { organisation: vault.installation.organisation, person: vault.installation.seat };
  const mark = { label, distribution: distribution ?? startingDistribution(label, author) };
  const own = markOf(effectiveHandling(paper.handling, paper.body));
  const isStricter =
    labelRank(label) < labelRank(own.label) || (label === own.label && isTightening(own, mark, readCircle(vault)));
  if (paper.kind !== 'paper' || label === 'PRIVATE' || !isStricter) {
    throw new AmberdeskError('portion.notStricter', { paper: paper.id, label });
  }
  return mark;
}

function portionRecords({ vault }: Session, paper: RecordId): RecordView[] {
  return linksTo(vault, paper)
    .filter(({ field }) => field === 'paper')
    .map(({ record }) => readRecord(vault, record))
    .filter(({ kind }) => kind === 'portion');
}

function mayTakeBack({ vault }: Session, { handling, conflicted }: RecordView): boolean {
  return handling.originator === vault.installation.organisation && !conflicted;
}

function documentOf(view: RecordView, code: 'portion.blocks' | 'portion.missing'): Document {
  const document = RichText.safeParse(view.body.body);
  if (!document.success) throw new AmberdeskError(code, { record: view.id });
  return document.data;
}

/** In a portion, every block has the mark of the portion. */
function withoutMark(block: Block): Block {
  const { mark: _mark, ...attrs } = block.attrs;
  return { ...block, attrs };
}

function marksIn(id: string, mark: unknown): [string, z.infer<typeof PortionMark>][] {
  const known = PortionMark.safeParse(mark);
  return known.success ? [[id, known.data]] : [];
}
