//! A text as it is read: its words with everything that the recognisers found in them.

/// In what sense the words of a clause are meant.
mod modality;
/// Where things begin among the words.
mod starts;

use crate::extract::attribution::{self, Attribution};
use crate::extract::dealt;
use crate::extract::entity::{self, Entity, EntityKind, LONGEST_NAME};
use crate::extract::event::LEAD;
use crate::extract::mention::Mention;
use crate::extract::partitive;
use crate::extract::quantity::{price, rate};
use crate::extract::quote;
use crate::extract::reading::starts::Starts;
use crate::extract::sentence::{self, Sentence};
use crate::extract::time::inner;
use crate::extract::topic;
use crate::extract::word::{self, Word};
use crate::fact::{Article, Modality};
use crate::lexicon::Lexicon;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::Text;
use crate::text::span::{Original, Span};
use crate::value::Value;
use crate::value::time::Time;
use std::cell::{Cell, OnceCell};

/// Line breaks that part two paragraphs.
const PARAGRAPH: u8 = 2;

/// What tells a country beside names.
const TELLING: Classes = Classes::of(&[Class::Nation, Class::Currency]);

/// Most words before the date of a dateline, and the signs that end one.
const DATELINE: usize = 8;
const DASHES: [&str; 3] = ["-", "–", "—"];

/// A text with everything found in it.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The text.
    pub text: &'a Text,
    /// Its language.
    pub language: &'a Language,
    /// All data.
    pub lexicon: &'a Lexicon,
    /// Its words.
    pub words: Vec<Word>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// For each word the number of its sentence.
    numbers: Vec<u32>,
    /// Who and where, in order.
    pub entities: Vec<Entity>,
    /// For each word whether it stands in the name of a person, behind its first word.
    in_name: Vec<bool>,
    /// Where they begin.
    entity_starts: Starts,
    /// Numbers, quantities and times, in order; readers settle their values, and leave their words.
    pub mentions: Vec<Mention>,
    /// Where they begin.
    mention_starts: Starts,
    /// Quotes, in order.
    pub quotes: Vec<Mention>,
    /// Who says what, by sentence, once somebody asks.
    attributions: OnceCell<Vec<Vec<Attribution>>>,
    /// In what sense the clause of each word is meant, once somebody asks of it.
    modalities: Vec<Cell<Option<Modality>>>,
    /// What each word says to what the text is about, once somebody asks.
    pub(super) keys: OnceCell<Vec<Option<topic::Key>>>,
    /// The key of each mention's value, once another stands beside one: the mentions change no more by then.
    pub(super) value_keys: OnceCell<Vec<Option<u64>>>,
}

/// The words of an article: of its title, where that stands in the text, and of its body.
fn words(article: &Article, text: &Text, language: &Language, lexicon: &Lexicon) -> Vec<Word> {
    let mut body = word::words(text, Span::new(article.body, text.source().len()), language, lexicon);
    if let Some(first) = body.first_mut() {
        first.breaks = PARAGRAPH;
    }
    let Some(title) = article.title_span.filter(|title| title.end <= article.body) else { return body };
    let mut words = word::words(text, title, language, lexicon);
    words.append(&mut body);
    words
}

/// The countries that a text speaks of, each as often as it does: by their names and adjectives, by the places
/// that lie in them, and by the full names of their money.
fn countries(words: &[Word], entities: &[Entity], lexicon: &Lexicon) -> Vec<Id> {
    let told = words.iter().filter(|word| word.summary.is_any(TELLING));
    let told = told.filter_map(|word| {
        word.find(|sense| {
            let meaning = &sense.meaning;
            let money =
                || if let Meaning::Currency(code) = meaning { lexicon.units.home(code) } else { None };
            meaning.demonym().cloned().or_else(money)
        })
    });
    let country = |entity: &Entity| {
        let around = entity.place.as_ref().filter(|_| entity.is_named)?.within.iter();
        around
            .map(String::as_str)
            .find(|id| lexicon.gazetteer.shared().countries.contains_key(*id))
            .map(Id::from)
    };
    let named = entities.iter().filter_map(|entity| entity.country.clone().or_else(|| country(entity)));
    named.chain(told).collect()
}

/// Reads who says what, sentence by sentence; a speaker who is not named again goes on within a paragraph.
fn attributions(
    words: &[Word],
    sentences: &[Sentence],
    entities: &[Entity],
    verb_first: bool,
) -> Vec<Vec<Attribution>> {
    let mut all: Vec<Vec<Attribution>> = Vec::with_capacity(sentences.len());
    for (idx, sentence) in sentences.iter().enumerate() {
        let same = |before: &usize| {
            sentences.get(*before).is_some_and(|before| before.paragraph == sentence.paragraph)
        };
        let before = idx
            .checked_sub(1)
            .filter(same)
            .and_then(|before| all.get(before))
            .and_then(|before| before.last());
        let found = attribution::recognise(words, sentence, entities, before, verb_first);
        all.push(found);
    }
    all
}

/// For each word the number of its sentence.
fn numbers(sentences: &[Sentence]) -> Vec<u32> {
    let numbered = sentences.iter().zip(0..);
    numbered.flat_map(|(sentence, number)| std::iter::repeat_n(number, sentence.words.len())).collect()
}

/// For each of so many words whether it stands in the name of a person, behind its first word.
fn in_name(entities: &[Entity], words: usize) -> Vec<bool> {
    let mut inside = vec![false; words];
    let is_name = |entity: &&Entity| {
        entity.kind == EntityKind::Person && entity.names.iter().all(|name| !name.is_office())
    };
    for entity in entities.iter().filter(is_name) {
        let words = entity.words.start + 1..entity.words.end.min(entity.words.start + 1 + LONGEST_NAME);
        inside.get_mut(words).into_iter().flatten().for_each(|word| *word = true);
    }
    inside
}

impl<'a> Reading<'a> {
    /// Reads an article; none where it has no text or no language is known.
    #[must_use]
    pub fn new(article: &'a Article, lexicon: &'a Lexicon) -> Option<Self> {
        Self::from(article, lexicon, article.published.as_ref())
    }

    /// Reads an article as written on a day, or on one of some days.
    #[must_use]
    pub fn from(article: &'a Article, lexicon: &'a Lexicon, day: Option<&Time>) -> Option<Self> {
        let text = article.text.as_deref()?;
        let declared = article.language.as_deref().and_then(|tag| lexicon.language(tag));
        let body = text.source().get(article.body..).unwrap_or_default();
        let language = declared.or_else(|| lexicon.detect(body))?;
        let words = words(article, text, language, lexicon);
        let sentences = sentence::split(&words);
        let entities = entity::recognise(&words, text, &sentences, language, lexicon);
        let countries = countries(&words, &entities, lexicon);
        let mut mentions = super::recognise(&words, text, language, lexicon, day, &countries);
        partitive::name(&words, &sentences, language, &mut mentions);
        dealt::name(&words, language, lexicon, &mut mentions);
        let quotes = quote::recognise(&words, text);
        Some(Self {
            text,
            language,
            lexicon,
            numbers: numbers(&sentences),
            sentences,
            in_name: in_name(&entities, words.len()),
            entity_starts: Starts::of(entities.iter().map(|entity| entity.words.start), words.len()),
            mention_starts: Starts::of(mentions.iter().map(|mention| mention.words.start), words.len()),
            modalities: vec![Cell::new(None); words.len()],
            words,
            entities,
            mentions,
            quotes,
            attributions: OnceCell::new(),
            keys: OnceCell::new(),
            value_keys: OnceCell::new(),
        })
    }

    /// The sentence of a word.
    #[must_use]
    pub fn sentence_of(&self, word: usize) -> usize {
        self.numbers.get(word).map_or(self.sentences.len().saturating_sub(1), |number| *number as usize)
    }

    /// Who says what in a sentence, by its number.
    #[must_use]
    pub fn attributions(&self, sentence: usize) -> Option<&Vec<Attribution>> {
        let verb_first = self.language.grammar.verb_first;
        let read = || attributions(&self.words, &self.sentences, &self.entities, verb_first);
        self.attributions.get_or_init(read).get(sentence)
    }

    /// The attribution of a word.
    #[must_use]
    pub fn attribution(&self, word: usize) -> Option<&Attribution> {
        attribution::of(self.attributions(self.sentence_of(word))?.iter(), word)
    }

    /// The preposition that governs an entity: the word before it, or what is stuck to its front.
    #[must_use]
    pub fn preposition(&self, entity: &Entity) -> Option<Function> {
        let first = self.words.get(entity.words.start)?;
        if let Some(stuck) = first.clitics.preposition {
            return Some(stuck);
        }
        let mut at = entity.words.start.checked_sub(1)?;
        if self.words.get(at).is_some_and(Word::is_article) {
            at = at.checked_sub(1)?;
        }
        let before = self.words.get(at)?;
        let functions = [
            Function::To,
            Function::In,
            Function::From,
            Function::Of,
            Function::With,
            Function::On,
            Function::By,
        ];
        functions.into_iter().find(|function| before.is_function(*function))
    }

    /// The words of a span of words, from the first stem to the end of the last.
    #[must_use]
    pub fn span(&self, words: &std::ops::Range<usize>) -> Span<Original> {
        match (self.words.get(words.start), self.words.get(words.end.saturating_sub(1))) {
            (Some(first), Some(last)) => Span::new(first.stem_span.start, last.span.end),
            _ => Span::new(0, 0),
        }
    }

    /// Whether a date belongs to a dateline, which a dash ends: it is the day of writing and of nothing else.
    #[must_use]
    pub fn is_dateline(&self, mention: &Mention) -> bool {
        let number = self.sentence_of(mention.words.start);
        let Some(sentence) = self.sentences.get(number).filter(|_| number < LEAD) else { return false };
        let end = self.behind_brackets(mention.words.end);
        let ends = self.words.get(end);
        let next = self.mentions_in(mention.words.end..mention.words.end + 2);
        let is_time = |mention: &Mention| matches!(mention.value, Value::Time(_));
        let is_day = matches!(&mention.value, Value::Time(time) if time.days().is_some_and(|(first, last)| first == last));
        is_day
            && !next.iter().any(is_time)
            && mention.words.start - sentence.words.start <= DATELINE
            && ends.is_some_and(|word| DASHES.iter().any(|dash| word.is_sign(dash)) && word.spaced)
    }

    /// The end of what stands in brackets at a word, as the name of an agency does; the word where none opens.
    fn behind_brackets(&self, at: usize) -> usize {
        let is = |at: usize, sign: &str| self.words.get(at).is_some_and(|word| word.is_sign(sign));
        let closing = || (at..at + DATELINE).find(|at| is(*at, ")"));
        if is(at, "(") { closing().map_or(at, |closing| closing + 1) } else { at }
    }

    /// The entities of a range of words.
    pub fn entities_in(
        &self,
        words: std::ops::Range<usize>,
    ) -> impl DoubleEndedIterator<Item = &Entity> + Clone {
        self.entities.get(self.entity_starts.range(&words)).unwrap_or_default().iter()
    }

    /// Whether a word stands in the name of a person, behind its first word: it then means nothing else.
    #[must_use]
    pub fn is_in_name(&self, word: usize) -> bool {
        self.in_name.get(word).copied().unwrap_or_default()
    }

    /// The lengths of time that are told by the way, inside of dates and vaguely.
    #[must_use]
    pub fn lengths_by_the_way(&self) -> Vec<Mention> {
        inner::lengths(&self.words, self.text, self.language, self.lexicon, &self.mentions)
    }

    /// What one of something costs, and what is paid or measured in a time.
    #[must_use]
    pub fn rates(&self) -> Vec<Mention> {
        let mut rates = price::rates(&self.words, self.text, self.lexicon, &self.mentions);
        rates.extend(rate::rates(&self.words, self.language, self.lexicon, &self.mentions));
        rates
    }

    /// How many mentions begin before a word.
    #[must_use]
    pub fn mentions_before(&self, word: usize) -> usize {
        self.mention_starts.before(word)
    }

    /// The mentions of a range of words.
    #[must_use]
    pub fn mentions_in(&self, words: std::ops::Range<usize>) -> &[Mention] {
        self.mentions.get(self.mention_starts.range(&words)).unwrap_or_default()
    }
}
