import type { JsonObject } from '../records/json.ts';
import { count, text, texts } from '../records/text.ts';

interface Numbered {
  readonly id: string;
  readonly body: JsonObject;
}

/**
 * The number that a paper of a meeting gets when it is issued and has none: that of the first item that lists it, with a
 * letter where another paper has that already; of an annex that of its paper, with a letter; of a paper of no item the
 * next that no paper and no item has. Undefined where the meeting has no symbol.
 */
export function nextNumber(
  paper: Numbered,
  meeting: JsonObject,
  items: readonly Numbered[],
  papers: readonly Numbered[],
): string | undefined {
  const symbol = text(meeting.symbol);
  if (symbol === '') return undefined;
  const taken = new Set(papers.filter(({ id }) => id !== paper.id).map(({ body }) => text(body.number)));
  const main = papers.find(({ id }) => id === text(paper.body.annexOf));
  const item = items.find(({ body }) => texts(body.papers).includes(paper.id) && count(body.number) > 0);
  const stem = text(main?.body.number) || (item === undefined ? '' : `${symbol}/${count(item.body.number)}`);
  if (stem !== '') {
    if (main === undefined && !taken.has(stem)) return stem;
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') if (!taken.has(stem + letter)) return stem + letter;
  }
  const ofItems = new Set(items.map(({ body }) => `${symbol}/${count(body.number)}`));
  for (let number = 1; ; number += 1) {
    const next = `${symbol}/${number}`;
    if (!taken.has(next) && !ofItems.has(next)) return next;
  }
}
