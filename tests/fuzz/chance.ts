import { createHash } from 'node:crypto';

/** Choices that look like chance and are the same for the same seed on every machine. */
export interface Chance {
  /** A whole number from 0 up to and without `bound`. */
  below(bound: number): number;
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T;
  /** Whether something with this probability happens. */
  happens(probability: number): boolean;
  bytes(length: number): Buffer;
}

/** sfc32, seeded with the digest of a text. */
export function chanceFrom(seed: string): Chance {
  const digest = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => digest.readUInt32LE(at)) as [number, number, number, number];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  const below = (bound: number) => Math.floor((next() / 2 ** 32) * bound);
  return {
    below,
    pick(list) {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new RangeError('There is nothing to pick from.');
      return picked;
    },
    happens: (probability) => next() / 2 ** 32 < probability,
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}
