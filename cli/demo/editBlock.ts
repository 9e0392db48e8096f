import { isJsonObject, type Json, type JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';

interface ConflictSides {
  readonly sides: readonly { readonly value?: Json | undefined }[];
}

function blocksOf(document: Json | undefined): JsonObject[] {
  return isJsonObject(document) ? objects(document.content) : [];
}

function idOf(block: JsonObject): string {
  return isJsonObject(block.attrs) ? text(block.attrs.id) : '';
}

/** The document with the words of one block's last text changed by `change`. */
export function rewriteBlock(document: Json | undefined, id: string, change: (words: string) => string): JsonObject {
  const content = blocksOf(document).map((block) => (idOf(block) === id ? rewritten(block, change) : block));
  return { type: 'doc', content };
}

function rewritten(block: JsonObject, change: (words: string) => string): JsonObject {
  const inline = objects(block.content);
  const last = inline.findLastIndex((node) => node.type === 'text');
  return {
    ...block,
    content: inline.map((node, index) => (index === last ? { ...node, text: change(text(node.text)) } : node)),
  };
}

/** The longer of two texts with what the other has more at its end. */
function joinedText(one: string, other: string): string {
  let common = 0;
  while (common < Math.min(one.length, other.length) && one[common] === other[common]) common += 1;
  return `${one} ${other.slice(common).trim()}`;
}

export const blockText = {
  /** The ids of the paragraphs that hold text, in order. */
  paragraphIds(document: Json | undefined): string[] {
    return blocksOf(document)
      .filter((block) => block.type === 'paragraph' && objects(block.content).some((node) => node.type === 'text'))
      .map(idOf);
  },

  /** One value of what all sides of a conflict wrote: their texts one after the other. */
  joined(conflict: ConflictSides): Json {
    const [first, ...others] = conflict.sides.map((side) => side.value).filter((value) => value !== undefined);
    if (!isJsonObject(first)) return first ?? null;
    return others.filter(isJsonObject).reduce((block, other) => {
      const added = objects(other.content).findLast((node) => node.type === 'text');
      return rewritten(block, (words) => joinedText(words, text(added?.text)));
    }, first);
  },
};
