//! The cache of annotations: one file, keyed by the hash of what an entry depends on.
//!
//! It saves time and nothing else: an entry that cannot be read is made anew, and a cache that
//! cannot be opened (another build holds it, the disk is full) is done without.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use redb::{Database, Durability, ReadableDatabase, ReadableTable, TableDefinition};

use super::annotate::Prepared;

const ENTRIES: TableDefinition<'_, &[u8; 32], &[u8]> = TableDefinition::new("annotations/1");

/// The folder of the cache, in the dossier's folder.
const FOLDER: &str = ".annalist";

/// An open cache, or none.
#[derive(Debug)]
pub struct Cache {
    database: Option<Database>,
    used: Mutex<BTreeSet<[u8; 32]>>,
}

impl Cache {
    /// A cache that holds nothing and keeps nothing.
    pub fn none() -> Self {
        Self { database: None, used: Mutex::default() }
    }

    /// The cache of a dossier's folder. A file that is no cache is replaced.
    pub fn open(root: &Path) -> Self {
        let folder = root.join(FOLDER);
        let file = folder.join("cache.redb");
        let database = fs::create_dir_all(&folder).ok().and_then(|()| {
            let _ = fs::write(folder.join(".gitignore"), "*\n");
            Database::create(&file).or_else(|error| replaced(&file, error)).ok()
        });
        Self { database, used: Mutex::default() }
    }

    /// The entry of a key, where there is one that can be read.
    pub fn get(&self, key: &[u8; 32]) -> Option<Prepared> {
        let transaction = self.database.as_ref()?.begin_read().ok()?;
        let table = transaction.open_table(ENTRIES).ok()?;
        let entry = table.get(key).ok()??;
        let prepared = postcard::from_bytes(entry.value()).ok()?;
        self.used.lock().ok()?.insert(*key);
        Some(prepared)
    }

    /// Keeps entries. Failing to is no failure.
    pub fn put(&self, entries: &[([u8; 32], &Prepared)]) {
        if let Some(database) = &self.database
            && !entries.is_empty()
            && write(database, entries).is_ok()
            && let Ok(mut used) = self.used.lock()
        {
            used.extend(entries.iter().map(|(key, _)| *key));
        }
    }

    /// Forgets every entry that this run did not use, and makes the rest durable.
    pub fn close(self) {
        if let (Some(mut database), Ok(used)) = (self.database, self.used.into_inner()) {
            let removed = prune(&database, &used).unwrap_or(0);
            if removed > used.len() {
                let _ = database.compact();
            }
        }
    }
}

/// A damaged or foreign file makes room for a new cache; one that another build holds does not.
fn replaced(file: &Path, error: redb::DatabaseError) -> Result<Database, redb::DatabaseError> {
    match error {
        redb::DatabaseError::DatabaseAlreadyOpen => Err(error),
        _ => {
            let _ = fs::remove_file(file);
            Database::create(file)
        }
    }
}

fn write(database: &Database, entries: &[([u8; 32], &Prepared)]) -> Result<(), redb::Error> {
    let mut transaction = database.begin_write()?;
    transaction.set_durability(Durability::None)?;
    {
        let mut table = transaction.open_table(ENTRIES)?;
        for (key, prepared) in entries {
            if let Ok(bytes) = postcard::to_stdvec(prepared) {
                table.insert(key, bytes.as_slice())?;
            }
        }
    }
    transaction.commit()?;
    Ok(())
}

fn prune(database: &Database, used: &BTreeSet<[u8; 32]>) -> Result<usize, redb::Error> {
    let transaction = database.begin_write()?;
    let mut removed = 0;
    {
        let mut table = transaction.open_table(ENTRIES)?;
        let stale: Vec<[u8; 32]> = table
            .iter()?
            .filter_map(Result::ok)
            .map(|(key, _)| *key.value())
            .filter(|key| !used.contains(key))
            .collect();
        for key in stale {
            table.remove(&key)?;
            removed += 1;
        }
    }
    transaction.commit()?;
    Ok(removed)
}
