//! Courses: whether what reached a value rose or fell to it. Two articles that tell of one value reached cannot
//! both be right where the one says that it rose and the other that it fell.

use crate::extract::figure::choice::{Choice, Reader};
use crate::extract::figure::{Figure, value_key};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::hash;

/// Furthest that a value stands behind the verb that leads to it, and before the words that look back from it.
const BEHIND: usize = 9;
const BEFORE: usize = 12;

impl Reader<'_, '_> {
    /// The course that a word tells.
    pub(super) fn course(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<Figure> {
        let state = self.state(kind, at)?;
        let back = self.carries(at, &kind.context).is_some();
        let reached =
            if back { self.reached_before(sentence, at) } else { self.reached_behind(sentence, at) }?;
        let words = at.min(reached.words.start)..reached.words.end.max(at + 1);
        let key = hash::of(&(&kind.id, value_key(&reached.value)?));
        self.figure(kind, Choice { state, at, words, key, is_listed: true })
    }

    /// The value to which a verb leads: rose *to 2.1 per cent*.
    fn reached_behind(&self, sentence: &Sentence, at: usize) -> Option<&Mention> {
        let behind = at + 1..(at + 1 + BEHIND).min(sentence.words.end);
        let found = self.reading.mentions_in(behind).iter().find(|mention| is_amount(mention))?;
        let first = found.words.start;
        let leads = |at: usize| self.word(at).is_some_and(|word| word.is_function(Function::To));
        (leads(first) || leads(first - 1)).then_some(found)
    }

    /// The value before words that look back: 2.1 per cent, *up from* 1.6.
    fn reached_before(&self, sentence: &Sentence, at: usize) -> Option<&Mention> {
        let before = at.saturating_sub(BEFORE).max(sentence.words.start)..at;
        self.reading.mentions_in(before).iter().rfind(|mention| is_amount(mention))
    }
}

const fn is_amount(mention: &Mention) -> bool {
    matches!(
        mention.dimension,
        Dimension::Percent | Dimension::Money | Dimension::Quantity | Dimension::Number
    )
}
