//! Which day a time of day belongs to: that of its clause, of the nearest day before in its paragraph, of the lead, of what
//! the article is about.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::event::{self, LEAD};
use crate::extract::local::{DAY, HOUR, NIGHT, Settler, clock, day, time};
use crate::extract::mention::Mention;
use crate::extract::said;
use crate::extract::word::Word;
use crate::fact::Event;
use crate::fact::slot::Slot;
use crate::lexicon::schema::speech::Speech;
use crate::value::Value;
use crate::value::time::Part;
use jiff::civil::Date;
use std::ops::Range;

impl Settler<'_, '_> {
    /// Whether the day of a time of day is not told in its clause.
    pub(super) fn inherits_day(&self, idx: usize) -> bool {
        let mention = self.reading.mentions.get(idx);
        let is_bare = mention
            .and_then(time)
            .and_then(|time| time.first)
            .is_some_and(|point| point.part == Part::AnyDay);
        is_bare
            && self.twin(idx).is_none()
            && mention.is_some_and(|mention| self.day_of_clause(mention).is_none())
    }

    /// The day that a time of day belongs to: of its clause, of the nearest day before in its paragraph, of
    /// what the article is about.
    pub(super) fn day_of(&self, idx: usize) -> Option<Date> {
        let mention = self.reading.mentions.get(idx)?;
        let start = mention.words.start;
        let number = self.reading.sentence_of(start);
        let sentence = self.reading.sentences.get(number)?;
        let dated = |mention: &Mention| self.dated(mention);
        let sentences = self.reading.sentences.get(..number).unwrap_or_default();
        let first = sentences.iter().rev().take_while(|before| before.paragraph == sentence.paragraph).last();
        let paragraph = first.map_or(sentence.words.start, |first| first.words.start)..start;
        let before = || self.reading.mentions_in(paragraph).iter().rev().find_map(dated);
        let lead = self.reading.sentences.get(..LEAD.min(number)).unwrap_or_default();
        let lead = lead.first().zip(lead.last()).map(|(first, last)| first.words.start..last.words.end);
        let in_lead = || self.day_of_lead(mention, lead.clone()?, dated);
        // A lead goes on telling of the day with which it began.
        let first_of_lead = || in_lead().filter(|_| number < LEAD);
        let told = self.day_of_clause(mention).or_else(before).or_else(first_of_lead);
        let told = told.or_else(|| self.day_of_event(mention, dated));
        let told = told.or_else(|| self.main_day(mention)).or_else(in_lead);
        told.or_else(|| self.morning(mention))
    }

    /// The day of a mention that dates no speech.
    fn dated(&self, mention: &Mention) -> Option<Date> {
        day(mention).filter(|_| !self.is_of_speech(mention) && !said::dates(self.reading, mention))
    }

    /// The nearest day that the clause of a time of day tells.
    fn day_of_clause(&self, mention: &Mention) -> Option<Date> {
        let start = mention.words.start;
        let sentence = self.reading.sentences.get(self.reading.sentence_of(start))?;
        let clause = sentence.clause_words(sentence.clause(start));
        // "At 5:35 (21:35 GMT on Tuesday)": the day is that of the other clock.
        let is_other = |other: &Mention| clock(other).is_some() && self.told(other).is_some();
        let own = self.reading.mentions_in(clause).iter().filter(|other| !is_other(other));
        let own = own.filter_map(|other| Some((other.words.start.abs_diff(start), self.dated(other)?)));
        own.min().map(|(_, day)| day)
    }

    /// The day that a lead tells: one of which it tells the part in which the hour is, else the first that is not that of
    /// writing.
    fn day_of_lead(
        &self,
        mention: &Mention,
        lead: Range<usize>,
        dated: impl Fn(&Mention) -> Option<Date>,
    ) -> Option<Date> {
        let told = || self.reading.mentions_in(lead.clone()).iter();
        let holds = |other: &&Mention| is_in_part(mention, other);
        let is_told = |other: &&Mention| !self.reading.is_dateline(other);
        let of_part = told().filter(holds).find_map(&dated);
        of_part.or_else(|| told().filter(is_told).find_map(&dated)).or_else(|| told().find_map(&dated))
    }

    /// The first day that the text gives to what happens in the clause of a time of day.
    fn day_of_event(&self, mention: &Mention, dated: impl Fn(&Mention) -> Option<Date>) -> Option<Date> {
        let own = self.incidents(mention);
        let day = |other: &Mention| {
            let day = dated(other).filter(|_| !own.is_empty() && !self.reading.is_dateline(other))?;
            self.incidents(other).iter().any(|concept| own.contains(concept)).then_some(day)
        };
        self.reading.mentions.iter().find_map(day)
    }

    /// What happens in the clause of a mention, by its concepts.
    fn incidents(&self, mention: &Mention) -> Vec<&str> {
        let start = mention.words.start;
        let Some(sentence) = self.reading.sentences.get(self.reading.sentence_of(start)) else {
            return Vec::new();
        };
        let events = self.reading.lexicon.events();
        let happens = |concept: &str| {
            events.iter().any(|event| {
                event::is_impersonal(event) && event.triggers.iter().any(|trigger| trigger == concept)
            })
        };
        let words = self.reading.words.get(sentence.clause_words(sentence.clause(start))).unwrap_or_default();
        let told = words.iter().filter_map(Word::concept).map(|(concept, _)| concept);
        told.filter(|concept| happens(concept)).collect()
    }

    /// The day of the report, where a lead tells no other: an hour of the morning that is told without its day.
    fn morning(&self, mention: &Mention) -> Option<Date> {
        let is_early = clock(mention).is_some_and(|clock| clock.start + clock.length < DAY / 2);
        let lead = self.reading.sentences.get(..LEAD)?;
        let words = lead.first()?.words.start..lead.last()?.words.end;
        self.reading.mentions_in(words).iter().find_map(day).filter(|_| is_early)
    }

    /// The day of what happened, where an article is about that; a small hour behind a night is one of the
    /// next day.
    fn main_day(&self, mention: &Mention) -> Option<Date> {
        let is_small = clock(mention).is_some_and(|clock| clock.start < NIGHT);
        let happens = |event: &&Event| {
            let event_type = self.reading.lexicon.event(&event.event_type);
            event.is_main && event_type.is_some_and(event::is_impersonal)
        };
        self.events.events.iter().filter(happens).find_map(|event| {
            let filling = event.slots.get(&Slot::When)?;
            let Some(Value::Time(when)) = filling.values.first() else { return None };
            let (first, last) = when.days()?;
            let is_night = when.first?.clock.is_some_and(|clock| clock.start + clock.length >= DAY);
            let day = if is_night && is_small { first.tomorrow().ok()? } else { first };
            (first == last).then_some(day)
        })
    }

    /// Whether the verb next to a date in its clause is one of saying.
    fn is_of_speech(&self, mention: &Mention) -> bool {
        let start = mention.words.start;
        let Some(sentence) = self.reading.sentences.get(self.reading.sentence_of(start)) else {
            return false;
        };
        let clause = sentence.clause_words(sentence.clause(start));
        let words = self.reading.words.get(clause.clone()).unwrap_or_default();
        let verbs = clause.zip(words).filter(|(_, word)| is_verb(word) || speech(word).is_some());
        let next = verbs.min_by_key(|(at, _)| at.abs_diff(start));
        next.and_then(|(_, word)| speech(word)).is_some_and(|speech| speech != Speech::AccordingTo)
    }
}

/// Whether a time of day lies in the part of a day that another mention tells.
fn is_in_part(mention: &Mention, part: &Mention) -> bool {
    let clocks = clock(mention).zip(clock(part).filter(|part| part.length > HOUR));
    clocks.is_some_and(|(clock, part)| (part.start..part.start + part.length).contains(&clock.start))
}
