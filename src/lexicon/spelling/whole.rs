//! Whether the words of two names are those of one name: in order, turned, shortened, or written joined and apart.

use crate::lexicon::spelling::align::{Word, is_one_word};
use crate::lexicon::spelling::{Part, Why, compare_word, is_initial};
use std::collections::BTreeSet;

/// Most words of a name that are compared one by one.
const MOST_WORDS: usize = 12;

/// Compares two names word by word.
pub(super) fn compare_words(left: &[Part], right: &[Part]) -> Why {
    let joined = |parts: &[Part]| parts.iter().map(|part| part.word).collect::<String>();
    let (left_joined, right_joined) = (joined(left), joined(right));
    if left_joined == right_joined {
        return if left.len() == right.len() { Why::SameLetters } else { Why::SpacesDiffer };
    }
    if left.len().max(right.len()) > MOST_WORDS {
        return Why::WordsMissing;
    }
    let found =
        compare_parts(&without_particles(left), &without_particles(right), &left_joined, &right_joined);
    if !found.is_same() && fits_joined(left, right) { Why::SpacesDiffer } else { found }
}

/// Compares two names by their words, without the particles; `left_joined` and `right_joined` are their letters with
/// them.
fn compare_parts(left: &[Part], right: &[Part], left_joined: &str, right_joined: &str) -> Why {
    if left.len() == right.len() {
        return compare_in_order(left, right);
    }
    let (shorter, longer) = if left.len() < right.len() { (left, right) } else { (right, left) };
    if shorter.len() == 1 && longer.len() == 2 {
        let (one, two) = (&left[0].language.spelling, &right[0].language.spelling);
        if is_one_word(&Word::new(one, left_joined), &Word::new(two, right_joined)) {
            return Why::SpacesDiffer;
        }
    }
    let ends_fit = shorter.len() > 1 && is_within(shorter, longer);
    if ends_fit { Why::Shortened } else { Why::WordsMissing }
}

/// Whether two names of several words are one where two words of one may be written as one word of the other:
/// *Bensouda*, *Ben Souda*. What is written as one is compared with the particles.
fn fits_joined(left: &[Part], right: &[Part]) -> bool {
    if left.len().min(right.len()) < 2
        || left.len() == right.len() && !has_particle(left) && !has_particle(right)
    {
        return false;
    }
    let mut open = vec![(0, 0)];
    let mut known = BTreeSet::new();
    while let Some((one, two)) = open.pop() {
        if one == left.len() && two == right.len() {
            return true;
        }
        if !known.insert((one, two)) {
            continue;
        }
        let (first, second) = (left.get(one..).unwrap_or_default(), right.get(two..).unwrap_or_default());
        if let ([first, ..], [second, ..]) = (first, second)
            && compare_word(*first, *second).is_same()
        {
            open.push((one + 1, two + 1));
        }
        if is_joined_to(first, second) {
            open.push((one + 2, two + 1));
        }
        if is_joined_to(second, first) {
            open.push((one + 1, two + 2));
        }
        open.extend(skipped(first, one > 0).map(|n_words| (one + n_words, two)));
        open.extend(skipped(second, two > 0).map(|n_words| (one, two + n_words)));
    }
    false
}

/// One, where a name goes on with a particle that may be left out.
fn skipped(rest: &[Part], is_behind: bool) -> Option<usize> {
    let first = rest.first().filter(|_| is_behind && rest.len() > 1)?;
    first.language.spelling.is_particle(first.word).then_some(1)
}

fn has_particle(parts: &[Part]) -> bool {
    parts.iter().any(|part| part.language.spelling.is_particle(part.word))
}

/// Whether the first two words of one rest of a name, written as one, are the first word of another.
fn is_joined_to(rest: &[Part], other: &[Part]) -> bool {
    let ([first, second, ..], [other, ..]) = (rest, other) else { return false };
    let spelling = &first.language.spelling;
    let fits = |second: &str| {
        let joined = [first.word, second].concat();
        let whole = spelling.are_one_given(&joined, (&other.language.spelling, other.word));
        let sounds =
            || is_one_word(&Word::new(spelling, &joined), &Word::new(&other.language.spelling, other.word));
        whole.unwrap_or_else(sounds)
    };
    !is_initial(first.word)
        && !is_initial(second.word)
        && (fits(second.word) || second.language.without_article(second.word).is_some_and(fits))
}

/// Whether the first and the last word of the shorter name are those of the longer one, and all between
/// stand there in the same order.
fn is_within(shorter: &[Part], longer: &[Part]) -> bool {
    let fits = |left: Option<&Part>, right: Option<&Part>| {
        left.zip(right).is_some_and(|(left, right)| compare_word(*left, *right).is_same())
    };
    if !fits(shorter.first(), longer.first()) || !fits(shorter.last(), longer.last()) {
        return false;
    }
    let mut rest = longer[1..longer.len() - 1].iter();
    shorter[1..shorter.len() - 1].iter().all(|word| rest.any(|other| compare_word(*word, *other).is_same()))
}

/// The words of a name without the particles between two of them.
pub(super) fn without_particles<'l>(parts: &[Part<'l>]) -> Vec<Part<'l>> {
    let last = parts.len().saturating_sub(1);
    let is_particle =
        |idx: usize, part: &Part| idx > 0 && idx < last && part.language.spelling.is_particle(part.word);
    let kept = parts.iter().enumerate().filter(|(idx, part)| !is_particle(*idx, part));
    kept.map(|(_, part)| *part).collect()
}

fn compare_in_order(left: &[Part], right: &[Part]) -> Why {
    let mut why = Why::SameSounds;
    for (one, two) in left.iter().zip(right) {
        let found = compare_word(*one, *two);
        if found == Why::Initial {
            why = Why::Initial;
        } else if !found.is_same() {
            return if is_rotated(left, right) { Why::OrderDiffers } else { found };
        }
    }
    // Initials alone tell no name.
    let only_initials = left.iter().zip(right).all(|(one, two)| is_initial(one.word) || is_initial(two.word));
    if why == Why::Initial && only_initials { Why::WordsMissing } else { why }
}

/// Whether the last word of one, the family name, stands first in the other. Where all words are given
/// names, as a person's and the father's, their order tells who is who.
fn is_rotated(left: &[Part], right: &[Part]) -> bool {
    let n_words = left.len();
    let fits = |turn: usize| {
        (0..n_words).all(|idx| {
            let (one, two) = (left[idx].word, right[(idx + turn) % n_words].word);
            !is_initial(one)
                && !is_initial(two)
                && compare_word(left[idx], right[(idx + turn) % n_words]).is_same()
        })
    };
    let is_given = |part: &Part| !part.language.spelling.given(part.word).is_empty();
    n_words > 1 && !left.iter().all(is_given) && (fits(1) || fits(n_words - 1))
}
