import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBodies, compareHandlings, type FieldComparison } from '../../../domain/records/compareBodies.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { aDocument } from '../../helpers/aSession.ts';
import { footnote, paragraph, words } from '../../helpers/documentNodes.ts';

const differing = (kind: string, one: JsonObject, other: JsonObject): FieldComparison[] =>
  compareBodies(kindOf(kind), one, other).filter(({ same }) => !same);

test('a field is compared in the way that shows best what changed in it', () => {
  const [northmark, avaria] = [naturalId('organisation', 'XN'), naturalId('organisation', 'XA')];
  const one = { title: 'Update on the valley', status: 'drafting', from: [northmark], due: '2027-02-18' };
  const other = { title: 'Update on the river', status: 'cleared', from: [avaria], due: '2027-02-18' };
  expect(differing('paper', one, other)).toEqual([
    {
      field: 'title',
      same: false,
      as: 'text',
      words: [
        { type: 'same', text: 'Update on the ' },
        { type: 'removed', text: 'valley' },
        { type: 'added', text: 'river' },
      ],
    },
    { field: 'status', same: false, as: 'value', before: 'drafting', after: 'cleared' },
    { field: 'from', same: false, as: 'set', kept: [], added: [avaria], removed: [northmark] },
  ]);
});

test('blocks of a text are added, removed, changed and moved, and each is named once', () => {
  const one = { body: aDocument(['a', 'Alpha'], ['b', 'Beta'], ['c', 'Gamma'], ['d', 'Delta']) };
  const other = { body: aDocument(['d', 'Delta'], ['a', 'Alpha'], ['c', 'Gamma now'], ['e', 'Epsilon']) };
  const [body] = differing('paper', one, other);
  expect(body?.as === 'document' && body.blocks.map(({ id, change }) => [id, change])).toEqual([
    ['d', 'moved'],
    ['a', 'same'],
    ['b', 'removed'],
    ['c', 'changed'],
    ['e', 'added'],
  ]);
});

test('a footnote stands in brackets where it is called, and no sentence runs into it', () => {
  const text = (note: string) => ({
    body: {
      type: 'doc',
      content: [
        paragraph('a', words('Grain rose'), footnote(note), words(' in May'), footnote('Customs.'), words('.')),
      ],
    },
  });
  const [body] = differing('paper', text('Port data.'), text('Harbour data.'));
  expect(body?.as === 'document' && body.blocks.map((block) => block.words)).toEqual([
    [
      { type: 'same', text: 'Grain rose [' },
      { type: 'removed', text: 'Port' },
      { type: 'added', text: 'Harbour' },
      { type: 'same', text: ' data.] in May [Customs.].' },
    ],
  ]);
});

test('entries of a list tell which of their fields changed', () => {
  const one = { asks: [{ id: '1', order: 'a', text: 'Agree on the visit' }] };
  const other = {
    asks: [
      { id: '1', order: 'a', text: 'Agree on the first visit' },
      { id: '2', order: 'b', text: 'Name a lead' },
    ],
  };
  const [asks] = differing('paper', one, other);
  expect(asks?.as === 'list' && asks.entries.map(({ id, change, fields }) => [id, change, fields[0]?.field])).toEqual([
    ['1', 'changed', 'text'],
    ['2', 'added', undefined],
  ]);
});

test('handlings are compared by label, distribution, caveats and clearance', () => {
  const originator = naturalId('organisation', 'XN');
  const one = {
    label: 'TLP:AMBER',
    distribution: { to: 'board' },
    originator,
    caveats: [],
    chathamHouse: false,
  } as const;
  const before = { ...one, caveats: [] };
  const after = { ...one, label: 'TLP:GREEN' as const, caveats: ['Not before 12 May'] };
  expect(compareHandlings(before, after).filter(({ same }) => !same)).toEqual([
    { field: '$handling.caveats', same: false, as: 'set', kept: [], added: ['Not before 12 May'], removed: [] },
    { field: '$handling.label', same: false, as: 'value', before: 'TLP:AMBER', after: 'TLP:GREEN' },
  ]);
});

test('the blocks of both versions can be read back from a comparison, whatever was done', () => {
  const blocks = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'));
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      const documents = [before, after].map((ids) => aDocument(...ids.map((id) => [id, id] as const)));
      const [one, other] = documents;
      const [body] = compareBodies(kindOf('paper'), { body: one ?? null }, { body: other ?? null });
      if (body?.as !== 'document') throw new Error('no document');
      const ids = (without: string) => body.blocks.filter(({ change }) => change !== without).map(({ id }) => id);
      expect(ids('removed')).toEqual(after);
      expect(ids('added').toSorted()).toEqual(before.toSorted());
      const resting = body.blocks.filter(({ change, moved }) => change !== 'added' && !moved).map(({ id }) => id);
      expect(resting).toEqual(before.filter((id) => resting.includes(id)));
    }),
  );
});

test('a figure is told by what there is to see and its caption, and another picture as such', () => {
  const figure = (id: string, file: string, alt: string, caption: string) => ({
    type: 'figure',
    attrs: { id, file: file.repeat(32), alt, width: 60 },
    content: caption === '' ? [] : [words(caption)],
  });
  const text = (...content: JsonObject[]) => ({ body: { type: 'doc', content } });
  const one = text(
    figure('a', 'aa', 'A bridge', 'At Osk'),
    figure('b', 'bb', 'A road', ''),
    figure('c', 'cc', 'x', 'C'),
  );
  const other = text(
    figure('a', 'aa', 'A bridge', 'At Hallin'),
    figure('c', 'dd', 'x', 'C'),
    figure('e', 'ee', 'A quay', ''),
  );
  const [body] = differing('paper', one, other);
  const said = body?.as === 'document' ? body.blocks : [];
  expect(said.map(({ id, change, redrawn = false, words: parts }) => [id, change, redrawn, parts])).toEqual([
    [
      'a',
      'changed',
      false,
      [
        { type: 'same', text: '[A bridge] At ' },
        { type: 'removed', text: 'Osk' },
        { type: 'added', text: 'Hallin' },
      ],
    ],
    ['b', 'removed', false, [{ type: 'removed', text: '[A road] ' }]],
    ['c', 'changed', true, [{ type: 'same', text: '[x] C' }]],
    ['e', 'added', false, [{ type: 'added', text: '[A quay] ' }]],
  ]);
});
