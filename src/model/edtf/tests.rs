//! EDTF: parse and print are inverse, bounds are ordered, and words never say more than is known.

use proptest::prelude::*;

use super::*;

fn edtf(words: &str) -> Edtf {
    words.parse().expect("a valid EDTF string")
}

#[test]
fn dates_print_and_bound_what_they_mean() {
    let table = [
        ("2023-08-18", "2023-08-18", "2023-08-18", "18 August 2023"),
        ("2023-08", "2023-08-01", "2023-08-31", "August 2023"),
        ("2024-02~", "2024-02-01", "2024-02-29", "about February 2024"),
        ("2023", "2023-01-01", "2023-12-31", "2023"),
        ("199X", "1990-01-01", "1999-12-31", "the 1990s"),
        ("19XX", "1900-01-01", "1999-12-31", "the years 1900 to 1999"),
        ("2021-24", "2021-12-01", "2022-02-28", "winter 2021–22"),
        ("2023-12?", "2023-12-01", "2023-12-31", "probably December 2023"),
        ("1910/1945", "1910-01-01", "1945-12-31", "1910 to 1945"),
    ];
    for (written, earliest, latest, words) in table {
        let date = edtf(written);
        assert_eq!(date.to_string(), written);
        assert_eq!(date.earliest().unwrap().to_string(), earliest, "{written}");
        assert_eq!(date.latest().unwrap().to_string(), latest, "{written}");
        assert_eq!(date.words(), words);
    }
}

#[test]
fn open_intervals_are_open() {
    assert_eq!(edtf("../2024-08-18").earliest(), None);
    assert_eq!(edtf("../2024-08-18").words(), "18 August 2024 or earlier");
    assert_eq!(edtf("2024/..").latest(), None);
}

#[test]
fn what_is_no_date_is_refused() {
    for wrong in [
        "",
        "2023-13",
        "2023-02-30",
        "23-08-18",
        "2023-8-1",
        "../..",
        "2024/2023",
        "2023-08-18-01",
        "٢٠٢٣",
        "20é3",
        "X",
    ] {
        assert!(wrong.parse::<Edtf>().is_err(), "{wrong}");
    }
}

#[test]
fn a_time_of_day_is_dropped() {
    assert_eq!(edtf("2024-08-18T02:09:53Z").to_string(), "2024-08-18");
    assert_eq!(edtf("2024-08-18 02:09:53.946000").to_string(), "2024-08-18");
}

proptest! {
    #[test]
    fn parse_after_print_is_identity_and_bounds_are_ordered(year in 0..=9998i32, month in 1..=12u32, day in 1..=28u32, form in 0..6, mark in 0..4usize) {
        let value = match form {
            0 => DateValue::Century(year / 100),
            1 => DateValue::Decade(year / 10),
            2 => DateValue::Year(year),
            3 => DateValue::Season(year, [Season::Spring, Season::Summer, Season::Autumn, Season::Winter][month as usize % 4]),
            4 => DateValue::Month(year, month),
            _ => DateValue::day(year, month, day).unwrap(),
        };
        let qualifier = [Qualifier::None, Qualifier::Uncertain, Qualifier::Approximate, Qualifier::Both][mark];
        let date = Edtf::date(value).qualified(qualifier);
        prop_assert_eq!(date.to_string().parse::<Edtf>(), Ok(date));
        prop_assert!(date.earliest() <= date.latest());
    }

    #[test]
    fn no_string_makes_the_reader_panic(words in "\\PC*") {
        let _ = words.parse::<Edtf>();
    }
}
