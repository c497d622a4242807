//! Parts of a day that is not told: noon and midnight, `in the morning`, `until late at night`.

use crate::extract::time::clock;
use crate::extract::time::part::{is_other_word, name};
use crate::extract::time::relative;
use crate::extract::time::said::{Said, When};
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// Words behind which a part of the day tells when.
const LEADING: [Function; 5] =
    [Function::In, Function::During, Function::By, Function::Until, Function::Since];

/// Reads noon or midnight of no told day.
#[must_use]
pub(super) fn exact(view: &View<'_>, idx: usize) -> Option<Said> {
    let daypart = view.daypart(idx).filter(|daypart| matches!(daypart, Daypart::Noon | Daypart::Midnight))?;
    let owned = view.get(idx).is_some_and(|word| word.clitics.pronoun);
    if owned || !view.is_definite(idx, &Meaning::Daypart(daypart)) {
        return None;
    }
    let leading =
        [Function::At, Function::Until, Function::By, Function::Before, Function::Since, Function::In];
    let other = is_other_word(view, idx, daypart);
    let leading = if other { &leading[..5] } else { &leading[..] };
    // "After noon prayers" is no hour.
    let describes = |word: &Word| word.kind == TokenKind::Word && (word.is_noun() || word.senses.is_empty());
    let alone = || !other && !view.get(idx + 1).is_some_and(describes);
    let near = || (view.is(idx - 1, Function::After) || view.is_of(Class::Hedge, idx - 1)) && alone();
    let led = idx > 0 && (view.is_any(idx - 1, leading) || near());
    (led || view.announced || view.is_all(&(idx..idx + 1))).then_some(())?;
    Some(Said { words: idx..idx + 1, when: When::AnyDay, clock: Some(clock::hours(daypart)) })
}

/// Reads a part of the day of no told day, behind a word that makes it a time: `in the morning`,
/// `until late at night`.
#[must_use]
pub(super) fn alone(view: &View<'_>, idx: usize) -> Option<Said> {
    let (named, next) = name(view, idx)?;
    let word = view.get(next - 1)?;
    let at = next - 1 - usize::from(named.edge.is_some() && view.daypart(next - 1).is_none());
    let daypart = view.get(at)?;
    let owned = word.clitics.pronoun || daypart.clitics.pronoun || (daypart.capital && !view.small);
    let definite = view.is_definite(at, &Meaning::Daypart(named.daypart));
    let leading = if is_other_word(view, at, named.daypart) { &LEADING[2..] } else { &LEADING };
    let leads = |at: usize| view.is_any(at, leading);
    let told_before = idx > 0 && view.is_any(idx - 1, &[Function::That, Function::Same]);
    let behind_article = || idx > 1 && view.is_stop(idx - 1) && !told_before && leads(idx - 2);
    let sticks = |word: &Word| word.clitics.preposition.is_some() && leading.len() == LEADING.len();
    let stuck = view.get(idx).is_some_and(sticks);
    let led = stuck || (idx > 0 && leads(idx - 1)) || behind_article();
    let follows = view.language.grammar.adjective_after_noun;
    // "بعد الظهر" and "في وقت متأخر" have their preposition in them.
    let phrase = |at: usize| view.get(at).is_some_and(|word| word.tokens.len() > 1);
    let hours = matches!(named.daypart, Daypart::Daytime | Daypart::Lunchtime);
    let led = led || (follows && !hours && (phrase(at) || phrase(idx))) || (idx + 1..at).any(leads);
    // "In the night club"; "في العصر الحديث" is an age.
    let compound = view.get(next).is_some_and(|word| {
        let described =
            word.clitics.article && word.clitics.preposition.is_none() && !view.has_conjunction(next);
        if follows { described } else { word.is_noun() || (word.touches() && word.is_sign("-")) }
    });
    // "The early hours of the war" are none of a day.
    let first_hours =
        named.daypart == Daypart::SmallHours && view.is(idx, Function::Early) && next == idx + 1;
    let of_other = first_hours && (follows || view.is_any(next, &[Function::Of, Function::From]));
    // "The day and night" are every day's, and "the night that" is told by its clause.
    let of_other = of_other || (follows && view.is(next, Function::Which));
    let of_other =
        of_other || (idx > 0 && view.has_conjunction(idx) && relative::is_day_or_today(view, idx - 1));
    let told = (led || view.announced || view.is_all(&(idx..next))) && !of_other;
    (told && definite && !owned && !compound && !is_rate(view, idx) && relative::day(view, at).is_none())
        .then(|| Said { words: idx..next, when: When::AnyDay, clock: Some(named.hours()) })
}

/// Whether a sum or a count stands before "in" at the word before: so much a night.
fn is_rate(view: &View<'_>, idx: usize) -> bool {
    let counts =
        |meaning: &Meaning| matches!(meaning, Meaning::Currency(_) | Meaning::Times(_)).then_some(());
    let outer = idx.checked_sub(2).filter(|_| view.is(idx - 1, Function::In));
    outer.is_some_and(|outer| view.meaning(outer, counts).is_some())
}
