//! [`Constraint`]: a bound on the day of writing with its reason; [`Bounds`]: what several leave.

use chrono::NaiveDate;

use crate::model::{DateReason, Ground, Phrase};
use crate::text::Span;

/// A bound on the day of writing, with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constraint {
    /// The first day it allows.
    pub earliest: Option<NaiveDate>,
    /// The last day it allows.
    pub latest: Option<NaiveDate>,
    /// Logic or a habit of news writing.
    pub ground: Ground,
    /// A sentence for readers.
    pub words: Phrase,
    /// Where the text says so.
    pub evidence: Option<Span>,
}

impl Constraint {
    /// Its reason.
    pub fn reason(&self) -> DateReason {
        DateReason { words: self.words.clone(), evidence: self.evidence, ground: self.ground }
    }

    /// The reason why it does not count.
    fn contradiction(&self) -> DateReason {
        DateReason {
            words: self.words.clone().then(Phrase::new("why-contradicts")),
            ground: Ground::Contradiction,
            ..self.reason()
        }
    }
}

/// The days that are left, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The first one; `None` where nothing bounds it.
    pub earliest: Option<NaiveDate>,
    /// The last one.
    pub latest: Option<NaiveDate>,
    /// What narrowed them, and what contradicts.
    pub reasons: Vec<DateReason>,
    /// True where logic contradicts itself: then no day is left.
    pub is_contradicted: bool,
}

impl Bounds {
    /// The bounds that logic leaves: of several reasons the strongest one on each side.
    pub fn of_logic(constraints: &[Constraint]) -> Self {
        let logic = || constraints.iter().filter(|constraint| constraint.ground == Ground::Logic);
        // Of equal ones the first of the text.
        let lower = logic().filter(|one| one.earliest.is_some()).rev().max_by_key(|one| one.earliest);
        let upper = logic().filter(|one| one.latest.is_some()).min_by_key(|one| one.latest);
        let mut bounds = Self::default();
        for constraint in lower.into_iter().chain(upper.filter(|upper| Some(*upper) != lower)) {
            bounds.narrow(constraint);
        }
        bounds
    }

    /// Narrows the days by a constraint. One of logic that leaves no day is a contradiction and ends
    /// all; a habit that leaves none is set aside, and said so.
    pub fn narrow(&mut self, constraint: &Constraint) {
        if self.is_contradicted {
            return;
        }
        let earliest = self.earliest.max(constraint.earliest);
        let latest = [self.latest, constraint.latest].into_iter().flatten().min();
        if (earliest, latest) == (self.earliest, self.latest) {
            return;
        }
        if earliest.zip(latest).is_some_and(|(earliest, latest)| earliest > latest) {
            self.is_contradicted = constraint.ground == Ground::Logic;
            self.reasons.push(constraint.contradiction());
            return;
        }
        (self.earliest, self.latest) = (earliest, latest);
        self.reasons.push(constraint.reason());
    }

    /// True where a habit had a part in them.
    pub fn rest_on_habit(&self) -> bool {
        self.reasons.iter().any(|reason| reason.ground == Ground::Habit)
    }
}

/// From when to when, for readers.
pub fn span_words(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Phrase {
    match (from, to) {
        (Some(from), Some(to)) => Phrase::new("span-from-to").with("from", from).with("to", to),
        (Some(from), None) => Phrase::new("span-from").with("from", from),
        (None, Some(to)) => Phrase::new("span-to").with("to", to),
        (None, None) => Phrase::new("span-unknown"),
    }
}
