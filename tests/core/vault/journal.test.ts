import { describe, expect, it } from 'vitest';
import { appendJournal, readJournal, verifyJournal } from '../../../core/vault/journal.ts';
import { aVault } from '../../helpers/aVault.ts';

const NOW = Date.parse('2027-03-03T18:12:07Z');

async function aJournalOf(lines: number) {
  const { vault } = await aVault();
  for (let line = 0; line < lines; line += 1) appendJournal(vault, NOW, 'printed', { paper: `CB/8/${line}` });
  return vault;
}

describe('the journal', () => {
  it('begins when the vault is made, and chains every line to the one before', async () => {
    const vault = await aJournalOf(3);
    const [third, second, first, created] = readJournal(vault);
    expect(created).toMatchObject({ seq: 1, act: 'created', previous: '0'.repeat(64) });
    expect(first).toMatchObject({ seq: 2, at: '2027-03-03T18:12Z', act: 'printed', detail: { paper: 'CB/8/0' } });
    expect(second?.previous).toBe(first?.digest);
    expect(third?.previous).toBe(second?.digest);
    expect(verifyJournal(vault)).toBeUndefined();
  });

  it('is read in pages, the newest first', async () => {
    const vault = await aJournalOf(5);
    expect(readJournal(vault, { limit: 2 }).map((line) => line.seq)).toEqual([6, 5]);
    expect(readJournal(vault, { limit: 2, before: 5 }).map((line) => line.seq)).toEqual([4, 3]);
  });

  it('is written or not together with what it tells of', async () => {
    const vault = await aJournalOf(1);
    const failing = vault.sqlite.transaction(() => {
      appendJournal(vault, NOW, 'bundle.sealed', { bundle: 'never' });
      throw new Error('the bundle could not be sealed');
    });
    expect(failing).toThrow('the bundle could not be sealed');
    expect(readJournal(vault).map((line) => line.act)).toEqual(['printed', 'created']);
    expect(verifyJournal(vault)).toBeUndefined();
  });

  it.each([
    ['a line was changed', `UPDATE journal SET detail = '{"paper":"CB/8/9"}' WHERE seq = 3`, 3],
    ['a line was dated differently', `UPDATE journal SET at = '2020-01-01T00:00Z' WHERE seq = 2`, 2],
    ['a line was taken out', 'DELETE FROM journal WHERE seq = 4', 4],
    ['the first line was taken out', 'DELETE FROM journal WHERE seq = 1', 1],
    ['the end was cut off', 'DELETE FROM journal WHERE seq > 4', 5],
    [
      'a line was put in',
      `INSERT INTO journal (seq, at, act, detail, previous, digest)
       SELECT seq + 1, at, act, detail, digest, digest FROM journal ORDER BY seq DESC LIMIT 1`,
      7,
    ],
  ])('shows where %s', async (_what, statement, line) => {
    const vault = await aJournalOf(5);
    vault.sqlite.exec(statement);
    expect(verifyJournal(vault)).toBe(line);
  });
});
