//! The date of a story that neither its metadata nor its text state: what its clues leave.

use super::constraint::{Bounds, Constraint};
use super::story::StoryClues;
use super::{absolute, anniversaries, offices, open, weekdays};
use crate::model::annotations::DateBasis;
use crate::model::{DateReason, DocumentDate, Edtf, Ground, Phrase, Qualifier, Weekday};

/// The date that the clues of a story leave; unknown where they leave all, or contradict each other.
pub fn infer(story: &StoryClues<'_>) -> DocumentDate {
    let mut constraints = absolute::constraints(story);
    let offices = offices::constraints(story);
    constraints.extend(offices.iter().filter(|one| one.ground == Ground::Logic).cloned());
    let mut bounds = Bounds::of_logic(&constraints);
    // Whoever left office before is named by it all the same, as `President Adams` is in histories.
    let is_current = |one: &&Constraint| one.ground == Ground::Habit && one.latest > bounds.earliest;
    let mut habits: Vec<Constraint> = offices.iter().filter(is_current).cloned().collect();
    habits.extend(constraints.into_iter().filter(|constraint| constraint.ground == Ground::Habit));
    habits.extend(anniversaries::constraints(story));
    habits.extend(story.others.iter().cloned());
    habits.sort_by_key(|one| (std::cmp::Reverse(one.earliest), one.latest.is_none(), one.latest));
    habits.iter().for_each(|habit| bounds.narrow(habit));
    open::narrow(&mut bounds, story);
    let weekday = weekdays::of_writing(story);
    date(bounds, weekday)
}

fn date(bounds: Bounds, weekday: Option<(Weekday, DateReason)>) -> DocumentDate {
    let edtf = if bounds.is_contradicted { None } else { edtf(&bounds) };
    let mut reasons = bounds.reasons;
    let (weekday, reason) = weekday.filter(|_| !bounds.is_contradicted).unzip();
    reasons.extend(reason);
    let basis = if edtf.is_some() || weekday.is_some() { DateBasis::Inferred } else { DateBasis::Unknown };
    let unknown = (basis == DateBasis::Unknown).then(|| DocumentDate::unknown().why);
    let why = unknown.into_iter().chain(reasons.iter().map(|reason| reason.words.clone())).reduce(Phrase::then);
    DocumentDate {
        edtf,
        weekday,
        basis,
        why: why.unwrap_or_else(|| DocumentDate::unknown().why),
        evidence: reasons.iter().filter_map(|reason| reason.evidence).collect(),
        reasons,
    }
}

/// A month or year where the days are all of it, else the stretch they lie in. One day is left only
/// where logic leaves one, and is doubtful all the same.
fn edtf(bounds: &Bounds) -> Option<Edtf> {
    let edtf = match (bounds.earliest, bounds.latest) {
        (None, None) => return None,
        (Some(first), Some(last)) => Edtf::one_of(first, last),
        (Some(first), None) => Edtf::on_or_after(first),
        (None, Some(last)) => Edtf::on_or_before(last),
    };
    let is_day = edtf.as_day().is_some();
    Some(if is_day || bounds.rest_on_habit() { edtf.qualified(Qualifier::Uncertain) } else { edtf })
}
