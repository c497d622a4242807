//! Where words stand in a text when vowel signs, letter variants, case and the width of white space are
//! left aside. It searches words as they are; it knows no language and no meaning.

use crate::text::fold;
use crate::text::span::{Original, Span};

/// A text prepared for searching, with the way back to its own bytes.
#[derive(Debug)]
pub(super) struct Index<'a> {
    source: &'a str,
    folded: String,
    marks: Vec<Mark>,
}

/// A place where both texts are known to meet.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    folded: usize,
    source: usize,
}

/// Bytes between two marks.
const STRIDE: usize = 256;

impl<'a> Index<'a> {
    /// Prepares `source`.
    pub(super) fn new(source: &'a str) -> Self {
        let mut folded = String::with_capacity(source.len());
        let mut marks = vec![Mark::default()];
        let mut next = STRIDE;
        for (offset, character) in source.char_indices() {
            if offset >= next {
                marks.push(Mark { folded: folded.len(), source: offset });
                next = offset + STRIDE;
            }
            push(character, &mut folded);
        }
        Self { source, folded, marks }
    }

    /// The span of the `occurrence`-th place, counted from 1, that holds `words` and is `allowed`.
    ///
    /// A number is found whole alone: `12` does not stand in `2012` nor in `12.5`; a Latin word neither.
    pub(super) fn find(
        &self,
        words: &str,
        occurrence: usize,
        allowed: impl Fn(Span<Original>) -> bool,
    ) -> Option<Span<Original>> {
        let mut needle = String::new();
        words.trim().chars().for_each(|character| push(character, &mut needle));
        let needle = needle.trim_end();
        if needle.is_empty() {
            return None;
        }
        let starts = self.folded.match_indices(needle).map(|(start, _)| (start, start + needle.len()));
        let whole = starts.filter(|&(start, end)| !self.cuts(start, end));
        whole
            .map(|(start, end)| self.original(start, end))
            .filter(|span| allowed(*span))
            .nth(occurrence.max(1) - 1)
    }

    /// Whether an end of the range cuts through a number or a Latin word.
    fn cuts(&self, start: usize, end: usize) -> bool {
        let (before, rest) = self.folded.split_at(start);
        let (inside, after) = rest.split_at(end - start);
        let mut before = before.chars().rev();
        let mut after = after.chars();
        joined(inside.chars().next(), before.next(), before.next())
            || joined(inside.chars().next_back(), after.next(), after.next())
    }

    /// The bytes of the source that gave a range of the folded text, with the signs over its last letter.
    fn original(&self, start: usize, end: usize) -> Span<Original> {
        let first = self.character_at(start).0;
        let last = self.character_at(end - 1).1;
        let rest = self.source.get(last..).unwrap_or_default();
        let signs = rest
            .chars()
            .take_while(|character| fold::vanishes(*character) && !is_mark_of_direction(*character));
        Span::new(first, last + signs.map(char::len_utf8).sum::<usize>())
    }

    /// First byte of the character that gave a folded byte, and the byte behind it.
    fn character_at(&self, folded: usize) -> (usize, usize) {
        let idx = self.marks.partition_point(|mark| mark.folded <= folded).saturating_sub(1);
        let mark = self.marks.get(idx).copied().unwrap_or_default();
        let before = self.folded.get(..mark.folded).and_then(|before| before.chars().next_back());
        let mut grown: String = before.into_iter().collect();
        let base = mark.folded - grown.len();
        for (offset, character) in self.source.get(mark.source..).unwrap_or_default().char_indices() {
            push(character, &mut grown);
            if base + grown.len() > folded {
                let start = mark.source + offset;
                return (start, start + character.len_utf8());
            }
        }
        (self.source.len(), self.source.len())
    }
}

/// Appends the folded form of a character; white space becomes one space, and none at the beginning.
fn push(character: char, folded: &mut String) {
    if !character.is_whitespace() {
        fold::fold(character, folded);
    } else if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Whether a character at the edge of a match belongs to one number or word with its neighbours outside.
fn joined(edge: Option<char>, next: Option<char>, beyond: Option<char>) -> bool {
    let is_digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
    let is_latin =
        |character: Option<char>| character.is_some_and(|character| character.is_ascii_alphabetic());
    let number = is_digit(edge) && (is_digit(next) || (matches!(next, Some('.' | ',')) && is_digit(beyond)));
    number || (is_latin(edge) && is_latin(next))
}

const fn is_mark_of_direction(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
