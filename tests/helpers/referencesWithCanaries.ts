import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { isJsonObject } from '../../domain/records/json.ts';
import { ALL } from '../../domain/records/kind.ts';
import { objects, text } from '../../domain/records/text.ts';
import { aParagraph, type Choices, canary, type Making } from './canaries.ts';

/** What of a paper can be referred to, by ids that are there before its text is. */
export interface PlacesOfPaper {
  readonly heading: string;
  readonly figure: string;
  readonly table: string;
}

/** Gives a paper what can be referred to, and notes it among the places of the vault. */
export function placesFor(making: Making, paper: RecordId): PlacesOfPaper {
  const { mint, places } = making;
  const made = { heading: mint.inner(), figure: mint.inner(), table: mint.inner() };
  for (const block of Object.values(made)) places.push({ paper, block });
  return made;
}

/**
 * The end of a paper: a heading, a figure of one of its files or of none, a table, and paragraphs that refer to places of
 * it and of others, in portions too, and to what nobody has.
 */
export function placesAndReferences(
  making: Making,
  id: RecordId,
  own: PlacesOfPaper,
  attachments: readonly JsonObject[],
  choices: Choices,
): JsonObject[] {
  const { mint, places } = making;
  const words = (said: string): JsonObject => ({ type: 'text', text: said });
  const file = choices.percent(70) ? text(attachments[0]?.sha256) : '';
  const drawn = file !== '';
  const caption = () => canary(making, id, 'body', ALL, { drawn });
  const references = Array.from({ length: 1 + choices.upTo(2) }, (): JsonObject => {
    const lost = { paper: choices.of(id, mint.record()), block: mint.inner() };
    const { paper, block } = choices.of(lost, ...places);
    const reference = { type: 'crossReference', attrs: { record: paper, block } };
    const said = canary(making, id, 'body', ALL);
    return { type: 'paragraph', attrs: { id: mint.inner() }, content: [words(said), reference] };
  });
  const heading = canary(making, id, 'body', ALL, { place: { paper: id, block: own.heading } });
  return [
    { type: 'heading', attrs: { id: own.heading, level: 1 }, content: [words(heading)] },
    aParagraph(making, canary(making, id, 'body', ALL)),
    {
      type: 'figure',
      attrs: { id: own.figure, file: drawn ? file : mint.digest(), alt: caption(), width: 60 },
      content: [words(caption())],
    },
    ...references,
    {
      type: 'table',
      attrs: { id: own.table, caption: canary(making, id, 'body', ALL) },
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] }],
    },
  ];
}

/** Whether a text refers to a place, or, without a block, to any place of a paper. */
export function refersTo(body: JsonObject, paper: string, block?: string): boolean {
  return referencesOf(body).some((one) => one.record === paper && (block === undefined || one.block === block));
}

function referencesOf(node: JsonObject): { record: string; block: string }[] {
  const { attrs } = node;
  const own =
    node.type === 'crossReference' && isJsonObject(attrs)
      ? [{ record: text(attrs.record), block: text(attrs.block) }]
      : [];
  const inside = isJsonObject(node.body) ? [node.body] : objects(node.content);
  return [...own, ...inside.flatMap(referencesOf)];
}
