import { effectiveHandling } from '../../../domain/handling/change.ts';
import type { Distribution, Handling, Label } from '../../../domain/handling/handling.ts';
import { keptIds } from '../../../domain/records/aliases.ts';
import { isBlankText } from '../../../domain/records/columns.ts';
import { ALIASES } from '../../../domain/records/deletion.ts';
import type { Json, JsonObject } from '../../../domain/records/json.ts';
import { KINDS } from '../../../domain/records/kinds.ts';
import { textKey } from '../../../domain/records/sortKey.ts';
import { text } from '../../../domain/records/text.ts';
import type { Sqlite } from '../../vault/database.ts';
import { preparedOnce } from '../../vault/preparedOnce.ts';
import type { Rows } from '../rows.ts';

/** A record as lists know it. */
export interface ListedRecord {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** See `textKey`. */
  readonly titleKey: string | undefined;
  /** Its fields apart from documents; none of a kind from a newer version. */
  readonly fields: JsonObject;
  /** The mark that holds. */
  readonly label: Label;
  readonly distribution: Distribution;
  readonly deleted: boolean;
  readonly conflicted: boolean;
  readonly draft: boolean;
  readonly updated: string;
}

/**
 * What lists are filtered and sorted by, in memory: every record without its documents. Reading them from the
 * encrypted pages of a large vault takes the better part of a second, looking at them here a few milliseconds.
 */
export interface ColumnStore {
  /** Grows with each change. */
  readonly version: number;
  readonly records: ReadonlyMap<string, ListedRecord>;
  /** By the id of one that was joined with another, the one that stands for it. */
  kept(): ReadonlyMap<string, string>;
  /** How many comments on a record and its portions are to be resolved; those without any are not in it. */
  openComments(): ReadonlyMap<string, number>;
  /** The records of a kind with something in this document. */
  withText(kind: string, field: string): ReadonlySet<string>;
  /** `textKey`, asked only once for each text. */
  textKey(text: string): string | undefined;
}

interface Stored {
  id: string;
  kind: string;
  title: string;
  fields: string | null;
  handling: string;
  deleted: number;
  conflicted: number;
  draft: number;
  updated: string;
}

interface Loaded extends ColumnStore {
  version: number;
  readonly records: Map<string, ListedRecord>;
  readonly texts: Map<string, { readonly kind: string; readonly field: string; readonly ids: Set<string> }>;
  /** SQLite's number for what other connections have committed. */
  readonly others: number | undefined;
}

/** Beyond so many changed records everything is read again. */
const MOST_CHANGED = 2_000;
/** So many keys are remembered: the distinct texts of the columns of a large vault. */
const MOST_KEYS = 200_000;

/** The body without documents, by kind: what it is called, then the paths of its documents. */
const documentPaths = KINDS.map(({ name, fields }) => ({
  name,
  paths: Object.entries(fields).flatMap(([field, { merge }]) => (merge === 'richText' ? [pathOf(field)] : [])),
}));
const FIELDS = `CASE record.kind ${documentPaths
  .map(({ paths }) => `WHEN ? THEN json_remove(record.body${', ?'.repeat(paths.length)})`)
  .join(' ')} END`;
const PARAMETERS = documentPaths.flatMap(({ name, paths }) => [name, ...paths]);

const SELECT = `SELECT record.id AS id, record.kind AS kind, title, ${FIELDS} AS fields, record.handling AS handling,
  deleted, conflicted, draft.record IS NOT NULL AS draft, record.updated AS updated
  FROM record LEFT JOIN draft ON draft.record = record.id`;

/** Not `INSERT OR IGNORE`: inside a trigger, what the statement outside does on conflict would hold instead. */
const note = (name: string, event: string, row: 'new' | 'old') => `
  CREATE TEMP TRIGGER IF NOT EXISTS ${name} AFTER ${event} ON main.record
  WHEN NOT EXISTS (SELECT 1 FROM changed_record WHERE id = ${row}.id)
  BEGIN INSERT INTO changed_record VALUES (${row}.id); END;`;

/**
 * Notes of its own connection's changes, which a rolled-back transaction takes back with the change itself. They are
 * in memory (`temp_store`), and other connections do not have them.
 */
const NOTES = `
  CREATE TEMP TABLE IF NOT EXISTS changed_record (id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
  ${note('record_added', 'INSERT', 'new')}
  ${note('record_updated', 'UPDATE', 'new')}
  ${note('record_removed', 'DELETE', 'old')}
`;

function prepareAll(sqlite: Sqlite) {
  sqlite.exec(NOTES);
  return {
    all: sqlite.prepare<string[], Stored>(SELECT),
    one: sqlite.prepare<string[], Stored>(`${SELECT} WHERE record.id = ?`),
    body: sqlite.prepare<[string], string>('SELECT body FROM record WHERE id = ?').pluck(),
    documents: sqlite.prepare<[string, string], { id: string; document: string | null }>(
      'SELECT id, body -> ? AS document FROM record WHERE kind = ?',
    ),
    others: sqlite.prepare<[], number>('PRAGMA data_version').pluck(),
    changed: sqlite.prepare<[], string>('SELECT id FROM temp.changed_record ORDER BY id').pluck(),
    forget: sqlite.prepare('DELETE FROM temp.changed_record'),
  };
}

const statementsOf = preparedOnce(prepareAll);
const stores = new WeakMap<Sqlite, Loaded>();

/** The records of this vault as they are now. They leave memory with the connection, when the vault is locked. */
export function columnStore(rows: Rows): ColumnStore {
  const all = statementsOf(rows.sqlite);
  const others = all.others.get();
  const changed = all.changed.all();
  const known = stores.get(rows.sqlite);
  if (changed.length > 0) all.forget.run();
  if (known === undefined || known.others !== others || changed.length > MOST_CHANGED) {
    const loaded = load(rows, others, (known?.version ?? 0) + 1);
    stores.set(rows.sqlite, loaded);
    return loaded;
  }
  if (changed.length > 0) {
    for (const id of changed) reload(rows, known, id);
    known.version += 1;
  }
  return known;
}

function load(rows: Rows, others: number | undefined, version: number): Loaded {
  const texts: Loaded['texts'] = new Map();
  const keys = new Map<string, string | undefined>();
  const keyOf = (text: string): string | undefined => {
    if (keys.has(text)) return keys.get(text);
    const key = textKey(text);
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(text, key);
    return key;
  };
  const marks = new Map<string, Handling>();
  const records = new Map<string, ListedRecord>();
  for (const row of statementsOf(rows.sqlite).all.iterate(...PARAMETERS)) records.set(row.id, listed(rows, row, marks));
  let joined: { readonly version: number; readonly kept: ReadonlyMap<string, string> } | undefined;
  let open: { readonly version: number; readonly comments: ReadonlyMap<string, number> } | undefined;
  const store: Loaded = {
    version,
    records,
    texts,
    others,
    textKey: keyOf,
    kept() {
      if (joined?.version !== store.version) joined = { version: store.version, kept: keptAmong(records) };
      return joined.kept;
    },
    openComments() {
      if (open?.version !== store.version) open = { version: store.version, comments: openAmong(records) };
      return open.comments;
    },
    withText(kind, field) {
      const name = `${kind}.${field}`;
      const known = texts.get(name) ?? { kind, field, ids: readTexts(rows, kind, field) };
      texts.set(name, known);
      return known.ids;
    },
  };
  return store;
}

function keptAmong(records: ReadonlyMap<string, ListedRecord>): ReadonlyMap<string, string> {
  const all = [...records.values()];
  // Joins are rare: most vaults are done with one look.
  if (!all.some(({ fields }) => Object.hasOwn(fields, ALIASES))) return new Map();
  return keptIds(all.map(({ id, fields, deleted }) => ({ id, body: fields, deleted })));
}

function openAmong(records: ReadonlyMap<string, ListedRecord>): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  const count = (id: string): void => void open.set(id, (open.get(id) ?? 0) + 1);
  for (const { kind, fields, deleted } of records.values()) {
    // An answer belongs to the comment that it answers.
    if (kind !== 'comment' || deleted || fields.resolved === true || fields.replyTo !== undefined) continue;
    const about = text(fields.record);
    const within = records.get(about);
    count(about);
    if (within?.kind === 'portion') count(text(within.fields.paper));
  }
  return open;
}

function reload(rows: Rows, store: Loaded, id: string): void {
  const all = statementsOf(rows.sqlite);
  const row = all.one.get(...PARAMETERS, id);
  const record = row && listed(rows, row, new Map());
  if (record === undefined) store.records.delete(id);
  else store.records.set(id, record);
  const body = store.texts.size > 0 && record !== undefined ? readBody(rows, id) : {};
  for (const { kind, field, ids } of store.texts.values()) {
    if (record?.kind === kind && !isBlankText(body[field])) ids.add(id);
    else ids.delete(id);
  }
}

/** `marks` remembers what was parsed: most records of a vault have one of a few handlings. */
function listed(rows: Rows, row: Stored, marks: Map<string, Handling>): ListedRecord {
  const stored: Handling = marks.get(row.handling) ?? JSON.parse(row.handling);
  marks.set(row.handling, stored);
  const { label, distribution } =
    stored.cleared === undefined ? stored : effectiveHandling(stored, readBody(rows, row.id));
  const { id, kind, title, updated } = row;
  return {
    id,
    kind,
    title,
    titleKey: textKey(title),
    fields: row.fields === null ? {} : JSON.parse(row.fields),
    label,
    distribution,
    deleted: row.deleted === 1,
    conflicted: row.conflicted === 1,
    draft: row.draft === 1,
    updated,
  };
}

function readBody({ sqlite }: Rows, id: string): JsonObject {
  const body: JsonObject = JSON.parse(statementsOf(sqlite).body.get(id) ?? '{}');
  return body;
}

function readTexts({ sqlite }: Rows, kind: string, field: string): Set<string> {
  const ids = new Set<string>();
  for (const { id, document } of statementsOf(sqlite).documents.iterate(pathOf(field), kind)) {
    const value: Json = document === null ? null : JSON.parse(document);
    if (!isBlankText(value)) ids.add(id);
  }
  return ids;
}

/** A field of the body in SQLite's path language. */
function pathOf(field: string): string {
  return `$.${JSON.stringify(field)}`;
}
