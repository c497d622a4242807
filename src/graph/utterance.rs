//! Which quotes of a story are one utterance, told by several articles.
//!
//! Quotes meet by the words that say something, and of each article the one that is likest. Whose words they
//! are said to be decides how much two must have in common, since papers name one speaker in many ways.

use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::fact::{Fact, FactIdx, SlotValue, specific};
use crate::graph::neighbours::Neighbourhood;
use crate::lexicon::Lexicon;
use crate::value::Value;
use crate::value::wording::Likeness;
use crate::value::words::{Name, Weight, Words};
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};

/// Most quotes that share a word and are still brought together by it.
const SHELF: usize = 64;

/// Shares of their words that two quotes must have in common: of one speaker, and of speakers not known.
const ONE_SPEAKER: (usize, usize) = (3, 5);
const ANY_SPEAKER: (usize, usize) = (2, 3);

/// The same of two speakers who are named, and the fewest words.
const TWO_SPEAKERS: (usize, usize) = (4, 5);
const UNMISTAKABLE: usize = 5;

/// Words in common that tell one utterance, and that tell that one is a part of the other.
const FEW: usize = 2;
const MANY: usize = 4;

/// Words in common and in order, those of grammar among them, and the share of all that tells one utterance.
const IN_ORDER: usize = 5;
const ALL: (usize, usize) = (3, 4);

/// The same of a short sentence of one speaker.
const SENTENCE: usize = 3;
const NEARLY: (usize, usize) = (2, 3);

/// The share of their words that two languages must have in common: of one speaker, and of any.
const SPOKEN: (usize, usize) = (1, 3);
const TRANSLATED: (usize, usize) = (1, 2);

/// How many times as many words a translation may have.
const LENGTHENED: usize = 2;

/// Who is said to speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Speakers {
    /// One person or body.
    One,
    /// Two persons, each by a full name.
    Two,
    /// Not known well enough.
    Unknown,
}

/// Two quotes that may be one utterance: the articles, and how much of their words they share.
struct Match {
    left: usize,
    right: usize,
    likeness: (usize, usize),
}

/// Sorts the quotes of a block by utterance.
pub(super) fn groups(
    facts: &[Fact],
    block: &[FactIdx],
    neighbourhood: &Neighbourhood,
    lexicon: &Lexicon,
) -> Vec<Vec<FactIdx>> {
    let quotes: Vec<(&Fact, &Words)> = block.iter().filter_map(|idx| quote(facts.get(idx.0)?)).collect();
    let candidates = candidates(&quotes);
    let judged = candidates.into_iter().filter_map(|(left, right)| {
        let (one, other) = (quotes.get(left)?, quotes.get(right)?);
        let likeness = likeness(*one, *other, neighbourhood, lexicon)?;
        Some(Match { left, right, likeness })
    });
    let matches: Vec<Match> = judged.collect();
    let mut best: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    let article = |at: usize| quotes.get(at).map_or(0, |(fact, _)| fact.article.0);
    for found in &matches {
        for (own, other) in [(found.left, found.right), (found.right, found.left)] {
            let likest = best.entry((own, article(other))).or_default();
            *likest = found.likeness.max(*likest);
        }
    }
    let is_likest = |own, other, found: &Match| best.get(&(own, article(other))) == Some(&found.likeness);
    let mut groups = UnionFind::new(quotes.len());
    for found in &matches {
        if is_likest(found.left, found.right, found) && is_likest(found.right, found.left, found) {
            groups.union(found.left, found.right);
        }
    }
    let mut members: BTreeMap<usize, Vec<FactIdx>> = BTreeMap::new();
    for (at, idx) in block.iter().enumerate() {
        members.entry(groups.find(at)).or_default().push(*idx);
    }
    members.into_values().collect()
}

fn quote(fact: &Fact) -> Option<(&Fact, &Words)> {
    if let Value::Words(words) = &fact.value { Some((fact, words)) } else { None }
}

/// The pairs of quotes that share a word that few have, in order.
fn candidates(quotes: &[(&Fact, &Words)]) -> BTreeSet<(usize, usize)> {
    let mut shelves: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (_, words)) in quotes.iter().enumerate() {
        let telling = words.keys.iter().filter(|key| key.weight == Weight::Content);
        let marks: BTreeSet<&str> = telling
            .flat_map(|key| std::iter::once(key.stem.as_str()).chain(key.concepts.iter().map(String::as_str)))
            .collect();
        for mark in marks {
            shelves.entry(mark).or_default().push(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for shelf in shelves.into_values().filter(|shelf| shelf.len() <= SHELF) {
        for (idx, left) in shelf.iter().enumerate() {
            pairs.extend(shelf.iter().skip(idx + 1).map(|right| (*left, *right)));
        }
    }
    pairs
}

/// How alike two quotes of one utterance are: how many words they share, then which part of the longer that is
/// in thousandths. None where they are two utterances.
fn likeness(
    (left, said): (&Fact, &Words),
    (right, other): (&Fact, &Words),
    neighbourhood: &Neighbourhood,
    lexicon: &Lexicon,
) -> Option<(usize, usize)> {
    if left.article == right.article {
        // An article that quotes twice tells two utterances.
        return (said == other).then_some((usize::MAX, 0));
    }
    // Of a story that was found in a heap many quotes are alike.
    let is_found = neighbourhood.is_found(left.article);
    let is_spoken = || {
        let (one, another) = (left.slots.get(&Slot::Who), right.slots.get(&Slot::Who));
        is_found && specific::agree(Slot::Who, one, another) && said.resembles_closely(other)
    };
    let is_plain = said.is_unmistakably(other) || is_spoken();
    if is_found && !is_plain {
        return None;
    }
    let likeness = said.likeness(other);
    let is_one = is_plain || {
        let speakers = speakers(left, right, lexicon);
        if said.is_across(other) {
            is_translated(likeness, speakers, (left, right))
        } else {
            is_retold(said, other, speakers)
        }
    };
    is_one.then(|| (likeness.shared, likeness.shared * 1000 / likeness.more.max(1)))
}

/// Whether two quotes in two languages may be one utterance.
fn is_translated(likeness: Likeness, speakers: Speakers, (left, right): (&Fact, &Fact)) -> bool {
    match speakers {
        Speakers::One => likeness.shared > 0 && likeness.covers_shorter(SPOKEN),
        Speakers::Unknown => {
            likeness.more <= likeness.fewer * LENGTHENED
                && likeness.shared >= FEW
                && likeness.covers_shorter(TRANSLATED)
        }
        Speakers::Two => {
            let (one, other) = (left.slots.get(&Slot::Who), right.slots.get(&Slot::Who));
            likeness.shared >= MANY
                && likeness.covers_longer(TWO_SPEAKERS)
                && unify::are_apart_in_script(one, other)
        }
    }
}

/// Whether two quotes in one language may be one utterance.
fn is_retold(said: &Words, other: &Words, speakers: Speakers) -> bool {
    let likeness = said.kinship(other);
    let in_order = || said.in_order(other);
    let longer = said.keys.len().max(other.keys.len());
    match speakers {
        Speakers::One => {
            (likeness.shared >= FEW && likeness.covers_shorter(ONE_SPEAKER))
                || (in_order() >= IN_ORDER && in_order() * ONE_SPEAKER.1 >= longer * ONE_SPEAKER.0)
                || (likeness.shared > 0
                    && in_order() >= SENTENCE
                    && in_order() * NEARLY.1 >= longer * NEARLY.0)
        }
        Speakers::Unknown => {
            let most = likeness.covers_longer(ANY_SPEAKER);
            let enough = most || (likeness.covers_shorter(ANY_SPEAKER) && likeness.shared >= MANY);
            (likeness.shared >= FEW && (enough || is_verbatim(said, other)))
                || (in_order() >= IN_ORDER && in_order() * ALL.1 >= longer * ALL.0)
        }
        Speakers::Two => {
            said.repeats(other) || (likeness.shared >= UNMISTAKABLE && likeness.covers_longer(TWO_SPEAKERS))
        }
    }
}

/// Whether the shorter of two quotes stands in the longer word by word.
fn is_verbatim(said: &Words, other: &Words) -> bool {
    let (shorter, longer) = if said.keys.len() <= other.keys.len() { (said, other) } else { (other, said) };
    shorter.keys.len() >= IN_ORDER && shorter.is_cut_from(longer)
}

/// Who is said to speak, as far as names tell across spellings and scripts.
fn speakers(left: &Fact, right: &Fact, lexicon: &Lexicon) -> Speakers {
    let (one, other) = (left.slots.get(&Slot::Who), right.slots.get(&Slot::Who));
    if unify::fillings(one, other) == Agreement::Agree {
        return Speakers::One;
    }
    let names = |filling: Option<&SlotValue>| -> Vec<Name> {
        let values = filling.into_iter().flat_map(|filling| &filling.values);
        values
            .filter_map(|value| if let Value::Name(name) = value { Some(name.clone()) } else { None })
            .collect()
    };
    let is_same = |one: &Name, other: &Name| lexicon.is_same_name(&one.name, &other.name).same;
    if names(one).iter().any(|one| names(other).iter().any(|other| is_same(one, other))) {
        return Speakers::One;
    }
    // Of two spellings of a name that are not known for one, a word may still be.
    let shares_word = || {
        let words = |filling| -> Vec<String> {
            names(filling).iter().flat_map(|name| name.name.split_whitespace().map(str::to_owned)).collect()
        };
        let (one, other) = (words(one), words(other));
        one.iter().any(|one| other.iter().any(|other| lexicon.is_same_name(one, other).same))
    };
    if unify::are_apart(one, other) && !shares_word() { Speakers::Two } else { Speakers::Unknown }
}
