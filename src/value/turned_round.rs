//! Whether one of two wordings denies what the other affirms and affirms what the other denies, or tells of one
//! thing what the other tells of another: "not the peak but the beginning" against "not the beginning but the peak",
//! "a small firm in a big country" against "a big firm in a small country".

use crate::value::wording::{MOST, are_one};
use crate::value::words::{AFFIRMED, BECAUSE, BOTH, Key, ONLY_ONE, THAN, Weight, Words};

/// What stands between two things of which the first and the second are not one.
const ORDERS: [&str; 3] = ["after", "before", THAN];

/// Whether the sense of one is turned round in the other.
pub(super) fn is_turned_round(left: &Words, right: &Words) -> bool {
    let (lefts, rights) = (stances(left), stances(right));
    (is_denied_instead(&lefts, &rights) && is_denied_instead(&rights, &lefts))
        || is_excepted_instead(left, &rights)
        || is_excepted_instead(right, &lefts)
        || is_of_both(left, right)
        || is_of_both(right, left)
        || ORDERS.iter().any(|order| are_in_other_order(left, right, order))
        || are_exchanged(left, right)
        || are_told_of_each_other(left, right)
        || are_told_of_each_other(right, left)
}

/// The words that are compared.
fn compared(words: &Words) -> &[Key] {
    words.keys.get(..MOST).unwrap_or(&words.keys)
}

/// A word that says something, and whether it is denied.
type Stance<'w> = (&'w Key, bool);

/// The words that say something, each with whether a negation stands before it in its part of what is said.
fn stances(words: &Words) -> Vec<Stance<'_>> {
    let ((mut last_part, mut last_clause), mut is_denied) = ((0, 0), false);
    let mut stances = Vec::new();
    let places = words.parts().into_iter().zip(words.clauses());
    for (key, (part, clause)) in compared(words).iter().zip(places) {
        is_denied &= part == last_part || (clause == last_clause && key.is(BECAUSE));
        (last_part, last_clause) = (part, clause);
        is_denied |= key.is_negation();
        if key.weight == Weight::Content {
            stances.push((key, is_denied));
        }
    }
    stances
}

/// Whether the one only denies what the other only affirms.
fn is_denied_instead(own: &[Stance<'_>], others: &[Stance<'_>]) -> bool {
    let only = |stances: &[Stance<'_>], key: &Key, is_denied: bool| {
        let mut told = stances.iter().filter(|(other, _)| are_one(key, other)).peekable();
        told.peek().is_some() && told.all(|(_, denied)| *denied == is_denied)
    };
    own.iter().any(|(key, is_denied)| *is_denied && only(own, key, true) && only(others, key, false))
}

/// Whether the other denies what one excepts from a negation: "nothing but justice" against "not justice".
fn is_excepted_instead(words: &Words, others: &[Stance<'_>]) -> bool {
    let excepted = compared(words).iter().position(|key| key.is(AFFIRMED));
    let behind = compared(words).iter().skip(excepted.map_or(usize::MAX, |at| at + 1));
    let what = behind.into_iter().find(|key| key.weight == Weight::Content);
    what.is_some_and(|what| others.iter().any(|(other, is_denied)| *is_denied && are_one(what, other)))
}

/// Whether one tells of both of two, and the other of only one.
fn is_of_both(left: &Words, right: &Words) -> bool {
    let tells = |words: &Words, what: &str| compared(words).iter().any(|key| key.is(what));
    tells(left, BOTH) && !tells(left, ONLY_ONE) && tells(right, ONLY_ONE) && !tells(right, BOTH)
}

/// Whether two things change places around what orders them: the guests before the guards, the guards before the guests.
fn are_in_other_order(left: &Words, right: &Words, order: &str) -> bool {
    let (Some(own), Some(other)) = (around(left, order), around(right, order)) else { return false };
    let goes = |from: &[&Key], to: &[&Key], stays: &[&Key]| {
        let holds = |keys: &[&Key], key: &Key| keys.iter().any(|other| are_one(key, other));
        from.iter().any(|key| holds(to, key) && !holds(stays, key))
    };
    goes(&own.0, &other.1, &other.0) && goes(&own.1, &other.0, &other.1)
}

/// The words that say something before and behind the only word that orders them, in its clause.
fn around<'w>(words: &'w Words, order: &str) -> Option<(Vec<&'w Key>, Vec<&'w Key>)> {
    let keys = compared(words);
    let mut orders = keys.iter().enumerate().filter(|(_, key)| key.is(order));
    let (at, _) = orders.next()?;
    if orders.next().is_some() {
        return None;
    }
    let clauses = words.clauses();
    let says = |place: usize| -> Option<&Key> {
        let key = keys.get(place)?;
        let says = key.weight == Weight::Content || !key.against.is_empty();
        (says && clauses.get(place) == clauses.get(at)).then_some(key)
    };
    Some(((0..at).filter_map(says).collect(), (at + 1..keys.len()).filter_map(says).collect()))
}

/// Whether two things are each told, in parts of their own, what the other wording tells of the other of them: "the
/// rebels hold the north and the army the south" against "the army holds the north and the rebels the south".
fn are_exchanged(left: &Words, right: &Words) -> bool {
    let (lefts, rights) = (told(left), told(right));
    let share =
        |one: &[&Key], other: &[&Key]| one.iter().any(|key| other.iter().any(|own| are_one(key, own)));
    let pairs: Vec<(&Told<'_>, &Told<'_>)> = lefts
        .iter()
        .filter_map(|own| {
            let mut same = rights.iter().filter(|other| are_one(own.key, other.key));
            let other = same.next().filter(|other| !share(&own.beside, &other.beside))?;
            same.next().is_none().then_some((own, other))
        })
        .collect();
    pairs.iter().enumerate().any(|(at, (one, other))| {
        pairs.iter().skip(at + 1).any(|(second, second_other)| {
            one.is_apart(second)
                && other.is_apart(second_other)
                && share(&one.beside, &second_other.beside)
                && share(&second.beside, &other.beside)
        })
    })
}

/// A word that is said once, and in what part of what is said.
struct Told<'w> {
    key: &'w Key,
    part: usize,
    /// Whether it is the first and the last word of its part that says something.
    is_first: bool,
    is_last: bool,
    /// The other words of its part.
    beside: Vec<&'w Key>,
}

impl Told<'_> {
    /// Whether the two are told in two parts, and not in one list: "the nurses and the drivers of the town".
    fn is_apart(&self, other: &Self) -> bool {
        let are_listed = (self.is_last && other.is_first) || (other.is_last && self.is_first);
        self.part != other.part && !are_listed
    }
}

fn told<'w>(words: &'w Words) -> Vec<Told<'w>> {
    let parts = words.parts();
    let said: Vec<(usize, &Key)> =
        parts.into_iter().zip(compared(words)).filter(|(_, key)| key.weight == Weight::Content).collect();
    let is_once = |key: &Key| said.iter().filter(|(_, other)| are_one(key, other)).count() == 1;
    let told = |part: usize, key: &'w Key| {
        let own: Vec<&Key> = said.iter().filter(|(other, _)| *other == part).map(|(_, key)| *key).collect();
        let is = |edge: Option<&&Key>| edge.is_some_and(|edge| std::ptr::eq(*edge, key));
        let (is_first, is_last) = (is(own.first()), is(own.last()));
        let beside = own.into_iter().filter(|own| !std::ptr::eq(*own, key)).collect();
        Told { key, part, is_first, is_last, beside }
    };
    said.iter().filter(|(_, key)| is_once(key)).map(|(part, key)| told(*part, key)).collect()
}

/// Whether two opposites change the things beside which they stand.
fn are_told_of_each_other(left: &Words, right: &Words) -> bool {
    let firsts = beside(left);
    let others = beside(right);
    let of = |pairs: &[(&Key, &Key)], what: &Key| {
        let mut found = pairs.iter().filter(|(key, _)| are_one(key, what)).map(|(_, thing)| *thing);
        let thing = found.next()?;
        found.next().is_none().then(|| thing.clone())
    };
    firsts.iter().enumerate().any(|(at, (one, thing))| {
        let mut against = firsts.iter().skip(at + 1).filter(|(another, _)| are_opposite(one, another));
        against.any(|(another, second)| {
            of(&others, one).zip(of(&others, another)).is_some_and(|(told, second_told)| {
                let is_exchanged = are_one(thing, &second_told) || are_one(second, &told);
                is_exchanged && !are_one(thing, &told) && !are_one(second, &second_told)
            })
        })
    })
}

fn are_opposite(one: &Key, other: &Key) -> bool {
    one.is_opposite(other) || other.is_opposite(one)
}

/// The words that say something, each with the nearest other one; none where two stand as near.
fn beside(words: &Words) -> Vec<(&Key, &Key)> {
    let says: Vec<(usize, &Key)> =
        compared(words).iter().enumerate().filter(|(_, key)| key.weight == Weight::Content).collect();
    let nearest = |at: usize| {
        let distance = |place: usize| place.abs_diff(at);
        let others = || says.iter().filter(move |(place, _)| *place != at);
        let least = others().map(|(place, _)| distance(*place)).min()?;
        let mut near = others().filter(|(place, _)| distance(*place) == least);
        let (_, first) = near.next()?;
        near.next().is_none().then_some(*first)
    };
    says.iter().filter_map(|(at, key)| Some((*key, nearest(*at)?))).collect()
}
