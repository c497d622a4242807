//! Hours: from when until when something is open, runs or is banned by the clock, as *daily from 10 a.m. to 8 p.m.*

use crate::extract::bind;
use crate::extract::figure::around;
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::class::Functions;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::time::{Clock, Part, Point, Time};
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that what the hours are of stands from them, in words.
const REACH: usize = 14;

/// Most words between two clocks that are the two ends.
const BETWEEN: usize = 4;

/// Words that lead to the last hour.
const UNTIL: Functions = Functions::of(&[Function::To, Function::Until]);

/// One end of such hours.
#[derive(Clone, Debug)]
pub struct Hour {
    /// The end as a fact, with the words of both.
    pub fact: Fact,
    /// Which end it is.
    pub end: End,
    /// The clock of this end.
    pub clock: Clock,
    /// That of the other one.
    pub other: Clock,
    /// What the hours are of, by the states of the kind.
    pub sorts: BTreeSet<String>,
    /// The days that the sentence names.
    pub days: Vec<Time>,
    /// What the words of the sentence say, by key.
    pub words: BTreeSet<u64>,
}

/// An end of some hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// When they begin.
    First,
    /// When they end.
    Last,
}

/// The hours that a text tells, each by both ends.
#[must_use]
pub fn hours(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Hour> {
    let Some(kind) = reading.lexicon.told(Telling::Hours).next() else {
        return Vec::new();
    };
    let view = View { reading, kind, article };
    let ranges = |sentence: &Sentence| view.ranges(sentence).into_iter();
    let all =
        reading.sentences.iter().flat_map(|sentence| ranges(sentence).map(move |range| (sentence, range)));
    all.flat_map(|(sentence, range)| view.hours(sentence, &range)).collect()
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
}

/// Two clocks with the words that give them.
struct Stretch {
    words: Range<usize>,
    first: Clock,
    last: Clock,
}

impl View<'_, '_> {
    /// The stretches of a day that a sentence tells.
    fn ranges(&self, sentence: &Sentence) -> Vec<Stretch> {
        let mentions = self.reading.mentions_in(sentence.words.clone());
        let own = mentions.iter().filter_map(stretch);
        let clocks: Vec<(&Mention, Clock)> =
            mentions.iter().filter_map(|mention| Some((mention, clock(mention)?))).collect();
        let pairs = clocks.windows(2).filter_map(|pair| {
            let [(left, first), (right, last)] = pair else { return None };
            let words = left.words.start..right.words.end;
            self.are_ends(left, right).then_some(Stretch { words, first: *first, last: *last })
        });
        own.chain(pairs).filter(|range| !range.first.of_twelve && !range.last.of_twelve).collect()
    }

    /// Whether "until" leads from one clock to the next.
    fn are_ends(&self, left: &Mention, right: &Mention) -> bool {
        let between = left.words.end..right.words.start + 1;
        let leads = |at: usize| self.reading.words.get(at).is_some_and(|word| word.summary.does_any(UNTIL));
        between.len() <= BETWEEN + 1 && between.into_iter().any(leads)
    }

    /// The ends of a stretch of what the kind asks for.
    fn hours(&self, sentence: &Sentence, range: &Stretch) -> Vec<Hour> {
        let words = &range.words;
        let near = words.start.saturating_sub(REACH).max(sentence.words.start)
            ..(words.end + REACH).min(sentence.words.end);
        let sorts = self.sorts(words, &near);
        let is_free = !near.clone().any(|at| self.carries(at, &self.kind.unless));
        let is_so = matches!(self.reading.modality(words.start), Modality::Actual | Modality::Planned);
        if sorts.is_empty() || !is_free || !is_so || range.first == range.last {
            return Vec::new();
        }
        let hour = |end: End| {
            let (clock, other) =
                if end == End::First { (range.first, range.last) } else { (range.last, range.first) };
            let value = Time::at(Point { part: Part::AnyDay, clock: Some(clock) });
            let fact = bind::bare(self.reading, self.article, self.kind, words, Value::Time(value));
            let (days, words) = (self.days(sentence, words), self.words(sentence, words));
            Hour { fact, end, clock, other, sorts: sorts.clone(), days, words }
        };
        vec![hour(End::First), hour(End::Last)]
    }

    /// What the hours are of: by the nearest word before them that says so, else by the nearest behind.
    fn sorts(&self, own: &Range<usize>, near: &Range<usize>) -> BTreeSet<String> {
        let said = |at: usize| -> Option<BTreeSet<String>> {
            let says = |state: &&State| self.carries(at, &state.concepts);
            let states = self.reading.words.get(at)?.states(self.kind);
            let sorts: BTreeSet<String> = states.filter(says).map(|state| state.state.clone()).collect();
            (!sorts.is_empty()).then_some(sorts)
        };
        let before = (near.start..own.start).rev().find_map(said);
        before.or_else(|| (own.end..near.end).find_map(said)).unwrap_or_default()
    }

    /// The single days that a sentence names beside the hours.
    fn days(&self, sentence: &Sentence, own: &Range<usize>) -> Vec<Time> {
        let day = |mention: &Mention| {
            let Value::Time(time) = &mention.value else { return None };
            let is_day = time.days().is_some_and(|(first, last)| first == last);
            // The day of a clock that names none was supposed.
            let is_told = !mention.is_placed || !own.contains(&mention.words.start);
            (is_day && is_told).then_some(*time)
        };
        self.reading.mentions_in(sentence.words.clone()).iter().filter_map(day).collect()
    }

    fn words(&self, sentence: &Sentence, own: &Range<usize>) -> BTreeSet<u64> {
        around::sentence_words(self.reading, sentence, own, |_| false)
    }

    fn carries(&self, at: usize, ids: &Concepts) -> bool {
        self.reading.words.get(at).is_some_and(|word| word.says_any(ids))
    }
}

/// The two clocks of a mention that tells a stretch of a day.
fn stretch(mention: &Mention) -> Option<Stretch> {
    let Value::Time(time) = &mention.value else { return None };
    let (first, last) = (time.first?.clock?, time.last?.clock?);
    let bare = |clock: Clock| Clock { zone: None, ..clock };
    let is_stretch = time.first != time.last;
    is_stretch.then(|| Stretch { words: mention.words.clone(), first: bare(first), last: bare(last) })
}

/// The clock of a mention that tells one.
fn clock(mention: &Mention) -> Option<Clock> {
    let Value::Time(time) = &mention.value else { return None };
    // Since a clock, or until one, is told by one end.
    let is_one = time.first == time.last || time.first.is_none() || time.last.is_none();
    let clock = time.first.or(time.last).filter(|_| is_one)?.clock?;
    Some(Clock { zone: None, ..clock })
}
