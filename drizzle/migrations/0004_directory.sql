CREATE TABLE `directory_alarm` (
	`id` text PRIMARY KEY NOT NULL,
	`alarm` text NOT NULL,
	`at` text NOT NULL,
	`detail` text NOT NULL,
	`seen` text
);
--> statement-breakpoint
CREATE TABLE `directory_chain` (
	`digest` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`previous` text,
	`line` text NOT NULL,
	`received` text NOT NULL,
	`bundle` text
);
--> statement-breakpoint
CREATE INDEX `directory_chain_number` ON `directory_chain` (`number`);--> statement-breakpoint
CREATE INDEX `directory_chain_bundle` ON `directory_chain` (`bundle`);--> statement-breakpoint
ALTER TABLE `directory_entry` ADD `ended` text;--> statement-breakpoint
ALTER TABLE `directory_entry` ADD `ends` text;