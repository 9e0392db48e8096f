import { type GatheredNote, gatherNotes } from '../papers/gatherNotes.ts';
import type { RecordId } from '../records/ids.ts';
import { text } from '../records/text.ts';
import type { OwnAudience } from '../release/material.ts';
import { type Release, releasedRecord } from '../release/release.ts';
import { annotationsWords } from './annotationsWords.ts';
import { dateInWords } from './dates.ts';
import type { PrintOptions } from './printRequest.ts';
import { copyWords, lastDay, networkOf, requireReleased, strictest } from './releasedParts.ts';
import type { ListPassage, ListSheet } from './sheets.ts';
import { wordsFor } from './words.ts';

/**
 * The private notes on a meeting, for whoever wrote them alone: those that could not be placed first, then in the order of
 * the agenda and of each text, with the words that they are on. Its mark is the strictest of what they quote.
 */
export function annotationsSheet(release: Release<OwnAudience>, id: RecordId, options: PrintOptions): ListSheet {
  const meeting = requireReleased(release, id, 'meeting');
  const words = wordsFor(options.language);
  const own = annotationsWords(options.language);
  const network = networkOf(release, words);
  const copy = copyWords(options, words);
  const notes = gatherNotes(release.documents, id);
  const label = strictest(
    [meeting.label, ...notes.map(({ record }) => releasedRecord(release, record)?.label ?? meeting.label)].filter(
      (one) => one !== 'PRIVATE',
    ),
  );
  const passage = (note: GatheredNote): ListPassage => passageOf(release, note, options);
  const unplaced = notes.filter(({ how }) => how === 'unplaced').map(passage);
  const placed = notes.filter(({ how }) => how !== 'unplaced');
  const groups = [...Map.groupBy(placed, ({ item }) => item ?? '')].map(([item, inItem]) => ({
    heading: item === '' ? own.meeting : releasedRecord(release, item)?.title || own.untitled,
    items: inItem.map(passage),
  }));
  const symbol = text(meeting.body.symbol);
  return {
    what: 'list',
    language: options.language,
    documentTitle: [symbol, meeting.title, own.heading].filter((part) => part !== '').join(' \u00b7 '),
    running: network.name,
    exercise: network.exercise,
    label,
    foot: [...(symbol === '' ? [] : [symbol]), own.foot, ...lastDay(meeting, options), ...copy.foot],
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    title: own.heading,
    subtitle: meeting.title || own.untitled,
    facts: [{ label: own.asOf, lines: [dateInWords(release.at.slice(0, 10), options.language)] }],
    notes: [own.forMyself, notes.length === 0 ? own.none : own.counted(notes.length)],
    passages: [...(unplaced.length === 0 ? [] : [{ heading: own.unplaced, items: unplaced }]), ...groups],
    sections: [],
    warnings: [],
  };
}

function passageOf(
  release: Release,
  { record, text: said, quote, how }: GatheredNote,
  options: PrintOptions,
): ListPassage {
  const own = annotationsWords(options.language);
  const became = becameOf(how, own);
  return {
    title: releasedRecord(release, record)?.title || own.untitled,
    text: said || own.highlighted,
    note: [quote === '' ? '' : own.on(quote.trim()), became].filter((part) => part !== '').join(' \u00b7 '),
  };
}

function becameOf(how: GatheredNote['how'], own: ReturnType<typeof annotationsWords>): string {
  if (how === 'unplaced') return own.unplacedNote;
  if (how === 'moved') return own.moved;
  return how === 'near' || how === 'changed' ? own.changed : '';
}
