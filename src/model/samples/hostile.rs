//! The sample dossier as a stranger would spoil it.

use super::{Dossier, Span, Zone, ZoneKind, document, dossier};
use crate::model::Phrase;

/// Words that try to become mark-up, template code or a change of direction.
pub const HOSTILE: &str =
    "<script>alert(1)</script>\"><img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} \0 \u{202E}txt.exe";

/// The dossier with hostile words in every place a stranger can write to.
pub fn hostile_dossier() -> Dossier {
    let mut dossier = dossier();
    let words = || HOSTILE.to_owned();
    let mut document =
        document("hostile", HOSTILE, vec![Zone { span: Span::new(0, HOSTILE.len()), kind: ZoneKind::Body }], HOSTILE);
    document.authors = vec![HOSTILE.to_owned()];
    let said = &mut document.source.provenance.statement;
    said.url = Some("javascript:alert(1)".to_owned());
    (said.publisher, said.licence, said.language) = (Some(words()), Some(words()), Some(words()));
    document.source.provenance.path = format!("{HOSTILE}.html");
    dossier.documents.push(document);
    dossier.actors[1].identifiers = vec![("wikidata".to_owned(), words()), (words(), words())];
    (dossier.actors[1].name, dossier.events[0].summary) = (words(), words());
    dossier.events[0].when.why = Phrase::verbatim(words());
    let agreement = &mut dossier.agreements[0];
    (agreement.name, agreement.kind, agreement.variants[0].text) = (words(), words(), words());
    for said in [&mut dossier.quotations[0], &mut dossier.reported[0]] {
        (said.text, said.speaker_words) = (words(), Some(words()));
    }
    dossier.corrections[0].text = words();
    dossier
}
