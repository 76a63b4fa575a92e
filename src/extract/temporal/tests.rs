//! Temporal expressions as tables: text → words and meaning, and what must not match.

use super::*;
use crate::model::Edtf;

fn found(text: &str) -> Vec<(String, String)> {
    find_temporal(&Reading::of_text(text))
        .into_iter()
        .map(|mention| (mention.span.of(text).to_owned(), words(&mention.meaning)))
        .collect()
}

fn words(meaning: &Meaning) -> String {
    let edtf = |edtf: &Edtf| edtf.to_string();
    match meaning {
        Meaning::Absolute(date) => edtf(date),
        Meaning::YearOpen { part, direction } => format!("{part:?} {direction:?}"),
        Meaning::InYear { part, years } => format!("{part:?} {years:?}"),
        Meaning::Weekday { day, direction } => format!("{} {direction:?}", day.as_str()),
        Meaning::Offset { unit, count } => format!("{count:+} {unit:?}"),
        Meaning::Duration { unit, count } => format!("for {count:?} {unit:?}"),
        Meaning::Set { unit } => format!("every {unit:?}"),
        Meaning::Vague(direction) => format!("vague {direction:?}"),
    }
}

#[test]
fn calendar_dates_are_read() {
    let table = [
        ("It was signed on August 18, 2023.", "August 18, 2023", "2023-08-18"),
        ("It was signed on 18 August 2023 in Oslo.", "18 August 2023", "2023-08-18"),
        ("27 to 29 June 2024: the drill.", "27 to 29 June 2024", "2024-06-27/2024-06-29"),
        ("It ran from June 3 to June 5, 2023.", "June 3 to June 5, 2023", "2023-06-03/2023-06-05"),
        ("The battle of 14 October 1066 ended it.", "14 October 1066", "1066-10-14"),
        ("After the 2008 crisis they met.", "2008", "2008"),
        ("It fell in 2022 amid protest.", "2022", "2022"),
        ("16 March 2023: the visit.", "16 March 2023", "2023-03-16"),
        ("Signed 2024-08-18.", "2024-08-18", "2024-08-18"),
        ("It was first signed in November 2016.", "November 2016", "2016-11"),
        ("It reached a high in 2022, they said.", "2022", "2022"),
        ("Japan’s colonial era (1910-45) ended.", "1910-45", "1910/1945"),
        ("They prepared it in the summer of 2021.", "summer of 2021", "2021-22"),
        ("That was early 2023.", "early 2023", "2023~"),
        ("They met in mid-November 2023.", "mid-November 2023", "2023-11~"),
        ("It began in the 1990s.", "1990s", "199X"),
        ("They met on May 3-5, 2023.", "May 3-5, 2023", "2023-05-03/2023-05-05"),
        ("They met on Sept. 3rd, 2021.", "Sept. 3rd, 2021", "2021-09-03"),
    ];
    for (text, span, value) in table {
        assert_eq!(found(text), [(span.to_owned(), value.to_owned())], "{text}");
    }
}

#[test]
fn open_and_relative_dates_keep_their_direction() {
    let table = [
        ("They will meet on Aug. 18.", "Aug. 18", "Month { month: 8, day: Some(18) } Future"),
        ("She told lawmakers on Oct. 27 that it failed.", "Oct. 27", "Month { month: 10, day: Some(27) } Past"),
        ("They signed it on Sunday.", "Sunday", "sunday Past"),
        ("She is set to arrive on Sunday.", "Sunday", "sunday Future"),
        ("She left last Tuesday.", "last Tuesday", "tuesday Past"),
        ("It was signed before the election in May.", "May", "Month { month: 5, day: None } Open"),
        ("They are expected to discuss the peace threatened by war on Monday.", "Monday", "monday Future"),
        ("It rained yesterday.", "yesterday", "-1 Day"),
        ("He came last week.", "last week", "-1 Week"),
        ("It ended earlier this month.", "earlier this month", "+0 Month"),
        ("It ended three years ago.", "three years ago", "-3 Year"),
        ("She is on a three-day trip.", "three-day", "for Some(3) Day"),
        ("They met on Aug. 18 last year.", "Aug. 18 last year", "Month { month: 8, day: Some(18) } Some(-1)"),
        ("They met in November of that year.", "November of that year", "Month { month: 11, day: None } None"),
        ("He writes every Monday.", "every Monday", "every Week"),
        ("He was in Oslo on 7 and 8 May.", "7 and 8 May", "Days { month: 5, first: 7, last: 8 } Past"),
        (
            "It was held from November 13 to November 15.",
            "November 13 to November 15",
            "Days { month: 11, first: 13, last: 15 } Past",
        ),
        ("It was set up in April.", "April", "Month { month: 4, day: None } Past"),
        ("They are to discuss the pact signed with Oslo, on Monday.", "Monday", "monday Future"),
        ("The ship will sail, an official said, Tuesday.", "Tuesday", "tuesday Past"),
        ("It will be held on Monday.", "Monday", "monday Future"),
        ("They meet every year.", "every year", "every Year"),
        ("It happened recently.", "recently", "vague Past"),
        ("They meet in August at the camp.", "August", "Month { month: 8, day: None } Open"),
    ];
    for (text, span, value) in table {
        assert_eq!(found(text), [(span.to_owned(), value.to_owned())], "{text}");
    }
}

#[test]
fn near_misses_stay_out() {
    for text in [
        "It broke in 1999 pieces.",
        "He lives in the 2000 block of the street.",
        "He left a day earlier.",
        "Ten were found in the last week.",
        "The 33-year-old man left.",
        "It broke the pact 3,600 times.",
        "They fired 110 shells.",
        "Version v0.24 is out.",
        "They may go.",
        "They march on.",
        "Room 2019 is empty.",
        "He met April Smith.",
        "The sun rose.",
        "It cost $2023.",
        "On 30 February nothing happened.",
        "A 2023 percent rise.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}
