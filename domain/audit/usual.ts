import { adoptionWords } from '../documents/adoptionWords.ts';
import { annexWords } from '../documents/annexWords.ts';
import { annotationsWords } from '../documents/annotationsWords.ts';
import { commentsWords } from '../documents/commentsWords.ts';
import { commissionWords } from '../documents/commissionWords.ts';
import { couldOpenWords } from '../documents/couldOpenWords.ts';
import { dossierWords } from '../documents/dossierWords.ts';
import { explanationWords } from '../documents/explanationWords.ts';
import { minutesWordsFor } from '../documents/minutesWords.ts';
import { outcomesWords } from '../documents/outcomesWords.ts';
import { ownListWords } from '../documents/ownListWords.ts';
import { peopleWords } from '../documents/peopleWords.ts';
import { runningOrderWords } from '../documents/runningOrderWords.ts';
import { wordingWords } from '../documents/wordingWords.ts';
import { wordsFor } from '../documents/words.ts';
import { Purpose } from '../exchange/manifest.ts';
import { purposeInWords } from '../exchange/purposeWords.ts';
import { LABELS } from '../handling/handling.ts';
import { Capacity } from '../meetings/participantKind.ts';
import { planWords } from '../meetings/planChangeWords.ts';
import { PaperType } from '../papers/kinds.ts';
import { KINDS } from '../records/kinds.ts';
import { valueName } from '../records/valueNames.ts';

const LANGUAGES = ['en', 'fr'] as const;
const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2027, month, 1));
const WEEK = Array.from({ length: 7 }, (_, day) => Date.UTC(2027, 0, 1 + day));

/** The words that every printed document may have, whatever is in it. */
export function printedWords(): readonly string[] {
  printed ??= makePrintedWords();
  return printed;
}

/** Made once: every print is read against them. */
let printed: readonly string[] | undefined;

function makePrintedWords(): string[] {
  return LANGUAGES.flatMap((language) => {
    const words = wordsFor(language);
    return [
      ...saidBy(words),
      ...saidBy(couldOpenWords(language)),
      ...saidBy(dossierWords(language)),
      ...saidBy(annexWords(language)),
      ...saidBy(adoptionWords(language)),
      ...saidBy(commissionWords(language)),
      ...saidBy(commentsWords(language)),
      ...PaperType.options.map((type) => valueName('paper', 'type', type, language) ?? ''),
      ...saidBy(annotationsWords(language)),
      ...saidBy(explanationWords(language)),
      ...saidBy(wordingWords(language)),
      ...saidBy(minutesWordsFor(language)),
      ...saidBy(outcomesWords(language)),
      ...saidBy(ownListWords(language)),
      ...saidBy(peopleWords(language)),
      ...Capacity.options.map((capacity) => valueName('participant', 'capacity', capacity, language) ?? ''),
      ...saidBy(runningOrderWords(language)),
      words.dayAccess(['closed']),
      words.dayAccess(['open']),
      words.dayAccess(['closed', 'open']),
      words.dayAccess(['closed', 'open', 'closed']),
      ...Purpose.options.map((purpose) => purposeInWords(purpose, language)),
      ...datesIn(language),
      ...LABELS,
    ];
  });
}

/** The names of months and days. */
function datesIn(language: 'en' | 'fr'): string[] {
  const name = (part: 'month' | 'weekday') => new Intl.DateTimeFormat(language, { [part]: 'long', timeZone: 'UTC' });
  return [...MONTHS.map((moment) => name('month').format(moment)), ...WEEK.map((day) => name('weekday').format(day))];
}

/** The sentences of a table of words, those that take something with nothing in its place. */
function saidBy(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return saidBy(Reflect.apply(words, undefined, ['', '']));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(saidBy) : [];
}

/** The words that every bundle has: of its manifest, of a revision, and of the names of files. */
export function bundledWords(): string[] {
  return [
    'format reader bundle network sender installation name organisation organisationName seat role addressees place',
    'audience purpose meeting created heads totals files bytes records revisions recordBytes attachments sums cards',
    'entries directory recalls purges news kind party item papers bodies persons organisations group board community guest public',
    'record kind parents author seat at nonce handling body id signature label distribution originator caveats',
    'chathamHouse cleared expires otherwise digest to named everyone installation member secretariat',
    'manifest json sig SHA256SUMS README txt records jsonl gz blobs print pdf reply ustar BEGIN END SSH SIGNATURE',
    // What is said of plans that changed.
    ...LANGUAGES.flatMap((language) => [...saidBy(planWords(language)), ...datesIn(language)]),
    ...Purpose.options,
    ...LABELS,
    ...KINDS.flatMap(({ name, fields }) => [name, ...Object.keys(fields)]),
  ];
}
