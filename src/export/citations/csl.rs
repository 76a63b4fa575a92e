//! CSL-JSON, the format of citation processors (schema 1.0.2).

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::Citation;
use crate::language::Phrasebook;
use crate::model::page::line;
use crate::model::{DateValue, Edtf, EdtfDate, Genre, Qualifier};

#[derive(Debug, Serialize)]
struct CslItem {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<CslName>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<CslDate>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    archive: String,
    archive_location: String,
    version: String,
    note: String,
}

#[derive(Debug, Serialize)]
struct CslName {
    literal: String,
}

/// Numbers where the form has a place for them, words where it has none.
#[derive(Debug, Default, PartialEq, Serialize)]
struct CslDate {
    #[serde(rename = "date-parts", skip_serializing_if = "Option::is_none")]
    date_parts: Option<Vec<Vec<i32>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    circa: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<String>,
}

pub(super) fn write(citations: &[Citation]) -> String {
    let items: Vec<CslItem> = citations.iter().map(item).collect();
    let mut text = serde_json::to_string_pretty(&items).expect("an item is plain values");
    text.push('\n');
    text
}

fn item(citation: &Citation) -> CslItem {
    let record = citation.record;
    let publisher = record.publisher.as_deref().map(line);
    let is_news = record.genre == Genre::News;
    CslItem {
        id: record.key.clone(),
        kind: match record.genre {
            Genre::News => "article-newspaper",
            Genre::WebPage => "webpage",
            Genre::Document => "document",
        },
        title: line(&record.title),
        author: record.authors.iter().map(|name| CslName { literal: line(name) }).collect(),
        container_title: publisher.clone().filter(|_| is_news),
        publisher: publisher.filter(|_| !is_news),
        issued: record.date.edtf.map(|edtf| date(edtf, record.is_date_told())),
        accessed: record.accessed.map(|edtf| date(edtf, true)),
        url: citation.url().map(str::to_owned),
        language: record.language.as_deref().map(line),
        archive: citation.archive.clone(),
        archive_location: citation.location.clone(),
        version: record.version().to_owned(),
        note: citation.notes().join(" "),
    }
}

fn date(edtf: Edtf, is_told: bool) -> CslDate {
    let whole = |day: NaiveDate| vec![day.year(), day.month() as i32, day.day() as i32];
    let part = |date: EdtfDate| match date.value {
        DateValue::Day(day) => Some(whole(day)),
        DateValue::Month(year, month) => Some(vec![year, month as i32]),
        DateValue::Year(year) => Some(vec![year]),
        DateValue::Century(_) | DateValue::Decade(_) | DateValue::Season(..) => None,
    };
    let is_sure = |date: EdtfDate| date.qualifier == Qualifier::None;
    let (parts, is_sure) = match edtf {
        Edtf::Date(date) => (part(date).map(|date| vec![date]), is_sure(date)),
        Edtf::Interval(Some(from), Some(to)) => {
            (part(from).zip(part(to)).map(|(from, to)| vec![from, to]), is_sure(from) && is_sure(to))
        }
        Edtf::Interval(..) | Edtf::OneOf(..) => (None, false),
    };
    match parts {
        // A year of 0 or less has no place in date-parts that every processor reads alike.
        Some(parts) if parts.iter().all(|part| part[0] > 0) => {
            CslDate { date_parts: Some(parts), circa: (!is_sure || !is_told).then_some(true), literal: None }
        }
        _ => CslDate { literal: Some(Phrasebook::english().date(edtf)), ..CslDate::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_fine_as_it_is_known() {
        for (edtf, is_told, expected) in [
            ("2023-08-19", true, r#"{"date-parts":[[2023,8,19]]}"#),
            ("2023-08", false, r#"{"date-parts":[[2023,8]],"circa":true}"#),
            ("2023?", true, r#"{"date-parts":[[2023]],"circa":true}"#),
            ("1910/1945", true, r#"{"date-parts":[[1910],[1945]]}"#),
            ("2021-22", true, r#"{"literal":"summer 2021"}"#),
            ("[2023-05-22..2023-08-17]", false, r#"{"literal":"between 22 May and 17 August 2023"}"#),
            ("-0479", true, r#"{"literal":"480 BC"}"#),
        ] {
            assert_eq!(serde_json::to_string(&date(edtf.parse().unwrap(), is_told)).unwrap(), expected, "{edtf}");
        }
    }
}
