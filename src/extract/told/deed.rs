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
        (!light && !mention.words.contains(&verb)).then(|| BTreeSet::from([concept.to_owned()]))
    };
    facts(&moments, deed)
}

/// The times that the lead of an article gives to its news.
pub(super) fn news(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    if teller.reading.sentence_of(sentence.words.start) >= LEAD {
        return Vec::new();
    }
    let moments = Moments { teller, sentence, kind };
    let about = about(teller, sentence);
    facts(&moments, |_, _| (!about.is_empty()).then(|| about.clone()))
        .into_iter()
        .filter(|fact| fact.modality == Modality::Actual)
        .collect()
}

/// The facts of all times of a sentence that stand by no verb of saying. Each is of its own day, so that other days
/// are other questions.
fn facts(
    moments: &Moments<'_, '_, '_>,
    keys: impl Fn(&Mention, Option<usize>) -> Option<BTreeSet<String>>,
) -> Vec<Fact> {
    let mentions = moments.teller.reading.mentions_in(moments.sentence.words.clone()).iter();
    let fact = |mention: &Mention, time: Time| {
        let verb = moments.deed(mention).0;
        if verb.is_some_and(|verb| moments.is_speech(verb)) || moments.is_elsewhere(mention) {
            return None;
        }
        let (first, last) = time.days()?;
        let on = |key: String| [format!("{key} {first}"), format!("{key} {last}")];
        let day = Time::between(Part::Day(first), Part::Day(last));
        moments.told(mention, day, keys(mention, verb)?.into_iter().flat_map(on).collect())
    };
    mentions.filter_map(|mention| fact(mention, dated(moments.teller, mention)?)).collect()
}

/// What a sentence is about: its words with a listed meaning, two by two, so that two sentences are about one
/// thing only where they share several.
fn about(teller: &Teller<'_, '_>, sentence: &Sentence) -> BTreeSet<String> {
    let words = teller.reading.words.get(sentence.words.clone()).unwrap_or_default();
    let told: BTreeSet<&str> =
        words.iter().filter_map(Word::concept).map(|(concept, _)| concept).take(WORDS).collect();
    let pairs = |one: &&str| -> Vec<String> {
        let later = told.iter().filter(|other| *other > one);
        later.map(|other| format!("{one} {other}")).collect()
    };
    told.iter().flat_map(pairs).collect()
}
