CREATE TABLE `blob` (
	`sha256` text PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`key` blob NOT NULL,
	`size` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `blob_file_unique` ON `blob` (`file`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE `conflict` (
	`record` text NOT NULL,
	`path` text NOT NULL,
	`conflict` text NOT NULL,
	PRIMARY KEY(`record`, `path`)
);
--> statement-breakpoint
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
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`record` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`base` text NOT NULL,
	`body` text NOT NULL,
	`handling` text NOT NULL,
	`since` integer NOT NULL,
	`updated` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `installation_key` (
	`purpose` text PRIMARY KEY NOT NULL,
	`secret` blob NOT NULL,
	`public` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`act` text NOT NULL,
	`detail` text NOT NULL,
	`previous` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `link` (
	`source` text NOT NULL,
	`field` text NOT NULL,
	`target` text NOT NULL,
	PRIMARY KEY(`source`, `field`, `target`)
);
--> statement-breakpoint
CREATE INDEX `link_target` ON `link` (`target`);--> statement-breakpoint
CREATE TABLE `local_revision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record` text NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL,
	`handling` text NOT NULL,
	`undone` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `local_revision_record` ON `local_revision` (`record`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE INDEX `record_kind` ON `record` (`kind`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE INDEX `revision_record` ON `revision` (`record`);--> statement-breakpoint
CREATE INDEX `revision_bundle` ON `revision` (`bundle`);--> statement-breakpoint
CREATE TABLE `search_document` (
	`rowid` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`deleted` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_document_record_unique` ON `search_document` (`record`);--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staged_blob` (
	`bundle` text NOT NULL,
	`sha256` text NOT NULL,
	`file` text NOT NULL,
	`key` blob NOT NULL,
	`size` integer NOT NULL,
	PRIMARY KEY(`bundle`, `sha256`)
);
--> statement-breakpoint
CREATE TABLE `staged_revision` (
	`bundle` text NOT NULL,
	`revision` text NOT NULL,
	`record` text NOT NULL,
	`kind` text NOT NULL,
	`line` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`bundle`, `revision`)
);
--> statement-breakpoint
CREATE INDEX `staged_record` ON `staged_revision` (`record`);