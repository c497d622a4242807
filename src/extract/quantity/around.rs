//! What stands around a unit or noun without a number and tells whether one of it is meant.

use crate::extract::quantity::Scene;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// The concept of what takes a length of time: lasted, spent, a deadline of.
const TAKE: &str = "take-time";

/// The concept of a sentence, behind which one unit is its term, where no article counts it: بالسجن *عاما*.
const SENTENCE: &str = "sentence";

/// Words that a subject may have between a verb and how long it takes.
const SUBJECT: usize = 2;

/// Whether a noun stands at `at` that a dual before it belongs to: the two ministries of health. Elsewhere its
/// ending is a pronoun, as of "my visit".
pub(super) fn owns_noun(scene: &Scene<'_>, at: usize) -> bool {
    scene.next_word(at).is_some_and(|word| {
        word.kind == TokenKind::Word
            && word.breaks == 0
            && word.clitics.preposition.is_none()
            && !word.summary.is_any(Classes::of(&[Class::Function, Class::Stop]))
    })
}

/// Whether a preposition that asks for a length of time stands before the word at `idx`.
pub(super) fn lasts(scene: &Scene<'_>, idx: usize) -> bool {
    let asks = |word: &Word| {
        [Function::For, Function::During, Function::Since, Function::Before, Function::After, Function::Hence]
            .into_iter()
            .any(|function| word.is_function(function))
            && word.find(|sense| matches!(sense.meaning, Meaning::Hedge(_)).then_some(())).is_none()
    };
    let is_in = |word: &Word| word.is_function(Function::In) && scene.language.grammar.capitals;
    let before = idx
        .checked_sub(1)
        .and_then(|before| scene.words.get(before))
        .filter(|_| scene.words[idx].breaks == 0);
    before.is_some_and(|word| asks(word) || is_in(word))
}

/// Whether the words behind a length of time say that it lies between two moments: ago, later.
pub(super) fn passes(scene: &Scene<'_>, end: usize) -> bool {
    let is_passing = |word: &Word| {
        [Function::Ago, Function::Hence, Function::After, Function::Before]
            .into_iter()
            .any(|function| word.is_function(function))
    };
    scene.next_word(end).is_some_and(is_passing)
}

/// Whether what stands at `at` makes the word before it a part of a date.
pub(super) fn names_dates(scene: &Scene<'_>, at: usize) -> bool {
    scene.next_word(at).is_some_and(|word| {
        word.kind == TokenKind::Digits
            || word.senses.iter().any(|sense| {
                matches!(
                    sense.meaning,
                    Meaning::Month(_)
                        | Meaning::HijriMonth(_)
                        | Meaning::Weekday(_)
                        | Meaning::RelativeDay(_)
                        | Meaning::Cardinal(_)
                ) || (matches!(sense.meaning, Meaning::Ordinal(_)) && word.clitics.article)
            })
    })
}

/// Whether a number or a currency stands before the word at `idx`, so that what follows is a rate: 80 yen a
/// dollar.
pub(super) fn follows_rate(scene: &Scene<'_>, idx: usize) -> bool {
    let counts = Classes::of(&[Class::Number, Class::Unit, Class::Currency]);
    let before = idx.checked_sub(1).and_then(|before| scene.words.get(before));
    before.is_some_and(|word| word.kind == TokenKind::Digits || word.summary.is_any(counts))
}

/// Whether what takes time stands before the unit at `at`, whose article is at `idx`: it lasted an hour, gave
/// them a week, استمر القصف ساعة; not before what the unit belongs to.
pub(super) fn takes(scene: &Scene<'_>, idx: usize, at: usize) -> bool {
    let follows = scene.language.grammar.adjective_after_noun;
    let next = scene.next_word(at + 1).filter(|next| next.breaks == 0 && next.kind == TokenKind::Word);
    let is_definite = |next: &Word| {
        next.clitics.article
            || next.senses.is_empty() && scene.language.without_article(&next.normal).is_some()
    };
    let is_owner = |next: &Word| {
        let is_thing = if follows { is_definite(next) } else { next.is_noun() || next.senses.is_empty() };
        is_thing && next.clitics.preposition.is_none()
    };
    if next.is_some_and(is_owner) || scene.words[at].clitics.preposition.is_some() {
        return false;
    }
    let near = scene.words.get(idx.saturating_sub(SUBJECT + 1)..idx).unwrap_or_default();
    let is_between = |word: &&Word| {
        word.kind == TokenKind::Word
            && word.breaks == 0
            && word.clitics.preposition.is_none()
            && if follows { word.clitics.article } else { word.is_article() }
    };
    let between = near.iter().rev().take_while(is_between).count();
    let verb = near.len().checked_sub(between + 1).and_then(|verb| near.get(verb));
    let is_free =
        |word: &&Word| word.kind == TokenKind::Word && word.breaks < 2 && !word.summary.is(Class::Number);
    let mut before = near.iter().rev().take_while(is_free);
    let sentenced = before.any(|word| word.has_concept(SENTENCE) && word.is_noun());
    let sentenced = follows && scene.words[at].tokens.len() == 1 && sentenced;
    (verb.is_some_and(|verb| verb.has_concept(TAKE)) || sentenced) && scene.words[idx].breaks < 2
}

/// Whether the unit at `at` is a rank of what follows: a second time.
pub(super) fn ranks(scene: &Scene<'_>, at: usize) -> bool {
    let is_rank = scene.words[at].senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(_)));
    let follows = scene.language.grammar.adjective_after_noun;
    let leads =
        |next: &Word| next.kind == TokenKind::Word && next.breaks == 0 && !next.summary.is(Class::Function);
    is_rank && !follows && scene.next_word(at + 1).is_some_and(leads)
}
