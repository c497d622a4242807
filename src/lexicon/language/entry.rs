//! The entries of a language: the first word of every surface, alone and with the words behind it.

use crate::lexicon::meaning::Sense;

/// What is listed under the first word of a surface.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) senses: Vec<Sense>,
    pub(super) phrases: Vec<Phrase>,
}

/// The rest of a surface of several words, and what the whole means.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) rest: Vec<String>,
    pub(super) senses: Vec<Sense>,
}

impl Entry {
    /// The senses of the phrase that goes on with `rest`.
    pub(super) fn phrase(&mut self, rest: &str) -> &mut Vec<Sense> {
        let known =
            self.phrases.iter().position(|phrase| phrase.rest.iter().map(String::as_str).eq(rest.split(' ')));
        let at = known.unwrap_or_else(|| {
            let rest = rest.split(' ').map(str::to_owned).collect();
            self.phrases.push(Phrase { rest, senses: Vec::new() });
            self.phrases.len() - 1
        });
        &mut self.phrases[at].senses
    }
}
