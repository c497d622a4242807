//! The parts of a day that have a name, and their beginnings and ends: what hours each may mean, and what
//! hours are commonly meant by it.

use crate::value::time::Clock;

/// A named part of a day.
#[derive(Clone, Copy, Debug)]
pub struct NamedPart {
    /// Its code: that of TIMEX3, which has none for the dawn and for nightfall, with the first letter of
    /// "early", "late" and "mid" before it.
    pub code: &'static str,
    /// The first hour that it may mean and the one behind the last.
    pub may: (i32, i32),
    /// The first of its common hours and the one behind the last; the first alone for a middle.
    pub usual: (i32, i32),
}

const fn named(code: &'static str, may: (i32, i32), usual: (i32, i32)) -> NamedPart {
    NamedPart { code, may, usual }
}

/// Every named part; no two may mean the same hours.
pub(crate) const DAYPARTS: [NamedPart; 19] = [
    named("MO", (3, 12), (8, 12)),
    named("AF", (12, 18), (12, 16)),
    named("EV", (16, 24), (16, 20)),
    named("NI", (20, 24), (20, 24)),
    named("NF", (17, 24), (18, 21)),
    named("DN", (0, 7), (4, 6)),
    named("EDN", (0, 8), (0, 6)),
    named("DT", (6, 20), (8, 18)),
    named("LU", (11, 14), (11, 13)),
    // Before sunrise is early in the morning as well.
    named("EMO", (0, 9), (8, 10)),
    named("MMO", (9, 11), (10, 10)),
    named("LMO", (9, 12), (10, 12)),
    named("EAF", (12, 15), (12, 14)),
    named("MAF", (14, 16), (14, 14)),
    named("LAF", (15, 18), (14, 16)),
    named("EEV", (18, 21), (16, 18)),
    named("LEV", (21, 24), (18, 20)),
    named("ENI", (20, 22), (20, 22)),
    named("LNI", (22, 24), (22, 24)),
];

impl NamedPart {
    /// The part that may mean just the hours of `clock`.
    #[must_use]
    pub fn of(clock: Clock) -> Option<&'static Self> {
        let long = clock.length > 3600;
        long.then(|| DAYPARTS.iter().find(|part| part.clock() == Clock { zone: None, ..clock }))?
    }

    /// The part with this code.
    #[must_use]
    pub fn coded(code: &str) -> Option<&'static Self> {
        DAYPARTS.iter().find(|part| part.code == code)
    }

    /// All hours that it may mean.
    #[must_use]
    pub const fn clock(&self) -> Clock {
        let (first, end) = self.may;
        Clock::new(first * 3600, (end - first) * 3600)
    }

    /// Whether it is a night or the end of one, which runs on into the next day.
    #[must_use]
    pub fn is_night(&self) -> bool {
        matches!(self.code, "NI" | "LNI")
    }
}
