import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import type { Place } from './places.ts';

/** The paper that a place is in, as it is called: by its number, else by its title. */
export interface PlacedPaper {
  readonly number: string;
  readonly title: string;
}

type Language = 'en' | 'fr';

const NBSP = '\u00a0';

interface Words {
  readonly figure: (number: number) => string;
  readonly table: (number: number) => string;
  readonly paragraph: (number: number) => string;
  readonly heading: (words: string) => string;
  readonly quoted: (words: string) => string;
  readonly here: string;
  readonly lost: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    figure: (number) => `Figure${NBSP}${number}`,
    table: (number) => `Table${NBSP}${number}`,
    paragraph: (number) => `paragraph${NBSP}${number}`,
    heading: (words) => `section “${words}”`,
    quoted: (words) => `“${words}”`,
    here: 'this paper',
    lost: '[place not found]',
  },
  fr: {
    figure: (number) => `figure${NBSP}${number}`,
    table: (number) => `tableau${NBSP}${number}`,
    paragraph: (number) => `paragraphe${NBSP}${number}`,
    heading: (words) => `section «${NBSP}${words}${NBSP}»`,
    quoted: (words) => `«${NBSP}${words}${NBSP}»`,
    here: 'le présent document',
    lost: '[endroit introuvable]',
  },
};

/** What a cross-reference says: `Figure 2`; of another paper `CB/9/4, Figure 2`. `paper`: undefined for a place of the same. */
export function referenceWords(place: Place, paper: PlacedPaper | undefined, language: Language): string {
  const words = WORDS[language];
  const where = paper === undefined ? '' : calledIn(paper, words);
  const at = placeWords(place, language);
  if (at === '') return where === '' ? words.here : where;
  return where === '' ? at : `${where}, ${at}`;
}

/** What a place is called within its paper: `Figure 2`, `section “Findings”`; empty for the start. */
export function placeWords({ is, number, words: said }: Place, language: Language): string {
  const words = WORDS[language];
  switch (is) {
    case 'figure':
    case 'table':
    case 'paragraph':
      return words[is](number);
    case 'heading':
      return words.heading(said);
    case 'start':
      return '';
  }
}

/** What stands for a place that is not there or may not be told; with its paper where that may be. */
export function lostWords(paper: PlacedPaper | undefined, language: Language): string {
  const words = WORDS[language];
  const where = paper === undefined ? '' : calledIn(paper, words);
  return where === '' ? words.lost : `${where} ${words.lost}`;
}

function calledIn({ number, title }: PlacedPaper, words: Words): string {
  return number !== '' ? number : title === '' ? '' : words.quoted(title);
}

/** What a paper is called in references to it, for the network's own people; `outside`: by its number in the open series. */
export function placedPaper(body: JsonObject, outside = false): PlacedPaper {
  const open = text(body.openNumber);
  return { number: outside ? open : text(body.number) || open, title: text(body.title) };
}
