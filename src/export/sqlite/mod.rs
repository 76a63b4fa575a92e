//! `dossier.sqlite`: the data as one SQLite database with foreign keys and full-text search, for
//! Datasette and for whoever writes SQL.
//!
//! It is made in memory, table by table in the order of the dossier, and never vacuumed: a database
//! into which nothing was written but this has the same pages every time.

mod rows;

use rusqlite::types::Value;
use rusqlite::{Connection, MAIN_DB, params_from_iter};

use crate::config::Settings;
use crate::model::{Dossier, OutputFile, paths};

const SCHEMA: &str = include_str!("schema.sql");
const SEARCH: &str = include_str!("search.sql");

/// A table being filled.
struct Tables<'c> {
    connection: &'c Connection,
}

impl Tables<'_> {
    /// Writes rows, each with a value for every column.
    fn fill<const N: usize>(
        &self,
        table: &str,
        rows: impl IntoIterator<Item = [Value; N]>,
    ) -> Result<(), rusqlite::Error> {
        let places = vec!["?"; N].join(", ");
        let mut insert = self.connection.prepare(&format!("INSERT INTO {table} VALUES ({places})"))?;
        for row in rows {
            insert.execute(params_from_iter(row))?;
        }
        Ok(())
    }
}

/// The database; `None` where the settings do not ask for it.
pub(super) fn database(dossier: &Dossier, settings: &Settings) -> Option<OutputFile> {
    settings.sqlite.then(|| OutputFile {
        path: paths::SQLITE.to_owned(),
        bytes: written(dossier, settings).expect("the tables are in memory, and their keys are the dossier's own"),
    })
}

fn written(dossier: &Dossier, settings: &Settings) -> Result<Vec<u8>, rusqlite::Error> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(SCHEMA)?;
    let transaction = connection.transaction()?;
    rows::fill(&Tables { connection: &transaction }, dossier, settings)?;
    transaction.execute_batch(SEARCH)?;
    transaction.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Display, samples};

    fn settings() -> Settings {
        let mut settings = Settings::defaults(std::path::Path::new("."));
        settings.sqlite = true;
        settings
    }

    fn count(connection: &Connection, query: &str) -> i64 {
        connection.query_row(query, [], |row| row.get(0)).unwrap_or_else(|error| panic!("{query}: {error}"))
    }

    fn opened(dossier: &Dossier) -> Connection {
        let bytes = database(dossier, &settings()).unwrap().bytes;
        let mut connection = Connection::open_in_memory().unwrap();
        connection.deserialize_read_exact(MAIN_DB, bytes.as_slice(), bytes.len(), true).unwrap();
        connection
    }

    #[test]
    fn keys_hold_and_words_are_found() {
        let connection = opened(&samples::dossier());
        for (query, expected) in [
            ("SELECT count(*) FROM pragma_foreign_key_check", 0),
            ("SELECT count(*) FROM documents", 2),
            ("SELECT count(*) FROM events", 4),
            ("SELECT count(*) FROM event_actors JOIN actors ON actor = actors.id", 2),
            ("SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'consult'", 1),
            ("SELECT count(*) FROM events_fts WHERE events_fts MATCH 'drills'", 1),
            ("SELECT count(*) FROM quotations_fts WHERE quotations_fts MATCH 'consult'", 1),
            ("SELECT count(*) FROM correction_pages", 3),
            ("SELECT count(*) FROM reported", 1),
        ] {
            assert_eq!(count(&connection, query), expected, "{query}");
        }
    }

    #[test]
    fn the_same_dossier_gives_the_same_database() {
        let dossier = samples::hostile_dossier();
        assert!(database(&dossier, &settings()) == database(&dossier, &settings()));
        let mut without = settings();
        without.sqlite = false;
        assert!(database(&dossier, &without).is_none());
    }

    #[test]
    fn a_text_is_there_only_where_it_may_be_shown_whole() {
        for (display, texts) in
            [(Display::Full, 1), (Display::Excerpt, 0), (Display::MetadataOnly, 0), (Display::Withheld, 0)]
        {
            let summit = samples::dossier().documents.remove(1);
            let dossier = Dossier { documents: vec![samples::published(summit, display)], ..Dossier::default() };
            let connection = opened(&dossier);
            assert_eq!(count(&connection, "SELECT count(text) FROM documents"), texts, "{display:?}");
            let known = i64::from(display != Display::Withheld);
            assert_eq!(count(&connection, "SELECT count(title) FROM documents"), known, "{display:?}");
        }
    }
}
