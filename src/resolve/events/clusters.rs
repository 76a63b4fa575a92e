//! Clusters: drafts that tell of one event, by time, words and occasion.
//!
//! Each draft joins the cluster of its time that it has most in common with, so that nothing is
//! compared with everything; what has only something in common is said to be possibly the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::happenings::{Draft, Order};
use super::milestones::Milestones;
use super::topics::{Topic, Topics};
use super::words::Centre;
use crate::model::EventStatus;

/// Per cent of likeness at which sentences of one time tell of one event. Read off the joins it
/// makes in three corpora: above 35 nearly all were right, below 25 hardly any.
const SAME: u32 = 35;
/// The same, where the sentences name one occasion.
const SAME_OCCASION: u32 = 20;
/// The same, where the stretch has only one such occasion.
const ONLY_OCCASION: u32 = 8;
/// From here on they are possibly the same.
const MAYBE: u32 = 25;
/// A time that is told less exactly needs more.
const SAME_COARSE: u32 = 40;
/// A sentence with two dates is like itself from here on.
const SAME_SENTENCE: u32 = 95;
/// Sentences with fewer words in common say too little.
const FEWEST_COMMON: usize = 2;
/// The same for a long time.
const FEWEST_COMMON_LONG: usize = 3;
/// Longer times are seasons and years, in days: much happens in them, so that words alone say too little.
const LONG: i64 = 60;
/// The second best has at most this many per cent of the best.
pub const CLEAR: u32 = 80;
/// So many of a sentence's rarest words lead to clusters …
const LEADS: usize = 12;
/// … and each word to so many of the newest.
const FOLLOWED: usize = 64;
/// Longer stretches are no time of one event, in days.
const LONGEST: i64 = 366;

/// Drafts that are one event.
#[derive(Default)]
pub struct Cluster {
    /// Indices of drafts, sorted; those of the most exact time first.
    pub drafts: Vec<usize>,
    /// What its sentences are about.
    pub centre: Centre,
    /// Clusters that are possibly the same, sorted.
    pub maybes: BTreeSet<usize>,
    time: Option<(NaiveDate, NaiveDate)>,
    occasions: BTreeSet<String>,
    nations: BTreeSet<String>,
    milestones: Milestones,
    /// Whether every sentence tells it as a plan, and whether one tells it as done; none of both where it is claimed.
    is_plan: bool,
    is_told: bool,
}

impl Cluster {
    fn of(draft: usize, topic: &Topic, order: &Order) -> Self {
        let mut cluster = Self { time: time(order), is_plan: true, ..Self::default() };
        cluster.add(draft, topic);
        cluster
    }

    fn add(&mut self, draft: usize, topic: &Topic) {
        self.drafts.push(draft);
        self.centre.add(&topic.bag);
        self.occasions.extend(topic.occasion.clone());
        self.nations.extend(topic.nations.iter().cloned());
        topic.milestone.iter().for_each(|milestone| self.milestones.add(milestone));
        self.is_plan &= topic.status == Some(EventStatus::Planned);
        self.is_told |= topic.status == Some(EventStatus::Happened);
    }

    /// Takes over another cluster; its time was less exact.
    fn absorb(&mut self, other: Self) {
        self.drafts.extend(other.drafts);
        self.centre.join(&other.centre);
        self.maybes.extend(other.maybes);
        self.occasions.extend(other.occasions);
        self.nations.extend(other.nations);
        self.milestones.join(other.milestones);
        self.is_plan &= other.is_plan;
        self.is_told |= other.is_told;
    }

    /// True where one was only planned and the other is told as done: that they are one takes more than words, since plans
    /// change (`by Monday the barrier could be holding ice`, `the barrier held none`).
    fn is_plan_of(&self, other: &Self) -> bool {
        self.is_plan && other.is_told || self.is_told && other.is_plan
    }

    /// True for a season and more.
    fn is_long(&self) -> bool {
        self.days().is_some_and(|days| days > LONG)
    }

    /// True where both name one occasion, and the countries that take part do not contradict.
    fn shares_occasion(&self, occasions: &BTreeSet<String>, nations: &BTreeSet<String>) -> bool {
        let agree = self.nations.is_empty() || nations.is_empty() || !self.nations.is_disjoint(nations);
        agree && !self.occasions.is_disjoint(occasions)
    }

    /// True where both name one occasion, and two or more countries that take part.
    fn shares_parties(&self, other: &Self) -> bool {
        let both = self.nations.intersection(&other.nations).count();
        both >= 2 && !self.occasions.is_disjoint(&other.occasions)
    }

    fn days(&self) -> Option<i64> {
        self.time.map(|(first, last)| (last - first).num_days() + 1)
    }
}

fn time(order: &Order) -> Option<(NaiveDate, NaiveDate)> {
    match order {
        Order::Dated(first, last, _) => Some((*first, *last)),
        Order::Undated(..) => None,
    }
}

/// The clusters of a corpus, by their first draft. `drafts` are sorted by time.
pub fn cluster(drafts: &[Draft<'_>], topics: &Topics) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let numbered: Vec<usize> = (0..drafts.len()).collect();
    for of_one_time in numbered.chunk_by(|&one, &other| {
        let times = (time(&drafts[one].order), time(&drafts[other].order));
        times.0.is_some() && times.0 == times.1
    }) {
        clusters.extend(same_time(of_one_time, drafts, topics, clusters.len()));
    }
    join_coarse(clusters, topics)
}

/// The clusters of drafts of one time; `offset` clusters came before them.
fn same_time(of_one_time: &[usize], drafts: &[Draft<'_>], topics: &Topics, offset: usize) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut leads: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut told: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for &draft in of_one_time {
        let topic = &topics.drafts[draft];
        let words = topic.bag.rarest(LEADS);
        let newest = |number: &u32| leads.get(number).into_iter().flatten().rev().take(FOLLOWED);
        let near: BTreeSet<usize> = words.iter().flat_map(newest).copied().collect();
        let likes: Vec<(u32, usize)> =
            near.into_iter().map(|at| (clusters[at].centre.likeness(&topic.bag), at)).collect();
        let own = Cluster::of(draft, topic, &drafts[draft].order);
        let best = |likes: &mut dyn Iterator<Item = (u32, usize)>| {
            likes.max_by_key(|&(likeness, at)| (likeness, std::cmp::Reverse(at)))
        };
        let nearest = best(&mut likes.iter().copied());
        let same = best(&mut likes.into_iter().filter(|&(likeness, at)| is_same(&own, &clusters[at], likeness, topic)));
        let known = topic.milestone.as_ref().and_then(|milestone| {
            let mut with = told.get(milestone.noun)?.iter().rev().take(FOLLOWED);
            with.find(|&&at| clusters[at].milestones.has(milestone)).copied()
        });
        let at = match same.map(|(_, at)| at).or(known) {
            Some(at) => {
                clusters[at].add(draft, topic);
                at
            }
            None => {
                let mut new = own;
                new.maybes.extend(nearest.filter(|(likeness, _)| *likeness >= MAYBE).map(|(_, at)| at + offset));
                clusters.push(new);
                clusters.len() - 1
            }
        };
        if let Some(milestone) = &topic.milestone {
            told.entry(milestone.noun).or_default().insert(at);
        }
        for number in words {
            let led = leads.entry(number).or_default();
            if led.last() != Some(&at) {
                led.push(at);
            }
        }
    }
    clusters
}

/// True where a sentence, alone in `own`, tells of the event of a cluster of its time.
fn is_same(own: &Cluster, other: &Cluster, likeness: u32, topic: &Topic) -> bool {
    let (least, fewest) = if own.is_long() { (SAME_COARSE, FEWEST_COMMON_LONG) } else { (SAME, FEWEST_COMMON) };
    let is_like = likeness >= least && other.centre.common(&topic.bag) >= fewest && !own.is_plan_of(other);
    is_like || likeness >= SAME_OCCASION && other.shares_occasion(&own.occasions, &own.nations)
}

/// Joins what is told for a stretch (`in August`) with the one event inside the stretch that it can mean.
fn join_coarse(mut clusters: Vec<Cluster>, topics: &Topics) -> Vec<Cluster> {
    let mut leads = Leads::default();
    for (at, cluster) in clusters.iter().enumerate() {
        for number in words_of(cluster, topics) {
            leads.words.entry(number).or_default().push(at);
        }
        for noun in cluster.milestones.nouns() {
            leads.milestones.entry(noun).or_default().push(at);
        }
        for occasion in &cluster.occasions {
            leads.occasions.entry(occasion.clone()).or_default().push(at);
        }
    }
    let is_coarse = |cluster: &Cluster| cluster.days().is_some_and(|days| (2..=LONGEST).contains(&days));
    let mut coarse: Vec<usize> = (0..clusters.len()).filter(|&at| is_coarse(&clusters[at])).collect();
    coarse.sort_by_key(|&at| (clusters[at].days(), at));
    let mut moved: BTreeMap<usize, usize> = BTreeMap::new();
    for at in coarse {
        match finer(&clusters, at, &near(&clusters, at, topics, &leads)) {
            Finer::One(target) => {
                let emptied = Cluster { time: clusters[at].time, ..Cluster::default() };
                let taken = std::mem::replace(&mut clusters[at], emptied);
                clusters[target].absorb(taken);
                moved.insert(at, target);
            }
            Finer::Several(targets) => clusters[at].maybes.extend(targets),
            Finer::None => {}
        }
    }
    for cluster in &mut clusters {
        if cluster.drafts.iter().all(|&draft| topics.drafts[draft].is_in_passing) {
            cluster.drafts.clear(); // nobody tells it
        }
    }
    renumbered(clusters, &moved)
}

/// The clusters that have a word among their rarest, name an occasion, or tell a milestone; sorted.
#[derive(Default)]
struct Leads {
    words: HashMap<u32, Vec<usize>>,
    occasions: HashMap<String, Vec<usize>>,
    milestones: HashMap<&'static str, Vec<usize>>,
}

fn words_of(cluster: &Cluster, topics: &Topics) -> BTreeSet<u32> {
    let drafts = cluster.drafts.iter().take(LEADS);
    drafts.flat_map(|&draft| topics.drafts[draft].bag.rarest(LEADS)).collect()
}

/// The clusters with a time inside that of cluster `at`, and a word in common.
fn near(clusters: &[Cluster], at: usize, topics: &Topics, leads: &Leads) -> Vec<usize> {
    let Some((first, last)) = clusters[at].time else { return Vec::new() };
    // clusters are sorted by their first day
    let from = clusters.partition_point(|other| other.time.is_some_and(|(day, _)| day < first));
    let to = clusters.partition_point(|other| other.time.is_some_and(|(day, _)| day <= last));
    let is_inside = |other: &usize| {
        let other = &clusters[*other];
        other.time.is_some_and(|(_, day)| day <= last) && other.days() < clusters[at].days()
    };
    let words = words_of(&clusters[at], topics);
    let of_words = words.iter().filter_map(|number| leads.words.get(number));
    let of_occasions = clusters[at].occasions.iter().filter_map(|occasion| leads.occasions.get(occasion));
    let of_milestones = clusters[at].milestones.nouns().filter_map(|noun| leads.milestones.get(noun));
    let behind = |all: &'_ Vec<usize>| all.partition_point(|&other| other < from);
    let found: BTreeSet<usize> = of_words
        .chain(of_occasions)
        .chain(of_milestones)
        .flat_map(|all| all[behind(all)..].iter().take_while(|&&other| other < to).take(FOLLOWED))
        .copied()
        .filter(|other| !clusters[*other].drafts.is_empty() && is_inside(other))
        .collect();
    found.into_iter().collect()
}

enum Finer {
    None,
    One(usize),
    Several(Vec<usize>),
}

/// The one event that a cluster of a longer time can mean.
fn finer(clusters: &[Cluster], at: usize, near: &[usize]) -> Finer {
    let own = &clusters[at];
    let mut tell_the_same = near.iter().copied().filter(|&other| clusters[other].milestones.shares(&own.milestones));
    if let (Some(only), None) = (tell_the_same.next(), tell_the_same.next()) {
        return Finer::One(only);
    }
    let least = if own.is_long() { SAME_OCCASION } else { ONLY_OCCASION };
    let is_rival = |other: &Cluster| {
        other.shares_occasion(&own.occasions, &own.nations) && other.centre.nearness(&own.centre) >= least
            || other.shares_parties(own)
    };
    let rivals: Vec<usize> = near.iter().copied().filter(|&other| is_rival(&clusters[other])).collect();
    let mut fits: Vec<(u32, usize)> = near
        .iter()
        .map(|&other| (clusters[other].centre.nearness(&own.centre), other))
        .filter(|&(likeness, other)| {
            let shares = || clusters[other].shares_occasion(&own.occasions, &own.nations);
            let is_only = rivals.as_slice() == [other];
            let is_near = likeness >= SAME_COARSE && clusters[other].centre.shared(&own.centre) >= FEWEST_COMMON;
            let is_like = is_near && !own.is_long() && !own.is_plan_of(&clusters[other]);
            is_like || likeness >= SAME_SENTENCE || likeness >= SAME_OCCASION && shares() || is_only
        })
        .collect();
    fits.sort_by_key(|&(likeness, other)| (std::cmp::Reverse(likeness), other));
    match fits.as_slice() {
        [] if rivals.is_empty() => Finer::None,
        [] => Finer::Several(rivals.into_iter().take(MOST_MAYBES).collect()),
        [(_, only)] => Finer::One(*only),
        [(best, first), (second, _), ..] if second * 100 <= best * CLEAR => Finer::One(*first),
        several => Finer::Several(several.iter().take(MOST_MAYBES).map(|(_, other)| *other).collect()),
    }
}

/// A cluster is possibly the same as at most so many others.
pub const MOST_MAYBES: usize = 5;

/// The clusters that have drafts, their numbers in `maybes` made new.
fn renumbered(clusters: Vec<Cluster>, moved: &BTreeMap<usize, usize>) -> Vec<Cluster> {
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, _) in clusters.iter().enumerate().filter(|(_, cluster)| !cluster.drafts.is_empty()) {
        places.insert(at, places.len());
    }
    let place = |at: usize| places.get(&moved.get(&at).copied().unwrap_or(at)).copied();
    let mut kept: Vec<Cluster> = Vec::with_capacity(places.len());
    for (at, cluster) in clusters.into_iter().enumerate().filter(|(_, cluster)| !cluster.drafts.is_empty()) {
        let own = place(at);
        let maybes = cluster.maybes.iter().filter_map(|&other| place(other)).filter(|&other| Some(other) != own);
        kept.push(Cluster { maybes: maybes.take(MOST_MAYBES).collect(), ..cluster });
    }
    for at in 0..kept.len() {
        for other in kept[at].maybes.clone() {
            if kept[other].maybes.len() < MOST_MAYBES {
                kept[other].maybes.insert(at);
            }
        }
    }
    kept
}
