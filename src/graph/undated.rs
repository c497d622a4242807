//! The days of articles that nobody dated: a day without its year is of the year of the story, where the other
//! articles tell that.

use crate::extract::Extraction;
use crate::fact::{Article, Derivation, Fact};
use crate::value::Value;
use crate::value::time::{Part, Point, Time};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Most days between the first and the last article of a story that tell its year.
const STORY: i32 = 92;

/// Most days between the first and the last article of a story that tell when another one was written, and how many
/// days behind the last it was at most.
const NEWS: i32 = 10;
const LATER: i64 = 4;

/// Supposes when the articles were written that nobody dated.
pub fn suppose(articles: &mut [Article]) {
    let days = days(articles);
    for article in articles.iter_mut().filter(|article| article.published.is_none()) {
        let Some((first, last)) = days.get(&article.story) else { continue };
        let is_short = first.until(*last).is_ok_and(|span| span.get_days() <= NEWS);
        let end = last.checked_add(LATER.days()).ok().filter(|_| is_short);
        article.supposed = end.map(|end| Time::between(Part::Day(*first), Part::Day(end)));
    }
}

/// The first and the last day of the articles of each story.
fn days(articles: &[Article]) -> BTreeMap<String, (Date, Date)> {
    let mut days: BTreeMap<String, (Date, Date)> = BTreeMap::new();
    for article in articles {
        let Some((day, _)) = article.published.and_then(|published| published.days()) else { continue };
        let (first, last) = days.entry(article.story.clone()).or_insert((day, day));
        (*first, *last) = ((*first).min(day), (*last).max(day));
    }
    days
}

/// Puts days of unknown years into the year in which they lie nearest to the other articles of their story.
pub(super) fn place(articles: &[Article], extractions: &mut [Extraction]) {
    let days = days(articles);
    let is_short =
        |(first, last): &&(Date, Date)| first.until(*last).is_ok_and(|span| span.get_days() <= STORY);
    for (article, extraction) in articles.iter().zip(extractions) {
        let told = days.get(&article.story).filter(|_| article.published.is_none()).filter(is_short);
        if let Some((_, day)) = told {
            place_in(extraction, *day);
        }
    }
}

fn place_in(extraction: &mut Extraction, story: Date) {
    let figures = extraction.figures.iter_mut().map(|figure| &mut figure.fact);
    for fact in extraction.facts.iter_mut().chain(figures) {
        date(fact, story);
        for value in fact.slots.values_mut().flat_map(|filling| &mut filling.values) {
            if let Some(placed) = placed(value, story) {
                *value = placed;
            }
        }
    }
    let slots = extraction.events.iter_mut().flat_map(|event| event.slots.values_mut());
    for value in slots.flat_map(|filling| &mut filling.values) {
        if let Some(placed) = placed(value, story) {
            *value = placed;
        }
    }
}

/// Gives the value of a fact its year, and tells from where it has it.
fn date(fact: &mut Fact, story: Date) {
    // What tells the day of writing is weighed with all other times of the story.
    let is_of_writing = matches!(fact.derivation, Some(Derivation::Written { .. }));
    let Some(placed) = placed(&fact.value, story).filter(|_| !is_of_writing) else { return };
    let relative = fact.value.to_string();
    fact.derivation = Some(Derivation::Resolved { relative, reference: Part::Day(story).into() });
    fact.value = placed;
}

fn placed(value: &Value, story: Date) -> Option<Value> {
    let Value::Time(time) = value else { return None };
    let point = |point: Option<Point>| {
        point.map(|point| Point { part: nearest(point.part, story).unwrap_or(point.part), ..point })
    };
    let placed = Time { first: point(time.first), last: point(time.last) };
    (placed != *time).then_some(Value::Time(placed))
}

/// The day of the year in which it lies nearest to another day.
fn nearest(part: Part, story: Date) -> Option<Part> {
    let Part::DayOfYear(month, day) = part else { return None };
    let years = [-1, 0, 1].into_iter().filter_map(|years| {
        let year = story.checked_add(years.years()).ok()?.year();
        Date::new(year, month, day).ok()
    });
    let distance = |date: &Date| story.until(*date).map_or(i32::MAX, |span| span.get_days().abs());
    years.min_by_key(distance).map(Part::Day)
}
