import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LibraryRequest, searchLibrary } from '../../../core/library/searchLibrary.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord } from '../../../core/records/editRecord.ts';
import { aDocument, aMeeting, aPaper, aSession, type TestSession } from '../../helpers/aSession.ts';

const titles = (session: TestSession, query: string, request?: LibraryRequest) =>
  searchLibrary(session.vault, query, request).hits.map(({ title }) => title);

/** Two meetings with a paper each, an item for the one and a comment on it; of one minute each, in this order. */
async function aLibrary() {
  const session = await aSession('Secretariat', 'secretariat');
  const make = <T>(what: () => T): T => {
    session.surroundings.move(60_000);
    return what();
  };
  const seventh = make(() => aMeeting(session, { title: 'Seventh meeting' }));
  const eighth = make(() => aMeeting(session, { title: 'Eighth meeting' }));
  const old = make(() => aPaper(session, { title: 'Bridges of the Osk', meeting: seventh.id }));
  const paper = make(() =>
    aPaper(
      session,
      { title: 'Deep-dive', meeting: eighth.id, body: aDocument('Two bridges were closed.') },
      { label: 'TLP:RED' },
    ),
  );
  const item = make(() =>
    createRecord(session, 'agendaItem', { meeting: eighth.id, title: 'Deep-dive: Karsenia', papers: [paper.id] }),
  );
  const comment = make(() => createRecord(session, 'comment', { record: paper.id, text: 'Which bridges?' }));
  return { session, seventh, eighth, old, paper, item, comment };
}

describe('the library', () => {
  it('finds by words and narrows by kind, label, meeting and time, several at once', async () => {
    const { session, seventh, eighth, old, paper, comment } = await aLibrary();
    const found = (request: LibraryRequest) => titles(session, 'bridge*', request).sort();
    expect(found({})).toEqual(['Bridges of the Osk', 'Deep-dive', 'Which bridges?']);
    expect(found({ kinds: ['paper'] })).toEqual(['Bridges of the Osk', 'Deep-dive']);
    expect(found({ kinds: ['paper', 'comment'], meetings: [eighth.id] })).toEqual(['Deep-dive', 'Which bridges?']);
    expect(found({ meetings: [seventh.id, eighth.id] })).toHaveLength(3);
    expect(found({ labels: ['TLP:RED'] })).toEqual(['Deep-dive']);
    expect(found({ since: paper.updated })).toEqual(['Deep-dive', 'Which bridges?']);
    expect(found({ since: old.updated, before: comment.updated })).toEqual(['Bridges of the Osk', 'Deep-dive']);
    expect(found({ before: seventh.updated })).toEqual([]);
  });

  it('counts each facet among what the others leave', async () => {
    const { session, seventh, eighth, paper } = await aLibrary();
    const counts = searchLibrary(session.vault, 'bridge*', {
      kinds: ['paper'],
      meetings: [eighth.id],
      countSince: [paper.updated],
    });
    expect(counts.total).toBe(1);
    expect(counts.kinds).toEqual({ comment: 1, paper: 1 });
    expect(counts.labels).toEqual({ 'TLP:RED': 1 });
    expect(counts.meetings).toEqual([
      { meeting: eighth.id, title: 'Eighth meeting', count: 1 },
      { meeting: seventh.id, title: 'Seventh meeting', count: 1 },
    ]);
    expect(counts.since).toEqual([{ since: paper.updated, count: 1 }]);
  });

  it('tells where each record belongs, and for which item a paper is', async () => {
    const { session, eighth, paper, item, comment } = await aLibrary();
    const hit = (id: string) => searchLibrary(session.vault, 'bridge*').hits.find(({ record }) => record === id);
    const inMeeting = { record: eighth.id, kind: 'meeting', title: 'Eighth meeting' };
    expect(hit(comment.id)?.homes).toEqual([inMeeting, { record: paper.id, kind: 'paper', title: 'Deep-dive' }]);
    expect(hit(paper.id)?.homes).toEqual([inMeeting]);
    expect(hit(paper.id)?.items).toEqual([{ record: item.id, kind: 'agendaItem', title: 'Deep-dive: Karsenia' }]);
  });

  it('sorts by rank or by time, gives page after page, and without words everything, the newest first', async () => {
    const { session, comment } = await aLibrary();
    expect(titles(session, 'bridge*', { sort: 'newest' })).toEqual([
      'Which bridges?',
      'Deep-dive',
      'Bridges of the Osk',
    ]);
    for (const sort of ['relevance', 'newest'] as const) {
      const whole = titles(session, 'bridge*', { sort });
      const pages = [0, 1, 2, 3].flatMap((offset) => titles(session, 'bridge*', { sort, offset, limit: 1 }));
      expect(pages).toEqual(whole);
    }
    expect(titles(session, '')[0]).toBe('Which bridges?');
    expect(titles(session, '', { kinds: ['meeting'] })).toEqual(['Eighth meeting', 'Seventh meeting']);
    expect(titles(session, '-bridges')).toEqual([]);
    expect(titles(session, '…')).toEqual([]);
    deleteRecord(session, comment.id, 'A mistake');
    expect(titles(session, 'which')).toEqual([]);
  });

  it('finds words inside others when nothing has them by themselves, within the filters', async () => {
    const { session, seventh } = await aLibrary();
    const found = searchLibrary(session.vault, 'ridges', { meetings: [seventh.id] });
    expect(found).toMatchObject({ widened: true, total: 1 });
    expect(found.hits[0]?.titleParts[0]).toEqual({ text: 'Bridges', match: true });
  });

  it('never fails, and its counts agree with its filters, whatever is asked', async () => {
    const { session, seventh, eighth, paper } = await aLibrary();
    const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values]), { nil: undefined });
    const request = fc.record({
      kinds: some(['paper', 'comment', 'meeting', 'agendaItem', 'nothing']),
      labels: some(['TLP:RED', 'TLP:AMBER', 'PRIVATE']),
      meetings: some([seventh.id, eighth.id, paper.id]),
      since: fc.option(fc.constant(paper.updated), { nil: undefined }),
      sort: fc.constantFrom('relevance', 'newest', undefined),
    });
    const words = fc.oneof(fc.constantFrom('', 'bridge*', 'meeting', 'ridges', 'deep', '"'), fc.string());
    fc.assert(
      fc.property(words, request, (query, asked) => {
        const found = searchLibrary(session.vault, query, asked);
        expect(found.hits).toHaveLength(Math.min(found.total, 25));
        for (const [kind, count] of Object.entries(found.kinds)) {
          expect(searchLibrary(session.vault, query, { ...asked, kinds: [kind] }).total).toBe(count);
        }
        for (const { meeting, count } of found.meetings) {
          expect(searchLibrary(session.vault, query, { ...asked, meetings: [meeting] }).total).toBe(count);
        }
      }),
      { numRuns: 200 },
    );
  });
});
