//! Times side by side: by their own clocks, in either half of a day, and without a year.

use crate::value::compare::{Comparison, Side};
use crate::value::duration::DAY;
use crate::value::time::{Part, Point, Time};

/// Compares two times; one whose half of the day is not told may lie in either, and the winter of a year may be either
/// of its two.
#[must_use]
pub fn times(left: &Time, right: &Time) -> Comparison {
    let told = told_times(left, right);
    let in_halves = || {
        let other = |time: &Time| time.in_other_half().or_else(|| time.in_other_winter());
        let by_left = other(left).map(|left| (told_times(&left, right), Side::Right));
        let by_right = other(right).map(|right| (told_times(left, &right), Side::Left));
        by_left.into_iter().chain(by_right).find(|(turned, _)| *turned != Comparison::Disjoint)
    };
    // The midnight of a day may be the one that begins it, and what was at midnight some minutes off.
    let at_midnight = || {
        let by_left = left.midnights(right).map(|left| (told_times(&left, right), Side::Right));
        let by_right = right.midnights(left).map(|right| (told_times(left, &right), Side::Left));
        by_left.chain(by_right).find(|(turned, _)| *turned != Comparison::Disjoint)
    };
    match (told == Comparison::Disjoint).then(|| in_halves().or_else(at_midnight)).flatten() {
        Some((Comparison::Equal, exact)) => Comparison::Within(exact),
        Some((turned, _)) => turned,
        None => told,
    }
}

/// Compares two times in the halves of the day that they are read in. Times of an unknown day compare where both name
/// the same sort of day. Days, and a time of day without a zone, are held against what the clock of one with a zone
/// shows, and are disjoint where hardly two clocks of the world can bring them together.
fn told_times(left: &Time, right: &Time) -> Comparison {
    if left == right && !has_distance(left) {
        return Comparison::Equal;
    }
    if left.is_relative() || right.is_relative() {
        return yearless(left, right);
    }
    let zoned = left.is_zoned() != right.is_zoned();
    let (there, here) = if zoned { (left.on_own_clock(), right.on_own_clock()) } else { (*left, *right) };
    let (Some(a), Some(b)) = (there.seconds(), here.seconds()) else {
        return Comparison::Incomparable;
    };
    let told = stretches(a, b);
    if !zoned {
        return told;
    }
    if told == Comparison::Disjoint && gap(a, b) < ANYWHERE {
        // Whose clock the one keeps is not known: what its own clock shows apart may be one moment.
        Comparison::Incomparable
    } else if told == Comparison::Equal {
        Comparison::Within(if left.is_zoned() { Side::Left } else { Side::Right })
    } else {
        told
    }
}

/// Seconds by which the clocks of two places mostly differ at most, of which the one tells what was at the other.
const ANYWHERE: i64 = 15 * 3600;

/// Seconds by which the clocks of any two places may differ.
const FARTHEST: i64 = 26 * 3600;

/// Whether two times are disjoint by whatever clocks of the world they are told.
#[must_use]
pub fn are_apart_anywhere(left: &Time, right: &Time) -> bool {
    let is_far = || {
        let both = left.on_own_clock().seconds().zip(right.on_own_clock().seconds());
        both.is_none_or(|(left, right)| gap(left, right) >= FARTHEST)
    };
    times(left, right) == Comparison::Disjoint && (left.is_zoned() == right.is_zoned() || is_far())
}

/// Seconds between two stretches; none or less where they meet.
fn gap(left: (i64, i64), right: (i64, i64)) -> i64 {
    left.0.max(right.0).saturating_sub(left.1.min(right.1))
}

/// Compares two stretches in seconds, the end of each behind its last.
const fn stretches(a: (i64, i64), b: (i64, i64)) -> Comparison {
    if a.0 == b.0 && a.1 == b.1 {
        Comparison::Equal
    } else if b.0 <= a.0 && a.1 <= b.1 {
        Comparison::Within(Side::Left)
    } else if a.0 <= b.0 && b.1 <= a.1 {
        Comparison::Within(Side::Right)
    } else if a.0 < b.1 && b.0 < a.1 {
        Comparison::Overlaps
    } else {
        Comparison::Disjoint
    }
}

/// Days between two times that share none; zero where they meet. None for relative or endless times.
#[must_use]
pub fn days_apart(left: &Time, right: &Time) -> Option<i64> {
    Some(gap(left.seconds()?, right.seconds()?).max(0) / DAY)
}

/// Whether another telling of a time may be known to be equal to it; who says "three days later" may mean any day.
#[must_use]
pub fn may_have_equal(time: &Time) -> bool {
    !has_distance(time) || of_any_day(time).is_some()
}

fn has_distance(time: &Time) -> bool {
    let floats = |part: Part| {
        matches!(
            part,
            Part::Distance(_)
                | Part::Current(_)
                | Part::Weekday(_)
                | Part::AnyDay
                | Part::Unknown
                | Part::Vague(_)
        )
    };
    [time.first, time.last].into_iter().flatten().any(|point| floats(point.part))
}

/// The seconds of a day that a time of no day covers: of hours that are told of every day.
fn of_any_day(time: &Time) -> Option<(i64, i64)> {
    let point = time.first.filter(|point| time.first == time.last && point.part == Part::AnyDay)?;
    let clock = point.clock?;
    Some((clock.start.into(), (clock.start + clock.length).into()))
}

/// Compares single days and months of unknown years: other months and days are never the same.
fn yearless(left: &Time, right: &Time) -> Comparison {
    let month_day = |time: &Time| match (time.first, time.last) {
        (Some(Point { part, clock: None }), Some(last)) if last.part == part => match part {
            Part::MonthOfYear(month) => Some((month, None)),
            Part::DayOfYear(month, day) => Some((month, Some(day))),
            Part::Month(_, month) => Some((month, None)),
            Part::Day(date) => Some((date.month(), Some(date.day()))),
            Part::Century(_) | Part::Decade(_) | Part::Year(_) | Part::Season(..) | Part::Quarter(..) => None,
            Part::Week(..) | Part::Weekday(_) | Part::Distance(_) | Part::Current(_) | Part::AnyDay => None,
            Part::DayOfMonth(_) | Part::QuarterOfYear(_) | Part::SeasonOfYear(_) => None,
            Part::Sighted(_) | Part::Unknown | Part::Vague(_) => None,
        },
        _ => None,
    };
    if let Some((left, right)) = of_any_day(left).zip(of_any_day(right)) {
        return stretches(left, right);
    }
    match (month_day(left), month_day(right)) {
        (Some(left), Some(right)) if left.0 != right.0 => Comparison::Disjoint,
        (Some((_, Some(left))), Some((_, Some(right)))) if left != right => Comparison::Disjoint,
        (Some((_, Some(_))), Some((_, None))) => Comparison::Within(Side::Left),
        (Some((_, None)), Some((_, Some(_)))) => Comparison::Within(Side::Right),
        (Some(_), Some(_)) if left.is_relative() && right.is_relative() => Comparison::Equal,
        (Some(_), Some(_)) => Comparison::Within(if right.is_relative() { Side::Left } else { Side::Right }),
        _ => Comparison::Incomparable,
    }
}
