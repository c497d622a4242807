//! Quotes that the words of saying split: *"We have time," she said. "We have no money."* is one utterance.

use crate::extract::attribution::speech;
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::speech::Speech;
use crate::text::span::{Original, Span};
use crate::text::token::TokenKind;
use std::ops::Range;

/// Most words that stand between the two halves, marks not counted.
const BETWEEN: usize = 16;

/// Words behind the second half within which another word of saying would be of somebody else.
const BEHIND: usize = 6;

/// A quote, with the half that follows the words of saying.
#[derive(Clone, Copy, Debug)]
pub(super) struct Utterance<'r> {
    /// The quote, or its first half.
    pub(super) quote: &'r Mention,
    /// Its second half.
    pub(super) rest: Option<&'r Mention>,
}

impl Utterance<'_> {
    /// From its first word to its last.
    pub(super) fn span(&self) -> Span<Original> {
        let end = self.rest.map_or(self.quote.span.end, |rest| rest.span.end);
        Span::new(self.quote.span.start, end)
    }

    /// What is said.
    pub(super) fn text(&self, reading: &Reading<'_>) -> String {
        let first = reading.text.slice(self.quote.span);
        match self.rest {
            Some(rest) => format!("{first} {}", reading.text.slice(rest.span)),
            None => first.to_owned(),
        }
    }
}

/// The utterances of a text: its quotes, split ones joined.
pub(super) fn utterances<'r>(reading: &'r Reading<'_>) -> Vec<Utterance<'r>> {
    let mut quotes = reading.quotes.iter().peekable();
    let mut utterances = Vec::new();
    while let Some(quote) = quotes.next() {
        let rest = quotes.next_if(|next| goes_on(reading, quote, next));
        utterances.push(Utterance { quote, rest });
    }
    utterances
}

/// Whether one quote goes on in the next, with nothing but the words of saying between.
fn goes_on(reading: &Reading<'_>, quote: &Mention, next: &Mention) -> bool {
    let between = quote.words.end..next.words.start;
    let words = reading.words.get(between.clone()).unwrap_or_default();
    let is_open = breaks_off(reading, quote);
    let of_words = words.iter().filter(|word| word.kind == TokenKind::Word).count();
    let is_near = of_words <= BETWEEN && words.iter().all(|word| word.breaks == 0);
    let said = words.iter().filter(|word| says(word)).count();
    let opens_other = words.iter().any(|word| word.is_sign(":") || word.is_function(Function::That));
    // The second half begins a sentence, or goes on behind a comma.
    let lead = next.words.start.checked_sub(2).and_then(|at| reading.words.get(at));
    let is_led = lead.is_some_and(|word| is_stop(word) || is_comma(word));
    let stops = words.iter().filter(|word| is_stop(word)).count();
    is_open && is_near && said == 1 && !opens_other && is_led && stops <= 1 && !is_anothers(reading, next)
}

/// Whether a quote ends with a comma, within its marks or behind them.
fn breaks_off(reading: &Reading<'_>, quote: &Mention) -> bool {
    let end = quote.words.end;
    let near: Range<usize> = end.saturating_sub(1)..end + 2;
    let mut near = near.filter(|at| *at != end).filter_map(|at| reading.words.get(at));
    near.any(is_comma)
}

/// Whether somebody else says what is quoted next.
fn is_anothers(reading: &Reading<'_>, quote: &Mention) -> bool {
    let end = quote.words.end;
    let behind = reading.words.get(end..(end + BEHIND).min(reading.words.len())).unwrap_or_default();
    let is_ended = quote.words.end.checked_sub(1).and_then(|at| reading.words.get(at)).is_some_and(is_stop);
    let mut own = behind.iter().take_while(|word| word.breaks == 0 && !is_stop(word));
    !is_ended && own.any(says)
}

fn says(word: &Word) -> bool {
    speech(word).is_some_and(|speech| speech == Speech::Say)
}

fn is_comma(word: &Word) -> bool {
    [",", "،"].iter().any(|comma| word.is_sign(comma))
}

fn is_stop(word: &Word) -> bool {
    [".", "!", "?", "؟"].iter().any(|stop| word.is_sign(stop))
}
