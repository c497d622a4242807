//! When something was for the first time: its *first flight*, in October 2024; the book was *first published* in 2021.

use crate::extract::frame;
use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::told::ranked::{self, Rank};
use crate::extract::told::since::record;
use crate::extract::word::Word;
use crate::fact::Fact;
use crate::fact::slot::Slot;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::kind::Kind;

/// The first times of a sentence. The triggers of a kind say that something was the first, or that it was one by
/// themselves, and its heads that a time was.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let words = &teller.reading.words;
    let fact = |mention: &Mention| {
        let is_rank = |word: &Word| {
            let is_first = word.senses.iter().any(|sense| sense.meaning == Meaning::Ordinal(1));
            is_first || word.has_any(&kind.triggers)
        };
        let at = ranked::rank(teller, sentence, mention, is_rank)?;
        let word = words.get(at)?;
        let rank = Rank { at, end: mention.words.start, is_time: word.has_any(&kind.heads) };
        // A debut is one by itself.
        let own = record::noun(word).and_then(|_| teller.state(at, kind)).map(|state| state.state.clone());
        let deed = own.or_else(|| ranked::deed(teller, sentence, kind, rank))?;
        let of = frame::slot(frame::concept(&deed));
        Some(teller.fact(kind, &mention.words, mention.value.clone(), [(Slot::Of, of)]))
    };
    teller.reading.mentions_in(sentence.words.clone()).iter().filter_map(fact).collect()
}
