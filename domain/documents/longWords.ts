const BREAK = '\u200b';

/**
 * Puts a zero-width space, a place where a line may break, into words longer than `limit` characters: after the
 * punctuation of an address, else every half `limit`. Shorter words stay as they are.
 */
export function breakLongWords(words: string, limit: number): string {
  if (words.length <= limit) return words;
  return words.replace(/\S+/g, (word) =>
    word.length <= limit ? word : broken(word, Math.max(2, Math.floor(limit / 2))),
  );
}

function broken(word: string, every: number): string {
  let since = 0;
  let out = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)) {
    out += segment;
    since += 1;
    if (since >= every || (since > 2 && /[/._\-?&=%#:,;)]/.test(segment))) {
      out += BREAK;
      since = 0;
    }
  }
  return out.endsWith(BREAK) ? out.slice(0, -1) : out;
}
