import type { z } from 'zod';
import type { ConflictSort, SortedConflict } from '../../contract/exchange/conflicts.ts';
import { type FieldConflict, sortOf } from '../../domain/records/conflict.ts';
import { describeConflict } from '../../domain/records/conflictWords.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { DRAFT } from '../../domain/records/history.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { compareKeys, textKey } from '../../domain/records/sortKey.ts';
import { openQuestions } from '../records/openQuestions.ts';
import { conflictsOf, type RecordRow } from '../records/rows.ts';
import type { Vault } from '../vault/vault.ts';
import { isOwn } from './cards.ts';
import { conflictedRecords } from './conflictList.ts';
import { whoWrote } from './whoWrote.ts';

const NO_NAMES = { side: () => '' };

/** The questions that two records or more have alike, those of the most records first. */
export function listSorts(vault: Vault, language: Language): z.infer<typeof ConflictSort>[] {
  const sorts = new Map<string, { kind: string; first: FieldConflict; records: Set<string>; versions: Set<string> }>();
  for (const { record, conflicts } of questioned(vault)) {
    for (const conflict of conflicts) {
      const sort = sortOf(record.kind, conflict);
      const known = sorts.get(sort) ?? {
        kind: record.kind,
        first: conflict,
        records: new Set<string>(),
        versions: new Set<string>(),
      };
      sorts.set(sort, known);
      known.records.add(record.id);
      for (const { version } of conflict.sides) known.versions.add(version);
    }
  }
  const authorOf = authors(vault);
  const who = whoWrote(vault, authorOf, language);
  const isForeign = (version: string) => {
    const author = authorOf(version);
    return version !== DRAFT && (author === undefined || !isOwn(vault, author));
  };
  return [...sorts]
    .filter(([, { records }]) => records.size > 1)
    .map(([sort, { kind, first, records, versions }]) => ({
      sort,
      kind,
      words: describeConflict(kindOf(kind), first, NO_NAMES, language).heading,
      records: records.size,
      others: [...new Set([...versions].filter(isForeign).map(who))].sort(),
    }))
    .sort((one, other) => other.records - one.records || compareKeys(textKey(one.words), textKey(other.words)));
}

/** The questions of one sort, by the titles of their records. */
export function conflictsOfSort(vault: Vault, sort: string, language: Language): z.input<typeof SortedConflict>[] {
  return questioned(vault)
    .flatMap(({ record, conflicts }) => {
      const asked = conflicts.filter((conflict) => sortOf(record.kind, conflict) === sort);
      if (asked.length === 0) return [];
      const { id, kind, title, handling } = record;
      const about = { record: RecordId.parse(id), kind, title, label: handling.label };
      const besides = conflicts.length - 1;
      return openQuestions(vault, record, language, asked).map((question) => ({ ...question, ...about, besides }));
    })
    .sort((one, other) => compareKeys(textKey(one.title), textKey(other.title)));
}

function questioned(vault: Vault): { record: RecordRow; conflicts: FieldConflict[] }[] {
  return conflictedRecords(vault).map((record) => ({ record, conflicts: conflictsOf(vault, record.id) }));
}

/** The author of a version, read once. */
function authors(vault: Vault): (version: string) => string | undefined {
  const statement = vault.sqlite.prepare<[string], string>('SELECT author FROM revision WHERE id = ?').pluck();
  const known = new Map<string, string | undefined>();
  return (version) => {
    if (!known.has(version)) known.set(version, statement.get(version));
    return known.get(version);
  };
}
