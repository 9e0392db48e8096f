const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [ARRAY, OBJECT, ARRAY_END, OBJECT_END] = [0x5b, 0x7b, 0x5d, 0x7d];

/** Levels that no reader comes back from: canonical JSON is made by a function that calls itself for each. */
const MOST_LEVELS = 10_000;

/**
 * What a JSON text has too much of: values, keys included, where there are more than `most`, or levels. Seen before it is
 * parsed: a few megabytes of nothing but brackets would become hundreds in memory. Looks at the text once, and not at all
 * where it is too short for more.
 */
export function excessIn(text: string, most: number): 'values' | 'levels' | undefined {
  // Two values share a separator at least.
  if (text.length < most) return undefined;
  let values = 1;
  let levels = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
      continue;
    }
    if (code === QUOTE) inString = true;
    else if (code === COMMA || code === COLON) values += 1;
    else if (code === ARRAY || code === OBJECT) {
      values += 1;
      levels += 1;
    } else if (code === ARRAY_END || code === OBJECT_END) levels -= 1;
    if (levels > MOST_LEVELS) return 'levels';
    if (values > most) return 'values';
  }
  return undefined;
}
