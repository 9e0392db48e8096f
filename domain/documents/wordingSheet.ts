import { AmberdeskError } from '../errors.ts';
import { text, texts } from '../records/text.ts';
import { type HomeAudience, isOutside, type ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { dateInWords, dayInWords } from './dates.ts';
import type { PrintLanguage, PrintOptions } from './printRequest.ts';
import { compare, copyWords, lastDay, networkOf, strictest } from './releasedParts.ts';
import type { ListPassage, ListSection, ListSheet } from './sheets.ts';
import { wordingWords } from './wordingWords.ts';
import { wordsFor } from './words.ts';

/**
 * The public lines and the list of terms, as the audience of the release may have them: what holds first. It is for the
 * network's own people: throws `release.withheld` for audiences outside.
 */
export function wordingSheet(release: Release<HomeAudience>, options: PrintOptions): ListSheet {
  if (isOutside(release.kind)) throw new AmberdeskError('release.withheld');
  const words = wordsFor(options.language);
  const own = wordingWords(options.language);
  const network = networkOf(release, words);
  const copy = copyWords(options, words);
  const lines = releasedOfKind(release, 'publicLine').toSorted(byStanding);
  const terms = releasedOfKind(release, 'term').toSorted((one, other) =>
    compare(text(one.body.use), text(other.body.use)),
  );
  const label = strictest([...lines, ...terms].map((one) => one.label));
  const isMixed = new Set([...lines, ...terms].map((one) => one.label)).size > 1;
  return {
    what: 'list',
    language: options.language,
    documentTitle: own.heading,
    running: network.name,
    exercise: network.exercise,
    label,
    foot: [own.foot, ...copy.foot],
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    title: own.heading,
    subtitle: network.name,
    facts: [{ label: own.asOf, lines: [dateInWords(release.at.slice(0, 10), options.language)] }],
    notes: [own.counted(lines.length, terms.length)],
    passages:
      lines.length === 0
        ? []
        : [{ heading: own.lines, items: lines.flatMap((line) => passagesOf(release, line, options, isMixed)) }],
    sections: (['en', 'fr'] as const).flatMap((language) => termsIn(terms, language, options, isMixed)),
    warnings: [],
  };
}

const RANK: readonly string[] = ['agreed', 'draft', 'superseded'];

function byStanding(one: ReleasedRecord, other: ReleasedRecord): number {
  const rank = ({ body }: ReleasedRecord): number => RANK.indexOf(text(body.status));
  return rank(one) - rank(other) || compare(text(one.body.subject), text(other.body.subject));
}

/** A line in each language in which it has words: that of the print first. */
function passagesOf(release: Release, line: ReleasedRecord, options: PrintOptions, isMixed: boolean): ListPassage[] {
  const own = wordingWords(options.language);
  const { body } = line;
  const [agreed, until] = [dayInWords(body.agreedOn, options.language), dayInWords(body.until, options.language)];
  const meeting = releasedRecord(release, text(body.meeting))?.title ?? '';
  const status = text(body.status);
  const standing = status === 'draft' ? own.draft : status === 'superseded' ? own.superseded : '';
  const facts = [
    agreed === '' ? '' : own.agreedOn(agreed),
    meeting === '' ? '' : own.at(meeting),
    until === '' ? '' : own.until(until),
    isMixed ? line.label : '',
    ...lastDay(line, options),
  ]
    .filter((part) => part !== '')
    .join(', ');
  const note = [standing, facts].filter((part) => part !== '').join('. ');
  const order = options.language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
  const said = order.flatMap((language) => {
    const words = text(language === 'fr' ? body.textFr : body.textEn);
    return words === '' ? [] : [{ language, words }];
  });
  const subject = text(body.subject);
  if (said.length === 0) return [{ title: subject, text: '', note }];
  return said.map(({ language, words }, at) => ({
    title: said.length === 1 ? subject : `${subject} (${own.language[language]})`,
    text: words,
    note: at === said.length - 1 ? note : '',
  }));
}

function termsIn(
  terms: readonly ReleasedRecord[],
  language: PrintLanguage,
  options: PrintOptions,
  isMixed: boolean,
): ListSection[] {
  const own = wordingWords(options.language);
  // A term without a language is one of both.
  const mine = terms.filter(
    ({ body }) => text(body.language) === language || (text(body.language) === '' && language === 'en'),
  );
  if (mine.length === 0) return [];
  return [
    {
      heading: `${own.terms}: ${own.language[language]}`.replace(':', options.language === 'fr' ? '\u00a0:' : ':'),
      words: true,
      even: !isMixed,
      columns: [own.use, own.instead, ...(isMixed ? [own.mark] : [])],
      rows: mine.map((term) => ({
        cells: [text(term.body.use), texts(term.body.instead).join(', ')],
        note: [text(term.body.why), term.body.scope === 'open' ? own.openOnly : '', ...lastDay(term, options)]
          .filter((part) => part !== '')
          .join(' '),
        mark: isMixed ? term.label : ('' as const),
      })),
    },
  ];
}
