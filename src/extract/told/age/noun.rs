//! The noun of the one who is so old: *the fisherman*, 54; *a nurse* of 34; *the driver*, who is 24; the youngest of
//! *the survivors*.

use crate::extract::entity::EntityKind;
use crate::extract::event;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::quantity::duration::aged::{COMES_TO, HAVING};
use crate::extract::sentence::Sentence;
use crate::extract::told::age::{closes, is_sign};
use crate::extract::told::{Teller, bound, since, thing};
use crate::extract::word::Word;
use crate::fact::SlotValue;
use crate::fact::slot::Slot;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::words::Name;
use std::ops::Range;

/// Most words between a noun and the sign behind it, in languages whose nouns lead their group.
const GROUP: usize = 4;

/// Most words between the youngest and the years.
const REACH: usize = 8;

/// Furthest that an article stands before its noun, in words.
const ARTICLE: usize = 3;

/// Nouns that say no more of somebody than that it is a person, or that it is the one; and what such a one is called.
const ANYBODY: [&str; 2] = ["person", "suspect-noun"];
const SEXES: [&str; 2] = ["man", "woman"];

/// What a word calls people: the concepts that it has of those of a list, with what is broader, or its role.
pub(super) fn called(teller: &Teller<'_, '_>, at: usize, concepts: &Concepts) -> Option<Name> {
    let word = teller.reading.words.get(at)?;
    let role = || word.find(|sense| sense.meaning.role().filter(|_| sense.form == Form::One).cloned());
    if teller.concept_of(at, concepts).is_none() {
        let role = role()?.to_string();
        let people = word.senses.iter().filter(|sense| sense.form == Form::One);
        let people = people.filter_map(|sense| sense.meaning.concept());
        let people = people.filter(|id| teller.reading.lexicon.is_of_people(hash::of(&***id)));
        let keys = people.map(ToString::to_string).chain([role.clone()]);
        return Some(Name { keys: keys.collect(), name: role });
    }
    let name = teller.concept_of(at, concepts).filter(|_| word.is_noun())?;
    let own = concepts.iter().filter(|concept| word.has_concept(concept));
    let mut keys: NameKeys = own.cloned().collect();
    keys.extend(teller.reading.lexicon.broader_of(name).map(str::to_owned));
    // A suspect of 34 may be told as a man of 43 elsewhere.
    keys.extend(SEXES.iter().filter(|_| ANYBODY.contains(&name)).map(|sex| (*sex).to_owned()));
    Some(Name { name: name.to_owned(), keys })
}

/// What a noun of one person names.
fn one(teller: &Teller<'_, '_>, kind: &Kind, at: usize) -> Option<Name> {
    teller.reading.words.get(at).filter(|word| word.summary.has_form(Form::One))?;
    called(teller, at, &kind.heads)
}

/// The person whom a group of words that ends at `end` names by a noun.
pub(super) fn ends_at(teller: &Teller<'_, '_>, kind: &Kind, sentence: &Sentence, end: usize) -> Option<Name> {
    if !teller.reading.language.grammar.adjective_after_noun {
        return one(teller, kind, end.checked_sub(1)?);
    }
    let is_of_group = |at: &usize| {
        teller.reading.words.get(*at).is_some_and(|word| {
            let is_plain = word.senses.is_empty() || word.concept().is_some();
            word.kind == TokenKind::Word && is_plain && word.clitics.preposition.is_none()
        })
    };
    let group = (end.saturating_sub(GROUP).max(sentence.words.start)..end).rev().take_while(is_of_group);
    group.filter_map(|at| one(teller, kind, at)).last()
}

/// What the years between two commas or in brackets are of: the fisherman, 54, said.
fn apposed(teller: &Teller<'_, '_>, kind: &Kind, sentence: &Sentence, words: &Range<usize>) -> Option<Name> {
    let opens = words.start.checked_sub(1)?;
    let closed = (is_sign(teller, opens, &[","]) && is_sign(teller, words.end, &[",", "."]))
        || (is_sign(teller, opens, &["("]) && is_sign(teller, words.end, &[")"]));
    if closed { ends_at(teller, kind, sentence, opens) } else { None }
}

/// Whose age a relative clause tells: the driver, who is 24.
fn relative(teller: &Teller<'_, '_>, kind: &Kind, sentence: &Sentence, words: &Range<usize>) -> Option<Name> {
    let which = words.start.checked_sub(2).filter(|at| teller.is_function(*at, Function::Which))?;
    let first = which.checked_sub(1).filter(|at| is_sign(teller, *at, &[","])).unwrap_or(which);
    let is_closed = closes(teller, words.end)
        || [Function::This, Function::And, Function::Aged]
            .iter()
            .any(|function| teller.is_function(words.end, *function));
    if is_closed { ends_at(teller, kind, sentence, first) } else { None }
}

/// Whose age stands behind what he is: a nurse of 34.
fn behind(teller: &Teller<'_, '_>, kind: &Kind, sentence: &Sentence, mention: &Mention) -> Option<Name> {
    let start = mention.words.start;
    let of = start.checked_sub(1).filter(|at| teller.is_function(*at, Function::Of))?;
    let near = of.saturating_sub(ARTICLE).max(sentence.words.start)..of;
    let is_one = near.clone().any(|at| teller.reading.words.get(at).is_some_and(Word::may_be_article));
    let counts = teller
        .reading
        .words
        .get(mention.words.end)
        .is_some_and(|word| word.breaks == 0 && word.kind == TokenKind::Word && word.is_noun());
    let is_bare = mention.dimension == Dimension::Number && mention.head_text.is_none();
    let is_grown = matches!(&mention.value, Value::Amount(amount)
        if amount.form.stated().iter().all(|years| **years >= super::GROWN));
    let is_other = of.checked_sub(1).is_some_and(|at| teller.concept_of(at, &kind.unless).is_some());
    let is_child = || of.checked_sub(1).is_some_and(|at| is_child(teller, at));
    let is_it = is_bare && is_one && (is_grown || is_child()) && !counts && !is_other;
    if is_it { ends_at(teller, kind, sentence, of) } else { None }
}

/// Concepts of children, who have none.
const CHILDREN: [&str; 5] = ["boy", "child", "girl", "infant", "teenager"];

/// Whether a word is a noun of a child.
fn is_child(teller: &Teller<'_, '_>, at: usize) -> bool {
    teller.reading.words.get(at).is_some_and(|word| CHILDREN.iter().any(|concept| word.has_concept(concept)))
}

/// Whose year of life a rank behind a noun of a child tells, with nothing behind it: طفلة *في السابعة*.
fn in_year(teller: &Teller<'_, '_>, kind: &Kind, mention: &Mention) -> Option<Name> {
    let start = mention.words.start;
    let follows = teller.reading.language.grammar.adjective_after_noun;
    let is_rank = mention.dimension == Dimension::Ordinal && follows;
    let lead = start.checked_sub(1).filter(|at| is_rank && teller.is_function(*at, Function::In))?;
    let noun = lead.checked_sub(1).filter(|noun| is_child(teller, *noun))?;
    let is_told = teller.reading.words.get(start).is_some_and(|word| word.clitics.article);
    let ends = closes(teller, mention.words.end) || teller.is_function(mention.words.end, Function::Aged);
    if is_told && ends { one(teller, kind, noun) } else { None }
}

/// The one whose age a verb of being tells as a plain number at the end: *the victim* was 77.
fn is_so_old(teller: &Teller<'_, '_>, kind: &Kind, sentence: &Sentence, mention: &Mention) -> Option<Name> {
    if teller.reading.language.grammar.adjective_after_noun
        || !super::copula::is_plain(teller, sentence, mention)
    {
        return None;
    }
    let is = mention.words.start.checked_sub(1).filter(|at| super::copula::is_grammar(teller, *at))?;
    let noun = is.checked_sub(1).filter(|at| sentence.words.contains(at))?;
    let first = noun.saturating_sub(ARTICLE).max(sentence.words.start);
    let is_led = (first..noun).any(|at| teller.reading.words.get(at).is_some_and(Word::is_article));
    // "The number of victims was 77": one is meant, of whom nothing else is told before.
    let is_first = (sentence.words.start..noun).all(|at| {
        teller
            .reading
            .words
            .get(at)
            .is_some_and(|word| word.kind == TokenKind::Word && !word.is_function(Function::Of))
    });
    let name = one(teller, kind, noun)?;
    (is_led && is_first).then_some(name)
}

/// Whose age stands beside a noun, as a plain number may do.
pub(super) fn told(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    mention: &Mention,
) -> Option<Vec<(Slot, SlotValue)>> {
    let words = &mention.words;
    let name = apposed(teller, kind, sentence, words)
        .or_else(|| relative(teller, kind, sentence, words))
        .or_else(|| behind(teller, kind, sentence, mention))
        .or_else(|| in_year(teller, kind, mention))
        .or_else(|| is_so_old(teller, kind, sentence, mention))?;
    Some(vec![(Slot::What, bound(vec![Value::Name(name)]))])
}

/// Whose age stands behind a word of coming to it or of having the years, right behind a person: جون سميث، *البالغ* 74
/// عاما, the striker ابن السبعة والعشرين عاما; or between two commas behind a noun: سائق الحافلة، *50 عاما*، نجا.
pub(super) fn reached(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    mention: &Mention,
) -> Option<Vec<(Slot, SlotValue)>> {
    let (start, end) = (mention.words.start, mention.words.end);
    let is_length = mention.dimension == Dimension::Duration || super::is_age(mention);
    if !is_length || !is_whole_years(mention) || !teller.reading.language.grammar.adjective_after_noun {
        return None;
    }
    if let Some(name) =
        apposed(teller, kind, sentence, &mention.words).filter(|_| !is_sign(teller, end, &["."]))
    {
        return Some(vec![(Slot::What, bound(vec![Value::Name(name)]))]);
    }
    let word = |at: usize| teller.reading.words.get(at);
    let at = start.checked_sub(1).filter(|at| sentence.words.contains(at))?;
    let verb = (at.saturating_sub(GROUP)..=at).rev().find(|at| word(*at).is_some_and(event::comes_to));
    let verb = verb.filter(|verb| super::is_age(mention) && sentence.words.contains(verb));
    if let Some(found) =
        verb.filter(|verb| *verb < at).and_then(|_| told_behind(teller, kind, sentence, start))
    {
        return Some(found);
    }
    let is_verb = verb == Some(at);
    let at = if is_verb && at > 0 && teller.is_function(at - 1, Function::Which) { at - 1 } else { at };
    // What a contract comes to is no age of whom it binds.
    let is_participle = |word: &Word| word.has_concept(COMES_TO) && word.clitics.article;
    let comes = is_verb || super::is_age(mention) && word(at).is_some_and(is_participle);
    let is_definite = (start..end).any(|at| word(at).is_some_and(|word| word.clitics.article));
    let has = word(at).is_some_and(|word| HAVING.iter().any(|concept| word.has_concept(concept)));
    if !(comes || has && is_definite) {
        return None;
    }
    let before = at.checked_sub(1).filter(|at| is_sign(teller, *at, &[","])).unwrap_or(at);
    if let Some(person) = super::ends_at(teller, before) {
        return Some(vec![(Slot::Who, person)]);
    }
    if let Some(name) = ends_at(teller, kind, sentence, before) {
        return Some(vec![(Slot::What, bound(vec![Value::Name(name)]))]);
    }
    let person = super::owner::unlisted(teller, sentence, &(at..end)).filter(|_| before < at && !is_verb)?;
    Some(vec![(Slot::Who, person)])
}

/// Who stands right before the years, behind a verb of coming to them: *يبلغ* الأب 42 عاما.
fn told_behind(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    end: usize,
) -> Option<Vec<(Slot, SlotValue)>> {
    if let Some(person) = super::ends_at(teller, end) {
        return Some(vec![(Slot::Who, person)]);
    }
    let name = ends_at(teller, kind, sentence, end)?;
    Some(vec![(Slot::What, bound(vec![Value::Name(name)]))])
}

/// Who died, where a noun before the death tells it: the firefighter who died in the blaze at 42.
pub(super) fn deceased(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    words: &Range<usize>,
) -> Option<Vec<(Slot, SlotValue)>> {
    let near = words.start.saturating_sub(super::DEATH).max(sentence.words.start)..words.start;
    let is_named = teller.reading.entities_in(near.clone()).any(|entity| entity.kind == EntityKind::Person);
    let name = near.rev().find_map(|at| one(teller, kind, at)).filter(|_| !is_named)?;
    Some(vec![(Slot::What, bound(vec![Value::Name(name)]))])
}

/// Whether a length of time is of whole years, as ages are told.
fn is_whole_years(mention: &Mention) -> bool {
    since::years_of(mention).is_some_and(|years| (1..=super::LONGEST).contains(&years))
}

/// Who is the youngest or the oldest: of the nearest people whom the words name, or of all.
pub(super) fn extreme(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    mention: &Mention,
) -> Option<Vec<(Slot, SlotValue)>> {
    let start = mention.words.start;
    let first = start.saturating_sub(REACH).max(sentence.words.start);
    let state = |at: usize| {
        let state = teller.state(at, kind)?;
        Some((at, state.state.as_str()))
    };
    let (at, state) = (first..start).rev().find_map(state)?;
    let word = teller.reading.words.get(at)?;
    let people = (at + 1..start).find_map(|at| called(teller, at, &kind.heads));
    // "The largest of the groups had 54": what is no word of age by itself needs people and years.
    let is_years = mention.dimension != Dimension::Number && (people.is_some() || word.clitics.pronoun);
    let is_told = word.has_concept(state) || is_years;
    let is_bare = mention.head.is_none() && teller.reading.mentions_in(at + 1..start).is_empty();
    let mut slots = vec![(Slot::Part, bound(vec![thing(state)]))];
    slots.extend(people.map(|people| (Slot::What, bound(vec![Value::Name(people)]))));
    Some(slots).filter(|_| is_told && is_bare)
}
