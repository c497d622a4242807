//! Days and years that differ, weighed: two articles that date one thing to two days or years contradict each other.
//!
//! What one of two articles gives as well is answered there; any other two of one fineness meet. A clock whose day
//! stands elsewhere dates nothing by itself, and a short article shows too little of its days.

mod clues;

use crate::extract::figure::Figure;
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Fact};
use crate::graph::alike::apart::MONTH;
use crate::graph::alike::clock;
use crate::graph::alike::counterpart::Counterparts;
use crate::graph::alike::guard::Guard;
use crate::graph::alike::weighed::Stop;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::value::Value;
use crate::value::compare::{Comparison, compare};
use crate::value::time::{Part, Point, Time};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// With how many of the articles next to it each is compared, and most dates of an article that are.
const NEXT: usize = 16;
const MOST: usize = 48;

/// Most days that lie between two tellings of one day that has come; of one that is ahead it is a month.
const WEEK: i32 = 7;

/// What a date is told to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    Day(Date),
    Year(i16),
}

impl Told {
    fn of(figure: &Figure) -> Option<Self> {
        let Value::Time(time) = &figure.fact.value else { return None };
        match (time.first?.part, time.last?.part) {
            (Part::Day(first), Part::Day(last)) if first == last => Some(Self::Day(first)),
            _ => time.year().map(Self::Year),
        }
    }

    /// Whether both are days, or both years.
    const fn is_as_fine(self, other: Self) -> bool {
        matches!((self, other), (Self::Day(_), Self::Day(_)) | (Self::Year(_), Self::Year(_)))
    }
}

/// Whether two figures tell two days by their own words.
pub(super) fn are_days(left: &Figure, right: &Figure) -> bool {
    let days = Told::of(left).zip(Told::of(right));
    let are_told = !left.time.is_placed && !right.time.is_placed;
    are_told && matches!(days, Some((Told::Day(left), Told::Day(right))) if left != right)
}

/// A fact of a time as one of its day.
pub(super) fn on_day(fact: &Fact) -> Fact {
    let Value::Time(time) = &fact.value else { return fact.clone() };
    let day = |point: Option<Point>| point.map(|point| Point { clock: None, ..point });
    let is_clock = time.first.is_some_and(|point| point.clock.is_some());
    let value = Value::Time(Time { first: day(time.first), last: day(time.last) });
    Fact { value, clock: Some(*time).filter(|_| is_clock), ..fact.clone() }
}

/// A date of an article.
#[derive(Clone, Copy)]
struct Dated<'f> {
    idx: usize,
    figure: &'f Figure,
    told: Told,
    /// The day on which the article was written.
    written: Option<Date>,
    /// How many other dates as fine the article gives.
    others: i64,
    /// Whether it is the first of those as fine.
    is_first: bool,
    /// Whether its clause gives another one as fine.
    is_listed: bool,
    /// How far into its article it stands, in thousandths.
    place: i64,
    /// Whether its article is too short to show what happened on which day.
    is_of_short: bool,
}

impl Dated<'_> {
    /// Whether it is a day after the one of writing; none of a year, or where that is not known.
    fn is_ahead(&self) -> Option<bool> {
        let Told::Day(day) = self.told else { return None };
        Some(day > self.written?)
    }

    /// Whether it tells until when something was so, and not when it happened: 14 dead as of Wednesday.
    fn is_state(&self) -> bool {
        match self.figure.time.bound {
            Some(Function::AsOf) => true,
            Some(Function::Until) => self.is_ahead() == Some(false),
            Some(_) | None => false,
        }
    }
}

/// An article, and its dates with how they stand.
type Standing<'a, 'f> = (ArticleIdx, &'a Article<'f>, Vec<Dated<'f>>);

/// The dates of an article.
#[derive(Default)]
struct Article<'f> {
    /// Its dates that tell something by their own words.
    dates: Vec<(usize, &'f Figure, Told)>,
    /// All that it gives.
    given: BTreeSet<Told>,
    /// How many sentences it has, up to the last figure.
    sentences: usize,
}

impl<'f> Article<'f> {
    /// Its dates with how they stand.
    fn dated(&self, written: Option<Date>, is_of_short: bool) -> Vec<Dated<'f>> {
        let dated = |&(idx, figure, told): &(usize, &'f Figure, Told)| {
            let others = self.given.iter().filter(|other| other.is_as_fine(told) && **other != told).count();
            let first = self.dates.iter().find(|(.., other)| other.is_as_fine(told));
            let is_beside = |&(_, other, date): &(usize, &Figure, Told)| {
                let is_other = date.is_as_fine(told) && date != told;
                is_other && (other.sentence, other.clause) == (figure.sentence, figure.clause)
            };
            Dated {
                idx,
                figure,
                told,
                written,
                others: i64::try_from(others).unwrap_or_default(),
                is_first: first.is_some_and(|(first, ..)| *first == idx),
                is_listed: self.dates.iter().any(is_beside),
                place: i64::try_from(figure.sentence * 1000 / self.sentences.max(1)).unwrap_or_default(),
                is_of_short,
            }
        };
        self.dates.iter().take(MOST).map(dated).collect()
    }
}

/// The dates of near articles that differ, weighed.
pub(super) fn weigh(
    guard: &Guard<'_, '_>,
    story: impl Fn(&Fact) -> String,
    is_near: impl Fn(ArticleIdx, ArticleIdx) -> bool,
) -> Vec<Counterparts> {
    let mut articles: BTreeMap<ArticleIdx, Article<'_>> = BTreeMap::new();
    for (idx, figure) in guard.figures.iter().enumerate() {
        let article = articles.entry(figure.fact.article).or_default();
        article.sentences = article.sentences.max(figure.sentence + 1);
        let Some(told) = Told::of(figure) else { continue };
        article.given.insert(told);
        if !figure.time.is_placed && !guard.is_found(idx) && is_of_body(guard, figure) {
            article.dates.push((idx, figure, told));
        }
    }
    articles.retain(|_, article| !article.dates.is_empty());
    let mut stories: BTreeMap<String, Vec<Standing<'_, '_>>> = BTreeMap::new();
    for (idx, article) in &articles {
        let known = guard.known.articles.get(idx.0);
        let written = known.and_then(|article| article.written()?.days()).map(|(day, _)| day);
        if let Some((first, figure, _)) = article.dates.first() {
            let dated = article.dated(written, guard.is_of_short(*first));
            stories.entry(story(&figure.fact)).or_default().push((*idx, article, dated));
        }
    }
    let mut weighed = Vec::new();
    for articles in stories.into_values() {
        for (at, (left, own, lefts)) in articles.iter().enumerate() {
            let next = articles.iter().skip(at + 1).take(NEXT);
            for (_, other, rights) in next.filter(|(right, ..)| is_near(*left, *right)) {
                let rights: Vec<&Dated<'_>> =
                    rights.iter().filter(|date| !own.given.contains(&date.told)).collect();
                for left in lefts.iter().filter(|date| !other.given.contains(&date.told)) {
                    weighed.extend(rights.iter().filter_map(|right| counterparts(guard, left, right)));
                }
            }
        }
    }
    weighed
}

/// Whether a figure stands in the body of its article.
fn is_of_body(guard: &Guard<'_, '_>, figure: &Figure) -> bool {
    let article = guard.known.articles.get(figure.fact.article.0);
    article.zip(figure.fact.span()).is_some_and(|(article, span)| {
        span.start >= article.body && article.title_span.is_none_or(|title| span.start >= title.end)
    })
}

/// Two dates that differ, weighed where they are as fine.
fn counterparts(guard: &Guard<'_, '_>, left: &Dated<'_>, right: &Dated<'_>) -> Option<Counterparts> {
    let evidence = match (left.told, right.told) {
        (Told::Day(one), Told::Day(other)) => clues::of_days(guard, left, right, days_between(one, other)?),
        (Told::Year(one), Told::Year(other)) => clues::of_years(guard, left, right, (one, other)),
        (Told::Day(_), Told::Year(_)) | (Told::Year(_), Told::Day(_)) => return None,
    };
    let stop = if are_apart(guard, left, right) {
        Some(Stop::Dates)
    } else {
        (evidence.weight() < evidence.enough()).then_some(Stop::Weight)
    };
    Some(Counterparts { left: left.idx, right: right.idx, evidence: Some(evidence), stop })
}

/// How many days lie between two.
fn days_between(left: Date, right: Date) -> Option<i32> {
    left.until(right).ok().map(|span| span.get_days().abs())
}

/// Whether the days between them, what was done, or the clocks of two zones keep two dates apart, or a day stands in a text
/// that is too short.
fn are_apart(guard: &Guard<'_, '_>, left: &Dated<'_>, right: &Dated<'_>) -> bool {
    let (one, other) = (left.figure, right.figure);
    let are_ahead = left.is_ahead() == Some(true) && right.is_ahead() == Some(true);
    let most = if are_ahead { MONTH } else { WEEK };
    let is_far = match (left.told, right.told) {
        (Told::Day(one), Told::Day(other)) => {
            left.is_of_short || right.is_of_short || days_between(one, other).is_none_or(|days| days > most)
        }
        _ => false,
    };
    let may_be_one = || compare(&one.fact.value, &other.fact.value) != Comparison::Disjoint;
    is_far
        || left.is_state()
        || right.is_state()
        || is_after(guard, left) != is_after(guard, right)
        || ((clock::is_told(one) || clock::is_told(other)) && may_be_one())
}

/// Whether a date is of what is done about an event on a later day: that it was condemned, that its dead were buried.
fn is_after(guard: &Guard<'_, '_>, date: &Dated<'_>) -> bool {
    let of = |told: Telling| guard.known.lexicon.kinds().iter().filter(move |kind: &&Kind| kind.told == told);
    let mut later = of(Telling::Deed).flat_map(|kind| &kind.unless);
    let mut others = of(Telling::Moment).flat_map(|kind| &kind.unless);
    let facts = guard.claims(date.idx).map(|claims| claims.facts.as_slice()).unwrap_or_default();
    let deeds = facts.iter().filter_map(|fact| {
        let name = fact.slot(Slot::What)?.values.first()?;
        if let Value::Name(name) = name { Some(&name.keys) } else { None }
    });
    // A deed is called by its concept and its day.
    let deeds: Vec<&str> = deeds.flatten().filter_map(|key| key.split(' ').next()).collect();
    later.any(|concept| deeds.contains(&concept.as_str()))
        || others.any(|concept| date.figure.words.iter().any(|word| word.key == hash::of(concept)))
}
