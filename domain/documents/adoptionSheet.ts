import { AdoptionResult, AdoptionWay, AnswerSays } from '../adoption/kinds.ts';
import { finalResult } from '../adoption/standing.ts';
import { subjectWords } from '../adoption/subjects.ts';
import { isZone } from '../meetings/timing.ts';
import type { RecordId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { objects, text, texts } from '../records/text.ts';
import type { ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { adoptionWords } from './adoptionWords.ts';
import { weekdayInWords } from './dates.ts';
import type { PrintOptions } from './printRequest.ts';
import { compare, copyWords, inOrder, lastDay, nameOf, namesOf, networkOf, requireReleased } from './releasedParts.ts';
import type { Fact, ListPassage, ListRow, ListSheet } from './sheets.ts';
import { wordsFor } from './words.ts';

/**
 * What was put up for adoption, in the words that members were asked about, how, who said what, what is reserved, and what
 * became of it. Throws `release.withheld` where the audience may not have the adoption.
 */
export function adoptionSheet(release: Release, id: RecordId, options: PrintOptions): ListSheet {
  const { language } = options;
  const adoption = requireReleased(release, id, 'adoption');
  const { body } = adoption;
  const words = wordsFor(language);
  const own = adoptionWords(language);
  const network = networkOf(release, words);
  const copy = copyWords(options, words);
  const answers = new Map(
    releasedOfKind(release, 'answer')
      .filter((answer) => answer.body.adoption === id)
      .map((answer) => [text(answer.body.organisation), answer] as const),
  );
  const title = text(body.title) || words.untitled;
  const unreached = namesOf(release, texts(body.unreached)).join(', ');
  const extensions = inOrder(objects(body.extensions));
  return {
    what: 'list',
    language,
    documentTitle: own.title(title),
    running: network.name,
    exercise: network.exercise,
    label: adoption.label,
    foot: [own.foot, ...lastDay(adoption, options), ...copy.foot],
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: adoption.label === 'TLP:RED' ? words.redInWords : '',
    title: own.heading,
    subtitle: title,
    facts: factsOf(release, body, options),
    notes: [
      text(body.text),
      ...extensions.map(({ from }) => own.extended(momentInWords(text(from), text(body.zone), options))),
      text(body.instruction) === '' ? '' : own.instruction(unpointed(text(body.instruction))),
      text(body.remark),
      unreached === '' ? '' : own.unreached(unreached),
      finalResult(body) === undefined ? own.noClock : '',
    ].filter((note) => note !== ''),
    passages: [
      { heading: own.put, items: inOrder(objects(body.put)).map((one) => putUpIn(release, one, options)) },
      { heading: own.reservations, items: reservationsIn(release, answers) },
    ].filter(({ items }) => items.length > 0),
    sections: [
      {
        heading: own.members,
        words: true,
        columns: [own.member, own.answer],
        rows: texts(body.asked)
          .flatMap((member) => rowOf(release, member, answers.get(member), options))
          .sort((one, other) => compare(one.cells[0] ?? '', other.cells[0] ?? '')),
      },
    ],
    warnings: [],
  };
}

function putUpIn(release: Release, { record, title, words }: JsonObject, { language }: PrintOptions): ListPassage {
  const own = adoptionWords(language);
  const said = text(words);
  const now = releasedRecord(release, text(record));
  const isChanged = said !== '' && now !== undefined && subjectWords(now.body) !== said;
  return { title: text(title), text: said, note: said === '' ? own.inItsText : isChanged ? own.changedSince : '' };
}

function reservationsIn(release: Release, answers: ReadonlyMap<string, ReleasedRecord>): ListPassage[] {
  return [...answers]
    .filter(([, { body }]) => body.says === 'reservation')
    .map(([member, { body }]) => ({ title: nameOf(release, member), text: text(body.words), note: '' }))
    .sort((one, other) => compare(one.title, other.title));
}

/** A member and what it says; none whom this audience may not see named. */
function rowOf(
  release: Release,
  member: string,
  answer: ReleasedRecord | undefined,
  { language }: PrintOptions,
): ListRow[] {
  const own = adoptionWords(language);
  const name = nameOf(release, member);
  if (name === '') return [];
  if (answer === undefined) return [{ cells: [name, own.silent], mark: '' }];
  const { body } = answer;
  const says = AnswerSays.safeParse(body.says);
  // Reservations stand whole above.
  const note = [
    says.data === 'reservation' ? '' : text(body.words),
    text(body.text),
    text(body.onBehalf) === '' ? '' : own.onBehalf(unpointed(text(body.onBehalf))),
  ];
  return [
    {
      cells: [name, says.success ? own.says[says.data] : own.silent],
      note: note.filter((one) => one !== '').join(' '),
      mark: '',
    },
  ];
}

function factsOf(release: Release, body: JsonObject, options: PrintOptions): Fact[] {
  const own = adoptionWords(options.language);
  const way = AdoptionWay.safeParse(body.way);
  const result = AdoptionResult.safeParse(finalResult(body));
  const zone = text(body.zone);
  const deadline = text(body.deadline);
  const recorded = text(body.resultOn);
  return [
    ...(way.success ? [{ label: own.way, lines: [own.ways[way.data]] }] : []),
    ...(deadline === '' ? [] : [{ label: own.until, lines: untilInLines(deadline, zone, options) }]),
    { label: own.result, lines: [result.success ? own.results[result.data] : own.open] },
    ...(recorded === '' || !result.success
      ? []
      : [
          {
            label: own.recorded,
            lines: [dayAt(recorded, zone, options), ...namesOf(release, [text(body.resultBy)]).map(own.recordedBy)],
          },
        ]),
  ];
}

/** The day of the deadline and its clock at the place; and where the print names a capital, there, with its day if that is another. */
function untilInLines(moment: string, zone: string, options: PrintOptions): string[] {
  const { capitalZone } = options;
  const day = dayAt(moment, zone, options);
  const lines = [day, clockAt(moment, zone, options)];
  if (capitalZone === undefined || capitalZone === zone) return lines;
  const there = dayAt(moment, capitalZone, options);
  return [...lines, [there === day ? '' : there, clockAt(moment, capitalZone, options)].filter(Boolean).join(' ')];
}

function momentInWords(moment: string, zone: string, options: PrintOptions): string {
  return [dayAt(moment, zone, options), clockAt(moment, zone, options)].filter((part) => part !== '').join(', ');
}

/** `17:00 Lisbon`; empty where it is no moment. */
function clockAt(moment: string, zone: string, { language }: PrintOptions): string {
  const at = atZone(moment, zone);
  if (at === undefined) return '';
  const clock = `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;
  const place = (isZone(zone) ? zone : 'UTC').split('/').at(-1)?.replaceAll('_', ' ') ?? '';
  return adoptionWords(language).clock(clock, place);
}

function dayAt(moment: string, zone: string, { language }: PrintOptions): string {
  const date = atZone(moment, zone)?.toPlainDate().toString();
  if (date === undefined) return moment;
  const words = weekdayInWords(date, language);
  return `${language === 'fr' ? words.charAt(0).toLowerCase() + words.slice(1) : words} ${date.slice(0, 4)}`;
}

/** A moment on the clock of a zone; undefined where it is none, as in a record from elsewhere. */
function atZone(moment: string, zone: string): Temporal.ZonedDateTime | undefined {
  try {
    return Temporal.Instant.from(moment).toZonedDateTimeISO(isZone(zone) ? zone : 'UTC');
  } catch {
    return undefined;
  }
}

/** Without a full stop at its end, to stand in a sentence. */
function unpointed(words: string): string {
  return words.replace(/[.\s]+$/u, '');
}
