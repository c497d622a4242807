//! The first, the last, the only one: "the first visit since 2000", "his last visit was in 2019". A rank
//! counts only with its scope: since when it is the first, or that it is the first ever; when the last or
//! only one was.

use crate::extract::bind::evidence;
use crate::extract::event::{EventMention, Events};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::role;
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Binding, Event, Fact, SlotValue};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::event::EventType;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Tells;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::keys::NameKeys;
use crate::value::number::Number;
use crate::value::time::{Part, Time};
use crate::value::words::Name;
use std::collections::BTreeMap;
use std::ops::Range;

/// Words between a rank and the event that it ranks, at most.
const BESIDE: usize = 2;

/// Words before a rank in which a negation undoes it.
const NEGATED: usize = 4;

/// Words behind the event within which its scope is told.
const REACH: usize = 16;

/// Concepts that say "never before" and "one alone".
const EVER: &str = "ever";
const SOLE: &str = "sole";

/// A rank with its scope: since when it is the first; when the last or only one was. None for "ever".
struct Ranked {
    state: &'static str,
    as_of: Option<Time>,
    words: Range<usize>,
}

/// The ranks that a text gives to events.
#[must_use]
pub fn ranks(
    reading: &Reading<'_>,
    events: &Events,
    article: ArticleIdx,
    published: Option<&Time>,
) -> Vec<Fact> {
    let mut kinds = reading.lexicon.kinds().iter();
    let Some(kind) = kinds.find(|kind| kind.tells == Some(Tells::Rank)) else { return Vec::new() };
    let reader = Reader { reading, events, article, published, kind };
    events.mentions.iter().filter_map(|mention| reader.rank(mention)).collect()
}

/// What reading ranks needs to know.
struct Reader<'r, 'a> {
    reading: &'r Reading<'a>,
    events: &'r Events,
    article: ArticleIdx,
    published: Option<&'r Time>,
    kind: &'r Kind,
}

impl<'r> Reader<'r, '_> {
    fn rank(&self, mention: &EventMention) -> Option<Fact> {
        let event = self.events.events.get(mention.event.0)?;
        let noun = self.reading.words.get(mention.word)?.is_noun();
        let ranked = self.ranked(mention.word).filter(|_| noun)?;
        let event_type = self.reading.lexicon.event(&event.event_type)?;
        Some(self.fact(mention, event, event_type, ranked))
    }

    /// The rank of the event that the word names.
    fn ranked(&self, at: usize) -> Option<Ranked> {
        let first = |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Ordinal(1));
        let last = |word: &Word| word.is_function(Function::Last) || word.is_function(Function::Latest);
        let sole = |word: &Word| word.has_concept(SOLE);
        if let Some(rank) = self.beside(at, first) {
            let (as_of, end) = self.since(at)?;
            return Some(Ranked { state: "first", as_of, words: rank.min(at)..end });
        }
        let (state, rank) = match (self.before(at, last), self.beside(at, sole)) {
            (Some(rank), _) => ("last", rank),
            (None, Some(rank)) => ("only", rank),
            (None, None) => return None,
        };
        let day = self.scope(at).find(|mention| is_past(mention) && !self.is_since(mention))?;
        let Value::Time(time) = &day.value else { return None };
        Some(Ranked { state, as_of: Some(*time), words: rank.min(at)..day.words.end })
    }

    /// Since when it is the first, and where the words for it end: "ever", "since 2000", "in 24 years".
    fn since(&self, at: usize) -> Option<(Option<Time>, usize)> {
        let since = self.scope(at).find(|mention| is_past(mention) && self.is_since(mention));
        if let Some(Mention { value: Value::Time(time), words, .. }) = since {
            return Some((Some(*time), words.end));
        }
        if let Some((time, end)) = self.scope(at).find_map(|mention| self.in_years(mention)) {
            return Some((Some(time), end));
        }
        let near = at.saturating_sub(BESIDE)..at + REACH / 2;
        let clause = self.clause(at);
        let ever = near
            .into_iter()
            .filter(|idx| clause.contains(idx))
            .find(|idx| self.reading.words.get(*idx).is_some_and(|word| word.has_concept(EVER)))?;
        Some((None, ever.max(at) + 1))
    }

    /// "In 24 years": the year so many before that of publication.
    fn in_years(&self, mention: &Mention) -> Option<(Time, usize)> {
        let Value::Duration(duration) = &mention.value else { return None };
        let before = self.reading.words.get(mention.words.start.checked_sub(1)?)?;
        let in_or_for = before.is_function(Function::In) || before.is_function(Function::For);
        let Form::Exactly(period) = &duration.form else { return None };
        let years =
            period.months.over(Number::whole(12))?.to_whole().filter(|years| *years > 1 && in_or_for)?;
        let Part::Day(day) = self.published?.first?.part else { return None };
        let year = day.year().checked_sub(i16::try_from(years).ok()?)?;
        Some((Part::Year(year).into(), mention.words.end))
    }

    /// The times and lengths of time behind the word in its clause.
    fn scope(&self, at: usize) -> impl Iterator<Item = &'r Mention> {
        let end = self.clause(at).end.min(at + REACH);
        self.reading.mentions_in(at + 1..end).iter()
    }

    fn clause(&self, at: usize) -> Range<usize> {
        let sentence = self.reading.sentences.get(self.reading.sentence_of(at));
        sentence.map_or(at..at, |sentence| sentence.clause_words(sentence.clause(at)))
    }

    fn is_since(&self, mention: &Mention) -> bool {
        let at = mention.words.start;
        let since =
            |idx: usize| self.reading.words.get(idx).is_some_and(|word| word.is_function(Function::Since));
        since(at) || at.checked_sub(1).is_some_and(since)
    }

    /// The word of a rank right before the event or right behind it, with one adjective between at most;
    /// none where it is denied.
    fn beside(&self, at: usize, is_rank: impl Fn(&Word) -> bool) -> Option<usize> {
        let behind = (at + 1..=at + BESIDE).find(|idx| self.reading.words.get(*idx).is_some_and(&is_rank));
        let agrees = |rank: &usize| self.reading.words.get(*rank).is_some_and(|word| word.clitics.article);
        let behind = behind.filter(agrees).filter(|rank| self.is_plain(at + 1..*rank) && !self.is_denied(at));
        self.before(at, is_rank).or(behind)
    }

    fn before(&self, at: usize, is_rank: impl Fn(&Word) -> bool) -> Option<usize> {
        let nearest = (at.saturating_sub(BESIDE)..at)
            .rev()
            .find(|idx| self.reading.words.get(*idx).is_some_and(&is_rank))?;
        (self.is_plain(nearest + 1..at) && !self.is_denied(nearest)).then_some(nearest)
    }

    /// Whether only adjectives and the like stand there: no verb, sign, preposition or other event.
    fn is_plain(&self, words: Range<usize>) -> bool {
        let words = self.reading.words.get(words).unwrap_or_default();
        words.iter().all(|word| {
            let grammatical = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Function(_)));
            word.kind == crate::text::token::TokenKind::Word && !grammatical && !word.is_noun()
        })
    }

    fn is_denied(&self, at: usize) -> bool {
        let words = self.reading.words.get(at.saturating_sub(NEGATED)..at).unwrap_or_default();
        words.iter().any(|word| word.is_function(Function::Not))
    }

    fn fact(&self, mention: &EventMention, event: &Event, event_type: &EventType, ranked: Ranked) -> Fact {
        let name = Name { name: event_type.id.clone(), keys: NameKeys::from([event_type.id.clone()]) };
        let bound = |value: Value| SlotValue { values: vec![value], binding: Binding::Bound };
        let has = |slot: Slot| self.kind.slots.contains_key(&slot);
        let mut slots: BTreeMap<Slot, SlotValue> = crate::extract::event::inherited(event, has);
        slots.extend(role::fill_event(self.reading, mention.word, event_type));
        slots.retain(|slot, _| has(*slot));
        slots.insert(Slot::What, bound(Value::Name(name)));
        slots.extend(ranked.as_of.map(|time| (Slot::AsOf, bound(Value::Time(time)))));
        let attribution = self.reading.attribution(mention.word);
        Fact {
            slots,
            event: Some(mention.event),
            holder: attribution.map(|attribution| attribution.holder.clone()).unwrap_or_default(),
            modality: self.reading.modality(mention.word),
            evidence: vec![evidence(self.reading, &ranked.words)],
            ..Fact::new(self.article, self.kind.id.clone(), Value::State(ranked.state.to_owned()))
        }
    }
}

/// Whether the mention is a date of the calendar.
fn is_past(mention: &Mention) -> bool {
    let date = matches!(mention.dimension, Dimension::Date | Dimension::Datetime);
    date && matches!(&mention.value, Value::Time(time) if !time.is_relative())
}
