//! Years and what is longer or lies between a year and a month: decades, centuries, quarters, seasons.

/// Years that stand by themselves.
mod alone;
/// Years that tell things apart.
pub mod attribute;
/// Decades and centuries.
pub mod decade;
/// Quarters of a year.
pub mod quarter;
/// Seasons.
pub mod season;
/// Years in words.
pub mod spelled;
/// What stands behind a month or a day to tell its year.
pub mod tail;

use crate::extract::time::date;
use crate::extract::time::nth;
use crate::extract::time::said::When;
use crate::extract::time::view::View;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::calendar::Era;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::time::Part;

/// Words behind which four digits are a year; some that tell a time of a race end with "in".
const STRONG: [Function; 6] =
    [Function::In, Function::Since, Function::During, Function::Until, Function::AsOf, Function::Timed];

/// Words behind which they are a year unless something is counted.
const WEAK: [Function; 8] = [
    Function::Fiscal,
    Function::By,
    Function::From,
    Function::Before,
    Function::After,
    Function::Of,
    Function::Beginning,
    Function::End,
];

/// Reads a year or something longer, a quarter or a season at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    decade::read(view, idx)
        .or_else(|| of_era(view, idx))
        .or_else(|| quarter::read(view, idx))
        .or_else(|| season::read(view, idx))
        .or_else(|| told_year(view, idx))
        .or_else(|| bare_year(view, idx))
}

/// Reads `عام 2000`, `the year 2000`.
#[must_use]
pub fn told_year(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some((year, next)) = spelled::read(view, idx + 1).filter(|_| view.is_year_word(idx)) {
        return Some((When::Fixed(Part::Year(year)), next));
    }
    let single = view.is_year_word(idx) && view.scale(idx).is_none_or(|(_, form)| form != Form::Two);
    let at = idx + 1 + usize::from(view.era(idx + 1) == Some(Era::Common));
    let year = view.year(at).or_else(|| early_year(view, at)).filter(|_| single)?;
    Some((When::Fixed(Part::Year(year)), view.after_year(at)))
}

/// Reads a year that its era places: `586 BC`, `عام 332 ق.م`, `سنة 70م`. The year before the first is year 0.
fn of_era(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let led = view.is_year_word(idx);
    let at = idx + usize::from(led);
    let (year, length) = view.digits(at).filter(|(year, _)| *year > 0)?;
    let year = i16::try_from(year).ok()?;
    match view.era(at + 1)? {
        Era::BeforeCommon => Some((When::Fixed(Part::Year(1 - year)), at + 2)),
        // A single letter may be a unit as well, and two digits a year of the last century.
        Era::Common if length < 4 && (led && length == 3 || is_spelled_era(view, at + 1, led, length)) => {
            Some((When::Fixed(Part::Year(year)), at + 2))
        }
        Era::Common | Era::Hijri => None,
    }
}

/// Whether the mark of an era at `idx` is written as one behind digits that are no month: with capitals where there are
/// any, behind three digits where there are none: `70 AD`, `645 ميلادي`.
fn is_spelled_era(view: &View<'_>, idx: usize, led: bool, length: usize) -> bool {
    let is_long = view.get(idx).is_some_and(|word| word.normal.chars().nth(1).is_some());
    let has_capitals = view.language.grammar.capitals;
    is_long && if has_capitals { view.is_capital(idx) } else { led || length > 2 }
}

/// The year in three digits at `idx`, where it counts nothing.
fn early_year(view: &View<'_>, idx: usize) -> Option<i16> {
    let (year, _) = view.digits(idx).filter(|(_, length)| *length == 3)?;
    let alone = nth::stands_alone(view, view.after_year(idx)) && !view.is_any(idx + 1, &[Function::From]);
    i16::try_from(year).ok().filter(|_| alone)
}

/// Reads four digits as a year where a preposition before them lets nothing else be meant.
fn bare_year(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if idx > 0
        && view.is_any(idx - 1, &[Function::In, Function::Since])
        && let Some((year, next)) = spelled::read(view, idx)
    {
        return is_uncounted(view, next, true).then_some((When::Fixed(Part::Year(year)), next));
    }
    if let Some((year, next)) =
        spelled::paired(view, idx).filter(|_| !view.language.grammar.adjective_after_noun)
    {
        // By itself it may be a number as well, and a round one a price.
        let round = year % 10 == 0;
        let told = (1800..2100).contains(&year)
            && !round
            && is_uncounted(view, next, false)
            && !view.is_all(&(idx..next));
        return told.then_some((When::Fixed(Part::Year(year)), next));
    }
    let year = view.year(idx)?;
    let recent = (1900..=2100).contains(&year);
    let end = view.after_year(idx);
    let fiscal = idx > 0 && view.is(idx - 1, Function::Fiscal);
    if recent && (fiscal || attribute::tells_apart(view, idx, end, year)) {
        return Some((When::Fixed(Part::Year(year)), end));
    }
    let is_strong = idx > 0 && view.is_any(idx - 1, &STRONG);
    let is_weak = idx > 0 && recent && view.is_any(idx - 1, &WEAK) && !view.has_conjunction(idx - 1);
    let told = view.announced
        || end > idx + 1
        || is_strong
        || (idx > 0 && goes_back(view, idx - 1))
        || follows_year(view, idx)
        || (recent
            && (attribute::follows_place(view, idx, end)
                || attribute::is_described(view, idx, end)
                || alone::is_held(view, idx, end)
                || alone::says_again(view, idx, end)))
        || alone::heads_line(view, idx, end)
        || is_weak
        || (recent && (attribute::stands_before(view, idx) || is_term(view, idx, end)));
    // "In 2025 police": nobody counts so exactly behind a bare "in".
    let is_exact = recent && year % ROUND != 0 && idx > 0 && view.is(idx - 1, Function::In);
    (told && (is_exact || is_uncounted(view, end, is_weak && !is_strong)))
        .then_some((When::Fixed(Part::Year(year)), end))
}

/// Whether a verb that dates something stands at `idx`, or "to" behind one: it *dates back to* 1834.
fn goes_back(view: &View<'_>, idx: usize) -> bool {
    let dates = |at: usize| view.get(at).is_some_and(|word| word.has_concept(DATE_BACK));
    dates(idx) || (view.is(idx, Function::To) && idx.checked_sub(1).is_some_and(dates))
}

/// The concept of verbs that date something.
const DATE_BACK: &str = "date-back";

/// What a number may be rounded to where it counts something.
const ROUND: i16 = 10;

/// Whether the year at `idx` goes on a list of years: "in 1994, 1995 and 1997".
fn follows_year(view: &View<'_>, idx: usize) -> bool {
    let Some((end, When::Fixed(Part::Year(_)))) = view.last else { return false };
    let comma = view.skip_sign(end, &[","]);
    let joint = view.skip(comma, &[Function::And, Function::Or]);
    joint == idx && (joint > end || view.has_conjunction(idx))
}

/// Whether the year is told as the term of something: `bonds due 1993`, `for 1988, it earned`.
fn is_term(view: &View<'_>, idx: usize, end: usize) -> bool {
    let leads = [Function::For, Function::Expected, Function::Each];
    let stop = idx > 0 && view.is_any(idx - 1, &leads);
    let quoted = view.get(end).is_some_and(|word| word.kind == TokenKind::Sign && !word.is_sign("-"));
    let listed = view.is(end, Function::And) && view.year(end + 1).is_some();
    stop && (listed || nth::stands_alone(view, end) || (quoted && view.raw(end + 1).is_none()))
}

/// Whether the number before `idx` counts nothing there; an unknown word may be a counted noun.
#[must_use]
pub fn is_uncounted(view: &View<'_>, idx: usize, strict: bool) -> bool {
    let Some(word) = view.get(idx) else { return true };
    let is_noun = word.senses.iter().any(|sense| {
        matches!(sense.meaning, Meaning::Concept(_) | Meaning::Role(_))
            && matches!(sense.form, Form::Many | Form::Two)
    });
    let unknown = strict && word.kind == TokenKind::Word && word.senses.is_empty() && !word.capital;
    !(is_noun || unknown || date::counted(view, idx) || view.sign(idx, "%"))
}
