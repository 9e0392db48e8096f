import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Client, makeClient } from '../../../contract/client.ts';
import type { Json, JsonObject } from '../../../domain/records/json.ts';
import { KINDS, kindOf } from '../../../domain/records/kinds.ts';
import { own } from '../../../domain/records/own.ts';
import { chooseEditor, type Editor } from '../../../renderer/parts/form/chooseEditor.ts';
import { type Commit, FormKeeper } from '../../../renderer/parts/form/formKeeper.ts';
import { addEntry, changeEntry, entriesOf, moveEntry, removeEntry } from '../../../renderer/parts/form/listEntries.ts';
import { readNumber } from '../../../renderer/parts/form/readNumber.ts';
import { faultOf, joinEdits } from '../../../renderer/parts/form/typed.ts';
import { aFolder, aHolder, PASSPHRASE } from '../../helpers/aVault.ts';
import { createCore } from '../../helpers/builtCore.ts';
import { paragraph, words } from '../../helpers/documentNodes.ts';

function editorOf(kind: string, field: string): Editor {
  const rule = own(kindOf(kind)?.fields ?? {}, field);
  if (rule === undefined) throw new Error(`${kind} has no ${field}.`);
  return chooseEditor([kind, field], rule);
}

describe('the editor of a field', () => {
  it('follows from its merge rule, its schema and what it links to', () => {
    expect(editorOf('organisation', 'name')).toEqual({ editor: 'text' });
    expect(editorOf('organisation', 'doNotName')).toEqual({ editor: 'yesNo' });
    expect(editorOf('organisation', 'zone')).toEqual({ editor: 'zone' });
    expect(editorOf('organisation', 'notes')).toEqual({ editor: 'richText' });
    expect(editorOf('organisation', 'membership')).toMatchObject({ editor: 'choice' });
    expect(editorOf('person', 'portfolios')).toEqual({ editor: 'chips' });
    expect(editorOf('person', 'organisation')).toEqual({ editor: 'link', kinds: ['organisation'], multiple: false });
    expect(editorOf('agendaItem', 'papers')).toEqual({ editor: 'link', kinds: ['paper'], multiple: true });
    expect(editorOf('agendaItem', 'minutes')).toEqual({ editor: 'number' });
    expect(editorOf('meeting', 'starts')).toEqual({ editor: 'date' });
    expect(editorOf('session', 'starts')).toEqual({ editor: 'time' });
    expect(editorOf('meeting', 'version')).toMatchObject({
      editor: 'parts',
      parts: [
        { field: 'number', editor: { editor: 'number' }, optional: false },
        { field: 'on', editor: { editor: 'date' }, optional: false },
        { field: 'replaces', editor: { editor: 'number' }, optional: true },
        { field: 'replacesOn', editor: { editor: 'date' }, optional: true },
      ],
    });
    expect(editorOf('agendaItem', 'speakers')).toMatchObject({
      editor: 'list',
      parts: [
        { field: 'party', editor: { editor: 'link', kinds: ['organisation', 'person'] } },
        { field: 'zone', editor: { editor: 'zone' } },
      ],
    });
    expect(editorOf('paper', 'attachments')).toEqual({ editor: 'attachments' });
  });

  it('is one to type in for every field of every kind, but for places in texts and what the clock of the room notes', () => {
    const shown = KINDS.flatMap((kind) =>
      Object.keys(kind.fields)
        .filter((field) => editorOf(kind.name, field).editor === 'shown')
        .map((field) => `${kind.name}.${field}`),
    );
    expect(shown).toEqual([
      'agendaItem.began',
      'agendaItem.ended',
      'portion.placeholder',
      'decision.anchor',
      'action.anchor',
      'recommendation.anchor',
      'annotation.anchor',
      'comment.anchor',
    ]);
  });

  it('says why a value does not fit', () => {
    const meeting = kindOf('meeting');
    const item = kindOf('agendaItem');
    if (meeting === undefined || item === undefined) throw new Error('A kind is missing.');
    expect(faultOf(item, 'minutes', 30)).toBeUndefined();
    expect(faultOf(item, 'minutes', 0)).toEqual({ fault: 'tooSmall', limit: 1 });
    expect(faultOf(item, 'minutes', 1441)).toEqual({ fault: 'tooLarge', limit: 1440 });
    expect(faultOf(item, 'minutes', 1.5)).toEqual({ fault: 'whole' });
    expect(faultOf(meeting, 'version', { number: 2 })).toEqual({ fault: 'incomplete' });
    expect(faultOf(item, 'speakers', [{ id: 'a', order: 'a0', zone: 'UTC' }])).toEqual({ fault: 'incomplete' });
    expect(['1 234', '12,5', '12.5', '-3', '1,234,5', 'ten', ''].map(readNumber)).toEqual([
      1234,
      12.5,
      12.5,
      -3,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a list', () => {
  it('gives only the entry that is moved another order, so that moves in two places join', () => {
    const [a, b, c] = ['a', 'b', 'c'];
    let entries: JsonObject[] = [];
    for (const id of [a, b, c]) entries = addEntry(entries, id, { text: id });
    const ids = (list: Json) => entriesOf(list).map((entry) => entry.id);
    expect(ids(entries)).toEqual(['a', 'b', 'c']);
    const moved = moveEntry(entries, 'c', 0);
    expect(ids(moved)).toEqual(['c', 'a', 'b']);
    expect(entriesOf(moved).slice(1)).toEqual(entriesOf(entries).slice(0, 2));
    expect(ids(moveEntry(moved, 'c', 9))).toEqual(['a', 'b', 'c']);
    const changed = changeEntry(moved, 'a', 'text', 'changed');
    expect(entriesOf(changed)[1]?.text).toBe('changed');
    expect(ids(removeEntry(changed, 'a'))).toEqual(['c', 'b']);
  });

  it('orders all of its entries anew where there is no room between two', () => {
    const same: JsonObject[] = ['a', 'b', 'c'].map((id) => ({ id, order: 'a0' }));
    expect(entriesOf(moveEntry(same, 'c', 1)).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });
});

describe('two edits of one field', () => {
  const rule = (kind: string, field: string) => own(kindOf(kind)?.fields ?? {}, field);
  const doc = (...content: JsonObject[]): JsonObject => ({ type: 'doc', content });

  it('join where they touch different things, and are divided where they touch the same', () => {
    const name = rule('organisation', 'name');
    expect(joinEdits(name, 'North', 'Northmark', 'North')).toEqual({ value: 'Northmark' });
    expect(joinEdits(name, 'North', 'North', 'Northern')).toEqual({ value: 'Northern' });
    expect(joinEdits(name, 'North', 'Northmark', 'Northern')).toBe('divided');
    expect(joinEdits(name, 'North', 'Northmark', 'Northmark')).toEqual({ value: 'Northmark' });
    expect(joinEdits(rule('person', 'portfolios'), ['a'], ['a', 'b'], ['c'])).toEqual({ value: ['b', 'c'] });
    const [one, two] = [paragraph('1', words('one')), paragraph('2', words('two'))];
    const [first, second] = [paragraph('1', words('first')), paragraph('2', words('second'))];
    const notes = rule('organisation', 'notes');
    expect(joinEdits(notes, doc(one, two), doc(first, two), doc(one, second))).toEqual({ value: doc(first, second) });
    expect(joinEdits(notes, doc(one), doc(first), doc(paragraph('1', words('uno'))))).toBe('divided');
  });
});

async function aBoard() {
  const core = createCore();
  onTestFinished(() => core.close());
  const client = makeClient(core);
  const folder = join(aFolder(), 'Northmark.amberdesk');
  await client.vault.create({ folder, passphrase: PASSPHRASE, holder: aHolder(), workFactor: 10 });
  const body = { name: 'North', type: 'ngo', notes: { type: 'doc', content: [paragraph('1', words('one'))] } };
  const { id } = await client.records.create({ kind: 'organisation', body });
  const inVault = async (field: string) => own((await client.records.read({ id })).body, field);
  return { core, client, id, inVault };
}

/** A form in a window of its own, which follows the application's events. */
async function aForm({ core, client, id }: { core: ReturnType<typeof createCore>; client: Client; id: string }) {
  const commits: Commit[] = [];
  const keeper = new FormKeeper(id, { client, pause: 5, committed: (commit) => commits.push(commit) });
  onTestFinished(core.subscribe((event) => void (event.event === 'recordsChanged' && keeper.refresh())));
  await keeper.refresh();
  const typed = (field: string) => keeper.state().typed.get(field);
  const shown = (field: string) => {
    const input = typed(field)?.input;
    return input !== undefined && 'value' in input ? input.value : own(keeper.state().view?.body ?? {}, field);
  };
  return { keeper, commits, typed, shown };
}

describe('what is typed into a form', () => {
  it('is saved after a pause, and is one step back for one visit to the field', async () => {
    const board = await aBoard();
    const { keeper, commits, typed } = await aForm(board);
    keeper.visit('name');
    keeper.type('name', { value: 'Northm' }, 'pause');
    await expect.poll(() => board.inVault('name')).toBe('Northm');
    keeper.type('name', { value: 'Northmark' }, 'pause');
    await keeper.leave('name');
    expect(await board.inVault('name')).toBe('Northmark');
    expect(typed('name')).toBeUndefined();
    expect(commits).toEqual([{ record: board.id, field: 'name', before: 'North', after: 'Northmark' }]);
    await keeper.change('name', 'Northmark', 'North');
    expect(await board.inVault('name')).toBe('North');
    await expect(keeper.change('name', 'Northmark', 'South')).rejects.toMatchObject({
      code: 'record.changedMeanwhile',
    });
  });

  it('stays in the field with the reason when it does not fit, and the last good value stays in the vault', async () => {
    const board = await aBoard();
    const { keeper, typed } = await aForm(board);
    keeper.type('membership', { value: 'emperor' }, 'now');
    await keeper.settle();
    expect(typed('membership')).toMatchObject({ wrong: { fault: 'unfit' }, input: { value: 'emperor' } });
    keeper.type('name', { raw: '12a', wrong: { fault: 'number' } }, 'leave');
    await keeper.settle();
    expect(keeper.isUnsaved()).toBe(true);
    expect(await board.inVault('name')).toBe('North');
    keeper.drop('membership');
    keeper.type('name', { value: 'Northmark' }, 'leave');
    await keeper.settle();
    expect(keeper.isUnsaved()).toBe(false);
    expect(await board.inVault('name')).toBe('Northmark');
  });

  it('is not lost when the application refuses it, and is saved when it no longer does', async () => {
    const board = await aBoard();
    const { keeper, typed } = await aForm(board);
    await board.client.vault.lock({});
    keeper.type('name', { value: 'Northmark' }, 'now');
    await keeper.settle();
    expect(typed('name')?.refusal?.code).toBe('vault.locked');
    expect(typed('name')?.input).toEqual({ value: 'Northmark' });
  });
});

describe('one record in two windows', () => {
  it('shows what the other window saved in untouched fields at once, and not under the cursor', async () => {
    const board = await aBoard();
    const [one, other] = [await aForm(board), await aForm(board)];
    one.keeper.visit('name');
    one.keeper.type('name', { value: 'Northmark' }, 'now');
    await one.keeper.settle();
    other.keeper.type('city', { value: 'Halden' }, 'now');
    other.keeper.type('name', { value: 'Northmark Republic' }, 'now');
    await other.keeper.settle();
    await expect.poll(() => one.shown('city')).toBe('Halden');
    expect(one.shown('name')).toBe('Northmark');
    await one.keeper.leave('name');
    await expect.poll(() => one.shown('name')).toBe('Northmark Republic');
    expect(await board.inVault('name')).toBe('Northmark Republic');
  });

  it('asks where both changed the same, saves neither over the other, and takes the answer', async () => {
    const board = await aBoard();
    const [one, other] = [await aForm(board), await aForm(board)];
    one.keeper.visit('name');
    one.keeper.type('name', { value: 'Northmark' }, 'leave');
    other.keeper.type('name', { value: 'Norden' }, 'now');
    await other.keeper.settle();
    await one.keeper.leave('name');
    await expect.poll(() => one.typed('name')?.divided).toBe(true);
    expect(one.shown('name')).toBe('Northmark');
    expect(await board.inVault('name')).toBe('Norden');
    expect(one.keeper.isUnsaved()).toBe(true);
    await one.keeper.decide('name', 'Northmark');
    expect(await board.inVault('name')).toBe('Northmark');
    await expect.poll(() => other.shown('name')).toBe('Northmark');
    expect(one.keeper.isUnsaved()).toBe(false);
  });

  it('joins two edits of different paragraphs while both are typing', async () => {
    const board = await aBoard();
    const [one, other] = [await aForm(board), await aForm(board)];
    const doc = (...texts: string[]): JsonObject => ({
      type: 'doc',
      content: texts.map((text) => {
        const [id = '', ...rest] = text.split(' ');
        return paragraph(id, words(rest.join(' ')));
      }),
    });
    one.keeper.visit('notes');
    other.keeper.visit('notes');
    other.keeper.type('notes', { value: doc('1 uno') }, 'leave');
    one.keeper.type('notes', { value: doc('1 one', '2 two') }, 'now');
    await one.keeper.settle();
    await other.keeper.settle();
    expect(await board.inVault('notes')).toEqual(doc('1 uno', '2 two'));
    one.keeper.type('notes', { value: doc('1 one', '2 two', '3 three') }, 'now');
    await one.keeper.settle();
    expect(await board.inVault('notes')).toEqual(doc('1 uno', '2 two', '3 three'));
    expect(one.shown('notes')).toEqual(doc('1 one', '2 two', '3 three'));
    await one.keeper.leave('notes');
    expect(one.shown('notes')).toEqual(doc('1 uno', '2 two', '3 three'));
  });
});
