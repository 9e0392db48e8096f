import { expect, it } from 'vitest';
import { plainText } from '../../../domain/papers/plainText.ts';
import { isJsonObject, type JsonObject } from '../../../domain/records/json.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { release } from '../../../domain/release/release.ts';
import {
  aDocument,
  aHandling,
  aRecord,
  aRevision,
  BOARD,
  CLEAR,
  circumstancesOf,
  ENVOY,
  historiesOf,
  idOf,
  LOWMERE,
  NORTHMARK,
  OFFICER,
  theCircle,
} from '../../helpers/releasable.ts';

const board: Audience = { kind: 'board' };
const said = (text: string, mark: JsonObject): JsonObject => ({ type: 'text', text, marks: [mark] });
const to = (record: string): JsonObject => ({ type: 'recordLink', attrs: { record } });

it('minutes under the Chatham House Rule name nobody who spoke, to others than the originator’s own', () => {
  const paper = aRecord('paper', idOf('paper'), { title: 'Note' });
  const item = aRecord('agendaItem', idOf('item'), { title: 'Update' });
  const content = [
    said('Northmark', to(NORTHMARK)),
    { type: 'text', text: ' agreed with ' },
    said('the Envoy', { type: 'link', attrs: { href: `amberdesk:${ENVOY}` } }),
    { type: 'text', text: ' on ' },
    said('the paper', to(paper.id)),
  ];
  const body = aDocument({ type: 'paragraph', attrs: { id: 'b' }, content });
  const handling = aHandling(BOARD, { chathamHouse: true, originator: LOWMERE });
  const minutes = aRecord('minutes', idOf('minutes'), { item: item.id, body }, BOARD, { handling });
  const releasedTo = (audience: Audience, one = minutes) => {
    const records = [...theCircle(), one, item, paper];
    const histories = historiesOf(aRevision(one, { seat: OFFICER }));
    return release({ records, histories }, audience, circumstancesOf(records)).release;
  };
  const wordsFor = (audience: Audience, one = minutes) => {
    const shown = releasedTo(audience, one).documents.find(({ kind }) => kind === 'minutes')?.body.body;
    return isJsonObject(shown) ? plainText(shown) : undefined;
  };
  const whole = 'Northmark agreed with the Envoy on the paper';
  expect(wordsFor(board)).toBe('One delegation agreed with a participant on the paper');
  expect(wordsFor(board, { ...minutes, body: { ...minutes.body, language: 'fr' } })).toBe(
    'Une délégation agreed with un participant on the paper',
  );
  expect(wordsFor({ kind: 'organisation', organisation: LOWMERE })).toBe(whole);
  expect(releasedTo(board).revisions.filter(({ revision }) => revision.kind === 'minutes')).toEqual([]);
  // The rule of the item holds for its minutes, and minutes of an item that is not here are under it.
  const attributed = { ...minutes, handling: aHandling(BOARD, { originator: LOWMERE }) };
  expect(wordsFor(board, attributed)).toBe(whole);
  expect(wordsFor(board, { ...attributed, body: { ...attributed.body, item: idOf('elsewhere') } })).not.toBe(whole);
  // To nobody else, whatever their mark.
  const open = { ...attributed, handling: aHandling(CLEAR) };
  expect(wordsFor({ kind: 'community', bodies: [] }, open)).toBeUndefined();
  expect(wordsFor({ kind: 'public' }, open)).toBeUndefined();
});
