//! Doers: deeds of which two articles tell two doers, each of whom the other article never names.

use crate::extract::doer::{Doer, Sort};
use crate::extract::naming::Naming;
use crate::graph::opposed::{Ground, Opposed};
use crate::value::words::Name;

/// Words in common around two deeds of doers who are not named.
const SHARED: usize = 2;

/// The doers whom articles tell of one deed, and the questions that they answer; the facts are numbered from `offset`
/// on.
pub(super) fn questions(ground: &Ground<'_>, doers: &[Doer], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    asked.ask_of_two(
        ground,
        doers,
        |doer| &doer.fact,
        |left, right, all| View { ground, all }.are_two(left, right),
    );
    asked
}

/// The doers of a story.
struct View<'v> {
    ground: &'v Ground<'v>,
    all: &'v [&'v Doer],
}

impl View<'_> {
    /// Whether two articles tell one deed of two doers, each of the only one.
    fn are_two(&self, left: &Doer, right: &Doer) -> bool {
        !left.acts.is_disjoint(&right.acts)
            && self.tell_one(left, right)
            && self.are_apart(left, right)
            && self.is_sole(left)
            && self.is_sole(right)
            && !self.knows(left, right)
            && !self.knows(right, left)
    }

    /// Whether the words around two deeds tell that they are one.
    fn tell_one(&self, left: &Doer, right: &Doer) -> bool {
        let shared = left.words.intersection(&right.words).count();
        let is_same = |one: &String, two: &String| self.ground.lexicon.is_same_name(one, two).same;
        let share_name = || left.names.iter().any(|one| right.names.iter().any(|two| is_same(one, two)));
        let is_named = left.sort != Sort::Nation && right.sort != Sort::Nation;
        shared >= SHARED || (shared > 0 && (is_named || share_name()))
    }

    /// Whether two doers are two: by their names where both have one of a sort, else by their countries.
    fn are_apart(&self, left: &Doer, right: &Doer) -> bool {
        let Some((one, two)) = left.name().zip(right.name()) else { return false };
        match (left.sort, right.sort) {
            (Sort::Person, Sort::Person) => self.ground.lexicon.are_two_names(&one.name, &two.name),
            (Sort::Body, Sort::Body) => {
                // One language joins what another parts: هنغ يوان is Hengyuan.
                let whole = |name: &Name| name.name.replace([' ', '-'], "");
                !one.is_same(two)
                    && self.ground.lexicon.share_no_word(&one.name, &two.name)
                    && self.ground.lexicon.share_no_word(&whole(one), &whole(two))
                    && (left.language == right.language || left.is_opaque && right.is_opaque)
            }
            (Sort::Nation, Sort::Nation | Sort::Body) | (Sort::Body, Sort::Nation) => {
                left.nation.is_some() && right.nation.is_some() && left.nation != right.nation
            }
            (Sort::Office, Sort::Office) => {
                one.offices().all(|office| two.offices().all(|other| office != other))
            }
            (Sort::Person | Sort::Office, _) | (_, Sort::Person | Sort::Office) => false,
        }
    }

    /// Whether two doers are one, as far as their words tell.
    fn may_be_one(&self, left: &Doer, right: &Doer) -> bool {
        let both = left.name().zip(right.name());
        both.is_some_and(|(one, two)| {
            one.is_same(two) || self.ground.lexicon.share_word(&one.name, &two.name)
        })
    }

    /// Whether an article tells one doer of a deed.
    fn is_sole(&self, own: &Doer) -> bool {
        let is_like =
            |other: &&&Doer| other.fact.article == own.fact.article && !other.acts.is_disjoint(&own.acts);
        self.all.iter().filter(is_like).all(|other| self.may_be_one(own, other))
    }

    /// Whether the article of one deed names the doer of another anywhere.
    fn knows(&self, own: &Doer, other: &Doer) -> bool {
        let article = own.fact.article;
        let Some(name) = other.name() else { return true };
        if other.sort == Sort::Office {
            return name.offices().any(|office| own.offices.contains(&office));
        }
        if other.sort == Sort::Nation || own.sort == Sort::Nation {
            return other.nation.as_ref().is_none_or(|code| own.nations.contains(code));
        }
        if other.sort == Sort::Person {
            return self.ground.namings(article).any(|naming| self.is_person(naming, name));
        }
        self.ground.has_word_of(article, &name.name)
    }

    /// Whether a name is a person's: the same in full, or one word of it alone.
    fn is_person(&self, naming: &Naming, name: &Name) -> bool {
        let is_same = || self.ground.lexicon.is_same_name(&naming.name.name, &name.name).same;
        let is_word = || self.ground.lexicon.share_word(&naming.name.name, &name.name);
        if naming.length > 1 { is_same() } else { is_word() }
    }
}
