import type { z } from 'zod';
import type { JournalFilter, JournalLine } from '../../contract/journal/calls.ts';
import { nameOfAct, sentenceOfAct } from '../../domain/journal/acts.ts';
import { type JournalNames, toldBy } from '../../domain/journal/told.ts';
import { fold } from '../../domain/library/fold.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { type JournalEntry, readLine } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { journalNames, subjectsOf } from './names.ts';

export interface JournalQuery extends z.output<typeof JournalFilter> {
  readonly before?: number | undefined;
  readonly limit: number;
  readonly language?: Language | undefined;
}

/** The lines that are wanted, the newest first, in words of the language. */
export function readJournalPage(
  vault: Vault,
  query: JournalQuery,
): { lines: z.infer<typeof JournalLine>[]; more: boolean } {
  const names = journalNames(vault);
  const lines: z.infer<typeof JournalLine>[] = [];
  for (const { entry, sentence } of linesInWords(vault, query, names)) {
    if (lines.length === query.limit) return { lines, more: true };
    const { detail: _detail, ...rest } = entry;
    lines.push({ ...rest, sentence, about: subjectsOf(vault, entry, names) });
  }
  return { lines, more: false };
}

/** The lines that are wanted, the newest first, each with its sentence by these names. */
export function* linesInWords(
  vault: Vault,
  query: Omit<JournalQuery, 'limit'>,
  names: JournalNames,
): Generator<{ readonly entry: JournalEntry; readonly sentence: string }> {
  const language = query.language ?? 'en';
  const words = fold(query.search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  for (const entry of entriesOf(vault, query)) {
    const sentence = sentenceOfAct(entry.act, toldBy(entry.detail, names, language), language);
    const folded = words.length === 0 ? '' : fold(sentence);
    if (words.every((word) => folded.includes(word))) yield { entry, sentence };
  }
}

/** What the database can tell apart by itself, the newest first. */
function* entriesOf(vault: Vault, query: Omit<JournalQuery, 'limit'>): Generator<JournalEntry> {
  const { acts, from, to, about, before } = query;
  const conditions = ['1'];
  const values: (string | number)[] = [];
  const require = (condition: string, value: string | number) => {
    conditions.push(condition);
    values.push(value);
  };
  if (before !== undefined) require('seq < ?', before);
  if (acts !== undefined && acts.length > 0) require('act IN (SELECT value FROM json_each(?))', JSON.stringify(acts));
  if (from !== undefined) require('at >= ?', `${from}T00:00Z`);
  if (to !== undefined) require('at <= ?', `${to}T23:59Z`);
  if (about !== undefined && about.length > 0) {
    const named = 'EXISTS (SELECT 1 FROM json_tree(journal.detail) WHERE atom IN (SELECT value FROM json_each(?)))';
    require(named, JSON.stringify(about));
  }
  const statement = `SELECT seq, at, act, detail, previous, digest FROM journal WHERE ${conditions.join(' AND ')}
    ORDER BY seq DESC`;
  for (const row of vault.sqlite.prepare<(string | number)[]>(statement).iterate(...values)) {
    const entry = readLine(row);
    if (entry !== undefined) yield entry;
  }
}

/** Every act that is in the journal, the most frequent first. */
export function listActs(vault: Vault, language: Language): { act: string; name: string; lines: number }[] {
  const rows = vault.sqlite
    .prepare<[], { act: string; lines: number }>(
      'SELECT act, count(*) AS lines FROM journal GROUP BY act ORDER BY lines DESC, act',
    )
    .all();
  return rows.map(({ act, lines }) => ({ act, name: nameOfAct(act, language), lines }));
}
