import { AmberdeskError } from '../errors.ts';
import { groupsIn } from '../exchange/readDigits.ts';
import { LABELS } from '../handling/handling.ts';
import { type HomeAudience, isOutside, type ReleasedRecord } from '../release/material.ts';
import { type Release, releasedRecord } from '../release/release.ts';
import type { CouldOpenThere } from './couldOpenThere.ts';
import { couldOpenWords } from './couldOpenWords.ts';
import { dateInWords } from './dates.ts';
import type { PrintOptions } from './printRequest.ts';
import { compare, copyWords, nameOf, networkOf, strictest } from './releasedParts.ts';
import type { Fact, ListSheet } from './sheets.ts';
import { wordsFor } from './words.ts';

/**
 * What a lost installation could open, the strictest first, as far as the audience of the release may know of it: a
 * record is named only when it came through the gate; of the others their number is said. Bundles, and what it wrote
 * itself, are told to ourselves alone. It is for the network's own people: throws `release.withheld` for audiences
 * outside.
 */
export function couldOpenSheet(
  release: Release<HomeAudience>,
  there: CouldOpenThere,
  options: PrintOptions,
): ListSheet {
  if (isOutside(release.kind)) throw new AmberdeskError('release.withheld', { record: there.person });
  const words = wordsFor(options.language);
  const own = couldOpenWords(options.language);
  const network = networkOf(release, words);
  const records = there.records
    .flatMap(({ record, ...facts }) => {
      const released = releasedRecord(release, record);
      return released === undefined ? [] : [{ ...facts, released }];
    })
    .sort(({ released: one }, { released: other }) => byStrictness(one, other));
  const notHere = there.records.filter(({ here }) => !here).length;
  const unnamed = there.records.length - notHere - records.length;
  const label = strictest(records.map(({ released }) => released.label));
  const copy = copyWords(options, words);
  const holder = [nameOf(release, there.person), nameOf(release, there.organisation)].filter((name) => name !== '');
  // Who wrote something, and what was sealed for whom, is told to nobody else.
  const isForUs = release.kind === 'self';
  const bundles = isForUs ? there.bundles : [];
  return {
    what: 'list',
    language: options.language,
    documentTitle: own.title(holder.join(', ')),
    running: network.name,
    exercise: network.exercise,
    label,
    foot: [own.foot, ...copy.foot],
    page: [...words.page],
    watermark: copy.watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    title: own.heading,
    subtitle: holder.join(', '),
    facts: factsOf(there, release.at, options),
    notes: [
      isForUs ? own.counted(there.records.length, bundles.length) : own.countedAlone(there.records.length),
      ...(unnamed === 0 ? [] : [own.unnamed(unnamed)]),
      ...(notHere === 0 ? [] : [own.notHere(notHere)]),
      own.othersUnknown,
    ],
    sections: [
      {
        heading: own.records,
        columns: [own.record, own.inBundles, own.mark],
        rows: records.map(({ released, bundles: count, wrote }) => ({
          cells: [
            wrote && isForUs ? own.wrote(released.title || words.untitled) : released.title || words.untitled,
            String(count),
          ],
          mark: released.label,
        })),
      },
      {
        heading: own.bundles,
        columns: [own.bundle, own.recordsInside],
        rows: bundles.map(({ purpose, created, senderName, records: inside }) => ({
          cells: [own.sealed(purpose, senderName, dateInWords(created.slice(0, 10), options.language)), String(inside)],
          mark: '' as const,
        })),
      },
    ].filter(({ rows }) => rows.length > 0),
    warnings: [],
  };
}

function byStrictness(one: ReleasedRecord, other: ReleasedRecord): number {
  return (
    LABELS.indexOf(one.label) - LABELS.indexOf(other.label) ||
    compare(one.title, other.title) ||
    compare(one.id, other.id)
  );
}

function factsOf({ digits, endedAt, reason }: CouldOpenThere, at: string, { language }: PrintOptions): Fact[] {
  const own = couldOpenWords(language);
  const day = (moment: string) => dateInWords(moment.slice(0, 10), language);
  const groups = groupsIn(digits);
  const half = Math.ceil(groups.length / 2);
  return [
    { label: own.digits, lines: [groups.slice(0, half).join(' '), groups.slice(half).join(' ')] },
    ...(endedAt === undefined ? [] : [{ label: own.ended, lines: [day(endedAt), ...(reason ? [reason] : [])] }]),
    { label: own.asOf, lines: [day(at)] },
  ];
}
