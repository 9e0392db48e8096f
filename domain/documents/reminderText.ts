import { text } from '../records/text.ts';
import { type Release, releasedRecord } from '../release/release.ts';
import { dateInWords } from './dates.ts';
import type { PrintLanguage } from './printRequest.ts';
import type { RecordText } from './recordText.ts';
import { networkOf, strictest } from './releasedParts.ts';
import { wordsFor } from './words.ts';

const WORDS = {
  en: {
    head: (network: string) => `${network}: papers that are waited for`,
    asks: 'Please send the following, or say when it will come.',
    due: (day: string) => `due ${day}`,
    late: (day: string) => `was due ${day}`,
    asked: 'What is asked: ',
  },
  fr: {
    head: (network: string) => `${network}\u00a0: documents attendus`,
    asks: 'Nous vous serions reconnaissants d’envoyer ce qui suit, ou d’indiquer quand cela arrivera.',
    due: (day: string) => `à remettre le ${day}`,
    late: (day: string) => `devait être remis le ${day}`,
    asked: 'Ce qui est demandé\u00a0: ',
  },
} as const;

/**
 * What reminds somebody of the papers that they are to write: those that came through the gate for them, each with the
 * day when it is due, as far as they may know it. Undefined where none did.
 */
export function reminderText(
  release: Release,
  ids: readonly string[],
  today: string,
  language: PrintLanguage,
): RecordText | undefined {
  const papers = ids.flatMap((id) => releasedRecord(release, id) ?? []);
  if (papers.length === 0) return undefined;
  const own = WORDS[language];
  const label = strictest(papers.map((paper) => paper.label));
  const lines = papers.flatMap(({ body, caveats }) => {
    const [due, request] = [text(body.due), text(body.request)];
    const day = due === '' ? '' : (due < today ? own.late : own.due)(dateInWords(due, language));
    const name = [text(body.number), text(body.title) || wordsFor(language).untitled].filter(Boolean).join(' ');
    return [
      `- ${[name, day].filter((one) => one !== '').join(', ')}`,
      ...(request === '' ? [] : [`  ${own.asked}${request}`]),
      ...caveats.map((caveat) => `  ${caveat}`),
    ];
  });
  const network = networkOf(release, wordsFor(language)).name;
  return { text: [label, own.head(network), '', own.asks, '', ...lines].join('\n'), label };
}

/** What every reminder may say, whatever is in it. */
export function usualInReminders(): string[] {
  return Object.values(WORDS).flatMap(({ asks, asked, head, due, late }) => [asks, asked, head(''), due(''), late('')]);
}
