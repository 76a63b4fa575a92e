//! [`Opening`]: in which order the events of a year are read, and under which headings.

use chrono::Datelike;

use super::plan::{may_lie_in_several_years, month_of};
use crate::model::{DateValue, Edtf};

/// What the events of a year are grouped by, in reading order: a month, then what begins in it and may lie later, and
/// behind all months what has the year alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Opening {
    /// 1 to 12; 13 where no month is told.
    pub month: u32,
    /// True for what may lie behind the month, too.
    pub is_range: bool,
}

impl Opening {
    /// What has no month.
    pub(super) const WITHOUT: Self = Self { month: 13, is_range: false };

    /// Where a date stands in its year.
    pub(super) fn of(edtf: Edtf) -> Self {
        let is_season = matches!(edtf, Edtf::Date(date) if matches!(date.value, DateValue::Season(..)));
        let begins = edtf.earliest().filter(|_| is_season || matches!(edtf, Edtf::OneOf(..)));
        let begins = begins.filter(|_| !may_lie_in_several_years(edtf));
        match (month_of(edtf), begins) {
            (Some(month), _) => Self { month, is_range: false },
            (None, Some(day)) => Self { month: day.month(), is_range: true },
            (None, None) => Self::WITHOUT,
        }
    }

    /// The anchor of the group in the part of a year.
    pub(super) fn anchor(self, year: &str) -> String {
        match self {
            Self { month: 13.., .. } => format!("y{year}-00"),
            Self { month, is_range: false } => format!("y{year}-{month:02}"),
            Self { month, is_range: true } => format!("y{year}-{month:02}-on"),
        }
    }
}
