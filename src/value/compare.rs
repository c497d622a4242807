//! How two values stand to each other.

/// Two times.
mod times;

use crate::value::Value;
use crate::value::amount::{Amount, Form};
pub use crate::value::compare::times::{are_apart_anywhere, days_apart, may_have_equal, times};
use crate::value::duration::Duration;
use crate::value::interval::Interval;
use crate::value::number::Number;
use crate::value::place::Place;
use crate::value::rounding::is_told_as;
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
