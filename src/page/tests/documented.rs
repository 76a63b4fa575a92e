//! The guide for templates has every field of every view.

use std::collections::HashSet;

use serde_json::Value;

use super::{samples, settings};
use crate::page::Site;

#[test]
fn every_field_of_every_view_is_documented() {
    fn add_keys<'v>(value: &'v Value, keys: &mut HashSet<&'v str>) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| add_keys(value, keys)),
            Value::Object(fields) => fields.iter().for_each(|(key, value)| {
                keys.insert(key);
                if key == "linked" {
                    return; // schema.org's words, not ours
                }
                add_keys(value, keys);
            }),
            _ => {}
        }
    }
    let guide = include_str!("../../../docs/templates.md");
    let (dossier, settings) = (samples::dossier(), settings());
    let site = Site::new(&dossier, &settings);
    for kind in site.plan() {
        let page = site.page(&kind);
        assert!(guide.contains(&format!("`{}`", page.template)), "{}", page.template);
        let mut keys = HashSet::new();
        add_keys(&page.view, &mut keys);
        for key in keys {
            let is_named = guide.contains(&format!("`{key}`")) || guide.contains(&format!("\"{key}\""));
            assert!(is_named, "{}: `{key}` is not in docs/templates.md", page.template);
        }
    }
}
