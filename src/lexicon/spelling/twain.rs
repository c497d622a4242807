//! Whether two full names are plainly those of two people. Between scripts a name may be spelt in ways that no rule
//! knows, so that two given names that the data knows or words of other sounds must tell it.

use crate::lexicon::Lexicon;
use crate::lexicon::spelling::whole::without_particles;
use crate::lexicon::spelling::{Part, Spelt, Why, compare_word, mixed};
use std::collections::BTreeSet;

/// Of a hundred consonants of two words how many are the same at most that sound unlike.
const UNLIKE: usize = 50;

impl Lexicon {
    /// Whether two names in full can be no one person's.
    #[must_use]
    pub fn are_two_names(&self, left: &str, right: &str) -> bool {
        if self.is_same_name(left, right).same {
            return false;
        }
        let (Some(left), Some(right)) = (Spelt::new(self, left), Spelt::new(self, right)) else {
            return false;
        };
        let is_across = left.language.tag != right.language.tag;
        let (left, right) = (bare(&left), bare(&right));
        let (Some(first), Some(last)) = (ends(&left, &right, true), ends(&left, &right, false)) else {
            return false;
        };
        let is_held = |one: &[Part<'_>], two: &[Part<'_>]| one.iter().all(|word| is_in(*word, two));
        if is_held(&left, &right) || is_held(&right, &left) {
            return false;
        }
        if is_across {
            [first, last].into_iter().any(|(one, two)| are_unlike(one, two))
        } else {
            !is_spelt_anew(first, last)
        }
    }

    /// Whether two names have their first or last word in common.
    #[must_use]
    pub fn share_name(&self, left: &str, right: &str) -> bool {
        let (Some(left), Some(right)) = (Spelt::new(self, left), Spelt::new(self, right)) else {
            return false;
        };
        let (left, right) = (bare(&left), bare(&right));
        let is_one = |first: bool| {
            ends(&left, &right, first).is_some_and(|(one, two)| compare_word(one, two).is_same())
        };
        is_one(true) || is_one(false)
    }
}

impl Lexicon {
    /// Whether a word of one name is a word of the other.
    #[must_use]
    pub fn share_word(&self, left: &str, right: &str) -> bool {
        let (Some(left), Some(right)) = (Spelt::new(self, left), Spelt::new(self, right)) else {
            return false;
        };
        left.all().into_iter().any(|one| is_in(one, &right.all()))
    }

    /// Whether no word of one name may be a word of the other.
    #[must_use]
    pub fn share_no_word(&self, left: &str, right: &str) -> bool {
        let (Some(left), Some(right)) = (Spelt::new(self, left), Spelt::new(self, right)) else {
            return false;
        };
        let is_across = left.language.tag != right.language.tag;
        let apart = |one: Part<'_>, two: Part<'_>| {
            if is_across { are_unlike(one, two) } else { !compare_word(one, two).is_same() }
        };
        left.all().into_iter().all(|one| right.all().into_iter().all(|two| apart(one, two)))
    }
}

/// The words of a name behind its titles, without what only joins them or begins a family's name: *Ben* Youssef.
fn bare<'s>(name: &'s Spelt<'_>) -> Vec<Part<'s>> {
    let mut parts = without_particles(&name.bare());
    if parts.len() > 1 && parts.first().is_some_and(|part| part.language.spelling.is_particle(part.word)) {
        parts.remove(0);
    }
    parts
}

/// The first or the last words of two names.
fn ends<'s>(left: &[Part<'s>], right: &[Part<'s>], first: bool) -> Option<(Part<'s>, Part<'s>)> {
    let end = |parts: &[Part<'s>]| if first { parts.first().copied() } else { parts.last().copied() };
    end(left).zip(end(right))
}

fn is_in(word: Part<'_>, name: &[Part<'_>]) -> bool {
    name.iter().any(|other| compare_word(word, *other).is_same())
}

/// Whether two names of one script have one last word, and first words of one row of sounds which are not known for
/// two: papers write a foreign given name in several ways.
fn is_spelt_anew(first: (Part<'_>, Part<'_>), last: (Part<'_>, Part<'_>)) -> bool {
    let why = compare_word(first.0, first.1);
    let (one, two) = (sounds(first.0), sounds(first.1));
    compare_word(last.0, last.1).is_same()
        && !matches!(why, Why::GivenNamesDiffer(..))
        && one.len() == two.len()
        && one.len() > 1
        && common(&one, &two) == one.len()
}

/// Whether two words of two scripts are plainly two names.
fn are_unlike(left: Part<'_>, right: Part<'_>) -> bool {
    let why = compare_word(left, right);
    if matches!(why, Why::GivenNamesDiffer(..)) || why.is_same() {
        return !why.is_same();
    }
    let (one, two) = (sounds(left), sounds(right));
    let most = one.len().max(two.len());
    most > 1 && common(&one, &two) * 100 <= most * UNLIKE
}

/// The consonants of a word, each with all that it may sound like.
fn sounds(part: Part<'_>) -> Vec<BTreeSet<char>> {
    let word = part.language.without_article(part.word).unwrap_or(part.word);
    let letter = |letter: char| -> BTreeSet<char> {
        let readings = part.language.spelling.readings(letter.encode_utf8(&mut [0; 4]));
        let all = readings.iter().filter_map(|(letters, _)| letters.chars().next());
        let own = Some(letter).filter(char::is_ascii);
        all.chain(own).flat_map(mixed).map(rough).collect()
    };
    word.chars().map(letter).filter(|sounds| !sounds.contains(&'a') && !sounds.is_empty()).collect()
}

/// One letter for sounds that one language writes for those of another that it lacks.
const fn rough(sound: char) -> char {
    match sound {
        'p' => 'b',
        'v' => 'f',
        'g' | 'j' | 'q' | 'c' => 'k',
        'z' => 's',
        'd' => 't',
        other => other,
    }
}

/// How many sounds of two words stand in both in one order.
fn common(left: &[BTreeSet<char>], right: &[BTreeSet<char>]) -> usize {
    let mut before = vec![0; right.len() + 1];
    for one in left {
        let mut row = vec![0];
        for (at, two) in right.iter().enumerate() {
            let same = before[at] + usize::from(!one.is_disjoint(two));
            row.push(same.max(before[at + 1]).max(row[at]));
        }
        before = row;
    }
    before.last().copied().unwrap_or_default()
}
