//! `names` lists who may be one, in lines that decide it when they are pasted.

use crate::dossier::{Dossier, json_lines};

const LETTER: &str = "Secretary Lloyd Astor met Minister Kari Berg. Minister Lloyd Astor spoke.\n\n\
                      Then Secretary Lloy Astor left, and Kari Berg stayed.\n";

fn letter() -> Dossier {
    let dossier = Dossier::new();
    dossier.write("seeds/letter.txt", LETTER);
    dossier
}

#[test]
fn what_names_prints_can_be_pasted_and_decides() {
    let dossier = letter();
    let run = dossier.run(&["names"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("# Lloyd Astor / Lloy Astor: one letter apart\n"), "{}", run.stdout);
    assert!(run.stdout.contains("[[merge]]\nactors = [\"lloyd-astor\", \"lloy-astor\"]\n"), "{}", run.stdout);
    assert!(!dossier.path("site").exists(), "names writes nothing");
    dossier.write("overrides.toml", run.stdout);
    dossier.build();
    let ids: Vec<_> = dossier.data("actors").iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, ["kari-berg", "lloyd-astor"]);
    assert!(dossier.run(&["names"]).stdout.is_empty());
}

#[test]
fn a_pair_as_json_has_every_key() {
    let lines = json_lines(&letter().run(&["names", "--json", "-q"]).stdout);
    let keys: Vec<_> = lines[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!((lines.len(), keys.as_slice()), (1, &["actors", "names", "likeness", "evidence"][..]));
    assert_eq!(lines[0]["likeness"], "typo");
    assert_eq!(lines[0]["evidence"][1]["text"], "Then Secretary Lloy Astor left, and Kari Berg stayed.");
}
