import { describe, expect, it } from 'vitest';
import type { Handling } from '../../../domain/handling/handling.ts';
import { describeConflict } from '../../../domain/records/conflictWords.ts';
import type { Language } from '../../../domain/records/fieldNames.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { aVersion, block, document, merged, NORTHMARK, SOUTHMARK } from '../../helpers/versions.ts';

const WHO: Record<string, Record<Language, string>> = {
  a: { en: 'the Secretariat', fr: 'le Secrétariat' },
  b: { en: 'Northmark', fr: 'la Marche-Nord' },
  c: { en: 'Southmark', fr: 'la Marche-Sud' },
};

interface Change {
  body?: JsonObject;
  handling?: Partial<Handling>;
}

/** The sentences about what sides a, b (and c) made of a record. */
function sentences(kind: string, language: Language, before: Change, ...sides: Change[]): string[] {
  const ids = ['a', 'b', 'c'].slice(0, sides.length);
  const view = merged(kind, ids, [
    aVersion('o', [], before.body, before.handling),
    ...sides.map((side, i) => aVersion(ids[i] ?? '', ['o'], side.body, side.handling)),
  ]);
  const names = {
    side: (version: string) => WHO[version]?.[language] ?? version,
    record: (id: string) => (id === NORTHMARK ? 'Northmark' : id === SOUTHMARK ? 'Southmark' : undefined),
  };
  return view.conflicts.map((conflict) => describeConflict(kindOf(kind), conflict, names, language).sentence);
}

const due = (date: string): Change => ({ body: { due: date } });
const text = (words: string): Change => ({ body: { body: document(block('1', words)) } });

describe('a conflict in words', () => {
  it('says who says what, and what was before', () => {
    expect(sentences('paper', 'en', due('2027-06-30'), due('2027-05-15'), due('2027-09-30'))).toEqual([
      'Due date: the Secretariat says 15\u00a0May 2027, Northmark says 30\u00a0September 2027; before both changes it was 30\u00a0June 2027.',
    ]);
    expect(sentences('paper', 'fr', due('2027-06-30'), due('2027-05-01'), due('2027-09-30'))).toEqual([
      'Échéance\u00a0: le Secrétariat dit 1er\u00a0mai 2027, la Marche-Nord dit 30\u00a0septembre 2027\u00a0; avant ces changements, c’était 30\u00a0juin 2027.',
    ]);
  });

  it('puts sides together that say the same', () => {
    expect(
      sentences('paper', 'en', due('2027-06-30'), due('2027-05-15'), due('2027-05-15'), due('2027-09-30')),
    ).toEqual([
      'Due date: the Secretariat and Northmark say 15\u00a0May 2027, Southmark says 30\u00a0September 2027; before these changes it was 30\u00a0June 2027.',
    ]);
  });

  it('gives both texts of a block', () => {
    expect(sentences('paper', 'en', text('Grain rose.'), text('Grain fell.'), text('Grain rose fast.'))).toEqual([
      'Text: the Secretariat says “Grain fell.”, Northmark says “Grain rose fast.”; before both changes it was “Grain rose.”',
    ]);
  });

  it('says that one side removed what the other changed', () => {
    const empty = { body: { body: document() } };
    expect(sentences('paper', 'en', text('Grain rose.'), empty, text('Grain fell.'))).toEqual([
      'Text: the Secretariat removed it, Northmark kept it as “Grain fell.”; before both changes it was “Grain rose.”',
    ]);
    expect(sentences('paper', 'fr', text('Le grain.'), empty, text('Le blé.'))).toEqual([
      'Texte\u00a0: le Secrétariat l’a supprimé, la Marche-Nord l’a gardé\u00a0: «\u00a0Le blé.\u00a0»\u00a0; avant ces changements, c’était «\u00a0Le grain.\u00a0»',
    ]);
  });

  it('gives the reason of a deletion', () => {
    const deleted = { body: { title: 'Grain', $deleted: { reason: 'Written twice' } } };
    expect(sentences('paper', 'en', { body: { title: 'Grain' } }, deleted, { body: { title: 'Rye' } })).toEqual([
      'Deletion: the Secretariat deleted it (“Written twice”), Northmark changed it.',
    ]);
  });

  it('names records, fixed values and fields of entries by their names', () => {
    const status = (value: string): Change => ({ body: { status: value } });
    expect(sentences('paper', 'en', status('drafting'), status('cleared'), status('withdrawn'))).toEqual([
      'Status: the Secretariat says cleared, Northmark says withdrawn; before both changes it was being drafted.',
    ]);
    const chair = (id: string): Change => ({ body: { chair: id } });
    expect(sentences('meeting', 'en', {}, chair(NORTHMARK), chair(SOUTHMARK))).toEqual([
      'Chair: the Secretariat says Northmark, Northmark says Southmark.',
    ]);
    const zone = (name: string): Change => ({
      body: { speakers: [{ id: 'x', order: 'a0', party: NORTHMARK, zone: name }] },
    });
    expect(sentences('agendaItem', 'en', zone('UTC'), zone('Europe/Rome'), zone('Europe/Oslo'))).toEqual([
      'Speakers by video link, time zone: the Secretariat says “Europe/Rome”, Northmark says “Europe/Oslo”; before both changes it was “UTC”.',
    ]);
  });

  it('says of an entry that was moved twice only that it was moved', () => {
    const order = (index: string): Change => ({ body: { asks: [{ id: 'x', order: index, text: 'Note' }] } });
    expect(sentences('paper', 'en', order('a0'), order('a1'), order('a2'))).toEqual([
      'What the board is asked to do, place in the order: the Secretariat put it in another place, Northmark put it in another place.',
    ]);
  });

  it('names who may see it', () => {
    const to = (handling: Partial<Handling>): Change => ({ handling });
    expect(sentences('paper', 'en', {}, to({ label: 'TLP:GREEN', distribution: { to: 'community' } }), {})).toEqual([
      'TLP label: the Secretariat says TLP:GREEN, Northmark says TLP:AMBER; before both changes it was TLP:AMBER.',
      'Distribution: the Secretariat says the board and the invited bodies, Northmark says the board; before both changes it was the board.',
    ]);
    const named = (...organisations: (typeof NORTHMARK)[]) =>
      to({ distribution: { to: 'named', organisations, persons: [] } });
    expect(sentences('paper', 'fr', named(NORTHMARK), named(NORTHMARK, SOUTHMARK), named(NORTHMARK))).toEqual([
      'Diffusion\u00a0: le Secrétariat dit Northmark et Southmark, la Marche-Nord dit Northmark\u00a0; avant ces changements, c’était Northmark.',
    ]);
  });

  it('keeps the names of fields from a newer version', () => {
    const urgency = (value: number): Change => ({ body: { urgency: value } });
    expect(sentences('leverageEvent', 'en', urgency(1), urgency(2), urgency(3))).toEqual([
      'urgency: the Secretariat says 2, Northmark says 3; before both changes it was 1.',
    ]);
  });

  it('shows the words by which two texts differ', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [aVersion('a', [], text('Grain fell sharply.').body), aVersion('b', [], text('Grain rose sharply.').body)],
    );
    const [conflict] = view.conflicts;
    const words = conflict && describeConflict(kindOf('paper'), conflict, { side: (id) => id });
    expect(words?.differences).toEqual([
      { type: 'same', text: 'Grain ' },
      { type: 'removed', text: 'fell' },
      { type: 'added', text: 'rose' },
      { type: 'same', text: ' sharply.' },
    ]);
    expect(words?.sides.map(({ who, says }) => `${who} ${says}`)).toEqual([
      'a Grain fell sharply.',
      'b Grain rose sharply.',
    ]);
  });
});
