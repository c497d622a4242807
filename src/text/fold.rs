//! Normalization of one character at a time: what the look-up sees. Pure and without language.
//!
//! Letters that the press writes in several ways become one (alef and hamza seats, final yeh, teh marbuta,
//! Persian kaf and yeh, presentation forms); vowel signs, tatweel, joiners and bidi controls vanish; digits
//! of all three sets become ASCII; Latin letters lose case and accents. The forms follow the usual folding
//! of Arabic retrieval (Larkey, Ballesteros and Connell, SIGIR 2002), with hamza seats folded as well.

use unicode_normalization::char::{decompose_canonical, decompose_compatible, is_combining_mark};

/// Appends the normalized form of `character`; nothing for one that vanishes.
pub fn fold(character: char, out: &mut String) {
    each(character, |part| out.push(part));
}

/// Calls `emit` with every character of the normalized form of `character`.
fn each(character: char, mut emit: impl FnMut(char)) {
    match character {
        'a'..='z' | '0'..='9' => emit(character),
        'A'..='Z' => emit(character.to_ascii_lowercase()),
        _ if character.is_ascii() => emit(character),
        '\u{0600}'..='\u{06FF}' => fold_arabic(character).into_iter().for_each(emit),
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => emit('\''),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => emit('-'),
        '\u{2044}' | '\u{2215}' => emit('/'),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
            decompose_compatible(character, |part| fold_arabic(part).into_iter().for_each(&mut emit));
        }
        _ if vanishes(character) => {}
        _ => decompose_canonical(character, |part| {
            if !is_combining_mark(part) {
                part.to_lowercase().for_each(&mut emit);
            }
        }),
    }
}

/// The normalized form of a whole string.
#[must_use]
pub fn fold_str(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for character in source.chars() {
        fold(character, &mut out);
    }
    out
}

/// Whether the character leaves nothing behind: signs over letters, joiners, direction marks.
#[must_use]
pub fn vanishes(character: char) -> bool {
    matches!(character,
        '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}' | '\u{0610}'..='\u{061A}' | '\u{061C}'
        | '\u{06D6}'..='\u{06ED}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{00AD}')
        || (!character.is_ascii() && is_combining_mark(character))
}

/// The byte of `source` at which the normalized form has grown to `normal` bytes: the start of the first
/// character that adds to it from there on, or the end.
#[must_use]
pub fn original_offset(source: &str, normal: usize) -> usize {
    let (mut folded, mut end) = (0, 0);
    for (offset, character) in source.char_indices() {
        let before = folded;
        each(character, |part| folded += part.len_utf8());
        if folded > normal && before >= normal {
            return if before == 0 { 0 } else { offset };
        }
        end = offset + character.len_utf8();
    }
    end
}

fn fold_arabic(character: char) -> Option<char> {
    Some(match character {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ی' | 'ئ' | 'ې' => 'ي',
        'ؤ' => 'و',
        'ة' | 'ۀ' | 'ہ' | 'ھ' => 'ه',
        'ک' | 'ڪ' => 'ك',
        '٠'..='٩' => ascii_digit(character, '٠'),
        '۰'..='۹' => ascii_digit(character, '۰'),
        '٫' => '.',
        '٬' => ',',
        '٪' => '%',
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        // Nothing sits over these letters: asking the tables of Unicode takes longer than all the rest.
        '\u{0621}'..='\u{063F}' | '\u{0641}'..='\u{064A}' => character,
        _ if vanishes(character) => return None,
        _ => character,
    })
}

/// The ASCII digit as far from `0` as `character` is from `zero`, which begins its set of ten.
fn ascii_digit(character: char, zero: char) -> char {
    let value = u32::from(character).saturating_sub(u32::from(zero));
    char::from_digit(value, 10).unwrap_or('0')
}
