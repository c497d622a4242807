//! Intervals with open, closed or missing ends, of anything that has an order.

use std::cmp::Ordering;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End<T> {
    /// No bound on this side.
    Unbounded,
    /// The bound belongs to the interval.
    Closed(T),
    /// The bound does not belong to it.
    Open(T),
}

/// The values between two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval<T> {
    /// The lower end.
    pub lower: End<T>,
    /// The upper end.
    pub upper: End<T>,
}

impl<T: Ord + Copy> Interval<T> {
    /// The interval that holds `value` alone.
    #[must_use]
    pub const fn point(value: T) -> Self {
        Self { lower: End::Closed(value), upper: End::Closed(value) }
    }

    /// The interval from `lower` to `upper`, both belonging to it.
    #[must_use]
    pub const fn closed(lower: T, upper: T) -> Self {
        Self { lower: End::Closed(lower), upper: End::Closed(upper) }
    }

    /// The only value it holds, if there is one.
    #[must_use]
    pub fn single(&self) -> Option<T> {
        match (self.lower, self.upper) {
            (End::Closed(lower), End::Closed(upper)) if lower == upper => Some(lower),
            _ => None,
        }
    }

    /// Whether no value lies in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !reaches(self.lower, self.upper)
    }

    /// Whether a value lies in both.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        reaches(self.lower, other.upper) && reaches(other.lower, self.upper)
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        lower_order(self.lower, other.lower) != Ordering::Greater
            && upper_order(self.upper, other.upper) != Ordering::Less
    }

    /// Maps both ends; none where one cannot be mapped.
    pub fn try_map<U>(&self, mut map: impl FnMut(T) -> Option<U>) -> Option<Interval<U>> {
        Some(Interval { lower: self.lower.try_map(&mut map)?, upper: self.upper.try_map(&mut map)? })
    }
}

impl<T: Copy> End<T> {
    /// The bound, if there is one.
    #[must_use]
    pub const fn bound(&self) -> Option<T> {
        match self {
            Self::Unbounded => None,
            Self::Closed(value) | Self::Open(value) => Some(*value),
        }
    }

    fn try_map<U>(self, map: &mut impl FnMut(T) -> Option<U>) -> Option<End<U>> {
        Some(match self {
            Self::Unbounded => End::Unbounded,
            Self::Closed(value) => End::Closed(map(value)?),
            Self::Open(value) => End::Open(map(value)?),
        })
    }
}

/// Whether something lies between a lower and an upper end.
fn reaches<T: Ord>(lower: End<T>, upper: End<T>) -> bool {
    match (lower, upper) {
        (End::Unbounded, _) | (_, End::Unbounded) => true,
        (End::Closed(lower), End::Closed(upper)) => lower <= upper,
        (End::Closed(lower) | End::Open(lower), End::Closed(upper) | End::Open(upper)) => lower < upper,
    }
}

fn lower_order<T: Ord>(left: End<T>, right: End<T>) -> Ordering {
    match (left, right) {
        (End::Unbounded, End::Unbounded) => Ordering::Equal,
        (End::Unbounded, _) => Ordering::Less,
        (_, End::Unbounded) => Ordering::Greater,
        (End::Closed(left), End::Open(right)) => left.cmp(&right).then(Ordering::Less),
        (End::Open(left), End::Closed(right)) => left.cmp(&right).then(Ordering::Greater),
        (End::Closed(left), End::Closed(right)) | (End::Open(left), End::Open(right)) => left.cmp(&right),
    }
}

fn upper_order<T: Ord>(left: End<T>, right: End<T>) -> Ordering {
    match (left, right) {
        (End::Unbounded, End::Unbounded) => Ordering::Equal,
        (End::Unbounded, _) => Ordering::Greater,
        (_, End::Unbounded) => Ordering::Less,
        (End::Closed(left), End::Open(right)) => left.cmp(&right).then(Ordering::Greater),
        (End::Open(left), End::Closed(right)) => left.cmp(&right).then(Ordering::Less),
        (End::Closed(left), End::Closed(right)) | (End::Open(left), End::Open(right)) => left.cmp(&right),
    }
}
