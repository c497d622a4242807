//! When something was for the last time, which is since when the next one is the first: its *last* eruption was in 2007,
//! they *last won* it in 2012.

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
    if teller.is_of_other_country(sentence) {
        return None;
    }
    let of = record::name(teller, &ranked::deed(teller, sentence, kind, rank)?)?;
    Some(teller.fact(kind, &mention.words, mention.value.clone(), [(Slot::Of, of)]))
}
