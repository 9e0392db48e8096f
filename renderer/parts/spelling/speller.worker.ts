import { type Dictionary, readDictionary } from '../../../domain/spelling/dictionary.ts';
import { isSpelt, suggestions } from '../../../domain/spelling/spelling.ts';
import { type Answered, Asked } from './messages.ts';

/** A thread of its own, so that looking words up never holds up typing. It has no way to reach anything. */
const known = new Map<'en' | 'fr', Dictionary>();

addEventListener('message', (event: MessageEvent<unknown>) => {
  const asked = Asked.safeParse(event.data);
  if (!asked.success) return;
  if (asked.data.ask === 'know') {
    known.set(asked.data.language, readDictionary(asked.data.aff, asked.data.dic));
    return;
  }
  const { id, language } = asked.data;
  const dictionary = known.get(language);
  const answer: Answered = { id, words: [] };
  if (dictionary !== undefined) {
    answer.words =
      asked.data.ask === 'check'
        ? asked.data.words.filter((word) => !isSpelt(dictionary, language, word))
        : suggestions(dictionary, language, asked.data.word);
  }
  postMessage(answer);
});
