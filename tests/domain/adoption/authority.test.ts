import { describe, expect, it } from 'vitest';
import { isRemarkOn } from '../../../domain/exchange/purge.ts';
import { checkRevisionAuthority } from '../../../domain/handling/authority.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { SignedRevision } from '../../../domain/records/revision.ts';
import { release } from '../../../domain/release/release.ts';
import {
  aHandling,
  aRecord,
  aRevision,
  BOARD,
  circumstancesOf,
  ENVOY,
  HOLDER,
  idOf,
  LOWMERE,
  NORTHMARK,
  redTo,
  SECRETARIAT,
  theCircle,
} from '../../helpers/releasable.ts';

type Author = readonly [organisation: string, role: 'secretariat' | 'member', person?: string];
const NORTH: Author = [NORTHMARK, 'member'];
const LOW: Author = [LOWMERE, 'member'];
const OFFICE: Author = [SECRETARIAT, 'secretariat'];

const adoption = aRecord('adoption', idOf('adoption'), { title: 'Warning on the April vote', chair: NORTHMARK });
const put = aRevision(adoption);

function rules(revision: SignedRevision, parents: readonly SignedRevision[], author: Author, natural = true): string[] {
  const [organisation, role, person] = author;
  const known = { natural, ...(person === undefined ? {} : { person }) };
  return checkRevisionAuthority(revision, parents, organisation, role, known).map(({ rule }) => rule);
}

function says(body: JsonObject, by: typeof NORTHMARK, ...parents: SignedRevision[]): SignedRevision {
  const record = aRecord('answer', idOf('answer'), { adoption: adoption.id, organisation: NORTHMARK, ...body });
  const handling = aHandling(BOARD, { originator: parents[0]?.handling.originator ?? idOf('nobody') });
  const originator = parents.length > 0 ? handling : aHandling(BOARD, { originator: by });
  return aRevision(record, { handling: originator, parents: parents.map(({ id }) => id) });
}

describe('an answer to an adoption', () => {
  const own = says({ says: 'noObjection' }, NORTHMARK);

  it('is given by that member alone', () => {
    expect(rules(own, [], NORTH)).toEqual([]);
    expect(rules(says({ says: 'noObjection' }, LOWMERE), [], LOW)).toEqual(['adoption']);
    expect(rules(says({ says: 'objection' }, NORTHMARK, own), [own], LOW)).toEqual(['adoption']);
    expect(rules(says({ organisation: LOWMERE }, NORTHMARK, own), [own], LOW)).toEqual(['adoption']);
  });

  it('is given on its behalf by the Secretariat where that says how it was told, and not over what the member said', () => {
    const told = says({ says: 'noObjection', onBehalf: 'By telephone' }, SECRETARIAT);
    expect(rules(told, [], OFFICE)).toEqual([]);
    expect(rules(says({ says: 'noObjection' }, SECRETARIAT), [], OFFICE)).toEqual(['adoption']);
    const over = says({ says: 'noObjection', onBehalf: 'By telephone' }, NORTHMARK, own);
    expect(rules(over, [own], OFFICE)).toEqual(['adoption']);
    expect(rules(says({ says: 'objection' }, SECRETARIAT, told), [told], NORTH)).toEqual([]);
  });

  it('lies under no other id than the one that follows from adoption and member', () => {
    expect(rules(own, [], NORTH, false)).toEqual(['adoption']);
  });
});

describe('an adoption', () => {
  const recorded = aRevision(adoption, { parents: [put.id], body: { ...adoption.body, result: 'adopted' } });

  it('is put up by the Secretariat, and its result recorded by it or by who chairs', () => {
    expect(rules(put, [], OFFICE)).toEqual([]);
    const claimed = aRevision(adoption, { handling: aHandling(BOARD, { originator: LOWMERE }) });
    expect(rules(claimed, [], LOW)).toEqual(['adoption']);
    expect(rules(recorded, [put], OFFICE)).toEqual([]);
    expect(rules(recorded, [put], NORTH)).toEqual([]);
    expect(rules(recorded, [put], LOW)).toEqual(['adoption']);
  });

  it('is chaired by whom it names as it was put: nobody makes himself the chair', () => {
    const seized = aRevision(adoption, { parents: [put.id], body: { chair: LOWMERE, result: 'adopted' } });
    expect(rules(seized, [put], LOW)).toEqual(['adoption']);
    const byPerson = aRevision(adoption, { body: { chair: ENVOY } });
    const next = { ...recorded, parents: [byPerson.id] };
    expect(rules(next, [byPerson], [LOWMERE, 'member', ENVOY])).toEqual([]);
    expect(rules(next, [byPerson], [LOWMERE, 'member', HOLDER.person])).toEqual(['adoption']);
  });
});

describe('what is put up for adoption', () => {
  const decision = aRecord('paper', idOf('decision'), { title: 'Decision' }, redTo(ENVOY));
  const entry = { id: 'a', order: 'a0', record: decision.id, title: 'Decision', digest: '', words: 'The words' };
  const around = aRecord('adoption', idOf('around'), { title: 'Decision', put: [entry] });
  const reply = aRecord('answer', idOf('reply'), {
    adoption: around.id,
    organisation: NORTHMARK,
    words: 'Other words',
  });
  const all = [...theCircle(), decision, around, reply];

  it('goes where it may go itself, and takes adoption and answers along; elsewhere neither goes', () => {
    const wanted = new Set([decision.id, around.id, reply.id]);
    const goes = (audience: Parameters<typeof release>[1]) =>
      release({ records: all, wanted }, audience, circumstancesOf(all)).explanation.records.map(
        ({ reasons }) => reasons,
      );
    expect(goes({ kind: 'board' })).toEqual([['distribution'], ['putUp'], ['putUp']]);
    expect(goes({ kind: 'persons', persons: [ENVOY] })).toEqual([[], [], []]);
  });

  it('takes along what has its words when it is purged', () => {
    const purge = { record: decision.id, revisions: [], organisation: SECRETARIAT };
    expect(isRemarkOn(purge, { kind: 'adoption', body: around.body })).toBe(true);
    expect(isRemarkOn({ ...purge, record: around.id }, { kind: 'answer', body: reply.body })).toBe(true);
    expect(isRemarkOn(purge, { kind: 'answer', body: reply.body })).toBe(false);
  });
});
