//! Tokens: words, digits and signs, each with its place in the original and in the normalized text.

use crate::text::fold;
use crate::text::span::{Normal, Original, Span};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters with their signs.
    Word,
    /// Decimal digits of any of the three sets, without separators.
    Digits,
    /// A single other character.
    Sign,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its place in the original text.
    pub span: Span<Original>,
    /// Its place in the normalized text.
    pub normal: Span<Normal>,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// How many line breaks stand before it: none, one, or two and more (a paragraph).
    pub breaks: u8,
    /// Whether its first letter is a capital.
    pub capital: bool,
}

/// Splits `source` into tokens and writes their normalized forms one behind the other.
#[must_use]
pub fn tokenize(source: &str) -> (String, Vec<Token>) {
    let mut normal = String::with_capacity(source.len());
    let mut tokens = Vec::with_capacity(source.len() / 6);
    let (mut spaced, mut breaks) = (false, 0_u8);
    let mut chars = source.char_indices().peekable();
    while let Some((start, character)) = chars.next() {
        let Some(kind) = class(character) else {
            spaced |= !fold::vanishes(character);
            breaks = breaks.saturating_add(u8::from(character == '\n'));
            continue;
        };
        let normal_start = normal.len();
        fold::fold(character, &mut normal);
        let mut end = start + character.len_utf8();
        if kind != TokenKind::Sign {
            while let Some(&(offset, next)) = chars.peek() {
                if !continues(kind, next, source, offset) {
                    break;
                }
                fold::fold(next, &mut normal);
                end = offset + next.len_utf8();
                chars.next();
            }
        }
        tokens.push(Token {
            span: Span::new(start, end),
            normal: Span::new(normal_start, normal.len()),
            kind,
            spaced,
            breaks,
            capital: character.is_uppercase(),
        });
        (spaced, breaks) = (false, 0);
    }
    (normal, tokens)
}

/// The kind of token that `character` begins; none for white space and what vanishes.
fn class(character: char) -> Option<TokenKind> {
    if is_digit(character) {
        Some(TokenKind::Digits)
    } else if is_letter(character) {
        Some(TokenKind::Word)
    } else if character.is_whitespace() || fold::vanishes(character) || character.is_control() {
        None
    } else {
        Some(TokenKind::Sign)
    }
}

fn continues(kind: TokenKind, next: char, source: &str, offset: usize) -> bool {
    if kind == TokenKind::Digits {
        return is_digit(next);
    }
    let joins = matches!(next, '\'' | '\u{2019}')
        && source.get(offset + next.len_utf8()..).is_some_and(starts_with_letter);
    joins || is_letter(next) || (fold::vanishes(next) && !is_direction_mark(next))
}

fn starts_with_letter(rest: &str) -> bool {
    rest.chars().next().is_some_and(is_letter)
}

/// Whether the character is a letter; the letters of the press are told without a search.
const fn is_common_letter(character: char) -> bool {
    matches!(character, 'a'..='z' | 'A'..='Z' | '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}')
}

fn is_letter(character: char) -> bool {
    let is_ascii = character.is_ascii();
    is_common_letter(character) || (!is_ascii && character.is_alphabetic() && !fold::vanishes(character))
}

/// The words and signs of `source`, normalized, with one space between them.
#[must_use]
pub fn joined(source: &str) -> String {
    let (normal, tokens) = tokenize(source);
    let words: Vec<&str> =
        tokens.iter().filter_map(|token| normal.get(token.normal.start..token.normal.end)).collect();
    words.join(" ")
}

/// Whether the character is a decimal digit of the European, Arabic or Persian set.
#[must_use]
pub const fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

const fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
