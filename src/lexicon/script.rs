//! Scripts that languages are told apart by, counted in one pass.

/// The scripts that languages are told apart by, as [`Script`] has them in order.
const SCRIPTS: [&str; 4] = ["Latn", "Arab", "Cyrl", "Hebr"];

/// A script that languages are told apart by.
#[derive(Clone, Copy)]
enum Script {
    Latin,
    Arabic,
    Cyrillic,
    Hebrew,
}

/// The script of a letter, of those that languages are told apart by.
const fn script_of(letter: char) -> Option<Script> {
    match letter {
        'A'..='Z' | 'a'..='z' | '\u{00C0}'..='\u{024F}' => Some(Script::Latin),
        '\u{0620}'..='\u{064A}'
        | '\u{0671}'..='\u{06D3}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' => Some(Script::Arabic),
        '\u{0400}'..='\u{052F}' => Some(Script::Cyrillic),
        '\u{05D0}'..='\u{05EA}' => Some(Script::Hebrew),
        _ => None,
    }
}

/// How many letters of a text are of each script, as [`Script`] has them in order.
pub(super) fn letters(text: &str) -> [usize; SCRIPTS.len()] {
    let mut letters = [0; SCRIPTS.len()];
    for script in text.chars().filter_map(script_of) {
        letters[script as usize] += 1;
    }
    letters
}

/// How many of some letters are of the script with this ISO 15924 code.
pub(super) fn of(letters: &[usize; SCRIPTS.len()], script: &str) -> usize {
    SCRIPTS.iter().zip(letters).find(|(known, _)| **known == script).map_or(0, |(_, count)| *count)
}
