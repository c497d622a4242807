//! What may be peeled in a language, laid out for peeling.

use crate::lexicon::meaning::Clitics;
use crate::lexicon::schema::Surfaces;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::words::Affixes;
use crate::lexicon::sieve::{Group, Side, Sieve};
use std::collections::BTreeMap;
use std::ops::Deref;

/// What may be peeled in a language, laid out so that a word is held against all of it at once.
#[derive(Clone, Debug)]
pub struct Peeling {
    affixes: Affixes,
    pub(super) prefixes: Sieve<Prefix>,
    pub(super) joining: Group,
    pub(super) leading: Group,
    pub(super) grown: Group,
    pub(super) defining: Group,
    pub(super) coming: Group,
    pub(super) resulting: Group,
    pub(super) persons: Group,
    pub(super) third_persons: Group,
    pub(super) endings: Sieve<Ending>,
    pub(super) past: Group,
    pub(super) present: Group,
    pub(super) nouns: Group,
    pub(super) owning: Group,
    pub(super) changed: Group,
}

/// What is told of a prefix.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Prefix {
    /// What it marks.
    pub(super) clitics: Clitics,
    /// Whether a verb in the present behind it takes endings.
    pub(super) takes_endings: bool,
}

/// What is told of an ending.
#[derive(Clone, Debug, Default)]
pub(super) struct Ending {
    /// Whether it has more than one letter.
    pub(super) is_long: bool,
    /// What is listed where a word has it before a pronoun.
    pub(super) listed: String,
}

impl Peeling {
    /// What may be peeled by these affixes.
    #[must_use]
    pub fn new(affixes: Affixes) -> Self {
        let mut prefixes = Sieve::new(Side::Front);
        let led = |table: &BTreeMap<String, Function>, clitics: fn(Function) -> Clitics| {
            let told = |function| Prefix { clitics: clitics(function), takes_endings: false };
            table.iter().map(|(prefix, function)| (prefix.clone(), told(*function))).collect::<Vec<_>>()
        };
        let is_third = |prefix: &String| affixes.third_prefixes.contains(prefix);
        let plain = |list: &Surfaces, clitics: Clitics| {
            let told = |prefix| Prefix { clitics, takes_endings: is_third(prefix) };
            list.iter().map(|prefix| (prefix.clone(), told(prefix))).collect::<Vec<_>>()
        };
        let bare = Clitics::default();
        let mut endings = Sieve::new(Side::Back);
        let ending = |text: &String, listed: &str| {
            (text.clone(), Ending { is_long: text.chars().nth(1).is_some(), listed: listed.to_owned() })
        };
        let list = |list: &Surfaces| list.iter().map(|text| ending(text, "")).collect::<Vec<_>>();
        let before_pronoun = affixes.before_pronoun.iter().map(|(listed, changed)| (changed, listed));
        let changed = before_pronoun.chain(&affixes.softened_before_pronoun);
        Self {
            joining: prefixes.add(led(&affixes.conjunctions, Clitics::joined)),
            leading: prefixes.add(led(&affixes.prepositions, Clitics::led)),
            grown: prefixes.add(led(&affixes.prepositions_with_article, |function| Clitics {
                article: true,
                ..Clitics::led(function)
            })),
            defining: prefixes.add(plain(&affixes.articles, Clitics { article: true, ..bare })),
            coming: prefixes.add(plain(&affixes.futures, Clitics { future: true, ..bare })),
            resulting: prefixes.add(plain(&affixes.outcomes, Clitics { outcome: true, ..bare })),
            persons: prefixes.add(plain(&affixes.present_prefixes, bare)),
            third_persons: prefixes.add(plain(&affixes.third_prefixes, bare)),
            prefixes,
            past: endings.add(list(&affixes.past_endings)),
            present: endings.add(list(&affixes.present_endings)),
            nouns: endings.add(list(&affixes.noun_endings)),
            owning: endings.add(list(&affixes.pronouns)),
            changed: endings.add(changed.map(|(changed, listed)| ending(changed, listed))),
            endings,
            affixes,
        }
    }

    /// What is left of a word behind each preposition that it begins with.
    pub(super) fn behind_preposition<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        self.behind(word, self.leading)
    }

    /// What is left of a word behind each preposition grown together with an article that it begins with.
    pub(super) fn behind_grown<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        self.behind(word, self.grown)
    }

    /// What is left of a word behind each article that it begins with.
    pub(super) fn behind_article<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        self.behind(word, self.defining)
    }

    /// What is left of a word behind each conjunction that it begins with.
    pub(super) fn behind_conjunction<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        self.behind(word, self.joining)
    }

    fn behind<'a>(&'a self, word: &'a str, group: Group) -> impl Iterator<Item = &'a str> {
        let fitting = self.prefixes.fitting(word).and(group);
        self.prefixes.without(word, fitting).map(|(rest, _)| rest)
    }
}

impl Clitics {
    /// A conjunction alone.
    fn joined(function: Function) -> Self {
        Self { conjunction: Some(function), ..Self::default() }
    }

    /// A preposition alone.
    fn led(function: Function) -> Self {
        Self { preposition: Some(function), ..Self::default() }
    }
}

impl Deref for Peeling {
    type Target = Affixes;

    fn deref(&self) -> &Affixes {
        &self.affixes
    }
}
