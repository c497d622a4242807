//! Days that have a name, each by a strict rule.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Days with a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// Where the rules come from.
    pub origin: String,
    /// Every such day: id → rule.
    pub holidays: BTreeMap<String, Holiday>,
}

/// When a day with a name falls: on a day of a month, on a weekday of a month, or so far from Easter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Holiday {
    /// The calendar that the month belongs to; ours where none is named.
    pub calendar: Option<Calendar>,
    /// The month.
    pub month: Option<u8>,
    /// The day of the month; the whole month where neither a day nor a weekday is named.
    pub day: Option<u8>,
    /// The hour at which a day of the moon must last to be kept.
    pub hour: Option<u8>,
    /// The weekday in the month, ISO: 1 is Monday.
    pub weekday: Option<u8>,
    /// Which one of that weekday in the month, negative from its end.
    pub rank: Option<i8>,
    /// Whose Easter it is counted from.
    pub easter: Option<Church>,
    /// Days on from there, negative before it.
    pub plus: i8,
    /// Days on from there where it falls on Monday, Tuesday and so on, negative before it.
    pub shift: [i8; 7],
    /// How many days it lasts, when not one.
    pub days: Option<u8>,
    /// It comes in the years that this divides, when not in every one.
    pub every: Option<u8>,
}

/// A calendar beside ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Calendar {
    /// The Islamic one, as the tables of Umm al-Qura have it.
    Hijri,
    /// The Iranian one.
    Persian,
    /// The Chinese one.
    Chinese,
    /// The Hebrew one, whose first month is Tishri and whose sixth is the Adar before Nisan.
    Hebrew,
    /// The Hindu one by the moon, whose months end with the new moon: the first is Chaitra, and a day is one
    /// of the moon, which lasts at sunrise where no hour is named.
    Hindu,
    /// The Hindu one by the sun, whose first month is that of the Ram; a month begins with the day on which the
    /// sun has entered its sign at sunrise, where no other hour is named.
    HinduSolar,
}

/// Whose reckoning of Easter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Church {
    /// The churches that follow the Gregorian calendar.
    Western,
    /// The churches that follow the Julian calendar.
    Orthodox,
}
