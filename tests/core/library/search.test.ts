import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search } from '../../../core/library/search.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord, restoreRecord } from '../../../core/records/editRecord.ts';
import { rebuildIndex } from '../../../core/records/rebuild.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { undo } from '../../../core/records/undo.ts';
import type { Session } from '../../../core/session.ts';
import { foldedWords } from '../../../domain/library/words.ts';
import { aDocument, aMeeting, aPaper, aSession, deliver } from '../../helpers/aSession.ts';

function titles(session: Session, query: string, request?: Parameters<typeof search>[2]): string[] {
  return search(session.vault, query, request).hits.map((hit) => hit.title);
}

const TEXTS = {
  Łódź: 'Spotkanie odbyło się w mieście Łódź.',
  Straße: 'Die Kolonne stand auf der Straße nach Thal.',
  Hauptstraße: 'An der Hauptstraße lag Schnee.',
  議題: '第8回の議題は平和です。',
  cœur: 'Au cœur de l’été, l’aide n’arrive pas.',
  İzmir: 'İzmir limanı ışıklar içinde.',
  Ærø: 'Færgen til Ærø var fuld.',
  العربية: 'تقرير باللغة العَرَبِيّة عن الجسر.',
  Ελλάς: 'Η Ελλάς στέλνει βοήθεια.',
  ёлка: 'Ёлка стоит у моста.',
  ไทย: 'รายงานเป็นภาษาไทย',
  한국어: '한국어로 쓴 보고서',
  'co-operation': 'Co\u00adoperation, i.e. co-operation, of CB/8/4 and others at 12.5 %.',
};

async function aLibrary() {
  const session = await aSession();
  for (const [title, text] of Object.entries(TEXTS)) aPaper(session, { title: `On ${title}`, body: aDocument(text) });
  return session;
}

describe('search', () => {
  it('finds words however they are typed', async () => {
    const session = await aLibrary();
    const asked: Record<string, keyof typeof TEXTS> = {
      lodz: 'Łódź',
      ŁÓDŹ: 'Łódź',
      'kolonne strasse': 'Straße',
      STRASSE: 'Straße',
      題: '議題',
      議題: '議題',
      平和: '議題',
      第8回: '議題',
      coeur: 'cœur',
      ete: 'cœur',
      izmir: 'İzmir',
      isiklar: 'İzmir',
      aero: 'Ærø',
      faergen: 'Ærø',
      العربية: 'العربية',
      ελλας: 'Ελλάς',
      елка: 'ёлка',
      ภาษา: 'ไทย',
      보고서: '한국어',
      한국: '한국어',
      cooperation: 'co-operation',
      'co-operation': 'co-operation',
      'CB/8/4': 'co-operation',
      '12.5': 'co-operation',
    };
    for (const [query, title] of Object.entries(asked)) {
      expect([query, titles(session, query)]).toEqual([query, [`On ${title}`]]);
    }
    expect(titles(session, '題議')).toEqual([]);
  });

  it('asks for all words, for phrases, for beginnings, and not for what has a minus', async () => {
    const session = await aSession();
    aPaper(session, { title: 'One', body: aDocument('The Marrow bridge was closed.') });
    aPaper(session, { title: 'Two', body: aDocument('The bridge over the Marrow was closed.') });
    aPaper(session, { title: 'Three', body: aDocument('Sanctions were lifted.') });
    expect(titles(session, 'marrow bridge').sort()).toEqual(['One', 'Two']);
    expect(titles(session, '"marrow bridge"')).toEqual(['One']);
    expect(titles(session, 'marrow -over')).toEqual(['One']);
    expect(titles(session, 'closed -"marrow bridge"')).toEqual(['Two']);
    expect(titles(session, 'sanct*')).toEqual(['Three']);
    expect(titles(session, 'marrow sanctions')).toEqual([]);
    expect(titles(session, 'sanc', { typing: true })).toEqual(['Three']);
    expect(titles(session, '-bridge')).toEqual([]);
  });

  it('finds words inside other words when no record has them by themselves, and says so', async () => {
    const session = await aSession();
    aPaper(session, { title: 'Winter', body: aDocument('An der Hauptstraße lag Schnee.') });
    const result = search(session.vault, 'strasse');
    expect(result).toMatchObject({ widened: true, total: 1 });
    expect(result.hits[0]?.snippet).toContainEqual({ text: 'Hauptstraße', match: true });
    aPaper(session, { title: 'Street', body: aDocument('Die Straße.') });
    expect(search(session.vault, 'strasse')).toMatchObject({ widened: false, total: 1 });
    expect(search(session.vault, 'xylophon').total).toBe(0);
  });

  it('puts records with the words in their title first', async () => {
    const session = await aSession();
    aPaper(session, { title: 'Bridges', body: aDocument('A convoy, a convoy, another convoy on the road.') });
    aPaper(session, { title: 'The convoy', body: aDocument('A long report on many other things and their dates.') });
    expect(titles(session, 'convoy')).toEqual(['The convoy', 'Bridges']);
  });

  it('shows the text around the match as it is written', async () => {
    const session = await aLibrary();
    const [hit] = search(session.vault, 'lodz').hits;
    expect(hit?.titleParts).toEqual([
      { text: 'On ', match: false },
      { text: 'Łódź', match: true },
    ]);
    expect(hit?.snippet).toEqual([
      { text: 'Spotkanie odbyło się w mieście ', match: false },
      { text: 'Łódź', match: true },
      { text: '.', match: false },
    ]);
  });

  it('counts by kind, label and deletion, and filters by them', async () => {
    const session = await aSession();
    aPaper(session, { title: 'Bridge A' });
    aPaper(session, { title: 'Bridge B' }, { label: 'TLP:GREEN' });
    const meeting = aMeeting(session, { title: 'Bridge C' });
    deleteRecord(session, meeting.id, 'Cancelled');
    const all = search(session.vault, 'bridge');
    expect(all).toMatchObject({
      total: 2,
      more: false,
      kinds: { paper: 2 },
      labels: { 'TLP:AMBER': 1, 'TLP:GREEN': 1 },
      deleted: 1,
    });
    expect(titles(session, 'bridge', { labels: ['TLP:GREEN'] })).toEqual(['Bridge B']);
    expect(titles(session, 'bridge', { kinds: ['meeting'] })).toEqual([]);
    expect(titles(session, 'bridge', { kinds: ['meeting'], deleted: 'only' })).toEqual(['Bridge C']);
    expect(titles(session, 'bridge', { deleted: 'with' })).toHaveLength(3);
    expect(titles(session, 'bridge', { limit: 1 })).toHaveLength(1);
    expect(
      [...titles(session, 'bridge', { limit: 1 }), ...titles(session, 'bridge', { limit: 1, offset: 1 })].sort(),
    ).toEqual(['Bridge A', 'Bridge B']);
    restoreRecord(session, meeting.id);
    expect(search(session.vault, 'bridge').total).toBe(3);
  });

  it('follows every edit at once, and a restart', async () => {
    let session = await aSession();
    const { id } = aPaper(session, { title: 'Draft', body: aDocument('Quiet.') });
    editRecord(session, id, { body: aDocument('Loud.') });
    expect([titles(session, 'quiet'), titles(session, 'loud')]).toEqual([[], ['Draft']]);
    session.surroundings.move(3_600_000);
    editRecord(session, id, { body: aDocument('Silent.') });
    undo(session, id);
    shareDrafts(session, 'all');
    expect([titles(session, 'silent'), titles(session, 'loud')]).toEqual([[], ['Draft']]);
    session = await session.reopen();
    expect(titles(session, 'loud')).toEqual(['Draft']);
    rebuildIndex(session.vault);
    expect(titles(session, 'loud')).toEqual(['Draft']);
  });

  it('finds private notes, here', async () => {
    const session = await aSession();
    const paper = aPaper(session);
    createRecord(session, 'annotation', { record: paper.id, text: 'Ask about the ferry' });
    expect(search(session.vault, 'ferry').hits).toMatchObject([{ kind: 'annotation', label: 'PRIVATE' }]);
  });

  it('finds entries of lists, tables, footnotes and captions, and no ids', async () => {
    const session = await aSession();
    const meeting = aMeeting(session);
    const cell = (text: string) => ({ type: 'tableCell', content: aDocument(text).content ?? [] });
    const footnote = {
      type: 'footnote',
      attrs: { id: 'f1' },
      content: [{ type: 'text', text: 'Harbourmaster’s log' }],
    };
    const { id } = aPaper(session, {
      meeting: meeting.id,
      asks: [{ id: 'a1', order: 'a0', text: 'Endorse the moratorium' }],
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'Ships' }, footnote] },
          {
            type: 'table',
            attrs: { id: 't', caption: 'Tonnage by quay' },
            content: [{ type: 'tableRow', content: [cell('Northern quay'), cell('barges')] }],
          },
        ],
      },
    });
    for (const query of ['moratorium', 'harbourmaster', 'tonnage', 'barges', '"northern quay"']) {
      expect([query, search(session.vault, query).hits.map((hit) => hit.record)]).toEqual([query, [id]]);
    }
    expect(search(session.vault, meeting.id).total).toBe(0);
  });

  it('finds all that came in one large import, in new records and in changed ones', async () => {
    const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
    const records = Array.from({ length: 1_100 }, (_, index) => aPaper(there, { title: `Number n${index}` }));
    deliver(there, here, 'b1');
    for (const { id } of records) editRecord(there, id, { purpose: `Purpose of p${id.slice(0, 8)}` });
    deliver(there, here, 'b2');
    expect(search(here.vault, 'number', { limit: 500 })).toMatchObject({ total: 1_100, more: false });
    expect(search(here.vault, 'purpose').total).toBe(1_100);
    for (const { id, title } of records.slice(0, 50)) {
      expect(titles(here, `p${id.slice(0, 8)}`)).toEqual([title]);
      expect(titles(here, title)).toEqual([title]);
    }
    const setting = here.vault.sqlite.prepare("SELECT v FROM search_words_config WHERE k = 'automerge'").get();
    expect(setting).toEqual({ v: 4 });
  });

  it('never fails, whatever is typed', async () => {
    const session = await aLibrary();
    const operators = fc.constantFrom(
      '"',
      "'",
      '*',
      '-',
      '(',
      ')',
      ':',
      '^',
      '+',
      '{',
      '}',
      'AND',
      'OR',
      'NOT',
      'NEAR',
      ' ',
      '\u0000',
      'title',
      '議',
      'ß',
      'lodz',
      '“',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(operators).map((parts) => parts.join('')),
        ),
        fc.boolean(),
        (text, typing) => {
          const result = search(session.vault, text, { typing });
          expect(result.total).toBeGreaterThanOrEqual(result.hits.length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds a word of the text that is also inside a word of the title', async () => {
    const session = await aSession();
    const { id } = aPaper(session, { title: 'Any', body: aDocument('n') });
    expect(search(session.vault, 'n').hits.map((hit) => hit.record)).toEqual([id]);
  });

  it('finds every record by every word of its text and by every beginning of it', async () => {
    const session = await aSession();
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((text) => !/[\s"“”„«»]/u.test(text) && !text.startsWith('-') && foldedWords(text).length > 0);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const { id } = aPaper(session, { title: 'Any', body: aDocument(words.join(' ')) });
        const found = (query: string) => search(session.vault, query, { limit: 500 }).hits.map((hit) => hit.record);
        for (const text of words) {
          expect([text, found(text)]).toEqual([text, expect.arrayContaining([id])]);
          const [first = ''] = foldedWords(text);
          const beginnings = Array.from(first, (_, end) =>
            Array.from(first)
              .slice(0, end + 1)
              .join(''),
          );
          for (const beginning of beginnings) expect(found(`${beginning}*`)).toContain(id);
        }
      }),
      { numRuns: 100 },
    );
  });
});
