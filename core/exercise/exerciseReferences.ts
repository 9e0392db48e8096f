import type { Block, Document } from '../../domain/papers/richText.ts';
import { textOf } from '../../domain/papers/wordsOf.ts';
import { isJsonObject, type JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import type { ImportedPaper } from '../papers/importMarkdown.ts';
import type { ExerciseFiles } from './exerciseFiles.ts';
import { known, paperId } from './exerciseIds.ts';

/**
 * The texts of the exercise's papers with cross-references in the place of the words that say where something stands.
 * Throws where a text has not the words, or no paper has the place.
 */
export function withReferences(
  texts: ReadonlyMap<string, ImportedPaper>,
  { meeting }: ExerciseFiles,
): Map<string, ImportedPaper> {
  const referring = new Map(texts);
  for (const { paper, words, within, to, place } of meeting.references) {
    const target = known(texts.get(to), to).document.content.find((block) => textIn(block).includes(place));
    const block = known(target, place).attrs.id;
    const own = known(referring.get(paper), paper);
    const reference = { type: 'crossReference', attrs: { record: paperId(to), block } };
    const at = own.document.content.findIndex((one) => textIn(one).includes(within));
    const replaced = replacedIn(known(own.document.content[at], within), within, words, reference);
    const content = own.document.content.toSpliced(at, 1, known(replaced, within));
    const document: Document = { ...own.document, content };
    referring.set(paper, { ...own, document });
  }
  return referring;
}

function textIn(block: Block): string {
  return textOf({ type: 'doc', content: [block] });
}

/** A block in which words within a run of text are a node; undefined where no run has them. */
function replacedIn(block: Block, within: string, words: string, node: JsonObject): Block | undefined {
  const content = objects(block.content);
  const index = content.findIndex((one) => text(one.text).includes(within));
  const run = content[index];
  if (run === undefined) return undefined;
  const said = text(run.text);
  const from = said.indexOf(within) + within.indexOf(words);
  const part = (letters: string): JsonObject[] => (letters === '' ? [] : [{ ...run, text: letters }]);
  const pieces = [...part(said.slice(0, from)), node, ...part(said.slice(from + words.length))].filter(isJsonObject);
  return { ...block, content: content.toSpliced(index, 1, ...pieces) };
}
