//! When something was for the last time, which is since when the next one is the first: its *last* eruption was in 2007,
//! they *last won* it in 2012.

use crate::extract::event::LEAD;
use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::told::ranked::{self, Rank};
use crate::extract::told::since::record;
use crate::fact::Fact;
use crate::fact::slot::Slot;
use crate::lexicon::class::Functions;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use std::collections::BTreeSet;
use std::ops::Range;

/// Words that say that something was the last.
pub(in crate::extract::told) const LAST: Functions = Functions::of(&[Function::Last, Function::Latest]);

/// The time of the last one of what a kind tells by its states and heads.
pub(super) fn fact(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    kind: &Kind,
    mention: &Mention,
) -> Option<Fact> {
    let words = &teller.reading.words;
    let at = ranked::rank(teller, sentence, mention, |word| {
        word.has_any(&kind.heads) || (word.summary.does_any(LAST) && word.clitics.preposition.is_none())
    })?;
    let is_time = words.get(at).is_some_and(|word| word.has_any(&kind.heads));
    let rank = Rank { at, end: mention.words.start, is_time };
    if is_elsewhere(teller, sentence) {
        return None;
    }
    let of = record::name(teller, &ranked::deed(teller, sentence, kind, rank)?)?;
    Some(teller.fact(kind, &mention.words, mention.value.clone(), [(Slot::Of, of)]))
}

/// Whether a sentence tells of a country that the lead does not name: Egypt saw its last case in 2004.
fn is_elsewhere(teller: &Teller<'_, '_>, sentence: &Sentence) -> bool {
    let reading = teller.reading;
    let countries =
        |words: Range<usize>| reading.entities_in(words).filter_map(|entity| entity.country.as_ref());
    let end = reading.sentences.get(LEAD - 1).or(reading.sentences.last()).map_or(0, |lead| lead.words.end);
    let lead: BTreeSet<_> = countries(0..end).collect();
    countries(sentence.words.clone()).any(|country| !lead.contains(country))
}
