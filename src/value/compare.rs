//! How two values stand to each other.

use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::duration::{DAY, Duration};
use crate::value::interval::Interval;
use crate::value::number::Number;
use crate::value::place::Place;
use crate::value::rounding::is_told_as;
use crate::value::time::Time;
use crate::value::words::Name;

/// One of the two sides of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The first.
    Left,
    /// The second.
    Right,
}

/// How two values stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The same possibilities.
    Equal,
    /// The same stated value, hedged on one side.
    EqualButHedge,
    /// The side named rounds to the other at the other's written precision.
    RoundsTo(Side),
    /// The side named lies wholly in the other.
    Within(Side),
    /// Some possibilities are shared.
    Overlaps,
    /// No possibility is shared.
    Disjoint,
    /// The two cannot be compared: other dimensions, or an unknown day.
    Incomparable,
}

impl Side {
    /// The other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl Comparison {
    /// The comparison seen from the other side.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::RoundsTo(side) => Self::RoundsTo(side.other()),
            Self::Within(side) => Self::Within(side.other()),
            Self::Equal | Self::EqualButHedge | Self::Overlaps | Self::Disjoint | Self::Incomparable => self,
        }
    }
}

/// Compares two values; words compare by their keys alone, so that wording is judged elsewhere.
#[must_use]
pub fn compare(left: &Value, right: &Value) -> Comparison {
    match (left, right) {
        (Value::Amount(left), Value::Amount(right)) => amounts(left, right),
        (Value::Duration(left), Value::Duration(right)) => durations(left, right),
        (Value::Time(left), Value::Time(right)) => times(left, right),
        (Value::Place(left), Value::Place(right)) => places(left, right),
        (Value::Name(left), Value::Name(right)) => names(left, right),
        (Value::State(left), Value::State(right)) => equal_or_disjoint(left == right),
        (Value::Words(left), Value::Words(right)) => equal_or_disjoint(left.is_same(right)),
        _ => Comparison::Incomparable,
    }
}

/// Compares two names; one by office and one by name may be one person.
fn names(left: &Name, right: &Name) -> Comparison {
    if left.is_same(right) {
        Comparison::Equal
    } else if left.is_office() != right.is_office() {
        Comparison::Incomparable
    } else {
        Comparison::Disjoint
    }
}

const fn equal_or_disjoint(equal: bool) -> Comparison {
    if equal { Comparison::Equal } else { Comparison::Disjoint }
}

/// Compares two amounts of one dimension in its base unit.
#[must_use]
pub fn amounts(left: &Amount, right: &Amount) -> Comparison {
    if left.dimension() != right.dimension() {
        return Comparison::Incomparable;
    }
    let in_base = |amount: &Amount, number: &Number| {
        amount.unit.as_ref().map_or(Some(*number), |unit| unit.to_base(*number))
    };
    let steps = || (left.rounding_step(right), right.rounding_step(left));
    if let (Form::Exactly(one), Form::Exactly(other)) = (&left.form, &right.form) {
        let both = in_base(left, one).zip(in_base(right, other));
        return both.map_or(Comparison::Incomparable, |both| points(both, steps));
    }
    let base = |amount: &Amount| amount.form.try_map(|number| in_base(amount, number));
    let stated = Stated { left: base(left), right: base(right) };
    let code = |amount: &Amount| amount.unit.as_ref().map(|unit| unit.code.clone());
    let set = sets(left.possibilities(), right.possibilities(), &stated, steps());
    if set == Comparison::Disjoint && code(left) != code(right) {
        return converted(&stated, steps());
    }
    set
}

/// Compares two amounts of two units of which one is no more than bounded: over 11,500 hectares are 28,400 acres.
fn converted(stated: &Stated, steps: (Option<Number>, Option<Number>)) -> Comparison {
    let only = |form: &Option<Form<Number>>| form.as_ref().and_then(|form| form.only().copied());
    let numbers = only(&stated.left).zip(only(&stated.right));
    let told = numbers.and_then(|numbers| rounding(numbers, steps));
    told.map_or(Comparison::Disjoint, Comparison::RoundsTo)
}

/// Compares two exact numbers.
fn points(
    (left, right): (Number, Number),
    steps: impl FnOnce() -> (Option<Number>, Option<Number>),
) -> Comparison {
    if left == right {
        return Comparison::Equal;
    }
    rounding((left, right), steps()).map_or(Comparison::Disjoint, Comparison::RoundsTo)
}

/// Compares two exact lengths by the shortest and the longest that each can be.
fn lengths(
    left: (Number, Number),
    right: (Number, Number),
    steps: impl FnOnce() -> (Option<Number>, Option<Number>),
) -> Comparison {
    if left == right {
        return Comparison::Equal;
    }
    if left.1 == right.1 {
        return Comparison::EqualButHedge;
    }
    let whole = |(low, high): (Number, Number)| [Interval::closed(low, high)];
    let set = by_sets(&whole(left), &whole(right));
    match set {
        Comparison::Disjoint | Comparison::Overlaps => {
            rounding((left.1, right.1), steps()).map_or(set, Comparison::RoundsTo)
        }
        Comparison::Equal
        | Comparison::EqualButHedge
        | Comparison::RoundsTo(_)
        | Comparison::Within(_)
        | Comparison::Incomparable => set,
    }
}

/// Compares two durations in seconds.
#[must_use]
pub fn durations(left: &Duration, right: &Duration) -> Comparison {
    let steps = || (left.rounding_step(), right.rounding_step());
    if let (Form::Exactly(one), Form::Exactly(other)) = (&left.form, &right.form)
        && let Some((left, right)) = one.bounds().zip(other.bounds())
    {
        return lengths(left, right, steps);
    }
    let base = |duration: &Duration| duration.form.try_map(|period| Some(period.bounds()?.1));
    let stated = Stated { left: base(left), right: base(right) };
    sets(left.possibilities(), right.possibilities(), &stated, steps())
}

/// What the two sides state, in the base unit.
struct Stated {
    left: Option<Form<Number>>,
    right: Option<Form<Number>>,
}

fn sets(
    left: Option<Vec<Interval<Number>>>,
    right: Option<Vec<Interval<Number>>>,
    stated: &Stated,
    steps: (Option<Number>, Option<Number>),
) -> Comparison {
    let (Some(left), Some(right)) = (left, right) else { return Comparison::Incomparable };
    if left == right {
        return Comparison::Equal;
    }
    if is_same_but_hedge(stated) {
        return Comparison::EqualButHedge;
    }
    let set = by_sets(&left, &right);
    let numbers = stated.left.as_ref().and_then(number_of).zip(stated.right.as_ref().and_then(number_of));
    match (set, numbers.and_then(|numbers| rounding(numbers, steps))) {
        (Comparison::Disjoint | Comparison::Overlaps, Some(side)) => Comparison::RoundsTo(side),
        _ => set,
    }
}

fn by_sets(left: &[Interval<Number>], right: &[Interval<Number>]) -> Comparison {
    let inside = |inner: &[Interval<Number>], outer: &[Interval<Number>]| {
        inner.iter().all(|part| outer.iter().any(|whole| whole.contains(part)))
    };
    match (inside(left, right), inside(right, left)) {
        (true, true) => Comparison::Equal,
        (true, false) => Comparison::Within(Side::Left),
        (false, true) => Comparison::Within(Side::Right),
        (false, false) if left.iter().any(|part| right.iter().any(|other| part.meets(other))) => {
            Comparison::Overlaps
        }
        (false, false) => Comparison::Disjoint,
    }
}

fn is_same_but_hedge(stated: &Stated) -> bool {
    let (Some(left), Some(right)) = (&stated.left, &stated.right) else { return false };
    let hedged = |form: &Form<Number>| matches!(form, Form::Exactly(_)) || form.is_hedged();
    let Some((a, b)) = left.only().zip(right.only()) else { return false };
    let exact = matches!(left, Form::Exactly(_)) || matches!(right, Form::Exactly(_));
    a == b && (exact || (hedged(left) && hedged(right)))
}

/// The one number that a side states, exactly or about.
const fn number_of(form: &Form<Number>) -> Option<Number> {
    match form {
        Form::Exactly(n) | Form::About(n) => Some(*n),
        Form::Nearly(_) | Form::Over(_) | Form::AtLeast(_) | Form::Under(_) | Form::AtMost(_) => None,
        Form::Range(..) | Form::Choice(_) => None,
    }
}

/// The side whose number, told to the other's written precision, is the other.
fn rounding(
    (left, right): (Number, Number),
    (left_step, right_step): (Option<Number>, Option<Number>),
) -> Option<Side> {
    let is_told = |fine, coarse, finer, step: Option<Number>| {
        step.is_some_and(|step| is_told_as((fine, finer), (coarse, step)))
    };
    if is_told(left, right, left_step, right_step) {
        Some(Side::Left)
    } else if is_told(right, left, right_step, left_step) {
        Some(Side::Right)
    } else {
        None
    }
}

/// Compares two times; one whose half of the day is not told may lie in either.
#[must_use]
pub fn times(left: &Time, right: &Time) -> Comparison {
    let told = told_times(left, right);
    let in_halves = || {
        let by_left = left.in_other_half().map(|left| (told_times(&left, right), Side::Right));
        let by_right = right.in_other_half().map(|right| (told_times(left, &right), Side::Left));
        by_left.into_iter().chain(by_right).find(|(turned, _)| *turned != Comparison::Disjoint)
    };
    match (told == Comparison::Disjoint).then(in_halves).flatten() {
        Some((Comparison::Equal, exact)) => Comparison::Within(exact),
        Some((turned, _)) => turned,
        None => told,
    }
}

/// Compares two times in the halves of the day that they are read in. Times of an unknown day compare where both name the same sort of day. Days, and a
/// time of day without a zone, are held against what the clock of one with a zone shows, and are disjoint
/// where hardly two clocks of the world can bring them together.
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

fn has_distance(time: &Time) -> bool {
    use crate::value::time::Part;
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

/// Compares single days and months of unknown years: other months and days are never the same.
fn yearless(left: &Time, right: &Time) -> Comparison {
    use crate::value::time::{Part, Point};
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

/// Compares two places: one place, one in the other, or types that exclude each other.
#[must_use]
pub fn places(left: &Place, right: &Place) -> Comparison {
    if left.id.is_some() && left.id == right.id {
        Comparison::Equal
    } else if left.lies_in(right) {
        Comparison::Within(Side::Left)
    } else if right.lies_in(left) {
        Comparison::Within(Side::Right)
    } else if left.is_excluded_by(right) || are_apart(left, right) {
        Comparison::Disjoint
    } else if left.id.is_none()
        && right.id.is_none()
        && left.types == right.types
        && left.within == right.within
    {
        Comparison::Equal
    } else if left.id.is_none() || right.id.is_none() || may_lie_in(left, right) || may_lie_in(right, left) {
        Comparison::Incomparable
    } else {
        Comparison::Disjoint
    }
}

/// Whether a place of which no more is known than where the other lies may lie in one of another type: a station in a city.
fn may_lie_in(inner: &Place, outer: &Place) -> bool {
    inner.within.is_subset(&outer.within) && inner.types != outer.types && !outer.within.is_empty()
}

/// Whether two places lie in two containers of one type, such as two countries.
fn are_apart(left: &Place, right: &Place) -> bool {
    let is_code = |id: &&String| id.len() == 2;
    let country = |place: &Place| place.id.iter().chain(&place.within).find(is_code).cloned();
    matches!((country(left), country(right)), (Some(left), Some(right)) if left != right)
}
