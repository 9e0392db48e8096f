import type { z } from 'zod';
import type { StoryEntry as StoryEntrySchema } from '../../../contract/records/past.ts';
import { isDeleted } from '../../../domain/records/deletion.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Vault } from '../../vault/vault.ts';
import { type LinkedRecord, linkBegan, linkedRecords } from './linkOrigin.ts';
import { type VersionStep, versionSteps } from './versions.ts';
import { writersOf } from './writers.ts';

export type StoryEntry = z.input<typeof StoryEntrySchema>;

const USUAL = 100;
/** A comment or private note says of which record it is in this field. */
const OF_RECORD = 'record';
const NOTES = ['comment', 'annotation'];

/**
 * What happened to a record and around it, the newest first: its own history, and the links that it has and that
 * others have to it, comments among them. Links of deleted records are left out. Throws `record.missing`.
 */
export function readStory(vault: Vault, id: RecordId, limit = USUAL): { entries: StoryEntry[]; more: boolean } {
  const entries = [...ownEntries(vault, id).take(limit + 1)];
  const writer = writersOf(vault);
  for (const linked of linkedRecords(vault, id)) {
    // No link is younger than the last change of the record that has it.
    if (entries.length > limit && linked.since !== undefined && linked.since < oldestOf(entries, limit)) break;
    const began = linkBegan(vault, linked);
    entries.push({ ...linkEntry(linked), at: began.at, who: writer(began.author) });
  }
  const sorted = entries.sort(newestFirst);
  return { entries: sorted.slice(0, limit), more: sorted.length > limit };
}

function* ownEntries(vault: Vault, id: RecordId): Generator<StoryEntry> {
  for (const step of versionSteps(vault, id)) {
    const { at, version, who, fields } = step;
    yield { at, what: whatHappened(step), fields: [...fields], version, who };
  }
}

function whatHappened(step: VersionStep): StoryEntry['what'] {
  const { before, state, shared, own, oldest, repeats, parents = [] } = step;
  if (oldest && parents.length === 0) return 'made';
  if (repeats) return 'shared';
  const deleted = isDeleted(state.body);
  if (before.length > 0 && before.every(({ body }) => isDeleted(body) !== deleted)) {
    return deleted ? 'deleted' : 'restored';
  }
  if (!shared) return 'changed';
  return own ? 'shared' : 'received';
}

function linkEntry({ record, kind, title, field, outgoing }: LinkedRecord): Omit<StoryEntry, 'at'> {
  const isNote = !outgoing && field === OF_RECORD && NOTES.includes(kind ?? '');
  return {
    what: isNote ? 'commented' : 'linked',
    record: RecordId.parse(record),
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined ? {} : { title }),
    field,
    outgoing,
  };
}

/** The time of the last entry that a story of this length shows so far. */
function oldestOf(entries: StoryEntry[], limit: number): string {
  entries.sort(newestFirst);
  entries.length = Math.min(entries.length, limit + 1);
  return entries.at(limit - 1)?.at ?? '';
}

/** By time, the record's own steps as their history has them, then by kind of happening, record and field. */
function newestFirst(one: StoryEntry, other: StoryEntry): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  if (one.version !== undefined && other.version !== undefined) return 0;
  const [first, second] = [one, other].map(({ what, record, field }) => `${record ?? ''} ${what} ${field ?? ''}`);
  return (first ?? '') < (second ?? '') ? -1 : first === second ? 0 : 1;
}
