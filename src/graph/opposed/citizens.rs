//! Citizens: those of one sort whom two articles tell of one thing, and of two countries, each of which the other article
//! never speaks of; and those of one country, on whom they agree.

use crate::extract::citizen::Citizen;
use crate::graph::opposed::{Ground, Opposed};

/// Words in common around two who are told of by one noun, and around firms and those of whom no more is told than that
/// they are somebody, or not how many.
const SHARED: usize = 1;
const VAGUE: usize = 2;

/// The citizens of whom articles tell in like words, and the questions that they answer; the facts are numbered from
/// `offset` on.
pub(super) fn questions(ground: &Ground<'_>, citizens: &[Citizen], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    asked.ask_of_two(ground, citizens, |citizen| &citizen.fact, are_two);
    asked.tell_of_one(
        ground,
        citizens,
        |citizen| &citizen.fact,
        |left, right, all| left.nation == right.nation && tell_one(left, right, all),
    );
    asked
}

/// Whether two articles tell one of two countries.
fn are_two(left: &Citizen, right: &Citizen, all: &[&Citizen]) -> bool {
    left.nation != right.nation
        && !left.nations.contains(&right.nation)
        && !right.nations.contains(&left.nation)
        && tell_one(left, right, all)
}

/// Whether the words of two articles tell of one.
fn tell_one(left: &Citizen, right: &Citizen, all: &[&Citizen]) -> bool {
    let is_one = |citizen: &Citizen| citizen.count.is_none_or(|count| count == 1);
    let are_as_many = (left.count == right.count && (left.count.is_some() || !is_anybody(left, right)))
        || ((left.is_open || right.is_open) && is_one(left) && is_one(right));
    let is_vague = is_anybody(left, right) || left.is_firm || left.count.is_none() || right.count.is_none();
    let shared = left.words.intersection(&right.words).count();
    left.is_firm == right.is_firm
        && are_as_many
        && may_be_one(left, right)
        && shared >= if is_vague { VAGUE } else { SHARED }
        && is_sole(left, all)
        && is_sole(right, all)
}

/// Whether of one of two no more is told than that it is somebody.
const fn is_anybody(left: &Citizen, right: &Citizen) -> bool {
    left.is_anybody || right.is_anybody
}

/// Whether what two are called may be said of one.
fn may_be_one(left: &Citizen, right: &Citizen) -> bool {
    left.is_anybody || right.is_anybody || !left.what.is_disjoint(&right.what)
}

/// Whether an article tells one country of all such.
fn is_sole(own: &Citizen, all: &[&Citizen]) -> bool {
    let is_like = |other: &&&Citizen| {
        other.fact.article == own.fact.article && other.is_firm == own.is_firm && may_be_one(own, other)
    };
    all.iter().filter(is_like).all(|other| other.nation == own.nation)
}
