//! Levels and changes: the value that stands at the noun of a rate or fund, and how far that noun moved.
//! "Inflation slowed to 11.9%" tells a level, "rates were cut by a point" a change; a share of something else
//! is neither.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, bound, thing};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Binding, Fact, Modality, SlotValue};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::numbers::Hedge;
use crate::lexicon::schema::speech::Speech;
use crate::text::token::TokenKind;
use crate::value::Value;
use std::ops::Range;

/// Furthest that the noun stands before its value, in words.
const REACH: usize = 16;

/// Furthest that a word of change stands before the value, in words.
const NEAR: usize = 8;

/// Furthest that what a sum is for stands behind it, in words.
const PURPOSE: usize = 3;

/// Furthest that the time of the value stands from it, in words.
const TIME: usize = 5;

/// Fewest seconds of a time for which a rate holds: those of a short month.
const PERIOD: i64 = 27 * 24 * 3600;

/// The concept of a noun that is a change already.
const GROWTH: &str = "growth";

/// What a change of growth is called that is told in points.
const POINTS: &str = "points";

/// What keeps a value apart from others of its noun.
const EARLIER: &str = "earlier";
const SINCE: &str = "since";
const OTHER: &str = "other";
const TARGET: &str = "target";
const MONTHLY: &str = "month-on-month";

/// The concepts of an aim, and of what is aimed at.
const TARGETS: [&str; 3] = ["aim", TARGET, "target-goal"];

/// How a time begins that is counted from now by nothing.
const CURRENT: &str = "P0";

/// The concepts of words that set a value against another, and of those that say by how much.
const COMPARED: &str = "compared";
const BY_SO_MUCH: &str = "by-so-much";

/// The levels of a sentence.
pub(super) fn levels(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    told(teller, sentence, kind, false)
}

/// The changes of a sentence.
pub(super) fn changes(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    told(teller, sentence, kind, true)
}

fn told(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, moved: bool) -> Vec<Fact> {
    let dimension = if kind.value == ValueType::Money { Dimension::Money } else { Dimension::Percent };
    let mentions = teller.reading.mentions_in(sentence.words.clone());
    let ours = mentions.iter().filter(|mention| mention.dimension == dimension);
    let view = View { teller, sentence, kind };
    ours.filter_map(|mention| view.fact(mention, moved)).collect()
}

/// A sentence as a kind sees it.
struct View<'v, 'r, 'a> {
    teller: &'v Teller<'r, 'a>,
    sentence: &'v Sentence,
    kind: &'v Kind,
}

impl<'r> View<'_, 'r, '_> {
    fn fact(&self, mention: &Mention, moved: bool) -> Option<Fact> {
        if self.is_share(mention) {
            return None;
        }
        let (at, head) = self.purpose(mention).or_else(|| self.head(mention))?;
        let change = self.change(mention, at);
        if change.is_some() != moved {
            return None;
        }
        let mut slots = vec![(Slot::What, bound(vec![thing(head)]))];
        let when = self.when(mention, at);
        slots.extend(
            self.part(mention, at, when.is_some()).map(|part| (Slot::Part, bound(vec![thing(part)]))),
        );
        slots.extend(when.map(|when| (Slot::When, when)));
        slots.extend(change.map(|change| (Slot::Action, bound(vec![thing(change)]))));
        slots.extend(self.nation(at, mention).map(|nation| (Slot::Where, nation)));
        let mut fact = self.teller.fact(self.kind, &mention.words, mention.value.clone(), []);
        if fact.modality == Modality::Actual && self.is_expected(mention, at) {
            fact.modality = Modality::Possible;
        }
        fact.slots.clear();
        fact.slots.extend(slots.into_iter().filter(|(slot, _)| self.kind.slots.contains_key(slot)));
        Some(fact)
    }

    fn word(&self, at: usize) -> Option<&'r Word> {
        self.teller.reading.words.get(at).filter(|_| self.sentence.words.contains(&at))
    }

    fn is(&self, at: usize, function: Function) -> bool {
        self.word(at).is_some_and(|word| word.is_function(function))
    }

    fn head_at(&self, at: usize) -> Option<(usize, &str)> {
        Some((
            at,
            self.teller.concept_of(at, &self.kind.heads).filter(|_| self.sentence.words.contains(&at))?,
        ))
    }

    /// Whether the value is a part of something that follows it, other than what the kind is measured in.
    fn is_share(&self, mention: &Mention) -> bool {
        let end = mention.words.end;
        let of = self.is(end, Function::Of)
            && self.word(end).is_some_and(|word| word.clitics.preposition.is_none());
        let measured = (end + 1..end + 4).any(|at| self.teller.concept_of(at, &self.kind.context).is_some());
        let number = !self.teller.reading.mentions_in(end..end + 4).is_empty();
        mention.dimension == Dimension::Percent && of && !measured && !number
    }

    /// What a sum is for, behind a word that leads to it: so much *for debt service*, *in reserves*.
    fn purpose(&self, mention: &Mention) -> Option<(usize, &str)> {
        let end = mention.words.end;
        let leads = |function| self.is(end, function);
        let led =
            [Function::For, Function::In, Function::To, Function::Of, Function::On].into_iter().any(leads);
        let sum = mention.dimension == Dimension::Money;
        (end..end + PURPOSE).find_map(|at| self.head_at(at)).filter(|_| sum && led)
    }

    /// The noun whose value it is: right behind it where adjectives come first, else the nearest before it.
    fn head(&self, mention: &Mention) -> Option<(usize, &str)> {
        let end = mention.words.end;
        let behind = || {
            let first = self.word(end).filter(|word| word.kind == TokenKind::Word)?;
            let bare = !first.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Function(_)));
            let bare = bare && !self.teller.reading.language.grammar.adjective_after_noun;
            self.head_at(end).or_else(|| self.head_at(end + 1)).filter(|_| bare)
        };
        let head = behind().or_else(|| self.head_before(mention))?;
        let named = || self.teller.reading.words.get(self.clause(head.0)).unwrap_or_default();
        let of_economy = || named().iter().any(|word| word.has_any(&self.kind.context));
        (head.1 != GROWTH || self.is_plain(head.0) || of_economy()).then_some(head)
    }

    fn clause(&self, at: usize) -> Range<usize> {
        self.sentence.clause_words(self.sentence.clause(at))
    }

    /// Whether nothing beside a noun tells of what it is.
    fn is_plain(&self, at: usize) -> bool {
        let noun = |at: usize| self.word(at).is_some_and(|word| word.is_noun() || word.senses.is_empty());
        let owned = |at: usize| {
            if self.teller.reading.language.grammar.adjective_after_noun { at + 1 } else { at - 1 }
        };
        self.word(at).is_some_and(Word::is_noun) && at > self.sentence.words.start && !noun(owned(at))
    }

    fn head_before(&self, mention: &Mention) -> Option<(usize, &str)> {
        let start = mention.words.start;
        let floor = start.saturating_sub(REACH).max(self.sentence.words.start);
        let before = self.teller.reading.mentions_in(floor..start);
        // A step leads to the level that it reached: cut by 50 points *to 6.5%*.
        let rival = before.iter().rfind(|other| is_amount(other) && !self.is_in_points(other));
        let floor = rival.map_or(floor, |rival| rival.words.end);
        let found = (floor..start).rev().filter(|at| !self.is_measure(*at)).find_map(|at| self.head_at(at));
        found.or_else(|| {
            rival
                .filter(|rival| rival.dimension == mention.dimension && self.is_linked(rival, mention))
                .and_then(|rival| self.head(rival))
        })
    }

    /// Whether a word only says in what a value before it is measured: 7% *of output*.
    fn is_measure(&self, at: usize) -> bool {
        let of = |back: usize| at.checked_sub(back).is_some_and(|at| self.is(at, Function::Of));
        let value = |back: usize| {
            let at = at.saturating_sub(back);
            self.teller.reading.mentions_in(at..at + 1).iter().any(|it| it.dimension == Dimension::Percent)
        };
        (of(1) && value(2)) || (of(2) && value(3))
    }

    /// Whether the second of two values is what the first one was before, or at another time.
    fn is_linked(&self, first: &Mention, second: &Mention) -> bool {
        let between = first.words.end..second.words.start;
        let leads = self.leads(second);
        let times = self.teller.reading.mentions_in(between.clone());
        let told = |at: usize| {
            let word = self.teller.reading.words.get(at);
            let inside = times.iter().any(|time| time.words.contains(&at));
            let said = |word: &Word| {
                word.kind != TokenKind::Word
                    || word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Function(_)))
                    || word.has_concept(COMPARED)
            };
            inside || word.is_some_and(said)
        };
        leads && between.into_iter().all(told)
    }

    /// Whether a word that looks back leads the value: from 12%, compared with 12%.
    fn leads(&self, mention: &Mention) -> bool {
        let back = |at: usize| {
            self.is(at, Function::From) || self.word(at).is_some_and(|word| word.has_concept(COMPARED))
        };
        let start = mention.words.start;
        let near = start.saturating_sub(2).max(self.sentence.words.start)..start + 1;
        near.into_iter().any(|at| at < mention.words.end && back(at))
    }

    /// The change that the value tells of the noun: by so much, or an amount right behind the verb or behind
    /// the noun and its verb.
    fn change(&self, mention: &Mention, head: usize) -> Option<&str> {
        let start = mention.words.start;
        let moves = |at: usize| self.word(at).and_then(|_| self.teller.concept_of(at, &self.kind.triggers));
        let before = start.saturating_sub(NEAR).max(self.sentence.words.start)..start;
        let led = || self.is_by(start) || start.checked_sub(1).is_some_and(|at| self.is_by(at));
        let near = || before.clone().rev().find_map(moves);
        let right = || start.checked_sub(1).and_then(moves);
        let object = || (head + 1 == start).then(|| head.checked_sub(1).and_then(moves)).flatten();
        let grows = self.word(head).is_some_and(|word| word.has_concept(GROWTH));
        if grows {
            return Some(if self.is_in_points(mention) { POINTS } else { GROWTH });
        }
        // What is told in points is a step, whatever stands between it and the word of change.
        let is_step = || self.is_in_points(mention);
        right().or_else(object).or_else(|| (led() || is_step()).then(near).flatten())
    }

    /// Whether a percentage is told in points, so that it is a change of a percentage.
    fn is_in_points(&self, mention: &Mention) -> bool {
        let is_point = |word: &Word| {
            let is_it = |meaning: &Meaning| matches!(meaning, Meaning::PercentagePoint | Meaning::BasisPoint);
            word.senses.iter().any(|sense| is_it(&sense.meaning))
        };
        mention.words.clone().any(|at| self.word(at).is_some_and(is_point))
    }

    /// Whether a word says by how much: by, by a share of, by way of.
    fn is_by(&self, at: usize) -> bool {
        let says = |word: &Word| word.is_function(Function::By) || word.has_concept(BY_SO_MUCH);
        self.word(at).is_some_and(says)
    }

    /// The month, quarter or year for which a value holds: right behind it, else before it and before any
    /// other value. A time since when it has been so is none.
    fn when(&self, mention: &Mention, head: usize) -> Option<SlotValue> {
        let words = &self.sentence.words;
        let (start, end) = (mention.words.start, mention.words.end);
        let behind = self.teller.reading.mentions_in(end..(end + TIME).min(words.end)).iter();
        let behind = behind.take_while(|other| !is_amount(other));
        let before = self.teller.reading.mentions_in(words.start..start);
        let has_rival = before.iter().any(is_amount);
        let before = before.iter().rev().take_while(|other| !is_amount(other));
        let before = before.filter(|time| !has_rival || time.words.start > head);
        let free = |time: &&Mention| {
            let lead = [Some(time.words.start), time.words.start.checked_sub(1)];
            !lead.into_iter().flatten().any(|at| self.is(at, Function::Since) || self.is(at, Function::Until))
        };
        let time = behind.filter(free).find_map(period).or_else(|| before.filter(free).find_map(period));
        Some(bound(vec![time?]))
    }

    /// Whether somebody only expects the value.
    fn is_expected(&self, mention: &Mention, head: usize) -> bool {
        let start = self.clause(mention.words.start).start.min(self.clause(head).start);
        let words = start..mention.words.start;
        let suspects = |word: &Word| {
            word.is_function(Function::Expected)
                || word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Speech(Speech::Suspect)))
        };
        // A word like "is put at" before its subject, away from the value that it hedges.
        let estimates =
            |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Hedge(Hedge::About));
        let before = start..head;
        let is_put = self.teller.reading.words.get(before).unwrap_or_default().iter().any(estimates);
        is_put || self.teller.reading.words.get(words).unwrap_or_default().iter().any(suspects)
    }

    /// What keeps a value apart from others of its noun: an aim, a step on top, a change since long, what it
    /// was before.
    fn part(&self, mention: &Mention, head: usize, is_timed: bool) -> Option<&'static str> {
        let clause = self.clause(mention.words.start);
        let start = clause.start.min(self.clause(head).start);
        let any = |test: &dyn Fn(&Word) -> bool| {
            let words = self.teller.reading.words.get(start..clause.end).unwrap_or_default();
            words.iter().any(test)
        };
        let behind = mention.words.end..mention.words.end + 2;
        let beside = mention.words.start.saturating_sub(2)..mention.words.start;
        let is_other = |at: usize| self.is(at, Function::Other);
        if any(&|word| TARGETS.into_iter().any(|target| word.has_concept(target))) {
            Some(TARGET)
        } else if any(&|word| word.has_concept(MONTHLY)) {
            Some(MONTHLY)
        } else if beside.into_iter().chain(behind).any(is_other) {
            Some(OTHER)
        } else if any(&|word| word.is_function(Function::Since)) {
            Some(SINCE)
        } else if self.is(mention.words.end, Function::Before) {
            Some(EARLIER)
        } else {
            (!is_timed && self.leads(mention)).then_some(EARLIER)
        }
    }

    /// The state whose rate it is, by the nearest word of one around the noun.
    fn nation(&self, head: usize, mention: &Mention) -> Option<SlotValue> {
        let near = (head.saturating_sub(NEAR).max(self.sentence.words.start)..mention.words.start).rev();
        let code =
            near.into_iter().find_map(|at| self.word(at)?.find(|sense| sense.meaning.nation().cloned()))?;
        let mut state = bound(vec![Value::Name(self.teller.reading.lexicon.gazetteer.state(&code))]);
        state.binding = Binding::Inherited;
        Some(state)
    }
}

/// Whether a mention is a percentage or a sum.
const fn is_amount(mention: &Mention) -> bool {
    matches!(mention.dimension, Dimension::Percent | Dimension::Money)
}

/// A time that is a month long or longer, and not the one that runs on as the text is written.
fn period(mention: &Mention) -> Option<Value> {
    if mention.relative.as_deref().is_some_and(|relative| relative.starts_with(CURRENT)) {
        return None;
    }
    let Value::Time(time) = &mention.value else { return None };
    let (first, last) = time.seconds()?;
    (last - first >= PERIOD).then(|| mention.value.clone())
}
