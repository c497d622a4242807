//! Peeling of affixes: which stems a written word may have, and in which forms they count.
//!
//! The engine is one for all languages; what may be peeled, and in which order, is the language's data. A
//! language without affixes yields the word itself alone.

use crate::lexicon::meaning::{Clitics, Form};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::words::Affixes;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Fewest characters that a stem keeps.
const MIN_STEM: usize = 2;

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
pub fn readings(word: &str, affixes: &Affixes, visit: &mut dyn FnMut(Reading<'_>) -> bool) {
    let plain = Head { word, skip: 0, clitics: Clitics::default() };
    if visit(plain.reading(word.len(), Shape::Whole)) {
        return;
    }
    let mut heads = vec![plain];
    for (conjunction, function) in &affixes.conjunctions {
        if let Some(head) = plain.peel(conjunction, |clitics| clitics.conjunction = Some(*function)) {
            heads.push(head);
        }
    }
    for head in &heads {
        if head.skip > 0 && visit(head.reading(word.len(), Shape::Whole)) {
            return;
        }
    }
    let ends = Ends::new(word, affixes);
    for head in &heads {
        if verbal(head, affixes, &ends, visit)
            || nominal(head, affixes, &ends, visit)
            || outcome(head, affixes, &ends, visit)
        {
            return;
        }
    }
}

/// Where the stems of a word may end, whatever its prefixes are.
struct Ends<'w> {
    word: &'w str,
    affixes: &'w Affixes,
    /// Before each ending of nouns.
    nouns: Vec<usize>,
    /// Before each pronoun, and whether that is a single letter.
    pronouns: Vec<(usize, bool)>,
    /// Before each ending of the past, alone or with a pronoun behind it, and whether there is one.
    past: Vec<(usize, bool)>,
    /// The same of the present, once a prefix of it is found.
    present: OnceCell<Vec<(usize, bool)>>,
    /// The same of a present that has no endings, as of one who speaks.
    bare: OnceCell<Vec<(usize, bool)>>,
}

impl<'w> Ends<'w> {
    fn new(word: &'w str, affixes: &'w Affixes) -> Self {
        let pronouns = affixes
            .pronouns
            .iter()
            .filter_map(|pronoun| Some((cut(word, pronoun)?.len(), pronoun.chars().nth(1).is_none())));
        let nouns = affixes.noun_endings.iter().filter_map(|ending| cut(word, ending)).map(str::len);
        let mut ends = Self {
            word,
            affixes,
            nouns: nouns.collect(),
            pronouns: pronouns.collect(),
            past: Vec::new(),
            present: OnceCell::new(),
            bare: OnceCell::new(),
        };
        ends.past = ends.verbal(&affixes.past_endings);
        ends
    }

    /// Before each ending of the present behind a prefix of it: those who speak of themselves take none.
    fn present(&self, prefix: &String) -> &[(usize, bool)] {
        if self.affixes.third_prefixes.contains(prefix) {
            self.present.get_or_init(|| self.verbal(&self.affixes.present_endings))
        } else {
            self.bare.get_or_init(|| self.verbal(&[]))
        }
    }

    /// Before each of the endings, alone or with a pronoun behind it, and whether there is one.
    fn verbal(&self, endings: &[String]) -> Vec<(usize, bool)> {
        let whole = self.word.len();
        let mut stems = Vec::with_capacity(2 + 2 * self.pronouns.len());
        for end in std::iter::once(whole).chain(self.pronouns.iter().map(|(end, _)| *end)) {
            let base = self.word.get(..end).unwrap_or_default();
            stems.push((end, end < whole));
            for ending in endings {
                stems.extend(cut(base, ending).map(|stem| (stem.len(), end < whole)));
            }
        }
        stems
    }
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
        self.stem(self.word.len())?.strip_prefix(prefix).filter(|rest| is_stem(rest))?;
        let mut clitics = self.clitics;
        mark(&mut clitics);
        Some(Self { word: self.word, skip: self.skip + prefix.len(), clitics })
    }

    fn reading(&self, end: usize, shape: Shape) -> Reading<'w> {
        let stem = Cow::Borrowed(self.stem(end).unwrap_or_default());
        Reading { stem, clitics: self.clitics, skip: self.skip, shape }
    }
}

/// The word without an ending; most words differ from most endings in their last byte.
fn cut<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    (word.as_bytes().last() == ending.as_bytes().last()).then(|| word.strip_suffix(ending)).flatten()
}

/// Whether the mark of an owner, that a sign parts from the word, is what was cut off.
fn is_owned(head: &Head<'_>, end: usize) -> bool {
    head.word.get(end..).is_some_and(|mark| mark.starts_with('\''))
}

fn is_stem(stem: &str) -> bool {
    stem.chars().nth(MIN_STEM - 1).is_some()
}

fn nominal(
    head: &Head<'_>,
    affixes: &Affixes,
    ends: &Ends<'_>,
    visit: &mut dyn FnMut(Reading<'_>) -> bool,
) -> bool {
    let mut openings = vec![*head];
    openings.extend(
        affixes.articles.iter().filter_map(|article| head.peel(article, |clitics| clitics.article = true)),
    );
    openings.extend(prefixed(head, &affixes.prepositions_with_article, true));
    for with_preposition in prefixed(head, &affixes.prepositions, false) {
        openings.push(with_preposition);
        let article = |prefix: &String| with_preposition.peel(prefix, |clitics| clitics.article = true);
        openings.extend(affixes.articles.iter().filter_map(article));
    }
    let listed = openings
        .iter()
        .any(|opening| opening.skip > 0 && visit(opening.reading(opening.word.len(), Shape::Nominal)));
    listed || openings.iter().any(|opening| with_endings(opening, affixes, ends, visit))
}

fn prefixed<'w>(
    head: &Head<'w>,
    table: &BTreeMap<String, Function>,
    article: bool,
) -> impl Iterator<Item = Head<'w>> {
    let mark = move |clitics: &mut Clitics, function| {
        clitics.preposition = Some(function);
        clitics.article = article;
    };
    table.iter().filter_map(move |(prefix, function)| head.peel(prefix, |clitics| mark(clitics, *function)))
}

/// Reads a noun without its ending or pronoun.
fn with_endings(
    head: &Head<'_>,
    affixes: &Affixes,
    ends: &Ends<'_>,
    visit: &mut dyn FnMut(Reading<'_>) -> bool,
) -> bool {
    let is_listed = |end: &usize| head.stem(*end).is_some_and(is_stem);
    if ends.nouns.iter().any(|end| is_listed(end) && visit(head.reading(*end, Shape::Ended))) {
        return true;
    }
    // What has an article belongs to nobody; the feminine of an adjective is spelled like a pronoun.
    let pronouns = ends.pronouns.iter().filter(|(_, is_letter)| !head.clitics.article || *is_letter);
    for (end, _) in pronouns {
        let Some(stem) = head.stem(*end).filter(|stem| is_stem(stem)) else { continue };
        let mut owned = *head;
        owned.clitics.pronoun = true;
        owned.clitics.owner = is_owned(head, *end);
        if visit(owned.reading(*end, Shape::Ended)) || changed_stem(&owned, stem, affixes, visit) {
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
        stem.strip_suffix(changed.as_str()).is_some_and(|base| {
            let stem = Cow::Owned(format!("{base}{listed}"));
            visit(Reading { stem, clitics: head.clitics, skip: head.skip, shape: Shape::Nominal })
        })
    })
}

fn verbal(
    head: &Head<'_>,
    affixes: &Affixes,
    ends: &Ends<'_>,
    visit: &mut dyn FnMut(Reading<'_>) -> bool,
) -> bool {
    let futures =
        affixes.futures.iter().filter_map(|future| head.peel(future, |clitics| clitics.future = true));
    let present_heads = std::iter::once(*head).chain(futures);
    for opening in present_heads {
        for prefix in &affixes.present_prefixes {
            if let Some(stem) = opening.peel(prefix, |_| {})
                && inflected(&stem, ends.present(prefix), Shape::Present, visit)
            {
                return true;
            }
        }
    }
    inflected(head, &ends.past, Shape::Past, visit)
}

/// Reads a verb of the present behind the mark of what was the outcome; nobody speaks of himself so.
fn outcome(
    head: &Head<'_>,
    affixes: &Affixes,
    ends: &Ends<'_>,
    visit: &mut dyn FnMut(Reading<'_>) -> bool,
) -> bool {
    let mark = |clitics: &mut Clitics| clitics.outcome = true;
    let mut marked = affixes.outcomes.iter().filter_map(|outcome| head.peel(outcome, mark));
    marked.any(|marked| {
        affixes.third_prefixes.iter().any(|prefix| {
            let stem = marked.peel(prefix, |_| {});
            stem.is_some_and(|stem| inflected(&stem, ends.present(prefix), Shape::Present, visit))
        })
    })
}

/// Reads a verb's stem alone, without an ending, without a pronoun, and without both.
fn inflected(
    head: &Head<'_>,
    ends: &[(usize, bool)],
    shape: Shape,
    visit: &mut dyn FnMut(Reading<'_>) -> bool,
) -> bool {
    ends.iter().any(|(end, has_pronoun)| {
        let mut peeled = *head;
        peeled.clitics.pronoun = *has_pronoun;
        head.stem(*end).is_some_and(is_stem) && visit(peeled.reading(*end, shape))
    })
}
