import { describe, expect, it } from 'vitest';
import { sourceFiles } from './sourceTree.ts';

/** Actions of one shortcut that are never possible at once, or of which one has it only inside what has the focus. */
const APART: readonly (readonly string[])[] = [
  // An entry of the plan, a card of the board, and their keys, go before the window's.
  ['papers.board.back', 'plan.dayBefore', 'window.back'],
  ['papers.board.on', 'plan.dayAfter', 'window.forward'],
  ['plan.item', 'meetings.new', 'room.next', 'seat.add'],
  ['book.takeOut', 'plan.remove', 'register.remove', 'seat.remove'],
  // One record is read in the exchange, without a plan beside it.
  ['book.up', 'exchange.previous', 'plan.earlier', 'seat.up'],
  ['book.down', 'exchange.next', 'plan.later', 'seat.down'],
  ['book.compare', 'plan.carryOver'],
  // The timetable and the people of a meeting are two tabs.
  ['plan.open', 'seat.open'],
  // A cell of the attendance, and a page of its own.
  ['attendance.leftEarly', 'redact.everywhere', 'room.end'],
  ['attendance.present', 'redact.whole', 'room.papers'],
  // Pages of their own.
  ['library.words', 'myNotes.search', 'register.search'],
  ['exchange.sealNow', 'exchange.takeIn', 'inquiry.takeIn', 'record.resolve', 'redact.make'],
  ['plan.break', 'redact.toggle', 'room.begin'],
  ['adoption.print', 'book.print', 'meeting.print', 'openSession.print', 'print.print', 'record.print', 'room.print'],
  // A window in the open session has none of the others.
  ['openSession.copy', 'record.copyText'],
  ['openSession.save', 'print.save'],
  // Under the Chatham House Rule there is one way to say who speaks.
  ['minutes.speaker', 'minutes.speakers'],
  // The text of a paper and its versions are two tabs.
  ['notes.next', 'versions.next'],
  ['notes.previous', 'versions.previous'],
];

/** What a text and the window have in common. */
const TOGETHER = ['edit.undo', 'edit.redo'];

const FOUND = /\bid(?:: |=)['"`]([^'"`]+)['"`]|\bshortcut(?:: |=)['"]([^'"]+)['"]/gu;
const KEYS = /'(Mod-[^']+)'/gu;

/** Every shortcut of an action with the ids of the actions that have it. */
function shortcuts(): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { text } of sourceFiles('renderer')) {
    let action = '';
    for (const [, id, shortcut] of text.matchAll(FOUND)) {
      if (id !== undefined) action = id.replace(/\$\{\w+\}\./u, '');
      if (shortcut === undefined) continue;
      const key = shortcut.toLowerCase();
      owners.set(key, (owners.get(key) ?? new Set()).add(action));
    }
  }
  return owners;
}

describe('shortcuts', () => {
  it('are one action each, wherever two could be meant', () => {
    const owners = shortcuts();
    expect(owners.size).toBeGreaterThan(40);
    const shared = [...owners.values()].filter((ids) => ids.size > 1).map((ids) => [...ids].sort());
    expect(shared.sort()).toEqual(APART.map((ids) => [...ids].sort()).sort());
  });

  it('of the window are not taken by a text', () => {
    const owners = shortcuts();
    const keys = sourceFiles('renderer/parts/editor').flatMap(({ text }) =>
      [...text.matchAll(KEYS)].map(([, key = '']) => key.toLowerCase().replaceAll('-', '+')),
    );
    expect(keys.length).toBeGreaterThan(3);
    const others = [...owners]
      .filter(([, ids]) => [...ids].some((id) => !id.startsWith('text.') && !TOGETHER.includes(id)))
      .map(([shortcut]) => shortcut);
    const taken = keys.filter((key) => others.includes(key));
    expect(taken).toEqual([]);
  });
});
