//! Years and what is longer or lies between a year and a month: decades, centuries, quarters, seasons.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::compose::{Joining, Reader};
use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::figures;
use crate::extract::time::nth;
use crate::extract::time::relative;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::calendar::Season;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::number::Number;
use crate::value::time::Part;

/// Concepts that name a decade by its first year's last two digits begin with this.
const DECADE: &str = "decade-";

/// Most days that a month has.
const MONTH: i16 = 31;

/// Words behind which four digits are a year.
const STRONG: [Function; 5] =
    [Function::In, Function::Since, Function::During, Function::Until, Function::AsOf];

/// Words behind which they are a year unless something is counted.
const WEAK: [Function; 8] = [
    Function::Fiscal,
    Function::By,
    Function::From,
    Function::Before,
    Function::After,
    Function::Of,
    Function::Beginning,
    Function::End,
];

/// Words for a part at one end of a longer time, or in its middle.
const EDGES: [Function; 3] = [Function::Beginning, Function::Middle, Function::End];

/// What may stand behind a month or a day to tell its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// The year.
    Year(i16),
    /// Which one.
    Near(Near),
}

/// The year, or the word that tells it, at `idx`; with the index behind it.
#[must_use]
pub fn tail(view: &View<'_>, idx: usize) -> Option<(Tail, usize)> {
    let comma = view.skip_sign(idx, &[","]);
    if let Some((year, next)) = spelled(view, comma) {
        return Some((Tail::Year(year), next));
    }
    if let Some(year) = view.year(comma).filter(|_| comma == idx || !date::counted(view, comma + 1)) {
        return Some((Tail::Year(year), view.after_year(comma)));
    }
    let start = view.skip(comma, &[Function::Of, Function::From, Function::In]);
    let told = start + usize::from(view.is_year_word(start));
    if let Some((year, next)) = spelled(view, told).filter(|_| told > idx) {
        return Some((Tail::Year(year), next));
    }
    if let Some((year, next)) = short(view, comma, told).filter(|_| comma == idx) {
        return Some((Tail::Year(year), next));
    }
    if let Some(year) = view.year(told).filter(|_| told > start || !date::counted(view, told + 1)) {
        return Some((Tail::Year(year), view.after_year(told)));
    }
    if comma > idx { None } else { near_tail(view, idx, start) }
}

/// Reads a year in two digits that is marked as cut or told behind "of": `'87`, `of 87`.
fn short(view: &View<'_>, idx: usize, told: usize) -> Option<(i16, usize)> {
    let cut = view.sign(idx, "'") && view.touches(idx + 1) && !view.touches(idx);
    let at = if cut { idx + 1 } else { told };
    let raw = view.raw(at).filter(|raw| raw.len() == 2 && (cut || !view.joined_before(at)))?;
    let number = raw.parse::<i16>().ok().filter(|number| cut || *number > MONTH)?;
    nth::stands_alone(view, at + 1).then(|| (figures::full_year(view, number), at + 1))
}

/// Reads "last year" or `الماضي` behind a month or a day; the latter without "of".
fn near_tail(view: &View<'_>, idx: usize, start: usize) -> Option<(Tail, usize)> {
    if let Some((When::Turn(Scale::Year, turns), next)) = relative::turn(view, start) {
        return Some((Tail::Near(Near::Year(turns)), next));
    }
    let near = view.near(idx).filter(|near| *near != Near::This && view.near_follows())?;
    Some((Tail::Near(near), idx + 1))
}

/// Reads a year or something longer, a quarter or a season at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    long(view, idx)
        .or_else(|| quarter(view, idx))
        .or_else(|| season(view, idx))
        .or_else(|| told_year(view, idx))
        .or_else(|| bare_year(view, idx))
}

/// Reads a decade or a century at `idx`.
#[must_use]
pub fn long(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    decade(view, idx).or_else(|| century(view, idx))
}

/// Reads `عام 2000`, `the year 2000`.
#[must_use]
pub fn told_year(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some((year, next)) = spelled(view, idx + 1).filter(|_| view.is_year_word(idx)) {
        return Some((When::Fixed(Part::Year(year)), next));
    }
    let year = view
        .year(idx + 1)
        .filter(|_| view.is_year_word(idx) && view.scale(idx).is_none_or(|(_, form)| form != Form::Two))?;
    Some((When::Fixed(Part::Year(year)), view.after_year(idx + 1)))
}

/// Reads four digits as a year where a preposition before them lets nothing else be meant.
fn bare_year(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if idx > 0
        && view.is_any(idx - 1, &[Function::In, Function::Since])
        && let Some((year, next)) = spelled(view, idx)
    {
        return is_uncounted(view, next, true).then_some((When::Fixed(Part::Year(year)), next));
    }
    if let Some((year, next)) = paired(view, idx).filter(|_| !view.language.grammar.adjective_after_noun) {
        // By itself it may be a number as well, and a round one a price.
        let round = year % 10 == 0;
        let told = (1800..2100).contains(&year)
            && !round
            && is_uncounted(view, next, false)
            && !view.is_all(&(idx..next));
        return told.then_some((When::Fixed(Part::Year(year)), next));
    }
    let year = view.year(idx)?;
    let recent = (1900..=2100).contains(&year);
    let end = view.after_year(idx);
    let is_strong = idx > 0 && view.is_any(idx - 1, &STRONG);
    let is_weak = idx > 0 && recent && view.is_any(idx - 1, &WEAK) && !view.has_conjunction(idx - 1);
    let told = view.announced
        || end > idx + 1
        || is_strong
        || follows_year(view, idx)
        || is_weak
        || (recent && (is_attribute(view, idx) || is_term(view, idx, end)));
    (told && is_uncounted(view, end, is_weak && !is_strong)).then_some((When::Fixed(Part::Year(year)), end))
}

/// Whether the year at `idx` goes on a list of years: "in 1994, 1995 and 1997".
fn follows_year(view: &View<'_>, idx: usize) -> bool {
    let Some((end, When::Fixed(Part::Year(_)))) = view.last else { return false };
    let comma = view.skip_sign(end, &[","]);
    let joint = view.skip(comma, &[Function::And, Function::Or]);
    joint == idx && (joint > end || view.has_conjunction(idx))
}

/// Reads a year in words: `nineteen ninety-six`, `two thousand and five`, `ألفين وثمانية عشر`.
pub(super) fn spelled(view: &View<'_>, idx: usize) -> Option<(i16, usize)> {
    view.get(idx).filter(|word| word.kind == TokenKind::Word && !word.senses.is_empty())?;
    let whole = || {
        let reader = Reader { words: view.words, language: view.language };
        let term = reader.number(idx, Joining::WithAnd).filter(|term| !term.is_vague && !term.is_fraction)?;
        Some((i32::try_from(term.value.to_whole()?).ok()?, term.end)).filter(|(_, end)| *end > idx + 1)
    };
    if let Some(paired) = paired(view, idx) {
        return Some(paired);
    }
    let (year, end) = whole()?;
    let year = i16::try_from(year).ok().filter(|year| (1100..2200).contains(year))?;
    Some((year, end))
}

/// Reads a year told by its hundreds: `nineteen ninety-six`.
fn paired(view: &View<'_>, idx: usize) -> Option<(i16, usize)> {
    view.get(idx).filter(|word| word.kind == TokenKind::Word && !word.senses.is_empty())?;
    let (century, next) = count::cardinal(view, idx).filter(|(number, _)| (11..=20).contains(number))?;
    let (rest, end) = count::cardinal(view, next).filter(|(number, _)| (10..100).contains(number))?;
    let year = i16::try_from(century * 100 + rest).ok()?;
    let joined = view.has_conjunction(next) || view.language.grammar.adjective_after_noun;
    (!joined && end > next).then_some((year, end))
}

/// Whether the year at `idx` stands between an article or an owner and what it tells apart: "the 1959 treaty",
/// "her unsuccessful 1996 campaign".
fn is_attribute(view: &View<'_>, idx: usize) -> bool {
    if view.language.grammar.adjective_after_noun {
        return false;
    }
    let leads = |before: usize| idx >= before && view.is_stop(idx - before);
    let owned = |word: &Word| {
        word.is_function(Function::Own) || view.language.without_owner(&word.normal) != word.normal
    };
    let owns = |before: usize| idx >= before && view.get(idx - before).is_some_and(owned);
    let plain = |word: &Word| {
        let fixed = |(_, form)| form == Form::Fixed;
        let unknown = word.senses.is_empty() || word.concept().is_some_and(fixed);
        word.kind == TokenKind::Word && unknown && !word.capital
    };
    let adjective = idx > 0 && view.get(idx - 1).is_some_and(plain);
    let named = |word: &Word| word.capital || word.concept().is_some_and(|(_, form)| form == Form::One);
    let noun = |word: &Word| named(word) || (word.kind == TokenKind::Word && word.senses.is_empty());
    (leads(1) && view.get(idx + 1).is_some_and(named))
        || ((owns(1) || (adjective && (owns(2) || leads(2)))) && view.get(idx + 1).is_some_and(noun))
}

/// Whether the year is told as the term of something: `bonds due 1993`, `for 1988, it earned`.
fn is_term(view: &View<'_>, idx: usize, end: usize) -> bool {
    let leads = [Function::For, Function::Expected, Function::Each];
    let stop = idx > 0 && view.is_any(idx - 1, &leads);
    let quoted = view.get(end).is_some_and(|word| word.kind == TokenKind::Sign && !word.is_sign("-"));
    let listed = view.is(end, Function::And) && view.year(end + 1).is_some();
    stop && (listed || nth::stands_alone(view, end) || (quoted && view.raw(end + 1).is_none()))
}

/// Whether the number before `idx` counts nothing there; an unknown word may be a counted noun.
#[must_use]
pub fn is_uncounted(view: &View<'_>, idx: usize, strict: bool) -> bool {
    let Some(word) = view.get(idx) else { return true };
    let is_noun = word.senses.iter().any(|sense| {
        matches!(sense.meaning, Meaning::Concept(_) | Meaning::Role(_))
            && matches!(sense.form, Form::Many | Form::Two)
    });
    let unknown = strict && word.kind == TokenKind::Word && word.senses.is_empty() && !word.capital;
    !(is_noun || unknown || date::counted(view, idx) || view.sign(idx, "%"))
}

/// Reads `1990s`, `the nineties`, `التسعينيات من القرن الماضي`.
fn decade(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some((year, 4)) = view.digits(idx).filter(|(year, _)| year % 10 == 0) {
        let mark = view.skip_sign(idx + 1, &["'"]);
        // The letter is put behind the year in every language of Latin script that does so.
        let plural = view.get(mark).is_some_and(|word| word.normal == "s" && word.touches());
        return plural.then_some((When::Fixed(Part::Decade(i16::try_from(year / 10).ok()?)), mark + 1));
    }
    if let Some(found) = short_decade(view, idx) {
        return Some(found);
    }
    let named = view.meaning(idx, |meaning| match meaning {
        Meaning::Concept(id) => id.strip_prefix(DECADE)?.parse::<i16>().ok(),
        _ => None,
    })?;
    if named >= 1000 {
        return Some((When::Fixed(Part::Decade(named / 10)), idx + 1));
    }
    let start = view.skip(idx + 1, &[Function::Of, Function::From]);
    match century(view, start).or_else(|| relative::turn(view, start)) {
        Some((When::Fixed(Part::Century(century)), next)) => Some((in_century(century, named), next)),
        Some((When::Turn(Scale::Century, turns), next)) => {
            let century = view.today.map_or(20, |day| day.year() / 100) + i16::from(turns);
            Some((in_century(century, named), next))
        }
        // Without a century only "the seventies" are those of the last one.
        _ => {
            let name = Meaning::Concept(format!("{DECADE}{named}").into());
            (named >= 30 && view.is_definite(idx, &name)).then_some((in_century(19, named), idx + 1))
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
    let led = view.is_any(before, &[Function::In, Function::During, Function::Since])
        || view.is_any(before, &EDGES);
    let defined = view.is_stop(before) && !view.is(before, Function::Own);
    (plural && (led || defined)).then(|| (in_century(19, decade), mark + 1))
}

fn in_century(century: i16, decade: i16) -> When {
    When::Fixed(Part::Decade(century * 10 + decade / 10))
}

/// Reads `the 19th century`, `القرن التاسع عشر`.
fn century(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (number, next) = with_ordinal(view, idx, |at| view.is_one(at, Scale::Century))?;
    let century = i16::try_from(number).ok().filter(|number| (2..=22).contains(number))?;
    Some((When::Fixed(Part::Century(century - 1)), next))
}

/// The ordinal before or behind a noun at `idx`; with the index behind both.
fn with_ordinal(view: &View<'_>, idx: usize, is_noun: impl Fn(usize) -> bool) -> Option<(i32, usize)> {
    if is_noun(idx) {
        return count::ordinal(view, idx + 1);
    }
    let (number, next) = count::ordinal(view, idx)?;
    let hyphen = view.sign(next, "-") && view.touches(next) && view.touches(next + 1);
    let next = next + usize::from(hyphen);
    is_noun(next).then_some((number, next + 1))
}

fn is_quarter(view: &View<'_>, idx: usize) -> bool {
    count::fraction(view, idx).is_some_and(|share| Number::ratio(1, 4) == Some(share))
}

/// The number of a quarter at `idx` with its noun: `third quarter`, `third-quarter`, `Q3`, `الربع الثالث`.
#[must_use]
pub fn quarter_rank(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let sign = || {
        let marked = view.get(idx)?.normal == "q" && view.touches(idx + 1);
        let number = view.raw(idx + 1).filter(|raw| marked && raw.len() == 1)?;
        Some((number.parse::<i32>().ok()?, idx + 2))
    };
    // "A third" is a share by itself, and a rank before a quarter: "a third-quarter loss".
    let share = || {
        let part = count::fraction(view, idx)?;
        let at = view.skip_sign(idx + 1, &["-"]);
        let rank = if part == Number::ratio(1, 3)? {
            3
        } else if part == Number::ratio(1, 4)? {
            4
        } else {
            return None;
        };
        is_quarter(view, at).then_some((rank, at + 1))
    };
    let (number, next) = with_ordinal(view, idx, |at| is_quarter(view, at)).or_else(share).or_else(sign)?;
    let quarter = i8::try_from(number).ok().filter(|number| (1..=4).contains(number))?;
    Some((quarter, next))
}

/// Reads `the third quarter of 2013`, `Q3 2013`, `2013 Q3`, `next year's first quarter`, `last quarter`.
fn quarter(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some(found) = quarter_of_year(view, idx) {
        return Some(found);
    }
    let Some((quarter, next)) = quarter_rank(view, idx) else {
        let many = view.get(idx + 1).is_some_and(|word| word.summary.has_form(Form::Many));
        let near = view.near(idx).filter(|_| is_quarter(view, idx + 1) && !many)?;
        return Some((When::Quarter(0, near), idx + 2));
    };
    Some(match tail(view, next) {
        Some((Tail::Year(year), next)) => (When::Fixed(Part::Quarter(year, quarter)), next),
        Some((Tail::Near(near), next)) => (When::Quarter(quarter, near), next),
        None => (When::Quarter(quarter, Near::Free), next),
    })
}

/// Reads a quarter behind its year: `2013 Q3`, `2017-q1`, `the 1988 third quarter`, `this year's first quarter`.
#[must_use]
pub fn quarter_of_year(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some((When::Turn(Scale::Year, turns), at)) = relative::turn(view, idx) {
        let (quarter, next) =
            quarter_rank(view, at).filter(|_| !view.language.grammar.adjective_after_noun)?;
        return Some((When::Quarter(quarter, Near::Year(turns)), next));
    }
    let year = view.raw(idx).filter(|raw| raw.len() == 4 && !view.joined_before(idx))?.parse::<i16>().ok()?;
    let (quarter, next) = quarter_rank(view, view.skip_sign(idx + 1, &["-"]))?;
    (1900..=2100).contains(&year).then_some((When::Fixed(Part::Quarter(year, quarter)), next))
}

/// Reads `summer 2024`, `last winter`, `الصيف الماضي`.
fn season(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let before = view.near(idx);
    let start = idx + usize::from(before.is_some());
    let season = view.meaning(start, |meaning| {
        if let Meaning::Season(season) = meaning { Some(number_of(*season)) } else { None }
    })?;
    // "This fall in prices" is no season.
    let drop = !view.only(start, |meaning| matches!(meaning, Meaning::Season(_)))
        && view.is_any(start + 1, &[Function::In, Function::Of, Function::To, Function::From]);
    if let Some(near) = before.filter(|_| !drop) {
        return Some((When::Season(season, near), start + 1));
    }
    match tail(view, start + 1).filter(|(_, next)| is_uncounted(view, *next, true)) {
        Some((Tail::Year(year), next)) => Some((When::Fixed(Part::Season(year, season)), next)),
        Some((Tail::Near(near), next)) => Some((When::Season(season, near), next)),
        None => season_alone(view, start).then_some((When::Season(season, Near::Free), start + 1)),
    }
}

/// Whether the season at `idx` is that of some year: "in the summer", `في الصيف`; "a summer" is none.
fn season_alone(view: &View<'_>, idx: usize) -> bool {
    let leads =
        [Function::In, Function::During, Function::Since, Function::For, Function::Until, Function::By];
    let plain = view.only(idx, |meaning| matches!(meaning, Meaning::Season(_)));
    let ends = nth::stands_alone(view, idx + 1);
    if view.announced && plain {
        return true;
    }
    if view.language.grammar.adjective_after_noun {
        let stuck = view.get(idx).is_some_and(|word| word.clitics.article);
        return plain && stuck && ends && idx > 0 && view.is_any(idx - 1, &leads);
    }
    plain && ends && idx > 1 && view.is_stop(idx - 1) && view.is_any(idx - 2, &leads)
}

const fn number_of(season: Season) -> i8 {
    match season {
        Season::Spring => 1,
        Season::Summer => 2,
        Season::Autumn => 3,
        Season::Winter => 4,
    }
}
