//! Short forms: `the agreement` means the one agreement of its story that it can mean; of several, the
//! one that the last sentences were about. Two candidates: none, and both say so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::clusters::Cluster;
use super::forms::{about, mention, name_form, parties, words};
use super::{Corpus, Place};
use crate::model::{AgreementForm, AgreementMention, AgreementRule, DossierDocument};
use crate::text::words::WordSet;

/// So many sentences back count as the last ones, where several could be meant.
const NEAR: usize = 2;
/// A noun points back so many sentences, if it is none of its own (`the deal` of a pact).
const GENERAL_REACH: usize = 6;
/// What has no name, but the same noun, is pointed back to over so many.
const UNNAMED_REACH: usize = 15;
/// Two lists of parties are those of one agreement where they share so many.
const LEAST_COMMON: usize = 2;
/// A description has at least so many words of the name it means.
const LEAST_SHARED: usize = 2;
/// So many candidates of a story are looked at.
const MOST_CANDIDATES: usize = 60;

static DEMONSTRATIVES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/demonstratives.en.txt")));

/// A cluster that a story has named.
struct Candidate {
    cluster: usize,
    /// Its noun and type in the story.
    heads: BTreeSet<(String, String)>,
    /// The comparison forms of its names in the story.
    names: BTreeSet<String>,
    /// Whether one of them is a name, and no description.
    is_named: bool,
    /// The sentence of its last mention.
    sentence: usize,
}

/// Adds the short forms of each story to the clusters they mean.
pub fn add_short_forms(corpus: Corpus<'_>, clusters: &mut [Cluster]) {
    let mut owners: BTreeMap<Place, usize> = BTreeMap::new();
    for (number, cluster) in clusters.iter().enumerate() {
        owners.extend(cluster.mentions.iter().map(|&(place, _)| (place, number)));
    }
    for (number, document) in corpus.documents.iter().enumerate() {
        let is_short = |mention: &AgreementMention| mention.form == AgreementForm::Short;
        if !document.annotations.agreements.iter().any(is_short) {
            continue;
        }
        let mut story = usize::MAX;
        let mut candidates: Vec<Candidate> = Vec::new();
        for (at, mention) in document.annotations.agreements.iter().enumerate() {
            let place = (number, at);
            let own = document.story_at(mention.span.start);
            if own != story {
                story = own;
                candidates.clear();
            }
            let sentence = document.annotations.sentences.partition_point(|span| span.end <= mention.span.start);
            if let Some(&owner) = owners.get(&place) {
                note(corpus, place, owner, sentence, &mut candidates);
            } else if is_short(mention) {
                let ahead = || ahead(corpus, place, &owners);
                let (found, rule) = match described(corpus, place, &candidates).or_else(ahead) {
                    Some(cluster) => (vec![cluster], AgreementRule::Described),
                    None => (pointed_at(corpus, place, sentence, (&candidates, clusters)), AgreementRule::ShortForm),
                };
                match found.as_slice() {
                    [] => {}
                    &[only] => {
                        clusters[only].mentions.push((place, rule));
                        owners.insert(place, only);
                        note(corpus, place, only, sentence, &mut candidates);
                    }
                    several => several.iter().for_each(|&cluster| clusters[cluster].could_be.push(place)),
                }
            }
        }
    }
}

/// Writes down that a cluster was named.
fn note(corpus: Corpus<'_>, place: Place, cluster: usize, sentence: usize, candidates: &mut Vec<Candidate>) {
    let mention = mention(corpus, place);
    let is_new = candidates.iter().all(|candidate| candidate.cluster != cluster);
    if is_new && candidates.len() < MOST_CANDIDATES {
        let (heads, names) = (BTreeSet::new(), BTreeSet::new());
        candidates.push(Candidate { cluster, heads, names, is_named: false, sentence });
    }
    let Some(candidate) = candidates.iter_mut().find(|candidate| candidate.cluster == cluster) else { return };
    candidate.sentence = sentence;
    if mention.form < AgreementForm::Short {
        candidate.is_named |= mention.form < AgreementForm::Issued;
        candidate.heads.insert((mention.head.clone(), mention.kind.clone()));
        candidate.names.insert(name_form(&words(corpus, place)));
    }
}

/// The clusters that a noun can point back to.
fn pointed_at(
    corpus: Corpus<'_>,
    place: Place,
    sentence: usize,
    (candidates, clusters): (&[Candidate], &[Cluster]),
) -> Vec<usize> {
    let short = mention(corpus, place);
    let own = parties(corpus, place);
    let said = name_form(&words(corpus, place));
    let about = about(short);
    let is_demonstrative = is_demonstrative(corpus, place);
    let fits = |candidate: &&Candidate| {
        let is_of = |(head, kind): &(String, String)| *head == short.head || *kind == short.kind;
        let theirs = &clusters[candidate.cluster].parties;
        let has_words = || {
            candidate.names.iter().any(|name| {
                let stems: BTreeSet<String> = name.split(' ').map(super::forms::stem).collect();
                about.is_subset(&stems)
            })
        };
        let is_own = candidate.heads.iter().any(|(head, _)| *head == short.head);
        // `this agreement` is what the last sentences told
        let reach = match () {
            () if is_demonstrative => NEAR,
            () if candidate.is_named && (is_own || !about.is_empty()) => usize::MAX,
            () if is_own => UNNAMED_REACH,
            () => GENERAL_REACH,
        };
        let is_reached = sentence.saturating_sub(candidate.sentence) <= reach;
        candidate.heads.iter().any(is_of) && is_reached && can_share(&own, theirs) && has_words()
    };
    let fitting: Vec<&Candidate> = candidates.iter().filter(fits).collect();
    // `the pact` rather means what was called a pact
    let is_own = |candidate: &&&Candidate| candidate.heads.iter().any(|(head, _)| *head == short.head);
    let own_head: Vec<&Candidate> = fitting.iter().filter(is_own).copied().collect();
    let fitting = if own_head.is_empty() { fitting } else { own_head };
    let exact = |candidate: &&&Candidate| candidate.names.iter().any(|name| name.ends_with(&said));
    let last: Vec<usize> = fitting.iter().filter(exact).map(|candidate| candidate.cluster).collect();
    if !about.is_empty() && last.len() == 1 {
        return last;
    }
    let near: Vec<usize> = fitting
        .iter()
        .filter(|candidate| candidate.sentence + NEAR >= sentence)
        .map(|candidate| candidate.cluster)
        .collect();
    if near.len() == 1 { near } else { fitting.iter().map(|candidate| candidate.cluster).collect() }
}

/// True for `this agreement`.
fn is_demonstrative(corpus: Corpus<'_>, place: Place) -> bool {
    let text = &corpus.documents[place.0].source.text[..mention(corpus, place).span.start];
    text.split_whitespace().next_back().is_some_and(|word| DEMONSTRATIVES.has(word))
}

/// True unless both lists of parties are told and have too little in common.
fn can_share(own: &BTreeSet<usize>, theirs: &BTreeSet<usize>) -> bool {
    let common = own.intersection(theirs).count();
    own.is_empty() || theirs.is_empty() || common >= LEAST_COMMON.min(own.len()).min(theirs.len())
}

/// The one named cluster of the story whose name has the words of a description.
fn described(corpus: Corpus<'_>, place: Place, candidates: &[Candidate]) -> Option<usize> {
    let about = about(mention(corpus, place));
    let fits = |candidate: &&Candidate| candidate.names.iter().any(|name| shares(&about, name));
    let mut fitting = candidates.iter().filter(fits);
    fitting.next().filter(|_| fitting.next().is_none()).map(|candidate| candidate.cluster)
}

fn shares(about: &BTreeSet<String>, name: &str) -> bool {
    let stems: BTreeSet<String> = name.split(' ').map(super::forms::stem).collect();
    about.intersection(&stems).count() >= LEAST_SHARED
}

/// The same for a name that stands behind the description in the story.
fn ahead(corpus: Corpus<'_>, (document, number): Place, owners: &BTreeMap<Place, usize>) -> Option<usize> {
    let own: &DossierDocument = &corpus.documents[document];
    let mentions = &own.annotations.agreements;
    let about = about(&mentions[number]);
    if about.len() < LEAST_SHARED {
        return None;
    }
    let story = own.story_at(mentions[number].span.start);
    let later = (number + 1..mentions.len())
        .take(MOST_CANDIDATES)
        .take_while(|&at| own.story_at(mentions[at].span.start) == story)
        .filter(|&at| matches!(mentions[at].form, AgreementForm::Named | AgreementForm::Known))
        .filter(|&at| shares(&about, &name_form(&words(corpus, (document, at)))));
    let clusters: BTreeSet<usize> = later.filter_map(|at| owners.get(&(document, at))).copied().collect();
    clusters.first().copied().filter(|_| clusters.len() == 1)
}
