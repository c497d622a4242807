//! When something was done, whatever it was: a day beside a verb. Two articles that date one deed to one day
//! agree; much is done more than once, so that none contradicts.

use crate::extract::event::LEAD;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::told::moment::{Moments, dated};
use crate::extract::word::Word;
use crate::fact::{Fact, Modality};
use crate::lexicon::schema::kind::Kind;
use crate::value::time::{Part, Time};
use jiff::civil::Date;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Most words of a lead that tell what it is about.
const WORDS: usize = 14;

/// The times of the deeds of a sentence.
pub(super) fn deeds(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let moments = Moments { teller, sentence, kind };
    let deed = |mention: &Mention, verb: Option<usize>| {
        let verb = verb?;
        let concept = moments.word(verb)?.concept()?.0;
        let light = kind.triggers.iter().any(|light| light == concept);
        (!light && !mention.words.contains(&verb)).then(|| vec![concept.to_owned()])
    };
    facts(&moments, deed)
}

/// The times that an article gives to its news: those of its lead, and further down the clocks of the same day where
/// it has few.
pub(super) fn news(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let moments = Moments { teller, sentence, kind };
    if teller.reading.sentence_of(sentence.words.start) >= LEAD {
        return clocks(&moments);
    }
    // Most sentences date nothing.
    let told = OnceCell::new();
    let about = || told.get_or_init(|| about(teller, sentence));
    facts(&moments, |_, _| Some(about().clone()).filter(|about| !about.is_empty()))
        .into_iter()
        .filter(|fact| fact.modality == Modality::Actual)
        .collect()
}

/// Most clock times of the day of the news of which each may be its own.
const CLOCKS: usize = 2;

/// The clocks behind the lead that tell a time of the day of the news, where the article gives few.
fn clocks(moments: &Moments<'_, '_, '_>) -> Vec<Fact> {
    let teller = moments.teller;
    let clock = |mention: &Mention| {
        // Most times are no clocks, which is told at once.
        (mention.dimension == Dimension::Datetime).then_some(())?;
        let time = dated(teller, mention)?;
        Some((time.days()?.0, time.seconds()?.0, time))
    };
    let own: Vec<_> = teller.reading.mentions_in(moments.sentence.words.clone()).iter().collect();
    let own = own.into_iter().filter_map(|mention| Some((mention, clock(mention)?)));
    let fact = |(mention, (day, _, time)): (&Mention, (Date, i64, Time))| {
        let others = teller.reading.mentions.iter().filter_map(clock).filter(|(other, ..)| *other == day);
        let moments_of_day: BTreeSet<i64> = others.map(|(_, moment, _)| moment).collect();
        let lead = teller.reading.sentences.get(..LEAD)?.iter();
        let is_dated = |lead: &&Sentence| {
            let mut given = teller.reading.mentions_in(lead.words.clone()).iter();
            given.any(|mention| {
                dated(teller, mention).and_then(|time| time.days()) == Some((day, day))
                    && !teller.reading.is_dateline(mention)
            })
        };
        let about: Vec<String> = lead.filter(is_dated).flat_map(|lead| about(teller, lead)).collect();
        if moments_of_day.len() > CLOCKS || about.is_empty() || moments.is_elsewhere(mention) {
            return None;
        }
        let fact = moments.on_day(mention, time, &about)?;
        (fact.modality == Modality::Actual).then_some(fact)
    };
    own.filter_map(fact).collect()
}

/// The facts of all times of a sentence that stand by no verb of saying. Each is of its own day, so that other days
/// are other questions.
fn facts(
    moments: &Moments<'_, '_, '_>,
    keys: impl Fn(&Mention, Option<usize>) -> Option<Vec<String>>,
) -> Vec<Fact> {
    let mentions = moments.teller.reading.mentions_in(moments.sentence.words.clone()).iter();
    let fact = |mention: &Mention, time: Time| {
        let verb = moments.deed(mention);
        if verb.is_some_and(|verb| moments.is_speech(verb)) || moments.is_elsewhere(mention) {
            return None;
        }
        moments.on_day(mention, time, &keys(mention, verb)?)
    };
    mentions.filter_map(|mention| fact(mention, dated(moments.teller, mention)?)).collect()
}

impl Moments<'_, '_, '_> {
    /// The day of a time, of what some keys tell.
    fn on_day(&self, mention: &Mention, time: Time, keys: &[String]) -> Option<Fact> {
        let (first, last) = time.days()?;
        let days = BTreeSet::from([first.to_string(), last.to_string()]);
        let dated = keys.iter().flat_map(|key| days.iter().map(move |day| [key, " ", day].concat()));
        let day = Time::between(Part::Day(first), Part::Day(last));
        let fact = self.told(mention, day, dated.collect())?;
        Some(Fact { clock: Some(time).filter(|_| mention.dimension == Dimension::Datetime), ..fact })
    }
}

/// What a sentence is about: its words with a listed meaning, two by two, so that two sentences are about one
/// thing only where they share several.
fn about(teller: &Teller<'_, '_>, sentence: &Sentence) -> Vec<String> {
    let words = teller.reading.words.get(sentence.words.clone()).unwrap_or_default();
    let told: BTreeSet<&str> =
        words.iter().filter_map(Word::concept).map(|(concept, _)| concept).take(WORDS).collect();
    let pairs = told.iter().enumerate().flat_map(|(at, one)| {
        let later = told.iter().skip(at + 1);
        later.map(move |other| [one, " ", other].concat())
    });
    let deeds = told.iter().filter(|concept| teller.reading.language.tells_deed(concept));
    pairs.chain(deeds.map(|deed| (*deed).to_owned())).collect()
}
