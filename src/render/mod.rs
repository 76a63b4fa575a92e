//! Pages → bytes: the only user of Tera. Templates and static files are embedded in the program;
//! the user's folders override them one by one.
//!
//! Every value reaches a page through Tera's autoescape, and the characters HTML does not allow
//! are replaced here, in one place. What a page says is left to `page/`.

mod folder;
mod phrases;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use serde_json::Value;
use tera::{Context, Tera};

use crate::error::Error;
use crate::language::Phrasebook;
use crate::model::page::displayable;
use crate::model::{OutputFile, Page, paths};

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATICS: Dir = include_dir!("$CARGO_MANIFEST_DIR/static");

/// Files by name, parts joined by `/`.
type Files = BTreeMap<String, Vec<u8>>;

/// Templates ready to render. Share one between threads.
///
/// ```
/// use annalist::model::Page;
/// use annalist::render::Renderer;
/// let english = std::sync::Arc::new(annalist::language::Phrasebook::new("en", None).unwrap());
/// let renderer = Renderer::new(None, None, english).unwrap();
/// let unknown = Page { path: "x.html".into(), template: "none.html", view: serde_json::json!({}) };
/// assert!(renderer.render(&unknown).is_err());
/// assert!(renderer.assets().unwrap().iter().any(|file| file.path == "static/annalist.css"));
/// ```
#[derive(Debug)]
pub struct Renderer {
    engine: Arc<Tera>,
    statics: Files,
    phrasebook: Arc<Phrasebook>,
}

impl Renderer {
    /// Loads the embedded files and those of the user's folders, where there are such folders.
    ///
    /// # Errors
    /// A folder cannot be read, or a template is wrong: the engine's report has file and line.
    pub fn new(templates: Option<&Path>, statics: Option<&Path>, phrasebook: Arc<Phrasebook>) -> Result<Self, Error> {
        let templates = overridden(&TEMPLATES, templates, "the templates")?;
        let engine = Arc::new(engine(&templates, phrasebook.clone())?);
        Ok(Self { engine, statics: overridden(&STATICS, statics, "the static files")?, phrasebook })
    }

    /// The same templates with the static files read again.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn with_statics(&self, statics: Option<&Path>) -> Result<Self, Error> {
        let (engine, phrasebook) = (self.engine.clone(), self.phrasebook.clone());
        Ok(Self { engine, statics: overridden(&STATICS, statics, "the static files")?, phrasebook })
    }

    /// The words that templates ask for with `t`.
    pub fn phrasebook(&self) -> &Phrasebook {
        &self.phrasebook
    }

    /// True where no template was read again between the two.
    pub fn shares_templates(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.engine, &other.engine)
    }

    /// The file of a page.
    ///
    /// # Errors
    /// The template asks for something the view does not have.
    pub fn render(&self, page: &Page) -> Result<OutputFile, Error> {
        let wrong = |error: tera::Error| template_error(page.template, &error);
        let mut view = clean(&page.view);
        if self.asset(paths::CUSTOM_STYLE).is_none()
            && let Some(style) = view.pointer_mut("/head/custom_style")
        {
            *style = Value::Null;
        }
        let context = Context::from_serialize(&view).map_err(wrong)?;
        let html = self.engine.render(page.template, &context).map_err(wrong)?;
        Ok(OutputFile { path: page.path.clone(), bytes: html.into_bytes() })
    }

    /// The style sheet and every other static file, sorted by path.
    ///
    /// # Errors
    /// None today; reading the files may become lazy.
    pub fn assets(&self) -> Result<Vec<OutputFile>, Error> {
        let file =
            |(name, bytes): (&String, &Vec<u8>)| OutputFile { path: format!("static/{name}"), bytes: bytes.clone() };
        Ok(self.statics.iter().map(file).collect())
    }

    /// One static file by its path in the site.
    pub fn asset(&self, path: &str) -> Option<OutputFile> {
        let bytes = self.statics.get(path.strip_prefix("static/")?)?;
        Some(OutputFile { path: path.to_owned(), bytes: bytes.clone() })
    }
}

fn overridden(embedded: &Dir, folder: Option<&Path>, what: &'static str) -> Result<Files, Error> {
    let mut files = Files::new();
    add_embedded(embedded, &mut files);
    if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
        files.extend(folder::read(folder, what)?);
    }
    Ok(files)
}

fn add_embedded(folder: &Dir, files: &mut Files) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        files.insert(name, file.contents().to_owned());
    }
    folder.dirs().for_each(|below| add_embedded(below, files));
}

fn engine(templates: &Files, phrasebook: Arc<Phrasebook>) -> Result<Tera, Error> {
    let mut sources: Vec<(&str, &str)> = Vec::new();
    for (name, bytes) in templates.iter().filter(|(name, _)| name.ends_with(".html")) {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| Error::Template { name: name.clone(), message: format!("it is not UTF-8: {error}") })?;
        sources.push((name, text));
    }
    let mut engine = Tera::new();
    engine.register_filter("script_json", script_json);
    engine.register_function("t", move |values: tera::Kwargs, _: &tera::State| phrases::tell(&phrasebook, &values));
    engine
        .add_raw_templates(sources.iter().copied())
        .map_err(|error| template_error(&guilty(&error, &sources), &error))?;
    Ok(engine)
}

/// The template a report speaks of: its first line names the file.
fn guilty(error: &tera::Error, sources: &[(&str, &str)]) -> String {
    let report = error.to_string();
    let named = sources.iter().filter(|(name, _)| report.contains(name)).map(|(name, _)| *name);
    let first = named.min_by_key(|name| (report.find(name), usize::MAX - name.len()));
    first.unwrap_or("templates").to_owned()
}

/// The engine's report with the causes below it.
fn template_error(name: &str, error: &tera::Error) -> Error {
    let mut message = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(below) = cause {
        message.push_str(&format!("\n{below}"));
        cause = below.source();
    }
    Error::Template { name: name.to_owned(), message }
}

/// A value as JSON for the inside of a `<script>`: no character of it can end the element, begin a
/// comment or a reference, or break a line of JavaScript.
///
/// Source: HTML Standard, 4.12.1.3 (restrictions for contents of script elements).
fn script_json(value: &tera::Value, _: tera::Kwargs, _: &tera::State) -> tera::TeraResult<tera::Value> {
    let json = serde_json::to_string(value).map_err(|error| tera::Error::message(error.to_string()))?;
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => safe.push_str(&format!("\\u{:04x}", c as u32)),
            c => safe.push(c),
        }
    }
    Ok(tera::Value::safe_string(&safe))
}

/// The view with every string as HTML can hold it.
fn clean(view: &Value) -> Value {
    match view {
        Value::String(words) => Value::String(displayable(words).into_owned()),
        Value::Array(values) => values.iter().map(clean).collect(),
        Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), clean(value))).collect(),
        plain => plain.clone(),
    }
}

#[cfg(test)]
mod tests;
