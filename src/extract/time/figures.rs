//! Dates in figures, alone or tied by signs to the name of a month: `2025-03-11`, `31/Oct/74`, `3-2015`,
//! `Oct/2`, `22/04`.

use crate::extract::time::clock;
use crate::extract::time::date;
use crate::extract::time::date::month;
use crate::extract::time::hijri;
use crate::extract::time::said::{Near, Said, When};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use crate::value::time::Part;
use jiff::civil::Date;

/// Years of a date in digits that cannot be of another calendar.
const GREGORIAN: std::ops::RangeInclusive<i16> = 1600..=2199;

/// Years that a month in digits may have.
const RECENT: std::ops::RangeInclusive<i16> = 1900..=2100;

/// A year that has every day.
const LEAP: i16 = 2000;

/// The year that years in two digits are seen from where the reference is not known.
const NO_REFERENCE: i16 = 2025;

/// Years ahead within which a year in two digits is still meant.
const AHEAD: i16 = 20;

/// Words behind which a day and a month in figures are no fraction.
const LEADS: [Function; 7] = [
    Function::On,
    Function::Since,
    Function::Until,
    Function::From,
    Function::Between,
    Function::Before,
    Function::After,
];

/// Reads a date at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if view.raw(idx).is_some() && view.joined_before(idx) {
        return None;
    }
    triple(view, idx)
        .or_else(|| with_name(view, idx))
        .or_else(|| yearless(view, idx))
        .or_else(|| month_of_year(view, idx))
        .or_else(|| tied_name(view, idx))
        .or_else(|| compact(view, idx))
}

/// Reads `2025-03-11`, `11/03/2025`, `11.03.2025` and the like; `1.2.2025` may be a version.
fn triple(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let sign =
        ["-", "/", "."].into_iter().find(|sign| view.sign(idx + 1, sign) && view.sign(idx + 3, sign))?;
    let loose = sign == "/" && view.raw(idx + 4).is_some_and(|raw| raw.len() == 4);
    let tied =
        |offset: usize| view.touches(idx + offset) || loose || (sign == "/" && offset.is_multiple_of(2));
    if !(1..=4).all(tied) || view.joined_after(idx + 4) {
        return None;
    }
    let pieces = [view.raw(idx)?, view.raw(idx + 2)?, view.raw(idx + 4)?];
    let dotted = sign == "." && (pieces[0].len() < 2 || pieces[1].len() < 2);
    if dotted && !view.is_announced(idx) {
        return None;
    }
    let value = |piece: usize| pieces[piece].parse::<i16>().ok();
    let (first, second, third) = (value(0)?, value(1)?, value(2)?);
    let told =
        view.is_announced(idx) || first.max(second) > 12 || pieces.iter().any(|piece| piece.starts_with('0'));
    let day = match (pieces[0].len(), pieces[2].len()) {
        (4, 1..=2) => civil(first, second, third),
        (1..=2, 4) => by_order(view, third, first, second),
        (1..=2, 2) if hijri::is_marked(view, idx + 5) => None,
        (1..=2, 2) if sign == "/" || (sign == "-" && told) => {
            by_order(view, full_year(view, third), first, second)
        }
        _ => None,
    }?;
    Some((When::Fixed(Part::Day(day)), idx + 5))
}

/// The year that two digits stand for: of this century, unless that lies far ahead.
#[must_use]
pub fn full_year(view: &View<'_>, short: i16) -> i16 {
    let now = view.today.map_or(NO_REFERENCE, Date::year);
    let year = now / 100 * 100 + short;
    if year > now + AHEAD { year - 100 } else { year }
}

/// A day and a month in figures, tied by `/` or `-`: the date in a year that has every day, whether it can
/// be nothing else, and the index behind.
fn pair(view: &View<'_>, idx: usize) -> Option<(Date, bool, usize)> {
    let sign = ["/", "-"].into_iter().find(|sign| view.sign(idx + 1, sign))?;
    let tied = view.touches(idx + 1) && view.touches(idx + 2);
    let (first, second) = (view.raw(idx)?, view.raw(idx + 2)?);
    if !tied || first.len() > 2 || second.len() > 2 {
        return None;
    }
    let padded = first.starts_with('0') || second.starts_with('0');
    let (first, second) = (first.parse::<i16>().ok()?, second.parse::<i16>().ok()?);
    let improper = sign == "/" && first > second;
    let told = padded || improper || first > 12 || second > 12;
    Some((by_order(view, LEAP, first, second)?, told, idx + 3))
}

/// Reads `4/22` and `22/04`, where a preposition lets only a day be meant and it is no fraction, and
/// `08/12, 2015`.
fn yearless(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (day, told, end) = pair(view, idx)?;
    let comma = view.skip_sign(end, &[","]);
    if let Some(year) = view.raw(comma).filter(|raw| comma > end && raw.len() == 4) {
        let year = year.parse::<i16>().ok().filter(|year| RECENT.contains(year))?;
        return Some((When::Fixed(Part::Day(civil(year, day.month().into(), day.day().into())?)), comma + 1));
    }
    let slash = view.sign(idx + 1, "/");
    let padded =
        slash && (idx..end).step_by(2).any(|at| view.raw(at).is_some_and(|raw| raw.starts_with('0')));
    let listed = view.last.is_some_and(|(before, when)| {
        let joint = view.skip(view.skip_sign(before, &[","]), &[Function::And, Function::Or]);
        when.is_day() && joint == idx && joint > before
    });
    let led =
        view.announced || (idx > 0 && view.is_any(idx - 1, &LEADS)) || view.is_all(&(idx..end)) || listed;
    let told = told || (slash && idx > 0 && view.is(idx - 1, Function::On));
    // "4/25 at 4:00 pm" is no fraction.
    let timed = slash && told && clock::follows(view, end);
    let free = !view.joined_after(end - 1) && !goes_on(view, end) && !date::counted(view, end);
    ((led && told || padded || timed) && free).then_some((When::Day(day.month(), day.day(), Near::Free), end))
}

/// Whether a slash and a further figure stand at `idx` or behind the other end of a stretch, as the year of
/// another calendar does.
fn goes_on(view: &View<'_>, idx: usize) -> bool {
    let longer = |at| view.sign(at, "/") && view.raw(at + 1).is_some();
    let other_end = || pair(view, idx + 1).is_some_and(|(_, _, end)| longer(end));
    longer(idx) || (view.is_any(idx, &[Function::To, Function::Until]) && other_end())
}

/// Reads `11/2016`, `3-2015`, `2015-12`: a month with its year. `2011-12` may be two years.
fn month_of_year(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let slash = view.sign(idx + 1, "/");
    let tied = slash || (view.sign(idx + 1, "-") && view.touches(idx + 1) && view.touches(idx + 2));
    let (first, second) = (view.raw(idx)?, view.raw(idx + 2)?);
    let longer = (idx > 0 && view.sign(idx - 1, "/")) || view.sign(idx + 3, "/");
    if !tied || longer || view.joined_after(idx + 2) {
        return None;
    }
    let (month, year) = match (first.len(), second.len()) {
        (1..=2, 4) => (first, second),
        (4, 2) => (second, first),
        (4, 1) if view.is_announced(idx) => (second, first),
        _ => return None,
    };
    let (month, number) = (month.parse::<i8>().ok()?, year.parse::<i16>().ok()?);
    let in_a_row = second.len() == 2 && i16::from(month) == (number + 1) % 100;
    let fits = (1..=12).contains(&month) && RECENT.contains(&number) && !in_a_row;
    fits.then_some((When::Fixed(Part::Month(number, month)), idx + 3))
}

/// Days within which a date lies near the reference day, and beyond which it lies far from it.
const NEAR_AND_FAR: (i32, i32) = (45, 90);

/// The date of two numbers in the language's order, or in the other where that gives none. Of two dates in
/// one year the other order's wins where it alone lies near the reference day, since papers of one language
/// write both.
fn by_order(view: &View<'_>, year: i16, first: i16, second: i16) -> Option<Date> {
    let (month, day) = if view.language.grammar.month_first { (first, second) } else { (second, first) };
    let (own, other) = (civil(year, month, day), civil(year, day, month));
    let apart = |date: Date| view.today?.until(date).ok().map(|span| span.get_days().abs());
    let (near, far) = NEAR_AND_FAR;
    let nearer = own.and_then(apart).is_some_and(|days| days > far)
        && other.and_then(apart).is_some_and(|days| days <= near);
    if nearer { other } else { own.or(other) }
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|_| GREGORIAN.contains(&year))
}

/// Reads `31-Oct-1974`, `31/Oct/74`, `Oct-2-2020`, `2020-Sep-23`.
fn with_name(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let sign = ["-", "/"].into_iter().find(|sign| view.sign(idx + 1, sign) && view.sign(idx + 3, sign))?;
    if !(1..=4).all(|offset| view.touches(idx + offset)) || sign.is_empty() {
        return None;
    }
    let places = [idx, idx + 2, idx + 4];
    let (at, month) = places.into_iter().find_map(|at| Some((at, month::name(view, at)?)))?;
    let mut others = places.into_iter().filter(|place| *place != at);
    let (first, second) = (view.raw(others.next()?)?, view.raw(others.next()?)?);
    let (left, right) = (first.parse::<i16>().ok()?, second.parse::<i16>().ok()?);
    let (day, year) = match (first.len(), second.len()) {
        (1..=2, 4) => (left, right),
        (4, 1..=2) => (right, left),
        (1..=2, 1..=2) => (left, full_year(view, right)),
        _ => return None,
    };
    Some((When::Fixed(Part::Day(civil(year, month.into(), day)?)), idx + 5))
}

/// Reads `Oct-2`, `2/Oct`, `Dec/2018`, `Dec-99`.
fn tied_name(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let signed = ["-", "/"].iter().any(|sign| view.sign(idx + 1, sign));
    if !signed || !view.touches(idx + 1) || !view.touches(idx + 2) {
        return None;
    }
    let end = idx + 3;
    if let Some(month) = month::name(view, idx + 2).filter(|_| view.is_proper(idx + 2)) {
        let day = view.raw(idx).filter(|raw| raw.len() <= 2)?.parse::<i8>().ok()?;
        return date::with_day(view, month, day, end);
    }
    let month = month::name(view, idx).filter(|_| view.is_proper(idx))?;
    let raw = view.raw(idx + 2).filter(|_| !view.joined_after(idx + 2))?;
    let number = raw.parse::<i16>().ok()?;
    match raw.len() {
        4 if RECENT.contains(&number) => Some((When::Fixed(Part::Month(number, month)), end)),
        2 if number > 31 => Some((When::Fixed(Part::Month(full_year(view, number), month)), end)),
        1..=2 => date::with_day(view, month, i8::try_from(number).ok()?, end),
        _ => None,
    }
}

/// Reads `20161016`: a whole date without signs.
fn compact(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let raw = view.raw(idx).filter(|raw| raw.len() == 8 && !view.joined_after(idx))?;
    let number = |from: usize, to: usize| raw.get(from..to)?.parse::<i16>().ok();
    let year = number(0, 4).filter(|year| RECENT.contains(year))?;
    let day = civil(year, number(4, 6)?, number(6, 8)?).filter(|_| !date::counted(view, idx + 1))?;
    Some((When::Fixed(Part::Day(day)), idx + 1))
}

/// Reads both ends of a stretch in figures at `idx`: `10/1-11/7`, `10/1/2018-10/7/2018`, `10/1 to 11/7`.
/// One year may serve both.
#[must_use]
pub fn stretch(
    view: &View<'_>,
    idx: usize,
    after_joint: impl Fn(usize) -> Option<usize>,
    led: bool,
) -> Option<(Said, Said)> {
    if view.joined_before(idx) {
        return None;
    }
    let (first, sure, next) = slashed(view, idx)?;
    let start = after_joint(next)?;
    let (last, also, end) = slashed(view, start)?;
    let (first, last) = match (first, last) {
        (When::Day(month, day, _), When::Fixed(Part::Day(date))) => {
            let year = date.year() - i16::from((month, day) > (date.month(), date.day()));
            (When::Fixed(Part::Day(civil(year, month.into(), day.into())?)), last)
        }
        ends => ends,
    };
    let dated = matches!(last, When::Fixed(_));
    let told = dated || (led && sure && also);
    let said = |words, when| Said { words, when, clock: None };
    (told && !view.joined_after(end - 1) && !goes_on(view, end))
        .then(|| (said(idx..next, first), said(start..end, last)))
}

/// A date in figures with slashes, of which another may follow behind a hyphen.
fn slashed(view: &View<'_>, idx: usize) -> Option<(When, bool, usize)> {
    let (day, told, end) = pair(view, idx).filter(|_| view.sign(idx + 1, "/"))?;
    let sign = ["/", ","].into_iter().find(|sign| view.sign(end, sign));
    let year = sign.and_then(|_| view.raw(end + 1)).filter(|raw| raw.len() == 4);
    if let Some(year) = year.and_then(|raw| raw.parse::<i16>().ok()).filter(|year| RECENT.contains(year)) {
        let date = civil(year, day.month().into(), day.day().into())?;
        return Some((When::Fixed(Part::Day(date)), true, end + 2));
    }
    Some((When::Day(day.month(), day.day(), Near::Free), told, end))
}
