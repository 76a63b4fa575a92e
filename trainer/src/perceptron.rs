//! The averaged structured perceptron (Collins 2002), with a margin and with features left out at
//! random (Hinton et al. 2012), so that no single one is relied on.

use annalist::extract::names::tagger::label::{LABELS, Label, LabelSet};
use annalist::extract::names::tagger::model::ROW;
use annalist::extract::names::tagger::viterbi::{Scores, Steps, Transitions, decode};
use clap::Args;

/// A stretch of tokens to learn from.
#[derive(Debug)]
pub struct Example {
    /// The features of each token, as indices.
    pub features: Vec<Vec<u32>>,
    /// What each token may be.
    pub allowed: Vec<LabelSet>,
    /// What the annotation says it is.
    pub gold: Vec<LabelSet>,
}

/// How to train.
#[derive(Debug, Clone, Copy, Args)]
pub struct Training {
    /// A feature's index has this many bits.
    #[arg(long, default_value_t = 18)]
    pub bits: u32,
    /// Passes over all examples.
    #[arg(long, default_value_t = 8)]
    pub rounds: u32,
    /// How often everything is learnt, each time in another order.
    #[arg(long, default_value_t = 4)]
    pub seeds: u64,
    /// Of a thousand features, how many are left out at random at each sight.
    #[arg(long, default_value_t = 400)]
    pub left_out: u64,
    /// What a missed name costs beyond the margin.
    #[arg(long, default_value_t = 5)]
    pub miss: i32,
    /// By how much the right labels must win.
    #[arg(long, default_value_t = 20)]
    pub margin: i32,
}

/// Trained weights, before they are cut to size.
#[derive(Debug)]
pub struct Means {
    /// Sixteen a feature.
    pub emissions: Vec<f64>,
    /// What may follow what.
    pub transitions: Vec<f64>,
}

/// Weights with their running sums.
struct Averaged {
    now: Vec<i32>,
    sum: Vec<i64>,
}

impl Averaged {
    fn new(length: usize) -> Self {
        Self { now: vec![0; length], sum: vec![0; length] }
    }

    fn add(&mut self, at: usize, change: i32, time: i64) {
        self.now[at] += change;
        self.sum[at] += i64::from(change) * time;
    }

    fn mean(&self, time: i64) -> Vec<f64> {
        let mean = |(now, sum): (&i32, &i64)| f64::from(*now) - *sum as f64 / time as f64;
        self.now.iter().zip(&self.sum).map(mean).collect()
    }
}

/// A small generator of numbers that look random (splitmix64): the same on every machine.
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.roll() % bound.max(1) as u64) as usize
    }
}

struct Learner {
    emissions: Averaged,
    transitions: Averaged,
    training: Training,
    dice: Dice,
    time: i64,
}

/// Learns from the examples several times in other orders, and takes the mean.
pub fn train(examples: &[Example], training: Training) -> Means {
    let mut mean = learn(examples, training, 1);
    for seed in 2..=training.seeds {
        let other = learn(examples, training, seed);
        let add = |sum: &mut Vec<f64>, other: Vec<f64>| sum.iter_mut().zip(other).for_each(|(sum, one)| *sum += one);
        add(&mut mean.emissions, other.emissions);
        add(&mut mean.transitions, other.transitions);
    }
    mean
}

fn learn(examples: &[Example], training: Training, seed: u64) -> Means {
    let mut learner = Learner {
        emissions: Averaged::new(ROW << training.bits),
        transitions: Averaged::new(LABELS * LABELS),
        training,
        dice: Dice(seed),
        time: 1,
    };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for _ in 0..training.rounds {
        for at in (1..order.len()).rev() {
            order.swap(at, learner.dice.below(at + 1));
        }
        order.iter().for_each(|&at| learner.see(&examples[at]));
    }
    Means { emissions: learner.emissions.mean(learner.time), transitions: learner.transitions.mean(learner.time) }
}

impl Learner {
    fn see(&mut self, example: &Example) {
        let features: Vec<Vec<u32>> = example.features.iter().map(|features| self.kept(features)).collect();
        let steps = Steps::new(&self.table());
        let mut scores: Vec<Scores> = features.iter().map(|features| self.scores(features)).collect();
        let gold = decode(&scores, &example.gold, &steps);
        scores.iter_mut().zip(&gold).for_each(|(scores, gold)| self.charge(scores, *gold));
        let found = decode(&scores, &example.allowed, &steps);
        self.time += 1;
        if found == gold {
            return;
        }
        for (features, (gold, found)) in features.iter().zip(gold.iter().zip(&found)) {
            if gold != found {
                self.update(features, *gold, 1);
                self.update(features, *found, -1);
            }
        }
        self.update_steps(&gold, 1);
        self.update_steps(&found, -1);
    }

    fn kept(&mut self, features: &[u32]) -> Vec<u32> {
        let left_out = self.training.left_out;
        features.iter().filter(|_| left_out == 0 || self.dice.roll() % 1000 >= left_out).copied().collect()
    }

    fn table(&self) -> Transitions {
        let mut table = [[0; LABELS]; LABELS];
        table.iter_mut().flatten().zip(&self.transitions.now).for_each(|(score, now)| *score = *now);
        table
    }

    fn scores(&self, features: &[u32]) -> Scores {
        let mut scores = [0; LABELS];
        for &feature in features {
            let row = &self.emissions.now[feature as usize * ROW..feature as usize * ROW + ROW];
            scores[1..].iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
        }
        scores
    }

    /// Adds what each wrong label costs, so that the right one must win by a margin.
    fn charge(&self, scores: &mut Scores, gold: Label) {
        for label in Label::all().filter(|label| *label != gold) {
            let missed = if label == Label::OUTSIDE { self.training.miss } else { 0 };
            scores[label.index()] += self.training.margin + missed;
        }
    }

    fn update(&mut self, features: &[u32], label: Label, change: i32) {
        let Some(column) = label.index().checked_sub(1) else { return };
        for &feature in features {
            self.emissions.add(feature as usize * ROW + column, change, self.time);
        }
    }

    fn update_steps(&mut self, labels: &[Label], change: i32) {
        let mut before = Label::OUTSIDE;
        for &label in labels.iter().chain([&Label::OUTSIDE]) {
            self.transitions.add(before.index() * LABELS + label.index(), change, self.time);
            before = label;
        }
    }
}

#[cfg(test)]
mod tests {
    use annalist::extract::names::tagger::label::Place;
    use annalist::model::NameKind;

    use super::*;

    #[test]
    fn what_is_shown_is_learnt_and_always_in_the_same_way() {
        let unit = Label::new(NameKind::Person, Place::Unit);
        let example = |feature: u32, label: Label| Example {
            features: vec![vec![0, feature]],
            allowed: vec![LabelSet::ALL],
            gold: vec![LabelSet::of([label])],
        };
        let examples = [example(1, unit), example(2, Label::OUTSIDE)];
        let training = Training { bits: 2, rounds: 5, seeds: 2, left_out: 0, miss: 0, margin: 1 };
        let means = train(&examples, training);
        let weight = |feature: usize| means.emissions[feature * ROW + unit.index() - 1];
        assert!(weight(1) > 0.0 && weight(0) + weight(2) < weight(0) + weight(1));
        assert_eq!(train(&examples, training).emissions, means.emissions);
    }
}
