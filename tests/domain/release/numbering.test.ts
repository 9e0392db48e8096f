import { describe, expect, it } from 'vitest';
import { clearanceDigest } from '../../../domain/handling/change.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { sentenceOf } from '../../../domain/release/explain.ts';
import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { openNumbers } from '../../../domain/release/numbering.ts';
import { release } from '../../../domain/release/release.ts';
import {
  aHandling,
  aRecord,
  BOARD,
  CORVANE,
  circumstancesOf,
  GREEN,
  idOf,
  theCircle,
} from '../../helpers/releasable.ts';

const audience = { kind: 'community', bodies: [CORVANE] } satisfies Audience;
const meeting = aRecord('meeting', idOf('meeting'), { symbol: 'CB/8' }, GREEN);

function session(name: string, day: number, starts: string, access = 'open'): ReleasableRecord {
  return aRecord('session', idOf(name), { meeting: meeting.id, day, starts, access }, GREEN);
}

function item(
  name: string,
  of: string,
  order: string,
  more: Partial<ReleasableRecord['body']> = {},
  mark = GREEN,
): ReleasableRecord {
  return aRecord(
    'agendaItem',
    idOf(name),
    { meeting: meeting.id, session: idOf(of), order, type: 'item', title: name, ...more },
    mark,
  );
}

function paper(name: string, mark = GREEN): ReleasableRecord {
  return aRecord('paper', idOf(name), { meeting: meeting.id, title: name }, mark);
}

it('withholds what has the number of another, and says so, until one of them has another', () => {
  const numbered = (name: string, number: number) => item(name, 'earlier', 'a0', { number });
  const reasonsOf = (...items: ReleasableRecord[]) => {
    const all = [...theCircle(), meeting, session('earlier', 2, '09:30'), ...items];
    const { explanation } = release({ records: all }, { kind: 'board' }, circumstancesOf(all));
    return items.map(({ id }) => explanation.records.find(({ record }) => record === id)?.reasons);
  };
  const [one, other] = [numbered('one', 4), numbered('other', 4)];
  expect(reasonsOf(one, other)).toEqual([['numberTwice'], ['numberTwice']]);
  expect(reasonsOf(one, { ...other, deleted: true })).toEqual([[], ['deleted']]);
  expect(reasonsOf(one, numbered('other', 5))).toEqual([[], []]);
  for (const language of ['en', 'fr'] as const) expect(sentenceOf('numberTwice', language)).toMatch(/Secr[eé]tariat/);
});

const records = [
  ...theCircle(),
  meeting,
  session('later', 2, '11:00'),
  session('earlier', 2, '09:30'),
  session('closed', 1, '09:30', 'closed'),
  item('welcome', 'earlier', 'a0', { papers: [idOf('note'), idOf('amber')] }),
  item('break', 'earlier', 'a1', { type: 'break' }),
  item('secret', 'earlier', 'a2', {}, BOARD),
  item('questions', 'earlier', 'a3', { papers: [idOf('brief'), idOf('note')] }),
  item('decision', 'closed', 'a0'),
  item('national mechanisms', 'later', 'a0'),
  paper('zeal'),
  paper('annex'),
  paper('brief'),
  paper('note'),
  paper('amber', BOARD),
];

describe('the open series', () => {
  const numbers = openNumbers({ records }, meeting.id, audience, circumstancesOf(records));
  const numberOf = (name: string): string | undefined => numbers.get(idOf(name));

  it('counts the items that the community may see, in the order of the agenda, and no breaks', () => {
    expect(['welcome', 'questions', 'national mechanisms'].map(numberOf)).toEqual(['O1', 'O2', 'O3']);
    expect(['break', 'secret', 'decision'].map(numberOf)).toEqual([undefined, undefined, undefined]);
  });

  it('counts papers as the items name them, then the others by title', () => {
    expect(['note', 'brief', 'annex', 'zeal'].map(numberOf)).toEqual(['CB/8/O1', 'CB/8/O2', 'CB/8/O3', 'CB/8/O4']);
    expect(numberOf('amber')).toBeUndefined();
  });

  it('can be written into what was cleared before it had a number', () => {
    const body = { meeting: meeting.id, title: 'Cleared' };
    const handling = aHandling(GREEN, { cleared: { digest: clearanceDigest(body), otherwise: BOARD } });
    const numbered = aRecord('paper', idOf('cleared'), { ...body, openNumber: 'CB/8/O1' }, GREEN, { handling });
    const all = [...theCircle(), numbered];
    const { release: made } = release({ records: all, wanted: new Set([numbered.id]) }, audience, circumstancesOf(all));
    expect(made.documents.map(({ body: { openNumber } }) => openNumber)).toEqual(['CB/8/O1']);
  });

  it('is empty for a meeting that is not there', () => {
    expect(openNumbers({ records }, idOf('another meeting'), audience, circumstancesOf(records)).size).toBe(0);
  });
});
