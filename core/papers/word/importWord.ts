import type { Label } from '../../../domain/handling/handling.ts';
import { labelRank } from '../../../domain/handling/order.ts';
import type { Block, Document, RichTextNode } from '../../../domain/papers/richText.ts';
import { wordCount } from '../../../domain/papers/wordsOf.ts';
import { type ImportedPaper, type ImportedPortion, type ImportOptions, WORDS_A_LINE } from '../importMarkdown.ts';
import { cleanWord } from './cleanWord.ts';
import { commentsOf, placed } from './placeComments.ts';
import { attrsIn, type MarkedBlock, paragraphsOf, wordBlocks } from './wordBlocks.ts';
import { figureMaker } from './wordFigures.ts';
import type { WordState } from './wordInline.ts';
import { readWord } from './wordTree.ts';

/**
 * Takes a Word file in as a paper: headings, lists, tables, notes, links, the marks of letters, pictures as figures where
 * there is somebody to look at them, and comments on their words. Tracked changes are taken as accepted. A paragraph in the
 * style "Title" is its title; labels that this application wrote before paragraphs are their marks, and what is marked
 * stricter than the paper stands apart as portions. What cannot be kept is listed in `notes`. Throws as `cleanWord` does.
 */
export async function importWord(
  bytes: Uint8Array,
  { newId, label = 'TLP:AMBER', look }: ImportOptions,
): Promise<ImportedPaper> {
  const clean = cleanWord(bytes);
  const document = await readWord(clean.file);
  const notes = [...clean.notes];
  const { figure, pictures } = figureMaker(clean.media, look, notes);
  const state: WordState = {
    ...{ notes, newId, figure, aside: [] },
    resolve: (reference) => document.notes.resolve(reference),
  };
  const titles = paragraphsOf(document.children, 'title', state).filter((title) => title !== '');
  const [title] = titles;
  const blocks = wordBlocks(withoutTitle(document.children), state);
  const portions: ImportedPortion[] = [];
  const content = raised(setApart(blocks, label, newId, portions)).map(
    (block): Block => ({ ...block, attrs: { ...attrsIn(block), id: newId() } }),
  );
  const asks = paragraphsOf(document.children, 'point asked', state)
    .map((ask) => ask.replace(/^\([a-z]+\)\s*/, ''))
    .filter((ask) => ask !== '');
  const text = placed({ type: 'doc', content });
  const apart = portions.map(({ body, placeholder }) => placed(body, placeholder));
  const comments = commentsOf(document, clean.comments, [text, ...apart], state);
  return {
    ...(title === undefined ? {} : { title }),
    document: text.document,
    portions: portions.map((portion, at) => ({ ...portion, body: apart[at]?.document ?? portion.body })),
    ...(asks.length > 0 && { asks }),
    ...(comments.length > 0 && { comments }),
    ...(pictures().length > 0 && { pictures: pictures() }),
    notes,
  };
}

/** Without the first paragraph in the style "Title". */
function withoutTitle<N extends { readonly type: string; readonly styleName?: string | null }>(
  nodes: readonly N[],
): N[] {
  const at = nodes.findIndex(({ type, styleName }) => type === 'paragraph' && styleName?.toLowerCase() === 'title');
  return nodes.filter((_node, index) => index !== at);
}

/** Blocks with their marks; runs of those that are marked stricter than the paper stand apart, with a placeholder each. */
function setApart(
  blocks: readonly MarkedBlock[],
  label: Label,
  newId: () => string,
  portions: ImportedPortion[],
): RichTextNode[] {
  const runs: { mark: MarkedBlock['mark']; blocks: RichTextNode[] }[] = [];
  for (const { block, mark } of blocks) {
    const last = runs.at(-1);
    if (last !== undefined && last.mark === mark) last.blocks.push(block);
    else runs.push({ mark, blocks: [block] });
  }
  return runs.flatMap(({ mark, blocks: run }): RichTextNode[] => {
    if (mark === undefined || mark === label) return run;
    if (labelRank(mark) > labelRank(label)) {
      return run.map((block) => ({ ...block, attrs: { ...attrsIn(block), mark } }));
    }
    const placeholder = newId();
    const content = run.map((block): Block => ({ ...block, attrs: { ...attrsIn(block), id: newId() } }));
    const body: Document = { type: 'doc', content };
    portions.push({ placeholder, label: mark, readAt: '', body });
    const lines = Math.max(1, Math.ceil(wordCount(body) / WORDS_A_LINE));
    return [{ type: 'portion', attrs: { placeholder, label: mark, lines, readAt: '' } }];
  });
}

/** The highest headings of a text are its first level: the title stands apart and takes none. */
function raised(blocks: readonly RichTextNode[]): RichTextNode[] {
  const levels = blocks.flatMap((block) => (block.type === 'heading' ? [Number(attrsIn(block).level)] : []));
  const highest = Math.min(...levels);
  return blocks.map((block) =>
    block.type === 'heading'
      ? { ...block, attrs: { ...attrsIn(block), level: Number(attrsIn(block).level) - highest + 1 } }
      : block,
  );
}
