//! Words: tokens with their meanings, phrases joined. One look-up for each distinct word of a text.

use crate::lexicon::Lexicon;
use crate::lexicon::language::{Found, Language};
use crate::lexicon::meaning::{Clitics, Form, Meaning, Sense};
use crate::lexicon::schema::Function;
use crate::text::Text;
use crate::text::span::{Original, Span};
use crate::text::token::{Token, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Most tokens that one surface of the data may have.
const LONGEST_SURFACE: usize = 8;

/// Distinct words whose meanings are remembered while a text is read; then the memory is emptied.
const MEMORY: usize = 1 << 16;

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
    /// Normalized form of the first token.
    pub normal: String,
    /// The stem that was listed; the normalized form where none was.
    pub stem: String,
    /// What it can mean; empty for an unknown word.
    pub senses: Arc<[Sense]>,
    /// What was stuck to it.
    pub clitics: Clitics,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// How many line breaks stand before it.
    pub breaks: u8,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Word {
    /// The first meaning that `pick` accepts.
    pub fn find<T>(&self, pick: impl Fn(&Sense) -> Option<T>) -> Option<T> {
        self.senses.iter().find_map(pick)
    }

    /// Whether it has this function, as itself or stuck to its front.
    #[must_use]
    pub fn is_function(&self, function: Function) -> bool {
        self.senses.iter().any(|sense| sense.meaning == Meaning::Function(function))
    }

    /// The concept that it carries, with its form.
    #[must_use]
    pub fn concept(&self) -> Option<(&str, Form)> {
        self.senses.iter().find_map(|sense| Some((&**sense.meaning.concept()?, sense.form)))
    }

    /// Whether it carries this concept.
    #[must_use]
    pub fn has_concept(&self, concept: &str) -> bool {
        self.senses.iter().any(|sense| matches!(&sense.meaning, Meaning::Concept(id) if **id == *concept))
    }

    /// What it adds to the name of a body or role: its concept, else its stem.
    #[must_use]
    pub fn topic(&self) -> String {
        self.concept().map_or_else(|| self.stem.clone(), |(concept, _)| concept.to_owned())
    }

    /// Whether it can be a noun.
    #[must_use]
    pub fn is_noun(&self) -> bool {
        self.senses.iter().any(|sense| matches!(sense.form, Form::One | Form::Two | Form::Many))
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

/// Reads the tokens of `part` of a text as words of `language`; words of another script are looked up in
/// the first language of that script.
#[must_use]
pub fn words(text: &Text, part: Span<Original>, language: &Language, lexicon: &Lexicon) -> Vec<Word> {
    let tokens = text.tokens();
    let normals: Vec<&str> = tokens.iter().map(|token| text.normal(token)).collect();
    let mut memory: FxHashMap<&str, Found> = FxHashMap::default();
    let mut words = Vec::with_capacity(tokens.len());
    let mut idx = tokens.partition_point(|token| token.span.start < part.start);
    let last = tokens.partition_point(|token| token.span.end <= part.end);
    while let Some(token) = tokens.get(idx).filter(|_| idx < last) {
        let end = (idx + LONGEST_SURFACE).min(last);
        let found = find(&normals[idx..end], token, language, lexicon, &mut memory);
        let width = within_line(tokens, idx, found.tokens);
        let found = if width == found.tokens {
            found
        } else {
            find(&normals[idx..=idx], token, language, lexicon, &mut memory)
        };
        let width = width.min(found.tokens);
        words.push(word(text, idx..idx + width, found));
        idx += width;
    }
    words
}

/// How many of `count` tokens stand in one paragraph.
fn within_line(tokens: &[Token], idx: usize, count: usize) -> usize {
    (1..count).find(|offset| tokens.get(idx + offset).is_none_or(|token| token.breaks > 1)).unwrap_or(count)
}

fn find<'t>(
    normals: &[&'t str],
    token: &Token,
    language: &Language,
    lexicon: &Lexicon,
    memory: &mut FxHashMap<&'t str, Found>,
) -> Found {
    let Some(first) = normals.first() else { return unknown("") };
    if token.kind == TokenKind::Digits {
        return unknown(first);
    }
    if let Some(known) = memory.get(first) {
        return known.clone();
    }
    let script = if first.is_ascii() { "Latn" } else { language.script.as_str() };
    let language = match lexicon.language_of_script(script) {
        Some(other) if script != language.script => other,
        _ => language,
    };
    let found = language.look_up(normals);
    if found.tokens == 1 && !language.begins_phrase(&found.stem, first) {
        if memory.len() >= MEMORY {
            memory.clear();
        }
        memory.insert(first, found.clone());
    }
    found
}

fn unknown(normal: &str) -> Found {
    Found { senses: Arc::from([]), clitics: Clitics::default(), skip: 0, tokens: 1, stem: normal.to_owned() }
}

fn word(text: &Text, tokens: Range<usize>, found: Found) -> Word {
    let (first, last) = (text.tokens()[tokens.start], text.tokens()[tokens.end - 1]);
    let stem_span = Span::new(text.after_prefix(&first, found.skip).start, last.span.end);
    Word {
        span: Span::new(first.span.start, last.span.end),
        stem_span,
        kind: first.kind,
        normal: text.normal(&first).to_owned(),
        stem: found.stem,
        senses: found.senses,
        clitics: found.clitics,
        spaced: first.spaced,
        breaks: first.breaks,
        capital: first.capital,
        tokens,
    }
}
