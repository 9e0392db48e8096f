/**
 * Letters that Unicode's decompositions leave alone and that people type without, with what stands for them. Lower
 * case: folding lowers first.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ə: 'e',
  ƒ: 'f',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * Marks that people leave out when they type: accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs and
 * the lengthening stroke of Arabic. Then what is written and not seen: soft hyphen, joiners, marks of direction.
 * Vowel signs of Indian and South-East Asian scripts and the voicing marks of Japanese are letters and stay.
 */
const LEFT_OUT = new RegExp(
  [
    '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]',
    '[\\u0591-\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed]',
    '[\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff]',
  ].join('|'),
  'gu',
);

/**
 * A word as search compares it: compatibility decomposition (Unicode NFKD), without the marks that people leave out,
 * special letters spelled out, lower case. `Łódź` gives `lodz`, `Straße` gives `strasse`.
 */
export function fold(word: string): string {
  let folded = '';
  for (let index = 0; index < word.length; index++) {
    const letter = LATIN[word.charCodeAt(index)];
    if (letter === undefined) return foldAny(word);
    folded += letter;
  }
  return folded;
}

function foldAny(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** What each of the first 384 characters folds to: the languages of most papers, many times faster. */
const LATIN: readonly string[] = Array.from({ length: 0x180 }, (_, code) => foldAny(String.fromCharCode(code)));
