//! What a text names: people, places and things, with the words that stand around each name. Two articles that
//! name one thing in like words agree, whether or not a kind of its own claims the name.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::reading::Reading;
use crate::extract::topic::key_at;
use crate::extract::word::Word;
use crate::fact::ArticleIdx;
use crate::lexicon::class::{Class, Classes, Functions};
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::text::hash;
use crate::text::span::{Original, Span};
use crate::text::token::TokenKind;
use crate::value::keys::NameKeys;
use crate::value::words::Name;
use std::ops::Range;

/// How far around a name its words are read, in words.
const AROUND: usize = 10;

/// Most words of a name.
const LONGEST: usize = 4;

/// Shortest unknown word that may be a name, in bytes, where capitals do not show one.
const SHORTEST: usize = 5;

/// What the id of a capital begins with.
const CAPITAL: &str = "capital-";

/// Words that announce the name of a thing or a place.
const ANNOUNCING: Classes = Classes::of(&[Class::Concept, Class::PlaceType, Class::Body, Class::Role]);

/// Words behind which a place is named.
const LEADING: Functions =
    Functions::of(&[Function::In, Function::From, Function::To, Function::On, Function::Of, Function::By]);

/// What a word in a name written with capitals may not be.
const CALENDAR: Classes =
    Classes::of(&[Class::Calendar, Class::Daypart, Class::Function, Class::Stop, Class::Unit]);

/// A name with what stands around it.
#[derive(Clone, Debug)]
pub struct Naming {
    /// The article.
    pub article: ArticleIdx,
    /// The name and its keys.
    pub name: Name,
    /// Where it stands.
    pub span: Span<Original>,
    /// Where it stands among the words of its text.
    pub at: Range<usize>,
    /// How many words it has.
    pub length: usize,
    /// Whether it is a capital's, which many texts name for its state.
    pub is_capital: bool,
    /// Whether it stands in a text whose language shows names by capitals.
    pub has_capitals: bool,
    /// Whether nothing but its place shows that it is a name.
    pub is_loose: bool,
    /// The words around it that say something, sorted.
    pub words: Vec<u64>,
}

/// The names of a text, those that begin at one word with the longest first.
#[must_use]
pub fn namings(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Naming> {
    let mut all: Vec<Naming> = Vec::new();
    let mut taken = vec![false; reading.words.len()];
    for entity in reading.entities.iter().filter(|entity| is_naming(reading, entity)) {
        let Some(name) = entity.names.first().filter(|_| entity.names.len() == 1) else { continue };
        let place = entity
            .place
            .as_ref()
            .map(|place| Name { name: place.name.clone(), keys: place.id.iter().cloned().collect() });
        let name = place.filter(|place| !place.keys.is_empty()).unwrap_or_else(|| name.clone());
        let is_listed = !name.keys.contains(&reading.lexicon.name_key(&name.name));
        if reading.language.grammar.capitals || is_listed {
            taken.iter_mut().take(entity.words.end).skip(entity.words.start).for_each(|taken| *taken = true);
        }
        all.push(naming(reading, article, &entity.words, name, false));
        let without = reading.words.get(entity.words.start).is_some_and(|word| is_letters(reading, word));
        if without && entity.words.len() > 2 {
            all.push(plain(reading, article, entity.words.start + 1..entity.words.end, false));
        }
    }
    for (words, is_loose) in runs(reading, &taken) {
        let parts = parts(reading, words);
        all.extend(parts.into_iter().map(|words| plain(reading, article, words, is_loose)));
    }
    all.sort_by_key(|naming| (naming.span.start, std::cmp::Reverse(naming.span.end)));
    all.dedup_by(|later, earlier| later.span == earlier.span);
    all
}

/// Whether it names somebody or something of this story: states, and people whom the data knows, are named in
/// all of them.
fn is_naming(reading: &Reading<'_>, entity: &Entity) -> bool {
    let is_office = entity.names.iter().any(Name::is_office);
    let is_capital =
        entity.place.as_ref().and_then(|place| place.id.as_deref()).is_some_and(|id| id.starts_with(CAPITAL));
    let is_state = entity.kind == EntityKind::Country && !is_capital;
    let is_famous = entity.kind == EntityKind::Person
        && entity
            .names
            .iter()
            .flat_map(|name| &name.keys)
            .any(|key| reading.lexicon.gazetteer.country_of(key).is_some());
    let is_full = entity.kind == EntityKind::Person && entity.names.iter().any(Name::is_full);
    (entity.is_named || is_full) && !is_office && !is_state && !is_famous && entity.kind != EntityKind::Body
}

/// The names that a run of words may be: where capitals show names, the whole and what no list knows of it;
/// else the whole and all of its beginnings.
fn parts(reading: &Reading<'_>, run: Range<usize>) -> Vec<Range<usize>> {
    if !reading.language.grammar.capitals {
        let beginnings = (run.start + 1..=run.end).rev().map(|last| run.start..last);
        // The number of a model belongs to the word before it.
        let is_model = reading.words.get(run.end - 1).is_some_and(|word| word.kind == TokenKind::Digits);
        let model = (is_model && run.len() > 2).then(|| run.end - 2..run.end);
        return beginnings.chain(model).collect();
    }
    let is_own = |at: &usize| {
        reading.words.get(*at).is_some_and(|word| word.senses.is_empty() && !is_letters(reading, word))
    };
    let own = run.clone().find(is_own).zip(run.clone().rev().find(is_own));
    let own = own.map(|(first, last)| first..last + 1).filter(|own| *own != run && own.end > own.start);
    std::iter::once(run).chain(own).collect()
}

/// Whether the word is a few capitals, as those before the name of a ship.
fn is_letters(reading: &Reading<'_>, word: &Word) -> bool {
    let text = reading.text.slice(word.span);
    text.len() <= LETTERS && text.chars().all(|letter| letter.is_ascii_uppercase())
}

/// Most letters that stand before the name of a ship.
const LETTERS: usize = 3;

/// A name that is known by its words alone.
fn plain(reading: &Reading<'_>, article: ArticleIdx, words: Range<usize>, is_loose: bool) -> Naming {
    let text = written(reading, &words);
    let is_owner = reading.text.slice(reading.span(&words)).len() > text.len();
    let place = is_owner.then(|| reading.lexicon.place(&text).id).flatten();
    let keys = NameKeys::from([place.unwrap_or_else(|| reading.lexicon.name_key(&text))]);
    naming(reading, article, &words, Name { name: text, keys }, is_loose)
}

fn naming(
    reading: &Reading<'_>,
    article: ArticleIdx,
    words: &Range<usize>,
    name: Name,
    is_loose: bool,
) -> Naming {
    let length = name.name.split_whitespace().count();
    let is_capital = name.keys.iter().any(|key| key.starts_with(CAPITAL));
    let has_capitals = reading.language.grammar.capitals;
    let (span, at, words) = (reading.span(words), words.clone(), around(reading, words));
    Naming { article, name, span, at, length, is_capital, has_capitals, is_loose, words }
}

fn written(reading: &Reading<'_>, words: &Range<usize>) -> String {
    let text = reading.text.slice(reading.span(words)).replace('\u{2019}', "'");
    reading.language.without_owner(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The runs of words that are names, and whether only their place shows it.
fn runs(reading: &Reading<'_>, taken: &[bool]) -> Vec<(Range<usize>, bool)> {
    let mut runs = Vec::new();
    for sentence in &reading.sentences {
        let mut idx = sentence.words.start;
        while idx < sentence.words.end {
            let last = if reading.language.grammar.capitals {
                with_capitals(reading, idx, sentence.words.clone(), taken)
            } else {
                announced(reading, idx, sentence.words.end, taken)
            };
            if last > idx {
                // The number of a model shows a name as well as capitals do.
                let is_model = reading.words.get(last - 1).is_some_and(|word| word.kind == TokenKind::Digits);
                runs.push((idx..last, !reading.language.grammar.capitals && !is_model));
            }
            idx = last.max(idx + 1);
        }
    }
    runs
}

/// Where a run of words with capitals ends that begins at `idx`: one word of no list, or several of which one is.
fn with_capitals(reading: &Reading<'_>, idx: usize, sentence: Range<usize>, taken: &[bool]) -> usize {
    let is_part = |at: usize| {
        reading.words.get(at).is_some_and(|word| {
            word.kind == TokenKind::Word
                && word.capital
                && !taken.get(at).copied().unwrap_or(false)
                && !word.summary.is_any(CALENDAR)
                && (at == idx || word.breaks == 0)
        })
    };
    let last = (idx..sentence.end.min(idx + LONGEST))
        .find(|at| !is_part(*at))
        .unwrap_or(sentence.end.min(idx + LONGEST));
    let run = reading.words.get(idx..last).unwrap_or_default();
    let is_owner = |word: &Word| reading.language.without_owner(&word.normal) != word.normal;
    let unknown = run.iter().filter(|word| word.senses.is_empty() || is_owner(word)).count();
    let quoted = idx > sentence.start && reading.words.get(idx - 1).is_some_and(is_quote);
    let opens = idx == sentence.start || (quoted && !reading.words.get(last).is_some_and(is_quote));
    let enough = if opens { unknown > 0 && run.len() > 1 } else { unknown > 0 };
    if enough { with_number(reading, last) } else { idx }
}

/// Whether the word is a quotation mark.
fn is_quote(word: &Word) -> bool {
    ["\"", "“", "”", "«", "»", "'"].iter().any(|sign| word.is_sign(sign))
}

/// Where a run of words ends that no list knows, behind a word that announces a name.
fn announced(reading: &Reading<'_>, idx: usize, end: usize, taken: &[bool]) -> usize {
    let is_part = |at: usize| {
        reading.words.get(at).is_some_and(|word| {
            word.kind == TokenKind::Word
                && word.senses.is_empty()
                && word.normal.len() > SHORTEST
                && word.breaks == 0
                && !taken.get(at).copied().unwrap_or(false)
        })
    };
    if is_part(idx) && with_number(reading, idx + 1) > idx + 1 {
        return idx + 2;
    }
    let Some(before) = idx.checked_sub(1).and_then(|at| reading.words.get(at)) else { return idx };
    let announces = before.summary.is_any(ANNOUNCING)
        && before.find(|sense| (sense.form == Form::One).then_some(())).is_some();
    let leads = before.summary.does_any(LEADING) || is_quote(before);
    if !announces && !leads {
        return idx;
    }
    let stop = end.min(idx + LONGEST - 1);
    let last = (idx..stop).find(|at| !is_part(*at)).unwrap_or(stop);
    if last > idx { with_number(reading, last) } else { idx }
}

/// Where a name ends with the number of a model right behind it.
fn with_number(reading: &Reading<'_>, last: usize) -> usize {
    let is_number = reading.words.get(last).is_some_and(|word| {
        word.kind == TokenKind::Digits && word.breaks == 0 && word.span.end - word.span.start >= NUMBER
    });
    last + usize::from(is_number)
}

/// Fewest bytes of the number of a model.
const NUMBER: usize = 3;

/// The preposition before a name.
fn led_by(reading: &Reading<'_>, first: usize) -> Option<Function> {
    let own = reading.words.get(first).and_then(|word| word.clitics.preposition);
    let before = first.checked_sub(1).and_then(|at| reading.words.get(at));
    let leads = [Function::In, Function::From, Function::To, Function::On, Function::Of, Function::By];
    own.or_else(|| leads.into_iter().find(|function| before.is_some_and(|word| word.is_function(*function))))
}

/// The words around a name that say something, and the preposition that leads to it.
fn around(reading: &Reading<'_>, words: &Range<usize>) -> Vec<u64> {
    let Some(sentence) = reading.sentences.get(reading.sentence_of(words.start)) else { return Vec::new() };
    let first = words.start.saturating_sub(AROUND).max(sentence.words.start);
    let last = (words.end + AROUND).min(sentence.words.end);
    let says = |at: usize| key_at(reading, at).map(|(key, ..)| key);
    let mut found: Vec<u64> = (first..last).filter(|at| !words.contains(at)).filter_map(says).collect();
    found.extend(led_by(reading, words.start).map(|function| hash::of(&format!("{function:?}"))));
    found.sort_unstable();
    found.dedup();
    found
}
