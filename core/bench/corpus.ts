import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';

/** A record of the corpus: invented words, about 150 of them, in the frequencies of a natural language. */
export interface CorpusRecord {
  readonly id: RecordId;
  readonly kind: string;
  readonly body: JsonObject;
}

export interface Corpus {
  /** The record of this number; the same in every corpus. */
  record(index: number): CorpusRecord;
  /** That record as somebody else has it: the last of its three paragraphs rewritten. */
  rewritten(index: number): CorpusRecord;
  /** `words` consecutive words from somewhere in a record's text. `next` gives numbers in [0, 1). */
  excerpt(next: () => number, records: number, words: number): string;
}

const ENGLISH = 'bra cor den fal gri hol kes lun mor nath pel quor ren sil tam ur vel wyn yar zeth'.split(' ');
const FRENCH = 'bé chau dré éte fleu gî hou joué lè mê nœu où pré què rê sé tié ù veu çon'.split(' ');
const VOCABULARY = 40_000;
const TITLE = 8;
const PARAGRAPH = 48;

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The corpus that searching and importing are measured with. */
export function createCorpus(): Corpus {
  const vocabulary = inventWords(numbersFrom(1));
  const draw = zipf(VOCABULARY);
  const sentence = (seed: number, words: number): string => {
    const next = numbersFrom(seed);
    return Array.from({ length: words }, () => vocabulary[draw(next())] ?? '').join(' ');
  };
  const write = (index: number, version: number): CorpusRecord => ({
    id: corpusId(index),
    kind: 'paper',
    body: {
      title: sentence(index * 8 + 1, TITLE),
      type: 'note',
      status: 'drafting',
      language: 'en',
      body: {
        type: 'doc',
        content: [0, 1, 2].map((part) => ({
          type: 'paragraph',
          attrs: { id: `p${part}` },
          content: [{ type: 'text', text: sentence(index * 8 + 2 + part + (part === 2 ? version * 3 : 0), PARAGRAPH) }],
        })),
      },
    },
  });
  return {
    record: (index) => write(index, 0),
    rewritten: (index) => write(index, 1),
    excerpt(next, records, words) {
      const paragraph = sentence(Math.floor(next() * records) * 8 + 2, PARAGRAPH).split(' ');
      const start = Math.floor(next() * (paragraph.length - words));
      return paragraph.slice(start, start + words).join(' ');
    },
  };
}

function corpusId(index: number): RecordId {
  return RecordId.parse(`00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`);
}

/** Invented words, the frequent ones shorter; two thirds look English, one third French. */
function inventWords(next: () => number): string[] {
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const syllables = next() < 0.67 ? ENGLISH : FRENCH;
    const length = 1 + Math.floor(Math.log10(words.size + 10)) - (next() < 0.5 ? 1 : 0);
    words.add(Array.from({ length }, () => syllables[Math.floor(next() * syllables.length)] ?? '').join(''));
  }
  return [...words];
}

/** Turns a number in [0, 1) into a rank after Zipf's law: the n-th word is about n times rarer than the first. */
function zipf(size: number): (number: number) => number {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 2.7);
    sums[rank] = sum;
  }
  return (number) => {
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < number * sum) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
