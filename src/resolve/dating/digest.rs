//! The order of the stories in their file: where those with a date stand in order, one without lies
//! between its neighbours.

use chrono::NaiveDate;

use super::constraint::{Constraint, span_words};
use crate::model::{DocumentDate, Edtf, Ground, Phrase};

/// So many dated stories show an order.
const FEWEST: usize = 3;

/// What the order says of each story that has no date of its own.
pub fn order(said: &[Option<DocumentDate>]) -> Vec<Vec<Constraint>> {
    let days: Vec<Option<NaiveDate>> =
        said.iter().map(|date| date.as_ref().and_then(|date| date.edtf).and_then(Edtf::as_day)).collect();
    let known: Vec<NaiveDate> = days.iter().copied().flatten().collect();
    let rises = known.windows(2).all(|pair| pair[0] <= pair[1]);
    let falls = known.windows(2).all(|pair| pair[0] >= pair[1]);
    let is_ordered = known.len() >= FEWEST && rises != falls;
    let between = |at: usize| {
        let before = days[..at].iter().rev().copied().flatten().next();
        let behind = days[at + 1..].iter().copied().flatten().next();
        let (earliest, latest) = if rises { (before, behind) } else { (behind, before) };
        let words = Phrase::new("why-digest-order").with("span", span_words(earliest, latest));
        Constraint { earliest, latest, ground: Ground::Habit, words, evidence: None }
    };
    let needs = |at: usize| is_ordered && said[at].is_none();
    (0..said.len()).map(|at| if needs(at) { vec![between(at)] } else { Vec::new() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::annotations::DateBasis;

    fn said(days: &[&str]) -> Vec<Option<DocumentDate>> {
        let date =
            |day: &&str| DocumentDate { edtf: day.parse().ok(), basis: DateBasis::Stated, ..DocumentDate::unknown() };
        days.iter().map(|day| (!day.is_empty()).then(|| date(day))).collect()
    }

    fn bounds(days: &[&str], at: usize) -> Option<(Option<String>, Option<String>)> {
        let text = |day: NaiveDate| day.to_string();
        order(&said(days))[at].first().map(|one| (one.earliest.map(text), one.latest.map(text)))
    }

    #[test]
    fn three_dated_stories_show_an_order() {
        let falling = ["2024-03-09", "", "2024-03-04", "2024-03-01"];
        assert_eq!(bounds(&falling, 1), Some((Some("2024-03-04".into()), Some("2024-03-09".into()))));
        assert_eq!(bounds(&["2024-03-01", "", "2024-03-04"], 1), None, "two show none");
        assert_eq!(bounds(&["2024-03-01", "2024-03-09", "", "2024-03-04"], 2), None, "no order");
        assert_eq!(bounds(&["", "2024-03-01", "2024-03-02", "2024-03-04"], 0), Some((None, Some("2024-03-01".into()))));
    }
}
