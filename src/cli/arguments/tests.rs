//! Tests of the command line: what is understood, what is refused.

use clap::{CommandFactory, Parser};

use super::{Arguments, Command, web_address};

fn parse(line: &str) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from(line.split_whitespace())
}

#[test]
fn the_command_line_is_sound() {
    Arguments::command().debug_assert();
}

#[test]
fn every_example_in_the_help_can_be_run() {
    let mut count = 0;
    let mut whole = Arguments::command();
    let helps: Vec<String> =
        whole.get_subcommands().filter_map(|sub| Some(sub.get_after_help()?.to_string())).collect();
    let first = whole.render_help().to_string();
    assert_eq!(helps.len(), Arguments::command().get_subcommands().count(), "a command without an example");
    for line in helps.iter().chain([&first]).flat_map(|help| help.lines()) {
        let Some(example) = line.strip_prefix("  annalist ") else { continue };
        let words = example.split([';', '|', '<', '>']).next().unwrap();
        parse(&format!("annalist {words}")).unwrap_or_else(|error| panic!("{line}: {error}"));
        count += 1;
    }
    assert!(count >= 9, "{count}");
}

#[test]
fn common_arguments_stand_before_or_after_the_command() {
    for line in ["annalist -q -r d build", "annalist build -q -r d"] {
        let common = parse(line).unwrap().common;
        assert!(common.quiet && common.root.unwrap().as_os_str() == "d", "{line}");
    }
}

#[test]
fn what_cannot_be_meant_is_refused() {
    for line in [
        "annalist",
        "annalist -q",
        "annalist bild",
        "annalist build -q -v",
        "annalist build -c f -r d",
        "annalist build --base-url example.org",
        "annalist build --jobs many",
        "annalist check --level fatal",
        "annalist extract",
        "annalist extract --stdin-jsonl a.txt",
        "annalist extract --date soon a.txt",
        "annalist extract --date 2023-02-30 a.txt",
        "annalist completions dos",
    ] {
        let error = parse(line).unwrap_err();
        assert!(error.use_stderr(), "{line}");
    }
}

#[test]
fn a_date_is_read_as_edtf() {
    let Command::Extract(extract) = parse("annalist extract --date 2013-03? a.txt").unwrap().command else {
        panic!("not extract");
    };
    assert_eq!(extract.date.unwrap().to_string(), "2013-03?");
}

#[test]
fn a_base_url_ends_in_one_slash() {
    for (given, expected) in [
        ("https://e.org", Some("https://e.org/")),
        ("http://e.org/a//", Some("http://e.org/a/")),
        ("ftp://e.org", None),
        ("https://", None),
    ] {
        assert_eq!(web_address(given).ok().as_deref(), expected, "{given}");
    }
}
