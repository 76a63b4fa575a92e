//! From which day to which a value may lie: bounds, containment, and values made from bounds.

use chrono::{Datelike, Months, NaiveDate};

use super::{DateValue, Edtf, EdtfDate, Qualifier, YEARS, first_of, last_of};

/// A hull within a year is told to the day up to so many months, as a quarter is; beyond, the year.
const DAYS_ARE_TOLD_UP_TO: Months = Months::new(3);

impl Edtf {
    /// One day, not known which, from `first` to `last`, both included, in the coarsest form that is
    /// exact: equal days are that day, a whole calendar month is that month, a whole year that year
    /// (both uncertain, as no more is known than that the day lies in them), the rest is
    /// [`Edtf::OneOf`]. Swapped bounds are put in order; bounds beyond the years -9999 to 9999 are
    /// drawn in to them.
    ///
    /// ```
    /// use annalist::model::Edtf;
    /// let day = |words: &str| words.parse::<Edtf>().unwrap().as_day().unwrap();
    /// let some_day = |first, last| Edtf::one_of(day(first), day(last)).to_string();
    /// assert_eq!(some_day("2023-05-22", "2023-08-17"), "[2023-05-22..2023-08-17]");
    /// assert_eq!(some_day("2023-11-01", "2023-11-30"), "2023-11?");
    /// assert_eq!(some_day("2023-11-05", "2023-11-05"), "2023-11-05");
    /// ```
    pub fn one_of(first: NaiveDate, last: NaiveDate) -> Self {
        let (first, last) = (writable(first.min(last)), writable(first.max(last)));
        let uncertain = |value| Self::date(value).qualified(Qualifier::Uncertain);
        let month = DateValue::Month(first.year(), first.month());
        let year = DateValue::Year(first.year());
        match (first, last) {
            (first, last) if first == last => Self::day(first),
            bounds if bounds == (month.earliest(), month.latest()) => uncertain(month),
            bounds if bounds == (year.earliest(), year.latest()) => uncertain(year),
            _ => Self::OneOf(Some(first), Some(last)),
        }
    }

    /// One day, not known which, not before `first`: `[2023-05-22..]`.
    pub fn on_or_after(first: NaiveDate) -> Self {
        Self::OneOf(Some(writable(first)), None)
    }

    /// One day, not known which, not after `last`: `[..2023-08-17]`.
    pub fn on_or_before(last: NaiveDate) -> Self {
        Self::OneOf(None, Some(writable(last)))
    }

    /// The narrowest value that holds every day of both, for an expression that was counted from both
    /// ends of an uncertain date. It says where the time lies, not how long it lasts. In this order:
    ///
    /// 1. Values equal but for their doubt: that value.
    /// 2. A date or one of several days that holds the other: the wider one.
    /// 3. Both in one calendar month: the month.
    /// 4. Both in one calendar year, and their bounds more than three months apart: the year.
    /// 5. The rest: [`Edtf::OneOf`] from the first to the last day, open where either is open.
    ///
    /// Up to 4 the doubt of both is kept; 5 has no place for it. `None` where nothing bounds it: one is
    /// open at its start and the other at its end.
    ///
    /// ```
    /// use annalist::model::Edtf;
    /// let hull = |one: &str, other: &str| Edtf::hull(one.parse().unwrap(), other.parse().unwrap()).unwrap().to_string();
    /// assert_eq!(hull("2023-05-03", "2023-05-17"), "2023-05");
    /// assert_eq!(hull("2023-02", "2023-11-03"), "2023");
    /// assert_eq!(hull("2023-12-29", "2024-01-02"), "[2023-12-29..2024-01-02]");
    /// ```
    pub fn hull(one: Self, other: Self) -> Option<Self> {
        let doubt = one.doubt().and(other.doubt());
        if one.qualified(doubt) == other.qualified(doubt) {
            return Some(if one == other { one } else { one.qualified(doubt) });
        }
        for (wide, narrow) in [(one, other), (other, one)] {
            if !wide.is_interval() && wide.contains(narrow) {
                return Some(wide.qualified(doubt));
            }
        }
        let first = one.earliest().zip(other.earliest()).map(|(one, other)| one.min(other));
        let last = one.latest().zip(other.latest()).map(|(one, other)| one.max(other));
        match (first, last) {
            (None, None) => None,
            (Some(first), Some(last)) => Some(held(first, last, doubt)),
            (Some(first), None) => Some(Self::on_or_after(first)),
            (None, Some(last)) => Some(Self::on_or_before(last)),
        }
    }

    /// True where every day that `other` may mean is one that `self` may mean. Qualifiers do not
    /// count; only what is open holds what is open.
    pub fn contains(self, other: Self) -> bool {
        let from = self.earliest().is_none_or(|first| other.earliest().is_some_and(|day| first <= day));
        from && self.latest().is_none_or(|last| other.latest().is_some_and(|day| day <= last))
    }

    /// True where some day may be meant by both.
    pub fn overlaps(self, other: Self) -> bool {
        let is_before =
            |one: Self, other: Self| one.latest().zip(other.earliest()).is_some_and(|(one, other)| one < other);
        !is_before(self, other) && !is_before(other, self)
    }

    /// The first day it may mean; `None` where it is open.
    pub fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(date.value.earliest()),
            Self::Interval(from, _) => from.map(|date| date.value.earliest()),
            Self::OneOf(first, _) => first,
        }
    }

    /// The last day it may mean; `None` where it is open.
    pub fn latest(self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(date.value.latest()),
            Self::Interval(_, to) => to.map(|date| date.value.latest()),
            Self::OneOf(_, last) => last,
        }
    }

    /// The day, where it is known to the day.
    pub fn as_day(self) -> Option<NaiveDate> {
        match self {
            Self::Date(EdtfDate { value: DateValue::Day(day), .. }) => Some(day),
            Self::OneOf(first, last) if first == last => first,
            _ => None,
        }
    }

    /// Every doubt there is about the value or an end of it.
    fn doubt(self) -> Qualifier {
        match self {
            Self::Date(date) => date.qualifier,
            Self::Interval(from, to) => {
                [from, to].into_iter().flatten().fold(Qualifier::None, |doubt, date| doubt.and(date.qualifier))
            }
            Self::OneOf(..) => Qualifier::None,
        }
    }
}

impl Qualifier {
    /// Both doubts.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::None, doubt) | (doubt, Self::None) => doubt,
            _ => Self::Both,
        }
    }
}

/// The month or year of a hull, or its days.
fn held(first: NaiveDate, last: NaiveDate, doubt: Qualifier) -> Edtf {
    let is_one_year = first.year() == last.year();
    let is_long = first.checked_add_months(DAYS_ARE_TOLD_UP_TO).is_none_or(|end| last >= end);
    let value = match (first, last) {
        _ if is_one_year && first.month() == last.month() => DateValue::Month(first.year(), first.month()),
        _ if is_one_year && is_long => DateValue::Year(first.year()),
        _ => return Edtf::OneOf(Some(writable(first)), Some(writable(last))),
    };
    Edtf::date(value).qualified(doubt)
}

/// The day, drawn in to the years that EDTF can write.
fn writable(day: NaiveDate) -> NaiveDate {
    day.clamp(first_of(*YEARS.start(), 1), last_of(*YEARS.end(), 12))
}
