import { PaperType } from '../papers/kinds.ts';
import type { RecordId } from '../records/ids.ts';
import { text } from '../records/text.ts';
import { valueName } from '../records/valueNames.ts';
import { type Release, releasedRecord } from '../release/release.ts';
import { commissionWords } from './commissionWords.ts';
import { dayInWords } from './dates.ts';
import type { PrintOptions } from './printRequest.ts';
import { copyWords, lastDay, networkOf, requireReleased } from './releasedParts.ts';
import type { ListSheet } from './sheets.ts';
import { wordsFor } from './words.ts';

/**
 * What asks somebody for a paper, as a letter: the paper and its kind, for which meeting, until when, what for, and what is
 * asked; of each as much as its reader may know. It names nobody. Throws `release.withheld`.
 */
export function commissionSheet(release: Release, id: RecordId, options: PrintOptions): ListSheet {
  const { language } = options;
  const paper = requireReleased(release, id, 'paper');
  const { body } = paper;
  const words = wordsFor(language);
  const own = commissionWords(language);
  const network = networkOf(release, words);
  const copy = copyWords(options, words);
  const title = text(body.title) || words.untitled;
  const type = PaperType.safeParse(body.type);
  const meeting = releasedRecord(release, text(body.meeting));
  const facts = [
    { label: own.paper, lines: [title] },
    { label: own.type, lines: [type.success ? (valueName('paper', 'type', type.data, language) ?? '') : ''] },
    { label: own.meeting, lines: [meeting?.title ?? ''] },
    { label: own.due, lines: [dayInWords(body.due, language)] },
    { label: own.purpose, lines: [text(body.purpose)] },
  ];
  const request = text(body.request);
  return {
    what: 'list',
    language,
    documentTitle: own.title(title),
    running: network.name,
    exercise: network.exercise,
    label: paper.label,
    foot: [own.foot, ...lastDay(paper, options), ...copy.foot],
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: paper.label === 'TLP:RED' ? words.redInWords : '',
    title: own.heading,
    subtitle: own.asks(network.name),
    facts: facts.filter(({ lines }) => lines.some((line) => line !== '')),
    notes: [...paper.caveats, ...(request === '' ? [own.nothingMore] : [])],
    passages: request === '' ? [] : [{ heading: own.asked, items: [{ title: '', text: request, note: own.answer }] }],
    sections: [],
    warnings: [],
  };
}
