CREATE TABLE `known_file` (
	`mark` text PRIMARY KEY NOT NULL,
	`how` text NOT NULL,
	`at` text NOT NULL
);
