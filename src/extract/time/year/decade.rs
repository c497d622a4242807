//! Decades and centuries.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::count;
use crate::extract::time::hijri;
use crate::extract::time::relative::turn;
use crate::extract::time::said::{Scale, When};
use crate::extract::time::view::View;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::calendar::Era;
use crate::lexicon::schema::function::Function;
use crate::value::time::Part;

/// Concepts that name a decade by its first year's last two digits begin with this.
const DECADE: &str = "decade-";

/// Words for a part at one end of a longer time, or in its middle.
const EDGES: [Function; 3] = [Function::Beginning, Function::Middle, Function::End];

/// Words for a part of ten years of a life.
const PARTS: [Function; 5] =
    [Function::Beginning, Function::Early, Function::Middle, Function::Late, Function::End];

/// Reads a decade or a century at `idx`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    decade(view, idx).or_else(|| century(view, idx))
}

/// Reads `1990s`, `the nineties`, `التسعينيات من القرن الماضي`.
pub fn decade(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some((year, 4)) = view.digits(idx).filter(|(year, _)| year % 10 == 0) {
        let mark = view.skip_sign(idx + 1, &["'"]);
        // The letter is put behind the year in every language of Latin script that does so.
        let plural = view.get(mark).is_some_and(|word| word.normal == "s" && word.touches());
        return plural.then_some((When::Fixed(Part::Decade(i16::try_from(year / 10).ok()?)), mark + 1));
    }
    if let Some(found) = short_decade(view, idx) {
        return Some(found);
    }
    let named = view.meaning_of(Class::Timely, idx, |meaning| match meaning {
        Meaning::Concept(id) => id.strip_prefix(DECADE)?.parse::<i16>().ok(),
        _ => None,
    })?;
    if named >= 1000 {
        return Some((When::Fixed(Part::Decade(named / 10)), idx + 1));
    }
    let start = view.skip(idx + 1, &[Function::Of, Function::From]);
    match century(view, start).or_else(|| turn::turn(view, start)) {
        Some((When::Fixed(Part::Century(century)), next)) => Some((in_century(century, named), next)),
        Some((When::Turn(Scale::Century, turns), next)) => {
            let century = view.today.map_or(20, |day| day.year() / 100) + i16::from(turns);
            Some((in_century(century, named), next))
        }
        // Without a century only "the seventies" are those of the last one.
        _ => {
            let name = Meaning::Concept(format!("{DECADE}{named}").into());
            // "In his forties" and في الأربعينيات من عمره tell an age.
            let own = idx.checked_sub(1 + usize::from(view.is_any(idx.saturating_sub(1), &PARTS)));
            let is_aged =
                own.is_some_and(|own| view.is(own, Function::Own)) || view.is(idx + 1, Function::Aged);
            (named >= 30 && !is_aged && view.is_definite(idx, &name))
                .then_some((in_century(19, named), idx + 1))
        }
    }
}

/// Reads `the 70s`, `the '40s`, `80's`; "in his 70s" and "highs in the 70s" tell no time.
fn short_decade(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let raw = view.raw(idx).filter(|raw| raw.len() == 2 && !view.joined_before(idx))?;
    let decade = raw.parse::<i16>().ok().filter(|year| year % 10 == 0 && *year >= 30)?;
    let mark = view.skip_sign(idx + 1, &["'"]);
    let plural = view.get(mark).is_some_and(|word| word.normal == "s" && word.touches());
    let cut = idx > 0 && view.sign(idx - 1, "'") && view.touches(idx);
    let before = idx.checked_sub(1 + usize::from(cut))?;
    // "In his late 60s" tells an age.
    let aged = before > 0 && view.is(before - 1, Function::Own);
    let led = view.is_any(before, &[Function::In, Function::During, Function::Since])
        || (view.is_any(before, &EDGES) && !aged);
    let defined = view.is_stop(before) && !view.is(before, Function::Own);
    (plural && (led || defined)).then(|| (in_century(19, decade), mark + 1))
}

fn in_century(century: i16, decade: i16) -> When {
    When::Fixed(Part::Decade(century * 10 + decade / 10))
}

/// Reads `the 19th century`, `القرن التاسع عشر`.
pub fn century(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (number, next) = count::ordinal_beside(view, idx, |at| view.is_one(at, Scale::Century))?;
    let century = i16::try_from(number).ok().filter(|number| (1..=100).contains(number))?;
    match view.era(next) {
        Some(Era::BeforeCommon) => Some((When::Fixed(Part::Century(-century)), next + 1)),
        // Its years are shorter than ours.
        Some(Era::Hijri) => {
            let (first, last) = hijri::century(century.into())?;
            Some((When::Between(Part::Sighted(first), Part::Sighted(last)), next + 1))
        }
        era => {
            let told = (2..=22).contains(&century) || era.is_some();
            told.then_some((When::Fixed(Part::Century(century - 1)), next + usize::from(era.is_some())))
        }
    }
}
