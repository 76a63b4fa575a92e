//! From which day to which a value may lie.

use chrono::NaiveDate;

use super::{DateValue, Edtf, EdtfDate};

impl Edtf {
    /// The first day it may mean; `None` where it is open.
    pub fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(date.value.earliest()),
            Self::Interval(from, _) => from.map(|date| date.value.earliest()),
        }
    }

    /// The last day it may mean; `None` where it is open.
    pub fn latest(self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(date.value.latest()),
            Self::Interval(_, to) => to.map(|date| date.value.latest()),
        }
    }

    /// The day, where it is known to the day.
    pub fn as_day(self) -> Option<NaiveDate> {
        match self {
            Self::Date(EdtfDate { value: DateValue::Day(day), .. }) => Some(day),
            _ => None,
        }
    }
}
