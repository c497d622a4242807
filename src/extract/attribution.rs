//! Who says it, and in what sense: holders, denials and modality, by the clause.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::Modality;
use crate::lexicon::class::{Class, Functions, Summary};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::speech::Speech;
use crate::value::words::Name;
use std::ops::Range;

/// Furthest that the name of a speaker stands from the word of saying, in words.
const REACH: usize = 14;

/// Concepts of holding and carrying: with "can", a capacity.
const CAPACITY: [&str; 1] = ["capacity"];

/// Words attributed to somebody.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The words that are theirs.
    pub words: Range<usize>,
    /// The word of saying.
    pub at: usize,
    /// Who says it.
    pub holder: Vec<Name>,
    /// The words that name them, or did so before.
    pub named: Range<usize>,
    /// The speaker's country, where it is known.
    pub country: Option<crate::lexicon::meaning::Id>,
    /// How they say it.
    pub speech: Speech,
}

/// Reads who says what in a sentence.
#[must_use]
pub fn recognise(
    words: &[Word],
    sentence: &Sentence,
    entities: &[Entity],
    before: Option<&Attribution>,
    verb_first: bool,
) -> Vec<Attribution> {
    let mut all: Vec<Attribution> = Vec::new();
    let onward = starting(entities, sentence.words.start..usize::MAX);
    let inside = starting(entities, sentence.words.clone());
    let person = inside.iter().find(|entity| entity.kind == EntityKind::Person);
    for idx in sentence.words.clone() {
        let Some(speech) = words.get(idx).and_then(speech) else { continue };
        let found = speaker(words, sentence.words.start..idx, speech, (inside, onward), verb_first);
        let Some(speakers) = found.or_else(|| implied(idx, sentence, person, all.last().or(before), speech))
        else {
            continue;
        };
        let words = match speech {
            Speech::AccordingTo => sentence.words.clone(),
            Speech::Say | Speech::Deny | Speech::Accuse | Speech::Suspect => {
                spoken(idx, sentence, speakers.end, words)
            }
        };
        let Speakers { names: holder, country, named, .. } = speakers;
        all.push(Attribution { words, at: idx, holder, named, country, speech });
    }
    all
}

/// The attribution of a word: the latest verb of saying before it that covers it, else one behind it, else a source
/// that is named.
#[must_use]
pub fn of<'r>(
    attributions: impl DoubleEndedIterator<Item = &'r Attribution> + Clone,
    word: usize,
) -> Option<&'r Attribution> {
    let covers =
        |attribution: &&Attribution| attribution.words.contains(&word) && attribution.speech != Speech::Deny;
    let is_verb =
        |attribution: &&Attribution| covers(attribution) && attribution.speech != Speech::AccordingTo;
    let leads = |attribution: &&Attribution| is_verb(attribution) && attribution.at <= word;
    let verbs = || attributions.clone().rev();
    verbs().find(leads).or_else(|| verbs().find(is_verb)).or_else(|| verbs().find(covers))
}

/// The word of saying that a word is.
#[must_use]
pub fn speech(word: &Word) -> Option<Speech> {
    word.summary.is(Class::Speech).then_some(word)?.find(|sense| match (&sense.meaning, sense.form) {
        (Meaning::Speech(Speech::Say | Speech::Suspect), Form::One | Form::Two | Form::Many) => None,
        (Meaning::Speech(speech), _) => Some(*speech),
        _ => None,
    })
}

/// The entities that start in a range of words, of entities in order.
fn starting(entities: &[Entity], words: Range<usize>) -> &[Entity] {
    let first = entities.partition_point(|entity| entity.words.start < words.start);
    let last = entities.partition_point(|entity| entity.words.start < words.end);
    entities.get(first..last.max(first)).unwrap_or_default()
}

/// Who speaks.
struct Speakers {
    names: Vec<Name>,
    country: Option<crate::lexicon::meaning::Id>,
    /// The words of the first of their names.
    named: Range<usize>,
    /// The word behind the last of their names.
    end: usize,
}

/// What a speaker's words cover: from the word of saying to the end, or all before it where it ends the
/// sentence.
fn spoken(idx: usize, sentence: &Sentence, names_end: usize, words: &[Word]) -> Range<usize> {
    let rest = idx.max(names_end)..sentence.words.end;
    let is_content = |word: &Word| word.kind != crate::text::token::TokenKind::Sign;
    let left = words
        .get(rest.start + 1..rest.end)
        .unwrap_or_default()
        .iter()
        .filter(|word| is_content(word))
        .take(2)
        .count();
    if left < 2 { sentence.words.clone() } else { idx..sentence.words.end }
}

/// Those who say it: near the word, on the side where the language puts a subject first; a person before
/// the office or body that stands with the name, and all whom "and" joins. The range is that of the words of the
/// sentence before the word of saying.
fn speaker(
    words: &[Word],
    Range { start: opening, end: idx }: Range<usize>,
    speech: Speech,
    (inside, onward): (&[Entity], &[Entity]),
    verb_first: bool,
) -> Option<Speakers> {
    let speaks = |entity: &&Entity| {
        entity.kind != EntityKind::Place && (speech == Speech::AccordingTo || !is_addressed(words, entity))
    };
    let reach = if speech == Speech::AccordingTo { 3 } else { REACH };
    // Behind a subject nobody but those stands to whom it speaks.
    let has_subject = !verb_first
        && speech == Speech::Say
        && idx.checked_sub(1).and_then(|at| words.get(at)).is_some_and(is_subject);
    let reach = if has_subject { 0 } else { reach };
    // A participle goes on with who spoke before: "..., pointing to the head of the centre".
    let is_participle = verb_first && speech == Speech::Say && words.get(idx).is_some_and(is_participle);
    let reach = if is_participle { 0 } else { reach };
    let after: Vec<&Entity> = starting(inside, idx + 1..idx + reach + 1)
        .iter()
        .filter(speaks)
        .filter(|entity| !crosses_that(words, idx, entity.words.start))
        .collect();
    // What joins another clause has its subject behind it, but for what answers a topic: "as for X, he said".
    let is_told = |at: usize| {
        let is_name = inside.iter().any(|entity| entity.words.contains(&at));
        !is_name && words.get(at).is_some_and(is_verb)
    };
    let joins = words.get(idx).is_some_and(|word| word.clitics.conjunction.is_some());
    let before = starting(inside, 0..idx)
        .iter()
        .rev()
        .take_while(|entity| entity.words.end + 1 >= idx)
        .filter(speaks)
        .find(|entity| entity.words.end <= idx)
        .filter(|subject| {
            speech != Speech::AccordingTo && !(joins && (opening..subject.words.start).any(is_told))
        });
    let named =
        after.iter().take_while(|entity| is_beside(words, &after, entity)).find(|entity| is_named(entity));
    // Where the verb stands first, a comma before it ends what goes before: "before the council, X said".
    let is_parted = |subject: &&Entity| verb_first && named.is_some() && subject.words.end < idx;
    let before = before.filter(|subject| !is_parted(subject));
    let apposed = before.and_then(|_| bracketed(words, idx, inside)).or(before);
    let first = apposed.or_else(|| named.copied()).or_else(|| after.first().copied())?;
    Some(with_joined(words, first, onward))
}

/// Whether a word of saying is a participle, by its form.
fn is_participle(word: &Word) -> bool {
    let says = |sense: &Sense, form: bool| {
        matches!(sense.meaning, Meaning::Speech(_)) && (sense.form == Form::Fixed) == form
    };
    word.senses.iter().any(|sense| says(sense, true)) && !word.senses.iter().any(|sense| says(sense, false))
}

/// Whether a word right before a verb of saying is who says it.
fn is_subject(word: &Word) -> bool {
    word.kind == crate::text::token::TokenKind::Word && !word.summary.is(Class::Calendar)
}

/// The person by name before commas that close right before the word of saying: X, the head of Y, said.
fn bracketed<'e>(words: &[Word], idx: usize, inside: &'e [Entity]) -> Option<&'e Entity> {
    let is_comma = |at: usize| words.get(at).is_some_and(|word| word.is_sign(","));
    if !idx.checked_sub(1).is_some_and(is_comma) {
        return None;
    }
    let named =
        inside.iter().rev().filter(|entity| entity.words.end + 1 < idx && idx - entity.words.end <= REACH);
    let mut people = named.filter(|entity| is_named(entity) && is_comma(entity.words.end));
    people.find(|entity| {
        let between = words.get(entity.words.end + 1..idx - 1).unwrap_or_default();
        between.iter().all(|word| !is_verb(word) || word.is_noun())
            && !between.iter().any(|word| word.is_sign(","))
    })
}

/// Whether the entity stands with the first one, without a verb between them.
fn is_beside(words: &[Word], after: &[&Entity], entity: &Entity) -> bool {
    let Some(first) = after.first() else { return false };
    words.get(first.words.end..entity.words.start).unwrap_or_default().iter().all(|word| !is_verb(word))
}

/// A person by name, not by office, nor by a word that no more than follows a word of saying.
fn is_named(entity: &Entity) -> bool {
    entity.kind == EntityKind::Person
        && (entity.is_named || entity.names.iter().any(Name::is_full))
        && entity.names.iter().any(|name| name.keys.iter().any(|key| !key.contains(':')))
}

/// Whether something is said to the entity, not by it.
fn is_addressed(words: &[Word], entity: &Entity) -> bool {
    let stuck =
        words.get(entity.words.start).is_some_and(|word| word.clitics.preposition == Some(Function::To));
    let before = entity.words.start.checked_sub(1).and_then(|at| words.get(at));
    stuck || before.is_some_and(|word| word.is_function(Function::To))
}

/// A speaker with all whom "and" joins to it.
fn with_joined(words: &[Word], first: &Entity, entities: &[Entity]) -> Speakers {
    let mut all = Speakers {
        names: first.names.clone(),
        country: first.country.clone(),
        named: first.words.clone(),
        end: first.words.end,
    };
    for entity in starting(entities, first.words.end..usize::MAX) {
        let stuck =
            words.get(entity.words.start).is_some_and(|word| word.clitics.conjunction == Some(Function::And));
        let between = words.get(all.end..entity.words.start).unwrap_or_default();
        let apart = between.len() == 1 && between.iter().all(|word| word.is_function(Function::And));
        if !((stuck && between.is_empty()) || apart) {
            break;
        }
        all.names.extend(entity.names.iter().cloned());
        all.end = entity.words.end;
    }
    all
}

/// Who goes on speaking where a verb of saying names nobody: the speaker before, else the first person of
/// the sentence.
fn implied(
    idx: usize,
    sentence: &Sentence,
    person: Option<&Entity>,
    before: Option<&Attribution>,
    speech: Speech,
) -> Option<Speakers> {
    if speech != Speech::Say {
        return None;
    }
    let before = before.filter(|before| before.speech == Speech::Say);
    let here = before.filter(|before| sentence.words.contains(&before.at));
    let of = |attribution: &Attribution| Speakers {
        names: attribution.holder.clone(),
        country: attribution.country.clone(),
        named: attribution.named.clone(),
        end: idx,
    };
    let subject = || {
        let person = person?;
        (person.words.end <= idx).then(|| Speakers {
            names: person.names.clone(),
            country: person.country.clone(),
            named: person.words.clone(),
            end: idx,
        })
    };
    here.map(of).or_else(subject).or_else(|| before.map(of))
}

/// Whether "that", a colon or a quotation mark stands between the word of saying and the name.
fn crosses_that(words: &[Word], from: usize, to: usize) -> bool {
    let between = words.get(from + 1..to).unwrap_or_default();
    let quotes = ["\"", "“", "”", "«"];
    between.iter().enumerate().any(|(offset, word)| {
        let opens = quotes.iter().any(|sign| word.is_sign(sign)) && offset + 1 < between.len();
        word.is_function(Function::That) || word.is_sign(":") || opens
    })
}

/// The modality of a clause, read from its words.
#[must_use]
pub fn modality(
    words: &[Word],
    clause: Range<usize>,
    speech: Option<Speech>,
    language: &Language,
) -> Modality {
    let clause = words.get(clause).unwrap_or_default();
    let all = clause.iter().fold(Summary::default(), |all, word| all.with(word.summary));
    let has = |function| all.does(function);
    if has(Function::Can) {
        let holds = clause.iter().any(|word| CAPACITY.iter().any(|concept| word.has_concept(concept)));
        return if holds { Modality::Capacity } else { Modality::Possible };
    }
    let future = clause.iter().any(|word| word.clitics.future);
    if has(Function::If) {
        Modality::Conditional
    } else if (all.does_any(POSSIBLE) && is_possible(clause, language)) || speech == Some(Speech::Suspect) {
        Modality::Possible
    } else if future || has(Function::Will) || has(Function::Expected) {
        Modality::Planned
    } else {
        Modality::Actual
    }
}

/// Words of which one says that something may be.
const POSSIBLE: Functions = Functions::of(&[Function::May, Function::Indeed]);

/// Whether a word of the clause says that something may be. Before a verb in the past such a word marks what
/// was done already, as قد does, and قد does so before everything but a verb in the present.
fn is_possible(clause: &[Word], language: &Language) -> bool {
    let is_past = |word: &Word| word.summary.has_form(Form::Past);
    let may_be_present = |word: &Word| {
        word.summary.has_form(Form::Present)
            || (word.senses.is_empty() && language.may_begin_present(&word.normal))
    };
    clause.iter().enumerate().any(|(idx, word)| {
        let next = clause.get(idx + 1);
        (is_possibility(word) && !next.is_some_and(is_past))
            || (word.is_function(Function::Indeed)
                && next.is_some_and(|next| !is_past(next) && may_be_present(next)))
    })
}

/// Whether the word says that something may be; the month of that name is written with a capital.
fn is_possibility(word: &Word) -> bool {
    let is_month = || word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Month(_)));
    word.is_function(Function::May) && !(word.capital && is_month())
}

/// Whether the word is a verb.
#[must_use]
pub fn is_verb(word: &Word) -> bool {
    word.summary.has_form(Form::Past) || word.summary.has_form(Form::Present)
}
