//! What a fact says of days: how far one unknown day is from another, at least and at most.

use crate::fact::{ArticleIdx, EventIdx, Fact, FactIdx, Modality, Stance};
use crate::graph::Knowledge;
use crate::graph::times::recurring::{self, Recurring};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Tells;
use crate::value::Value;
use crate::value::duration::{DAY, Duration, Period};
use crate::value::interval::End;
use crate::value::notation;
use crate::value::number::Number;
use crate::value::time::{CalendarUnit, Part, Point, Time};
use std::collections::BTreeMap;

/// Days of a week, and the longest months and years.
const WEEK: i64 = 7;
const MONTH: i64 = 31;
const YEAR: i64 = 366;

/// A day that is not known, or the beginning of 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variable {
    /// The day from which all are counted.
    Origin,
    /// When an article was published; only where that is not known.
    Published(ArticleIdx),
    /// When an event began.
    Start(EventIdx),
    /// When it ended.
    End(EventIdx),
    /// The time that a fact names by its distance from an unknown day.
    Named(FactIdx),
}

/// `right` is at least and at most so many days after `left`; or lies on days that come again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// The day that is counted from.
    pub left: Variable,
    /// The other day.
    pub right: Variable,
    /// Days between, at least.
    pub least: Option<i64>,
    /// Days between, at most.
    pub most: Option<i64>,
    /// The days on which `right` can fall, where they come again.
    pub recurring: Option<Recurring>,
    /// The fact that says so; none where it is so by the nature of things.
    pub fact: Option<FactIdx>,
}

impl Variable {
    /// The article whose day of publication it is.
    #[must_use]
    pub const fn published(self) -> Option<ArticleIdx> {
        match self {
            Self::Published(article) => Some(article),
            Self::Origin | Self::Start(_) | Self::End(_) | Self::Named(_) => None,
        }
    }
}

impl Constraint {
    /// The unknown days that it is about.
    #[must_use]
    pub fn variables(&self) -> Vec<Variable> {
        [self.left, self.right].into_iter().filter(|variable| *variable != Variable::Origin).collect()
    }
}

/// Everything that the facts say of days.
#[must_use]
pub fn constraints(knowledge: &Knowledge, lexicon: &Lexicon) -> Vec<Constraint> {
    let mut all = Vec::new();
    let longest = longest(lexicon);
    for (idx, fact) in knowledge.facts.iter().enumerate() {
        let kind = lexicon.kind(&fact.kind);
        let Some(tells) = kind.and_then(|kind| kind.tells) else { continue };
        if fact.stance != Stance::Asserted || fact.modality != Modality::Actual {
            continue;
        }
        let known = knowledge.article(fact.article).and_then(|article| article.published);
        let published = known.and_then(single);
        let mut teller =
            Teller { knowledge, longest: &longest, fact, idx: FactIdx(idx), published, all: &mut all };
        teller.tell(tells);
    }
    all
}

/// The day that a time is, where it is a single one.
fn single(time: Time) -> Option<i64> {
    let (first, last) = days(&time)?;
    first.filter(|_| first == last)
}

/// First and last day of a time; none for an end that is missing. None for a relative time.
fn days(time: &Time) -> Option<(Option<i64>, Option<i64>)> {
    let first = time.first.map(|point| point.part.days().map(|days| recurring::number(days.0)));
    let last = time.last.map(|point| point.part.days().map(|days| recurring::number(days.1)));
    Some((first.map_or(Some(None), |day| day.map(Some))?, last.map_or(Some(None), |day| day.map(Some))?))
}

/// What one fact says.
struct Teller<'k> {
    knowledge: &'k Knowledge,
    /// The longest that events of each type can last, in days.
    longest: &'k BTreeMap<&'k str, i64>,
    fact: &'k Fact,
    idx: FactIdx,
    /// The day of publication, where it is known.
    published: Option<i64>,
    all: &'k mut Vec<Constraint>,
}

impl Teller<'_> {
    fn tell(&mut self, tells: Tells) {
        match (&self.fact.value, self.fact.event) {
            (Value::Time(time), Some(event)) => self.time(event, *time, tells),
            (Value::Duration(duration), Some(event)) => self.duration(event, duration, tells),
            (Value::Time(time), None) if tells == Tells::Published => self.written(*time),
            _ => {}
        }
    }

    fn push(&mut self, left: Variable, right: Variable, (least, most): (Option<i64>, Option<i64>)) {
        let fact = Some(self.idx);
        self.all.push(Constraint { left, right, least, most, recurring: None, fact });
    }

    fn time(&mut self, event: EventIdx, time: Time, tells: Tells) {
        let (start, end) = (Variable::Start(event), Variable::End(event));
        self.lasts(event);
        match tells {
            Tells::Start => self.within(start, start, time),
            Tells::End => self.within(end, end, time),
            Tells::During => self.within(start, end, time),
            Tells::Whole => self.whole(event, time),
            Tells::Order => self.order(event, time),
            Tells::Length | Tells::Age | Tells::Published | Tells::Rank => {}
        }
    }

    /// An event does not end before it begins, nor last longer than such events can.
    fn lasts(&mut self, event: EventIdx) {
        let (left, right) = (Variable::Start(event), Variable::End(event));
        let event_type = self.knowledge.events.get(event.0).map(|event| event.event_type.as_str());
        let most = event_type.and_then(|event_type| self.longest.get(event_type)).copied();
        self.all.push(Constraint { left, right, least: Some(0), most, recurring: None, fact: None });
    }

    /// A day of the time lies between `start` and `end`.
    fn within(&mut self, start: Variable, end: Variable, time: Time) {
        if let Some((first, last)) = days(&time) {
            self.push(Variable::Origin, start, (None, last));
            self.push(Variable::Origin, end, (first, None));
        } else if let (Some(first), Some(last)) = (time.first, time.last)
            && first == last
        {
            let named = Variable::Named(self.idx);
            self.push(start, named, (Some(0), None));
            self.push(named, end, (Some(0), None));
            self.named(named, first);
        }
    }

    /// A stretch begins with its first point and ends with its last.
    fn whole(&mut self, event: EventIdx, time: Time) {
        let (start, end) = (Variable::Start(event), Variable::End(event));
        match (time.first, time.last) {
            (Some(first), Some(last)) if first != last => {
                self.within(start, start, Time::at(first));
                self.within(end, end, Time::at(last));
            }
            _ => self.within(start, end, time),
        }
    }

    /// A time that is named by its distance from the day of publication.
    fn named(&mut self, named: Variable, point: Point) {
        match point.part {
            Part::Distance(period) => {
                if let Some((least, most)) = distance(period) {
                    self.since_published(named, least, most);
                }
            }
            Part::Current(unit) => self.since_published(named, 1 - length(unit), length(unit) - 1),
            Part::Weekday(weekday) => {
                self.since_published(named, -WEEK, WEEK);
                self.recurs(named, Recurring::Weekday(weekday));
            }
            Part::DayOfYear(month, day) => {
                self.since_published(named, -YEAR, YEAR);
                self.recurs(named, Recurring::DaysOfYear((month, day), (month, day)));
            }
            Part::MonthOfYear(_) | Part::AnyDay | Part::Century(_) | Part::Decade(_) | Part::Year(_) => {}
            Part::Season(..) | Part::Quarter(..) | Part::Month(..) | Part::Week(..) | Part::Day(_) => {}
            Part::DayOfMonth(_) | Part::QuarterOfYear(_) | Part::SeasonOfYear(_) => {}
            Part::Sighted(_) | Part::Unknown | Part::Vague(_) => {}
        }
    }

    /// The variable lies so many days after the publication.
    fn since_published(&mut self, variable: Variable, least: i64, most: i64) {
        match self.published {
            Some(day) => self.push(Variable::Origin, variable, (Some(day + least), Some(day + most))),
            None => self.push(Variable::Published(self.fact.article), variable, (Some(least), Some(most))),
        }
    }

    fn recurs(&mut self, right: Variable, recurring: Recurring) {
        let (left, recurring, fact) = (Variable::Origin, Some(recurring), Some(self.idx));
        self.all.push(Constraint { left, right, least: None, most: None, recurring, fact });
    }

    /// What a text says of its own day.
    fn written(&mut self, time: Time) {
        let published = Variable::Published(self.fact.article);
        if self.published.is_some() {
            return;
        }
        if let Some(range) = days(&time) {
            return self.push(Variable::Origin, published, range);
        }
        match (time.first.map(|point| point.part), time.last.map(|point| point.part)) {
            (Some(Part::Weekday(weekday)), _) => self.recurs(published, Recurring::Weekday(weekday)),
            (Some(Part::DayOfYear(month, day)), Some(Part::DayOfYear(last_month, last_day))) => {
                self.recurs(published, Recurring::DaysOfYear((month, day), (last_month, last_day)));
            }
            _ => {}
        }
    }

    /// One event lies so far after the other: from its beginning at least and from its end at most. What is
    /// before the other is counted from its beginning.
    fn order(&mut self, event: EventIdx, time: Time) {
        let Some(after) = self.fact.after else { return };
        self.lasts(after);
        let start = Variable::Start(event);
        let bounds = |point: Option<Point>| match point.map(|point| point.part) {
            Some(Part::Distance(period)) => distance(period),
            _ => None,
        };
        if let Some((least, _)) = bounds(time.first) {
            self.push(Variable::Start(after), start, (Some(least), None));
        }
        if let Some((_, most)) = bounds(time.last) {
            let is_before = time.first.is_none() || most <= 0;
            let after = if is_before { Variable::Start(after) } else { Variable::End(after) };
            self.push(after, start, (None, Some(most)));
        }
    }

    fn duration(&mut self, event: EventIdx, duration: &Duration, tells: Tells) {
        let Some((least, most)) = lengths(duration) else { return };
        let (start, end) = (Variable::Start(event), Variable::End(event));
        self.lasts(event);
        match tells {
            // Two days can be a Tuesday and a Wednesday, or the two nights between three days.
            Tells::Length => self.push(start, end, (least.map(|least| (least - 1).max(0)), most)),
            Tells::Age => {
                let step = step(duration);
                let (least, most) = (least.map(|least| least - step), most.map(|most| most + step));
                let (first, last) = (most.map(|most| -most), least.map(|least| -least));
                match self.published {
                    Some(day) => {
                        self.push(Variable::Origin, start, (first.map(|d| day + d), last.map(|d| day + d)));
                    }
                    None => self.push(Variable::Published(self.fact.article), start, (first, last)),
                }
            }
            Tells::Start | Tells::End | Tells::During | Tells::Whole => {}
            Tells::Published | Tells::Order | Tells::Rank => {}
        }
    }
}

/// The longest that events of each type can last, in days, as far as the kinds of their lengths tell it.
fn longest(lexicon: &Lexicon) -> BTreeMap<&str, i64> {
    let most = |kind: &Kind| lengths(&notation::duration(kind.plausible.as_deref()?).ok()?)?.1;
    let kinds = lexicon.kinds().iter().filter(|kind| kind.tells == Some(Tells::Length));
    kinds.filter_map(|kind| Some((kind.event.as_deref()?, most(kind)?))).collect()
}

/// Days that a duration can be, at least and at most.
fn lengths(duration: &Duration) -> Option<(Option<i64>, Option<i64>)> {
    let possible = duration.possibilities()?;
    let days = |end: End<Number>| end.bound().and_then(|seconds| seconds.over(Number::whole(DAY)));
    let floor = |number: Number| number.floor();
    let least = days(possible.first()?.lower).and_then(floor);
    let most = days(possible.last()?.upper).and_then(floor).and_then(|days| days.checked_add(1));
    Some((least, most))
}

/// Days in the unit that a length is told in: "two years" can be almost three.
fn step(duration: &Duration) -> i64 {
    let days = duration.base_precision().and_then(|seconds| seconds.over(Number::whole(DAY)));
    days.and_then(Number::floor).unwrap_or(1).max(1)
}

/// Days that a distance can be, at least and at most: told in years it can be off by one, and so on.
fn distance(period: Period) -> Option<(i64, i64)> {
    let (low, high) = period.bounds()?;
    let day = Number::whole(DAY);
    let (low, high) = (low.over(day)?.floor()?, high.over(day)?.floor()?);
    let years = period.months.over(Number::whole(12))?.to_whole().is_some();
    let slack = match (period.months.is_zero(), years) {
        (false, true) => YEAR,
        (false, false) => MONTH,
        (true, _) if low != 0 && low % WEEK == 0 => WEEK,
        (true, _) => i64::from(low.abs() > 1),
    };
    Some((low - slack, high + slack))
}

/// The longest that a unit of the calendar is, in days.
const fn length(unit: CalendarUnit) -> i64 {
    match unit {
        CalendarUnit::Day => 1,
        CalendarUnit::Week => WEEK,
        CalendarUnit::Month => MONTH,
        CalendarUnit::Quarter => 3 * MONTH,
        CalendarUnit::Year => YEAR,
        CalendarUnit::Decade => 10 * YEAR,
        CalendarUnit::Century => 100 * YEAR,
    }
}
