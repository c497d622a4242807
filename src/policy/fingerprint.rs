//! The identity of a finding: what it says, never where it stands, so that it survives reordering, reflow and
//! articles that come to the story.
//!
//! It is made of the rule, the kind, and who says what on the two sides. Where several articles stand on a side,
//! the first that was published speaks for all. A finding answers to the identity of any other two as well, so
//! that what was decided of two articles holds, whoever joins them.

use crate::fact::{Article, Fact, FactIdx};
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::policy::{self, Judged};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Claims of one side by which a finding can be named.
const MOST: usize = 16;

/// The fingerprint of a finding: 64 hexadecimal digits. Which side is left does not matter.
#[must_use]
pub fn of(finding: &Finding, knowledge: &Knowledge) -> String {
    identity(finding, knowledge, pairs(finding, knowledge).first())
}

/// Gives findings that say the very same thing identities of their own, by where their words stand.
pub fn tell_apart(judged: &mut [Judged], knowledge: &Knowledge) {
    let mut alike = BTreeMap::<String, Vec<&mut Judged>>::new();
    for judged in judged {
        alike.entry(judged.fingerprint.clone()).or_default().push(judged);
    }
    for (fingerprint, mut group) in alike {
        group.sort_by_cached_key(|judged| first_words(&judged.finding, knowledge));
        for (n_before, judged) in group.into_iter().enumerate().skip(1) {
            let mut hash = Hash::default();
            hash.field(&fingerprint);
            hash.field(&n_before.to_string());
            judged.fingerprint = hash.finish();
        }
    }
}

/// Findings by all their identities: those of any two claims that they set against each other.
#[derive(Debug, Default)]
pub struct Index(BTreeMap<String, BTreeSet<usize>>);

impl Index {
    /// The index of some findings, by their place among them.
    #[must_use]
    pub fn new(judged: &[Judged], knowledge: &Knowledge) -> Self {
        let mut index = Self::default();
        for (at, Judged { finding, .. }) in judged.iter().enumerate() {
            for pair in pairs(finding, knowledge) {
                index.0.entry(identity(finding, knowledge, Some(&pair))).or_default().insert(at);
            }
        }
        index
    }

    /// The findings that have an identity which begins with these digits, in lower case.
    #[must_use]
    pub fn named(&self, digits: &str) -> BTreeSet<usize> {
        let from = self.0.range(digits.to_owned()..);
        let named = from.take_while(|(identity, _)| identity.starts_with(digits));
        named.flat_map(|(_, found)| found).copied().collect()
    }
}

/// What is said, and who says it; of several the one that was published first comes first.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Claim {
    is_undated: bool,
    published: Option<(i64, i64)>,
    article: String,
    says: String,
}

impl Claim {
    fn new(article: &Article, says: String) -> Self {
        let published = article.published.and_then(|time| time.seconds());
        Self { is_undated: published.is_none(), published, article: article.identity.clone(), says }
    }

    fn of(idx: FactIdx, knowledge: &Knowledge) -> Option<Self> {
        Some(Self::new(knowledge.article_of(idx)?, says(knowledge.fact(idx)?)))
    }
}

/// What a fact says, whatever its lines look like.
fn says(fact: &Fact) -> String {
    let value = fact.value.to_string();
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{value}\0{}\0{}", fact.stance.name(), fact.modality.name())
}

/// Any two claims that stand against each other, those that speak for their sides first.
fn pairs(finding: &Finding, knowledge: &Knowledge) -> Vec<[Claim; 2]> {
    let claims = |side: &[FactIdx]| -> Vec<Claim> {
        let claims: BTreeSet<_> = side.iter().filter_map(|idx| Claim::of(*idx, knowledge)).collect();
        claims.into_iter().take(MOST).collect()
    };
    match (&finding.detail, finding.left.as_slice(), finding.right.as_slice()) {
        (Detail::Origin(articles), ..) => {
            let articles = articles.iter().filter_map(|idx| knowledge.article(*idx));
            let copies: BTreeSet<_> = articles.map(|article| Claim::new(article, String::new())).collect();
            each(&copies.into_iter().take(MOST).collect::<Vec<_>>())
        }
        (_, all, []) | (_, [], all) => vec![[together(all, knowledge), Claim::default()]],
        (_, left, right) => {
            let (left, right) = (claims(left), claims(right));
            let against =
                |one: &Claim| right.iter().map(|other| [one.clone(), other.clone()]).collect::<Vec<_>>();
            left.iter().flat_map(against).collect()
        }
    }
}

/// Every two of some claims.
fn each(claims: &[Claim]) -> Vec<[Claim; 2]> {
    let behind = |at: usize| claims.iter().skip(at + 1);
    let pairs = claims.iter().enumerate().flat_map(|(at, one)| behind(at).map(move |other| [one, other]));
    pairs.map(|[one, other]| [one.clone(), other.clone()]).collect()
}

/// Facts that make one claim together: each with its kind. Where they are of several articles it does not
/// matter which of them gives which, since others may give the same.
fn together(facts: &[FactIdx], knowledge: &Knowledge) -> Claim {
    let known = || facts.iter().filter_map(|idx| knowledge.fact(*idx));
    let said: BTreeSet<_> = known().map(|fact| format!("{}\0{}", fact.kind, says(fact))).collect();
    let articles: BTreeSet<_> =
        facts.iter().filter_map(|idx| knowledge.article_of(*idx)).map(|article| &article.identity).collect();
    let article = if articles.len() == 1 { articles.first().map(|id| (*id).clone()) } else { None };
    let says = said.into_iter().collect::<Vec<_>>().join("\0");
    Claim { article: article.unwrap_or_default(), says, ..Claim::default() }
}

/// Where the words stand that the first claims rest on.
fn first_words(finding: &Finding, knowledge: &Knowledge) -> Vec<(Claim, usize)> {
    let at = |idx: &FactIdx| {
        let span = knowledge.fact(*idx)?.span();
        Some((Claim::of(*idx, knowledge)?, span.map_or(0, |span| span.start)))
    };
    let mut places: Vec<_> = [&finding.left, &finding.right]
        .into_iter()
        .filter_map(|side| side.iter().filter_map(at).min())
        .collect();
    places.sort();
    places
}

fn identity(finding: &Finding, knowledge: &Knowledge, pair: Option<&[Claim; 2]>) -> String {
    let claim = |claim: &Claim| format!("{}\0{}", claim.article, claim.says);
    let mut sides: Vec<_> = pair.into_iter().flatten().map(claim).collect();
    sides.sort();
    let mut hash = Hash::default();
    hash.field(finding.rule.name());
    hash.field(policy::kind(finding, knowledge).unwrap_or_default());
    hash.list(sides);
    hash.list(detail(&finding.detail));
    hash.finish()
}

/// The part of the detail that is not a place: a file counts by its name alone.
fn detail(detail: &Detail) -> Vec<String> {
    let name = |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    match detail {
        Detail::Sides | Detail::SameArticle(_) | Detail::Origin(_) | Detail::MissingWords(_) => Vec::new(),
        Detail::ReadValue(words) => vec![words.clone()],
        Detail::File { path, fault, .. } => vec![format!("{}\0{fault}", name(path))],
        Detail::Waiver { finding, path, .. } => vec![format!("{}\0{finding}", name(path))],
    }
}

/// A hash over fields, each with its length before it, so that no two lists of fields look alike.
#[derive(Default)]
struct Hash(Sha256);

impl Hash {
    fn field(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
    }

    fn list(&mut self, list: Vec<String>) {
        self.0.update((list.len() as u64).to_le_bytes());
        for field in list {
            self.field(&field);
        }
    }

    fn finish(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
