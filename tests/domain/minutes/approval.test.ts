import { describe, expect, it } from 'vitest';
import { checkRevisionAuthority } from '../../../domain/handling/authority.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { SignedRevision } from '../../../domain/records/revision.ts';
import { aBlock, aDocument, aRecord, aRevision, idOf, NORTHMARK, SECRETARIAT } from '../../helpers/releasable.ts';
import { aVersion, merged } from '../../helpers/versions.ts';

const item = idOf('item');
const text = (words: string) => aDocument(aBlock('one', words));
const draft: JsonObject = { item, status: 'draft', body: text('Noted.') };
const approved: JsonObject = { ...draft, status: 'approved', approvedOn: '2027-03-11', approvedAt: idOf('first item') };
const reopening = (reason: string) => [{ id: 'r1', order: 'a0', on: '2027-03-12', reason }];
const minutes = aRecord('minutes', idOf('minutes'), draft);

describe('approved minutes, on their way', () => {
  const first = aRevision(minutes, { body: draft });
  const stands = aRevision(minutes, { body: approved, parents: [first.id] });
  const refusals = (body: JsonObject, parents: SignedRevision[], role: 'secretariat' | 'member' = 'secretariat') => {
    const revision = aRevision(minutes, { body, parents: parents.map(({ id }) => id) });
    const organisation = role === 'secretariat' ? SECRETARIAT : NORTHMARK;
    return checkRevisionAuthority(revision, parents, organisation, role).map(({ code }) => code);
  };

  it('are written on by anybody before, and approved and opened again by the Secretariat alone', () => {
    expect(refusals({ ...draft, body: text('Noted with thanks.') }, [first], 'member')).toEqual([]);
    expect(refusals(approved, [first])).toEqual([]);
    expect(refusals(approved, [first], 'member')).toEqual(['minutes.bySecretariat']);
    const again = { ...draft, reopenings: reopening('A name was wrong.') };
    expect(refusals(again, [stands])).toEqual([]);
    expect(refusals(again, [stands], 'member')).toEqual(['minutes.bySecretariat']);
  });

  it('stand as they are, by whomever and in whatever they are changed, unless opened again with a reason', () => {
    const changes: JsonObject[] = [
      { ...approved, body: text('Rejected.') },
      { ...approved, approvedOn: '2027-03-12' },
      { ...approved, $deleted: { reason: 'Made twice' } },
      draft,
      { ...draft, reopenings: reopening('  ') },
    ];
    for (const body of changes) {
      expect(refusals(body, [stands]), JSON.stringify(body)).toEqual(['minutes.approved']);
      expect(refusals(body, [stands], 'member')).toEqual(['minutes.approved']);
    }
    expect(refusals(approved, [stands], 'member'), 'another mark').toEqual([]);
    const again = { ...draft, body: text('Rejected.'), reopenings: reopening('It was said otherwise.') };
    const corrected = { ...approved, body: again.body, reopenings: again.reopenings };
    expect(refusals(corrected, [stands]), 'opened, changed and approved between two bundles').toEqual([]);
    const twice = aRevision(minutes, { body: corrected, parents: [stands.id] });
    expect(refusals({ ...draft, reopenings: again.reopenings }, [twice]), 'the reason of another time').toEqual([
      'minutes.approved',
    ]);
    expect(refusals({ ...draft, reopenings: [] }, [twice]), 'nor a reason taken away').toEqual(['minutes.approved']);
  });

  it('are joined with what did not know of it only as they were approved', () => {
    const other = aRevision(minutes, { body: { ...draft, body: text('Deferred.') }, parents: [first.id] });
    expect(refusals(approved, [stands, other], 'member')).toEqual([]);
    expect(refusals({ ...approved, body: text('Deferred.') }, [stands, other])).toEqual(['minutes.approved']);
  });
});

describe('approved minutes, beside what did not know of it', () => {
  const sides = (one: JsonObject, other: JsonObject, before = draft) =>
    merged('minutes', ['a', 'b'], [aVersion('o', [], before), aVersion('a', ['o'], one), aVersion('b', ['o'], other)]);
  const later = { ...draft, body: text('Noted, and deferred.') };

  it('show what was approved, whichever came first, and ask about the rest', () => {
    for (const view of [sides(approved, later), sides(later, approved)]) {
      expect(view.body).toEqual(approved);
      expect(view.conflicts.map(({ path, type }) => `${type} ${path}`)).toEqual(['scalar body']);
      expect(view.conflicts[0]?.sides.map(({ value }) => value)).toEqual(
        expect.arrayContaining([approved.body, later.body]),
      );
    }
  });

  it('ask even where a text was begun twice, and where each side changed another paragraph', () => {
    const twice = merged('minutes', ['a', 'b'], [aVersion('a', [], approved), aVersion('b', [], later)]);
    expect(twice.body.body).toEqual(approved.body);
    expect(twice.conflicts.map(({ path }) => path)).toContain('body');
    const two = (one: string, other: string) => aDocument(aBlock('one', one), aBlock('two', other));
    const apart = sides(
      { ...approved, body: two('Noted.', 'Agreed.') },
      { ...draft, body: two('Deferred.', 'Discussed.') },
      { ...draft, body: two('Noted.', 'Discussed.') },
    );
    expect(apart.body.body).toEqual(two('Noted.', 'Agreed.'));
    expect(apart.conflicts.map(({ path }) => path)).toEqual(['body']);
  });

  it('ask nothing where the other side left the text as it was, and merge as ever once opened again', () => {
    expect(sides({ ...approved, body: text('Agreed.') }, { ...draft, language: 'en' }).conflicts).toEqual([
      expect.objectContaining({ path: 'language' }),
    ]);
    expect(sides({ ...approved, body: text('Agreed.') }, draft).conflicts).toEqual([]);
    const again = { ...draft, reopenings: reopening('A name was wrong.') };
    const view = sides(again, later);
    expect(view.conflicts).toEqual([]);
    expect(view.body).toEqual({ ...again, body: later.body });
  });
});
