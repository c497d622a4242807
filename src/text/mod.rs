//! Text before any meaning or language: spans, normalization with the way back, tokens, positions.
//!
//! A span is typed by the text it indexes, so that a place in the normalized text can never be used as a
//! place in the original. Nothing here knows a word of any language.

/// Letters that count as one.
pub mod fold;
/// Contents as numbers.
pub mod hash;
/// Lines and columns.
pub mod position;
/// Ranges typed by their text.
pub mod span;
/// Words, numerals and signs.
pub mod token;

use crate::text::span::{Normal, Original, Span};
use crate::text::token::Token;

/// A text with its normalized form and its tokens.
#[derive(Clone, Debug, Default)]
pub struct Text {
    source: String,
    normal: String,
    tokens: Vec<Token>,
}

impl Text {
    /// Tokenizes and normalizes `source` in one pass.
    #[must_use]
    pub fn new(source: String) -> Self {
        let (normal, tokens) = token::tokenize(&source);
        Self { source, normal, tokens }
    }

    /// The text as it was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The tokens in order; white space is none of them.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Whether the letters and signs of some words stand in it one behind the other, whatever white space parts
    /// them: what does not stand so cannot be found in it.
    #[must_use]
    pub fn may_hold(&self, words: &str) -> bool {
        self.normal.contains(&token::tokenize(words).0)
    }

    /// The original words of a span; empty where the span does not fit the text.
    #[must_use]
    pub fn slice(&self, span: Span<Original>) -> &str {
        self.source.get(span.start..span.end).unwrap_or_default()
    }

    /// The normalized form of a token.
    #[must_use]
    pub fn normal(&self, token: &Token) -> &str {
        self.normal.get(token.normal.start..token.normal.end).unwrap_or_default()
    }

    /// The original span of the part of `token` that begins `skip` bytes into its normalized form.
    #[must_use]
    pub fn after_prefix(&self, token: &Token, skip: usize) -> Span<Original> {
        let start = if skip == 0 || self.begins_as_written(token, skip) {
            skip
        } else {
            fold::original_offset(self.slice(token.span), skip)
        };
        Span::new(token.span.start + start, token.span.end)
    }

    /// Whether the first bytes of a token are normalized as they are written, and something behind them is too.
    fn begins_as_written(&self, token: &Token, bytes: usize) -> bool {
        let (written, normal) = (self.slice(token.span), self.normal(token));
        let behind = |text: &str| text.get(bytes..).and_then(|behind| behind.chars().next());
        let stays = |letter: char| Some(letter) == behind(normal) || !fold::vanishes(letter);
        behind(written).is_some_and(stays)
            && written.as_bytes().get(..bytes) == normal.as_bytes().get(..bytes)
    }

    /// The original span of a normalized one: from the character that gave its first byte to the end of
    /// the one that gave its last.
    #[must_use]
    pub fn original(&self, span: Span<Normal>) -> Span<Original> {
        let Some(first) = self.token_at(span.start) else { return Span::new(0, 0) };
        let Some(last) = self.token_at(span.end.saturating_sub(1).max(span.start)) else { return first.span };
        let start = fold::original_offset(self.slice(first.span), span.start - first.normal.start);
        let end = fold::original_offset(self.slice(last.span), span.end.saturating_sub(last.normal.start));
        Span::new(first.span.start + start, last.span.start + end)
    }

    fn token_at(&self, normal: usize) -> Option<&Token> {
        let idx = self.tokens.partition_point(|token| token.normal.end <= normal);
        self.tokens.get(idx)
    }
}
