//! The rooms of the house: what each may import, and the words that belong to one or few of them.

/// A room, and the rooms and top-level files it may name. `None` is all.
pub const ROOMS: &[(&str, Option<&[&str]>)] = &[
    ("main", None),
    ("lib", None),
    ("cli", None),
    (
        "pipeline",
        Some(&[
            "config",
            "diagnostic",
            "error",
            "export",
            "extract",
            "ingest",
            "language",
            "model",
            "output",
            "page",
            "render",
            "resolve",
            "search",
            "segment",
            "text",
        ]),
    ),
    ("config", Some(&["diagnostic", "error", "model", "text"])),
    ("error", Some(&["model"])),
    ("diagnostic", Some(&["model"])),
    ("text", Some(&[])),
    ("model", Some(&["text"])),
    ("ingest", Some(&["config", "diagnostic", "error", "model", "text"])),
    ("segment", Some(&["diagnostic", "model", "text"])),
    ("extract", Some(&["diagnostic", "model", "text"])),
    ("resolve", Some(&["diagnostic", "model", "text"])),
    ("language", Some(&["model"])),
    ("page", Some(&["config", "language", "model", "text"])),
    ("render", Some(&["error", "language", "model"])),
    ("output", Some(&["error", "model"])),
    ("export", Some(&["config", "language", "model", "text"])),
    ("search", Some(&["model", "text"])),
    ("serve", Some(&["config", "diagnostic", "error", "model", "output", "pipeline"])),
    ("publish", Some(&["config", "error", "model"])),
    ("archive", Some(&["config", "error", "model"])),
];

/// The ends of the program, which read the disk.
const READERS: &[&str] = &["archive", "cli", "config", "ingest", "output", "pipeline", "publish", "render", "serve"];

/// The rooms that write to it.
const WRITERS: &[&str] = &["archive", "cli", "output", "pipeline", "publish"];

/// A word of program text, the rooms it belongs to, and what to do elsewhere.
pub const WORDS: &[(&str, &[&str], &str)] = &[
    ("std::fs", READERS, "hand the bytes in, or hand the files out as `OutputFile`s"),
    ("File::create", WRITERS, "hand an `OutputFile` to the sink"),
    ("File::create_new", WRITERS, "hand an `OutputFile` to the sink"),
    ("fs::write", WRITERS, "hand an `OutputFile` to the sink"),
    ("fs::rename", WRITERS, "only `output/` moves files"),
    ("fs::remove_file", WRITERS, "only `output/` removes files"),
    ("fs::remove_dir", WRITERS, "only `output/` removes folders"),
    ("fs::remove_dir_all", WRITERS, "only `output/` removes folders"),
    ("fs::create_dir", WRITERS, "only `output/` makes folders"),
    ("fs::create_dir_all", WRITERS, "only `output/` makes folders"),
    ("tera::", &["render"], "give `render/` a `Page` with its view"),
    ("rayon", &["pipeline", "resolve"], "stages see one document; `pipeline.rs` runs them in parallel"),
    ("ThreadPool", &["pipeline"], "only `pipeline.rs` makes threads"),
    ("redb", &["pipeline"], "only `pipeline.rs` knows the cache"),
    ("rusqlite", &["export"], "only `export/` writes a database, and into memory"),
    ("SystemTime", &["cli", "serve"], "the clock is an argument"),
    ("Instant", &["cli", "serve"], "the clock is an argument"),
    ("Utc::now", &["cli"], "the clock is an argument"),
    ("Local::now", &["cli"], "the clock is an argument"),
    ("std::env", &["cli", "main"], "the environment is an argument"),
    ("std::net", &["serve"], "nothing is sent anywhere"),
    ("println!", &["cli"], "return it; `cli/` prints"),
    ("print!", &["cli"], "return it; `cli/` prints"),
    ("eprintln!", &["cli"], "return a `Diagnostic` or an `Error`; `cli/` prints"),
    ("eprint!", &["cli"], "return a `Diagnostic` or an `Error`; `cli/` prints"),
    ("process::exit", &[], "return an `ExitCode` from `main`"),
    ("unwrap()", &[], "return the error, or `expect` with the reason why it cannot happen"),
    ("todo!", &[], "finish it, or leave it out"),
    ("unimplemented!", &[], "finish it, or leave it out"),
    ("dbg!", &[], "remove it"),
];

/// The room of a file: `src/text/span.rs` is in `text`, `src/error.rs` in `error`.
pub fn room_of(path: &str) -> Option<&str> {
    let below = path.strip_prefix("src/")?;
    Some(below.split_once('/').map_or_else(|| below.trim_end_matches(".rs"), |(room, _)| room))
}
