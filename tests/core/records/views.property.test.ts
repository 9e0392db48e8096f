import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search } from '../../../core/library/search.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord, restoreRecord } from '../../../core/records/editRecord.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { cutDrafts } from '../../../core/records/localCuts.ts';
import { rebuildIndex, refreshAll } from '../../../core/records/rebuild.ts';
import { removeRevisions } from '../../../core/records/removeRevisions.ts';
import { resolveConflicts } from '../../../core/records/resolveConflicts.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { redo, undo } from '../../../core/records/undo.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import { aDocument, aSession, computed, deliver, type TestSession } from '../../helpers/aSession.ts';

const WORDS = ['bridge', 'Łódź', 'convoy', 'Straße', '議題', 'marrow', 'cœur', 'harbour'];

interface Step {
  readonly who: 0 | 1;
  readonly act:
    | 'create'
    | 'title'
    | 'text'
    | 'city'
    | 'delete'
    | 'restore'
    | 'undo'
    | 'redo'
    | 'cut'
    | 'share'
    | 'deliver'
    | 'remove'
    | 'resolve'
    | 'mark';
  readonly which: number;
  readonly word: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0 as const, 1 as const),
  act: fc.constantFrom<Step['act'][]>(
    'create',
    'title',
    'title',
    'text',
    'text',
    'city',
    'delete',
    'restore',
    'undo',
    'redo',
    'cut',
    'share',
    'deliver',
    'deliver',
    'deliver',
    'remove',
    'remove',
    'resolve',
    'resolve',
    'resolve',
    'mark',
  ),
  which: fc.nat(3),
  word: fc.nat(WORDS.length - 1),
});

/** What a person may be told when a step is not possible now. Nothing else may go wrong. */
const REFUSALS = [
  'record.conflict',
  'record.nothingToUndo',
  'record.nothingToRedo',
  'record.notOriginator',
  'record.invalid',
  'bundle.builtUpon',
];

const MEETING = naturalId('meeting', 'nowhere');

/** Two seats, and what was delivered to whom. */
interface Pair {
  readonly seats: readonly [TestSession, TestSession];
  readonly delivered: { readonly to: TestSession; readonly bundle: string }[];
}

async function aPair(): Promise<Pair> {
  const seats = [await aSession('Tavania'), await aSession('Corvane')] as const;
  for (const seat of seats)
    for (const title of ['One', 'Other']) createRecord(seat, 'paper', { title, meeting: MEETING });
  return { seats, delivered: [] };
}

function take({ seats, delivered }: Pair, { who, act, which, word }: Step, number: number): void {
  const session = seats[who];
  const records = listRecords(session.vault, { kind: 'paper' });
  const record = records[which % Math.max(1, records.length)];
  const name = WORDS[word] ?? '';
  session.surroundings.move(((word * 7) % 13) * 60_000);
  if (act === 'create') createRecord(session, 'paper', { title: name, body: aDocument(name, 'Standing words.') });
  else if (act === 'deliver') {
    const [to, bundle] = [seats[who === 0 ? 1 : 0], `bundle ${number}`];
    deliver(session, to, bundle);
    delivered.push({ to, bundle });
  } else if (act === 'share') shareDrafts(session, 'all');
  else if (act === 'remove') {
    const last = delivered.at(-1 - (which % 2));
    if (last !== undefined) removeRevisions(last.to, last.bundle);
  } else if (record === undefined) return;
  else if (act === 'title') editRecord(session, record.id, { title: name });
  else if (act === 'text') editRecord(session, record.id, { body: aDocument(name, 'Standing words.', `${which}`) });
  else if (act === 'city') editRecord(session, record.id, { purpose: name, meeting: record.id });
  else if (act === 'delete') deleteRecord(session, record.id, name);
  else if (act === 'restore') restoreRecord(session, record.id);
  else if (act === 'undo') undo(session, record.id);
  else if (act === 'redo') redo(session, record.id);
  else if (act === 'cut') cutDrafts(session, record.id);
  else if (act === 'mark') {
    const mark = [
      { label: 'TLP:GREEN', distribution: { to: 'community' } } as const,
      { label: 'TLP:AMBER', distribution: { to: 'board' } } as const,
    ][which % 2];
    if (mark) editRecord(session, record.id, {}, { mark });
  } else {
    const conflicted = records.find((view) => view.conflicted);
    if (conflicted === undefined) return;
    const answers = conflicted.conflicts.map(
      ({ path, sides }) => [path, sides[which % sides.length]?.value ?? null] as const,
    );
    resolveConflicts(session, conflicted.id, Object.fromEntries(answers));
  }
}

function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof AmberdeskError) || !REFUSALS.includes(error.code)) throw error;
  }
}

function found(session: TestSession): unknown {
  return WORDS.map((word) => {
    const { hits, ...counts } = search(session.vault, word, { deleted: 'with' });
    return { ...counts, hits: hits.map((hit) => [hit.record, hit.snippet]).sort() };
  });
}

/** The row ids that the full-text index has, or that it should have. */
function indexed(
  { vault }: TestSession,
  table: 'search_words_docsize' | 'search_document' = 'search_words_docsize',
): unknown {
  const column = table === 'search_document' ? 'rowid' : 'id';
  return vault.sqlite.prepare(`SELECT ${column} AS id FROM ${table} ORDER BY 1`).all();
}

describe('what is computed', () => {
  it('is after any edits, shares, imports, undos and resolutions what a full rebuild computes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
        const pair = await aPair();
        for (const [number, one] of steps.entries()) attempt(() => take(pair, one, number));
        for (const session of pair.seats) {
          const [before, results] = [computed(session), found(session)];
          expect(indexed(session)).toEqual(indexed(session, 'search_document'));
          rebuildIndex(session.vault);
          expect(found(session)).toEqual(results);
          refreshAll(session.vault);
          expect(computed(session)).toEqual(before);
          expect(found(session)).toEqual(results);
          session.vault.sqlite.prepare("INSERT INTO search_words (search_words) VALUES ('integrity-check')").run();
          session.vault.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same on both sides once everything was delivered both ways', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
        const pair = await aPair();
        const [here, there] = pair.seats;
        const apart = steps.filter(({ act }) => act !== 'remove');
        for (const [number, one] of apart.entries()) attempt(() => take(pair, one, number));
        deliver(here, there, 'last but one');
        deliver(there, here, 'last');
        deliver(here, there, 'the very last');
        const shared = (session: TestSession) =>
          listRecords(session.vault)
            .filter((view) => !view.draft)
            .map(({ draft: _draft, ...view }) => view);
        const ids = new Set(shared(here).map((view) => view.id));
        const both = shared(there).filter((view) => ids.has(view.id));
        expect(shared(here).filter((view) => both.some((other) => other.id === view.id))).toEqual(both);
        for (const session of pair.seats) session.vault.close();
      }),
      { numRuns: 25 },
    );
  });
});
