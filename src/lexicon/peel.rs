//! Peeling of affixes: which stems a written word may have, and in which forms they count.
//!
//! The engine is one for all languages; what may be peeled, and in which order, is the language's data. A
//! language without affixes yields the word itself alone.

use crate::lexicon::meaning::{Clitics, Form};
use crate::lexicon::peeling::{Ending, Peeling};
use crate::lexicon::schema::words::Affixes;
use crate::lexicon::sieve::Group;
use std::borrow::Cow;

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
pub fn readings<'w>(word: &'w str, peeling: &'w Peeling, visit: Visit<'_, 'w>) {
    let plain = Head::new(word, 0, Clitics::default(), peeling);
    if visit(plain.reading(word.len(), Shape::Whole)) {
        return;
    }
    if plain.behind(peeling.joining).any(|(head, _)| visit(head.reading(word.len(), Shape::Whole))) {
        return;
    }
    let mut read = |head: &Head<'w>| verbal(head, visit) || nominal(head, visit) || outcome(head, visit);
    if !read(&plain) {
        plain.behind(peeling.joining).any(|(head, _)| read(&head));
    }
}

/// Who takes readings, until it returns true.
type Visit<'v, 'w> = &'v mut dyn FnMut(Reading<'w>) -> bool;

/// What is left of a word behind its first prefixes.
#[derive(Clone, Copy)]
struct Head<'w> {
    word: &'w str,
    skip: usize,
    clitics: Clitics,
    peeling: &'w Peeling,
    /// The prefixes with which it may begin.
    begins: Group,
    /// The endings that it may have.
    ends: Group,
}

impl<'w> Head<'w> {
    fn new(word: &'w str, skip: usize, clitics: Clitics, peeling: &'w Peeling) -> Self {
        let begins = peeling.prefixes.fitting(word.get(skip..).unwrap_or_default());
        Self { word, skip, clitics, peeling, begins, ends: peeling.endings.fitting(word) }
    }

    /// The stem that ends at a byte of the word, if there is one.
    fn stem(&self, end: usize) -> Option<&'w str> {
        self.word.get(self.skip..end)
    }

    fn reading(&self, end: usize, shape: Shape) -> Reading<'w> {
        let stem = Cow::Borrowed(self.stem(end).unwrap_or_default());
        Reading { stem, clitics: self.clitics, skip: self.skip, shape }
    }

    /// Behind each of the prefixes of a group that it begins with, with whether a verb in the present takes endings
    /// there.
    fn behind(&self, group: Group) -> impl Iterator<Item = (Self, bool)> + use<'w> {
        let head = *self;
        let rest = head.word.get(head.skip..).unwrap_or_default();
        let rests = head.peeling.prefixes.without(rest, head.begins.and(group));
        rests.filter(|(rest, _)| is_stem(rest)).map(move |(rest, prefix)| {
            let skip = head.word.len() - rest.len();
            let begins = head.peeling.prefixes.fitting(rest);
            let clitics = with(head.clitics, prefix.clitics);
            (Self { skip, clitics, begins, ..head }, prefix.takes_endings)
        })
    }

    /// Before each of the endings of a group that the word has.
    fn before(&self, group: Group) -> impl Iterator<Item = (usize, &'w Ending)> + use<'w> {
        let bases = self.peeling.endings.without(self.word, self.ends.and(group));
        bases.map(|(base, ending)| (base.len(), ending))
    }
}

/// The word without an ending; most words differ from most endings in their last byte.
pub(super) fn cut<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    (word.as_bytes().last() == ending.as_bytes().last()).then(|| word.strip_suffix(ending)).flatten()
}

/// Whether the mark of an owner, that a sign parts from the word, is what was cut off.
fn is_owned(head: &Head<'_>, end: usize) -> bool {
    head.word.get(end..).is_some_and(|mark| mark.starts_with('\''))
}

/// What two prefixes mark.
fn with(outer: Clitics, inner: Clitics) -> Clitics {
    Clitics {
        conjunction: inner.conjunction.or(outer.conjunction),
        preposition: inner.preposition.or(outer.preposition),
        article: outer.article | inner.article,
        future: outer.future | inner.future,
        outcome: outer.outcome | inner.outcome,
        pronoun: outer.pronoun | inner.pronoun,
        owner: outer.owner | inner.owner,
    }
}

/// Whether two characters are left at least.
fn is_stem(stem: &str) -> bool {
    stem.chars().next().is_some_and(|first| stem.len() > first.len_utf8())
}

fn nominal<'w>(head: &Head<'w>, visit: Visit<'_, 'w>) -> bool {
    let end = head.word.len();
    openings(head, &mut |opening| opening.skip > 0 && visit(opening.reading(end, Shape::Nominal)))
        || openings(head, &mut |opening| with_endings(opening, visit))
}

/// Calls `visit` with a noun behind what may stand before it, until it returns true: itself, behind an article, behind
/// a preposition with one or without.
fn openings<'w>(head: &Head<'w>, visit: &mut dyn FnMut(&Head<'w>) -> bool) -> bool {
    let Peeling { defining, grown, leading, .. } = *head.peeling;
    visit(head)
        || head.behind(defining).any(|(opened, _)| visit(&opened))
        || head.behind(grown).any(|(opened, _)| visit(&opened))
        || head
            .behind(leading)
            .any(|(led, _)| visit(&led) || led.behind(defining).any(|(opened, _)| visit(&opened)))
}

/// Reads a noun without its ending or pronoun.
fn with_endings<'w>(head: &Head<'w>, visit: Visit<'_, 'w>) -> bool {
    let is_listed = |end: usize| head.stem(end).is_some_and(is_stem);
    let mut nouns = head.before(head.peeling.nouns);
    if nouns.any(|(end, _)| is_listed(end) && visit(head.reading(end, Shape::Ended))) {
        return true;
    }
    for (end, pronoun) in head.before(head.peeling.owning) {
        // What has an article belongs to nobody; the feminine of an adjective is spelled like a pronoun.
        if head.clitics.article && pronoun.is_long {
            continue;
        }
        let Some(stem) = head.stem(end).filter(|stem| is_stem(stem)) else { continue };
        let mut owned = *head;
        owned.clitics.pronoun = true;
        owned.clitics.owner = is_owned(head, end);
        if visit(owned.reading(end, Shape::Ended)) || changed_stem(&owned, stem, visit) {
            return true;
        }
    }
    false
}

/// Reads a stem whose last letter changed before a pronoun.
fn changed_stem<'w>(head: &Head<'w>, stem: &str, visit: Visit<'_, 'w>) -> bool {
    let endings = &head.peeling.endings;
    endings.without(stem, endings.fitting(stem).and(head.peeling.changed)).any(|(base, ending)| {
        let stem = Cow::Owned(format!("{base}{}", ending.listed));
        visit(Reading { stem, clitics: head.clitics, skip: head.skip, shape: Shape::Nominal })
    })
}

fn verbal<'w>(head: &Head<'w>, visit: Visit<'_, 'w>) -> bool {
    let Peeling { coming, persons, .. } = *head.peeling;
    present(head, persons, visit)
        || head.behind(coming).any(|(opening, _)| present(&opening, persons, visit))
        || inflected(head, head.peeling.past, Shape::Past, visit)
}

/// Reads a verb of the present behind one of some prefixes of it: those who speak of themselves take no endings.
fn present<'w>(head: &Head<'w>, prefixes: Group, visit: Visit<'_, 'w>) -> bool {
    head.behind(prefixes).any(|(stem, takes_endings)| {
        let endings = if takes_endings { head.peeling.present } else { Group::default() };
        inflected(&stem, endings, Shape::Present, visit)
    })
}

/// Reads a verb of the present behind the mark of what was the outcome; nobody speaks of himself so.
fn outcome<'w>(head: &Head<'w>, visit: Visit<'_, 'w>) -> bool {
    let Peeling { resulting, third_persons, .. } = *head.peeling;
    head.behind(resulting).any(|(marked, _)| present(&marked, third_persons, visit))
}

/// Reads a verb's stem alone, without an ending, without a pronoun, and without both.
fn inflected<'w>(head: &Head<'w>, endings: Group, shape: Shape, visit: Visit<'_, 'w>) -> bool {
    let mut read =
        |head: &Head<'w>, end| head.stem(end).is_some_and(is_stem) && visit(head.reading(end, shape));
    if read(head, head.word.len()) || head.before(endings).any(|(end, _)| read(head, end)) {
        return true;
    }
    let mut owned = *head;
    owned.clitics.pronoun = true;
    head.before(head.peeling.owning).any(|(end, _)| {
        let base = head.word.get(..end).unwrap_or_default();
        let sieve = &head.peeling.endings;
        let mut ended = sieve.without(base, sieve.fitting(base).and(endings));
        read(&owned, end) || ended.any(|(base, _)| read(&owned, base.len()))
    })
}
