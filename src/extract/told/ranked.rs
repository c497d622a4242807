//! What a word of rank ranks: a deed behind it (they *last* won it in 2012), or a thing (its *last* eruption).

use crate::extract::attribution::is_verb;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::told::since::record;
use crate::extract::word::Word;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::compare::days_apart;
use crate::value::time::Time;
use std::ops::Range;

/// Furthest that a rank stands before its time, in words.
const REACH: usize = 12;

/// Most words of the group of a noun behind its rank.
const GROUP: usize = 4;

/// Furthest that the verb of what was done so often stands from the words for the time of it, in words.
const DEED: usize = 8;

/// Fewest days before the article that are no news.
const PAST: i64 = 20;

/// Concepts of verbs that only lead to what there was: it last *saw* an outbreak in 2012.
const LIGHT: [&str; 9] =
    ["begin", "experience", "hold-event", "occur", "record", "register", "see", "suffer", "witness"];

/// The rank before a time of the past that goes with it, and with no other time between.
pub(super) fn rank(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    mention: &Mention,
    is_rank: impl Fn(&Word) -> bool,
) -> Option<usize> {
    is_past(teller, mention).then_some(())?;
    let first = mention.words.start;
    let start = first.saturating_sub(REACH).max(sentence.words.start);
    let at = (start..first).rev().find(|at| teller.reading.words.get(*at).is_some_and(&is_rank))?;
    let is_time = |other: &Mention| {
        other.words != mention.words && matches!(other.value, Value::Time(_) | Value::Duration(_))
    };
    let ends = |at: usize| {
        teller.reading.words.get(at).is_some_and(|word| {
            (word.kind == TokenKind::Sign && !word.is_sign(",")) || word.is_function(Function::But)
        })
    };
    let is_free = !teller.reading.mentions_in(at..first).iter().any(is_time) && !(at..first).any(ends);
    is_free.then_some(at)
}

/// Whether a mention is a time that is over, and dates what it stands with.
fn is_past(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let Value::Time(time) = &mention.value else { return false };
    let bounds = [Function::Since, Function::Until, Function::AsOf, Function::After, Function::Before];
    let bound = |at: usize| bounds.into_iter().any(|function| teller.is_function(at, function));
    let first = mention.words.start;
    let is_dated = matches!(mention.dimension, Dimension::Date | Dimension::Datetime);
    let is_bound = bound(first) || first.checked_sub(1).is_some_and(bound);
    let published = teller.published.filter(|_| is_dated && !is_bound);
    let is_before = |published: &Time| {
        let (own, today) = (time.days()?, published.days()?);
        (own.1 < today.0).then(|| days_apart(time, published))?
    };
    published.and_then(is_before).is_some_and(|days| days > PAST) && !teller.reading.is_dateline(mention)
}

/// What a word of rank stands before: its place, where the time begins with which it goes, and whether it tells of a time
/// itself: the *last time* that they won.
#[derive(Clone, Copy)]
pub(super) struct Rank {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) is_time: bool,
}

/// What is ranked, as a kind calls it: by the name of its state, else by its concept.
pub(super) fn deed(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, rank: Rank) -> Option<String> {
    let at = Ranked { teller, sentence }.deed(rank)?;
    let state = teller.state(at, kind).map(|state| state.state.clone());
    let own = || Some(record::noun(teller.reading.words.get(at)?)?.to_owned());
    state.or_else(|| Some(acted(teller, at)?.to_owned())).or_else(own)
}

/// The concept of a verb.
fn acted<'r>(teller: &Teller<'r, '_>, at: usize) -> Option<&'r str> {
    let is_past = |word: &Word| word.summary.has_form(Form::Past);
    let word =
        teller.reading.words.get(at).filter(|word| is_verb(word) && (!word.is_noun() || is_past(word)))?;
    let mut acts = word.senses.iter().filter(|sense| matches!(sense.form, Form::Past | Form::Present));
    acts.find_map(|sense| sense.meaning.concept().map(|id| &**id))
}

/// A sentence in which something is ranked.
struct Ranked<'t, 'r, 'a> {
    teller: &'t Teller<'r, 'a>,
    sentence: &'t Sentence,
}

impl Ranked<'_, '_, '_> {
    fn word(&self, at: usize) -> Option<&Word> {
        self.teller.reading.words.get(at).filter(|_| self.sentence.words.contains(&at))
    }

    /// The word of what is ranked.
    fn deed(&self, rank: Rank) -> Option<usize> {
        let Rank { at, end, is_time } = rank;
        let acts = |at: &usize| acted(self.teller, *at).is_some();
        if is_time {
            let behind = (at + 1..end).find(acts);
            let before = || (at.saturating_sub(DEED)..at).rev().find(acts);
            return self.done(rank, behind.or_else(before)?);
        }
        if acts(&(at + 1)) {
            return self.done(rank, at + 1);
        }
        self.noun(at + 1..end.min(at + 1 + GROUP)).or_else(|| {
            // "His title *the first*": an adjective behind its noun.
            let follows = self.teller.reading.language.grammar.adjective_after_noun;
            let before = at.checked_sub(1).filter(|_| follows)?;
            let is_joined = self.word(at).is_some_and(|rank| rank.breaks == 0);
            self.word(before).filter(|_| is_joined).and_then(record::noun).map(|_| before)
        })
    }

    /// The word of what was done: a verb, or where it tells nothing by itself what it leads to, else what it is told of:
    /// *an outbreak* last occurred in 2012.
    fn done(&self, Rank { at, end, .. }: Rank, verb: usize) -> Option<usize> {
        if !acted(self.teller, verb).is_some_and(|own| LIGHT.contains(&own)) {
            return Some(verb);
        }
        let is_noun = |at: &usize| self.word(*at).is_some_and(|word| record::noun(word).is_some());
        let before = || (at.saturating_sub(GROUP)..at).rev().find(is_noun);
        self.noun(verb + 1..end.min(verb + 1 + GROUP)).or_else(before)
    }

    /// The noun with which some words begin, behind what describes it where that comes first.
    fn noun(&self, words: Range<usize>) -> Option<usize> {
        let is_open = |at: &usize| !record::ends(self.teller, *at);
        let mut nouns = words
            .take_while(is_open)
            .filter(|at| self.word(*at).is_some_and(|word| record::noun(word).is_some()));
        if self.teller.reading.language.grammar.adjective_after_noun { nouns.next() } else { nouns.last() }
    }
}
