//! Years that the words before them give to a person: the player *who comes to* 27 years, a girl *of the seven* years,
//! the father *comes to* 42 years, Adam *F.* 30 years.
//!
//! Only languages that describe a noun behind it say so; what a contract or a term comes to is no age.

use crate::extract::mention::Mention;
use crate::extract::quantity::Scene;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Form as Shape, Sense};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::duration::Period;
use crate::value::number::Number;

/// The concept of a participle that says how much something comes to: البالغ.
pub const COMES_TO: &str = "amounting-to";

/// The concept of a verb that says so: يبلغ.
const REACHES: &str = "reach-amount";

/// The concepts of words that say of whom the years behind them are: ابن السبعين.
pub const HAVING: [&str; 3] = ["daughter", "owner", "son"];

/// Concepts of what may come to some years itself.
const LASTING: [&str; 5] = ["contract", "deadline", "duration-noun", "sentence", "term"];

/// Most words of the group that names somebody.
const GROUP: usize = 5;

/// Years of whoever is no child; so long no contract of theirs goes on.
const GROWN: Number = Number::whole(13);

/// Most years of a life.
const LONGEST: Number = Number::whole(120);

/// Whether a length is of whole years that the words before it give to a person.
pub(super) fn is_of_person(scene: &Scene<'_>, mention: &Mention) -> bool {
    if !scene.language.grammar.adjective_after_noun {
        return false;
    }
    let Some(years) = years(mention) else { return false };
    let Some(at) = mention.words.start.checked_sub(1) else { return false };
    let word = &scene.words[at];
    let has = |concepts: &[&str]| concepts.iter().any(|concept| word.has_concept(concept));
    if has(&HAVING) {
        return word.summary.has_form(Shape::One) && is_definite(scene, mention);
    }
    let comes_to = word.has_concept(COMES_TO) && word.clitics.article;
    comes_to && names_person(scene, at, years)
        || reaches(scene, at, years)
        || years >= GROWN && is_initialed(scene, mention)
}

/// Whether a verb in the present says that a person comes to some years: right before them, behind the person (شاب *يبلغ*
/// 22 عاما), or before the person (*يبلغ* الأب 42 عاما).
fn reaches(scene: &Scene<'_>, at: usize, years: Number) -> bool {
    if tells_reach(&scene.words[at]) {
        let which = at.checked_sub(1).filter(|which| scene.words[*which].is_function(Function::Which));
        let is_free = scene.words[at].clitics.conjunction.is_none();
        return is_free && names_person(scene, which.unwrap_or(at), years);
    }
    let first = (at.saturating_sub(GROUP - 1)..=at).rev().find(|idx| tells_reach(&scene.words[*idx]));
    let Some(person) = first.map(|verb| verb + 1).filter(|person| *person <= at) else { return false };
    let is_group = |idx: usize| scene.words[idx].kind == TokenKind::Word && scene.words[idx].breaks == 0;
    (person..=at).all(is_group) && names_person(scene, person + 1, GROWN)
}

/// Whether a word says in the present that something comes to some amount.
fn tells_reach(word: &Word) -> bool {
    let is_it = |sense: &Sense| {
        sense.form == Shape::Present && sense.meaning.concept().is_some_and(|id| &**id == REACHES)
    };
    !word.is_noun() && word.senses.iter().any(is_it)
}

/// Whether years stand behind a name that its first letter ends: أحمد *ع.* 45 عاما.
fn is_initialed(scene: &Scene<'_>, mention: &Mention) -> bool {
    let word = |back: usize| mention.words.start.checked_sub(back).and_then(|at| scene.words.get(at));
    let is_dot = word(1).is_some_and(|dot| (dot.is_sign(".") || dot.is_sign(",")) && dot.touches());
    let is_letter = word(2).is_some_and(|letter| letter.letters.is_single && letter.kind == TokenKind::Word);
    let at = if word(3).is_some_and(|dot| dot.is_sign(".")) { 4 } else { 3 };
    let is_name = word(at).is_some_and(|name| {
        name.kind == TokenKind::Word
            && (name.senses.is_empty() || name.summary.is(Class::Person) || name.given)
    });
    is_dot && is_letter && is_name
}

/// The whole years of a length that is of nothing else.
fn years(mention: &Mention) -> Option<Number> {
    let Value::Duration(duration) = &mention.value else { return None };
    let stated = duration.form.stated();
    let [period] = &*stated else { return None };
    let years = period.months.over(Number::whole(12))?;
    let is_whole = Period::months(12).times(years).as_ref() == Some(period) && years.to_whole().is_some();
    (is_whole && years >= Number::ONE && years <= LONGEST).then_some(years)
}

/// Whether an article stands in a length: السبعة أعوام.
fn is_definite(scene: &Scene<'_>, mention: &Mention) -> bool {
    let words = scene.words.get(mention.words.clone()).unwrap_or_default();
    words.iter().any(|word| word.clitics.article)
}

/// Whether the group of words that ends at `end`, perhaps before a comma, names a person.
fn names_person(scene: &Scene<'_>, end: usize, years: Number) -> bool {
    let comma = end.checked_sub(1).filter(|at| scene.words[*at].is_sign(","));
    let end = comma.unwrap_or(end);
    let heads = scene.lexicon.told(Telling::Age).next().map(|kind| &kind.heads);
    let is_group = |word: &&Word| word.kind == TokenKind::Word && word.breaks == 0;
    let words = scene.words.get(end.saturating_sub(GROUP)..end).unwrap_or_default();
    let group: Vec<&Word> = words.iter().rev().take_while(is_group).collect();
    let is_person = |word: &Word| {
        word.summary.is_any(Classes::of(&[Class::Person, Class::Role]))
            || heads.is_some_and(|heads| word.has_any(heads))
    };
    let lasts = |word: &&Word| LASTING.iter().any(|concept| word.has_concept(concept));
    if years < GROWN && group.iter().any(lasts) {
        return false;
    }
    let is_name =
        |word: &Word| word.senses.is_empty() && !word.clitics.article && word.clitics.preposition.is_none();
    if group.first().is_some_and(|word| is_name(word)) {
        return true;
    }
    // The group may end with what somebody leads: قائد *القوات*.
    let is_thing = |word: &&&Word| word.is_noun() && !is_person(word);
    let described = group.iter().position(|word| is_person(word) || word.is_noun());
    let at = described.map(|at| at + usize::from(group.get(at).filter(is_thing).is_some()));
    at.and_then(|at| group.get(at)).is_some_and(|word| is_person(word))
}
