//! TOML and YAML texts → fields with their places. What follows a mistake is still read, where the
//! language allows it.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Spanned, budget, options};
use toml::de::{DeTable, DeValue};

use super::{Field, Place, Problem, Said};
use crate::text::LineIndex;

/// The longest statement that is read, in bytes; TOML has no budget of its own.
const LONGEST: usize = 256 * 1024;

/// The fields of a TOML text, and what is wrong with it.
pub(super) fn toml(text: &str) -> (Vec<Field>, Vec<Problem>) {
    if text.len() > LONGEST {
        return (Vec::new(), vec![too_long()]);
    }
    let lines = LineIndex::new(text);
    let place = |offset: usize| lines.place(text, offset);
    let (table, errors) = DeTable::parse_recoverable(text);
    // One mistake often brings others after it: the first says it all.
    let first = errors.iter().min_by_key(|error| error.span().map(|span| span.start));
    let problem = first.map(|error| Problem {
        place: place(error.span().map_or(0, |span| span.start)),
        message: one_line(error.message()),
    });
    (toml_fields(table.get_ref(), &place), problem.into_iter().collect())
}

fn too_long() -> Problem {
    Problem { place: (1, 1), message: format!("longer than {LONGEST} bytes") }
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn toml_fields(table: &DeTable<'_>, place: &impl Fn(usize) -> Place) -> Vec<Field> {
    let field = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| Field {
        key: AsRef::<std::borrow::Cow<'_, str>>::as_ref(key).to_string(),
        key_at: place(key.span().start),
        value: toml_value(value.get_ref(), place),
        value_at: place(value.span().start),
    };
    table.iter().map(field).collect()
}

fn toml_value(value: &DeValue<'_>, place: &impl Fn(usize) -> Place) -> Said {
    match value {
        DeValue::String(words) => Said::Words(words.to_string()),
        DeValue::Integer(number) => Said::Words(number.as_str().to_owned()),
        DeValue::Float(number) => Said::Words(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Said::Flag(*flag),
        DeValue::Datetime(date) => Said::Words(date.to_string()),
        DeValue::Array(values) => Said::List(values.iter().map(|value| toml_value(value.get_ref(), place)).collect()),
        DeValue::Table(table) => Said::Table(toml_fields(table, place)),
    }
}

/// The fields of a YAML text, and what is wrong with it. Nesting, aliases and length are bounded.
pub(super) fn yaml(text: &str) -> (Vec<Field>, Vec<Problem>) {
    if text.len() > LONGEST {
        return (Vec::new(), vec![too_long()]);
    }
    let options = options! {
        with_snippet: false,
        budget: budget! { max_depth: 32, max_nodes: 20_000, max_events: 60_000, max_anchors: 100, max_aliases: 100 },
    };
    match serde_saphyr::from_str_with_options::<Said>(text, options) {
        Ok(Said::Table(fields)) => (fields, Vec::new()),
        Ok(Said::Nothing) => (Vec::new(), Vec::new()),
        Ok(_) => (Vec::new(), vec![Problem { place: (1, 1), message: "no keys and values".to_owned() }]),
        Err(error) => {
            let place = error.location().map_or((1, 1), |at| (at.line() as usize, at.column() as usize));
            let message = one_line(&error.without_snippet().to_string());
            (Vec::new(), vec![Problem { place, message }])
        }
    }
}

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(SaidVisitor)
    }
}

struct SaidVisitor;

impl<'de> Visitor<'de> for SaidVisitor {
    type Value = Said;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Said, E> {
        Ok(Said::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Said, E> {
        Ok(Said::Words(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Said, E> {
        Ok(Said::Words(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Said, E> {
        Ok(Said::Words(number.to_string()))
    }

    fn visit_str<E>(self, words: &str) -> Result<Said, E> {
        Ok(Said::Words(words.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Said, E> {
        Ok(Said::Nothing)
    }

    fn visit_none<E>(self) -> Result<Said, E> {
        Ok(Said::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Said, D::Error> {
        Said::deserialize(from)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Said, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = from.next_element()? {
            list.push(value);
        }
        Ok(Said::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Said, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = from.next_key::<Spanned<Said>>()? {
            let value: Spanned<Said> = from.next_value()?;
            let at = |location: serde_saphyr::Location| (location.line() as usize, location.column() as usize);
            let Said::Words(name) = key.value else { continue };
            let (key_at, value_at) = (at(key.referenced), at(value.referenced));
            fields.push(Field { key: name, key_at, value: value.value, value_at });
        }
        Ok(Said::Table(fields))
    }
}
