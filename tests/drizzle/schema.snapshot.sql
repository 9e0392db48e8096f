CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, hash text NOT NULL, created_at numeric);

CREATE TABLE `blob` (
	`sha256` text PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`key` blob NOT NULL,
	`size` integer NOT NULL
);

CREATE UNIQUE INDEX `blob_file_unique` ON `blob` (`file`);

CREATE TABLE `bundle` (
	`id` text PRIMARY KEY NOT NULL,
	`direction` text NOT NULL,
	`digest` text NOT NULL,
	`sender` text NOT NULL,
	`purpose` text NOT NULL,
	`meeting` text,
	`created` text NOT NULL,
	`state` text NOT NULL,
	`manifest` text NOT NULL,
	`applied` text
);

CREATE TABLE `bundle_place` (
	`bundle` text NOT NULL,
	`counterpart` text NOT NULL,
	`number` integer NOT NULL,
	`previous` text,
	PRIMARY KEY(`bundle`, `counterpart`)
);

CREATE INDEX `bundle_place_counterpart` ON `bundle_place` (`counterpart`,`number`);

CREATE TABLE `conflict` (
	`record` text NOT NULL,
	`path` text NOT NULL,
	`conflict` text NOT NULL,
	PRIMARY KEY(`record`, `path`)
);

CREATE TABLE `directory_alarm` (
	`id` text PRIMARY KEY NOT NULL,
	`alarm` text NOT NULL,
	`at` text NOT NULL,
	`detail` text NOT NULL,
	`seen` text
);

CREATE TABLE `directory_chain` (
	`digest` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`previous` text,
	`line` text NOT NULL,
	`received` text NOT NULL,
	`bundle` text
);

CREATE INDEX `directory_chain_bundle` ON `directory_chain` (`bundle`);

CREATE INDEX `directory_chain_number` ON `directory_chain` (`number`);

CREATE TABLE `directory_entry` (
	`installation` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`organisation` text NOT NULL,
	`seat` text NOT NULL,
	`role` text NOT NULL,
	`signing_key` text NOT NULL,
	`age_recipient` text NOT NULL,
	`card` text NOT NULL,
	`trust` text NOT NULL,
	`verified_by` text,
	`verified_at` text
, `ended` text, `ends` text, `verified_how` text);

CREATE TABLE `draft` (
	`record` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`base` text NOT NULL,
	`body` text NOT NULL,
	`handling` text NOT NULL,
	`since` integer NOT NULL,
	`updated` integer NOT NULL
);

CREATE TABLE `installation_key` (
	`purpose` text PRIMARY KEY NOT NULL,
	`secret` blob NOT NULL,
	`public` text NOT NULL
);

CREATE TABLE `journal` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`act` text NOT NULL,
	`detail` text NOT NULL,
	`previous` text NOT NULL,
	`digest` text NOT NULL
);

CREATE TABLE `known_file` (
	`mark` text PRIMARY KEY NOT NULL,
	`how` text NOT NULL,
	`at` text NOT NULL
);

CREATE TABLE `link` (
	`source` text NOT NULL,
	`field` text NOT NULL,
	`target` text NOT NULL,
	PRIMARY KEY(`source`, `field`, `target`)
);

CREATE INDEX `link_target` ON `link` (`target`);

CREATE TABLE `local_revision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record` text NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL,
	`handling` text NOT NULL,
	`undone` integer NOT NULL
);

CREATE INDEX `local_revision_record` ON `local_revision` (`record`);

CREATE TABLE `purge` (
	`id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`organisation` text NOT NULL,
	`installation` text NOT NULL,
	`seat` text NOT NULL,
	`at` text NOT NULL,
	`reason` text NOT NULL,
	`act` text NOT NULL,
	`carrier` text,
	`cleaned` integer NOT NULL
);

CREATE TABLE `purge_carrier` (
	`purge` text NOT NULL,
	`bundle` text NOT NULL,
	PRIMARY KEY(`purge`, `bundle`)
);

CREATE INDEX `purge_record` ON `purge` (`record`);

CREATE TABLE `purged_revision` (
	`id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`author` text NOT NULL,
	`purge` text NOT NULL
);

CREATE TABLE `recall` (
	`bundle` text NOT NULL,
	`sender` text NOT NULL,
	`digest` text NOT NULL,
	`reason` text NOT NULL,
	`carrier` text NOT NULL,
	`at` text NOT NULL,
	`built_upon` text NOT NULL,
	PRIMARY KEY(`bundle`, `sender`)
);

CREATE TABLE `receipt` (
	`direction` text NOT NULL,
	`bundle` text NOT NULL,
	`counterpart` text NOT NULL,
	`state` text NOT NULL,
	`at` text NOT NULL,
	`receipt` text NOT NULL,
	`carrier` text NOT NULL,
	`number` integer NOT NULL,
	`stands` integer NOT NULL,
	PRIMARY KEY(`direction`, `bundle`, `counterpart`)
);

CREATE INDEX `receipt_counterpart` ON `receipt` (`direction`,`counterpart`);

CREATE TABLE `record` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`heads` text NOT NULL,
	`body` text NOT NULL,
	`handling` text NOT NULL,
	`title` text NOT NULL,
	`originator` text NOT NULL,
	`deleted` integer NOT NULL,
	`conflicted` integer NOT NULL,
	`updated` text NOT NULL
);

CREATE INDEX `record_kind` ON `record` (`kind`);

CREATE INDEX `record_updated` ON `record` (`updated`);

CREATE TABLE `request` (
	`carrier` text NOT NULL,
	`direction` text NOT NULL,
	`counterpart` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`asks` text NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	PRIMARY KEY(`carrier`, `counterpart`)
);

CREATE INDEX `request_counterpart` ON `request` (`direction`,`counterpart`);

CREATE TABLE `revision` (
	`id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`kind` text NOT NULL,
	`parents` text NOT NULL,
	`author` text NOT NULL,
	`seat` text NOT NULL,
	`at` text NOT NULL,
	`line` text NOT NULL,
	`bundle` text
);

CREATE INDEX `revision_bundle` ON `revision` (`bundle`);

CREATE INDEX `revision_record` ON `revision` (`record`);

CREATE TABLE `sealed_content` (
	`sums` text PRIMARY KEY NOT NULL,
	`revisions` blob NOT NULL,
	`attachments` blob NOT NULL
);

CREATE TABLE `search_document` (
	`rowid` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`deleted` integer NOT NULL
);

CREATE UNIQUE INDEX `search_document_record_unique` ON `search_document` (`record`);

CREATE TABLE `search_pending` (
	`record` text PRIMARY KEY NOT NULL
);

CREATE TABLE search_word (word TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE search_words USING fts5(title, text, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');

CREATE TABLE 'search_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

CREATE TABLE `staged_blob` (
	`bundle` text NOT NULL,
	`sha256` text NOT NULL,
	`file` text NOT NULL,
	`key` blob NOT NULL,
	`size` integer NOT NULL,
	PRIMARY KEY(`bundle`, `sha256`)
);

CREATE TABLE `staged_line` (
	`revision` text NOT NULL,
	`bundle` text NOT NULL,
	`line` text NOT NULL,
	PRIMARY KEY(`revision`, `bundle`),
	FOREIGN KEY (`bundle`,`revision`) REFERENCES `staged_revision`(`bundle`,`revision`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `staged_record` ON `staged_revision` (`record`);

CREATE TABLE `staged_revision` (
	`bundle` text NOT NULL,
	`revision` text NOT NULL,
	`record` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`bundle`, `revision`)
);

CREATE INDEX `staged_state` ON `staged_revision` (`bundle`,`state`,`revision`);
