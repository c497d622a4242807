//! Tokens: words, digits and signs, each with its place in the original and in the normalized text.

use crate::text::fold;
use crate::text::span::{Normal, Original, Span};
use std::str::Chars;
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
    /// Its normalized form, where that is one character.
    fold: Option<char>,
    /// Whether that is itself.
    is_plain: bool,
    vanishes: bool,
    capital: bool,
}

/// Splits `source` into tokens and writes their normalized forms one behind the other.
#[must_use]
pub fn tokenize(source: &str) -> (String, Vec<Token>) {
    let table = &**CLASSES;
    let mut normal = String::with_capacity(source.len());
    let mut tokens = Vec::with_capacity(source.len() / USUAL);
    let (mut spaced, mut breaks, mut turned) = (false, 0_u8, false);
    let behind = |rest: &Chars<'_>| source.len() - rest.as_str().len();
    let mut rest = source.chars();
    loop {
        let start = behind(&rest);
        let Some(character) = rest.next() else { break };
        let class = class_in(table, character);
        let Some(kind) = class.kind else {
            spaced |= !class.vanishes;
            breaks = breaks.saturating_add(u8::from(character == '\n'));
            turned |= character == RIGHT_TO_LEFT;
            continue;
        };
        let normal_start = normal.len();
        // Most letters are as they are written: they are copied together.
        let mut copied = start;
        if !class.is_plain {
            class.write(character, &mut normal);
            copied = behind(&rest);
        }
        let mut is_open = kind != TokenKind::Sign;
        while is_open {
            let here = rest.clone();
            let Some(character) = rest.next() else { break };
            let class = class_in(table, character);
            if class.is_plain && class.kind == Some(kind) {
                continue;
            }
            is_open = continues(kind, class, character, &rest);
            if !is_open {
                rest = here;
            } else if !class.is_plain {
                normal.push_str(source.get(copied..behind(&here)).unwrap_or_default());
                class.write(character, &mut normal);
                copied = behind(&rest);
            }
        }
        let end = behind(&rest);
        normal.push_str(source.get(copied..end).unwrap_or_default());
        tokens.push(Token {
            span: Span::new(start, end),
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

/// The classes of the characters that nearly all texts are written in.
static CLASSES: LazyLock<Box<[Class]>> = LazyLock::new(|| {
    let arabic = ARABIC..ARABIC + BLOCK;
    (0..ASCII).chain(arabic).filter_map(char::from_u32).map(Class::folded).collect()
});

/// The mark that makes what stands beside it run from right to left.
const RIGHT_TO_LEFT: char = '\u{200F}';

/// Characters of ASCII.
const ASCII: u32 = 0x80;

/// The first character of the Arabic block.
const ARABIC: u32 = 0x0600;

/// Characters of the Arabic block.
const BLOCK: u32 = 0x0100;

/// Bytes that a token usually takes with its space.
const USUAL: usize = 8;

/// The class of a character, from the table where that holds it.
fn class_in(table: &[Class], character: char) -> Class {
    let code = u32::from(character);
    let place = if code < ASCII { code } else { code.wrapping_sub(ARABIC).saturating_add(ASCII) };
    let known = usize::try_from(place).ok().and_then(|place| table.get(place));
    known.copied().unwrap_or_else(|| Class::of(character))
}

impl Class {
    fn of(character: char) -> Self {
        let vanishes = fold::vanishes(character);
        Self {
            kind: kind(character),
            fold: None,
            is_plain: false,
            vanishes,
            capital: character.is_uppercase(),
        }
    }

    /// The class with the normalized form, for the table.
    fn folded(character: char) -> Self {
        let mut folded = String::new();
        fold::fold(character, &mut folded);
        let mut parts = folded.chars();
        let fold = parts.next().filter(|_| parts.next().is_none());
        Self { fold, is_plain: fold == Some(character), ..Self::of(character) }
    }

    /// Writes the normalized form of `character`, which is of this class.
    fn write(self, character: char, normal: &mut String) {
        match self.fold {
            Some(folded) => normal.push(folded),
            None => fold::fold(character, normal),
        }
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

/// Whether a character goes on with a token of a kind, with `rest` behind it.
fn continues(kind: TokenKind, class: Class, next: char, rest: &Chars<'_>) -> bool {
    if kind == TokenKind::Digits || class.kind == Some(TokenKind::Word) {
        return class.kind == Some(kind);
    }
    let joins = matches!(next, '\'' | '\u{2019}') && rest.clone().next().is_some_and(is_letter);
    joins || (class.vanishes && !is_direction_mark(next))
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
