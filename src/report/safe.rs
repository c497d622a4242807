//! Makes text from an article, a path or a fact file safe to show: nothing in it can steer a terminal.

use std::borrow::Cow;

/// The text on one line: line ends and tabs become spaces, and every character that could move the cursor,
/// end the line or turn the direction of what follows becomes visible (`\u{1b}`).
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\t' => safe.push(' '),
            character if is_unsafe(character) => safe.extend(character.escape_unicode()),
            character => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

/// The text on one line, cut after `max` characters.
#[must_use]
pub fn cut(text: &str, max: usize) -> Cow<'_, str> {
    match text.char_indices().nth(max) {
        Some((end, _)) => Cow::Owned(line(text.get(..end).unwrap_or_default()).into_owned() + "…"),
        None => line(text),
    }
}

/// Whether a character does anything but stand in its line: controls, bidirectional controls (Trojan Source,
/// CVE-2021-42574), separators of lines, and invisible tags.
#[must_use]
pub const fn is_unsafe(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

/// Whether some character may be unsafe, by the first two bytes of each in UTF-8. Most text is told safe so.
#[must_use]
pub fn may_be_unsafe(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or_default();
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        ..=0x1f | 0x7f | 0xf3 => true,
        0xc2 => next(at) <= 0x9f,
        0xd8 => next(at) == 0x9c,
        0xe2 => matches!(next(at), 0x80 | 0x81),
        0xef => matches!(next(at), 0xbb | 0xbf),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_would_steer_a_terminal() {
        let cases = [
            ("plain words", "plain words"),
            ("مدينة سيول", "مدينة سيول"),
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("a\rb", "a\\u{d}b"),
            ("a\r\nb\nc\td", "a b c d"),
            ("\u{202e}desrever\u{202c}", "\\u{202e}desrever\\u{202c}"),
            ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
            ("\u{200e}\u{200f}\u{61c}", "\\u{200e}\\u{200f}\\u{61c}"),
            ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"),
            ("a\0b\u{7f}c\u{9b}31m", "a\\u{0}b\\u{7f}c\\u{9b}31m"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ];
        for (text, expected) in cases {
            assert_eq!(line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn no_unsafe_character_is_told_safe() {
        let unsafe_ones = (0..=0x10_ffff).filter_map(char::from_u32).filter(|letter| is_unsafe(*letter));
        for character in unsafe_ones {
            assert!(may_be_unsafe(&format!("a{character}b")), "{character:?}");
        }
        assert!(!may_be_unsafe("plain مدينة سيول words"));
    }

    #[test]
    fn leaves_nothing_unsafe() {
        let all: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
        assert!(!line(&all).chars().any(is_unsafe));
    }

    #[test]
    fn cuts_between_characters() {
        assert_eq!(cut("سيول", 2), "سي…");
        assert_eq!(cut("سيول", 4), "سيول");
    }
}
