import { loadDictionaries } from './loadDictionaries.ts';

const COUNT = 5;

/** Five words drawn at random from 7,776: one of 2.8 × 10¹⁹ passphrases, all as likely. */
export async function suggestPassphrase(): Promise<string> {
  const { WORDS } = await loadDictionaries();
  return Array.from({ length: COUNT }, () => WORDS[drawBelow(WORDS.length)] ?? '').join(' ');
}

/** A whole number below `limit`, each as likely as any other: draws that would favour the low ones are thrown away. */
function drawBelow(limit: number): number {
  const fair = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < fair) return drawn % limit;
  }
}
