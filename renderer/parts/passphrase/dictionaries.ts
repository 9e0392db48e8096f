import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import * as french from '@zxcvbn-ts/language-fr';

const LONGEST = 100;

const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
  graphs: common.adjacencyGraphs,
  maxLength: LONGEST,
});

/**
 * How many guesses a passphrase takes somebody who knows the languages, the common passwords and the words in `about`
 * (the person's name, the organisation's). Of a very long one only the beginning counts.
 */
export function countGuesses(passphrase: string, about: readonly string[]): number {
  return estimator.check(passphrase, about.flatMap((text) => [text, ...text.split(/\s+/)]).filter(Boolean)).guesses;
}

/** The 7,776 words of a list made for passphrases: short, plain, told apart by their first letters. */
export const WORDS: readonly string[] = common.dictionary['diceware-common'];
