//! What sentences are about: their words as weighted stems, and how much two have in common.
//!
//! All arithmetic is of integers, so that every machine decides alike.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use crate::text::Span;
use crate::text::lexicon::{FUNCTION_WORDS, SPEECH_VERBS, WEEKDAYS};
use crate::text::stems::stemmer;
use crate::text::words::{WordMap, table};

/// Words that count as one another (`quake`, `earthquake`).
static SAME_WORDS: LazyLock<WordMap<&'static str>> =
    LazyLock::new(|| WordMap::new(table(include_str!("data/same-words.en.txt"))));

/// A weight of 16 is one bit: a word of half of all sentences.
const WEIGHT_OF_A_BIT: u64 = 16;

/// The content words of a document's sentences: what follows from the document alone.
#[derive(Debug, Default)]
pub struct Words {
    /// The stems, each once, in the order they are met, one behind the other.
    stems: String,
    /// Where each ends.
    ends: Vec<u32>,
    /// The sentences in reading order, each with where its numbers end.
    sentences: Vec<(Span, u32)>,
    /// Numbers of stems, each once in a sentence.
    numbers: Vec<u32>,
}

impl Words {
    /// Reads sentences: their places and words. `language` is a BCP 47 code.
    pub fn read<S: AsRef<str>>(sentences: impl Iterator<Item = (Span, S)>, language: Option<&str>) -> Self {
        let stemmer = stemmer(language);
        let mut read = Self::default();
        let mut known: HashMap<String, u32> = HashMap::new();
        for (span, words) in sentences {
            let mut found = BTreeSet::new();
            for word in
                words.as_ref().split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().nth(1).is_some())
            {
                let lower = word.to_lowercase();
                if FUNCTION_WORDS.has(&lower) || SPEECH_VERBS.has(&lower) || WEEKDAYS.has(&lower) {
                    continue;
                }
                let same = same_word(&lower);
                let stem = stemmer.as_ref().map_or(same.into(), |stemmer| stemmer.stem(same));
                let number = match known.get(stem.as_ref()) {
                    Some(&number) => number,
                    None => {
                        let number = count(read.ends.len());
                        read.stems.push_str(&stem);
                        read.ends.push(count(read.stems.len()));
                        known.insert(stem.into_owned(), number);
                        number
                    }
                };
                found.insert(number);
            }
            read.numbers.extend(found);
            read.sentences.push((span, count(read.numbers.len())));
        }
        read
    }

    fn stems(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.stems[start as usize..end as usize])
    }
}

/// No document has four thousand million letters.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The words of a corpus by number, and how many sentences have each.
#[derive(Default)]
pub struct Lexis {
    numbers: HashMap<String, u32>,
    counts: Vec<u64>,
    sentences: u64,
}

/// The words of one sentence: numbers with their weights, sorted by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bag {
    /// The words and how rare they are.
    pub terms: Vec<(u32, u64)>,
    /// The sum of the squares of the weights.
    pub square: u128,
}

impl Lexis {
    /// The sentences of a document in reading order, each with the numbers of its words, sorted.
    pub fn add(&mut self, words: &Words) -> Vec<(Span, Vec<u32>)> {
        let numbers: Vec<u32> = words.stems().map(|stem| self.number(stem)).collect();
        let mut start = 0;
        let mut added = Vec::with_capacity(words.sentences.len());
        for &(span, end) in &words.sentences {
            let own = &words.numbers[start..end as usize];
            let mut own: Vec<u32> = own.iter().map(|&number| numbers[number as usize]).collect();
            own.sort_unstable();
            own.iter().for_each(|&number| self.counts[number as usize] += 1);
            added.push((span, own));
            start = end as usize;
        }
        self.sentences += added.len() as u64;
        added
    }

    fn number(&mut self, stem: &str) -> u32 {
        if let Some(&number) = self.numbers.get(stem) {
            return number;
        }
        let number = count(self.counts.len());
        self.numbers.insert(stem.to_owned(), number);
        self.counts.push(0);
        number
    }

    /// The words with their weights, once every sentence was read.
    pub fn weigh(&self, numbers: &[u32]) -> Bag {
        let terms: Vec<(u32, u64)> =
            numbers.iter().map(|&number| (number, rarity(self.sentences, self.counts[number as usize]))).collect();
        let square = terms.iter().map(|(_, weight)| u128::from(weight * weight)).sum();
        Bag { terms, square }
    }
}

/// The word that a word in small letters counts as.
pub fn same_word(word: &str) -> &str {
    SAME_WORDS.get(word).copied().unwrap_or(word)
}

/// Sixteen times the binary logarithm of one and the share of sentences without the word, straight
/// between powers of two.
fn rarity(sentences: u64, with: u64) -> u64 {
    let ratio = ((sentences + with) << 16) / with.max(1);
    let bits = u64::from(ratio.ilog2());
    let rest = (ratio >> (bits - 4)) & 15;
    (bits * WEIGHT_OF_A_BIT + rest).saturating_sub(16 * WEIGHT_OF_A_BIT)
}

impl Bag {
    /// The numbers of the `most` rarest words.
    pub fn rarest(&self, most: usize) -> Vec<u32> {
        let by_rarity = |&(number, weight): &(u32, u64)| (std::cmp::Reverse(weight), number);
        let mut terms = self.terms.clone();
        if terms.len() > most {
            terms.select_nth_unstable_by_key(most, by_rarity);
            terms.truncate(most);
        }
        terms.sort_unstable_by_key(by_rarity);
        terms.into_iter().map(|(number, _)| number).collect()
    }
}

/// The words of several sentences, each sentence counting alike.
#[derive(Debug, Clone, Default)]
pub struct Centre {
    sums: HashMap<u32, u128>,
    square: u128,
}

impl Centre {
    /// Adds a sentence.
    pub fn add(&mut self, bag: &Bag) {
        let length = bag.square.isqrt().max(1);
        for &(number, weight) in &bag.terms {
            let part = u128::from(weight) * 1024 / length;
            let sum = self.sums.entry(number).or_default();
            self.square += (2 * *sum + part) * part;
            *sum += part;
        }
    }

    /// Adds all sentences of another one.
    pub fn join(&mut self, other: &Self) {
        for (number, part) in &other.sums {
            let sum = self.sums.entry(*number).or_default();
            self.square += (2 * *sum + part) * part;
            *sum += part;
        }
    }

    /// How many words it has in common with a sentence.
    pub fn common(&self, bag: &Bag) -> usize {
        bag.terms.iter().filter(|(number, _)| self.sums.contains_key(number)).count()
    }

    /// How many words two have in common.
    pub fn shared(&self, other: &Self) -> usize {
        self.sums.keys().filter(|number| other.sums.contains_key(number)).count()
    }

    /// The cosine of the angle to a sentence, in per cent.
    pub fn likeness(&self, bag: &Bag) -> u32 {
        let sums = bag.terms.iter().filter_map(|(number, weight)| Some(self.sums.get(number)? * u128::from(*weight)));
        per_cent(sums.sum(), self.square, bag.square)
    }

    /// The cosine of the angle between two.
    pub fn nearness(&self, other: &Self) -> u32 {
        let (small, large) = if self.sums.len() < other.sums.len() { (self, other) } else { (other, self) };
        let sums = small.sums.iter().filter_map(|(number, sum)| Some(large.sums.get(number)? * sum));
        per_cent(sums.sum(), self.square, other.square)
    }
}

fn per_cent(product: u128, one: u128, other: u128) -> u32 {
    let squares = one.saturating_mul(other).max(1);
    let ratio = product.saturating_mul(product).saturating_mul(10_000) / squares;
    u32::try_from(ratio.isqrt()).unwrap_or(100).min(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_about_the_same_are_near() {
        let texts = [
            "The harbour bridge collapsed in a storm, killing two fishermen.",
            "Two fishermen died when the bridge of the harbour collapsed.",
            "The council will vote on a new budget for schools.",
            "Snow fell on the mountains.",
        ];
        let mut lexis = Lexis::default();
        let sentences = texts.iter().map(|text| (Span::new(0, text.len()), text));
        let read = lexis.add(&Words::read(sentences, Some("en")));
        let bags: Vec<Bag> = read.iter().map(|(_, numbers)| lexis.weigh(numbers)).collect();
        let mut centre = Centre::default();
        centre.add(&bags[0]);
        assert_eq!(centre.likeness(&bags[0]), 99);
        assert!(centre.likeness(&bags[1]) > 60, "{}", centre.likeness(&bags[1]));
        assert_eq!(centre.likeness(&bags[2]), 0);
    }

    #[test]
    fn rare_words_weigh_more() {
        let weights: Vec<u64> = [1000, 500, 100, 10, 1].map(|with| rarity(1000, with)).to_vec();
        assert!(weights.is_sorted() && weights[0] < weights[4], "{weights:?}");
        assert_eq!(rarity(1000, 1000), WEIGHT_OF_A_BIT);
    }
}
