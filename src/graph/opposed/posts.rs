//! Posts: offices and parts that two articles give to two people.
//!
//! An article that names both knows of two posts, and one that gives a post to several people of several.

use crate::extract::post::Post;
use crate::fact::{ArticleIdx, Fact};
use crate::graph::decision;
use crate::graph::opposed::{Ground, Opposed};
use crate::value::words::Name;
use std::collections::{BTreeMap, BTreeSet};

/// The posts that articles give to two people, and the questions that they answer; the facts are numbered from
/// `offset` on.
pub(super) fn questions(ground: &Ground<'_>, posts: &[Post], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    for (story, posts) in ground.by_story(posts, |post| post.fact.article) {
        let facts = |members: Vec<usize>| -> Vec<Fact> {
            members.into_iter().filter_map(|at| posts.get(at)).map(|post| post.fact.clone()).collect()
        };
        for sides in (View { ground, posts: &posts }).at_odds() {
            asked.ask(story, sides.map(facts));
        }
    }
    asked
}

/// The posts of a story.
struct View<'v> {
    ground: &'v Ground<'v>,
    posts: &'v [&'v Post],
}

impl View<'_> {
    /// The pairs of people of whom two articles say that they hold one post, each with all who say so.
    fn at_odds(&self) -> Vec<[Vec<usize>; 2]> {
        let people = self.people();
        let mut pairs: BTreeMap<(usize, usize), [BTreeSet<usize>; 2]> = BTreeMap::new();
        for (one, left) in self.posts.iter().enumerate() {
            for (two, right) in self.posts.iter().enumerate().skip(one + 1) {
                let (first, second) = (people[one], people[two]);
                if first == second
                    || !self.ground.are_near(left.fact.article, right.fact.article)
                    || !self.are_of_two(left, right)
                {
                    continue;
                }
                let is_turned = first > second;
                let key = if is_turned { (second, first) } else { (first, second) };
                let sides = pairs.entry(key).or_default();
                sides[usize::from(is_turned)].insert(one);
                sides[usize::from(!is_turned)].insert(two);
            }
        }
        let all = |((first, second), [left, right]): ((usize, usize), [BTreeSet<usize>; 2])| {
            [
                self.with_others(first, &left, &right, &people),
                self.with_others(second, &right, &left, &people),
            ]
        };
        pairs.into_iter().map(all).collect()
    }

    /// Some posts of a person, with those by which other articles call that person so who do not name the other one.
    fn with_others(
        &self,
        person: usize,
        own: &BTreeSet<usize>,
        facing: &BTreeSet<usize>,
        people: &[usize],
    ) -> Vec<usize> {
        let first = own.first().and_then(|at| self.posts.get(*at));
        let is_like = |post: &&Post| {
            let faces = |at: &usize| {
                let other = self.posts.get(*at).and_then(|other| other.holder());
                other.is_some_and(|other| !self.names(post.fact.article, other))
            };
            first.is_some_and(|first| !first.roles.is_disjoint(&post.roles)) && facing.iter().all(faces)
        };
        let belongs = |(at, post): &(usize, &&Post)| {
            own.contains(at) || (people.get(*at) == Some(&person) && is_like(post))
        };
        self.posts.iter().enumerate().filter(belongs).map(|(at, _)| at).collect()
    }

    /// The number of the person of each post: the first post of the same person.
    fn people(&self) -> Vec<usize> {
        let mut people: Vec<usize> = Vec::with_capacity(self.posts.len());
        for (at, post) in self.posts.iter().enumerate() {
            let is_same = |other: &usize| {
                self.posts[*other]
                    .holder()
                    .zip(post.holder())
                    .is_some_and(|(one, two)| self.is_same(one, two))
            };
            let first = (0..at).find(is_same).and_then(|first| people.get(first).copied());
            people.push(first.unwrap_or(at));
        }
        people
    }

    fn is_same(&self, one: &Name, two: &Name) -> bool {
        decision::are_one(one, two, self.ground.lexicon)
    }

    /// Whether two posts are one that two people are said to hold.
    fn are_of_two(&self, left: &Post, right: &Post) -> bool {
        let Some((one, two)) = left.holder().zip(right.holder()) else { return false };
        let is_slip = || self.ground.lexicon.share_name(&one.name, &two.name);
        self.ground.lexicon.are_two_names(&one.name, &two.name)
            && are_one(left, right, is_slip())
            && !self.names(left.fact.article, two)
            && !self.names(right.fact.article, one)
            && !self.has_several(left, right)
            && !self.has_several(right, left)
    }

    /// Whether an article names somebody anywhere.
    fn names(&self, article: ArticleIdx, name: &Name) -> bool {
        let mut own = self.ground.namings(article);
        own.any(
            |naming| {
                if naming.length > 1 { self.is_same(&naming.name, name) } else { naming.name.ends(name) }
            },
        )
    }

    /// Whether the article of a post gives one like it to somebody else, by what it has in common with another.
    fn has_several(&self, post: &Post, facing: &Post) -> bool {
        let is_by_role = !post.roles.is_disjoint(&facing.roles);
        let is_like = |other: &Post| {
            if !is_by_role {
                return other.ranks.intersection(&post.ranks).any(|rank| facing.ranks.contains(rank));
            }
            let is_other = !other.of.is_empty() && !post.of.is_empty() && shared(&other.of, &post.of) == 0;
            !is_other && other.roles.intersection(&post.roles).any(|role| facing.roles.contains(role))
        };
        let is_other = |other: &&&Post| {
            other.fact.article == post.fact.article
                && other.holder().zip(post.holder()).is_some_and(|(one, two)| !self.is_same(one, two))
        };
        self.posts.iter().filter(is_other).any(|other| is_like(other))
    }
}

/// Whether two posts are one, as far as their words tell. Of two people with a name in common it need not be told
/// what the post is of.
fn are_one(left: &Post, right: &Post, is_slip: bool) -> bool {
    let are_apart =
        |one: &BTreeSet<u64>, two: &BTreeSet<u64>| !one.is_empty() && !two.is_empty() && one.is_disjoint(two);
    let is_titled = !left.ranks.is_disjoint(&right.ranks);
    let is_called = !left.roles.is_disjoint(&right.roles);
    if !(is_called || (is_slip && is_titled)) || are_apart(&left.countries, &right.countries) {
        return false;
    }
    let is_known = left.language == right.language || (left.is_listed && right.is_listed);
    let shares = shared(&left.of, &right.of);
    let is_all = shares == left.of.len() || shared(&right.of, &left.of) == right.of.len();
    match (left.of.is_empty(), right.of.is_empty()) {
        (false, false) => shares > 0 && (is_all || !is_known || is_slip),
        (true, true) => {
            let is_told = !left.countries.is_empty() && left.countries == right.countries;
            is_slip || is_told || (left.is_sole && right.is_sole)
        }
        (true, false) | (false, true) => is_slip || (left.is_sole && right.is_sole),
    }
}

/// How many words of the one post the other one has as well.
fn shared(left: &[BTreeSet<u64>], right: &[BTreeSet<u64>]) -> usize {
    left.iter().filter(|word| right.iter().any(|other| !word.is_disjoint(other))).count()
}
