import { effectiveHandling } from '../../domain/handling/change.ts';
import type { Handling } from '../../domain/handling/handling.ts';
import { compareVersions, DRAFT, headsOf } from '../../domain/records/history.ts';
import { sameJson } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { linksIn } from '../../domain/records/linksIn.ts';
import { type MergedView, mergeHeads, type Version } from '../../domain/records/merge.ts';
import { asJson, type Body } from '../../domain/records/revision.ts';
import { minuteOf } from '../context.ts';
import { type IndexEntry, indexLater, inIndexOrder, openIndex, removeFromIndex } from '../library/searchIndex.ts';
import { formerNames, joinedWith } from './formerNames.ts';
import {
  conflictsOf,
  type DraftRow,
  eraseRecord,
  findDraft,
  findRecord,
  findRevision,
  type RecordRow,
  type Rows,
  revisionsOf,
  versionOf,
  writeConflicts,
  writeLinks,
  writeRecord,
} from './rows.ts';
import { titleOf } from './title.ts';

/** Body and handling: what a person sees and changes of a record. */
export interface State {
  readonly body: Body;
  readonly handling: Handling;
}

/** A record as its revisions and its draft come to it. */
export interface ComputedView extends MergedView {
  readonly kind: string;
  /** Shared heads, sorted. */
  readonly heads: readonly string[];
  /** What the merge looked at: the shared heads, and the draft where there is one. */
  readonly versions: readonly Version[];
  readonly updated: string;
}

/** The draft as a version that takes part in merging. */
function draftVersion(draft: DraftRow): Version {
  return { id: DRAFT, parents: draft.base, body: draft.body, handling: draft.handling, kind: draft.kind };
}

export interface ComputeOptions {
  /** False leaves the draft out. */
  readonly draft?: boolean;
  /** Revisions that are at hand and need not be read. */
  readonly atHand?: ReadonlyMap<string, Version>;
}

/** The view of a record, computed from what is kept; undefined when there is nothing. */
export function computeView(rows: Rows, id: string, options: ComputeOptions = {}): ComputedView | undefined {
  const shared = revisionsOf(rows, id);
  const versionsHere = new Map(shared.map((row) => [row.id, versionOf(rows, row)]));
  const find = (version: string) =>
    options.atHand?.get(version) ?? versionsHere.get(version) ?? findRevision(rows, version);
  const heads = headsOf(shared);
  const draft = options.draft === false ? undefined : findDraft(rows, id);
  const versions: Version[] = heads.flatMap((head) => find(head) ?? []);
  if (draft !== undefined) versions.push(draftVersion(draft));
  const first = versions.toSorted((one, other) => compareVersions(one.id, other.id))[0];
  if (first === undefined) return undefined;
  const kind = first.kind ?? '';
  const times = shared.filter((revision) => heads.includes(revision.id)).map((revision) => revision.at);
  if (draft !== undefined) times.push(minuteOf(draft.updated));
  const view = mergeHeads(kindOf(kind), versions, find);
  return { ...view, kind, heads, versions, updated: times.sort().at(-1) ?? '' };
}

/** Whether two states are the same to a person. */
export function sameState(one: State, other: State): boolean {
  return sameJson(one.body, other.body) && sameJson(asJson(one.handling), asJson(other.handling));
}

/** Views with so many characters wait to be indexed together: in between, other statements make the index write out. */
const HELD = 4 * 1024 * 1024;
/** And so many of them, however short they are. */
const HELD_VIEWS = 4_000;

export interface RefreshOptions extends Pick<ComputeOptions, 'atHand'> {
  /** The words are put into the index by `indexWords`, which the caller sees to. */
  readonly words?: 'later';
}

/**
 * Computes the views of these records anew, with links, conflicts and index; removes the records of which nothing is
 * left. Part of the caller's transaction. Gives those whose body, handling or kind is not what it was.
 */
export function refresh(rows: Rows, ids: Iterable<string>, options: RefreshOptions = {}): Set<string> {
  const changed = new Set<string>();
  const ordered = inIndexOrder(rows, ids);
  const index = openIndex(rows, ordered.length);
  const waiting = new Map<string, [RecordRow, Pick<MergedView, 'conflicts'>]>();
  const joined = new Set<string>();
  let held = 0;
  const indexWaiting = (): void => {
    const entries = [...waiting.values()].map(([row, view]) => entryOf(rows, row, view));
    if (options.words === 'later') indexLater(rows, entries);
    else index.add(entries);
    waiting.clear();
    held = 0;
  };
  for (const id of ordered) {
    const before = findRecord(rows, id);
    const view = computeView(rows, id, options);
    if (view === undefined) {
      eraseRecord(rows, id);
      removeFromIndex(rows, id);
      if (before !== undefined) changed.add(id);
      for (const kept of joinedWith(rows, [before])) joined.add(kept);
      continue;
    }
    const row = rowOf(id, view);
    held += writeRecord(rows, row);
    if (before?.conflicted || row.conflicted) writeConflicts(rows, id, view.conflicts);
    if (before === undefined || before.kind !== row.kind || !sameState(before, row)) {
      changed.add(id);
      writeLinks(rows, id, linksIn(kindOf(row.kind), row.body));
      for (const kept of joinedWith(rows, [before, row])) joined.add(kept);
    } else if (!before.conflicted && !row.conflicted) continue;
    waiting.set(id, [row, { conflicts: view.conflicts }]);
    if (held >= HELD || waiting.size >= HELD_VIEWS) indexWaiting();
  }
  // What was joined with a record may have changed since that one was indexed.
  for (const id of joined) {
    const row = waiting.has(id) ? undefined : findRecord(rows, id);
    if (row !== undefined) waiting.set(id, [row, { conflicts: conflictsOf(rows, id) }]);
  }
  indexWaiting();
  index.close();
  return changed;
}

function rowOf(id: string, view: ComputedView): RecordRow {
  return {
    id,
    kind: view.kind,
    heads: view.heads,
    body: view.body,
    handling: view.handling,
    title: titleOf(view.kind, view.body),
    originator: view.handling.originator,
    deleted: view.deleted,
    conflicted: view.conflicts.length > 0,
    updated: view.updated,
  };
}

/** What the search index is told of a record that is here; undefined when it is not. */
export function entryHere(rows: Rows, id: string): IndexEntry | undefined {
  const row = findRecord(rows, id);
  return row && entryOf(rows, row, { conflicts: conflictsOf(rows, id) });
}

/** What the search index is told of a record. */
function entryOf(rows: Rows, row: RecordRow, { conflicts }: Pick<MergedView, 'conflicts'>): IndexEntry {
  const { id, kind, title, body, deleted } = row;
  const { label } = effectiveHandling(row.handling, body);
  return { record: id, kind, title, body, conflicts, former: formerNames(rows, row), label, deleted };
}
