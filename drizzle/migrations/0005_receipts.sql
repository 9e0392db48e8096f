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
--> statement-breakpoint
CREATE INDEX `purge_record` ON `purge` (`record`);--> statement-breakpoint
CREATE TABLE `purge_carrier` (
	`purge` text NOT NULL,
	`bundle` text NOT NULL,
	PRIMARY KEY(`purge`, `bundle`)
);
--> statement-breakpoint
CREATE TABLE `purged_revision` (
	`id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`author` text NOT NULL,
	`purge` text NOT NULL
);
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
CREATE INDEX `receipt_counterpart` ON `receipt` (`direction`,`counterpart`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE INDEX `request_counterpart` ON `request` (`direction`,`counterpart`);--> statement-breakpoint
CREATE TABLE `sealed_content` (
	`sums` text PRIMARY KEY NOT NULL,
	`revisions` blob NOT NULL,
	`attachments` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staged_state` ON `staged_revision` (`bundle`,`state`,`revision`);