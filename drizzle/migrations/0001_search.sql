CREATE VIRTUAL TABLE search_words USING fts5(title, text, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
--> statement-breakpoint
CREATE TABLE search_word (word TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
