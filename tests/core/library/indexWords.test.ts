import { describe, expect, it } from 'vitest';
import { makeClient } from '../../../contract/client.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { search } from '../../../core/library/search.ts';
import { pendingWords } from '../../../core/library/searchIndex.ts';
import { addRevisions } from '../../../core/records/addRevisions.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { indexWords } from '../../../core/records/indexWords.ts';
import { rebuildIndex } from '../../../core/records/rebuild.ts';
import { removeRevisions } from '../../../core/records/removeRevisions.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import type { Session } from '../../../core/session.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { SignedRevision } from '../../../domain/records/revision.ts';
import { aPaper, aSession, deliver, linesOf } from '../../helpers/aSession.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { createCore } from '../../helpers/builtCore.ts';
import { largeBundle } from '../exchange/largeBundle.ts';

const titles = ({ vault }: Session, query: string) => search(vault, query).hits.map(({ title }) => title);

/** Everything that the index finds by, whatever way it came there. */
function found(session: Session, words: readonly string[]): unknown {
  const { sqlite } = session.vault;
  return {
    hits: words.map((word) => [word, titles(session, word).sort()]),
    rows: sqlite.prepare('SELECT record, kind, label, deleted FROM search_document ORDER BY record').all(),
  };
}

/** Delivers as a bundle of very many records is: its words wait. */
function deliverLater(from: Session, to: Session, bundle: string): SignedRevision[] {
  shareDrafts(from, 'all');
  const rows = from.vault.sqlite.prepare<[], { line: string }>('SELECT line FROM revision ORDER BY id').all();
  const revisions = rows.map(({ line }): SignedRevision => JSON.parse(line));
  addRevisions(to, linesOf(revisions), bundle, { words: 'later' });
  return revisions;
}

async function twoDesks() {
  const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
  const papers = ['Grain', 'Salt', 'Water'].map((title): RecordId => aPaper(there, { title }).id);
  return { there, here, papers };
}

const WORDS = ['grain', 'barley', 'salt', 'water', 'river'];

describe('the words of very many records that came at once', () => {
  it('are found once they were put into the index, as if they had been put there at once', async () => {
    const { there, here, papers } = await twoDesks();
    const twin = await aSession('Lowmere');
    const [grain, salt, water] = papers;
    if (grain === undefined || salt === undefined || water === undefined) throw new Error('no papers');
    deliver(there, here, 'b1');
    deliver(there, twin, 'b1');
    editRecord(there, grain, { title: 'Barley' });
    const organisations = [there.vault.installation.organisation];
    const distribution = { to: 'named' as const, organisations, persons: [] };
    editRecord(there, water, {}, { mark: { label: 'TLP:AMBER+STRICT', distribution } });
    deleteRecord(there, salt, 'Written twice');
    aPaper(there, { title: 'River' });
    deliverLater(there, here, 'b2');
    deliver(there, twin, 'b2');
    expect(pendingWords(here.vault)).toBe(4);
    // What results are filtered by holds at once; until then a record is found by the words that it had.
    expect(search(here.vault, 'water').labels).toEqual({ 'TLP:AMBER+STRICT': 1 });
    expect([titles(here, 'grain'), titles(here, 'barley'), titles(here, 'salt')]).toEqual([['Barley'], [], []]);
    expect(indexWords(here.vault)).toBe(4);
    expect(pendingWords(here.vault)).toBe(0);
    expect(found(here, WORDS)).toEqual(found(twin, WORDS));
    expect(titles(here, 'river')).toEqual(['River']);
    expect(indexWords(here.vault)).toBe(0);
  });

  it('wait when the work is interrupted, and are put there when it goes on', async () => {
    const { there, here } = await twoDesks();
    deliverLater(there, here, 'b1');
    const interrupted = {
      ...unwatched,
      check() {
        throw new AmberdeskError('job.cancelled');
      },
    };
    expect(() => indexWords(here.vault, interrupted)).toThrow(AmberdeskError);
    expect([pendingWords(here.vault), titles(here, 'grain')]).toEqual([3, []]);
    expect(indexWords(here.vault)).toBe(3);
    expect(titles(here, 'grain')).toEqual(['Grain']);
  });

  it('wait no longer where somebody writes, takes the bundle back, or has the index built anew', async () => {
    const { there, here, papers } = await twoDesks();
    const [grain] = papers;
    if (grain === undefined) throw new Error('no papers');
    deliverLater(there, here, 'b1');
    editRecord(here, grain, { title: 'Barley' });
    expect([pendingWords(here.vault), titles(here, 'barley'), titles(here, 'grain')]).toEqual([2, ['Barley'], []]);
    rebuildIndex(here.vault);
    expect([pendingWords(here.vault), titles(here, 'salt')]).toEqual([0, ['Salt']]);
    const other = await aSession('Lowmere');
    deliverLater(there, other, 'b1');
    removeRevisions(other, 'b1');
    expect([pendingWords(other.vault), indexWords(other.vault), titles(other, 'salt')]).toEqual([0, 0, []]);
  });

  it('are put there after a bundle was accepted, and after the next unlocking what was left of it', async () => {
    const { folder, passphrase, file, revisions } = await largeBundle(aFolder(), 'ordinary', 5 * 1024 * 1024);
    expect(revisions).toBeGreaterThan(1_000);
    const core = createCore();
    const client = makeClient(core);
    const waiting = async () => (await client.library.search({ query: 'network' })).waiting;
    try {
      await client.vault.unlock({ folder, passphrase });
      const { bundle } = await client.exchange.open({ file });
      const { changed } = await client.exchange.accept({ bundle });
      await client.vault.lock({ reason: 'asked' });
      await client.vault.unlock({ folder, passphrase });
      await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
      const [last] = changed.slice(-1);
      if (last === undefined) throw new Error('nothing was changed');
      const { body } = await client.records.read({ id: last });
      const { hits } = await client.library.search({ query: String(body.title) });
      expect(hits.map(({ record }) => record)).toContain(last);
    } finally {
      await core.close();
    }
  });
});
