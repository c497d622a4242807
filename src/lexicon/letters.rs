//! What the letters of a word tell of names, whatever it means: told once for each distinct word, since whoever
//! looks for names asks it of every word of a text.

use crate::lexicon::language::Language;

/// What the letters of a word tell of names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// Whether it begins as a word does to which a conjunction sticks, and is no known name.
    pub may_be_joined: bool,
    /// Whether it stands, behind the first word, in the full name of a known person.
    pub is_name_part: bool,
    /// Whether it joins two names into one.
    pub is_name_particle: bool,
    /// Whether it makes one name with the word behind it.
    pub opens_name: bool,
    /// Whether it begins as one with an article does, alone or behind what sticks before it.
    pub is_definite: bool,
    /// Whether it is one letter alone.
    pub is_single: bool,
}

impl Letters {
    /// What the letters of a normalized word tell in texts of a language.
    #[must_use]
    pub fn of(normal: &str, language: &Language) -> Self {
        Self {
            may_be_joined: language.may_be_joined(normal),
            is_name_part: language.is_name_part(normal),
            is_name_particle: language.is_name_particle(normal),
            opens_name: language.opens_name(normal),
            is_definite: language.is_definite(normal),
            is_single: normal.chars().nth(1).is_none(),
        }
    }
}
