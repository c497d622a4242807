//! Days of the Hindu calendars: of the one by the sun, whose months begin where it enters a sign of the fixed
//! stars, and of the one by the moon, whose months begin with the new moon before that.
//!
//! Sun and moon are placed by the greatest terms of their motion, good to some minutes, in whole numbers:
//! a day that hangs on less may be a day off. Angles are in thousandths of a degree, times in minutes from
//! noon UTC of 1 January 2000.

use jiff::Span;
use jiff::civil::Date;

/// A whole turn.
const TURN: i64 = 360_000;

/// A sign of the zodiac.
const SIGN: i64 = 30_000;

/// What the moon gains on the sun from one of its days to the next.
const LUNAR_DAY: i64 = 12_000;

/// Minutes of a day.
const DAY: i64 = 1440;

/// Minutes by which the clocks of India are ahead.
const ZONE: i64 = 330;

/// Days of April in which the sun enters its first sign, counted from the new year.
const FIRST_SIGN: i64 = 104;

/// Days by which the months of the sun are longer or shorter than the mean.
const AROUND: i64 = 6;

/// Most days between two new moons.
const MONTH: i64 = 30;

/// An angle that grows evenly: where it stands at the beginning, and how far it goes in a thousand days.
type Even = (i64, i64);

/// Of the moon from the sun.
const ELONGATION: Even = (297_850, 12_190_749_117 / 1000);
/// Of the sun from where it is nearest.
const SUN: Even = (357_529, 985_600_282 / 1000);
/// Of the moon from where it is nearest.
const MOON: Even = (134_963, 13_064_992_953 / 1000);
/// Of the moon from its node.
const NODE: Even = (93_272, 13_229_350_226 / 1000);
/// Of the sun from the first of the fixed stars' signs.
const STARS: Even = (280_466 - 23_853, (985_647_360 - 38_246) / 1000);

/// The greatest terms of the moon's motion before the sun's: how much, and how often each angle is taken.
const TERMS: [(i64, [i64; 4]); 13] = [
    (6289, [0, 0, 1, 0]),
    (1274, [2, 0, -1, 0]),
    (658, [2, 0, 0, 0]),
    (214, [0, 0, 2, 0]),
    (-185 - 1915, [0, 1, 0, 0]),
    (-114, [0, 0, 0, 2]),
    (59, [2, 0, -2, 0]),
    (57, [2, -1, -1, 0]),
    (53, [2, 0, 1, 0]),
    (46, [2, -1, 0, 0]),
    (-41, [0, 1, -1, 0]),
    (-35, [1, 0, 0, 0]),
    (-30, [0, 1, 1, 0]),
];

/// The day at whose hour, by the clocks of India, the sun first stands in the sign of a month; the months are
/// counted from the first sign in `year`.
#[must_use]
pub fn solar_month(year: i16, month: u8, hour: u8) -> Option<Date> {
    let sign = i64::from(month).checked_sub(1)?;
    let near = Date::new(year, 1, 1).ok()?.checked_add(days(FIRST_SIGN + sign * 61 / 2)?).ok()?;
    let in_sign = |day: &Date| among_stars(minutes(*day, hour)) / SIGN == sign % 12;
    (-AROUND..=AROUND).filter_map(|shift| near.checked_add(days(shift)?).ok()).find(in_sign)
}

/// The day on which a month's lunar day, from 1 to 30, lasts at an hour of the clocks of India; the month is
/// the one in which the sun enters its sign.
#[must_use]
pub fn lunar_day(year: i16, month: u8, lunar_day: u8, hour: u8) -> Option<Date> {
    let entered = solar_month(year, month, 24)?;
    let first = (0..=MONTH).find_map(|back| {
        let day = entered.checked_sub(days(back)?).ok()?;
        is_new(day).then_some(day)
    })?;
    (0..=MONTH + 1).find_map(|on| {
        let day = first.checked_add(days(on)?).ok()?;
        (phases(first, day, hour) >= i64::from(lunar_day)).then_some(day)
    })
}

fn days(count: i64) -> Option<Span> {
    Span::new().try_days(count).ok()
}

/// Whether the moon passes the sun between the midnights before and behind the day.
fn is_new(day: Date) -> bool {
    elongation(minutes(day, 0)) > elongation(minutes(day, 24))
}

/// Which lunar day lasts at an hour of `day`, in the month whose new moon falls on `first`; none before it.
fn phases(first: Date, day: Date, hour: u8) -> i64 {
    let angle = elongation(minutes(day, hour));
    let before = day == first && angle > TURN / 2;
    // The thirtieth lunar day may last into the next new moon.
    let wrapped = day.since(first).map_or(0, |span| span.get_days()) > 15 && angle < TURN / 4;
    if before {
        0
    } else if wrapped {
        31
    } else {
        angle / LUNAR_DAY + 1
    }
}

/// Minutes from the beginning of the count to an hour of a day on the clocks of India.
fn minutes(day: Date, hour: u8) -> i64 {
    let epoch = Date::constant(2000, 1, 1);
    let days = epoch.until(day).map_or(0, |span| i64::from(span.get_days()));
    days * DAY + i64::from(hour) * 60 - ZONE - DAY / 2
}

fn even((start, per_thousand_days): Even, minutes: i64) -> i64 {
    start + per_thousand_days * minutes / (DAY * 1000)
}

/// How far the moon is ahead of the sun.
fn elongation(minutes: i64) -> i64 {
    let angles = [ELONGATION, SUN, MOON, NODE].map(|angle| even(angle, minutes));
    let term = |(much, often): &(i64, [i64; 4])| {
        times_sine(*much, often.iter().zip(angles).map(|(times, angle)| times * angle).sum())
    };
    (angles[0] + TERMS.iter().map(term).sum::<i64>()).rem_euclid(TURN)
}

/// Where the sun stands among the signs of the fixed stars.
fn among_stars(minutes: i64) -> i64 {
    let sun = even(SUN, minutes);
    (even(STARS, minutes) + times_sine(1915, sun) + times_sine(20, 2 * sun)).rem_euclid(TURN)
}

/// So much times the sine of an angle, by the rule of Bhāskara, which is off by less than two thousandths.
fn times_sine(much: i64, angle: i64) -> i64 {
    let angle = angle.rem_euclid(TURN);
    let (side, sign) = if angle < TURN / 2 { (angle, 1) } else { (angle - TURN / 2, -1) };
    let product = side * (TURN / 2 - side);
    sign * much * 4 * product / (40_500_000_000 - product)
}
