//! A small dossier made by hand, for the tests of the rooms that read one.

mod hostile;
mod told;

use std::collections::BTreeMap;

use super::{
    Actor, ActorDecision, Annotations, Badge, Basis, DateBasis, Display, DocumentDate, Dossier, DossierDocument, Edtf,
    Event, EventStatus, Evidence, Likeness, MediaType, MergeReason, MergeRule, NameKind, NameMention, Phrase,
    Provenance, Quotation, QuotationKind, QuotationMention, Role, SaidOn, Segmentation, Shared, SourceDocument,
    SpeakerBasis, Statement, Story, StoryRecord, Temporal, TemporalType, Tenure, Title, TitleBasis, Variant, Weekday,
    When, Zone, ZoneKind,
};
use crate::model::{Direction, Frame, Meaning, Origin, Part, RoleAuthority, TemporalMention, publish};
use crate::text::Span;

pub use hostile::{HOSTILE, hostile_dossier};

/// Where `words` first stand in `text`.
pub fn span_of(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words are in the sample");
    Span::new(start, start + words.len())
}

/// A date from its EDTF form.
pub fn edtf(words: &str) -> Edtf {
    words.parse().expect("the date in the sample is valid")
}

/// The text of the first sample: headline, byline, three paragraphs, a caption, furniture.
pub const SUMMIT: &str = "Leaders meet at Camp David\nBy Ana Silva\nWASHINGTON, Aug. 19 — \n\
The leaders of South Korea and Japan met at Camp David on Aug. 18. “We will consult,” Yoon Suk Yeol said on Friday.\n\
A second summit is planned for next summer. Yoon will host it.\n\
Yoon and Kishida shake hands.\nLeave a Reply\nThis text was written by a machine.\n";

/// The text of the second sample: two stories under commentary.
pub const DIGEST: &str = "Two pieces worth reading:\nDrills resume\nThe drills resumed on Aug. 21.\n\
Hotline tested\n- A hotline was tested on Sunday.\n- Nobody called.\n| day | calls |\n| Sunday | 0 |\n";

/// Zones by the words they cover.
pub fn zones(text: &str, table: &[(&str, ZoneKind)]) -> Vec<Zone> {
    table.iter().map(|&(words, kind)| Zone { span: span_of(text, words), kind }).collect()
}

/// A document of one story: the whole text is a paragraph unless the zones say otherwise.
pub fn document(id: &str, text: &str, zones: Vec<Zone>, title: &str) -> DossierDocument {
    let title = Title::given(title);
    let span = Span::new(0, text.len());
    let story = Story { id: "1".to_owned(), span, title: title.clone(), stated: Statement::default(), stated_at: None };
    let date = DocumentDate::unknown();
    DossierDocument {
        id: id.to_owned(),
        source: Shared::new(SourceDocument {
            provenance: Provenance {
                path: format!("{id}.txt"),
                media_type: MediaType::Plain,
                sha256: "ab".repeat(32),
                bytes: text.len() as u64,
                encoding: "UTF-8".to_owned(),
                text_is_raw: true,
                statement: Statement { display: Some(Display::Full), ..Statement::default() },
            },
            text: text.to_owned(),
            blocks: Vec::new(),
        }),
        annotations: Shared::new(Annotations {
            language: Some("en".to_owned()),
            segmentation: Segmentation { zones, stories: vec![story], title: title.clone(), badges: Vec::new() },
            story_dates: vec![date.clone()],
            date: date.clone(),
            sentences: crate::text::sentences::sentences(text, span),
            temporal: Vec::new(),
            names: Vec::new(),
            quotations: Vec::new(),
            reported: Vec::new(),
            agreements: Vec::new(),
            references: Vec::new(),
            signature: Vec::new(),
        }),
        authors: Vec::new(),
        date: date.clone(),
        stories: vec![StoryRecord { id: "1".to_owned(), span, title, date }],
        duplicates: Vec::new(),
        mention_actors: Vec::new(),
        ambiguous: BTreeMap::new(),
        mention_agreements: Vec::new(),
    }
}

/// The same document under another display, as [`publish`](publish()) leaves it.
pub fn published(document: DossierDocument, display: Display) -> DossierDocument {
    let mut source = document.source;
    source.provenance.statement.display = Some(display);
    let (source, annotations) = publish((source, document.annotations), display);
    let mention_actors = vec![None; annotations.names.len()];
    let stories = annotations.segmentation.stories.iter().zip(&annotations.story_dates);
    let stories = stories.map(|(story, date)| StoryRecord {
        id: story.id.clone(),
        span: story.span,
        title: story.title.clone(),
        date: date.clone(),
    });
    DossierDocument {
        stories: stories.collect(),
        date: annotations.date.clone(),
        mention_actors,
        ambiguous: BTreeMap::new(),
        mention_agreements: Vec::new(),
        source,
        annotations,
        ..document
    }
}

/// “Aug. 18” of the summit.
fn camp_david() -> Temporal {
    let mention = TemporalMention {
        span: span_of(SUMMIT, "Aug. 18"),
        kind: TemporalType::Date,
        meaning: Meaning::Part {
            part: Part::Month { month: 8, day: Some(18) },
            frame: Frame::Nearest(Direction::Past),
        },
        clock: None,
        modifier: None,
        weekday: None,
        opens_stretch: false,
        role: crate::model::DateRole::When,
        tense: Direction::Past,
        status: EventStatus::Happened,
    };
    Temporal {
        mention,
        counted_from: None,
        value: "2023-08-18".to_owned(),
        edtf: Some(edtf("2023-08-18?")),
        weekday: None,
        basis: Basis::YearInferred,
    }
}

fn summit() -> DossierDocument {
    let table = [
        ("Leaders meet at Camp David", ZoneKind::Headline),
        ("By Ana Silva", ZoneKind::Byline),
        ("WASHINGTON, Aug. 19 —", ZoneKind::Dateline),
        (
            "The leaders of South Korea and Japan met at Camp David on Aug. 18. “We will consult,” Yoon Suk Yeol said on Friday.",
            ZoneKind::Body,
        ),
        ("A second summit is planned for next summer. Yoon will host it.", ZoneKind::Body),
        ("Yoon and Kishida shake hands.", ZoneKind::Caption),
        ("Leave a Reply", ZoneKind::Boilerplate),
        ("This text was written by a machine.", ZoneKind::Disclaimer),
    ];
    let mut document = document("summit", SUMMIT, zones(SUMMIT, &table), "Leaders meet at Camp David");
    let name =
        |words, kind| NameMention { span: span_of(SUMMIT, words), kind, role: None, stands_for: None, country: None };
    let annotations = &mut document.annotations;
    annotations.segmentation.badges = vec![Badge::AiSynthesised];
    annotations.names = vec![name("South Korea", NameKind::Place), name("Yoon Suk Yeol", NameKind::Person)];
    annotations.temporal = vec![camp_david()];
    annotations.quotations = vec![QuotationMention {
        span: span_of(SUMMIT, "“We will consult,”"),
        kind: QuotationKind::Full,
        cue: Some(span_of(SUMMIT, "said")),
        speaker: Some(span_of(SUMMIT, "Yoon Suk Yeol")),
        speaker_name: Some(1),
        basis: Some(SpeakerBasis::Behind),
        clause: Some(span_of(SUMMIT, "Yoon Suk Yeol said on Friday")),
    }];
    document.mention_actors = vec![Some(0), Some(1)];
    document.authors = vec!["Ana Silva".to_owned()];
    document.date = DocumentDate {
        edtf: Some(edtf("2023-08-19")),
        basis: DateBasis::Stated,
        why: Phrase::verbatim("“Aug. 19” in line 3; the year is that of the collection."),
        evidence: vec![span_of(SUMMIT, "Aug. 19")],
        ..DocumentDate::unknown()
    };
    document.annotations.date = document.date.clone();
    let said = &mut document.source.provenance.statement;
    said.publisher = Some("The Daily".to_owned());
    said.url = Some("https://example.org/summit".to_owned());
    document
}

fn digest() -> DossierDocument {
    let table = [
        ("Two pieces worth reading:", ZoneKind::Commentary),
        ("Drills resume", ZoneKind::Headline),
        ("The drills resumed on Aug. 21.", ZoneKind::Body),
        ("Hotline tested", ZoneKind::Headline),
        ("- A hotline was tested on Sunday.", ZoneKind::List),
        ("- Nobody called.", ZoneKind::List),
        ("| day | calls |", ZoneKind::Table),
        ("| Sunday | 0 |", ZoneKind::Table),
    ];
    let mut document = document("digest", DIGEST, zones(DIGEST, &table), "Two pieces worth reading");
    let second = span_of(DIGEST, "Hotline").start;
    let record = |id: &str, span, words: &str| StoryRecord {
        id: id.to_owned(),
        span,
        title: Title::given(words),
        date: DocumentDate::unknown(),
    };
    document.stories = vec![
        record("1", Span::new(0, second), "Drills resume"),
        record("2", Span::new(second, DIGEST.len()), "Hotline tested"),
    ];
    document.annotations.segmentation.title.basis = TitleBasis::Derived;
    document.annotations.segmentation.badges = vec![Badge::Digest];
    document.annotations.segmentation.stories = document
        .stories
        .iter()
        .map(|story| Story {
            id: story.id.clone(),
            span: story.span,
            title: story.title.clone(),
            stated: Statement::default(),
            stated_at: None,
        })
        .collect();
    document.annotations.story_dates = vec![DocumentDate::unknown(); 2];
    document.duplicates = vec![1];
    document
}

/// A place in a document: the sentence and the words in it.
pub fn evidence(document: usize, text: &str, sentence: &str, focus: &str) -> Evidence {
    Evidence { document, span: span_of(text, sentence), focus: span_of(text, focus) }
}

/// An event told in one sentence.
pub fn event(id: &str, when: Option<&str>, evidence: Evidence, text: &str) -> Event {
    let date = when.map(edtf);
    Event {
        id: id.to_owned(),
        summary: evidence.span.of(text).trim_start_matches("- ").to_owned(),
        status: EventStatus::Happened,
        relative: None,
        when: When {
            edtf: date,
            weekday: None,
            part: None,
            open: None,
            basis: Basis::Stated,
            is_told_elsewhere: false,
            why: Phrase::verbatim("The words say all of it."),
        },
        reported: None,
        actors: Vec::new(),
        maybe_same_as: Vec::new(),
        conflicts: Vec::new(),
        agreements: Vec::new(),
        evidence: vec![evidence],
    }
}

fn events() -> Vec<Event> {
    let met = "The leaders of South Korea and Japan met at Camp David on Aug. 18.";
    let mut summit = event("e-2023-08-18-met", Some("2023-08-18?"), evidence(1, SUMMIT, met, "Aug. 18"), SUMMIT);
    summit.when.basis = Basis::YearInferred;
    summit.when.why = Phrase::verbatim("“Aug. 18” in line 4; the year comes from the document’s date.");
    summit.actors = vec![0, 1];
    summit.reported = Some(edtf("2023-08-19"));
    let drills = event(
        "e-2023-08-21-drills",
        Some("2023-08-21"),
        evidence(0, DIGEST, "The drills resumed on Aug. 21.", "Aug. 21"),
        DIGEST,
    );
    let planned = "A second summit is planned for next summer.";
    let mut second = event("e-2024-22-summit", Some("2024-22"), evidence(1, SUMMIT, planned, "next summer"), SUMMIT);
    second.status = EventStatus::Planned;
    second.when.basis = Basis::Relative;
    let mut hotline =
        event("e-undated-hotline", None, evidence(0, DIGEST, "- A hotline was tested on Sunday.", "Sunday"), DIGEST);
    hotline.when.basis = Basis::Unknown;
    hotline.when.weekday = Some(Weekday::Sunday);
    hotline.agreements = vec![0];
    vec![summit, drills, second, hotline]
}

fn actor(id: &str, name: &str, kind: NameKind, mention: Evidence) -> Actor {
    let variants = vec![Variant { text: name.to_owned(), documents: vec![(mention.document, 1)] }];
    Actor { variants, mentions: vec![mention], ..Actor::named(id, name, kind) }
}

/// Two documents, two actors, four events (one planned, one undated) and a quotation.
pub fn dossier() -> Dossier {
    let said = "“We will consult,” Yoon Suk Yeol said on Friday.";
    let korea = actor(
        "south-korea",
        "South Korea",
        NameKind::Place,
        evidence(1, SUMMIT, "The leaders of South Korea and Japan met at Camp David on Aug. 18.", "South Korea"),
    );
    let mut yoon =
        actor("yoon-suk-yeol", "Yoon Suk Yeol", NameKind::Person, evidence(1, SUMMIT, said, "Yoon Suk Yeol"));
    yoon.decided_by = ActorDecision::Authority;
    yoon.identifiers = vec![("wikidata".to_owned(), "Q16080217".to_owned())];
    yoon.maybe_same_as = vec![(0, Likeness::Surname)];
    yoon.not_same_as = vec!["Yoon Young-seok".to_owned()];
    yoon.roles = vec![Role {
        title: "President of South Korea".to_owned(),
        tenure: Tenure::Held,
        as_of: None,
        from: Some(edtf("2022-05-10")),
        to: Some(edtf("2025-04-04")),
        authority: Some(RoleAuthority { origin: Origin::Dossier, source: Some("Norland Gazette".to_owned()) }),
        evidence: Vec::new(),
    }];
    yoon.look_alikes = vec![0];
    yoon.former_ids = vec!["yoon-sukyeol".to_owned()];
    yoon.could_be = vec![evidence(1, SUMMIT, said, "Yoon")];
    yoon.reasons = vec![MergeReason {
        rule: MergeRule::SameName,
        text: "Yoon Suk Yeol".to_owned(),
        documents: 1,
        evidence: yoon.mentions.clone(),
    }];
    let quotation = Quotation {
        id: "q-1".to_owned(),
        evidence: evidence(1, SUMMIT, said, "“We will consult,”"),
        kind: QuotationKind::Full,
        text: "We will consult,".to_owned(),
        speaker: Some(1),
        joint: Vec::new(),
        speaker_words: Some("Yoon Suk Yeol".to_owned()),
        said_on: Some(SaidOn::Until(edtf("[..2023-08-19]"))),
        reported: Some(edtf("2023-08-19")),
    };
    Dossier {
        documents: vec![digest(), summit()],
        actors: vec![korea, yoon],
        events: events(),
        reported: vec![Quotation { id: "r-1".to_owned(), kind: QuotationKind::Reported, ..quotation.clone() }],
        quotations: vec![quotation],
        agreements: vec![told::hotline()],
        corrections: vec![told::correction()],
        hidden: 0,
    }
}
