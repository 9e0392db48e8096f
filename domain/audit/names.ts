import { APART } from './apart.ts';

/** A tree of short sequences of words, walked from every place of a text; as deep as the longest of them. */
export interface Names<T> {
  /** Keeps a sequence with what it stands for; the first one counts. */
  add(words: Int32Array, value: T): void;
  /** Takes away every sequence that stands in a text. */
  removeIn(words: Int32Array): void;
  /** Tells every sequence that stands in a text, and where. */
  findIn(words: Int32Array, found: (at: number, length: number, value: T) => void): void;
  readonly size: number;
}

interface Branch<T> {
  value?: T;
  readonly next: Map<number, Branch<T>>;
}

export function createNames<T>(): Names<T> {
  const root: Branch<T> = { next: new Map() };
  let size = 0;
  const walk = (words: Int32Array, visit: (branch: Branch<T>, at: number, length: number) => void): void => {
    if (size === 0) return;
    for (let at = 0; at < words.length; at += 1) {
      let branch = root.next.get(words[at] ?? APART);
      for (let length = 1; branch !== undefined; length += 1) {
        if (branch.value !== undefined) visit(branch, at, length);
        branch = branch.next.get(words[at + length] ?? APART);
      }
    }
  };
  return {
    add(words, value) {
      let branch = root;
      for (const word of words) {
        const known = branch.next.get(word) ?? { next: new Map() };
        branch.next.set(word, known);
        branch = known;
      }
      if (branch.value !== undefined) return;
      branch.value = value;
      size += 1;
    },
    removeIn(words) {
      walk(words, (branch) => {
        delete branch.value;
        size -= 1;
      });
    },
    findIn(words, found) {
      walk(words, ({ value }, at, length) => {
        if (value !== undefined) found(at, length, value);
      });
    },
    get size() {
      return size;
    },
  };
}
