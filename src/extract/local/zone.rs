//! In whose zone the clock times of a text are told.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::event::{Events, LEAD};
use crate::extract::local::{Settler, clock, country_of};
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::fact::slot::Slot;
use crate::lexicon::meaning::Meaning;
use crate::value::Value;
use std::collections::BTreeMap;

/// How often a text names at least the country in whose zone it is, if its lead does not.
const NAMED: usize = 2;

/// The zone in which most of the places of an article lie: that of its main event, else of more than half
/// of all that it names.
#[must_use]
pub fn zone(reading: &Reading<'_>, events: &Events) -> Option<String> {
    let gazetteer = &reading.lexicon.gazetteer;
    let places = events.events.iter().filter(|event| event.is_main).filter_map(|event| {
        let values = &event.slots.get(&Slot::Where)?.values;
        values.iter().find_map(|value| if let Value::Place(place) = value { Some(place) } else { None })
    });
    let of_event = || places.into_iter().find_map(|place| gazetteer.zone_of(place)).map(str::to_owned);
    bracketed(reading).or_else(of_event).or_else(|| most_named(reading))
}

/// Whether a text tells a clock by the name of the place that keeps it: who says *Indian time* tells of another place.
#[must_use]
pub fn names_clock(reading: &Reading<'_>, events: &Events) -> bool {
    let settler = Settler { reading, events, usual: None };
    let clocks = reading.mentions.iter().filter(|mention| clock(mention).is_some());
    clocks.into_iter().any(|mention| settler.told_by_place(mention).is_some())
}

/// The zone of the local times that a text gives with those of Greenwich beside them.
fn bracketed(reading: &Reading<'_>) -> Option<String> {
    let local = |mention: &Mention| {
        let minutes = i32::from(clock(mention)?.zone?);
        let words = reading.words.get(mention.words.clone())?;
        let told = words.iter().find_map(|word| {
            word.find(
                |sense| if let Meaning::Zone(zone) = sense.meaning { Some(i32::from(zone)) } else { None },
            )
        });
        // The names of IANA count hours from their own clock to Greenwich.
        (told? != minutes && minutes % 60 == 0).then(|| format!("Etc/GMT{:+}", -minutes / 60))
    };
    reading.mentions.iter().find_map(local)
}

/// The zone of more than half of the countries that a text names, by themselves or by their people.
fn most_named(reading: &Reading<'_>) -> Option<String> {
    let gazetteer = &reading.lexicon.gazetteer;
    let is_place = |entity: &&Entity| matches!(entity.kind, EntityKind::Country | EntityKind::Place);
    let named = reading.entities.iter().filter(is_place);
    let named = named.filter_map(|entity| Some((entity.words.start, entity.country.clone()?)));
    let words = reading.words.iter().enumerate();
    let peoples =
        words.filter_map(|(at, word)| Some((at, word.find(|sense| sense.meaning.demonym().cloned())?)));
    let (mut counts, mut all) = (BTreeMap::<&str, (usize, bool)>::new(), 0);
    for (at, country) in named.chain(peoples) {
        all += 1;
        if let Some(zone) = gazetteer.zone_of(&country_of(&country)) {
            let (count, is_of_lead) = counts.entry(zone).or_default();
            (*count, *is_of_lead) = (*count + 1, *is_of_lead || reading.sentence_of(at) < LEAD);
        }
    }
    let is_it = |(count, is_of_lead): (usize, bool)| (count >= NAMED || is_of_lead) && count * 2 > all;
    counts.into_iter().find(|(_, named)| is_it(*named)).map(|(zone, _)| zone.to_owned())
}
