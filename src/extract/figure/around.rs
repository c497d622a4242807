//! What stands around a value: the words that say something, the other values, the known places.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::figure::{Near, value_key};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::topic::{key, key_at};
use crate::extract::word::Word;
use crate::lexicon::recall::Key;
use crate::lexicon::schema::function::Function;
use crate::text::hash;
use crate::value::place::Place;
use crate::value::words::Name;
use std::collections::BTreeSet;
use std::ops::Range;

/// How far around a value its words are read, in words.
const AROUND: usize = 10;

/// The words around some others that say something, each the nearest time that it stands there, without the one
/// that is skipped.
#[must_use]
pub fn words(reading: &Reading<'_>, own: &Range<usize>, skipped: Option<usize>) -> Vec<Near> {
    let Some(around) = stretch(reading, own) else { return Vec::new() };
    let others = around.clone().filter(|at| !own.contains(at) && Some(*at) != skipped);
    let mut words = Vec::with_capacity(around.len());
    for (at, word) in others.filter_map(|at| Some((at, reading.words.get(at)?))) {
        let distance = distance(own, &(at..at + 1));
        let near = said(reading, word).iter();
        words.extend(near.map(|(key, is_broader)| Near { key: *key, is_broader: *is_broader, distance, at }));
    }
    words.extend(values(reading, own, around));
    keep_nearest(&mut words);
    words
}

/// What the words of a sentence say, by key, without some of them: those near a place with all that they may mean.
#[must_use]
pub fn sentence_words(
    reading: &Reading<'_>,
    sentence: &Sentence,
    own: &Range<usize>,
    is_skipped: impl Fn(usize) -> bool,
) -> BTreeSet<u64> {
    let near = words(reading, own, None).into_iter().filter(|near| !is_skipped(near.at));
    let others = sentence.words.clone().filter(|at| !own.contains(at) && !is_skipped(*at));
    let others = others.filter_map(|at| key_at(reading, at)).map(|(key, ..)| key);
    near.map(|near| near.key).chain(others).collect()
}

/// The words of the sentence that stand so near to some of them.
fn stretch(reading: &Reading<'_>, own: &Range<usize>) -> Option<Range<usize>> {
    let sentence = reading.sentences.get(reading.sentence_of(own.start))?;
    let first = own.start.saturating_sub(AROUND).max(sentence.words.start);
    Some(first..(own.end + AROUND).min(sentence.words.end))
}

/// How far some words stand from others: one for neighbours.
#[must_use]
pub fn distance(own: &Range<usize>, other: &Range<usize>) -> usize {
    let before = own.start.saturating_sub(other.end - 1);
    before.max((other.start + 1).saturating_sub(own.end))
}

/// The other values around: they tell what a value is of as well as words do, and in every language.
fn values(reading: &Reading<'_>, own: &Range<usize>, around: Range<usize>) -> impl Iterator<Item = Near> {
    let own = own.clone();
    let keys =
        || reading.mentions.iter().map(|mention| value_key(&mention.value)).collect::<Vec<Option<u64>>>();
    let keys = reading.value_keys.get_or_init(keys);
    let from = reading.mentions_before(around.start);
    let others = reading.mentions.iter().zip(keys).skip(from);
    let others = others.take_while(move |(mention, _)| mention.words.end <= around.end);
    others.filter_map(move |(mention, key)| {
        let is_apart = mention.words.end <= own.start || mention.words.start >= own.end;
        let key = key.filter(|_| is_apart)?;
        let distance = distance(&own, &mention.words);
        Some(Near { key, is_broader: false, distance, at: mention.words.start })
    })
}

/// Whether a word may be meant as a common one: it has no sense, or none but those of things and deeds.
fn may_be_common(word: &Word) -> bool {
    word.senses.iter().all(|sense| sense.meaning.concept().is_some())
}

/// What a word says, and whether that is broader than the word: all that it means, if only to the comparison of words,
/// else itself. Told once for each word, since many values stand around it.
fn said<'r>(reading: &Reading<'_>, word: &'r Word) -> &'r [Key] {
    word.known.said(|| {
        let meant = word.senses.iter().filter_map(|sense| sense.meaning.concept()).map(hash::of);
        let common = word.known.common(reading.language);
        let common = common.iter().filter(|_| may_be_common(word)).map(hash::of);
        let mut keys: Vec<Key> = Vec::new();
        for key in meant.chain(common) {
            if !keys.contains(&(key, false)) {
                keys.push((key, false));
            }
        }
        if keys.is_empty() {
            keys.extend(key(reading, word).map(|(key, ..)| (key, false)));
        }
        for at in 0..keys.len() {
            let broader = reading.lexicon.broader(keys[at].0);
            keys.extend(broader.map(|broader| (broader, true)));
        }
        keys
    })
}

/// The known places around, with how far off, and the one in which a sentence that opens with it tells all.
pub(super) fn places(reading: &Reading<'_>, own: &Range<usize>) -> Vec<(usize, Place)> {
    let Some(around) = stretch(reading, own) else { return Vec::new() };
    let near = reading.entities_in(around.clone());
    let near = opening(reading, own, around.start).into_iter().chain(near);
    // The "US" of "US$ 5 million" is no place.
    let is_free = |entity: &&Entity| {
        let words = entity.words.start.saturating_sub(1)..entity.words.end;
        !reading.mentions_in(words).iter().any(|other| other.words.contains(&entity.words.start))
    };
    near.filter(is_free)
        .filter(|entity| !is_route_end(reading, entity))
        .filter_map(|entity: &Entity| {
            let place = entity.place.clone().filter(|place| place.id.is_some())?;
            Some((distance(own, &entity.words), place))
        })
        .collect()
}

/// What a sentence opens with behind "in", where it stands before `near`: *in Riga* so many were counted.
fn opening<'r>(reading: &'r Reading<'_>, own: &Range<usize>, near: usize) -> Option<&'r Entity> {
    let start = reading.sentences.get(reading.sentence_of(own.start))?.words.start;
    let first = reading.entities_in(start..(start + 2).min(near)).next()?;
    (reading.preposition(first) == Some(Function::In)).then_some(first)
}

/// Whether a place is an end of a route, which tells where something goes, not where it happens: "from Aswan to
/// Cairo".
fn is_route_end(reading: &Reading<'_>, entity: &Entity) -> bool {
    let is_behind = |start: usize, function: Function| {
        let before = start.checked_sub(1).and_then(|before| reading.words.get(before));
        before.is_some_and(|word| word.is_function(function))
    };
    let idx = reading.entities.partition_point(|other| other.words.start < entity.words.start);
    let are_ends = |from: Option<&Entity>, to: Option<&Entity>| {
        from.zip(to).is_some_and(|(from, to)| {
            is_behind(from.words.start, Function::From)
                && is_behind(to.words.start, Function::To)
                && to.words.start == from.words.end + 1
        })
    };
    let (before, here, behind) = (
        idx.checked_sub(1).and_then(|idx| reading.entities.get(idx)),
        reading.entities.get(idx),
        reading.entities.get(idx + 1),
    );
    are_ends(before, here) || are_ends(here, behind)
}

/// The people whom the clause of some words names by names of their own.
pub fn people(reading: &Reading<'_>, own: &Range<usize>) -> Vec<Name> {
    let Some(sentence) = reading.sentences.get(reading.sentence_of(own.start)) else { return Vec::new() };
    let clause = sentence.clause_words(sentence.clause(own.start));
    let inside = reading.entities_in(clause);
    let people = inside.filter(|entity| entity.kind == EntityKind::Person);
    people.flat_map(|entity| &entity.names).filter(|name| name.is_full()).cloned().collect()
}

/// Keeps of each word the nearest.
pub fn keep_nearest(words: &mut Vec<Near>) {
    words.sort_unstable();
    words.dedup_by_key(|word| word.key);
}
