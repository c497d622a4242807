//! What keeps two times from a contradiction.

use crate::check::pair::Pair;
use crate::fact::{Derivation, Fact, Modality};
use crate::graph::question::Class;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::compare::{Side, days_apart};
use crate::value::time::Clock;

/// Seconds of a day, behind which a midnight may be told as the end of it.
const DAY: i32 = 24 * 3600;

/// Days of a week.
const WEEK: i32 = 7;

/// Most days by which two articles give one event of the news another day.
const ONE_EVENT: i64 = 7;

/// Days that lie at least between two events of one sort of which each has a year of its own.
const YEARS: i64 = 2 * 366;

/// Most days by which two articles date one thing that is planned: a plant that closes in March, or in June.
const ONE_PLAN: i64 = 400;

impl Pair<'_> {
    /// Whether two times lie so far apart that they are rather of two events of one sort.
    pub(super) fn is_far_apart(&self) -> bool {
        let (Value::Time(left), Value::Time(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let is_planned = |class: &Class| class.modality == Modality::Planned;
        let most = if is_planned(self.left) && is_planned(self.right) { ONE_PLAN } else { ONE_EVENT };
        days_apart(left, right).is_none_or(|days| days > most)
    }

    /// Whether two times of an event lie years from each other, and the one is no slip of the pen for the other: there was
    /// another one then.
    pub(super) fn is_years_apart(&self) -> bool {
        let (Value::Time(left), Value::Time(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let is_far = days_apart(left, right).is_none_or(|days| days > YEARS);
        self.kind.event.is_some() && is_far && self.slip().is_none()
    }

    /// Whether of two times of events the one is told by the day or the hour, and the other by the year or the month.
    pub(super) fn is_day_and_year(&self) -> bool {
        let is_day = |value: &Value| {
            let Value::Time(time) = value else { return None };
            time.days().map(|(first, last)| first == last)
        };
        let days = is_day(&self.left.value).zip(is_day(&self.right.value));
        self.kind.value == ValueType::Time
            && self.kind.event.is_some()
            && days.is_some_and(|(left, right)| left != right)
    }

    /// Whether a side of a story that was found in a heap counts a time from the day of publication: papers print for the
    /// next day what an agency wrote for this one.
    pub(super) fn is_of_other_print(&self) -> bool {
        let is_relative = |fact: &Fact| matches!(fact.derivation, Some(Derivation::Resolved { .. }));
        let mut facts = self.facts(Side::Left).chain(self.facts(Side::Right));
        facts.any(|fact| is_relative(fact) && self.knowledge.neighbourhood.is_found(fact.article))
    }

    /// Whether one side is of an article whose day of writing is only supposed, and the other whole weeks apart: its
    /// weekday is right and its week may not be.
    pub(super) fn is_weeks_apart(&self) -> bool {
        let (Value::Time(left), Value::Time(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let is_supposed = |side: Side| {
            let mut articles = self.facts(side).map(|fact| self.knowledge.article(fact.article));
            articles.any(|article| article.is_some_and(|article| article.published.is_none()))
        };
        let apart = left.days().zip(right.days()).and_then(|((left, _), (right, _))| left.until(right).ok());
        (is_supposed(Side::Left) || is_supposed(Side::Right))
            && apart.is_some_and(|span| span.get_days() != 0 && span.get_days() % WEEK == 0)
    }

    /// Whether one side is counted in weeks, and the other no more than half a week away: in nine weeks may be a day or
    /// two less.
    pub(super) fn is_within_week(&self) -> bool {
        let (Value::Time(left), Value::Time(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let is_in_weeks = |fact: &Fact| {
            let Some(Derivation::Resolved { relative, .. }) = &fact.derivation else { return false };
            let days =
                relative.trim_start_matches('-').strip_prefix('P').and_then(|far| far.strip_suffix('D'));
            let days = days.and_then(|days| days.parse::<i64>().ok());
            days.is_some_and(|days| days > i64::from(WEEK) && days % i64::from(WEEK) == 0)
        };
        let mut facts = self.facts(Side::Left).chain(self.facts(Side::Right));
        facts.any(is_in_weeks) && days_apart(left, right).is_some_and(|days| days <= i64::from(WEEK / 2))
    }

    /// Whether copies of one text give a time in the same words counted from the day of publication, as a
    /// reprint does that keeps "yesterday".
    pub(super) fn is_reprinted(&self) -> bool {
        let told = |side: Side| {
            let fact = self.facts(side).next()?;
            let origin = self.knowledge.origins.get(fact.article.0)?;
            match &fact.derivation {
                Some(Derivation::Resolved { relative, .. }) => Some((relative.as_str(), *origin)),
                Some(_) | None => None,
            }
        };
        told(Side::Left).is_some_and(|left| told(Side::Right) == Some(left))
    }

    /// Whether times of both sides are one hour of one day on two clocks: a zone that no words tell was only supposed.
    pub(super) fn is_one_clock(&self) -> bool {
        let bare = |fact: &Fact| {
            let Value::Time(time) = &fact.value else { return None };
            let point = time.first.filter(|_| time.first == time.last)?;
            Some((point.part, point.clock.map(|clock| Clock { zone: None, ..clock })?))
        };
        let mut lefts = self.facts(Side::Left).filter_map(bare);
        lefts.any(|left| self.facts(Side::Right).filter_map(bare).any(|right| left == right))
    }

    /// Whether one side is a midnight, which some count to the day before it and some to the day behind it, and the
    /// other one of these days.
    pub(super) fn is_midnight(&self) -> bool {
        let midnight = |value: &Value| {
            let Value::Time(time) = value else { return None };
            let point = time.first.filter(|_| time.first == time.last)?;
            point.clock.filter(|clock| clock.start % DAY == 0)?;
            time.days()
        };
        let day = |value: &Value| {
            let Value::Time(time) = value else { return None };
            time.days()
                .filter(|(first, last)| first == last && time.first.is_some_and(|at| at.clock.is_none()))
        };
        let (left, right) = (&self.left.value, &self.right.value);
        let pair = midnight(left).zip(day(right)).or_else(|| midnight(right).zip(day(left)));
        pair.is_some_and(|((night, _), (day, _))| {
            night.until(day).is_ok_and(|span| span.get_days().abs() <= 1)
        })
    }
}
