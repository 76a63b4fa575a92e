//! What stands in each table.

use rusqlite::Error;
use rusqlite::types::Value;

use super::Tables;
use crate::config::Settings;
use crate::export::values::{DateRecord, Quoting, count_documents, english, sentence, summary};
use crate::language::Phrasebook;
use crate::model::{
    Actor, Agreement, BibliographicRecord, Display, Dossier, DossierDocument, Edtf, Evidence, Quotation,
};

/// Fills every table; those that others refer to first.
pub(super) fn fill(tables: &Tables, dossier: &Dossier, settings: &Settings) -> Result<(), Error> {
    let told = [("title", settings.title.clone()), ("description", settings.description.clone())];
    let told = told.into_iter().chain([("program", format!("Annalist {}", env!("CARGO_PKG_VERSION")))]);
    tables.fill("dossier", told.map(|(key, value)| [text(key), value.into()]))?;
    documents(tables, dossier, settings)?;
    actors(tables, dossier)?;
    events(tables, dossier)?;
    quotations(tables, dossier, ("quotations", &dossier.quotations))?;
    quotations(tables, dossier, ("reported", &dossier.reported))?;
    agreements(tables, dossier)?;
    corrections(tables, dossier)
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn maybe(words: Option<impl Into<String>>) -> Value {
    words.map_or(Value::Null, |words| Value::Text(words.into()))
}

fn number(count: usize) -> Value {
    Value::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}

/// EDTF, first and last day.
fn date(edtf: Option<Edtf>) -> [Value; 3] {
    let DateRecord { edtf, earliest, latest } = edtf.into();
    [maybe(edtf), maybe(earliest), maybe(latest)]
}

fn documents(tables: &Tables, dossier: &Dossier, settings: &Settings) -> Result<(), Error> {
    tables.fill("documents", dossier.documents.iter().map(|document| document_row(document, settings)))?;
    let shown = dossier.documents.iter().filter(|document| document.display() != Display::Withheld);
    let stories = shown.flat_map(|document| document.stories.iter().map(move |story| (document, story)));
    tables.fill(
        "stories",
        stories.map(|(document, story)| {
            let [edtf, earliest, latest] = date(story.date.edtf);
            let (title, basis) = (text(&story.title.words), text(story.date.basis.as_str()));
            let (start, end) = (number(story.span.start), number(story.span.end));
            [text(&document.id), text(&story.id), title, edtf, earliest, latest, basis, start, end]
        }),
    )
}

/// Of a withheld document nothing but that it is.
fn document_row(document: &DossierDocument, settings: &Settings) -> [Value; 17] {
    let record = BibliographicRecord::of(document).into_iter().next();
    let page = text(&crate::model::paths::document_page(&document.id));
    let display = text(document.display().as_str());
    let is_hidden = settings.noindex || !document.is_listed();
    let Some(record) = record else {
        let mut row = [const { Value::Null }; 17];
        (row[0], row[12], row[14], row[15]) = (text(&document.id), page, display, Value::Integer(1));
        return row;
    };
    let [edtf, earliest, latest] = date(document.date.edtf);
    let may_show = document.display() == Display::Full;
    [
        text(&document.id),
        text(&record.title),
        text(document.title().basis.as_str()),
        text(&record.authors.join("; ")),
        maybe(record.publisher),
        maybe(record.url),
        maybe(record.language),
        edtf,
        earliest,
        latest,
        text(document.date.basis.as_str()),
        text(&document.source.provenance.path),
        page,
        text(&record.sha256),
        display,
        Value::Integer(is_hidden.into()),
        maybe(may_show.then(|| document.source.text.clone())),
    ]
}

fn actors(tables: &Tables, dossier: &Dossier) -> Result<(), Error> {
    let row = |actor: &Actor| {
        [
            text(&actor.id),
            text(&actor.name),
            text(&actor.sort_name),
            text(actor.kind.as_str()),
            text(actor.standing.as_str()),
            maybe(actor.country.clone()),
            text(actor.decided_by.as_str()),
            number(actor.mentions.len()),
            number(count_documents(&actor.mentions)),
        ]
    };
    tables.fill("actors", dossier.actors.iter().map(row))?;
    let variants = dossier.actors.iter().flat_map(|actor| actor.variants.iter().map(move |variant| (actor, variant)));
    let counts = variants.flat_map(|(actor, variant)| {
        let counted = variant.documents.iter();
        counted.map(move |&(document, mentions)| (&actor.id, document, &variant.text, mentions))
    });
    tables.fill(
        "variants",
        counts.map(|(actor, document, words, mentions)| {
            [text(actor), text(&dossier.documents[document].id), text(words), number(mentions)]
        }),
    )?;
    let roles = dossier.actors.iter().flat_map(|actor| actor.roles.iter().map(move |role| (actor, role)));
    tables.fill(
        "roles",
        roles.map(|(actor, role)| {
            let day = |edtf: Option<Edtf>| maybe(edtf.map(|edtf| edtf.to_string()));
            let (title, tenure) = (text(&role.title), text(role.tenure.as_str()));
            [text(&actor.id), title, tenure, day(role.from), day(role.to), day(role.as_of)]
        }),
    )
}

fn events(tables: &Tables, dossier: &Dossier) -> Result<(), Error> {
    tables.fill(
        "events",
        dossier.events.iter().map(|event| {
            let [edtf, earliest, latest] = date(event.when.edtf);
            [
                text(&event.id),
                maybe(summary(dossier, event)),
                text(event.status.as_str()),
                edtf,
                earliest,
                latest,
                text(&Phrasebook::english().when(&event.when)),
                text(event.when.basis.as_str()),
                text(&english(&event.when.why)),
                maybe(event.reported.map(|edtf| edtf.to_string())),
                number(count_documents(&event.evidence)),
            ]
        }),
    )?;
    let named = dossier.events.iter().flat_map(|event| event.actors.iter().map(move |&actor| (event, actor)));
    tables.fill("event_actors", named.map(|(event, actor)| [text(&event.id), text(&dossier.actors[actor].id)]))?;
    let proofs = dossier.events.iter().flat_map(|event| event.evidence.iter().map(move |proof| (event, proof)));
    tables.fill(
        "event_evidence",
        proofs.map(|(event, proof)| {
            let [document, start, end, words] = place(dossier, proof);
            [text(&event.id), document, start, end, words]
        }),
    )
}

/// Document, start, end, and the words where they may be quoted.
fn place(dossier: &Dossier, proof: &Evidence) -> [Value; 4] {
    let words = maybe(sentence(dossier, proof, Quoting::Excerpt));
    [text(&dossier.documents[proof.document].id), number(proof.span.start), number(proof.span.end), words]
}

fn quotations(tables: &Tables, dossier: &Dossier, (table, said): (&str, &[Quotation])) -> Result<(), Error> {
    let document = |quotation: &Quotation| &dossier.documents[quotation.evidence.document];
    let shown = said.iter().filter(|quotation| document(quotation).display().shows_words());
    tables.fill(
        table,
        shown.map(|quotation| {
            [
                text(&quotation.id),
                text(&document(quotation).id),
                number(quotation.evidence.focus.start),
                number(quotation.evidence.focus.end),
                text(&quotation.text),
                text(quotation.kind.as_str()),
                maybe(quotation.speaker.map(|actor| dossier.actors[actor].id.clone())),
                maybe(quotation.speaker_words.clone()),
                maybe(quotation.reported.map(|edtf| edtf.to_string())),
            ]
        }),
    )
}

fn agreements(tables: &Tables, dossier: &Dossier) -> Result<(), Error> {
    let row = |agreement: &Agreement| {
        let (mentions, documents) = (number(agreement.mentions.len()), number(count_documents(&agreement.mentions)));
        [text(&agreement.id), text(&agreement.name), text(&agreement.kind), mentions, documents]
    };
    tables.fill("agreements", dossier.agreements.iter().map(row))?;
    let all = || dossier.agreements.iter();
    let parties = all().flat_map(|agreement| agreement.parties.iter().map(move |&actor| (agreement, actor)));
    tables.fill(
        "agreement_parties",
        parties.map(|(agreement, actor)| [text(&agreement.id), text(&dossier.actors[actor].id)]),
    )?;
    let known: std::collections::BTreeSet<&str> = dossier.events.iter().map(|event| event.id.as_str()).collect();
    let states = all().flat_map(|agreement| agreement.history.iter().map(move |state| (agreement, state)));
    tables.fill(
        "agreement_states",
        states.map(|(agreement, state)| {
            let [edtf, earliest, latest] = date(state.when);
            let event = state.event.as_deref().filter(|id| known.contains(id));
            let (status, certainty) = (text(state.status.as_str()), text(state.certainty.as_str()));
            let reported = maybe(state.reported.map(|edtf| edtf.to_string()));
            [text(&agreement.id), maybe(event), status, certainty, edtf, earliest, latest, reported]
        }),
    )?;
    let named = dossier.events.iter().flat_map(|event| event.agreements.iter().map(move |&other| (event, other)));
    tables.fill("event_agreements", named.map(|(event, other)| [text(&event.id), text(&dossier.agreements[other].id)]))
}

fn corrections(tables: &Tables, dossier: &Dossier) -> Result<(), Error> {
    tables.fill(
        "corrections",
        dossier.corrections.iter().map(|correction| {
            let (day, kind) = (text(&correction.on.to_string()), text(correction.kind.as_str()));
            [text(&correction.id), day, kind, text(&correction.text)]
        }),
    )?;
    for correction in &dossier.corrections {
        let id = || text(&correction.id);
        let documents = correction.documents.iter().map(|&at| text(&dossier.documents[at].id));
        tables.fill("correction_pages", documents.map(|page| [id(), page, Value::Null, Value::Null]))?;
        let actors = correction.actors.iter().map(|&at| text(&dossier.actors[at].id));
        tables.fill("correction_pages", actors.map(|page| [id(), Value::Null, page, Value::Null]))?;
        let agreements = correction.agreements.iter().map(|&at| text(&dossier.agreements[at].id));
        tables.fill("correction_pages", agreements.map(|page| [id(), Value::Null, Value::Null, page]))?;
    }
    Ok(())
}
