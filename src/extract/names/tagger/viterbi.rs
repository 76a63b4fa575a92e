//! Viterbi decoding: the best sequence of labels for a stretch of tokens.

use super::label::{LABELS, Label, LabelSet};

/// What a token scores under each label.
pub type Scores = [i32; LABELS];

/// What a label scores behind another: `transitions[before][label]`.
pub type Transitions = [Scores; LABELS];

/// No sum of scores comes near it.
const IMPOSSIBLE: i32 = i32::MIN / 4;

/// The allowed steps with their scores, laid out for decoding: `by_label[label]` lists what may
/// stand before.
#[derive(Debug, Clone)]
pub struct Steps {
    by_label: Vec<Vec<(usize, i32)>>,
}

impl Steps {
    /// Keeps the allowed steps of a table.
    pub fn new(transitions: &Transitions) -> Self {
        let before = |label: Label| {
            let allowed = Label::all().filter(|before| before.may_precede(label));
            allowed.map(|before| (before.index(), transitions[before.index()][label.index()])).collect()
        };
        Self { by_label: Label::all().map(before).collect() }
    }
}

/// The best labels for a stretch that stands between tokens outside of every name. `allowed` says
/// what each token may be; [`Label::OUTSIDE`] must be among it. Of two equally good ones the one of
/// the lower labels.
pub fn decode(scores: &[Scores], allowed: &[LabelSet], steps: &Steps) -> Vec<Label> {
    let mut best = [IMPOSSIBLE; LABELS];
    best[0] = 0;
    let mut came_from: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for (scores, allowed) in scores.iter().zip(allowed) {
        let mut next = [IMPOSSIBLE; LABELS];
        let mut from = [0; LABELS];
        for label in (0..LABELS).filter(|&label| allowed.has(label)) {
            for &(before, step) in &steps.by_label[label] {
                let sum = best[before] + step;
                if sum > next[label] {
                    next[label] = sum;
                    from[label] = before as u8;
                }
            }
            next[label] += scores[label];
        }
        best = next.map(|sum| sum.max(IMPOSSIBLE));
        came_from.push(from);
    }
    let closed = |label: &usize| Label::at(*label).may_precede(Label::OUTSIDE);
    let score = |label: usize| {
        best[label] + steps.by_label[0].iter().find(|(before, _)| *before == label).map_or(0, |step| step.1)
    };
    let mut at = (0..LABELS).filter(closed).max_by_key(|&label| (score(label), LABELS - label)).unwrap_or(0);
    let mut labels = vec![Label::OUTSIDE; scores.len()];
    for (place, from) in came_from.iter().enumerate().rev() {
        labels[place] = Label::at(at);
        at = usize::from(from[at]);
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::super::label::Place;
    use super::*;
    use crate::model::NameKind;

    #[test]
    fn the_best_path_is_a_possible_one() {
        let begin = Label::new(NameKind::Person, Place::Begin);
        let last = Label::new(NameKind::Person, Place::Last);
        let unit = Label::new(NameKind::Place, Place::Unit);
        let score = |pairs: &[(Label, i32)]| {
            let mut scores = [0; LABELS];
            pairs.iter().for_each(|(label, score)| scores[label.index()] = *score);
            scores
        };
        let steps = Steps::new(&[[0; LABELS]; LABELS]);
        let all = [LabelSet::ALL; 2];
        let both = [score(&[(begin, 3), (unit, 4)]), score(&[(last, 3)])];
        assert_eq!(decode(&both, &all, &steps), [begin, last]);
        let first = [score(&[(begin, 5), (unit, 4)]), score(&[])];
        assert_eq!(decode(&first, &all, &steps), [begin, last], "an opened name is closed");
        assert_eq!(decode(&both, &[LabelSet::ALL, LabelSet::OUTSIDE], &steps), [unit, Label::OUTSIDE]);
        assert_eq!(decode(&[], &[], &steps), []);
    }
}
