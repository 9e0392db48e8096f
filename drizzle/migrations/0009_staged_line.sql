CREATE TABLE `staged_line` (
	`revision` text NOT NULL,
	`bundle` text NOT NULL,
	`line` text NOT NULL,
	PRIMARY KEY(`revision`, `bundle`),
	FOREIGN KEY (`bundle`,`revision`) REFERENCES `staged_revision`(`bundle`,`revision`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `staged_line` (`revision`, `bundle`, `line`) SELECT `revision`, `bundle`, `line` FROM `staged_revision`;--> statement-breakpoint
ALTER TABLE `staged_revision` DROP COLUMN `line`;