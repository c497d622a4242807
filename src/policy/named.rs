//! Findings by the names that people write: an id or the beginning of one, or a rule and a kind.

use crate::graph::Knowledge;
use crate::policy::fingerprint::Index;
use crate::policy::{self, Judged};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Digits below which a part of a fingerprint names no finding.
pub const MIN_DIGITS: usize = 8;

/// Findings that are asked for by name.
#[derive(Debug)]
pub struct Findings<'j> {
    judged: &'j [Judged],
    knowledge: &'j Knowledge,
    index: OnceCell<Index>,
}

impl<'j> Findings<'j> {
    /// These findings.
    #[must_use]
    pub const fn new(judged: &'j [Judged], knowledge: &'j Knowledge) -> Self {
        Self { judged, knowledge, index: OnceCell::new() }
    }

    /// The findings that a name means, by their place.
    #[must_use]
    pub fn named(&self, name: &str) -> BTreeSet<usize> {
        match name.trim().split_once(char::is_whitespace) {
            Some((rule, kind)) => self.of(|judged| {
                rule == judged.finding.rule.name()
                    && policy::kind(&judged.finding, self.knowledge) == Some(kind.trim())
            }),
            None if is_id(name) => self.identified(&name.trim().to_ascii_lowercase()),
            None => BTreeSet::new(),
        }
    }

    /// Those that show an id with these digits; else those that answer to one, since others may have joined
    /// the articles that it was made of.
    fn identified(&self, digits: &str) -> BTreeSet<usize> {
        let shown = self.of(|judged| judged.fingerprint.starts_with(digits));
        if shown.is_empty() {
            self.index.get_or_init(|| Index::new(self.judged, self.knowledge)).named(digits)
        } else {
            shown
        }
    }

    fn of(&self, is_meant: impl Fn(&Judged) -> bool) -> BTreeSet<usize> {
        let meant = self.judged.iter().enumerate().filter(|(_, judged)| is_meant(judged));
        meant.map(|(at, _)| at).collect()
    }
}

/// Whether a word is a finding's id or its beginning.
#[must_use]
pub fn is_id(word: &str) -> bool {
    let word = word.trim();
    word.len() >= MIN_DIGITS && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}
