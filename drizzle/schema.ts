import { blob, foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Handling } from '../domain/handling/handling.ts';
import type { JsonObject } from '../domain/records/json.ts';

/** What a record looks like now: the one head, or the computed merge of several. Derived, never the truth. */
export const record = sqliteTable(
  'record',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    /** Ids of the shared heads, sorted. Empty while the record was never shared. */
    heads: text({ mode: 'json' }).$type<string[]>().notNull(),
    body: text({ mode: 'json' }).$type<JsonObject>().notNull(),
    handling: text({ mode: 'json' }).$type<Handling>().notNull(),
    title: text().notNull(),
    originator: text().notNull(),
    deleted: integer({ mode: 'boolean' }).notNull(),
    conflicted: integer({ mode: 'boolean' }).notNull(),
    /** Minutes, UTC: `2027-03-03T18:12Z`. */
    updated: text().notNull(),
  },
  (table) => [index('record_kind').on(table.kind), index('record_updated').on(table.updated)],
);

/** Unshared edits of a record since the shared heads in `base`. */
export const draft = sqliteTable('draft', {
  record: text().primaryKey(),
  kind: text().notNull(),
  base: text({ mode: 'json' }).$type<string[]>().notNull(),
  body: text({ mode: 'json' }).$type<JsonObject>().notNull(),
  handling: text({ mode: 'json' }).$type<Handling>().notNull(),
  /** Milliseconds since 1970 of the first change since the last local cut; 0 when there was none. */
  since: integer().notNull(),
  updated: integer().notNull(),
});

/** Local cuts: undo, history, comparison. They never leave. */
export const localRevision = sqliteTable(
  'local_revision',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    record: text().notNull(),
    at: integer().notNull(),
    body: text({ mode: 'json' }).$type<JsonObject>().notNull(),
    handling: text({ mode: 'json' }).$type<Handling>().notNull(),
    /** 0: undo steps back over it. 1: undone, can be done again. 2: left aside by a later change; kept as history. */
    undone: integer().notNull(),
  },
  (table) => [index('local_revision_record').on(table.record)],
);

/** Shared revisions, as they came. */
export const revision = sqliteTable(
  'revision',
  {
    id: text().primaryKey(),
    record: text().notNull(),
    kind: text().notNull(),
    parents: text({ mode: 'json' }).$type<string[]>().notNull(),
    author: text().notNull(),
    seat: text().notNull(),
    at: text().notNull(),
    /** The line of `records.jsonl`: canonical JSON of the signed revision, without line end. */
    line: text().notNull(),
    /** The bundle it came in; null for what was written here. */
    bundle: text(),
  },
  (table) => [index('revision_record').on(table.record), index('revision_bundle').on(table.bundle)],
);

/** Which record points to which, by field; extracted from views. */
export const link = sqliteTable(
  'link',
  {
    source: text().notNull(),
    field: text().notNull(),
    target: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.field, table.target] }),
    index('link_target').on(table.target),
  ],
);

/** Attachments: encrypted files under random names in `blobs/`. */
export const blobFile = sqliteTable('blob', {
  sha256: text().primaryKey(),
  file: text().notNull().unique(),
  key: blob({ mode: 'buffer' }).notNull(),
  size: integer().notNull(),
});

/** Open questions of merged records; derived with the view. */
export const conflict = sqliteTable(
  'conflict',
  {
    record: text().notNull(),
    path: text().notNull(),
    conflict: text({ mode: 'json' }).$type<JsonObject>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.record, table.path] })],
);

/** This installation's own keys. */
export const installationKey = sqliteTable('installation_key', {
  /** `signing` (Ed25519, PKCS#8 DER) or `age` (the identity's text). */
  purpose: text().primaryKey(),
  secret: blob({ mode: 'buffer' }).notNull(),
  public: text().notNull(),
});

/** Installations known here, by their cards. */
export const directoryEntry = sqliteTable('directory_entry', {
  /** Fingerprint of the signing key. */
  installation: text().primaryKey(),
  name: text().notNull(),
  organisation: text().notNull(),
  seat: text().notNull(),
  role: text().notNull(),
  signingKey: text().notNull(),
  ageRecipient: text().notNull(),
  card: text().notNull(),
  trust: text({ enum: ['unverified', 'verified', 'vouched', 'revoked'] }).notNull(),
  verifiedBy: text(),
  verifiedAt: text(),
  /** Null while nobody compared the digits, and where nobody said how. */
  verifiedHow: text({ enum: ['inPerson', 'telephone', 'video'] }),
  /** The minute of the directory's entry that ended it; null while nothing did. */
  ended: text(),
  /** The last day of a seat that is for a time: `2027-06-30`. */
  ends: text(),
});

/** The network's directory: numbered, signed entries, each naming the digest of the one before. Forks are kept too. */
export const directoryChain = sqliteTable(
  'directory_chain',
  {
    /** SHA-256 of the entry without its signature. */
    digest: text().primaryKey(),
    number: integer().notNull(),
    previous: text(),
    /** Canonical JSON of the signed entry. */
    line: text().notNull(),
    /** Minutes, UTC: when it was made or came here. */
    received: text().notNull(),
    /** The bundle it came in; null for what was signed here. */
    bundle: text(),
  },
  (table) => [index('directory_chain_number').on(table.number), index('directory_chain_bundle').on(table.bundle)],
);

/** What about keys must not pass unseen. Shown until somebody says that it was looked at. */
export const directoryAlarm = sqliteTable('directory_alarm', {
  /** What it is about, so that the same thing raises one alarm. */
  id: text().primaryKey(),
  alarm: text({ enum: ['fork', 'newKey', 'otherCard'] }).notNull(),
  at: text().notNull(),
  detail: text({ mode: 'json' }).$type<JsonObject>().notNull(),
  /** When somebody looked at it; null until then. */
  seen: text(),
});

/** Bundles sealed and received. */
export const bundle = sqliteTable('bundle', {
  id: text().primaryKey(),
  direction: text({ enum: ['in', 'out'] }).notNull(),
  /** SHA-256 of its `manifest.json`, which covers all the rest; the same however often the bundle is encrypted. */
  digest: text().notNull(),
  sender: text().notNull(),
  purpose: text().notNull(),
  meeting: text(),
  created: text().notNull(),
  state: text({ enum: ['sealed', 'staged', 'accepted', 'declined', 'undone', 'recalled'] }).notNull(),
  manifest: text({ mode: 'json' }).$type<JsonObject>().notNull(),
  /** Of a bundle sealed here: what the gate said, record by record, and the size of the file. */
  applied: text({ mode: 'json' }).$type<JsonObject>(),
});

/** Where a bundle stands in the sequence from its sender to one addressee. */
export const bundlePlace = sqliteTable(
  'bundle_place',
  {
    bundle: text().notNull(),
    /** The other installation: an addressee of a bundle sealed here, the sender of one received. */
    counterpart: text().notNull(),
    /** From 1. */
    number: integer().notNull(),
    /** Digest of the bundle before, as the sender says; null for the first. */
    previous: text(),
  },
  (table) => [
    primaryKey({ columns: [table.bundle, table.counterpart] }),
    index('bundle_place_counterpart').on(table.counterpart, table.number),
  ],
);

/** Revisions of a received bundle that a person has not decided on, or declined. */
export const stagedRevision = sqliteTable(
  'staged_revision',
  {
    bundle: text().notNull(),
    revision: text().notNull(),
    record: text().notNull(),
    kind: text().notNull(),
    /** `quarantined`: its author is not known here, or it builds on such a revision. */
    state: text({ enum: ['staged', 'accepted', 'declined', 'quarantined'] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.bundle, table.revision] }),
    index('staged_record').on(table.record),
    index('staged_state').on(table.bundle, table.state, table.revision),
  ],
);

/** The lines of those revisions: apart, because what is decided on a bundle is noted again and again beside them. */
export const stagedLine = sqliteTable(
  'staged_line',
  {
    revision: text().notNull(),
    bundle: text().notNull(),
    line: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.revision, table.bundle] }),
    foreignKey({
      columns: [table.bundle, table.revision],
      foreignColumns: [stagedRevision.bundle, stagedRevision.revision],
    }).onDelete('cascade'),
  ],
);

/** Attachments of a received bundle, in `staging/`. */
export const stagedBlob = sqliteTable(
  'staged_blob',
  {
    bundle: text().notNull(),
    sha256: text().notNull(),
    file: text().notNull(),
    key: blob({ mode: 'buffer' }).notNull(),
    size: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bundle, table.sha256] })],
);

/** What was inside bundles sealed here for members: once for all that have the same files. */
export const sealedContent = sqliteTable('sealed_content', {
  /** Digest of the bundle's SHA256SUMS. */
  sums: text().primaryKey(),
  /** Ids of the revisions with all their attachments, 32 bytes each. */
  revisions: blob({ mode: 'buffer' }).notNull(),
  /** Digests of the attachments, 32 bytes each. */
  attachments: blob({ mode: 'buffer' }).notNull(),
});

/** What an addressee said of a bundle sealed here (`in`), and what was said from here of one received (`out`). */
export const receipt = sqliteTable(
  'receipt',
  {
    direction: text({ enum: ['in', 'out'] }).notNull(),
    bundle: text().notNull(),
    /** The other installation: whose receipt it is, or to whom it went. */
    counterpart: text().notNull(),
    state: text({ enum: ['opened', 'accepted', 'partly', 'declined', 'undone', 'recalled'] }).notNull(),
    /** Minutes, UTC; by the clock of who says it. */
    at: text().notNull(),
    /** The receipt as it travelled. */
    receipt: text({ mode: 'json' }).$type<JsonObject>().notNull(),
    /** The bundle in whose place it travelled, and that bundle's number: later ones count. */
    carrier: text().notNull(),
    number: integer().notNull(),
    /** False once the addressee asked for everything: it is no ground any more for leaving something out. */
    stands: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.direction, table.bundle, table.counterpart] }),
    index('receipt_counterpart').on(table.direction, table.counterpart),
  ],
);

/** What another installation asked for (`in`), and what was asked of another (`out`). */
export const request = sqliteTable(
  'request',
  {
    /** The bundle in whose place it travelled. */
    carrier: text().notNull(),
    direction: text({ enum: ['in', 'out'] }).notNull(),
    counterpart: text().notNull(),
    number: integer().notNull(),
    at: text().notNull(),
    asks: text({ mode: 'json' }).$type<JsonObject>().notNull(),
    state: text({ enum: ['open', 'answered', 'dismissed'] }).notNull(),
    /** The bundle that answers it. */
    answer: text(),
  },
  (table) => [
    primaryKey({ columns: [table.carrier, table.counterpart] }),
    index('request_counterpart').on(table.direction, table.counterpart),
  ],
);

/** Recalls: of bundles sealed here, and of bundles received or still to come. */
export const recall = sqliteTable(
  'recall',
  {
    bundle: text().notNull(),
    /** Who recalls: this installation, or the bundle's sender. */
    sender: text().notNull(),
    digest: text().notNull(),
    reason: text().notNull(),
    /** The bundle that carried it. */
    carrier: text().notNull(),
    at: text().notNull(),
    /** Records that stay because something was built upon them. */
    builtUpon: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bundle, table.sender] })],
);

/** Purges that hold here: what is left of what was purged. */
export const purge = sqliteTable(
  'purge',
  {
    /** Digest of the act. */
    id: text().primaryKey(),
    record: text().notNull(),
    /** The organisation whose text it was, and only whose text it takes away. */
    organisation: text().notNull(),
    installation: text().notNull(),
    seat: text().notNull(),
    at: text().notNull(),
    reason: text().notNull(),
    /** The signed act, as it travels. */
    act: text({ mode: 'json' }).$type<JsonObject>().notNull(),
    /** The bundle in which it came; null for one of our own. */
    carrier: text(),
    /** True once backups and free pages were cleaned as well. */
    cleaned: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [index('purge_record').on(table.record)],
);

/** Revisions that were purged: their ids and authors, and nothing else. */
export const purgedRevision = sqliteTable('purged_revision', {
  id: text().primaryKey(),
  record: text().notNull(),
  author: text().notNull(),
  purge: text().notNull(),
});

/** Which bundles sealed here carried a purge. */
export const purgeCarrier = sqliteTable(
  'purge_carrier',
  { purge: text().notNull(), bundle: text().notNull() },
  (table) => [primaryKey({ columns: [table.purge, table.bundle] })],
);

/**
 * Sealed files that were written, opened or put aside here, so that the exchange folder does not offer them again. The
 * mark is the SHA-256 of the file's beginning, its age header and nonce, which no two sealed files share.
 */
export const knownFile = sqliteTable('known_file', {
  mark: text().primaryKey(),
  how: text({ enum: ['sealed', 'opened', 'dismissed'] }).notNull(),
  /** Minutes, UTC. */
  at: text().notNull(),
});

/** What this installation did: each line carries the digest of the one before. */
export const journal = sqliteTable('journal', {
  seq: integer().primaryKey({ autoIncrement: true }),
  at: text().notNull(),
  act: text().notNull(),
  detail: text({ mode: 'json' }).$type<JsonObject>().notNull(),
  previous: text().notNull(),
  digest: text().notNull(),
});

export const setting = sqliteTable('setting', {
  name: text().primaryKey(),
  value: text({ mode: 'json' }).notNull(),
});

/** Records whose words are not in the index yet: so many came at once that they follow when the bundle is accepted. */
export const searchPending = sqliteTable('search_pending', { record: text().primaryKey() });

/**
 * What the full-text table `search_words` finds, by the same rowid, with what results are counted by. The text itself
 * lies only in the view; `search_word` has every word that was ever indexed, for words inside words.
 */
export const searchDocument = sqliteTable('search_document', {
  rowid: integer().primaryKey({ autoIncrement: true }),
  record: text().notNull().unique(),
  kind: text().notNull(),
  label: text().notNull(),
  deleted: integer({ mode: 'boolean' }).notNull(),
});
