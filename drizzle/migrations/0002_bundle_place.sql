CREATE TABLE `bundle_place` (
	`bundle` text NOT NULL,
	`counterpart` text NOT NULL,
	`number` integer NOT NULL,
	`previous` text,
	PRIMARY KEY(`bundle`, `counterpart`)
);
--> statement-breakpoint
CREATE INDEX `bundle_place_counterpart` ON `bundle_place` (`counterpart`,`number`);