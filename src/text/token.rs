//! Tokens: words, digits and signs, each with its place in the original and in the normalized text.

use crate::text::fold;
use crate::text::span::{Normal, Original, Span};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

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
    /// Whether a mark of writing from right to left stands right before it.
    pub turned: bool,
}

/// What the tokenizer knows of a character.
#[derive(Clone, Copy)]
struct Class {
    /// The kind of token that it begins; none for white space and what vanishes.
    kind: Option<TokenKind>,
    /// Its normalized form, where that is one other character.
    fold: Option<char>,
    /// Whether its normalized form is itself.
    is_plain: bool,
    vanishes: bool,
    capital: bool,
}

/// Splits `source` into tokens and writes their normalized forms one behind the other.
#[must_use]
pub fn tokenize(source: &str) -> (String, Vec<Token>) {
    let classes = Classes { source, table: &CLASSES };
    let mut normal = String::with_capacity(source.len());
    let mut tokens = Vec::with_capacity(source.len() / USUAL);
    let (mut spaced, mut breaks, mut turned) = (false, 0_u8, false);
    let mut at = 0;
    while let Some((class, length)) = classes.at(at) {
        let start = at;
        at += length;
        let Some(kind) = class.kind else {
            spaced |= !class.vanishes;
            breaks = breaks.saturating_add(u8::from(source.as_bytes().get(start) == Some(&b'\n')));
            turned |= source.get(start..at) == Some(RIGHT_TO_LEFT);
            continue;
        };
        let normal_start = normal.len();
        at = classes.write_token(kind, start, &mut normal);
        tokens.push(Token {
            span: Span::new(start, at),
            normal: Span::new(normal_start, normal.len()),
            kind,
            spaced,
            breaks,
            capital: class.capital,
            turned,
        });
        (spaced, breaks, turned) = (false, 0, false);
    }
    tokens.shrink_to_fit();
    (normal, tokens)
}

/// The classes of the characters that nearly all texts are written in: those of ASCII and of the Arabic block.
static CLASSES: LazyLock<Box<[Class]>> = LazyLock::new(|| {
    let arabic = ARABIC..ARABIC + BLOCK;
    (0..ASCII).chain(arabic).filter_map(char::from_u32).map(Class::folded).collect()
});

/// The mark that makes what stands beside it run from right to left.
const RIGHT_TO_LEFT: &str = "\u{200F}";

/// Characters of ASCII.
const ASCII: u32 = 0x80;

/// The first character of the Arabic block.
const ARABIC: u32 = 0x0600;

/// Characters of the Arabic block.
const BLOCK: u32 = 0x0100;

/// Bytes that a token usually takes with its space.
const USUAL: usize = 8;

/// The first bytes of the characters of the Arabic block, each of two bytes of which the second has six bits.
const LEADS: RangeInclusive<u8> = 0xD8..=0xDB;
const BITS: usize = 6;

/// The classes of the characters of a text. Nearly all are found in the table by their bytes, unread.
struct Classes<'s> {
    source: &'s str,
    table: &'static [Class],
}

impl Classes<'_> {
    /// The class of the character that begins at a byte, and its length in bytes.
    fn at(&self, at: usize) -> Option<(Class, usize)> {
        let bytes = self.source.as_bytes();
        let first = *bytes.get(at)?;
        if first.is_ascii() {
            return Some((*self.table.get(usize::from(first))?, 1));
        }
        if LEADS.contains(&first) {
            let block = usize::from(first - LEADS.start()) << BITS;
            let second = usize::from(*bytes.get(at + 1)?) & ((1 << BITS) - 1);
            return Some((*self.table.get(ASCII as usize + block + second)?, 2));
        }
        let character = self.character(at)?;
        Some((Class::of(character), character.len_utf8()))
    }

    fn character(&self, at: usize) -> Option<char> {
        self.source.get(at..)?.chars().next()
    }

    /// Writes the normalized form of the token of a kind that begins at a byte, and says where it ends. Letters
    /// that are as they are written are copied together.
    fn write_token(&self, kind: TokenKind, start: usize, normal: &mut String) -> usize {
        let (mut at, mut copied) = (start, start);
        while let Some((class, length)) = self.at(at) {
            let goes_on = at == start || (kind != TokenKind::Sign && self.continues(kind, class, at));
            if !goes_on {
                break;
            }
            if !class.is_plain {
                normal.push_str(self.source.get(copied..at).unwrap_or_default());
                match (class.fold, self.character(at)) {
                    (Some(folded), _) => normal.push(folded),
                    (None, character) => character.into_iter().for_each(|letter| fold::fold(letter, normal)),
                }
                copied = at + length;
            }
            at += length;
        }
        normal.push_str(self.source.get(copied..at).unwrap_or_default());
        at
    }

    /// Whether the character of a class that begins at a byte goes on with a token of a kind.
    fn continues(&self, kind: TokenKind, class: Class, at: usize) -> bool {
        if kind == TokenKind::Digits || class.kind == Some(TokenKind::Word) {
            return class.kind == Some(kind);
        }
        let Some(next) = self.character(at) else { return false };
        let joins = || {
            let behind = self.character(at + next.len_utf8());
            matches!(next, '\'' | '\u{2019}') && behind.is_some_and(is_letter)
        };
        (class.vanishes && !is_direction_mark(next)) || joins()
    }
}

impl Class {
    fn of(character: char) -> Self {
        let vanishes = fold::vanishes(character);
        let (kind, capital) = (kind(character), character.is_uppercase());
        Self { kind, fold: None, is_plain: false, vanishes, capital }
    }

    /// The class with the normalized form, for the table.
    fn folded(character: char) -> Self {
        let mut folded = String::new();
        fold::fold(character, &mut folded);
        let mut parts = folded.chars();
        let fold = parts.next().filter(|_| parts.next().is_none());
        Self { fold, is_plain: fold == Some(character), ..Self::of(character) }
    }
}

/// The kind of token that `character` begins; none for white space and what vanishes.
fn kind(character: char) -> Option<TokenKind> {
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

fn is_letter(character: char) -> bool {
    let is_ascii = character.is_ascii();
    character.is_ascii_alphabetic() || (!is_ascii && character.is_alphabetic() && !fold::vanishes(character))
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
