import { describe, expect, it } from 'vitest';
import { hasCode } from '../../../domain/errors.ts';
import { circleOf } from '../../../domain/handling/circle.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { sentenceOf } from '../../../domain/release/explain.ts';
import type { BundleAudience, OutsideAudience, Passed } from '../../../domain/release/material.ts';
import {
  assertRelease,
  audienceOf,
  freshHandling,
  type Release,
  release,
  releasedOfKind,
  releasedRecord,
} from '../../../domain/release/release.ts';
import {
  aHandling,
  aRecord,
  aRevision,
  BOARD,
  CLEAR,
  CORVANE,
  circumstancesOf,
  GREEN,
  historiesOf,
  idOf,
  redTo,
  SECRETARIAT,
  theCircle,
} from '../../helpers/releasable.ts';

const paper = aRecord('paper', idOf('paper'), { title: 'Deep-dive' }, CLEAR);
const strict = aRecord('paper', idOf('strict'), { title: 'Sources' }, redTo(idOf('Officer')));
const records = [...theCircle(), paper, strict];
const circumstances = circumstancesOf(records);
const releaseFor = <A extends Audience>(audience: A): Release<A> =>
  release({ records, histories: historiesOf(aRevision(paper)) }, audience, circumstances).release;

/** What a maker of output looks like from outside. */
function print(made: Release): number {
  assertRelease(made);
  return made.documents.length;
}
function seal(made: Release<BundleAudience>): number {
  assertRelease(made);
  return made.revisions.length + made.fresh.length;
}

describe('a release', () => {
  it('comes from the gate only: no record, copy, clone or look-alike is one', () => {
    const made = releaseFor({ kind: 'board' });
    expect(print(made)).toBeGreaterThan(0);
    for (const forged of [
      records,
      { ...made },
      structuredClone({ ...made }),
      JSON.parse(JSON.stringify(made)),
      null,
      'release',
    ]) {
      expect(() => assertRelease(forged)).toThrow(expect.objectContaining({ code: 'release.unreleased' }));
    }
  });

  it('is refused by the compiler when it is anything else', () => {
    // @ts-expect-error Plain records are no release.
    const plain = () => print(records);
    // @ts-expect-error Nor is a record view from the store.
    const view = () => print({ kind: 'board', at: '', documents: records, revisions: [], fresh: [], attachments: [] });
    const passed: Passed<Audience> = {
      kind: 'board',
      at: '',
      documents: [],
      revisions: [],
      fresh: [],
      attachments: [],
    };
    // @ts-expect-error Nor is what came out of the gate before `release` made a release of it.
    const unbranded = () => print(passed);
    // @ts-expect-error What is released to this installation cannot be sealed.
    const own = () => seal(releaseFor({ kind: 'self' }));
    // @ts-expect-error What is released to the board is not released to the public.
    const wider: Release<{ kind: 'public' }> = releaseFor({ kind: 'board' });
    for (const forgery of [plain, view, unbranded]) expect(forgery).toThrow();
    expect([own(), print(wider)].every(Number.isInteger)).toBe(true);
  });

  it('cannot be changed after it was made', () => {
    const made = releaseFor({ kind: 'board' });
    for (const part of [made, made.documents, made.documents[0]?.body, made.revisions, made.attachments]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it('remembers its audience without showing it', () => {
    const audience = { kind: 'community', bodies: [CORVANE] } satisfies Audience;
    const made = releaseFor(audience);
    expect(audienceOf(made)).toBe(audience);
    expect(JSON.stringify(made)).not.toContain(CORVANE);
    expect(Object.getOwnPropertySymbols({ ...made })).toEqual([]);
  });

  it('finds its records by id and by kind', () => {
    const made = releaseFor({ kind: 'board' });
    expect(releasedRecord(made, paper.id)?.title).toBe('Deep-dive');
    expect(releasedRecord(made, strict.id)).toBeUndefined();
    expect(releasedOfKind(made, 'paper').map(({ id }) => id)).toEqual([paper.id]);
  });

  it('is the same for the same material', () => {
    const audience: Audience = { kind: 'public' };
    expect(JSON.stringify(releaseFor(audience))).toBe(JSON.stringify(releaseFor(audience)));
  });

  it('refuses a mint that gives a record its own id', () => {
    const careless = { ...circumstances, mint: <T>(id: T): T => id };
    expect(() => release({ records }, { kind: 'public' }, careless)).toThrow(
      expect.toSatisfy((error) => hasCode(error, 'internal')),
    );
  });

  it.each<[OutsideAudience, ReturnType<typeof aHandling>['distribution']]>([
    [{ kind: 'public' }, { to: 'everyone' }],
    [{ kind: 'community', bodies: [CORVANE] }, { to: 'community' }],
    [
      { kind: 'guest', party: CORVANE, item: idOf('item'), papers: [paper.id] },
      { to: 'named', organisations: [CORVANE], persons: [] },
    ],
    [
      { kind: 'guest', party: idOf('Envoy of Northmark'), item: idOf('item'), papers: [paper.id] },
      { to: 'named', organisations: [], persons: [idOf('Envoy of Northmark')] },
    ],
  ])('is issued anew by the sender, for %j alone', (audience, distribution) => {
    const made = releaseFor(audience);
    const [fresh] = made.fresh.filter(({ kind }) => kind === 'paper');
    expect(fresh).toBeDefined();
    if (fresh === undefined) return;
    expect(freshHandling(made, fresh, SECRETARIAT, circleOf(records))).toEqual(
      aHandling({ label: 'TLP:CLEAR', distribution }, { originator: SECRETARIAT }),
    );
  });
});

describe('the explanation', () => {
  it('says of every record that was chosen whether it goes and why not, in English and French', () => {
    const amber = aRecord('paper', idOf('amber'), { title: 'Amber', status: 'cleared' }, BOARD);
    const green = aRecord('paper', idOf('green'), { title: 'Green', status: 'cleared' }, GREEN);
    const all = [...records, amber, green];
    const { explanation } = release(
      { records: all, wanted: new Set([amber.id, green.id]) },
      { kind: 'community', bodies: [CORVANE] },
      circumstancesOf(all),
    );
    expect(explanation.records.map(({ title, goes, reasons, parts }) => ({ title, goes, reasons, parts }))).toEqual([
      { title: 'Amber', goes: false, reasons: ['distribution', 'openLabel'], parts: [] },
      { title: 'Green', goes: true, reasons: [], parts: [{ path: 'status', reason: 'field' }] },
    ]);
    expect(explanation.counts).toMatchObject({ records: 2, go: 1, withheld: 1, parts: 1 });
    expect(sentenceOf('distribution')).toMatch(/mark does not cover/);
    expect(sentenceOf('distribution', 'fr')).toMatch(/mention ne couvre pas/);
  });
});
