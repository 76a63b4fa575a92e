-- Full-text search over the tables as they stand. Datasette finds it by `content="…"`.
CREATE VIRTUAL TABLE documents_fts USING FTS5 (title, text, content="documents", tokenize="unicode61 remove_diacritics 2");
INSERT INTO documents_fts (documents_fts) VALUES ('rebuild');
INSERT INTO documents_fts (documents_fts) VALUES ('optimize');
CREATE VIRTUAL TABLE events_fts USING FTS5 (summary, content="events", tokenize="unicode61 remove_diacritics 2");
INSERT INTO events_fts (events_fts) VALUES ('rebuild');
INSERT INTO events_fts (events_fts) VALUES ('optimize');
CREATE VIRTUAL TABLE quotations_fts USING FTS5 (text, content="quotations", tokenize="unicode61 remove_diacritics 2");
INSERT INTO quotations_fts (quotations_fts) VALUES ('rebuild');
INSERT INTO quotations_fts (quotations_fts) VALUES ('optimize');
