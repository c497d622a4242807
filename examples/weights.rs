//! Fits the weights of `graph::alike::weights` to the labelled stories of `tests/stories`, by logistic regression with a
//! quadratic penalty, and prints the table that goes there.
//!
//! `cargo run --example weights` also prints how the weights do on stories that they were not fitted to, in ten
//! folds of whole stories: how many pairs are told at which evidence, and how many of them are right. `-- pairs`
//! prints every pair with its clues instead, one a line.

#![expect(clippy::disallowed_methods, reason = "a tool reads its own arguments")]

use factcheck::graph::alike::weights::{Clue, FULL};
use factcheck::load::Options;
use factcheck::run::analyse::analyse;
use std::io::{self, Write};

#[path = "../tests/gold/mod.rs"]
mod gold;

/// How strongly large weights are held back.
const PENALTY: f64 = 3.0;

/// Steps of the descent; a few are enough.
const STEPS: usize = 12;

/// Parts into which the stories are laid to be told from the others.
const FOLDS: usize = 10;

/// Hundredths of a ban in a natural logarithm.
const CENTIBANS: f64 = 43.429_448_190_325_18;

/// The clues that are always there: amounts and lengths, days, and years are fitted apart.
const BASES: [Clue; 3] = [Clue::Always, Clue::Day, Clue::Year];

/// Two figures that differ, with their clues.
struct Pair {
    story: usize,
    shares: Vec<f64>,
    is_right: bool,
    is_trap: bool,
    words: [String; 2],
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let pairs = pairs()?;
    if std::env::args().any(|argument| argument == "pairs") {
        for pair in &pairs {
            let shares: Vec<String> = pair.shares.iter().map(ToString::to_string).collect();
            let [left, right] = &pair.words;
            writeln!(out, "{}\t{}\t{left}\t{right}\t{}", pair.story, pair.is_right, shares.join("\t"))?;
        }
        return Ok(());
    }
    let right = pairs.iter().filter(|pair| pair.is_right).count();
    writeln!(out, "{} pairs, {right} of them counterparts", pairs.len())?;
    let mut weights = vec![0.0; Clue::all().count()];
    for base in BASES {
        let is_of = |pair: &&Pair| pair.shares[base as usize] != 0.0;
        let pairs: Vec<&Pair> = pairs.iter().filter(is_of).collect();
        writeln!(out, "{base:?}")?;
        left_out(&mut out, &pairs)?;
        for (weight, own) in weights.iter_mut().zip(fit(&pairs)) {
            *weight += own;
        }
    }
    for (clue, weight) in Clue::all().zip(weights) {
        writeln!(out, "    (Clue::{clue:?}, {:.0}),", weight * CENTIBANS)?;
    }
    Ok(())
}

/// Tells how the weights do on stories that they were not fitted to.
fn left_out(out: &mut impl Write, pairs: &[&Pair]) -> io::Result<()> {
    let mut told: Vec<(f64, &Pair)> = Vec::new();
    for fold in 0..FOLDS {
        let (own, others): (Vec<&Pair>, Vec<&Pair>) =
            pairs.iter().partition(|pair| pair.story % FOLDS == fold);
        let weights = fit(&others);
        told.extend(own.into_iter().map(|pair| (score(&weights, pair), pair)));
    }
    for least in [150.0, 100.0, 75.0, 50.0, 25.0, 0.0, -25.0, -50.0] {
        let said = told.iter().filter(|(score, _)| score * CENTIBANS >= least);
        let right = said.clone().filter(|(_, pair)| pair.is_right).count();
        let traps = said.clone().filter(|(_, pair)| pair.is_trap).count();
        writeln!(
            out,
            "from {least:>5} hundredths of a ban: {} told, {right} right, {traps} traps",
            said.count()
        )?;
    }
    Ok(())
}

/// The pairs of all stories.
fn pairs() -> io::Result<Vec<Pair>> {
    let mut pairs = Vec::new();
    for (story, folder) in gold::folders()?.iter().enumerate() {
        let gold = gold::Gold::read(folder)?;
        let differ = gold.pairs(|relation| relation == "contradict");
        let traps = gold.traps();
        let analysis = analyse(&gold::articles(folder)?, Options::default());
        let articles = &analysis.knowledge.articles;
        for weighed in analysis.knowledge.weighed.iter() {
            let (left, right) = (weighed.left, weighed.right);
            if gold::is_heading(left, articles) || gold::is_heading(right, articles) {
                continue;
            }
            let share = |clue| {
                let clues = weighed.evidence.clues().iter();
                clues.filter(|(known, _)| *known == clue).map(|(_, share)| *share as f64 / FULL as f64).sum()
            };
            let words = [left, right].map(|(article, span)| {
                let text = articles.get(article.0).and_then(|article| article.text.as_ref());
                let words = text.and_then(|text| text.source().get(span.start..span.end));
                words.unwrap_or_default().replace(['\n', '\t'], " ")
            });
            let is_right = differ.iter().any(|pair| gold::meet(*pair, left, right, articles));
            let is_trap = traps.iter().any(|pair| gold::meet(*pair, left, right, articles));
            pairs.push(Pair { story, shares: Clue::all().map(share).collect(), is_right, is_trap, words });
        }
    }
    Ok(pairs)
}

fn score(weights: &[f64], pair: &Pair) -> f64 {
    weights.iter().zip(&pair.shares).map(|(weight, share)| weight * share).sum()
}

/// The weights, in natural logarithms of odds, that tell counterparts from others best: Newton's method on the
/// likelihood, less half the penalty times the square of each weight in spreads of its clue.
fn fit(pairs: &[&Pair]) -> Vec<f64> {
    let size = Clue::all().count();
    let count = pairs.len() as f64;
    let mean = |at: usize, of: &dyn Fn(f64) -> f64| {
        pairs.iter().map(|pair| of(pair.shares[at])).sum::<f64>() / count
    };
    let spreads: Vec<f64> =
        (0..size).map(|at| mean(at, &|share| share * share) - mean(at, &|share| share).powi(2)).collect();
    let mut weights = vec![0.0; size];
    for _ in 0..STEPS {
        let mut slopes: Vec<f64> =
            weights.iter().zip(&spreads).map(|(weight, spread)| -PENALTY * spread * weight).collect();
        let mut bends = vec![vec![0.0; size]; size];
        for (at, spread) in spreads.iter().enumerate() {
            // A clue that no pair shows is left at nothing.
            bends[at][at] = PENALTY * spread + 1e-6;
        }
        for pair in pairs {
            let likely = 1.0 / (1.0 + (-score(&weights, pair)).exp());
            let missing = f64::from(u8::from(pair.is_right)) - likely;
            let there: Vec<(usize, f64)> =
                pair.shares.iter().copied().enumerate().filter(|(_, share)| *share != 0.0).collect();
            for (at, share) in &there {
                slopes[*at] += missing * share;
                for (other, with) in &there {
                    bends[*at][*other] += likely * (1.0 - likely) * share * with;
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(bends, slopes)) {
            *weight += step;
        }
    }
    weights
}

/// What solves a system of linear equations, by elimination; it is positive definite, and needs no other pivots.
fn solve(mut rows: Vec<Vec<f64>>, mut values: Vec<f64>) -> Vec<f64> {
    let size = values.len();
    for at in 0..size {
        let (done, rest) = rows.split_at_mut(at + 1);
        let (own, value) = (&done[at], values[at]);
        for (row, other) in rest.iter_mut().zip(values.iter_mut().skip(at + 1)) {
            let factor = row[at] / own[at];
            for (cell, above) in row.iter_mut().zip(own).skip(at) {
                *cell -= factor * above;
            }
            *other -= factor * value;
        }
    }
    for at in (0..size).rev() {
        let known: f64 = (at + 1..size).map(|other| rows[at][other] * values[other]).sum();
        values[at] = (values[at] - known) / rows[at][at];
    }
    values
}
