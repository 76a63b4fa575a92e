//! [`Class`]: the word classes of temporal expressions. Their words are data (`lang/`).

use crate::model::{Holiday, Season, Unit, Weekday};

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident $word:literal $slot:ident,)*) => {
        /// What a word can be in a temporal expression.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class { $($(#[$doc])* $name,)* }

        impl Class {
            /// The class of a name in word and rule files.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }

            /// Where its value goes.
            pub fn slot(self) -> Slot {
                match self { $(Self::$name => Slot::$slot,)* }
            }
        }
    };
}

/// The places of a rule that words fill. Each can be filled twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Nothing is kept.
    None,
    /// A month, 1 to 12.
    Month,
    /// A day of a month.
    Day,
    /// A year of four digits.
    Year,
    /// A year of two digits.
    ShortYear,
    /// A weekday, 1 to 7.
    Weekday,
    /// A season, 0 to 3.
    Season,
    /// A unit.
    Unit,
    /// A number in thousandths; -1 is some.
    Number,
    /// An ordinal.
    Ordinal,
    /// -1, 0, 1.
    Step,
    /// A modifier.
    Modifier,
    /// A part of the day.
    DayPart,
    /// A named day.
    Holiday,
    /// An hour.
    Hour,
    /// A minute.
    Minute,
    /// 0 is a.m., 12 is p.m.
    HalfDay,
    /// Minutes east of UTC.
    Zone,
    /// -1 before the era, 1 in it.
    Era,
    /// The first year of a decade.
    Decade,
    /// What stands between two dates; its place is kept.
    Joint,
    /// Year, month and day as eight digits.
    Famous,
}

/// How many slots there are.
pub const SLOTS: usize = Slot::Famous as usize + 1;

classes! {
    /// A word of a rule file.
    Literal "literal" None,
    /// A capitalised word, whatever it is; in conditions only.
    Capital "capital" None,
    /// The start of the sentence; in conditions only.
    Start "start" None,
    /// The end of the sentence; in conditions only.
    Finish "finish" None,
    /// A word with a possessive ending; in conditions only.
    Possessor "possessor" None,
    /// A noun in the plural that a number in front of it counts; in conditions only.
    Counted "counted" None,
    /// A month whose name is nothing else.
    Month "month" Month,
    /// A month whose name is a common word or name too.
    MonthWeak "month-weak" Month,
    /// A shortened month; counts with a point or beside a number.
    MonthShort "month-short" Month,
    /// A day of a month in digits.
    Day "day" Day,
    /// A month in digits.
    MonthNumber "month-number" Month,
    /// A year of four digits.
    Year "year" Year,
    /// A round year in words (`two thousand`), which is a plain number without `the year`.
    YearWords "year-words" Year,
    /// Two digits.
    ShortYear "year2" ShortYear,
    /// A day of the week.
    Weekday "weekday" Weekday,
    /// A shortened day of the week.
    WeekdayShort "weekday-short" Weekday,
    /// Several of a weekday (`Mondays`).
    Weekdays "weekdays" Weekday,
    /// A season.
    Season "season" Season,
    /// A season whose name is a common word too.
    SeasonWeak "season-weak" Season,
    /// A unit in the singular.
    Unit "unit" Unit,
    /// A unit in the plural.
    Units "units" Unit,
    /// A unit shorter than a day, in the singular.
    UnitShort "unit-short" Unit,
    /// A unit shorter than a day, in the plural.
    UnitsShort "units-short" Unit,
    /// `every other`: two.
    Other "other" Number,
    /// Previous, following: counted from the date the text speaks of.
    There "there" Step,
    /// A stroke between two years.
    Slash "slash" Joint,
    /// Q, H in front of the number of a quarter or half.
    Sign "sign" Unit,
    /// 1 to 4 in digits.
    Nth "nth" Ordinal,
    /// A day known by its date alone.
    Famous "famous" Famous,
    /// A period whose length is open.
    Period "period" Unit,
    /// `and a half`, behind a unit.
    More "more" Number,
    /// `since`: what follows lies before.
    Since "since" None,
    /// `to` in front of a date: where something was moved.
    Goal "goal" None,
    /// `was`, `had been`: auxiliaries that put an intention into the past.
    WasBe "was-be" None,
    /// `until`, `by`: what follows lies ahead.
    Till "till" None,
    /// Quarter, half.
    Fraction "fraction" Unit,
    /// Quarters.
    Fractions "fractions" Unit,
    /// Weekend.
    Weekend "weekend" Unit,
    /// `current`: this.
    Zero "zero" Step,
    /// A number in digits or words.
    Number "number" Number,
    /// An indefinite article: one.
    Article "article" Number,
    /// A number that is not said (`several`).
    Some "some" Number,
    /// First, second, 20th.
    Ordinal "ordinal" Ordinal,
    /// Last, this, next.
    Step "step" Step,
    /// Early, mid, late.
    Part "part" Modifier,
    /// Beginning, middle, end: with `of` behind them.
    Edge "edge" Modifier,
    /// About, more than: in front of an amount.
    Bound "bound" Modifier,
    /// Morning, evening.
    DayPart "daypart" DayPart,
    /// Mornings, evenings.
    DayParts "dayparts" DayPart,
    /// Noon, midnight.
    ClockWord "clockword" Hour,
    /// Christmas.
    Holiday "holiday" Holiday,
    /// Christmas without `Day`: some days of its month.
    HolidayMonth "holiday-month" Month,
    /// Yesterday, today, tomorrow.
    NamedDay "named-day" Step,
    /// Tonight.
    NamedNight "named-night" Step,
    /// An hour in digits.
    Hour "hour" Hour,
    /// A minute of two digits.
    Minute "minute" Minute,
    /// A.m., p.m.
    HalfDay "half-day" HalfDay,
    /// A time zone.
    Zone "zone" Zone,
    /// BC, AD.
    Era "era" Era,
    /// The nineties, 1990s.
    Decade "decade" Decade,
    /// Daily, weekly.
    Frequency "frequency" Unit,
    /// Now.
    Present "present" None,
    /// Recently.
    Past "past" None,
    /// Soon.
    Future "future" None,
    /// A word that may stand before a bare year or month.
    Lead "lead" None,
    /// A word that only a year stands behind as a bare number (`in 1066`).
    YearLead "year-lead" None,
    /// A small word behind a date: the date then belongs to no noun.
    Follows "follows" None,
    /// `of` in front of a date: the date then belongs to the noun before.
    Genitive "genitive" None,
    /// A word that compares what happened at a date with another time.
    Compares "compares" None,
    /// A noun that takes its year in front of it.
    EventNoun "event-noun" None,
    /// A verb or particle that looks ahead.
    LooksAhead "ahead" None,
    /// An auxiliary or irregular verb of the past.
    LooksBack "back" None,
    /// `be`, `is`, `are`: a participle behind them says no time.
    Be "be" None,
    /// `to` of an infinitive.
    Infinitive "infinitive" None,
    /// `must`: what follows it has not happened.
    Modal "modal" None,
    /// `has`, `have`: what follows them has no day.
    Perfect "perfect" None,
    /// `said`: what somebody says is not of the time of saying.
    Speech "speech" None,
    /// `by` behind a participle.
    Agent "agent" None,
    /// `if`, `unless`.
    Condition "condition" None,
    /// A word that opens a clause.
    Clause "clause" None,
    /// A word that opens a clause unless a denial stands in front of it (`that`).
    ClauseSoft "clause-soft" None,
    /// A word that makes its sentence somebody's claim.
    Claim "claim" None,
    /// A word that denies what follows it.
    Denial "denial" None,
    /// Words that hold a word of denial and deny nothing of the date (`not guilty`).
    NoDenial "no-denial" None,
    /// Words that a denial does not reach across.
    DenialEnd "denial-end" None,
    /// A participle behind a date that takes it back.
    Undone "undone" None,
    /// A word that binds a date to an event the verb does not tell of (`before`, `until`).
    Bind "bind" None,
    /// `by` in front of a date: what is to be done is still to come.
    Deadline "deadline" None,
    /// `hoped`: what it is `to` do lies ahead of it.
    Intent "intent" None,
    /// `promised`: what it is done `by` lies ahead of it.
    Promise "promise" None,
    /// `about`: the noun behind it is not what the sentence tells.
    Refers "refers" None,
    /// `since`, `after`: a phrase behind them tells when something else was.
    Background "background" None,
    /// Those of them behind which time is past.
    Backward "backward" None,
    /// A preposition behind a participle.
    Preposition "preposition" None,
    /// An article or possessive.
    Determiner "determiner" None,
    /// A dash, `to`, `until`: between the ends of a stretch.
    Joint "joint" Joint,
    /// `and`, `or`: between two dates.
    Pair "pair" Joint,
    /// A number word below a hundred, for numbers of several words.
    Count "count" Number,
    /// A hundred, a thousand.
    Scale "scale" Number,
}

impl Class {
    /// The class and value of a line of a word file.
    pub fn read(name: &str, value: &str) -> Option<(Self, i64)> {
        let class = Self::named(name)?;
        let number = || value.parse::<i64>().ok();
        let value = match class.slot() {
            Slot::None | Slot::Joint => 0,
            Slot::Season => ["spring", "summer", "autumn", "winter"].iter().position(|word| *word == value)? as i64,
            Slot::Unit => UNITS.iter().position(|(word, _)| *word == value)? as i64,
            Slot::Modifier => MODIFIERS.iter().position(|word| *word == value)? as i64,
            Slot::DayPart => DAY_PARTS.iter().position(|word| *word == value)? as i64,
            Slot::Holiday => holiday_code(value)?,
            Slot::Number if value == "some" => -1,
            Slot::Number => (value.parse::<f64>().ok()? * 1000.0) as i64,
            _ => number()?,
        };
        Some((class, value))
    }
}

/// The units of word files.
pub const UNITS: [(&str, Unit); 14] = [
    ("second", Unit::Second),
    ("minute", Unit::Minute),
    ("hour", Unit::Hour),
    ("day", Unit::Day),
    ("weekend", Unit::Weekend),
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("quarter", Unit::Quarter),
    ("half", Unit::Half),
    ("year", Unit::Year),
    ("decade", Unit::Decade),
    ("century", Unit::Century),
    ("period", Unit::Period),
    ("fortnight", Unit::Week),
];

/// The unit of word files that counts double.
pub const FORTNIGHT: i32 = 13;

/// The modifiers of word files, in the order of [`crate::model::Modifier`].
pub const MODIFIERS: [&str; 8] = ["start", "mid", "end", "about", "less", "at-most", "more", "at-least"];

/// The parts of the day of word files, in the order of [`crate::model::DayPart`].
pub const DAY_PARTS: [&str; 6] = ["morning", "midday", "afternoon", "evening", "night", "daytime"];

/// The seasons in the order of their codes.
pub const SEASONS: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

/// `12-25`, `11/4/4` (the fourth Thursday of November, -1 the last), `easter-2`: packed in a number.
fn holiday_code(value: &str) -> Option<i64> {
    if let Some(days) = value.strip_prefix("easter") {
        return Some(2_000_000 + days.parse::<i64>().ok()?);
    }
    if let Some((month, day)) = value.split_once('-').filter(|_| !value.contains('/')) {
        return Some(month.parse::<i64>().ok()? * 100 + day.parse::<i64>().ok()?);
    }
    let mut parts = value.split('/').map(str::parse::<i64>);
    let (month, weekday, number) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    Some(1_000_000 + month * 1000 + weekday * 100 + number.rem_euclid(10))
}

/// The named day of a packed number.
pub fn holiday(code: i64) -> Option<Holiday> {
    if code >= 1_900_000 {
        return Some(Holiday::Easter { days: i32::try_from(code - 2_000_000).ok()? });
    }
    if code >= 1_000_000 {
        let rest = (code - 1_000_000) as u32;
        let number = (rest % 10) as i32;
        let day = *Weekday::ALL.get((rest / 100 % 10) as usize - 1)?;
        return Some(Holiday::Nth { month: rest / 1000, day, number: if number == 9 { -1 } else { number } });
    }
    Some(Holiday::Fixed { month: (code / 100) as u32, day: (code % 100) as u32 })
}

/// The words that rule files name, with their numbers.
#[derive(Debug, Default)]
pub struct Literals {
    words: Vec<String>,
}

impl Literals {
    /// The number of a word, new or known.
    pub fn number(&mut self, word: &str) -> i64 {
        let known = self.words.iter().position(|known| known == word);
        let at = known.unwrap_or_else(|| {
            self.words.push(word.to_owned());
            self.words.len() - 1
        });
        at as i64
    }

    /// Every word with its number.
    pub fn iter(&self) -> impl Iterator<Item = (&str, i64)> {
        self.words.iter().enumerate().map(|(number, word)| (word.as_str(), number as i64))
    }
}
