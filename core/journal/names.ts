import type { z } from 'zod';
import type { JournalSubject } from '../../contract/journal/calls.ts';
import type { JournalNames } from '../../domain/journal/told.ts';
import type { ReleasedRecord } from '../../domain/release/material.ts';
import { findInstallation } from '../exchange/cards.ts';
import { titleOf } from '../records/title.ts';
import type { Sqlite } from '../vault/database.ts';
import type { JournalEntry } from '../vault/journal.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

const statementsOf = preparedOnce((sqlite: Sqlite) => ({
  record: sqlite.prepare<[string], { kind: string; title: string }>('SELECT kind, title FROM record WHERE id = ?'),
  bundle: sqlite.prepare<[string], string>('SELECT direction FROM bundle WHERE id = ?').pluck(),
}));

/** Names for what the journal tells of, as they are now; each is looked up once. */
export function journalNames(vault: Vault): JournalNames {
  const installations = new Map<string, string | undefined>();
  const records = new Map<string, string | undefined>();
  return {
    installation: (id) => once(installations, id, () => holderOf(vault, id)),
    record: (id) => once(records, id, () => statementsOf(vault.sqlite).record.get(id)?.title),
  };
}

/** The same, with the titles that came through the gate; those of other records are not told. */
export function releasedNames(
  vault: Vault,
  documents: readonly Pick<ReleasedRecord, 'id' | 'kind' | 'body'>[],
): JournalNames {
  const titles = new Map(documents.map(({ id, kind, body }) => [String(id), titleOf(kind, body)]));
  return { ...journalNames(vault), record: (id) => titles.get(id) };
}

function once(known: Map<string, string | undefined>, id: string, find: () => string | undefined): string | undefined {
  if (!known.has(id)) known.set(id, find());
  return known.get(id);
}

function holderOf(vault: Vault, id: string): string | undefined {
  const own = vault.installation;
  if (id === own.id) return `${own.name}, ${own.organisationName}`;
  const known = findInstallation(vault, id);
  return known && `${known.name}, ${known.organisationName}`;
}

/** What a line names: the bundle, the record, the installations. */
export function subjectsOf(
  vault: Vault,
  { detail }: JournalEntry,
  names: JournalNames,
): z.infer<typeof JournalSubject>[] {
  const { record, bundle } = statementsOf(vault.sqlite);
  const subjects: z.infer<typeof JournalSubject>[] = [];
  if (typeof detail.bundle === 'string') {
    const direction = bundle.get(detail.bundle);
    subjects.push({
      is: 'bundle',
      id: detail.bundle,
      name: '',
      ...(direction === undefined ? {} : { kind: direction }),
    });
  }
  for (const id of [detail.record, detail.meeting, detail.network].filter((value) => typeof value === 'string')) {
    const found = record.get(id);
    const name = found?.title ?? '';
    subjects.push({ is: 'record', id, name, ...(found === undefined ? {} : { kind: found.kind }) });
  }
  const listed = [detail.addressees, detail.installations].flatMap((value) => (Array.isArray(value) ? value : []));
  const installations = [detail.sender, detail.installation, ...listed].filter((value) => typeof value === 'string');
  for (const id of new Set(installations)) {
    subjects.push({ is: 'installation', id, name: names.installation(id) ?? id.slice(0, 8) });
  }
  return subjects;
}
