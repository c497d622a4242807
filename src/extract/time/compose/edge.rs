//! The beginning, the middle or the end of a longer time, and the unit that the text speaks of.

use crate::extract::time::anchored::beside;
use crate::extract::time::compose;
use crate::extract::time::compose::moment;
use crate::extract::time::count;
use crate::extract::time::date::month;
use crate::extract::time::nth;
use crate::extract::time::part::{self};
use crate::extract::time::said::{Item, Nth, Said, Scale, When, Whole};
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::time::Clock;

/// The end of a day.
const LAST_SECOND: Clock = Clock::new(24 * 3600 - 1, 1);

/// Words for a part at one end of a longer time, or in its middle.
const EDGES: [Function; 5] =
    [Function::Beginning, Function::Middle, Function::End, Function::Earlier, Function::Later];

/// Reads `early 2026`, `mid-June`, `مطلع عام 2026`: the part itself.
pub fn read(view: &View<'_>, idx: usize) -> Option<Said> {
    if let Some((when, next)) = year_end(view, idx).or_else(|| this_unit(view, idx)) {
        return compose::said(idx, next, when, None);
    }
    if let Some((when, next)) = end_of_day(view, idx) {
        return compose::said(idx, next, when, Some(LAST_SECOND));
    }
    let owned = view.get(idx).is_some_and(|word| word.clitics.pronoun && !word.normal.is_ascii());
    let is_edge = view.is_any(idx, &EDGES);
    // What is to *end on* a day ends then, and is no end of it; what will *start in* 2028 starts at any time of it.
    let is_verb = view.get(idx).is_some_and(|word| word.summary.has_form(Form::Present));
    let helps = [Function::Will, Function::To, Function::Expected];
    let is_helped = idx > 0 && view.is_any(idx - 1, &helps) && view.is(idx + 1, Function::In);
    let acts = is_verb && (is_helped || view.is(idx + 1, Function::On));
    if !is_edge || owned || acts || is_month(view, idx) || is_rank(view, idx) {
        return None;
    }
    if let Some((when, next)) = edge_of_unit(view, idx) {
        return compose::said(idx, next, when, None);
    }
    let start = view.skip_sign(view.skip(idx + 1, &[Function::Of, Function::In, Function::On]), &["-"]);
    let phrase = view.get(idx).is_some_and(|word| word.tokens.len() > 1);
    let start = if phrase || start > idx + 1 { view.skip_stop(start) } else { start };
    let inner = View { announced: true, ..*view };
    let inside = moment::day_first(&inner, start)
        .or_else(|| compose::part(&inner, start))
        .or_else(|| compose::part(&inner, idx + 1))?;
    let when = if let When::Turn(Scale::Week, turns) = inside.when {
        edge_of_week(view, idx, turns).unwrap_or(inside.when)
    } else {
        inside.when
    };
    let edge = part::edge(view, idx);
    // "The end of Monday" is its last second, and "late Monday" is not.
    let end = view.is(idx, Function::End) && edge.is_none() && inside.when.is_day();
    let clock = match inside.clock {
        Some(hours) => Some(part::edged(hours, edge)),
        None => end.then_some(LAST_SECOND),
    };
    Some(Said { words: idx..inside.words.end, when, clock })
}

/// Whether a word with an article is the rank of the noun before it: لقبه *الأول* عام 2019.
fn is_rank(view: &View<'_>, idx: usize) -> bool {
    let follows = view.language.grammar.adjective_after_noun && idx > 0 && view.words[idx].breaks == 0;
    let before = || view.words[idx - 1].kind == TokenKind::Word && view.words[idx - 1].is_noun();
    let is_ordinal =
        |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(_)));
    follows && view.get(idx).is_some_and(|word| word.clitics.article && is_ordinal(word)) && before()
}

/// The first three days of a week, or its last four; a week that does not begin on Monday everywhere stays
/// whole.
fn edge_of_week(view: &View<'_>, idx: usize, turns: i8) -> Option<When> {
    let (rank, count) = if view.is(idx, Function::Beginning) {
        (1, 3)
    } else if view.is(idx, Function::End) {
        (-1, 4)
    } else {
        return None;
    };
    let of = Whole::Turn(Scale::Week, turns);
    let days = Nth { rank, count, what: Item::Day, of };
    (!view.language.grammar.adjective_after_noun).then_some(When::Nth(days))
}

/// Reads `the end of the month`, `earlier in the year`, `نهاية العام`: the unit of the date told before, or
/// of the day of writing.
fn edge_of_unit(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let follows = view.language.grammar.adjective_after_noun;
    let phrase = view.get(idx).is_some_and(|word| word.tokens.len() > 1);
    let joint = view.skip(idx + 1, &[Function::Of, Function::In]);
    let at = view.skip_stop(joint);
    let (scale, form) = view.scale(at)?;
    let phrased = view.get(at).is_some_and(|word| word.tokens.len() > 1);
    let defined = if follows {
        view.has_article(at)
    } else {
        at > joint || phrased || ((phrase || joint > idx + 1) && matches!(scale, Scale::Month | Scale::Year))
    };
    let next = at + 1;
    let told = view.raw(next).is_some()
        || view.is_described(at)
        || view.near(next).is_some()
        || view.has_concept_joined(next)
        || count::ordinal(view, next).is_some()
        || view.is_any(next, &[Function::Of, Function::Previous, Function::Following, Function::Same]);
    // The word for a decade is that for a contract in a language that puts its adjectives behind.
    let calendar = matches!(scale, Scale::Week | Scale::Month | Scale::Year | Scale::Century)
        || (scale == Scale::Decade && !follows);
    let joined = follows || phrase || joint > idx + 1;
    if form != Form::One || !calendar || told || !defined || !joined {
        return None;
    }
    // What goes on since then began before now, whatever was told before.
    let since = idx > 0 && view.is(idx - 1, Function::Since);
    Some((if since { When::Turn(scale, 0) } else { unit_now(view, scale) }, next))
}

/// Reads `by the end of the day`; "at the end of the day" is an idiom.
fn end_of_day(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let joint = view.skip(idx + 1, &[Function::Of]);
    let at = view.skip_article(joint);
    let phrase = view.get(idx).is_some_and(|word| word.tokens.len() > 1);
    let told = view.is(idx, Function::End)
        && (phrase || joint > idx + 1)
        && at > joint
        && view.is_one(at, Scale::Day);
    let article = idx > 0 && view.skip_article(idx - 1) == idx;
    let before = idx.checked_sub(1 + usize::from(article));
    let led = before.is_some_and(|at| view.is_any(at, &[Function::By, Function::Until, Function::Before]));
    let day = beside::unit(view, Scale::Day).map_or(When::RelativeDay(0), When::Fixed);
    (told && led && !view.language.grammar.adjective_after_noun).then_some((day, at + 1))
}

/// Reads the unit of `for the week`, `in the year`: the one that the text speaks of.
fn this_unit(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let phrase = view.get(idx).is_some_and(|word| word.tokens.len() > 1);
    let before = idx.checked_sub(1 + usize::from(!phrase))?;
    let defined = phrase || (view.is_stop(before + 1) && !view.is(before + 1, Function::Per));
    let whole = usize::from(view.is_any(idx, &[Function::Whole, Function::Fiscal]));
    let led = view.is_any(before, &[Function::In, Function::For, Function::During]);
    let (scale, form) = view.scale(idx + whole).filter(|_| defined && led)?;
    let next = idx + whole + 1;
    let calendar = matches!(scale, Scale::Week | Scale::Month | Scale::Year) && form == Form::One;
    let joined = view.is_any(next, &[Function::To, Function::Until, Function::From, Function::Or]);
    let follows = view.language.grammar.adjective_after_noun;
    (calendar && !follows && !joined && nth::stands_alone(view, next)).then(|| (unit_now(view, scale), next))
}

/// The unit of the date told before, or that of the day of writing.
fn unit_now(view: &View<'_>, scale: Scale) -> When {
    beside::unit(view, scale).map_or(When::Turn(scale, 0), When::Fixed)
}

/// Reads `year-end`, `year end`, `year's end`: the year itself.
fn year_end(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if view.language.grammar.adjective_after_noun || !view.is_one(idx, Scale::Year) {
        return None;
    }
    let hyphen = view.skip_sign(idx + 1, &["-"]);
    let end = view.is(hyphen, Function::End) && view.get(hyphen).is_some_and(|word| word.tokens.len() == 1);
    end.then(|| (unit_now(view, Scale::Year), hyphen + 1))
}

fn is_month(view: &View<'_>, idx: usize) -> bool {
    month::read(view, idx).is_some() && view.is_proper(idx)
}
