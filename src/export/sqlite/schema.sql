-- The dossier as tables: what a column holds is in docs/exports.md.
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA temp_store = MEMORY;
PRAGMA user_version = 1;

CREATE TABLE dossier (key TEXT PRIMARY KEY, value TEXT);

CREATE TABLE documents (
  id TEXT PRIMARY KEY, title TEXT, title_basis TEXT, authors TEXT, publisher TEXT, url TEXT, language TEXT,
  date TEXT, earliest TEXT, latest TEXT, date_basis TEXT, path TEXT, page TEXT NOT NULL, sha256 TEXT,
  display TEXT NOT NULL, noindex INTEGER NOT NULL, text TEXT
);

CREATE TABLE stories (
  document TEXT NOT NULL REFERENCES documents (id), story TEXT NOT NULL, title TEXT, date TEXT, earliest TEXT,
  latest TEXT, date_basis TEXT, start INTEGER, "end" INTEGER, PRIMARY KEY (document, story)
);

CREATE TABLE actors (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, sort_name TEXT, kind TEXT NOT NULL, standing TEXT NOT NULL, country TEXT,
  decided_by TEXT NOT NULL, mentions INTEGER NOT NULL, documents INTEGER NOT NULL
);

CREATE TABLE variants (
  actor TEXT NOT NULL REFERENCES actors (id), document TEXT NOT NULL REFERENCES documents (id), text TEXT NOT NULL,
  mentions INTEGER NOT NULL
);

CREATE TABLE roles (
  actor TEXT NOT NULL REFERENCES actors (id), title TEXT NOT NULL, tenure TEXT NOT NULL, "from" TEXT, "to" TEXT,
  as_of TEXT
);

CREATE TABLE events (
  id TEXT PRIMARY KEY, summary TEXT, status TEXT NOT NULL, date TEXT, earliest TEXT, latest TEXT, words TEXT,
  basis TEXT NOT NULL, why TEXT, reported TEXT, documents INTEGER NOT NULL
);

CREATE TABLE event_actors (
  event TEXT NOT NULL REFERENCES events (id), actor TEXT NOT NULL REFERENCES actors (id), PRIMARY KEY (event, actor)
);

CREATE TABLE event_evidence (
  event TEXT NOT NULL REFERENCES events (id), document TEXT NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT
);

CREATE TABLE quotations (
  id TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, kind TEXT NOT NULL, speaker TEXT REFERENCES actors (id), speaker_words TEXT, reported TEXT
);

CREATE TABLE reported (
  id TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, kind TEXT NOT NULL, speaker TEXT REFERENCES actors (id), speaker_words TEXT, reported TEXT
);

CREATE TABLE agreements (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, mentions INTEGER NOT NULL, documents INTEGER NOT NULL
);

CREATE TABLE agreement_parties (
  agreement TEXT NOT NULL REFERENCES agreements (id), actor TEXT NOT NULL REFERENCES actors (id),
  PRIMARY KEY (agreement, actor)
);

CREATE TABLE agreement_states (
  agreement TEXT NOT NULL REFERENCES agreements (id), event TEXT REFERENCES events (id), status TEXT NOT NULL,
  certainty TEXT NOT NULL, date TEXT, earliest TEXT, latest TEXT, reported TEXT
);

CREATE TABLE event_agreements (
  event TEXT NOT NULL REFERENCES events (id), agreement TEXT NOT NULL REFERENCES agreements (id),
  PRIMARY KEY (event, agreement)
);

CREATE TABLE corrections (id TEXT PRIMARY KEY, date TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL);

CREATE TABLE correction_pages (
  correction TEXT NOT NULL REFERENCES corrections (id), document TEXT REFERENCES documents (id),
  actor TEXT REFERENCES actors (id), agreement TEXT REFERENCES agreements (id)
);

CREATE INDEX event_days ON events (earliest, latest);
CREATE INDEX actor_events ON event_actors (actor);
CREATE INDEX document_evidence ON event_evidence (document);
CREATE INDEX speaker_quotations ON quotations (speaker);
