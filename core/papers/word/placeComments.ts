import {
  type Anchor,
  anchorAmong,
  type BlockWords,
  blockText,
  wordsByBlock,
} from '../../../domain/papers/placeAnchor.ts';
import type { Document } from '../../../domain/papers/richText.ts';
import type { ImportedComment } from '../importedPaper.ts';
import type { CommentFacts } from './marginComments.ts';
import { paragraphsOf } from './wordBlocks.ts';
import { type EdgePlace, takeEdges } from './wordEdges.ts';
import { joined, note, type WordState } from './wordInline.ts';
import type { WordDocument } from './wordTree.ts';

/** More than anybody reads on one paper. */
const MOST = 1_000;

/** A text and where the words of comments begin and end in it. */
interface Placed {
  /** The placeholder of a portion; undefined for the paper. */
  readonly portion: string | undefined;
  readonly document: Document;
  readonly words: readonly BlockWords[];
  /** By comment. */
  readonly places: ReadonlyMap<string, readonly EdgePlace[]>;
}

/** The same text without what stood for the places of comments. */
export function placed(document: Document, portion?: string): Placed {
  const { blocks, places } = takeEdges(document.content, blockText, joined);
  const clean: Document = { ...document, content: blocks };
  return { portion, document: clean, words: wordsByBlock(clean), places: Map.groupBy(places, (one) => one.comment) };
}

/**
 * The comments of a Word file, on the words that they stood on there; on the whole text where these did not come along. Of
 * words that were set apart a comment stays with these. Who wrote it and when stands before what it says: the names of a
 * file are no desks of ours.
 */
export function commentsOf(
  { comments = [] }: WordDocument,
  facts: ReadonlyMap<string, CommentFacts>,
  texts: readonly Placed[],
  state: WordState,
): ImportedComment[] {
  const said = comments.flatMap(({ commentId = '', authorName, body = [] }) => {
    const words = paragraphsOf(body, undefined, state).filter((line) => line !== '');
    return words.length === 0 ? [] : [{ id: commentId, who: authorName ?? '', words }];
  });
  if (said.length > 0) note(state, 'comments');
  if (said.length > MOST) note(state, 'manyComments');
  const kept = said.slice(0, MOST);
  const byId = new Map(kept.map((one, at) => [one.id, at]));
  const made = kept.map(({ id, who, words }, at): ImportedComment & { readonly parent: number | undefined } => {
    const { on = '', answers, isDone = false } = facts.get(id) ?? {};
    const heading = [who.trim(), on].filter((part) => part !== '').join(', ');
    const parent = answers === undefined ? undefined : byId.get(answers);
    return {
      text: [...(heading === '' ? [] : [`${heading}:`]), ...words].join('\n'),
      ...placeOf(id, texts),
      resolved: isDone,
      parent: parent === at ? undefined : parent,
    };
  });
  return inThreads(made);
}

/** An answer stands where the comment stands that it answers; comments come before their answers. */
function inThreads(made: readonly (ImportedComment & { readonly parent: number | undefined })[]): ImportedComment[] {
  const rootOf = (at: number): number => {
    let root = at;
    // In a file that says that two comments answer each other, there is no first one.
    for (let step = 0; step < made.length; step += 1) {
      const parent = made[root]?.parent;
      if (parent === undefined) return root;
      root = parent;
    }
    return at;
  };
  const roots = made.map((_one, at) => rootOf(at));
  const order = made.map((_one, at) => at).toSorted((one, other) => isAnswer(one) - isAnswer(other) || one - other);
  const newPlace = new Map(order.map((at, place) => [at, place]));
  function isAnswer(at: number): number {
    return roots[at] === at ? 0 : 1;
  }
  return order.flatMap((at) => {
    const one = made[at];
    const root = roots[at] ?? at;
    const first = made[root];
    if (one === undefined || first === undefined) return [];
    const { parent: _parent, ...comment } = one;
    if (root === at) return [comment];
    const { text, resolved } = comment;
    const { portion } = first;
    const replyTo = newPlace.get(root);
    return [{ text, resolved, ...(portion !== undefined && { portion }), ...(replyTo !== undefined && { replyTo }) }];
  });
}

function placeOf(comment: string, texts: readonly Placed[]): Pick<ImportedComment, 'portion' | 'anchor'> {
  const touched = texts.filter(({ places }) => places.has(comment));
  const apart = touched.find(({ portion }) => portion !== undefined);
  const text = apart ?? touched[0];
  if (text === undefined) return {};
  const anchor = anchorIn(comment, text, touched.length > 1);
  return { ...(text.portion !== undefined && { portion: text.portion }), ...(anchor !== undefined && { anchor }) };
}

/** The words between where they begin and end; where one of both stands elsewhere, the whole block that the other is in. */
function anchorIn(comment: string, { words: blocks, places }: Placed, isTorn: boolean): Anchor | undefined {
  const own = places.get(comment) ?? [];
  const begins = own.find(({ side }) => side === 'begins');
  const ends = own.findLast(({ side }) => side === 'ends');
  const [one] = own;
  if (one === undefined) return undefined;
  const whole = anchorAmong(blocks, { first: one.block, from: 0, last: one.block, to: 0 });
  if (begins === undefined || ends === undefined || isTorn) return whole;
  // What ends before the first letter of a block ended with the block before.
  const end =
    ends.at === 0 && ends.block > begins.block
      ? { block: ends.block - 1, at: blocks[ends.block - 1]?.text.length ?? 0 }
      : ends;
  if (end.block < begins.block || (end.block === begins.block && end.at <= begins.at)) return whole;
  return anchorAmong(blocks, { first: begins.block, from: begins.at, last: end.block, to: end.at });
}
