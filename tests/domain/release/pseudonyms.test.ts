import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownNamesIn } from '../../../domain/audit/firm.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { audienceName, codeOf, standInId, veilsFor } from '../../../domain/release/pseudonyms.ts';
import { release } from '../../../domain/release/release.ts';
import {
  aDocument,
  aRecord,
  aRevision,
  BOARD,
  CLEAR,
  CORVANE,
  circumstancesOf,
  ENVOY,
  HARBOUR,
  historiesOf,
  idOf,
  LOWMERE,
  NORTHMARK,
  OFFICER,
  SECRETARIAT,
  strictTo,
  theCircle,
} from '../../helpers/releasable.ts';

const WITNESS = idOf('witness');
const SECRET = 'a1'.repeat(32);
const STAND_IN = standInId(SECRET);
const ITEM = idOf('item');
const AUDIENCES: readonly Audience[] = [
  { kind: 'board' },
  { kind: 'community', bodies: [CORVANE] },
  { kind: 'organisation', organisation: NORTHMARK },
  { kind: 'organisation', organisation: LOWMERE },
  { kind: 'group', organisations: [NORTHMARK, LOWMERE] },
  { kind: 'persons', persons: [ENVOY] },
  { kind: 'guest', party: CORVANE, item: ITEM, papers: [] },
  { kind: 'guest', party: HARBOUR, item: ITEM, papers: [] },
];
const BODY: JsonObject = {
  name: 'Zephyrine Ostrander',
  organisation: NORTHMARK,
  role: 'expert',
  function: 'Harbour pilot',
  portfolios: ['Ports'],
  zone: 'Africa/Nairobi',
  anonymity: 'pseudonym',
};

/** A meeting at which a witness speaks, who appears under another name, and a paper that links to them. */
function aMeetingWith(mark: Mark = strictTo(SECRETARIAT), changes: Partial<ReleasableRecord> = {}): ReleasableRecord[] {
  const link = (record: string, text: string) => ({
    type: 'text',
    text,
    marks: [{ type: 'recordLink', attrs: { record } }],
  });
  return [
    ...theCircle(),
    aRecord('person', WITNESS, BODY, strictTo(SECRETARIAT), changes),
    aRecord('pseudonym', idOf('mapping'), { subject: WITNESS, secrets: [SECRET] }, mark),
    aRecord('person', STAND_IN, { name: `Person ${codeOf(SECRET, 'board')}` }, BOARD),
    aRecord('session', idOf('session'), { meeting: idOf('meeting'), access: 'open', day: 1 }, CLEAR),
    aRecord(
      'agendaItem',
      ITEM,
      {
        session: idOf('session'),
        type: 'item',
        order: 'a0',
        title: 'What was seen',
        leads: [WITNESS],
        speakers: [{ id: 's', order: 'a0', party: WITNESS, zone: 'Africa/Nairobi' }],
      },
      CLEAR,
    ),
    aRecord(
      'paper',
      idOf('paper'),
      {
        title: 'Heard',
        language: 'fr',
        body: aDocument({
          type: 'paragraph',
          attrs: { id: 'p' },
          content: [link(WITNESS, 'Zephyrine Ostrander'), { type: 'text', text: ' told it.' }],
        }),
      },
      CLEAR,
    ),
  ];
}

function passed(audience: Audience, records: readonly ReleasableRecord[]) {
  const papers = audience.kind === 'guest' ? { ...audience, papers: [idOf('paper')] } : audience;
  return release({ records }, papers, circumstancesOf(records));
}

/** The name under which the witness appears; and that nothing else of them does. */
function nameFor(audience: Audience, records = aMeetingWith()): string {
  const { documents } = passed(audience, records).release;
  const written = JSON.stringify(documents);
  for (const trace of ['Zephyrine', 'Ostrander', 'Harbour pilot', 'Ports', 'Nairobi', WITNESS]) {
    expect(written, `${audience.kind}: ${trace}`).not.toContain(trace);
  }
  const item = documents.find(({ kind }) => kind === 'agendaItem');
  const named = documents.filter(({ id }) => JSON.stringify(item?.body.leads).includes(id));
  expect(named).toHaveLength(1);
  expect(Object.keys(named[0]?.body ?? {})).toEqual(['name']);
  return named[0]?.title ?? '';
}

describe('somebody under a pseudonym', () => {
  it('is the same for the same audience, and another for every other', () => {
    const names = AUDIENCES.map((audience) => nameFor(audience));
    for (const name of names) expect(name).toMatch(/^Person [A-Z]{3}-\d\d$/);
    expect(new Set(names).size).toBe(AUDIENCES.length);
    expect(AUDIENCES.map((audience) => nameFor(audience))).toEqual(names);
    const other: Audience = { kind: 'community', bodies: [CORVANE, HARBOUR] };
    expect(nameFor(other)).toBe(nameFor({ kind: 'community', bodies: [CORVANE] }));
    expect(audienceName({ kind: 'persons', persons: [ENVOY, OFFICER] })).toBe(
      audienceName({ kind: 'persons', persons: [OFFICER, ENVOY] }),
    );
  });

  it('is named so in texts, too, in their language', () => {
    const { documents } = passed({ kind: 'board' }, aMeetingWith()).release;
    const paper = documents.find(({ kind }) => kind === 'paper');
    expect(JSON.stringify(paper?.body)).toContain(`Personne ${codeOf(SECRET, 'board')}`);
    const spoken = release(
      { records: aMeetingWith() },
      { kind: 'board' },
      { ...circumstancesOf(theCircle()), language: 'fr' },
    );
    expect(JSON.stringify(spoken.release.documents)).toContain(`"name":"Personne ${codeOf(SECRET, 'board')}"`);
  });

  it('is who they are for whom the mapping is for, and for themselves', () => {
    for (const audience of [
      { kind: 'organisation', organisation: SECRETARIAT },
      { kind: 'self' },
    ] satisfies Audience[]) {
      expect(JSON.stringify(passed(audience, aMeetingWith()).release.documents)).toContain('Zephyrine');
    }
    const { documents } = passed({ kind: 'board' }, aMeetingWith(BOARD)).release;
    expect(JSON.stringify(documents)).toContain(WITNESS);
    expect(
      veilsFor(aMeetingWith(), { kind: 'persons', persons: [WITNESS] }, circumstancesOf(aMeetingWith()).circle).has(
        WITNESS,
      ),
    ).toBe(false);
  });

  it('is not named at all where there is nothing to make a name of, or two who claim to', () => {
    const all = aMeetingWith();
    const without = all.filter(({ kind }) => kind !== 'pseudonym');
    const conflicted = all.map((one) => (one.kind === 'pseudonym' ? { ...one, conflicted: true } : one));
    const twice = [...all, aRecord('pseudonym', idOf('another'), { subject: WITNESS, secrets: ['b2'.repeat(32)] })];
    for (const records of [without, conflicted, twice]) {
      const { documents } = passed({ kind: 'board' }, records).release;
      const item = documents.find(({ kind }) => kind === 'agendaItem');
      expect(item?.body).toMatchObject({ leads: [], speakers: [] });
      expect(JSON.stringify(documents)).not.toContain('Zephyrine');
    }
  });

  it('stays so while somebody says otherwise, and when the record was deleted', () => {
    const { documents } = passed({ kind: 'board' }, aMeetingWith(undefined, { conflicted: true })).release;
    expect(JSON.stringify(documents)).not.toMatch(/Zephyrine|Ostrander/);
    nameFor({ kind: 'board' }, aMeetingWith(undefined, { deleted: true }));
  });

  it('does not speak under the Chatham House Rule, and is unnamed where the record says so', () => {
    const house = aMeetingWith().map((one) =>
      one.kind === 'agendaItem' ? { ...one, handling: { ...one.handling, chathamHouse: true } } : one,
    );
    const item = passed({ kind: 'board' }, house).release.documents.find(({ kind }) => kind === 'agendaItem');
    expect(item?.body.leads).toEqual([]);
    const unnamed = aMeetingWith(undefined, { body: { ...BODY, doNotName: true } });
    expect(
      JSON.stringify(passed({ kind: 'board' }, unnamed).release.documents.map(({ kind, body }) => [kind, body.leads])),
    ).not.toContain('Person ');
    expect(JSON.stringify(passed({ kind: 'community', bodies: [CORVANE] }, unnamed).release)).not.toContain('Person ');
  });

  it('tells nobody how many there are: a stand-in goes only where something that goes points to it', () => {
    const alone = aMeetingWith().filter(({ kind }) => kind !== 'agendaItem' && kind !== 'paper');
    const { documents } = passed({ kind: 'community', bodies: [CORVANE] }, alone).release;
    expect(JSON.stringify(documents)).not.toContain('Person ');
  });

  it('is in nothing that is signed for those who may not know; the board names the stand-in, and others never read that name', () => {
    const records = aMeetingWith();
    const named = records.find(({ kind }) => kind === 'agendaItem');
    const witness = records.find(({ id }) => id === WITNESS);
    const standIn = records.find(({ id }) => id === STAND_IN);
    if (named === undefined || witness === undefined || standIn === undefined) throw new Error('incomplete');
    const clean = { ...named, body: { ...named.body, leads: [STAND_IN], speakers: [] } };
    const histories = historiesOf(aRevision(named), aRevision(clean), aRevision(witness), aRevision(standIn));
    const { release: made, explanation } = release(
      { records, histories },
      { kind: 'board' },
      { ...circumstancesOf(records), product: 'revisions' },
    );
    expect(made.revisions.map(({ revision }) => revision.body)).toEqual([standIn.body, clean.body]);
    const told = explanation.records.find(({ record }) => record === ITEM)?.revisions.withheld;
    expect(told).toMatchObject([{ reasons: ['pseudonymInside'] }]);
    // Outside, the stand-in is another name of the same person, and the same record.
    const outside = aMeetingWith().map((one) =>
      one.kind === 'agendaItem' ? { ...one, body: { ...one.body, leads: [STAND_IN, WITNESS], speakers: [] } } : one,
    );
    const { documents } = passed({ kind: 'community', bodies: [CORVANE] }, outside).release;
    const item = documents.find(({ kind }) => kind === 'agendaItem');
    const [first, second] = Array.isArray(item?.body.leads) ? item.body.leads : [];
    expect(first).toBe(second);
    expect(JSON.stringify(documents)).not.toContain(codeOf(SECRET, 'board'));
  });

  it('is searched for under the true name, whoever else has it, and under the names that others know', () => {
    const records = aMeetingWith();
    const veils = veilsFor(records, { kind: 'community', bodies: [CORVANE] }, circumstancesOf(records).circle);
    expect([...ownNamesIn({ records }, veils)].map(({ text }) => text)).toEqual([
      'Zephyrine Ostrander',
      `Person ${codeOf(SECRET, 'board')}`,
    ]);
  });
});

describe('names made of random secrets', () => {
  const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));

  it('are stable, and share nothing between audiences or persons by which they could be linked', () => {
    fc.assert(
      fc.property(secret, secret, (one, other) => {
        fc.pre(one !== other);
        const codes = AUDIENCES.map((audience) => codeOf(one, audienceName(audience)));
        expect(AUDIENCES.map((audience) => codeOf(one, audienceName(audience)))).toEqual(codes);
        expect(new Set(codes).size).toBeGreaterThanOrEqual(AUDIENCES.length - 1);
        expect(standInId(one)).not.toBe(standInId(other));
        for (const code of codes) expect(one).not.toContain(code.toLowerCase());
      }),
      { numRuns: 200 },
    );
  });

  it('agree where two desks each made one: whatever the order, the same secret counts', () => {
    const [one, other] = ['0b'.repeat(32), 'f3'.repeat(32)];
    const with_ = (...secrets: string[]) =>
      aMeetingWith().map((record) =>
        record.kind === 'pseudonym' ? { ...record, body: { subject: WITNESS, secrets } } : record,
      );
    expect(nameFor({ kind: 'board' }, with_(one, other))).toBe(nameFor({ kind: 'board' }, with_(other, one)));
    expect(nameFor({ kind: 'board' }, with_(other, one))).toBe(nameFor({ kind: 'board' }, with_(one)));
  });

  it('are spread evenly, so that a name says nothing', () => {
    const counts = new Map<string, number>();
    for (let at = 0; at < 4000; at += 1) {
      const [letter = ''] = codeOf(at.toString(16).padStart(64, '0'), 'board');
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(19);
    for (const count of counts.values()) expect(count).toBeGreaterThan(120);
  });
});

it('leaves no ids behind by which two outputs could be laid side by side', () => {
  const ids = AUDIENCES.map((audience) => {
    const mint = (record: string) => idOf(`${JSON.stringify(audience)} ${record}`);
    const records = aMeetingWith();
    const { documents } = release({ records }, audience, { ...circumstancesOf(records), mint }).release;
    return documents.find(({ title }) => title.startsWith('Person '))?.id;
  });
  const known = ids.filter((id) => id !== undefined && id !== STAND_IN);
  expect(new Set(known).size).toBe(known.length);
});
