//! Words of the calendar and the clock that are no numbers: parts of a day, seasons, eras.

use serde::{Deserialize, Serialize};

/// Parts of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Daypart {
    /// The first hours behind midnight.
    SmallHours,
    /// Before sunrise.
    Dawn,
    /// Until noon; `a.m.`.
    Morning,
    /// Twelve o'clock.
    Noon,
    /// After noon; `p.m.`.
    Afternoon,
    /// After sunset.
    Evening,
    /// From sunset on, behind the prayers of the evening.
    Nightfall,
    /// The night.
    Night,
    /// Twelve at night.
    Midnight,
    /// The middle of the morning.
    MidMorning,
    /// The middle of the afternoon.
    MidAfternoon,
    /// When people have lunch.
    Lunchtime,
    /// While there is light, or business is done.
    Daytime,
}

/// Seasons, in the order of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// Eras of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Era {
    /// Of the Gregorian calendar.
    Common,
    /// Before it.
    BeforeCommon,
    /// Of the Hijri calendar.
    Hijri,
}
