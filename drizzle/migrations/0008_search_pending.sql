CREATE TABLE `search_pending` (
	`record` text PRIMARY KEY NOT NULL
);
