//! [`Label`]: what a token is to a name, in the BILOU scheme (Ratinov and Roth 2009).

use crate::model::NameKind;

/// The number of labels: outside, and four places in each of four kinds of name.
pub const LABELS: usize = 17;

/// Where a token stands in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first of several tokens.
    Begin,
    /// Between the first and the last.
    Inside,
    /// The last of several.
    Last,
    /// The only one.
    Unit,
}

/// Outside of every name, or a place in a name of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label(u8);

const KINDS: [NameKind; 4] = [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Other];
const PLACES: [Place; 4] = [Place::Begin, Place::Inside, Place::Last, Place::Unit];

impl Label {
    /// Outside of every name.
    pub const OUTSIDE: Self = Self(0);

    /// The label of a place in a name.
    pub fn new(kind: NameKind, place: Place) -> Self {
        let kind = KINDS.iter().position(|other| *other == kind).unwrap_or_default();
        Self((1 + 4 * kind + place as usize) as u8)
    }

    /// Every label; the first is [`Label::OUTSIDE`].
    pub fn all() -> impl Iterator<Item = Self> {
        (0..LABELS as u8).map(Self)
    }

    /// The label of an index below [`LABELS`].
    pub fn at(index: usize) -> Self {
        Self((index % LABELS) as u8)
    }

    /// Its index, below [`LABELS`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Kind and place; `None` outside.
    pub fn parts(self) -> Option<(NameKind, Place)> {
        let inside = self.index().checked_sub(1)?;
        Some((KINDS[inside / 4], PLACES[inside % 4]))
    }

    /// True where a token of this label may be followed by one of the other.
    pub fn may_precede(self, next: Self) -> bool {
        let opens = |label: Self| match label.parts() {
            Some((kind, Place::Begin | Place::Inside)) => Some(kind),
            _ => None,
        };
        let continues = |label: Self| match label.parts() {
            Some((kind, Place::Inside | Place::Last)) => Some(kind),
            _ => None,
        };
        opens(self) == continues(next)
    }
}

/// A set of labels, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelSet(u32);

impl LabelSet {
    /// Every label.
    pub const ALL: Self = Self((1 << LABELS) - 1);
    /// Only [`Label::OUTSIDE`].
    pub const OUTSIDE: Self = Self(1);

    /// The set of the given labels.
    pub fn of(labels: impl IntoIterator<Item = Label>) -> Self {
        Self(labels.into_iter().fold(0, |set, label| set | 1 << label.index()))
    }

    /// The places a small word or mark between capitals may take: outside or inside, not at an edge.
    pub fn linking() -> Self {
        Self::of(Label::all().filter(|label| matches!(label.parts(), None | Some((_, Place::Inside)))))
    }

    /// The places behind the first token of a name, or outside.
    pub fn closing() -> Self {
        Self::of(Label::all().filter(|label| matches!(label.parts(), None | Some((_, Place::Inside | Place::Last)))))
    }

    /// The labels of both sets.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// True when the label of this index is in the set.
    pub fn has(self, index: usize) -> bool {
        self.0 >> index & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_opened_before_it_goes_on_and_closed_before_another_begins() {
        let person = |place| Label::new(NameKind::Person, place);
        let place = |place| Label::new(NameKind::Place, place);
        let table = [
            (Label::OUTSIDE, person(Place::Begin), true),
            (Label::OUTSIDE, person(Place::Last), false),
            (person(Place::Begin), person(Place::Last), true),
            (person(Place::Begin), place(Place::Last), false),
            (person(Place::Begin), Label::OUTSIDE, false),
            (person(Place::Last), place(Place::Unit), true),
            (person(Place::Unit), Label::OUTSIDE, true),
            (person(Place::Inside), person(Place::Begin), false),
        ];
        for (one, next, expected) in table {
            assert_eq!(one.may_precede(next), expected, "{:?} {:?}", one.parts(), next.parts());
        }
    }

    #[test]
    fn a_label_is_its_kind_and_place() {
        for label in Label::all().skip(1) {
            let (kind, place) = label.parts().unwrap();
            assert_eq!(Label::new(kind, place), label);
        }
    }
}
