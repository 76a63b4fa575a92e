//! Temporal expressions as tables: text → words and meaning, and what must not match.

use super::*;
use crate::model::{Anchor, Clock, DateRole, EventStatus, Modifier, Part, TemporalType};

fn found(text: &str) -> Vec<(String, String)> {
    find_temporal(&Reading::of_text(text), Some("en"))
        .into_iter()
        .map(|mention| (mention.span.of(text).to_owned(), words_of(&mention)))
        .collect()
}

fn words_of(mention: &TemporalMention) -> String {
    let clock = mention.clock.map_or(String::new(), |clock| match clock {
        Clock::Part(part) => format!(" {part:?}"),
        Clock::Time { hour, minute, .. } => format!(" {hour}:{:02}", minute.unwrap_or(0)),
    });
    let bounds = mention.modifier.map_or(String::new(), |bounds| format!(" {bounds:?}"));
    let stretch = if mention.opens_stretch { " to" } else { "" };
    format!("{}{clock}{bounds}{stretch}", meaning_words(&mention.meaning))
}

fn meaning_words(meaning: &Meaning) -> String {
    match *meaning {
        Meaning::Absolute(point) => point.timex(),
        Meaning::Part { part, frame } => {
            let frame = match frame {
                Frame::Nearest(direction) => format!("{direction:?}"),
                Frame::Thing { back } => format!("of the thing {back} back"),
                Frame::Step { count, .. } => format!("{count:+}"),
                Frame::Years { count, from } => format!("year {count:+} {}", anchor_words(from)),
            };
            format!("{} {frame}", part_words(part))
        }
        Meaning::Offset { unit, count, from, .. } => {
            let count = count.map_or("X".to_owned(), |count| format!("{count:+}"));
            format!("{count} {unit:?} {}", anchor_words(from))
        }
        Meaning::Duration { unit, amount } => format!("for {} {unit:?}", amount_words(amount)),
        Meaning::Set { unit, amount } => format!("every {} {unit:?}", amount_words(amount)),
        Meaning::Repeated(part) => format!("every {}", part_words(part)),
        Meaning::Vague(direction) => format!("vague {direction:?}"),
    }
}

fn anchor_words(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Document => "from here",
        Anchor::Reference => "from there",
        Anchor::Story => "from then",
    }
}

fn amount_words(amount: Option<crate::model::Amount>) -> String {
    amount.map_or("X".to_owned(), |amount| (amount.0 as f64 / 1000.0).to_string())
}

fn part_words(part: Part) -> String {
    match part {
        Part::Month { month, day: Some(day) } => format!("{month}-{day}"),
        Part::Month { month, day: None } => format!("month {month}"),
        Part::DayOfMonth(day) => format!("day {day}"),
        Part::Season(season) => season.timex().to_owned(),
        Part::Quarter(quarter) => format!("Q{quarter}"),
        Part::Half(half) => format!("H{half}"),
        Part::Weekday(day) => day.as_str().to_owned(),
        Part::Weekend => "weekend".to_owned(),
        Part::Holiday(rule) => format!("{rule:?}"),
        Part::YearOfCentury(year) => format!("'{year:02}"),
    }
}

/// Checks `text | words = meaning | words = meaning …`.
fn check(table: &[&str]) {
    for line in table {
        let mut parts = line.split(" | ");
        let text = parts.next().expect("a text");
        let expected: Vec<(String, String)> = parts
            .map(|part| part.split_once(" = ").expect("words = meaning"))
            .map(|(a, b)| (a.into(), b.into()))
            .collect();
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn calendar_dates_are_read() {
    check(&[
        "It was signed on August 18, 2023. | August 18, 2023 = 2023-08-18",
        "It was signed on 18 August 2023 in Oslo. | 18 August 2023 = 2023-08-18",
        "The battle of 14 October 1066 ended it. | 14 October 1066 = 1066-10-14",
        "After the 2008 crisis they met. | 2008 = 2008",
        "It fell in 2022 amid protest. | 2022 = 2022",
        "16 March 2023: the visit. | 16 March 2023 = 2023-03-16",
        "Signed 2024-08-18. | 2024-08-18 = 2024-08-18",
        "It was first signed in November 2016. | November 2016 = 2016-11",
        "They prepared it in the summer of 2021. | the summer of 2021 = 2021-SU",
        "That was early 2023. | early 2023 = 2023 Start",
        "They met in mid-November 2023. | mid-November 2023 = 2023-11 Mid",
        "It began in the 1990s. | the 1990s = 199",
        "They met on Sept. 3rd, 2021. | Sept. 3rd, 2021 = 2021-09-03",
        "It was built in the 19th century. | the 19th century = 18",
        "It fell in 146 BC. | 146 BC = BC0146",
        "They met on 7/8/07 there. | 7/8/07 = 2007",
        "They met on 25/8/2007 there. | 25/8/2007 = 2007-08-25",
        "The third quarter of 1989 was good. | The third quarter of 1989 = 1989-Q3",
        "It closed at the end of 1990. | the end of 1990 = 1990 End",
        "He died on 29 February 2023. | 29 February 2023 = 2023-02",
        "On 15 April in 1912 it sank. | 15 April in 1912 = 1912-04-15",
        "In the first half of the 19th century it grew. | the first half of the 19th century = 18",
        "It was quiet at Christmas. | Christmas = month 12 Past",
        "Christmas 1963 was quiet. | Christmas 1963 = 1963-12-25",
    ]);
}

#[test]
fn the_ends_of_a_stretch_are_two_expressions() {
    check(&[
        "The colonial era (1910-45) ended. | 1910 = 1910 to | 45 = 1945",
        "27 to 29 June 2024: the drill. | 27 = 2024-06-27 to | 29 June 2024 = 2024-06-29",
        "It ran from June 3 to June 5, 2023. | June 3 = 2023-06-03 to | June 5, 2023 = 2023-06-05",
        "They met on May 3-5, 2023. | May 3 = 2023-05-03 to | 5, 2023 = 2023-05-05",
        "It ran from 29 June to 3 July 2024. | 29 June = 2024-06-29 to | 3 July 2024 = 2024-07-03",
        "He was in Oslo on 7 and 23 May. | 7 = 5-7 Past | 23 May = 5-23 Past",
        "The revolt (499-493 BC) failed. | 499 = BC0499 to | 493 BC = BC0493",
    ]);
}

#[test]
fn open_and_relative_dates_keep_their_direction() {
    check(&[
        "They will meet on Aug. 18. | Aug. 18 = 8-18 Future",
        "She told lawmakers on Oct. 27 that it failed. | Oct. 27 = 10-27 Past",
        "They signed it on Sunday. | Sunday = sunday Past",
        "She is set to arrive on Sunday. | Sunday = sunday Future",
        "She left last Tuesday. | last Tuesday = tuesday -1",
        "It was signed before the election in May. | May = month 5 Open",
        "It rained yesterday. | yesterday = -1 Day from here",
        "He came last week. | last week = -1 Week from here",
        "It ended earlier this month. | earlier this month = +0 Month from here",
        "It ended three years ago. | three years ago = -3 Year from here",
        "She is on a three-day trip. | three-day = for 3 Day",
        "They met on Aug. 18 last year. | Aug. 18 last year = 8-18 year -1 from here",
        "They met in November of that year. | November of that year = month 11 year +0 from there",
        "He writes every Monday. | every Monday = every monday",
        "They meet every year. | every year = every 1 Year",
        "It was set up in April. | April = month 4 Past",
        "They are to discuss the pact signed with Oslo, on Monday. | Monday = monday Future",
        "The ship will sail, an official said, Tuesday. | Tuesday = tuesday Past",
        "It happened recently. | recently = vague Past",
        "They meet in August at the camp. | August = month 8 Open",
        "They left two days later. | two days later = +2 Day from there",
        "She will sue the pilot who on Friday was fined. | Friday = friday Past",
        "We're meeting on Saturday. | Saturday = saturday Future",
        "The pier could by Sunday hold boats. | Sunday = sunday Future",
        "By Sunday the pier had burnt. | Sunday = sunday Past",
        "They are to finish it by May, before the expected start of the storms in June. | May = month 5 Future \
         | June = month 6 Future",
        "The town is mending boats after a blast on Monday. | Monday = monday Past",
        "The singer died on Friday. | Friday = friday Past",
        "She spoke on Friday morning. | Friday morning = friday Past Morning",
        "The train left at 10:35 a.m. on Monday. | 10:35 a.m. on Monday = monday Past 10:35",
        "He came the day before yesterday. | the day before yesterday = -2 Day from here",
        "The treaty was due on 1 May. | 1 May = 5-1 Open",
        "They extended it to 1 May. | 1 May = 5-1 Open",
        "The trial begins on Monday. | Monday = monday Future",
        "She will succeed him Feb. 1. | Feb. 1 = 2-1 Future",
        "It took more than four hours. | more than four hours = for 4 Hour More",
        "It took two and a half years. | two and a half years = for 2.5 Year",
    ]);
}

#[test]
fn a_date_that_names_a_thing_has_the_year_of_the_thing() {
    check(&[
        "They signed the fishery agreement in 2018. The “Sept. 19” agreement ended it. \
         | 2018 = 2018 | Sept. 19 = 9-19 of the thing 1 back",
        "They signed an agreement in 2018 and an agreement in 2019. The Sept. 19 agreement ended it. \
         | 2018 = 2018 | 2019 = 2019 | Sept. 19 = 9-19 Past",
        "They met in 2018. The Sept. 19 agreement ended it. | 2018 = 2018 | Sept. 19 = 9-19 Past",
    ]);
}

#[test]
fn near_misses_stay_out() {
    for text in [
        "It broke in 1999 pieces.",
        "He lives in the 2000 block of the street.",
        "The 33-year-old man left.",
        "It broke the pact 3,600 times.",
        "They fired 110 shells.",
        "Version v0.24 is out.",
        "They may go.",
        "They march on.",
        "Room 2019 is empty.",
        "It struck at 1653 local time.",
        "It struck at 1653 (2153 GMT).",
        "1243: The ship left.",
        "He met April Smith.",
        "The sun rose.",
        "It cost $2023.",
        "The DEC asked for money.",
        "On 30 February nothing happened.",
        "A 2023 percent rise.",
        "They won 3-2 in the end.",
        "In her seventies she wrote.",
        "He read Psalm 20:16 and Mark 5:12 twice.",
        "The fall from the deck hurt.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn bare_numbers_are_years_in_texts_about_old_times() {
    let years = |text: &str| found(text).len();
    for text in [
        "He gave it between 1040 and 1050.",
        "She fell asleep at about 1100.",
        "Cases rose from 297 to 1051.",
        "One in 1000 ships sinks.",
        "It is worth more than a 1000.",
    ] {
        assert_eq!(years(text), 0, "{text}");
    }
    assert_eq!(years("The abbey was founded in 1066 and rebuilt between 1140 and 1150."), 3);
    assert_eq!(years("Before the 14th century they fished there from about 1100."), 2);
    assert_eq!(years("The battle killed 500 in 1415."), 1);
    assert_eq!(years("He lived there from 1975 to 1980."), 2);
}

#[test]
fn a_date_says_when_or_belongs_to_a_noun_or_bounds_a_time() {
    use DateRole::{Attribute, Bound, When};
    let table = [
        ("They signed the treaty in 1918.", When),
        ("The 1918 outbreak killed many.", Attribute),
        ("It began like the 1918 outbreak.", Attribute),
        ("Its 2009 revenues fell.", Attribute),
        ("Chances of a repeat of 1918 are small.", Attribute),
        ("He wrote for a 17th-century playhouse.", Attribute),
        ("In the 17th century they fished.", When),
        ("She was a poet of the 17th century.", Attribute),
        ("A 1917-style outbreak came.", Attribute),
        ("It has been there since 1918.", Bound),
        ("It is worse than it was in 1918.", Bound),
        ("Boats have burnt since the blast on Monday.", Bound),
        ("The council met after a round of talks in May.", Bound),
        ("Boats burnt after it fell on Monday.", When),
        ("Boats burnt after midnight on Monday.", When),
        ("They walked more than two miles on Monday.", When),
        ("The war (1910) cost many ships.", When),
        ("In 1918 there were no roads.", When),
        ("In 1918 Oslo grew.", When),
        ("They met on Monday.", When),
        ("Monday's meeting failed.", Attribute),
        ("She praised the crew of the 3 May regatta.", Attribute),
        ("Today's papers say so.", Attribute),
        ("Yesterday Lund resigned.", When),
        ("They quarrelled about the general election in May.", Bound),
        ("The ministers met ahead of the summit in May.", Bound),
        ("They lost the election in May.", When),
        ("She spoke at the summit in May.", When),
        ("It will not be open until at least August.", Bound),
    ];
    for (text, role) in table {
        let found = find_temporal(&Reading::of_text(text), Some("en"));
        assert_eq!(found.iter().map(|mention| mention.role).collect::<Vec<_>>(), [role], "{text}");
    }
}

#[test]
fn what_was_meant_for_later_is_a_plan() {
    use EventStatus::{Happened, Planned};
    let table = [
        ("She hoped to get a licence in August.", Planned, Direction::Open),
        ("She wanted to leave on Monday.", Planned, Direction::Open),
        ("The line agreed to buy the boats in March.", Happened, Direction::Past),
        ("The mayor promised a law on ferries by August.", Happened, Direction::Open),
        ("It will be shown in May and repeated in June.", Planned, Direction::Future),
        ("They agreed on Monday to pay.", Happened, Direction::Past),
        ("They agreed to a truce on Monday.", Happened, Direction::Past),
        ("It was shown in May and repeated in June.", Happened, Direction::Past),
        ("She wanted tea on Monday.", Happened, Direction::Past),
        ("3 May: The mayor says that the bridge will be mended 5 May: The bridge falls.", Happened, Direction::Open),
        ("3 May: The bridge falls 5 May: The mayor says that it will be mended.", Happened, Direction::Open),
        ("The mayor told us on Monday: “It will be mended.”", Happened, Direction::Open),
    ];
    for (text, status, tense) in table {
        let found = find_temporal(&Reading::of_text(text), Some("en"));
        let last = found.last().map(|mention| (mention.status, mention.tense));
        assert_eq!(last, Some((status, tense)), "{text}");
    }
}

#[test]
fn a_time_is_a_time() {
    let kinds: Vec<_> = find_temporal(&Reading::of_text("It ended at 5 p.m. on Monday."), None)
        .into_iter()
        .map(|mention| (mention.kind, mention.modifier))
        .collect();
    assert_eq!(kinds, [(TemporalType::Time, None::<Modifier>)]);
}

#[test]
fn other_languages_have_their_dates_in_digits() {
    let found = find_temporal(&Reading::of_text("Le 2024-08-18, le mardi de mai."), Some("fr"));
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn every_language_folder_is_right() {
    language::check_all();
}

/// French in a handful of lines: a language is words and rules, no code.
#[test]
fn a_language_is_added_by_files() {
    let words = "capital weekday\nmonth mai = 5\nweekday lundi = 1\nstep dernier = -1\nunit jour = day\nunits jours = day\n\
                 count trois = 3\nlead en = .\n";
    let rules = "date = [weekday] day month [year]\nstepped = weekday step\nago = \"il y a\" (number | count) units\n\
                 date = year ; after lead\n";
    let language = Language::read(|name| if name == "rules" { rules } else { words }).unwrap();
    let text = "Le 3 mai 2023 ils ont signé; en 2021 et il y a trois jours aussi.";
    let reading = Reading::of_text(text);
    let mut found = Vec::new();
    in_sentence(text, &reading.sentences[0], &language, &mut Lattice::default(), (&mut found, &mut Vec::new()));
    let found: Vec<_> = found.iter().map(|mention| (mention.span.of(text), words_of(mention))).collect();
    let expected = [("3 mai 2023", "2023-05-03"), ("2021", "2021"), ("il y a trois jours", "-3 Day from here")];
    assert_eq!(found, expected.map(|(span, value)| (span, value.to_owned())));
}

mod properties {
    use proptest::prelude::*;

    use super::*;
    use crate::language::Phrasebook;
    use crate::model::Point;

    fn day() -> impl Strategy<Value = chrono::NaiveDate> {
        (1000..2200i32, 1..=366u32).prop_filter_map("a day", |(year, day)| chrono::NaiveDate::from_yo_opt(year, day))
    }

    proptest! {
        /// However a day is written, it is that day.
        #[test]
        fn every_way_to_write_a_day_is_that_day(day in day()) {
            use chrono::Datelike;
            let (year, month, number) = (day.year(), Phrasebook::english().month(day.month()), day.day());
            let short = &month[..3];
            let ending = match number { 1 | 21 | 31 => "st", 2 | 22 => "nd", 3 | 23 => "rd", _ => "th" };
            let point = if short == month { "" } else { "." };
            let ways = [
                format!("{month} {number}, {year}"),
                format!("{number} {month} {year}"),
                format!("{short}{point} {number}, {year}"),
                format!("{number}{ending} of {month}, {year}"),
                format!("{month} {number}{ending}, {year}"),
                format!("{}", day.format("%Y-%m-%d")),
                format!("{}, {month} {number}, {year}", day.format("%A")),
            ];
            for way in ways {
                let text = format!("They signed it on {way} in Oslo.");
                let found = find_temporal(&Reading::of_text(&text), Some("en"));
                prop_assert_eq!(found.len(), 1, "{}", text);
                prop_assert_eq!(found[0].span.of(&text), &way);
                prop_assert_eq!(found[0].meaning, Meaning::Absolute(Point::Day(day)), "{}", text);
            }
        }

        /// No text makes the finder fail, and what it finds lies in order inside the text.
        #[test]
        fn any_words_are_survived(words in prop::collection::vec("(may|the|of|in|[0-9]{1,5}|and|half|two|hundred|year|[.,:;/’'-]|Monday|BC|a|[a-z]{1,4})", 0..40)) {
            let text = words.join(" ");
            let found = find_temporal(&Reading::of_text(&text), Some("en"));
            for pair in found.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for mention in &found {
                prop_assert!(!mention.span.of(&text).is_empty());
            }
        }
    }
}
