import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptIds } from '../../../domain/records/aliases.ts';
import { joinDuplicates, likelyDuplicates } from '../../../domain/records/duplicates.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { AMBER, asked, NORTHMARK, SOUTHMARK } from '../../helpers/versions.ts';

const found = (kind: string, ...bodies: JsonObject[]) =>
  likelyDuplicates(bodies.map((body, i) => ({ id: `${i}`, kind, body }))).map(
    ({ one, other, shared }) => `${one}${other} ${shared}`,
  );

describe('likely duplicates', () => {
  it('are persons of one organisation whose names have the same words', () => {
    const [one, other] = ['Dr. Ilse Varnhagen-Roux', 'VARNHAGEN ROUX, Ilse'];
    expect(found('person', { name: one, organisation: NORTHMARK }, { name: other, organisation: NORTHMARK })).toEqual([
      '01 name',
    ]);
    expect(found('person', { name: one, organisation: NORTHMARK }, { name: other })).toEqual(['01 name']);
    expect(found('person', { name: one, organisation: NORTHMARK }, { name: other, organisation: SOUTHMARK })).toEqual(
      [],
    );
  });

  it('are persons of one organisation of whom one is only an initial', () => {
    const people = (...names: string[]) => found('person', ...names.map((name) => ({ name, organisation: NORTHMARK })));
    expect(people('I. Varnhagen', 'Ilse Varnhagen')).toEqual(['01 initials']);
    expect(people('Ilse Varnhagen', 'Irma Varnhagen')).toEqual([]);
  });

  it('are organisations with the same name or the same short name, whatever the accents', () => {
    expect(found('organisation', { name: 'The Élan Institute' }, { name: 'Elan Institute' })).toEqual(['01 name']);
    expect(
      found('organisation', { name: 'Elan Institute', shortName: 'E.I.' }, { name: 'Institut Élan', shortName: 'EI' }),
    ).toEqual(['01 shortName']);
  });

  it('are not organisations of different types or with different codes', () => {
    expect(found('organisation', { name: 'Northmark', type: 'state' }, { name: 'Northmark', type: 'ngo' })).toEqual([]);
    expect(found('organisation', { name: 'Northmark', code: 'XN' }, { name: 'Northmark', code: 'XM' })).toEqual([]);
  });

  it('are not records that are deleted, as those are that were joined, or of other kinds', () => {
    expect(found('organisation', { name: 'Northmark' }, { name: 'Northmark', $deleted: { reason: 'Old' } })).toEqual(
      [],
    );
    expect(found('paper', { title: 'Grain', name: 'Grain' }, { title: 'Grain', name: 'Grain' })).toEqual([]);
  });
});

describe('records that were joined', () => {
  it('are proposed again where both are there, also through a third', () => {
    expect(found('organisation', { name: 'Elan', $aliases: ['1'] }, { name: 'Institute' })).toEqual(['01 joined']);
    const gone = { name: 'Elan', $deleted: { reason: 'Joined', into: '0' } };
    expect(found('organisation', { name: 'A', $aliases: ['2'] }, { name: 'B', $aliases: ['2'] }, gone)).toEqual([
      '01 joined',
    ]);
  });

  it('are found under one id that is there, the same for every order of joins and records', () => {
    const joins = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 10 });
    fc.assert(
      fc.property(joins, fc.infiniteStream(fc.nat()), (pairs, seeds) => {
        const aliases = new Map<number, Set<number>>();
        const gone = new Set<number>();
        for (const [left, right] of pairs) {
          const [kept, other] = [Math.min(left, right), Math.max(left, right)];
          if (kept === other) continue;
          aliases.set(kept, (aliases.get(kept) ?? new Set()).add(other));
          gone.add(other);
        }
        const records = Array.from({ length: 8 }, (_, id) => ({
          id: `${id}`,
          deleted: gone.has(id),
          body: { $aliases: [...(aliases.get(id) ?? [])].map(String) },
        }));
        const kept = keptIds(records);
        const here = new Set(records.filter(({ deleted }) => !deleted).map(({ id }) => id));
        for (const id of gone) {
          const stands = kept.get(`${id}`) ?? '';
          expect(here.has(stands)).toBe(true);
          expect(Number(stands)).toBeLessThan(id);
        }
        for (const id of here) expect(kept.has(id)).toBe(false);
        const shuffled = records
          .map((record) => ({ record, at: seeds.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ record }) => record);
        expect(new Map([...keptIds(shuffled)].sort())).toEqual(new Map([...kept].sort()));
      }),
      { numRuns: 200 },
    );
  });
});

describe('joining duplicates', () => {
  it('keeps what both say, the other id as alias, and asks where they differ', () => {
    const kept = { id: 'k', body: { name: 'Elan Institute', city: 'Nordby', zone: 'Europe/Oslo' }, handling: AMBER };
    const other = {
      id: 'j',
      body: { name: 'Elan Institute', zone: 'Europe/Rome', $aliases: ['i'] },
      handling: { ...AMBER, originator: NORTHMARK },
    };
    const view = joinDuplicates(kindOf('organisation'), kept, other);
    expect(view.body).toMatchObject({ name: 'Elan Institute', city: 'Nordby', $aliases: ['i', 'j'] });
    expect(asked(view)).toEqual(['zone scalar', '$handling.originator handling']);
  });
});
