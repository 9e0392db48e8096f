const [QUOTE, BACKSLASH, COMMA, COLON, ARRAY, OBJECT] = [0x22, 0x5c, 0x2c, 0x3a, 0x5b, 0x7b];

/**
 * Whether a JSON text holds at most `most` values, keys included, seen before it is parsed: a few megabytes of nothing
 * but brackets would become hundreds in memory. Looks at the text once, and not at all where it is too short for more.
 */
export function holdsAtMost(text: string, most: number): boolean {
  // Two values share a separator at least.
  if (text.length < most) return true;
  let values = 1;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) {
      inString = true;
    } else if (code === COMMA || code === COLON || code === ARRAY || code === OBJECT) {
      values += 1;
      if (values > most) return false;
    }
  }
  return true;
}
