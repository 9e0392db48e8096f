const STRONG_LEFT = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Hangul}/u;
const STRONG_RIGHT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/** The direction of a text by its first letter that has one (Unicode Bidirectional Algorithm, rule P2). */
export function directionOf(words: string): 'ltr' | 'rtl' {
  for (const character of words) {
    if (STRONG_RIGHT.test(character)) return 'rtl';
    if (STRONG_LEFT.test(character)) return 'ltr';
  }
  return 'ltr';
}
