//! The tables of word clusters and of names and places, from the resource files.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use annalist::extract::names::tagger::hash::folded;
use annalist::extract::names::tagger::model::{joined, listing};
use annalist::extract::names::tagger::table::Table;
use annalist::text::words::{entries as entries_of, table as rows_of};

use crate::Failure;
use crate::grammar::Stock;

/// Cities below this size are left out.
const SMALLEST_CITY: u64 = 30_000;
/// Large cities: their names are in the news without their country.
const LARGE_CITY: u64 = 500_000;

/// A resource file, unpacked by `xz`.
fn unpacked(folder: &Path, name: &str) -> Result<String, Failure> {
    let path = folder.join(name);
    let output = Command::new("xz")
        .arg("-dc")
        .arg(&path)
        .output()
        .map_err(|cause| format!("cannot run xz on {}: {cause}", path.display()))?;
    if !output.status.success() {
        return Err(format!("xz cannot unpack {}", path.display()).into());
    }
    String::from_utf8(output.stdout).map_err(|cause| format!("{}: {cause}", path.display()).into())
}

fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().filter(|line| !line.starts_with("# ")).map(|line| line.split('\t').collect())
}

/// The clusters of every word of letters in small ones: the source has the same for capitals.
pub fn clusters(folder: &Path) -> Result<Vec<u8>, Failure> {
    let text = unpacked(folder, "word_clusters.tsv.xz")?;
    let mut entries = BTreeMap::new();
    for row in rows(&text) {
        let [word, coarse, middle, fine] = row.as_slice() else { continue };
        let is_word = word.chars().next().is_some_and(char::is_alphabetic)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’'));
        if !is_word || word.chars().any(char::is_uppercase) && entries.contains_key(&folded(word)) {
            continue;
        }
        let numbers = [fine, middle, coarse].map(|number| number.parse::<u32>());
        let [Ok(fine), Ok(middle), Ok(coarse)] = numbers else { return Err(format!("clusters of {word}").into()) };
        entries.insert(folded(word), fine | middle << 10 | coarse << 18);
    }
    let entries: Vec<(u64, u32)> = entries.into_iter().collect();
    println!("words in clusters: {}", entries.len());
    Ok(Table::bytes(&entries))
}

/// Given names, family names, cities, states and words that texts write in small letters.
pub fn listings(folder: &Path, own: &Path, texts: &[&str]) -> Result<Vec<u8>, Failure> {
    let mut entries: BTreeMap<u64, u32> = BTreeMap::new();
    add_persons(&mut entries, &unpacked(folder, "us_census_names.tsv.xz")?);
    add_cities(&mut entries, &unpacked(folder, "geonames_cities.tsv.xz")?);
    add_states(&mut entries);
    add_own(&mut entries, own)?;
    add_small_words(&mut entries, texts);
    let entries: Vec<(u64, u32)> = entries.into_iter().collect();
    println!("listed words and phrases: {}", entries.len());
    Ok(Table::bytes(&entries))
}

/// What texts of our own draw names from.
pub fn stock(folder: &Path) -> Result<Stock, Failure> {
    let persons = unpacked(folder, "us_census_names.tsv.xz")?;
    let cities = unpacked(folder, "geonames_cities.tsv.xz")?;
    let of = |wanted: &[&str]| -> Vec<String> {
        let mut ranked: Vec<(u32, String)> = rows(&persons)
            .filter(|row| row.len() == 4 && wanted.contains(&row[1]))
            .map(|row| (row[3].parse().unwrap_or(u32::MAX), row[0].to_owned()))
            .collect();
        ranked.sort();
        ranked.into_iter().map(|(_, name)| name).collect()
    };
    let city = |row: Vec<&str>| row.get(1).map(|name| (*name).to_owned());
    Ok(Stock {
        given: of(&["female", "male"]),
        family: of(&["last"]),
        cities: rows(&cities).filter_map(city).collect(),
    })
}

fn add(entries: &mut BTreeMap<u64, u32>, phrase: &str, bits: u32) {
    let words = phrase.split([' ', '-']).filter(|word| !word.is_empty());
    if let Some(hash) = words.map(folded).reduce(joined) {
        *entries.entry(hash).or_default() |= bits;
    }
}

fn add_persons(entries: &mut BTreeMap<u64, u32>, text: &str) {
    for row in rows(text) {
        let [name, kind, _, rank] = row.as_slice() else { continue };
        let rank: u32 = rank.parse().unwrap_or(u32::MAX);
        let bits = match (*kind == "last", rank) {
            (true, ..5_000) => listing::FAMILY,
            (true, _) => listing::FAMILY & listing::FAMILY >> 1,
            (false, ..600) => listing::GIVEN,
            (false, _) => listing::GIVEN & listing::GIVEN >> 1,
        };
        add(entries, name, bits);
    }
}

fn add_cities(entries: &mut BTreeMap<u64, u32>, text: &str) {
    for row in rows(text) {
        let (Some(name), Some(population)) = (row.get(1), row.get(4)) else { continue };
        let population: u64 = population.parse().unwrap_or(0);
        if population < SMALLEST_CITY {
            continue;
        }
        let bits = if population < LARGE_CITY { listing::CITY & listing::CITY >> 1 } else { listing::CITY };
        add(entries, name, bits);
        let plain = name.is_ascii();
        if !plain {
            let others = row.get(7).into_iter().flat_map(|names| names.split('|'));
            others
                .filter(|other| other.is_ascii() && other.len() > 4)
                .take(3)
                .for_each(|other| add(entries, other, bits));
        }
    }
}

/// The lists written for the project.
fn add_own(entries: &mut BTreeMap<u64, u32>, folder: &Path) -> Result<(), Failure> {
    let lists = [
        ("given-names.txt", listing::WORLD_GIVEN),
        ("family-names.txt", listing::WORLD_FAMILY),
        ("regions.txt", listing::REGION),
        ("companies.txt", listing::COMPANY),
        ("clubs.txt", listing::CLUB),
        ("organisations.txt", listing::ORGANISATION),
        ("others.txt", listing::OTHER),
    ];
    for (name, bits) in lists {
        let path = folder.join(name);
        let text = std::fs::read_to_string(&path).map_err(|cause| format!("{}: {cause}", path.display()))?;
        entries_of(&text).for_each(|entry| add(entries, entry, bits));
    }
    Ok(())
}

fn add_states(entries: &mut BTreeMap<u64, u32>) {
    for (_, names) in rows_of(include_str!("../../src/extract/names/data/countries.en.txt")) {
        let mut parts = names.split('|');
        let mut add_all = |bits| {
            let names = parts.next().unwrap_or_default().split(';').map(str::trim);
            names.for_each(|name| add(entries, name, bits));
        };
        add_all(listing::COUNTRY);
        add_all(listing::NATIONALITY);
    }
}

/// Words in small letters, by how often the training texts have them.
fn add_small_words(entries: &mut BTreeMap<u64, u32>, texts: &[&str]) {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for word in texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic())) {
        if word.len() > 1 && word.chars().all(char::is_lowercase) {
            *counts.entry(word).or_default() += 1;
        }
    }
    for (word, count) in counts {
        let step = (32 - count.leading_zeros()).min(7);
        *entries.entry(folded(word)).or_default() |= step << 9;
    }
}
