//! What keeps two value classes from a contradiction.

use crate::check::firm::is_bound_by_fact;
use crate::check::pair::{Event, Pair};
use crate::fact::slot::Slot;
use crate::fact::specific;
use crate::fact::unify::Agreement;
use crate::fact::{Binding, Derivation, Fact, Modality};
use crate::finding::Guard;
use crate::graph::alike::weights::{Evidence, LEAST};
use crate::graph::question::{Class, Link};
use crate::lexicon::schema::answers::{Evolution, Scope};
use crate::lexicon::schema::kind::{SlotUse, ValueType};
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::compare::{Comparison, Side, days_apart};
use crate::value::duration::Duration;
use crate::value::number::Number;
use crate::value::time::Clock;
use crate::value::wording::Wording;

/// Slots that bind two facts to one thing when they agree; that both are of the whole binds nothing.
const TELLING: [Slot; 8] =
    [Slot::Who, Slot::Whom, Slot::From, Slot::To, Slot::Where, Slot::When, Slot::What, Slot::AsOf];

/// Most days by which two articles give one event of the news another day.
const ONE_EVENT: i64 = 7;

/// Most days by which two articles date one thing that is planned: a plant that closes in March, or in June.
const ONE_PLAN: i64 = 400;

/// How many times as long one telling of an event gives it as another, as a ratio.
const ONE_LENGTH: (i64, i64) = (5, 2);

/// How many times as long one length is at least that is no other way to tell the other in larger units.
const OTHER_UNIT: (i64, i64) = (10, 9);

/// The code of the ton, and how much larger the long ton is than the short one, with a little for rounding.
const TON: &str = "t";
const TONS: (i64, i64) = (9, 8);

impl<'k> Pair<'k> {
    /// What keeps the pair from a contradiction: values that cannot be compared, an order that is not
    /// known, identifying slots that are not known. Pairs that agree need no guard.
    #[must_use]
    pub fn guard(&self) -> Option<Guard> {
        match self.comparison {
            Comparison::Incomparable => return Some(Guard::Value),
            Comparison::Disjoint => {}
            Comparison::Equal
            | Comparison::EqualButHedge
            | Comparison::RoundsTo(_)
            | Comparison::Within(_)
            | Comparison::Overlaps => {
                return None;
            }
        }
        if self.kind.value == ValueType::Quote {
            if self.wording() == Some(Wording::Unsure) {
                return Some(Guard::Value);
            }
            // An article that quotes twice tells two utterances.
            return self.quotes_twice().then_some(Guard::Event);
        }
        if self.kind.told == Telling::Speaker {
            return (!self.names_two_speakers() || self.quotes_twice()).then_some(Guard::Value);
        }
        if self.kind.told == Telling::Done && self.may_be_others() {
            return Some(Guard::Event);
        }
        if self.kind.told == Telling::Finish && self.shares_article() {
            return Some(Guard::Event);
        }
        if (self.kind.told == Telling::Moment || self.is_day_and_year()) && self.is_far_apart() {
            return Some(Guard::Event);
        }
        if self.is_of_any_length() && !self.is_of_like_length() {
            return Some(Guard::Event);
        }
        if self.may_be_grouped() {
            return Some(Guard::Grouping);
        }
        if self.may_be_other_tons() || self.is_loosely_told() {
            return Some(Guard::Value);
        }
        if self.is_rising() {
            return Some(Guard::Order);
        }
        if self.is_reprinted() {
            return Some(Guard::Reprint);
        }
        if self.is_one_clock() || self.is_midnight() {
            return Some(Guard::Value);
        }
        if self.kind.evolves != Evolution::Fixed
            && (self.as_of(Side::Left).is_none() || self.as_of(Side::Right).is_none())
        {
            return Some(Guard::Order);
        }
        if self.is_unlike() {
            return Some(Guard::Unlike);
        }
        self.unknown_slots()
    }

    /// Whether the figures of both sides were weighed, and found to be of two things. What a reviewer says is taken as
    /// it is.
    fn is_unlike(&self) -> bool {
        let weighed = &self.knowledge.weighed;
        let read = |side| self.facts(side).filter(|fact| fact.id.is_none());
        let each = read(Side::Left).flat_map(|left| read(Side::Right).map(move |right| (left, right)));
        let best = each.filter_map(|(left, right)| weighed.between(left, right)).map(Evidence::weight).max();
        let is_told_for_one_hour = self.slot(Slot::AsOf) == Agreement::Agree;
        self.question.link != Link::Counterparts
            && self.kind.value != ValueType::Time
            && !self.evolved()
            && !is_told_for_one_hour
            && best.is_some_and(|best| best < LEAST)
    }

    fn unknown_slots(&self) -> Option<Guard> {
        if self.question.link == Link::Counterparts {
            return None;
        }
        let identifying = self.kind.slots.iter().filter(|(_, slot_use)| **slot_use == SlotUse::Identifies);
        let unknown: Vec<Slot> = identifying
            .map(|(slot, _)| *slot)
            .filter(|slot| self.slot(*slot) == Agreement::Unknown)
            .collect();
        if self.shares_article() && !(self.is_fully_bound() && self.is_singled_out()) {
            return Some(Guard::SlotsUnknown);
        }
        let is_mixed = self.knowledge.mixed.contains(&self.question.story);
        if is_mixed && (self.shares_article() || !self.is_singled_out()) {
            return Some(Guard::Mixed);
        }
        let bound = self.event() == Event::Same
            || self.kind.scope == Scope::Story
            || is_bound_by_fact(self.kind)
            || (self.kind.told == Telling::Age && self.names_one_part())
            || TELLING.into_iter().any(|slot| self.slot(slot) == Agreement::Agree);
        match unknown.as_slice() {
            [] if bound => None,
            [_] if bound && self.candidates == 1 => None,
            [one] => Some(Guard::SlotUnknown(*one)),
            [] | [_, ..] => Some(Guard::SlotsUnknown),
        }
    }

    /// Whether both sides name one part: the youngest of them.
    fn names_one_part(&self) -> bool {
        let named = |side| self.best(side).is_some_and(|fact| fact.slots.contains_key(&Slot::Part));
        named(Side::Left) && named(Side::Right) && self.slot(Slot::Part) == Agreement::Agree
    }

    /// Whether every slot that keeps questions apart is filled on both sides by the fact's own words, and some is.
    /// Two figures of one article mostly count two things; nothing less shows that they do not.
    fn is_fully_bound(&self) -> bool {
        let bound = |side: Side, slot: Slot| {
            self.best(side)
                .and_then(|fact| fact.slots.get(&slot))
                .is_some_and(|filling| filling.binding == Binding::Bound)
        };
        let keeps_apart = |slot_use: &SlotUse| {
            matches!(slot_use, SlotUse::Identifies | SlotUse::Narrows | SlotUse::Matches)
        };
        let needed = self.kind.slots.iter().filter(|(_, slot_use)| keeps_apart(slot_use));
        let mut needed =
            needed.map(|(slot, _)| *slot).filter(|slot| !matches!(slot, Slot::Part | Slot::Per)).peekable();
        needed.peek().is_some() && needed.all(|slot| bound(Side::Left, slot) && bound(Side::Right, slot))
    }

    /// Whether both sides name what they are about so that no other thing can be meant: every slot that
    /// identifies the question, or where none does every slot that narrows it; and the event, where it has one.
    fn is_singled_out(&self) -> bool {
        let slots = |of: SlotUse| {
            let slots = self.kind.slots.iter().filter(move |(_, slot_use)| **slot_use == of);
            slots.map(|(slot, _)| *slot).filter(|slot| !matches!(slot, Slot::Part | Slot::Per))
        };
        let (left, right) = (self.best(Side::Left), self.best(Side::Right));
        let named = |slot: Slot| {
            let filling = |fact: Option<&'k Fact>| fact.and_then(|fact| fact.slots.get(&slot));
            specific::agree(slot, filling(left), filling(right))
        };
        let mut identify = slots(SlotUse::Identifies);
        let mut narrow = slots(SlotUse::Narrows).chain(slots(SlotUse::Matches)).peekable();
        let is_identified = identify.next().is_some();
        // Where nothing can be named, nothing singles out: the cost of some project.
        if !is_identified && narrow.peek().is_none() && self.kind.event.is_none() {
            return false;
        }
        let all = if is_identified { slots(SlotUse::Identifies).all(named) } else { narrow.all(named) };
        all && (self.kind.event.is_none() || self.event() == Event::Same)
    }

    /// Whether two times lie so far apart that they are rather of two events of one sort.
    fn is_far_apart(&self) -> bool {
        let (Value::Time(left), Value::Time(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let is_planned = |class: &Class| class.modality == Modality::Planned;
        let most = if is_planned(self.left) && is_planned(self.right) { ONE_PLAN } else { ONE_EVENT };
        days_apart(left, right).is_none_or(|days| days > most)
    }

    /// Whether of two times of events the one is told by the day or the hour, and the other by the year or the month.
    fn is_day_and_year(&self) -> bool {
        let is_day = |value: &Value| {
            let Value::Time(time) = value else { return None };
            time.days().map(|(first, last)| first == last)
        };
        let days = is_day(&self.left.value).zip(is_day(&self.right.value));
        self.kind.value == ValueType::Time
            && self.kind.event.is_some()
            && days.is_some_and(|(left, right)| left != right)
    }

    /// Whether the kind asks how long something lasted, and not whose it is.
    fn is_of_any_length(&self) -> bool {
        let identifies =
            |(slot, slot_use): (&Slot, &SlotUse)| *slot_use == SlotUse::Identifies && *slot != Slot::What;
        matches!(self.kind.told, Telling::Beside | Telling::Length)
            && self.kind.value == ValueType::Duration
            && !self.kind.slots.iter().any(identifies)
    }

    /// Whether two lengths can be two tellings of one: neither is many times the other, nor so little longer that
    /// it only is told in other units.
    fn is_of_like_length(&self) -> bool {
        let (Value::Duration(left), Value::Duration(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let is_of_one_unit = left.precision == right.precision;
        let length = |of: &Duration| {
            of.form.stated().first().and_then(|period| period.bounds()).map(|bounds| bounds.0)
        };
        length(left).zip(length(right)).is_some_and(|(left, right)| {
            let (short, long) = if left < right { (left, right) } else { (right, left) };
            let longer = |ratio: (i64, i64)| {
                let both = short.times(Number::whole(ratio.0)).zip(long.times(Number::whole(ratio.1)));
                both.is_none_or(|(most, long)| long > most)
            };
            !longer(ONE_LENGTH) && (is_of_one_unit || longer(OTHER_UNIT))
        })
    }

    /// Whether copies of one text give a time in the same words counted from the day of publication, as a
    /// reprint does that keeps "yesterday".
    fn is_reprinted(&self) -> bool {
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

    /// Whether two times are one hour of one day on two clocks: a zone that no words tell was only supposed.
    fn is_one_clock(&self) -> bool {
        let bare = |value: &Value| {
            let Value::Time(time) = value else { return None };
            let point = time.first.filter(|_| time.first == time.last)?;
            Some((point.part, point.clock.map(|clock| Clock { zone: None, ..clock })?))
        };
        bare(&self.left.value).is_some_and(|left| bare(&self.right.value) == Some(left))
    }

    /// Whether one side is a midnight, which some count to the day before it and some to the day behind it, and the
    /// other one of these days.
    fn is_midnight(&self) -> bool {
        let midnight = |value: &Value| {
            let Value::Time(time) = value else { return None };
            let point = time.first.filter(|_| time.first == time.last)?;
            point.clock.filter(|clock| clock.start == 0)?;
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

    /// Whether one number is a thousand of the other, and three digits stand behind a mark where it is written:
    /// 614.196 is written for 614,196 where a point groups thousands.
    fn may_be_grouped(&self) -> bool {
        let (Value::Amount(left), Value::Amount(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let (left, right) = (left.form.stated(), right.form.stated());
        let ([left], [right]) = (left.as_slice(), right.as_slice()) else { return false };
        let (low, high) = if left < right { (**left, **right) } else { (**right, **left) };
        let marked = |side| {
            self.facts(side).flat_map(|fact| &fact.evidence).any(|evidence| is_marked(&evidence.words))
        };
        low.times(Number::whole(1000)) == Some(high) && (marked(Side::Left) || marked(Side::Right))
    }

    /// Whether what was done and what was not may have befallen two: an article that says both tells of two, and so
    /// do mostly the articles of a heap of many matters.
    fn may_be_others(&self) -> bool {
        self.shares_article() || self.knowledge.mixed.contains(&self.question.story)
    }

    /// Whether one side is told as about or nearly a round number near to the other: nearly 300, and 282.
    fn is_loosely_told(&self) -> bool {
        let (Value::Amount(left), Value::Amount(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let stated = |amount: &Amount| amount.form.stated().first().map(|number| **number);
        let is_round = |amount: &Amount| amount.form.is_hedged() && stated(amount).is_some_and(has_one_digit);
        let is_of_one_unit = left.unit == right.unit;
        is_of_one_unit
            && (is_round(left) || is_round(right))
            && stated(left).zip(stated(right)).is_some_and(|(left, right)| {
                let (low, high) = if left < right { (left, right) } else { (right, left) };
                let most = low.times(Number::whole(LOOSE.0)).zip(high.times(Number::whole(LOOSE.1)));
                most.is_some_and(|(most, high)| high <= most)
            })
    }

    /// Whether two counts of one day go on to one beyond both, as a toll does that rises by the hour.
    fn is_rising(&self) -> bool {
        let goes_on = |own: &'k Class, class: &'k Class| {
            let pair = Self::new(self.knowledge, self.kind, self.question, (own, class), self.candidates);
            pair.evolved() && pair.later() == Some(Side::Right)
        };
        let moves = self.kind.value == ValueType::Count
            && matches!(self.kind.evolves, Evolution::Up | Evolution::Down);
        // Two that are told for one hour stand against each other.
        let is_hour = |value: &Value| {
            let Value::Time(time) = value else { return false };
            time.seconds().is_some_and(|(first, last)| last - first < DAY)
        };
        let told = self.best(Side::Left).and_then(|fact| fact.slots.get(&Slot::AsOf));
        let is_of_one_moment = told.is_some_and(|told| told.values.iter().any(is_hour))
            && self.slot(Slot::AsOf) == Agreement::Agree;
        let mut others = self.question.classes.iter();
        moves
            && !is_of_one_moment
            && others.any(|class| goes_on(self.left, class) && goes_on(self.right, class))
    }

    /// Whether two masses in tons differ by no more than a ton of one country does from that of another.
    fn may_be_other_tons(&self) -> bool {
        let mass = |value: &Value| {
            let Value::Amount(amount) = value else { return None };
            let is_ton = amount.unit.as_ref().is_some_and(|unit| &*unit.code == TON);
            amount.form.stated().first().map(|number| **number).filter(|_| is_ton)
        };
        let masses = mass(&self.left.value).zip(mass(&self.right.value));
        masses.is_some_and(|(left, right)| {
            let (low, high) = if left < right { (left, right) } else { (right, left) };
            let most = low.times(Number::whole(TONS.0)).zip(high.times(Number::whole(TONS.1)));
            most.is_some_and(|(most, high)| high <= most)
        })
    }
}

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// How far a round number that is told as about or nearly lies from another of the same thing.
const LOOSE: (i64, i64) = (9, 8);

/// Whether a number has one digit before its noughts: 300, 4,000.
fn has_one_digit(number: Number) -> bool {
    let whole = number.to_whole().filter(|whole| *whole > 0);
    whole.is_some_and(|mut whole| {
        while whole % 10 == 0 {
            whole /= 10;
        }
        whole < 10
    })
}

/// Whether a mark with three digits behind it stands in a number as it is written.
fn is_marked(words: &str) -> bool {
    words.split(char::is_whitespace).any(|word| {
        let behind = |(_, rest): (&str, &str)| rest.chars().take_while(|c| c.is_numeric()).count() == GROUP;
        word.split_once(['.', ',', '٫', '٬']).is_some_and(behind)
    })
}

/// Digits of a group of thousands.
const GROUP: usize = 3;
