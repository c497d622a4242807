//! Stories in a heap: a month of a newspaper or all that an agency sent is no one story. Its articles are parted into
//! those that report one matter, which are compared as the articles of any story are.
//!
//! Articles are alike by the terms that they share, each the heavier the oftener an article and the fewer articles have
//! it (inverse document frequency, Spärck Jones 1972), as the angle between them (Salton, Wong and Yang 1975); what heads
//! and leads say counts twice, and two languages meet in what both have. Groups grow from the likest pairs on, as long
//! as the articles of both are alike on the average (Sokal and Michener 1958), of days near to each other, as in topic
//! detection (Allan 2002). All is counted in whole numbers, so that every machine finds the same stories.

use crate::extract::Extraction;
use crate::fact::terms::{Term, Terms};
use crate::fact::topic::Topic;
use crate::fact::{Article, ArticleIdx};
use crate::graph::neighbours::Imprint;
use crate::lexicon::Lexicon;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Fewest articles of a heap.
const MANY: usize = 6;

/// With how many others each article of a story is held to tell whether they are of one matter.
const HELD: usize = 8;

/// The least share of them that are near in a story of one matter.
const NEAR: (usize, usize) = (1, 3);

/// How many words of what is traded the report of a market has at least.
const TRADED: u32 = 5;

/// Furthest that the days of two articles on one matter lie apart.
const DAYS: i64 = 7;

/// How alike the articles of two groups are at least on the average, and the least by which two articles bring their
/// groups together, in thousandths.
const ALIKE: u64 = 250;
const TRIED: u64 = 150;

/// Most articles that have a term which still tells what one is about, so that the time grows no faster than the heap.
const COMMON: usize = 1024;

/// Whole numbers in which logarithms and likenesses are counted.
const LOGARITHM: u32 = 8;
const FULL: u64 = 1000;

/// Gives the articles of each heap the stories that they are of, and tells these.
pub(super) fn part(
    articles: &mut [Article],
    extractions: &[Extraction],
    lexicon: &Lexicon,
) -> BTreeMap<ArticleIdx, Imprint> {
    let mut stories: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (idx, (article, extraction)) in articles.iter().zip(extractions).enumerate() {
        // What an article without text is about only a person knows, who put it where it is.
        if !extraction.terms.is_empty() {
            stories.entry(&article.story).or_default().push(idx);
        }
    }
    let mut parted: Vec<(usize, String)> = Vec::new();
    for own in stories.into_values().filter(|own| is_heap(own, extractions)) {
        let pages: Vec<Page<'_>> =
            own.iter().map(|idx| Page::new(&articles[*idx], &extractions[*idx], lexicon)).collect();
        for group in groups(&pages) {
            let Some(first) = group.first().map(|at| &articles[own[*at]]) else { continue };
            let name = format!("{}#{}", first.story, first.id);
            parted.extend(group.into_iter().map(|at| (own[at], name.clone())));
        }
    }
    let mut found = BTreeMap::new();
    for (idx, name) in parted {
        articles[idx].story = name;
        found.insert(ArticleIdx(idx), Imprint::of(&articles[idx]));
    }
    found
}

/// Whether most articles of a story tell of two matters: each is held to some that stand far from it in the list, where
/// articles on one matter often stand side by side.
fn is_heap(own: &[usize], extractions: &[Extraction]) -> bool {
    let count = own.len();
    let topic = |at: usize| -> &Topic { &extractions[own[at % count]].topic };
    let stride = (count / HELD).max(1);
    let others = |at: usize| (1..=HELD.min(count - 1)).map(move |step| (at, at + step * stride));
    let held = (0..count).flat_map(others).filter(|(one, other)| (other - one) % count != 0);
    let (all, near) = held.fold((0, 0), |(all, near), (one, other)| {
        (all + 1, near + usize::from(topic(one).is_near(topic(other))))
    });
    count >= MANY && near * NEAR.1 < all * NEAR.0
}

/// An article of a heap.
struct Page<'e> {
    terms: &'e Terms,
    language: &'e str,
    imprint: Imprint,
    /// Whether it reports a market: no other article is of its hour.
    is_of_market: bool,
}

impl<'e> Page<'e> {
    fn new(article: &Article, extraction: &'e Extraction, lexicon: &Lexicon) -> Self {
        let traded = || extraction.terms.iter().filter(|term| lexicon.is_traded(term.key));
        let is_of_market =
            traded().any(|term| term.is_lead) && traded().map(|term| term.count).sum::<u32>() >= TRADED;
        Self {
            terms: &extraction.terms,
            language: &extraction.topic.language,
            imprint: Imprint::of(article),
            is_of_market,
        }
    }

    /// Whether two pages may report one matter.
    fn is_close(&self, other: &Self) -> bool {
        !self.is_of_market && !other.is_of_market && self.imprint.are_within(&other.imprint, DAYS)
    }
}

/// The articles that have a term, each with what it weighs there.
type Postings = FxHashMap<u64, Vec<(usize, u64)>>;

/// Two articles and how alike they are.
type Alike = (u64, usize, usize);

/// The groups of pages that report one matter, each in order.
fn groups(pages: &[Page<'_>]) -> Vec<Vec<usize>> {
    let mut having: FxHashMap<u64, u64> = FxHashMap::default();
    for term in pages.iter().flat_map(|page| page.terms.iter()) {
        *having.entry(term.key).or_default() += 1;
    }
    let all = pages.len() as u64;
    let weight = |term: &Term| {
        let rare = logarithm(all, having.get(&term.key).copied().unwrap_or(1));
        let often = logarithm(u64::from(term.count) * 2, 1);
        (rare * often * if term.is_lead { 2 } else { 1 }) >> LOGARITHM
    };
    let mut postings: Postings = FxHashMap::default();
    for (at, page) in pages.iter().enumerate() {
        for term in page.terms.iter() {
            postings.entry(term.key).or_default().push((at, weight(term)));
        }
    }
    let length = |page: &Page<'_>, is_of: fn(&Term) -> bool| {
        let squares = page.terms.iter().filter(|term| is_of(term)).map(|term| weight(term).pow(2));
        squares.sum::<u64>().isqrt()
    };
    let lengths: Vec<[u64; 2]> =
        pages.iter().map(|page| [length(page, |_| true), length(page, |term| term.is_neutral)]).collect();
    let mut shared = vec![0; pages.len()];
    let alike = |at: usize| alike(pages, &postings, &lengths, (at, &mut shared), weight);
    let mut pairs: Vec<Alike> = (0..pages.len()).flat_map(alike).collect();
    pairs.sort_unstable_by_key(|(likeness, one, two)| (std::cmp::Reverse(*likeness), *one, *two));
    grown(pages.len(), &pairs)
}

/// The pages before one that are like it; what they share is summed up in a row that is nought before and behind.
fn alike(
    pages: &[Page<'_>],
    postings: &Postings,
    lengths: &[[u64; 2]],
    (at, shared): (usize, &mut [u64]),
    weight: impl Fn(&Term) -> u64,
) -> Vec<Alike> {
    let Some(page) = pages.get(at) else { return Vec::new() };
    let mut met = Vec::new();
    for term in page.terms.iter() {
        let own = weight(term);
        let having = postings.get(&term.key).map(Vec::as_slice).unwrap_or_default();
        let having = if having.len() > COMMON { &[] } else { having };
        for (other, weight) in having.iter().take_while(|(other, _)| *other < at) {
            if shared[*other] == 0 {
                met.push(*other);
            }
            shared[*other] += own * weight;
        }
    }
    let likeness = |other: usize| {
        let shared = std::mem::take(&mut shared[other]);
        let other_page = pages.get(other).filter(|other| other.is_close(page))?;
        let is_across = usize::from(other_page.language != page.language);
        let lengths = lengths[at][is_across] * lengths[other][is_across];
        let likeness = shared * FULL / lengths.max(1);
        (likeness >= TRIED).then_some((likeness, other, at))
    };
    met.into_iter().filter_map(likeness).collect()
}

/// The groups of so many pages that grow from the likest pairs on.
fn grown(count: usize, pairs: &[Alike]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = (0..count).map(|at| vec![at]).collect();
    let mut of: Vec<usize> = (0..count).collect();
    // What the pairs between two groups weigh together, for each group by the other.
    let mut between: Vec<BTreeMap<usize, u64>> = vec![BTreeMap::new(); count];
    for (likeness, one, two) in pairs {
        between[*one].insert(*two, *likeness);
        between[*two].insert(*one, *likeness);
    }
    for (_, one, two) in pairs {
        let (one, two) = (of[*one], of[*two]);
        let all = (groups[one].len() * groups[two].len()) as u64;
        let together = between[one].get(&two).copied().unwrap_or_default();
        if one == two || together < ALIKE * all {
            continue;
        }
        let (kept, gone) = if groups[one].len() < groups[two].len() { (two, one) } else { (one, two) };
        let members = std::mem::take(&mut groups[gone]);
        members.iter().for_each(|at| of[*at] = kept);
        groups[kept].extend(members);
        for (other, likeness) in std::mem::take(&mut between[gone]) {
            between[other].remove(&gone);
            if other != kept {
                *between[kept].entry(other).or_default() += likeness;
                *between[other].entry(kept).or_default() += likeness;
            }
        }
    }
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.retain(|group| !group.is_empty());
    groups
}

/// The logarithm of a ratio of at least one to the base of two, in 256ths.
fn logarithm(of: u64, over: u64) -> u64 {
    const ONE: u64 = 1 << 31;
    let whole = (of / over.max(1)).max(1).ilog2();
    let ratio = ((u128::from(of) << 31) / u128::from(over.max(1))) >> whole;
    let mut rest = u64::try_from(ratio).unwrap_or(ONE).max(ONE);
    let mut found = u64::from(whole);
    for _ in 0..LOGARITHM {
        rest = (rest * rest) >> 31;
        let is_more = rest >= 2 * ONE;
        found = found << 1 | u64::from(is_more);
        rest >>= u32::from(is_more);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{grown, logarithm};

    #[test]
    fn logarithms_are_those_of_any_table() {
        for (of, over, expected) in [(1, 1, 0), (2, 1, 256), (8, 1, 768), (3, 2, 149), (1000, 3, 2145)] {
            assert_eq!(logarithm(of, over), expected, "{of}/{over}");
        }
    }

    #[test]
    fn groups_grow_while_their_articles_are_alike_on_the_average() {
        let chain = [(900, 0, 1), (800, 2, 3), (400, 1, 2)];
        assert_eq!(grown(4, &chain), [vec![0, 1], vec![2, 3]], "one pair of four is too little");
        let near = [(900, 0, 1), (800, 2, 3), (400, 1, 2), (300, 0, 2), (300, 0, 3), (200, 1, 3)];
        assert_eq!(grown(4, &near), [vec![0, 1, 2, 3]]);
    }
}
