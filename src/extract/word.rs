//! Words: tokens with their meanings, phrases joined. One look-up for each distinct word of a text.

use crate::lexicon::Lexicon;
use crate::lexicon::class::{Class, Summary};
use crate::lexicon::language::Language;
use crate::lexicon::letters::Letters;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::recall::{Known, Recall, Second};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::text::Text;
use crate::text::span::{Original, Span};
use crate::text::token::{Token, TokenKind};
use std::hint::black_box;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// Most tokens that one surface of the data may have.
const LONGEST_SURFACE: usize = 8;

/// The script of Latin letters.
const LATIN: &str = "Latn";

/// A word of the text: one token, or a phrase of several that has a meaning of its own.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its place in the original text.
    pub span: Span<Original>,
    /// Its place without what is stuck to its beginning.
    pub stem_span: Span<Original>,
    /// What it is made of.
    pub kind: TokenKind,
    /// Its senses at a glance: what is known of it, once more, since every reader asks it of every word.
    pub summary: Summary,
    /// What its letters tell of names, once more as well.
    pub letters: Letters,
    /// Whether it is a given name as it stands, once more as well.
    pub given: bool,
    /// What is known of it wherever it is written.
    pub known: Arc<Known>,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// How many line breaks stand before it.
    pub breaks: u8,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether a mark of writing from right to left stands right before it.
    pub turned: bool,
}

impl Deref for Word {
    type Target = Known;

    fn deref(&self) -> &Known {
        &self.known
    }
}

impl Word {
    /// The first meaning that `pick` accepts.
    pub fn find<T>(&self, pick: impl Fn(&Sense) -> Option<T>) -> Option<T> {
        self.senses.iter().find_map(pick)
    }

    /// Whether it has this function, as itself or stuck to its front.
    #[must_use]
    pub fn is_function(&self, function: Function) -> bool {
        self.summary.does(function)
    }

    /// The concept that it carries, with its form.
    #[must_use]
    pub fn concept(&self) -> Option<(&str, Form)> {
        if !self.summary.is(Class::Concept) {
            return None;
        }
        self.senses.iter().find_map(|sense| Some((&**sense.meaning.concept()?, sense.form)))
    }

    /// Whether it carries this concept.
    #[must_use]
    pub fn has_concept(&self, concept: &str) -> bool {
        self.summary.is(Class::Concept)
            && self
                .senses
                .iter()
                .any(|sense| matches!(&sense.meaning, Meaning::Concept(id) if **id == *concept))
    }

    /// The first of some concepts that it carries.
    #[must_use]
    pub fn first_of<'c>(&self, concepts: &'c Concepts) -> Option<&'c String> {
        if !self.summary.is(Class::Concept) || !self.marks.meets(concepts.marks()) {
            return None;
        }
        let own = self.senses.iter().zip(&self.told);
        let own = own.filter_map(|(sense, hash)| Some((sense.meaning.concept()?, *hash)));
        concepts.get(own.filter_map(|(concept, hash)| concepts.hashed_position(concept, hash)).min()?)
    }

    /// Whether it carries one of some concepts.
    #[must_use]
    pub fn has_any(&self, concepts: &Concepts) -> bool {
        self.first_of(concepts).is_some()
    }

    /// Whether it may say a state of a kind; said at a glance.
    #[must_use]
    pub fn may_say(&self, kind: &Kind) -> bool {
        self.marks.meets(kind.states.marks())
    }

    /// The states of a kind of which it tells a concept, in whatever sense.
    pub fn states<'k>(&self, kind: &'k Kind) -> impl Iterator<Item = &'k State> + use<'k> {
        let told: &[u64] = if self.may_say(kind) { &self.told } else { &[] };
        kind.states.said_by(told)
    }

    /// Whether one of its meanings is among some: a concept, a role, a body or a type of place.
    #[must_use]
    pub fn says_any(&self, ids: &Concepts) -> bool {
        self.marks.meets(ids.marks())
            && self.senses.iter().any(|sense| {
                let id = sense.meaning.told();
                id.is_some_and(|id| ids.iter().any(|own| **own == **id))
            })
    }

    /// What it adds to the name of a body or role: its concept, else its stem.
    #[must_use]
    pub fn topic(&self) -> String {
        self.concept().map_or_else(|| self.stem.clone(), |(concept, _)| concept.to_owned())
    }

    /// Whether it stands before a noun and says nothing by itself.
    #[must_use]
    pub fn is_article(&self) -> bool {
        !self.senses.is_empty() && self.senses.iter().all(|sense| sense.meaning == Meaning::Stop)
    }

    /// Whether it may stand before a noun and say nothing, whatever else it can say: *a* man, ten dollars *a* head.
    #[must_use]
    pub fn may_be_article(&self) -> bool {
        self.senses.iter().any(|sense| sense.meaning == Meaning::Stop)
    }

    /// Whether it can be a noun.
    #[must_use]
    pub fn is_noun(&self) -> bool {
        [Form::One, Form::Two, Form::Many].into_iter().any(|form| self.summary.has_form(form))
    }

    /// Whether it is the sign `sign`.
    #[must_use]
    pub fn is_sign(&self, sign: &str) -> bool {
        self.kind == TokenKind::Sign && self.normal == sign
    }

    /// Whether nothing stands between it and the word before.
    #[must_use]
    pub const fn touches(&self) -> bool {
        !self.spaced && self.breaks == 0
    }
}

/// Reads the tokens of `part` of a text as words of `language`; words of Latin letters are looked up in the
/// first language of that script.
#[must_use]
pub fn words(text: &Text, part: Span<Original>, language: &Language, lexicon: &Lexicon) -> Vec<Word> {
    let tokens = text.tokens();
    let first = tokens.partition_point(|token| token.span.start < part.start);
    let last = tokens.partition_point(|token| token.span.end <= part.end);
    let mut recalls = Recalls::new(text, first..last, language, lexicon);
    let mut words = Vec::with_capacity(last.saturating_sub(first));
    let mut idx = first;
    while let Some(token) = tokens.get(idx).filter(|_| idx < last) {
        let found = recalls.find(idx..last);
        let is_whole = within_line(tokens, idx, found.width()) == found.width();
        let closes = found.width() > 1 && closes_number(&words, token);
        let alone = (!is_whole || closes).then(|| recalls.find(idx..idx + 1));
        let found = alone.filter(|alone| !is_whole || counts(alone)).unwrap_or(found);
        let next = idx + found.width();
        words.push(word(text, token, idx..next, found));
        idx = next;
    }
    words
}

/// Whether a hyphen joins what follows to a number in words, of which it may be the last part: twenty-one of them.
fn closes_number(words: &[Word], token: &Token) -> bool {
    let [.., tens, hyphen] = words else { return false };
    let is_joined = hyphen.is_sign("-") && hyphen.touches() && !token.spaced && token.breaks == 0;
    is_joined && token.kind == TokenKind::Word && counts(&tens.known)
}

/// Whether a word is a cardinal.
fn counts(known: &Known) -> bool {
    known.summary.is(Class::Number)
        && known.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Cardinal(_)))
}

/// How many of `count` tokens stand in one paragraph.
fn within_line(tokens: &[Token], idx: usize, count: usize) -> usize {
    (1..count).find(|offset| tokens.get(idx + offset).is_none_or(|token| token.breaks > 1)).unwrap_or(count)
}

/// The words of one text as they are looked up in its languages.
struct Recalls<'l> {
    text: &'l Text,
    own: Recall<'l>,
    /// The language of Latin letters, in a text of another script.
    latin: Option<Recall<'l>>,
    /// The place of the first token.
    first: usize,
    /// The tokens by what they are in the language of each.
    numbers: Vec<Number>,
}

/// What a token is in a recall.
#[derive(Clone, Copy)]
enum Number {
    /// A figure, which is in no list.
    Figure,
    /// A word of the language of the text.
    Own(usize),
    /// A word of the language of Latin letters.
    Latin(usize),
}

impl<'l> Recalls<'l> {
    fn new(text: &'l Text, tokens: Range<usize>, language: &'l Language, lexicon: &'l Lexicon) -> Self {
        let latin = lexicon.language_of_script(LATIN).filter(|_| language.script != LATIN);
        let (mut own, mut latin) = (language.recall(), latin.map(|latin| language.recall_guests(latin)));
        let number = |token: &Token| {
            let word = text.normal(token);
            match &mut latin {
                _ if token.kind == TokenKind::Digits => Number::Figure,
                Some(latin) if word.is_ascii() => Number::Latin(latin.number(word)),
                _ => Number::Own(own.number(word)),
            }
        };
        let first = tokens.start;
        let numbers = text.tokens().get(tokens).unwrap_or_default().iter().map(number).collect();
        let recalls = Self { text, own, latin, first, numbers };
        recalls.look_ahead();
        recalls
    }

    /// Asks something of all that is known of the words, so that nobody waits for the memory of each by itself: what
    /// is asked one behind the other, with nothing else in between, is fetched together.
    fn look_ahead(&self) {
        let width = |number: &Number| match (number, &self.latin) {
            (Number::Figure, _) => 1,
            (Number::Latin(number), Some(latin)) => latin.width(*number),
            (Number::Own(number) | Number::Latin(number), _) => self.own.width(*number),
        };
        black_box(self.numbers.iter().map(width).sum::<usize>());
    }

    /// What the first of some tokens means, or the longest phrase that it begins.
    fn find(&mut self, tokens: Range<usize>) -> Arc<Known> {
        let text = self.text;
        let numbers = self.numbers.get(tokens.start - self.first..).unwrap_or_default();
        let all = text.tokens().get(tokens).unwrap_or_default();
        let word = |token: &Token| text.normal(token);
        let (recall, number) = match (numbers.first(), &mut self.latin) {
            (Some(Number::Latin(number)), Some(latin)) => (latin, *number),
            (Some(Number::Own(number) | Number::Latin(number)), _) => (&mut self.own, *number),
            (Some(Number::Figure) | None, _) => return self.own.figure(all.first().map_or("", word)),
        };
        let second = all.get(1).map(|token| match numbers {
            [Number::Own(_), Number::Own(second), ..] | [Number::Latin(_), Number::Latin(second), ..] => {
                Second::Numbered(*second)
            }
            _ => Second::Other(word(token)),
        });
        recall.alone(number, second).unwrap_or_else(|| {
            let mut words = [""; LONGEST_SURFACE];
            words.iter_mut().zip(all).for_each(|(place, token)| *place = word(token));
            recall.phrase(number, words.get(..all.len()).unwrap_or(&words), second)
        })
    }
}

fn word(text: &Text, first: &Token, tokens: Range<usize>, known: Arc<Known>) -> Word {
    let end = text.tokens().get(tokens.end - 1).map_or(first.span.end, |last| last.span.end);
    let stem_span = Span::new(text.after_prefix(first, known.skip()).start, end);
    Word {
        span: Span::new(first.span.start, end),
        stem_span,
        kind: first.kind,
        spaced: first.spaced,
        breaks: first.breaks,
        capital: first.capital,
        turned: first.turned,
        tokens,
        summary: known.summary,
        letters: known.letters,
        given: known.given,
        known,
    }
}
