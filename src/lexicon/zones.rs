//! Time zones: how far from Greenwich a place is on a day, by the database of IANA that is part of the program.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use std::sync::OnceLock;

/// Seconds of a minute.
const MINUTE: i32 = 60;

/// The zones, read once one of them is asked for.
#[derive(Clone, Debug, Default)]
pub struct Zones {
    database: OnceLock<TimeZoneDatabase>,
}

impl Zones {
    /// No zone read so far.
    #[must_use]
    pub const fn new() -> Self {
        Self { database: OnceLock::new() }
    }

    /// Minutes from Greenwich at a local time of the zone; none for an unknown name.
    #[must_use]
    pub fn at(&self, name: &str, local: DateTime) -> Option<i16> {
        let zone = self.zone(name)?;
        let moment = zone.to_timestamp(local).ok()?;
        minutes(zone.to_offset(moment))
    }

    /// Minutes from Greenwich of the zone in winter: now, less what summer time adds.
    #[must_use]
    pub fn standard(&self, name: &str) -> Option<i16> {
        let zone = self.zone(name)?;
        let halves = [WINTER, SUMMER].map(|month| {
            let moment = DateTime::constant(YEAR, month, 1, 0, 0, 0, 0);
            zone.to_timestamp(moment).map_or(Timestamp::UNIX_EPOCH, |moment| moment)
        });
        halves.into_iter().filter_map(|moment| minutes(zone.to_offset(moment))).min()
    }

    fn zone(&self, name: &str) -> Option<TimeZone> {
        self.database.get_or_init(TimeZoneDatabase::bundled).get(name).ok()
    }
}

/// A year of the present rules, and a month of each half of it.
const YEAR: i16 = 2025;
const WINTER: i8 = 1;
const SUMMER: i8 = 7;

fn minutes(offset: Offset) -> Option<i16> {
    i16::try_from(offset.seconds() / MINUTE).ok()
}
