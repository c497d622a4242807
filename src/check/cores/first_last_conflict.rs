//! `first-last-conflict`.
//!
//! # What it finds
//! An event that another source rules out by calling one the first since then, the first ever, the last or
//! the only one.
//!
//! # Why it matters
//! "The first visit since 2000" is wrong if there was one in 2019, however right each of the two reads alone.
//!
//! # When it is wrong
//! The rank is meant of less than it says: the first *official* visit, the first *as president*.
//!
//! # Example
//! "His first visit since 2000" against "he visited the country in 2019".

use crate::check::cores::Core;
use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::fact::{Fact, FactIdx, Modality, Stance};
use crate::finding::Verdict;
use crate::finding::reason::Reason;
use crate::graph::Knowledge;
use crate::graph::question::QuestionIdx;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::event::EventType;
use crate::lexicon::schema::telling::Tells;
use crate::value::Value;
use crate::value::compare::Comparison;
use crate::value::duration::{DAY, Period};
use crate::value::number::Number;
use crate::value::time::Time;
use std::collections::BTreeMap;

/// The rule.
pub(super) const CORE: Core = Core { reason: Reason::FirstLastConflict, judge };

/// The slots that tell whose event it is and where it went.
const PARTIES: [Slot; 5] = [Slot::Who, Slot::Whom, Slot::From, Slot::To, Slot::Where];

/// Seconds, from the first to the one behind the last, in which no such event can be.
type Gap = (i64, i64);

fn judge(knowledge: &Knowledge, lexicon: &Lexicon, _: &[Verdict]) -> Vec<Verdict> {
    let tells = |fact: &Fact| lexicon.kind(&fact.kind).and_then(|kind| kind.tells);
    let stated = |fact: &Fact| fact.stance == Stance::Asserted && fact.modality == Modality::Actual;
    let mut dated: BTreeMap<(&str, &str), Vec<FactIdx>> = BTreeMap::new();
    for (idx, fact) in knowledge.facts.iter().enumerate().filter(|(_, fact)| stated(fact)) {
        let event = lexicon.kind(&fact.kind).and_then(|kind| kind.event.as_deref());
        let is_date = matches!(tells(fact), Some(Tells::Start | Tells::During));
        if let (Some(event), Some(story), true) = (event, story(knowledge, fact), is_date) {
            dated.entry((story, event)).or_default().push(FactIdx(idx));
        }
    }
    let mut verdicts = Vec::new();
    for (idx, rank) in knowledge.facts.iter().enumerate() {
        let is_rank = tells(rank) == Some(Tells::Rank) && rank.stance == Stance::Asserted;
        let Some(event_type) = ranked(rank, lexicon).filter(|_| is_rank) else { continue };
        let Some(story) = story(knowledge, rank) else { continue };
        let others = dated.get(&(story, event_type.id.as_str())).map(Vec::as_slice).unwrap_or_default();
        let is_excluded = |other: &&FactIdx| {
            knowledge.fact(**other).is_some_and(|other| excludes(knowledge, rank, other, event_type))
        };
        let excluded: Vec<FactIdx> = others.iter().filter(is_excluded).copied().collect();
        verdicts.extend(verdict(knowledge, FactIdx(idx), excluded));
    }
    verdicts
}

fn story<'k>(knowledge: &'k Knowledge, fact: &Fact) -> Option<&'k str> {
    knowledge.article(fact.article).map(|article| article.story.as_str())
}

/// The type of event that a rank is about.
fn ranked<'l>(rank: &Fact, lexicon: &'l Lexicon) -> Option<&'l EventType> {
    match rank.slots.get(&Slot::What)?.values.as_slice() {
        [Value::Name(name)] => lexicon.event(&name.name),
        _ => None,
    }
}

/// Whether a rank leaves no room for an event of the same parties at that time.
fn excludes(knowledge: &Knowledge, rank: &Fact, other: &Fact, event_type: &EventType) -> bool {
    let told = |fact: &Fact, slot: &Slot| fact.slots.contains_key(slot);
    let mut parties = PARTIES
        .iter()
        .filter(|slot| event_type.slots.contains_key(slot))
        .filter(|slot| told(rank, slot) || told(other, slot));
    let agree =
        |slot: &Slot| unify::fillings(rank.slots.get(slot), other.slots.get(slot)) == Agreement::Agree;
    let known = event_type.slots.keys().filter(|slot| PARTIES.contains(slot) && told(rank, slot)).count();
    let Value::Time(time) = &other.value else { return false };
    let Some(at) = time.seconds().filter(|_| known > 1 && rank.article != other.article) else {
        return false;
    };
    parties.all(agree) && gaps(knowledge, rank, event_type).iter().any(|gap| gap.0 <= at.0 && at.1 <= gap.1)
}

/// The times in which a rank leaves no room for another such event.
fn gaps(knowledge: &Knowledge, rank: &Fact, event_type: &EventType) -> Vec<Gap> {
    let Value::State(state) = &rank.value else { return Vec::new() };
    let as_of = time(rank.slots.get(&Slot::AsOf).and_then(|filling| filling.values.first()));
    let own = own_time(knowledge, rank);
    let apart = apart(event_type);
    let published = knowledge.article(rank.article).and_then(|article| article.published?.seconds());
    let Some(published) = published else { return Vec::new() };
    // What lies close to the day of publication may be the very event that the article is about.
    let by_now = published.0 - apart;
    match (state.as_str(), as_of) {
        ("first", as_of) => {
            let own = own.map_or(by_now, |own| own.0 - apart);
            vec![(as_of.map_or(i64::MIN, |since| since.1 + apart), own)]
        }
        ("last", Some(last)) => vec![(last.1 + apart, by_now)],
        ("only", Some(only)) => vec![(i64::MIN, only.0 - apart), (only.1 + apart, by_now)],
        _ => Vec::new(),
    }
}

/// When the ranked event itself was, as far as anybody tells.
fn own_time(knowledge: &Knowledge, rank: &Fact) -> Option<(i64, i64)> {
    let of_event = || knowledge.events.get(rank.event?.0)?.slots.get(&Slot::When)?.values.first();
    time(of_event())
}

fn time(value: Option<&Value>) -> Option<(i64, i64)> {
    let Some(Value::Time(Time { first: Some(first), last: Some(last) })) = value else { return None };
    Time { first: Some(*first), last: Some(*last) }.seconds()
}

/// Seconds by which two tellings of one event may differ.
fn apart(event_type: &EventType) -> i64 {
    let period = event_type.apart.as_deref().and_then(|text| text.parse::<Period>().ok());
    period.and_then(|period| period.seconds.over(Number::whole(DAY))?.floor()).unwrap_or(0) * DAY
}

fn verdict(knowledge: &Knowledge, rank: FactIdx, excluded: Vec<FactIdx>) -> Option<Verdict> {
    let answers = |question: &crate::graph::question::Question| {
        question.classes.iter().any(|class| class.facts.contains(&rank))
    };
    if excluded.is_empty() {
        return None;
    }
    let question = knowledge.questions.iter().position(answers)?;
    Some(Verdict {
        question: QuestionIdx(question),
        left: vec![rank],
        right: excluded,
        core: Vec::new(),
        relation: CORE.reason.relation(),
        reason: CORE.reason,
        comparison: Comparison::Disjoint,
        guard: None,
    })
}
