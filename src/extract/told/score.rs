//! How a match came out: two numbers that a dash or a word sets against each other, beside the words of a contest.
//!
//! Which side has which number is another question: the greater stands first. A shoot-out, the sets of one match and what
//! was so at half-time are told apart from its result, as is another round; what was so in another year is not read.

mod tally;

use crate::extract::attribution::is_verb;
use crate::extract::mention::Dimension;
use crate::extract::sentence::Sentence;
use crate::extract::told::score::tally::{Tally, tallies};
use crate::extract::told::{Teller, bound, thing};
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality, SlotValue};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::compare::days_apart;
use crate::value::keys::NameKeys;
use crate::value::words::Name;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Furthest that a word of a stage of the match stands from its score, in words.
const STAGE: usize = 6;

/// How many words a bracket between them counts.
const BRACKET: usize = 3;

/// Days before the article behind which a match is another one.
const NEWS: i64 = 10;

/// What a score is called that is the end of the match, and one of its sets.
const RESULT: &str = "result";
const SETS: &str = "sets";

/// The state of a score that stood when the first half ended.
const HALF: &str = "half-time";

/// The results, shoot-outs and sets that a sentence tells.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let scores = scores(teller, sentence, kind);
    if scores.is_empty() {
        return Vec::new();
    }
    let sides = sides(teller, sentence);
    let fact = |score: &Score| {
        let name = Name { name: score.value.clone(), keys: NameKeys::from([score.value.clone()]) };
        let slots = [(Slot::What, bound(vec![thing(score.what)]))];
        let who = sides.clone().map(|sides| (Slot::Who, sides));
        let fact = teller.fact(kind, &score.words, Value::Name(name), slots.into_iter().chain(who));
        Fact { modality: Modality::Actual, ..fact }
    };
    scores.iter().map(fact).collect()
}

/// Keeps the first result, shoot-out and sets that an article tells, and what repeats them.
pub(super) fn keep_first(kinds: &[&Kind], facts: &mut Vec<Fact>) {
    let is_score = |fact: &Fact| kinds.iter().any(|kind| kind.told == Telling::Score && kind.id == fact.kind);
    let mut firsts: BTreeMap<(String, Vec<Value>), Value> = BTreeMap::new();
    facts.retain(|fact| {
        let what = fact.slots.get(&Slot::What).map(|what| what.values.clone()).unwrap_or_default();
        !is_score(fact)
            || *firsts.entry((fact.kind.clone(), what)).or_insert_with(|| fact.value.clone()) == fact.value
    });
}

/// A score that is told of the match.
#[derive(Debug)]
struct Score<'k> {
    words: Range<usize>,
    what: &'k str,
    value: String,
}

/// The scores of the match that a sentence tells.
fn scores<'k>(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &'k Kind) -> Vec<Score<'k>> {
    let is_state =
        |at: usize| kind.states.iter().any(|state| teller.concept_of(at, &state.concepts).is_some());
    let is_told = |at: usize| teller.concept_of(at, &kind.triggers).is_some() || is_state(at);
    let is_other = |at: usize| teller.concept_of(at, &kind.unless).is_some();
    if !sentence.words.clone().any(is_told) || sentence.words.clone().any(is_other) {
        return Vec::new();
    }
    let tallies = tallies(teller, sentence, kind);
    let mut scores = Vec::new();
    let mut rest = tallies.as_slice();
    while let Some(first) = rest.first() {
        let is_next = |pair: &&[Tally]| matches!(pair, [one, other] if tally::leads_on(teller, one, other));
        let run = 1 + rest.windows(2).take_while(is_next).count();
        let (own, others) = rest.split_at(run);
        rest = others;
        let words = first.words.start..own.last().map_or(first.words.end, |last| last.words.end);
        let is_near = |says: &dyn Fn(usize) -> bool, most: usize| {
            is_nearest(teller, sentence, (says, most), &tallies, first)
        };
        let part = kind.states.iter().find(|state| {
            let most = if state.state == HALF { STAGE } else { usize::MAX };
            is_near(&|at: usize| teller.concept_of(at, &state.concepts).is_some(), most)
        });
        let is_stage = |at: usize| teller.concept_of(at, &kind.context).is_some();
        let is_passing = part.is_none_or(|part| part.state != HALF) && is_near(&is_stage, STAGE);
        if is_passing || is_memory(teller, sentence, &words) {
            continue;
        }
        let (what, value) = match part {
            Some(state) => (state.state.as_str(), first.sorted().written()),
            None if own.len() > 1 => (SETS, tally::sets(own)),
            None => (round(teller, sentence, kind, &words).unwrap_or(RESULT), first.sorted().written()),
        };
        scores.push(Score { words, what, value });
    }
    scores
}

/// Whether a score is the nearest to a word that says something: 4-3 *on penalties* behind a 2-2 draw.
fn is_nearest(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    (says, most): (&dyn Fn(usize) -> bool, usize),
    tallies: &[Tally],
    score: &Tally,
) -> bool {
    let mut told = sentence.words.clone().filter(|at| says(*at));
    let distance = |tally: &Tally, at: usize| {
        let between = if at < tally.words.start { at..tally.words.start } else { tally.words.end..at };
        let is_sign = |at: &usize, signs: &[&str]| {
            teller.reading.words.get(*at).is_some_and(|word| signs.iter().any(|sign| word.is_sign(sign)))
        };
        let brackets = between.clone().filter(|at| is_sign(at, &["(", ")"])).count();
        let commas = between.clone().filter(|at| is_sign(at, &[","])).count();
        between.len() + brackets * BRACKET + commas
    };
    let nearest = |at: usize| tallies.iter().min_by_key(|tally| distance(tally, at));
    told.any(|at| distance(score, at) <= most && nearest(at).is_some_and(|near| near == score))
}

/// The round that a score is told of, beside it: the *semi-final*.
fn round<'k>(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    kind: &'k Kind,
    words: &Range<usize>,
) -> Option<&'k str> {
    let clause = teller.clause(sentence, words.start);
    let mut near = words.start.saturating_sub(STAGE).max(clause.start)..(words.end + STAGE).min(clause.end);
    near.find_map(|at| teller.concept_of(at, &kind.heads))
}

/// Whether the clause of a score dates it to another season or week.
fn is_memory(teller: &Teller<'_, '_>, sentence: &Sentence, words: &Range<usize>) -> bool {
    let clause = teller.clause(sentence, words.start);
    let dates = teller.reading.mentions_in(clause).iter();
    dates.into_iter().any(|mention| {
        let Value::Time(time) = &mention.value else { return false };
        let dates = [Dimension::Date, Dimension::Datetime].contains(&mention.dimension);
        let apart = teller.published.and_then(|published| days_apart(time, published));
        let first = mention.words.start;
        let since = |at: usize| teller.is_function(at, Function::Since);
        let is_since = since(first) || first.checked_sub(1).is_some_and(since);
        dates && !is_since && apart.is_some_and(|days| days > NEWS)
    })
}

/// The nations that played, where a sentence names several.
fn sides(teller: &Teller<'_, '_>, sentence: &Sentence) -> Option<SlotValue> {
    let nations = sentence.words.clone().filter_map(|at| {
        let word = teller.reading.words.get(at).filter(|word| !is_verb(word))?;
        let code = word.find(|sense| Meaning::nation(&sense.meaning).cloned())?;
        Some(Value::Name(teller.reading.lexicon.gazetteer.state(&code)))
    });
    let sides: BTreeSet<Value> = nations.collect();
    (sides.len() > 1).then(|| bound(sides.into_iter().collect()))
}
