//! Whom an actor appears with, drawn: the actor in the middle, the others around it, and lines between
//! those that the same texts name. The table of the page has the same and more.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write;

use serde::Serialize;

use crate::model::Together;
use crate::page::site::Site;
use crate::text::compare::shorten;

/// With more, the names overlap.
const MOST: usize = 14;
/// Fewer are seen faster in the table.
const FEWEST: usize = 5;
/// Whom fewer texts name with the actor is not drawn: it may be chance.
const FEWEST_SHARED: usize = 3;
/// Two of the others are joined where so many of the actor's texts name both, …
const FEWEST_TEXTS: usize = 2;
/// … each with so many that it stands nearest: with all lines everybody is joined with everybody.
const NEAREST: usize = 2;
/// The drawing, its middle and the half axes of the ring of names.
const WIDTH: i32 = 640;
const HEIGHT: i32 = 400;
const RING: (i32, i32) = (165, 160);
/// The longest name beside a node, in characters.
const LONGEST_NAME: usize = 24;

/// The drawing.
#[derive(Debug, Serialize)]
pub(super) struct NetworkView {
    width: i32,
    height: i32,
    /// The middle.
    x: i32,
    y: i32,
    nodes: Vec<NodeView>,
    /// Lines to the middle, and between the others, as paths; the second may be empty.
    spokes: String,
    lines: String,
}

#[derive(Debug, Serialize)]
struct NodeView {
    name: String,
    href: String,
    x: i32,
    y: i32,
    /// Where its name stands, and to which side it runs: `start`, `middle`, `end`.
    text_x: i32,
    text_y: i32,
    side: &'static str,
}

/// The actor and the first of its company, in that order around it; `None` where they are few.
pub(super) fn network(site: &Site, actor: usize, company: &[(usize, Together)]) -> Option<NetworkView> {
    let often = company.iter().take(MOST).filter(|(_, shared)| shared.texts >= FEWEST_SHARED);
    let others: &[usize] = &often.map(|&(other, _)| other).collect::<Vec<_>>();
    let pairs = pairs(site, actor, others);
    if others.len() < FEWEST || pairs.is_empty() {
        return None;
    }
    let base = "../";
    let places: Vec<(i32, i32)> = (0..others.len()).map(|at| place(at, others.len())).collect();
    let nodes = others.iter().zip(&places).map(|(&other, &(x, y))| {
        let link = site.neighbour_link(other, base);
        let (text_x, text_y, side) = beside((x, y));
        NodeView { name: shorten(&link.text, LONGEST_NAME), href: link.href, x, y, text_x, text_y, side }
    });
    let (x, y) = (WIDTH / 2, HEIGHT / 2);
    Some(NetworkView {
        width: WIDTH,
        height: HEIGHT,
        x,
        y,
        nodes: nodes.collect(),
        spokes: path(places.iter().map(|&place| ((x, y), place))),
        lines: path(pairs.into_iter().map(|(one, other)| (places[one], places[other]))),
    })
}

/// Each of `others` with the [`NEAREST`] that most texts of the actor name together with it, by their places.
fn pairs(site: &Site, actor: usize, others: &[usize]) -> Vec<(usize, usize)> {
    let mut texts = vec![vec![0; others.len()]; others.len()];
    for (document, story) in site.index.company.stories_of(site.dossier, actor) {
        let named = site.index.company.named_in(document, story);
        let present: Vec<usize> = (0..others.len()).filter(|&at| named.binary_search(&others[at]).is_ok()).collect();
        for (&one, &other) in present.iter().flat_map(|one| present.iter().map(move |other| (one, other))) {
            texts[one][other] += usize::from(one != other);
        }
    }
    nearest(&texts)
}

fn nearest(texts: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    for (one, shared) in texts.iter().enumerate() {
        let mut others: Vec<usize> = (0..shared.len()).filter(|&other| shared[other] >= FEWEST_TEXTS).collect();
        others.sort_by_key(|&other| (Reverse(shared[other]), other));
        pairs.extend(others.into_iter().take(NEAREST).map(|other| (one.min(other), one.max(other))));
    }
    pairs.into_iter().collect()
}

/// The place of a node on the ring, from the top clockwise.
fn place(at: usize, count: usize) -> (i32, i32) {
    let (at, count) = (4 * at as i32, 4 * count as i32);
    (WIDTH / 2 + sine(at, count, RING.0), HEIGHT / 2 - sine(at + count / 4, count, RING.1))
}

/// `radius` times the sine of `at` steps of `count` to a turn, by Bhaskara's formula: off by less than a 600th, and
/// the same on every machine, which the sine of the mathematical library is not.
fn sine(at: i32, count: i32, radius: i32) -> i32 {
    let halves = 2 * at.rem_euclid(count);
    let (sign, halves) = if halves > count { (-1, halves - count) } else { (1, halves) };
    let arch = halves * (count - halves);
    let (over, under) = (16 * arch * radius, 5 * count * count - 4 * arch);
    sign * (2 * over + under) / (2 * under)
}

/// A name stands outside the ring.
fn beside((x, y): (i32, i32)) -> (i32, i32, &'static str) {
    match x - WIDTH / 2 {
        away if away > 30 => (x + 9, y + 4, "start"),
        away if away < -30 => (x - 9, y + 4, "end"),
        _ if y < HEIGHT / 2 => (x, y - 12, "middle"),
        _ => (x, y + 22, "middle"),
    }
}

fn path(lines: impl Iterator<Item = ((i32, i32), (i32, i32))>) -> String {
    lines.fold(String::new(), |mut path, ((x, y), (to_x, to_y))| {
        write!(path, "M{x} {y}L{to_x} {to_y}").expect("writing to a string does not fail");
        path
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_stand_around_the_middle_and_their_names_outside() {
        assert_eq!((place(0, 4), place(1, 4)), ((320, 40), (485, 200)));
        assert_eq!((place(2, 4), place(3, 4)), ((320, 360), (155, 200)));
        let sides: Vec<_> = (0..4).map(|at| beside(place(at, 4)).2).collect();
        assert_eq!(sides, ["middle", "start", "middle", "end"]);
    }

    #[test]
    fn the_ring_is_round_to_a_pixel() {
        for count in FEWEST..=MOST {
            for at in 0..count {
                let turn = std::f64::consts::TAU * at as f64 / count as f64;
                let (x, y) = place(at, count);
                let (exact_x, exact_y) = (320.0 + 165.0 * turn.sin(), 200.0 - 160.0 * turn.cos());
                let away = (f64::from(x) - exact_x).hypot(f64::from(y) - exact_y);
                assert!(away < 1.0, "{at} of {count}: {away}");
            }
        }
    }

    #[test]
    fn everybody_is_joined_with_the_two_nearest() {
        let texts = [vec![0, 5, 4, 3], vec![5, 0, 1, 0], vec![4, 1, 0, 0], vec![3, 0, 0, 0]];
        assert_eq!(nearest(&texts), [(0, 1), (0, 2), (0, 3)]);
    }

    #[test]
    fn lines_are_numbers() {
        assert_eq!(path([((1, 2), (3, 4)), ((5, 6), (7, 8))].into_iter()), "M1 2L3 4M5 6L7 8");
    }
}
