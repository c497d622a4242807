//! Peeling of affixes: which stems a written word may have, and in which forms they count.
//!
//! The engine is one for all languages; what may be peeled, and in which order, is the language's data. A
//! language without affixes yields the word itself alone.

use crate::lexicon::meaning::{Clitics, Form};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::words::Affixes;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::iter::once;
use std::ops::Deref;

/// Fewest characters that a stem keeps.
const MIN_STEM: usize = 2;

/// What may be peeled in a language, with what leads to other words as lists, which every word is held against.
#[derive(Clone, Debug)]
pub struct Peeling {
    affixes: Affixes,
    joining: Vec<(String, Function)>,
    leading: Vec<(String, Function)>,
    grown: Vec<(String, Function)>,
}

impl Peeling {
    /// What may be peeled by these affixes.
    #[must_use]
    pub fn new(affixes: Affixes) -> Self {
        let list = |table: &BTreeMap<String, Function>| table.clone().into_iter().collect();
        Self {
            joining: list(&affixes.conjunctions),
            leading: list(&affixes.prepositions),
            grown: list(&affixes.prepositions_with_article),
            affixes,
        }
    }

    /// The prepositions that stick to a word.
    pub(super) fn prepositions(&self) -> impl Iterator<Item = &str> + Clone {
        self.leading.iter().map(|(preposition, _)| preposition.as_str())
    }

    /// The prepositions that have grown together with an article.
    pub(super) fn prepositions_with_article(&self) -> impl Iterator<Item = &str> + Clone {
        self.grown.iter().map(|(preposition, _)| preposition.as_str())
    }

    /// The conjunctions that stick to a word.
    pub(super) fn conjunctions(&self) -> impl Iterator<Item = &str> + Clone {
        self.joining.iter().map(|(conjunction, _)| conjunction.as_str())
    }
}

impl Deref for Peeling {
    type Target = Affixes;

    fn deref(&self) -> &Affixes {
        &self.affixes
    }
}

/// A way to read a word: its stem, what was peeled, and the forms in which the stem may be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<'w> {
    /// What is left to look up.
    pub stem: Cow<'w, str>,
    /// What was peeled.
    pub clitics: Clitics,
    /// Bytes of the normalized word before the stem.
    pub skip: usize,
    /// Whether the stem is listed as a noun or fixed word, a past or a present.
    pub shape: Shape,
}

/// The inflection that a reading supposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The whole word: any form, but a present only where the language marks it by no prefix.
    Whole,
    /// A noun or fixed word.
    Nominal,
    /// A noun or fixed word without its ending or pronoun, before which no dual stands whole.
    Ended,
    /// A verb in the past.
    Past,
    /// A verb in the present.
    Present,
}

impl Reading<'_> {
    /// The reading without the word that it was made of.
    #[must_use]
    pub fn into_owned(self) -> Reading<'static> {
        Reading { stem: Cow::Owned(self.stem.into_owned()), ..self }
    }

    /// Whether a listed form fits this reading.
    #[must_use]
    pub fn admits(&self, form: Form, affixes: &Affixes) -> bool {
        match (self.shape, form) {
            (Shape::Whole, Form::Present) => affixes.present_prefixes.is_empty(),
            (Shape::Whole, _) => true,
            (Shape::Nominal, Form::One | Form::Two | Form::Many | Form::Fixed) => true,
            (Shape::Ended, Form::One | Form::Many | Form::Fixed) => true,
            (Shape::Past, Form::Past) | (Shape::Present, Form::Present) => true,
            (Shape::Nominal | Shape::Ended | Shape::Past | Shape::Present, _) => false,
        }
    }
}

/// Calls `visit` with every reading of `word`, from the least peeled on, until it returns true.
pub fn readings(word: &str, affixes: &Peeling, visit: &mut dyn FnMut(Reading<'_>) -> bool) {
    let plain = Head { word, skip: 0, clitics: Clitics::default() };
    if visit(plain.reading(word.len(), Shape::Whole)) {
        return;
    }
    let joined = affixes.joining.iter().filter_map(|(conjunction, function)| {
        plain.peel(conjunction, |clitics| clitics.conjunction = Some(*function))
    });
    if joined.clone().any(|head| visit(head.reading(word.len(), Shape::Whole))) {
        return;
    }
    once(plain).chain(joined).any(|head| {
        verbal(&head, affixes, visit) || nominal(&head, affixes, visit) || outcome(&head, affixes, visit)
    });
}

/// What is left of a word behind its first prefixes.
#[derive(Clone, Copy)]
struct Head<'w> {
    word: &'w str,
    skip: usize,
    clitics: Clitics,
}

impl<'w> Head<'w> {
    /// The stem that ends at a byte of the word, if there is one.
    fn stem(&self, end: usize) -> Option<&'w str> {
        self.word.get(self.skip..end)
    }

    fn peel(&self, prefix: &str, mark: impl FnOnce(&mut Clitics)) -> Option<Self> {
        let rest = self.word.get(self.skip..)?;
        // Most words differ from most prefixes in their second byte, as letters of two bytes do.
        if rest.as_bytes().get(1) != prefix.as_bytes().get(1) && prefix.len() > 1 {
            return None;
        }
        rest.strip_prefix(prefix).filter(|rest| is_stem(rest))?;
        let mut clitics = self.clitics;
        mark(&mut clitics);
        Some(Self { word: self.word, skip: self.skip + prefix.len(), clitics })
    }

    fn reading(&self, end: usize, shape: Shape) -> Reading<'w> {
        let stem = Cow::Borrowed(self.stem(end).unwrap_or_default());
        Reading { stem, clitics: self.clitics, skip: self.skip, shape }
    }

    /// Behind each of the prefixes that it begins with.
    fn behind<'p>(
        self,
        prefixes: &'p [String],
        mark: impl Fn(&mut Clitics) + Copy + 'p,
    ) -> impl Iterator<Item = Self> + Clone + 'p
    where
        'w: 'p,
    {
        prefixes.iter().filter_map(move |prefix| self.peel(prefix, mark))
    }
}

/// The word without an ending; most words differ from most endings in their last byte.
pub(super) fn cut<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    (word.as_bytes().last() == ending.as_bytes().last()).then(|| word.strip_suffix(ending)).flatten()
}

/// Before each of the endings that a word has.
fn before<'e>(word: &'e str, endings: &'e [String]) -> impl Iterator<Item = usize> + 'e {
    endings.iter().filter_map(move |ending| cut(word, ending)).map(str::len)
}

/// Before each of the endings, alone or with a pronoun behind it, and whether there is one.
fn before_verbal<'e>(
    word: &'e str,
    endings: &'e [String],
    pronouns: &'e [String],
) -> impl Iterator<Item = (usize, bool)> + 'e {
    once(word.len()).chain(before(word, pronouns)).flat_map(move |end| {
        let base = word.get(..end).unwrap_or_default();
        once(end).chain(before(base, endings)).map(move |stem| (stem, end < word.len()))
    })
}

/// Whether the mark of an owner, that a sign parts from the word, is what was cut off.
fn is_owned(head: &Head<'_>, end: usize) -> bool {
    head.word.get(end..).is_some_and(|mark| mark.starts_with('\''))
}

fn is_stem(stem: &str) -> bool {
    stem.chars().nth(MIN_STEM - 1).is_some()
}

fn nominal(head: &Head<'_>, affixes: &Peeling, visit: &mut dyn FnMut(Reading<'_>) -> bool) -> bool {
    let openings = openings(*head, affixes);
    let mut peeled = openings.clone().filter(|opening| opening.skip > 0);
    peeled.any(|opening| visit(opening.reading(opening.word.len(), Shape::Nominal)))
        || openings.into_iter().any(|opening| with_endings(&opening, affixes, visit))
}

/// A noun behind what may stand before it: itself, behind an article, behind a preposition with one or without.
fn openings<'p>(head: Head<'p>, affixes: &'p Peeling) -> impl Iterator<Item = Head<'p>> + Clone {
    let definite = |clitics: &mut Clitics| clitics.article = true;
    let led = move |(prefix, function): &(String, Function), article| {
        head.peel(prefix, |clitics| {
            clitics.preposition = Some(*function);
            clitics.article = article;
        })
    };
    let grown = affixes.grown.iter().filter_map(move |prefix| led(prefix, true));
    let alone = affixes.leading.iter().filter_map(move |prefix| led(prefix, false));
    let alone = alone.flat_map(move |led| once(led).chain(led.behind(&affixes.articles, definite)));
    once(head).chain(head.behind(&affixes.articles, definite)).chain(grown).chain(alone)
}

/// Reads a noun without its ending or pronoun.
fn with_endings(head: &Head<'_>, affixes: &Peeling, visit: &mut dyn FnMut(Reading<'_>) -> bool) -> bool {
    let is_listed = |end: &usize| head.stem(*end).is_some_and(is_stem);
    let mut nouns = before(head.word, &affixes.noun_endings);
    if nouns.any(|end| is_listed(&end) && visit(head.reading(end, Shape::Ended))) {
        return true;
    }
    for pronoun in &affixes.pronouns {
        let Some(base) = cut(head.word, pronoun) else { continue };
        // What has an article belongs to nobody; the feminine of an adjective is spelled like a pronoun.
        if head.clitics.article && pronoun.chars().nth(1).is_some() {
            continue;
        }
        let end = base.len();
        let Some(stem) = head.stem(end).filter(|stem| is_stem(stem)) else { continue };
        let mut owned = *head;
        owned.clitics.pronoun = true;
        owned.clitics.owner = is_owned(head, end);
        if visit(owned.reading(end, Shape::Ended)) || changed_stem(&owned, stem, affixes, visit) {
            return true;
        }
    }
    false
}

/// Reads a stem whose last letter changed before a pronoun.
fn changed_stem(
    head: &Head<'_>,
    stem: &str,
    affixes: &Affixes,
    visit: &mut dyn FnMut(Reading<'_>) -> bool,
) -> bool {
    let changed = affixes.before_pronoun.iter().map(|(listed, changed)| (changed, listed));
    changed.chain(&affixes.softened_before_pronoun).any(|(changed, listed)| {
        cut(stem, changed).is_some_and(|base| {
            let stem = Cow::Owned(format!("{base}{listed}"));
            visit(Reading { stem, clitics: head.clitics, skip: head.skip, shape: Shape::Nominal })
        })
    })
}

fn verbal(head: &Head<'_>, affixes: &Peeling, visit: &mut dyn FnMut(Reading<'_>) -> bool) -> bool {
    let futures = head.behind(&affixes.futures, |clitics| clitics.future = true);
    once(*head).chain(futures).any(|opening| present(&opening, &affixes.present_prefixes, affixes, visit))
        || inflected(head, &affixes.past_endings, affixes, Shape::Past, visit)
}

/// Reads a verb of the present behind one of some prefixes of it: those who speak of themselves take no endings.
fn present(
    head: &Head<'_>,
    prefixes: &[String],
    affixes: &Affixes,
    visit: &mut dyn FnMut(Reading<'_>) -> bool,
) -> bool {
    prefixes.iter().any(|prefix| {
        head.peel(prefix, |_| {}).is_some_and(|stem| {
            let is_third = affixes.third_prefixes.contains(prefix);
            let endings: &[String] = if is_third { &affixes.present_endings } else { &[] };
            inflected(&stem, endings, affixes, Shape::Present, visit)
        })
    })
}

/// Reads a verb of the present behind the mark of what was the outcome; nobody speaks of himself so.
fn outcome(head: &Head<'_>, affixes: &Peeling, visit: &mut dyn FnMut(Reading<'_>) -> bool) -> bool {
    let mut marked = head.behind(&affixes.outcomes, |clitics| clitics.outcome = true);
    marked.any(|marked| present(&marked, &affixes.third_prefixes, affixes, visit))
}

/// Reads a verb's stem alone, without an ending, without a pronoun, and without both.
fn inflected(
    head: &Head<'_>,
    endings: &[String],
    affixes: &Affixes,
    shape: Shape,
    visit: &mut dyn FnMut(Reading<'_>) -> bool,
) -> bool {
    before_verbal(head.word, endings, &affixes.pronouns).any(|(end, has_pronoun)| {
        let mut peeled = *head;
        peeled.clitics.pronoun = has_pronoun;
        head.stem(end).is_some_and(is_stem) && visit(peeled.reading(end, shape))
    })
}
