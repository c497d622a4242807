//! What the digits or words of a clock say before its part of the day.

use crate::extract::time::clock::{daypart_behind, half_behind};
use crate::extract::time::count;
use crate::extract::time::lettered;
use crate::extract::time::view::View;
use crate::extract::time::zone;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::number::Number;

/// What the digits or words of a clock say before its part of the day.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// The hour.
    pub hour: i32,
    /// The minute, if it is told.
    pub minute: Option<i32>,
    /// The second, if it is told.
    pub second: Option<i32>,
    /// The index behind it.
    pub next: usize,
    /// Whether it can be nothing but a time of day.
    pub certain: bool,
}

/// Reads a clock at `idx`, behind a word for "o'clock" if `oclock`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize, oclock: bool) -> Option<Face> {
    digital(view, idx)
        .or_else(|| turned(view, idx))
        .or_else(|| lettered::read(view, idx))
        .or_else(|| military(view, idx))
        .or_else(|| spoken(view, idx, oclock))
}

/// Whether the word says "o'clock"; one that is a unit as well may count hours.
#[must_use]
pub fn is_oclock(view: &View<'_>, idx: usize) -> bool {
    view.is(idx, Function::Oclock) && view.only(idx, |meaning| !matches!(meaning, Meaning::Unit(_)))
}

/// Whether the word behind an hour says "o'clock", in a language that puts it there.
#[must_use]
pub fn is_oclock_behind(view: &View<'_>, idx: usize) -> bool {
    is_oclock(view, idx) && !view.language.grammar.adjective_after_noun
}

/// Reads `14:30`, `9:47:20`, `16h00`; `8.10` where a part of the day follows.
#[must_use]
pub fn digital(view: &View<'_>, idx: usize) -> Option<Face> {
    let two = |at: usize| {
        let raw = view.raw(at).filter(|raw| raw.len() == 2 && view.touches(at))?;
        raw.parse::<i32>().ok().filter(|number| *number < 60)
    };
    let hour = view.raw(idx).filter(|raw| raw.len() <= 2)?.parse::<i32>().ok().filter(|hour| *hour <= 24)?;
    let dotted = (idx > 0 && is_oclock(view, idx - 1))
        || (hour <= 12 && two(idx + 2).is_some() && daypart_behind(view, idx + 3).0.is_some())
        || (two(idx + 2).is_some() && zone::word(view, idx + 3).is_some());
    let stop = [".", ","].iter().any(|sign| view.sign(idx + 1, sign)) && dotted;
    // The letter is put between hours and minutes in French and the languages beside it.
    let letter = view.get(idx + 1).is_some_and(|word| word.normal == "h") && view.touches(idx + 2);
    if (view.joined_before(idx) && !view.announced)
        || !(view.sign(idx + 1, ":") || stop || letter)
        || !view.touches(idx + 1)
    {
        return None;
    }
    let minute = two(idx + 2)?;
    let second = if view.sign(idx + 3, ":") && view.touches(idx + 3) { Some(two(idx + 4)?) } else { None };
    let next = idx + if second.is_some() { 5 } else { 3 };
    let in_brackets = idx > 0 && view.sign(idx - 1, "(") && view.sign(next, ")");
    let tied = ["-", "/", ":"].iter().any(|sign| view.sign(next, sign))
        && view.touches(next)
        && view.raw(next + 1).is_none();
    let wide = (view.raw(idx).is_some_and(|raw| raw.len() == 2 && (raw.starts_with('0') || hour > 12))
        && !in_brackets)
        || second.is_some()
        || letter
        || view.is_all(&(idx..next));
    (!tied).then_some(Face { hour, minute: Some(minute), second, next, certain: wide })
}

/// Reads `30ر14`: minutes and hours with a letter between them, as they are written from right to left, behind a
/// word for "o'clock" or before a zone.
fn turned(view: &View<'_>, idx: usize) -> Option<Face> {
    let is_mark = |word: &Word| {
        word.senses.is_empty()
            && !word.normal.is_ascii()
            && word.normal.chars().count() == 1
            && word.touches()
    };
    view.get(idx + 1).filter(|mark| is_mark(mark) && view.touches(idx + 2))?;
    let two = |at: usize| view.raw(at).filter(|raw| raw.len() <= 2)?.parse::<i32>().ok();
    let (minute, hour) = (two(idx)?, two(idx + 2)?);
    let next = idx + 3;
    let told = (idx > 0 && is_oclock(view, idx - 1)) || zone::word(view, next).is_some();
    (told && minute < 60 && hour <= 24).then_some(Face {
        hour,
        minute: Some(minute),
        second: None,
        next,
        certain: true,
    })
}

/// Reads four digits before a zone or three and four before a half of the day: `0547 GMT`, `340 pm`.
#[must_use]
pub fn military(view: &View<'_>, idx: usize) -> Option<Face> {
    let (number, length) = view.digits(idx)?;
    let (hour, minute) = (number / 100, number % 100);
    let zoned = length == 4 && hour <= 24 && zone::word(view, idx + 1).is_some();
    let half = || daypart_behind(view, idx + 1).0.is_some_and(is_half);
    let told = length == 4 && hour <= 24 && idx > 0 && is_oclock(view, idx - 1);
    let halved = length >= 3 && (1..=12).contains(&hour) && half();
    let counted = length == 4 && hour < 24 && counts_from_midnight(view, idx);
    let is_clock = minute < 60 && (zoned || halved || told || counted);
    let next = idx + 1 + usize::from(counted);
    is_clock.then_some(Face { hour, minute: Some(minute), second: None, next, certain: true })
}

/// Whether the four digits at `idx` are hours and minutes as soldiers tell them: `0900 hours`, `at 1530 hours`.
fn counts_from_midnight(view: &View<'_>, idx: usize) -> bool {
    let is_hours = |meaning: &Meaning| matches!(meaning, Meaning::Unit(code) if &**code == "h").then_some(());
    let padded = view.raw(idx).is_some_and(|raw| raw.starts_with('0'));
    let led = idx > 0 && view.is(idx - 1, Function::At);
    (padded || led) && view.meaning_of(Class::Unit, idx + 1, is_hours).is_some()
}

/// Reads an hour in words or plain digits with its minutes; only something beside it makes it a clock.
fn spoken(view: &View<'_>, idx: usize, oclock: bool) -> Option<Face> {
    if let Some(face) = around_hour(view, idx) {
        return Some(face);
    }
    let tied = view.touches(idx) && ["-", "/", ":"].iter().any(|sign| view.sign(idx - 1, sign));
    if tied && !view.announced {
        return None;
    }
    let rank = count::rank(view, idx).filter(|_| view.language.grammar.adjective_after_noun);
    let (hour, next) = rank.or_else(|| hour_number(view, idx))?;
    let (minute, after) = minutes(view, next);
    let shared = after == next + 1 && minute.is_some();
    let (minute, after) =
        if minute.is_some() { (minute, after) } else { counted_minutes(view, next, oclock) };
    let less = view.is(after, Function::Less);
    let (hour, minute, behind) = lacking(view, hour, minute, after);
    let article = view.get(idx).is_some_and(|word| word.clitics.article);
    if rank.is_some() && minute.is_none() && !(oclock || article) {
        // "The first night" is no hour.
        return None;
    }
    if !oclock && !view.announced && is_of_noun(view, idx, hour, rank.is_some()) {
        return None;
    }
    let limit = if oclock || view.raw(idx).is_some() { 24 } else { 12 };
    let split = rank.is_some() && (shared || (less && behind > after));
    let told = oclock
        || split
        || (less && behind > after)
        || is_oclock_behind(view, behind)
        || half_behind(view, behind, minute.is_some()).0.is_some()
        || zone::word(view, behind).is_some();
    let certain = split && names_hour(view, idx, behind);
    ((1..=limit).contains(&hour) && told).then_some(Face {
        hour,
        minute,
        second: None,
        next: behind,
        certain,
    })
}

/// Whether a rank belongs to the noun with an article before it, or a one in words counts what stands there, in a
/// language that puts both behind: `المباراة الثالثة مساء`, `دور واحد مساء`.
fn is_of_noun(view: &View<'_>, idx: usize, hour: i32, ranks: bool) -> bool {
    let Some(before) = idx.checked_sub(1).and_then(|before| view.get(before)) else { return false };
    let is_word = before.kind == TokenKind::Word && view.get(idx).is_some_and(|word| word.breaks == 0);
    let is_one = hour == 1 && !ranks && view.raw(idx).is_none() && before.is_noun();
    let works = Classes::of(&[Class::Calendar, Class::Daypart, Class::Function, Class::Stop]);
    let is_ranked = ranks && before.clitics.article && !before.summary.is_any(works);
    view.language.grammar.adjective_after_noun && is_word && (is_one || is_ranked)
}

/// Whether a rank with a share of an hour is no rank of something: `الثامنة والنصف`, but not
/// `الجولة الثالثة والربع الأول`.
fn names_hour(view: &View<'_>, idx: usize, next: usize) -> bool {
    let has_article = |at: usize| view.get(at).is_some_and(|word| word.clitics.article);
    let ranked = |at: usize| view.get(at).is_some_and(|word| word.clitics.article || word.is_noun());
    has_article(idx) && !(idx > 0 && ranked(idx - 1)) && (!has_article(next) || view.daypart(next).is_some())
}

/// Reads `half past three`, `quarter to five`, `20 minutes past 8`.
fn around_hour(view: &View<'_>, idx: usize) -> Option<Face> {
    if view.language.grammar.adjective_after_noun {
        return around_named(view, idx);
    }
    let article = idx + usize::from(view.is(idx, Function::Per) && share_at(view, idx).is_none());
    let (minutes, next) = share_at(view, article).map(|minutes| (minutes, article + 1)).or_else(|| {
        let (minutes, next) = count::cardinal(view, idx).filter(|(minutes, _)| (1..60).contains(minutes))?;
        Some((minutes, next + usize::from(is_minute(view, next))))
    })?;
    let is_past = view.is(next, Function::Last) || view.is(next, Function::After);
    let is_before = view.is_any(next, &[Function::To, Function::Before]) && !view.sign(next, "-");
    let half = minutes == 30;
    let noon = view.daypart(next + 1).filter(|part| matches!(part, Daypart::Noon | Daypart::Midnight));
    let (hour, after) = match noon {
        Some(daypart) => (if daypart == Daypart::Noon { 12 } else { 24 }, next + 2),
        None => hour_number(view, next + 1).filter(|(hour, _)| (1..=12).contains(hour))?,
    };
    let led = idx > 0 && view.is(idx - 1, Function::In);
    let counted = share_at(view, article).is_some() || is_minute(view, next - 1);
    let stretch = idx > 0 && view.is_any(idx - 1, &[Function::From, Function::Between]);
    let sharp = minutes % 5 == 0 && (led || (noon.is_some() && !stretch));
    if is_before && !counted && !sharp {
        // "3 to 5 pm" is a stretch.
        return None;
    }
    let told = led
        || noon.is_some()
        || share_at(view, article).is_some()
        || is_minute(view, next - 1)
        || is_oclock_behind(view, after)
        || daypart_behind(view, after).0.is_some();
    let (hour, minute) = match (is_past, is_before && !half) {
        (true, _) => (hour % 24, minutes),
        (false, true) => (hour - 1, 60 - minutes),
        (false, false) => return None,
    };
    (told && noon.is_none_or(|_| hour < 24)).then_some(Face {
        hour: if hour == 0 && noon.is_none() { 12 } else { hour },
        minute: Some(minute),
        second: None,
        next: after,
        certain: true,
    })
}

/// Reads `ثلاث دقائق قبل الثامنة`, minutes on this or the other side of an hour named by its rank.
fn around_named(view: &View<'_>, idx: usize) -> Option<Face> {
    let (minutes, next) = count::cardinal(view, idx).filter(|(minutes, _)| (1..60).contains(minutes))?;
    let side = next + 1;
    let (is_past, is_before) =
        (view.is(side, Function::After), view.is_any(side, &[Function::Before, Function::Until]));
    let (hour, after) = count::ordinal(view, side + 1).filter(|(hour, _)| (1..=12).contains(hour))?;
    let definite = view.get(side + 1).is_some_and(|word| word.clitics.article);
    if !is_minute(view, next) || !(is_past || is_before) || !definite {
        return None;
    }
    let (share, after) = match self::minutes(view, after) {
        (Some(share), behind) => (share, behind),
        (None, _) => (0, after),
    };
    let total = hour * 60 + share + if is_past { minutes } else { -minutes };
    let total = if total < 60 { total + 720 } else { total };
    Some(Face { hour: total / 60, minute: Some(total % 60), second: None, next: after, certain: true })
}

/// The minutes of a share of an hour: a half, a quarter.
fn share_at(view: &View<'_>, idx: usize) -> Option<i32> {
    let share = count::fraction(view, idx)?.times(Number::whole(60))?.to_whole()?;
    i32::try_from(share).ok()
}

fn is_minute(view: &View<'_>, idx: usize) -> bool {
    view.get(idx).is_some_and(|word| word.find(|sense| is_unit(&sense.meaning, "min")).is_some())
}

/// Whether the part of the day is a half of it, which alone tells hours in digits from a count.
const fn is_half(daypart: Daypart) -> bool {
    matches!(daypart, Daypart::Morning | Daypart::Afternoon | Daypart::Evening)
}

fn hour_number(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    // The second hour of "1-3 pm" is tied to the first one.
    let tied = || {
        let raw = view.raw(idx).filter(|_| view.announced && !view.joined_after(idx))?;
        Some((raw.parse().ok()?, idx + 1))
    };
    let (hour, next) = count::cardinal(view, idx).or_else(tied)?;
    (view.raw(idx).is_none_or(|raw| raw.len() <= 2)).then_some((hour, next))
}

/// The minutes behind an hour: "and 12 minutes", "and a half".
#[must_use]
pub fn minutes(view: &View<'_>, idx: usize) -> (Option<i32>, usize) {
    let joint = view.skip(idx, &[Function::And]);
    if joint == idx && !view.has_conjunction(joint) {
        return (None, idx);
    }
    // "Five" and "a fifth" are one word in some languages, so minutes are looked for first.
    match count::cardinal(view, joint) {
        Some((minutes @ 0..60, next)) if is_minute(view, next) => (Some(minutes), next + 1),
        _ => share_at(view, joint).map_or((None, idx), |minutes| (Some(minutes), joint + 1)),
    }
}

/// The minutes told by their number alone behind an hour in words, before a part of the day: `seven thirty
/// pm`, `السابعة وخمس وثلاثين مساء`.
fn counted_minutes(view: &View<'_>, idx: usize, oclock: bool) -> (Option<i32>, usize) {
    let joint = view.skip(idx, &[Function::And]);
    let joined = joint > idx || view.has_conjunction(joint);
    let told = count::cardinal(view, joint)
        .filter(|(minutes, next)| {
            let round = oclock && minutes % 5 == 0 && *next == joint + 1;
            (1..60).contains(minutes) && (round || daypart_behind(view, *next).0.is_some())
        })
        .filter(|(minutes, _)| {
            joined == view.language.grammar.adjective_after_noun && (joined || *minutes >= 10)
        });
    match told {
        Some((minutes, next)) if view.raw(joint).is_none() => (Some(minutes), next),
        _ => (None, idx),
    }
}

/// Takes what an hour lacks from it: `الثامنة إلا ربعا`, `الخامسة إلا خمس دقائق`.
fn lacking(view: &View<'_>, hour: i32, minute: Option<i32>, idx: usize) -> (i32, Option<i32>, usize) {
    let told = || {
        if !view.is(idx, Function::Less) {
            return None;
        }
        let counted = count::cardinal(view, idx + 1)
            .filter(|(minutes, next)| (1..60).contains(minutes) && is_minute(view, *next))
            .map(|(minutes, next)| (minutes, next + 1));
        counted.or_else(|| Some((share_at(view, idx + 1)?, idx + 2)))
    };
    let Some((less, next)) = told() else { return (hour, minute, idx) };
    let total = hour * 60 + minute.unwrap_or(0) - less;
    let total = if total < 60 { total + 720 } else { total };
    (total / 60, Some(total % 60), next)
}

fn is_unit(meaning: &Meaning, code: &str) -> Option<()> {
    matches!(meaning, Meaning::Unit(id) if **id == *code).then_some(())
}
