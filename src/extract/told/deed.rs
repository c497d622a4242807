//! When something was done, whatever it was: a day beside a verb. Two articles that date one deed to one day
//! agree; much is done more than once, so that none contradicts.

use crate::extract::event::LEAD;
use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::told::moment::{Moments, dated};
use crate::extract::word::Word;
use crate::fact::{Fact, Modality};
use crate::lexicon::schema::kind::Kind;
use crate::value::time::{Part, Time};
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

/// The times that the lead of an article gives to its news.
pub(super) fn news(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    if teller.reading.sentence_of(sentence.words.start) >= LEAD {
        return Vec::new();
    }
    let moments = Moments { teller, sentence, kind };
    // Most sentences date nothing.
    let told = OnceCell::new();
    let about = || told.get_or_init(|| about(teller, sentence));
    facts(&moments, |_, _| Some(about().clone()).filter(|about| !about.is_empty()))
        .into_iter()
        .filter(|fact| fact.modality == Modality::Actual)
        .collect()
}

/// The facts of all times of a sentence that stand by no verb of saying. Each is of its own day, so that other days
/// are other questions.
fn facts(
    moments: &Moments<'_, '_, '_>,
    keys: impl Fn(&Mention, Option<usize>) -> Option<Vec<String>>,
) -> Vec<Fact> {
    let mentions = moments.teller.reading.mentions_in(moments.sentence.words.clone()).iter();
    let fact = |mention: &Mention, time: Time| {
        let verb = moments.deed(mention).0;
        if verb.is_some_and(|verb| moments.is_speech(verb)) || moments.is_elsewhere(mention) {
            return None;
        }
        let (first, last) = time.days()?;
        let days = BTreeSet::from([first.to_string(), last.to_string()]);
        let keys = keys(mention, verb)?;
        let dated = keys.iter().flat_map(|key| days.iter().map(move |day| [key, " ", day].concat()));
        moments.told(mention, Time::between(Part::Day(first), Part::Day(last)), dated.collect())
    };
    mentions.filter_map(|mention| fact(mention, dated(moments.teller, mention)?)).collect()
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
    pairs.collect()
}
