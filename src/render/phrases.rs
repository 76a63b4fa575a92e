//! `t(id="count-events", n=3)`: words of the reader's language in a template.

use fluent_bundle::FluentValue;

use crate::language::Phrasebook;

/// The message that `id` names; every other argument is a variable of it. The words are escaped like any
/// other value.
///
/// # Errors
/// There is no `id`, or no message of that name.
pub fn tell(phrasebook: &Phrasebook, values: &tera::Kwargs) -> tera::TeraResult<String> {
    let id = values.must_get::<&str>("id")?;
    if !phrasebook.has(id) {
        return Err(tera::Error::message(format!("there is no message `{id}`: see docs/languages.md")));
    }
    let others = values.iter().filter_map(|(name, value)| name.as_str().filter(|&name| name != "id").zip(Some(value)));
    let variables: Vec<(&str, FluentValue<'_>)> = others.map(|(name, value)| (name, variable(value))).collect();
    Ok(phrasebook.with(id, &variables))
}

fn variable(value: &tera::Value) -> FluentValue<'static> {
    match value.as_number().and_then(|number| number.as_integer()) {
        Some(number) => i64::try_from(number).unwrap_or(i64::MAX).into(),
        None if value.is_none() => "".into(),
        None => value.to_string().into(),
    }
}
