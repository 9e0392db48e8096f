import type { Language } from '../records/fieldNames.ts';
import type { Reply } from './readReply.ts';

interface TakenWords {
  /** What the record is called that keeps what came. */
  asReceived(title: string): string;
  /** What was said besides the text, in paragraphs. */
  said(reply: Reply): string;
}

/** What is written of an answer when it is taken in, in the language of who does it. */
export function takenWords(language: Language): TakenWords {
  const isFrench = language === 'fr';
  const line = (label: string, words: string) =>
    words === '' ? [] : [`${label}${isFrench ? '\u00a0: ' : ': '}${words}`];
  return {
    asReceived: (title) => (isFrench ? `Tel que reçu\u00a0: ${title}` : `As received: ${title}`),
    said: ({ item, contact, namedWords, passOnWords }) =>
      [
        ...line(isFrench ? 'Point' : 'Item', item),
        ...line('Contact', contact),
        ...line(isFrench ? 'Peut être nommé' : 'May be named', namedWords),
        ...line(isFrench ? 'Peut être transmis' : 'May be passed on', passOnWords),
      ].join('\n\n'),
  };
}
