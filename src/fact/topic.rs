//! What an article is about: the words of its heading and lead, as far as they say something.

use std::collections::BTreeSet;

/// What the words that two articles of one story share weigh at least.
const SHARED: u32 = 3;

/// Share of the lighter lead that two articles of one story have in common.
const SHARE: (u32, u32) = (1, 9);

/// How many people both name at least who tell of one thing whatever their leads say.
const PEOPLE: usize = 2;

/// The words of heading and lead, each with its weight: meanings and names by their ids, other words by
/// their stems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// The language, whose words no other has.
    pub language: String,
    keys: Vec<(u64, u32)>,
    /// What all keys weigh.
    weight: u32,
    /// What the keys that every language has weigh.
    neutral: u32,
    /// The people whom the whole article names in full, by their keys.
    people: BTreeSet<String>,
}

impl Topic {
    /// The topic of words of a language: each with its key, its weight, and whether every language has it.
    #[must_use]
    pub fn new(language: &str, words: impl IntoIterator<Item = (u64, u32, bool)>) -> Self {
        let mut words: Vec<(u64, u32, bool)> = words.into_iter().collect();
        words.sort_unstable();
        words.dedup();
        let neutral = words.iter().filter(|word| word.2).map(|word| word.1).sum();
        let weight = words.iter().map(|word| word.1).sum();
        let keys = words.into_iter().map(|word| (word.0, word.1)).collect();
        Self { language: language.to_owned(), keys, weight, neutral, people: BTreeSet::new() }
    }

    /// Adds the people whom the article names in full.
    pub fn name(&mut self, people: impl IntoIterator<Item = String>) {
        self.people.extend(people);
    }

    /// Whether both name several people who are known to few.
    fn shares_people(&self, other: &Self) -> bool {
        self.people.intersection(&other.people).nth(PEOPLE - 1).is_some()
    }

    /// Whether two articles may tell of one thing. Of an article without text only a person knows what it is about, who
    /// put it beside the other.
    #[must_use]
    pub fn is_near(&self, other: &Self) -> bool {
        if self.keys.is_empty() || other.keys.is_empty() {
            return true;
        }
        let shared = self.shared(other);
        let shorter = if self.language == other.language {
            self.weight.min(other.weight)
        } else {
            self.neutral.min(other.neutral)
        };
        self.shares_people(other) || (shared >= SHARED.min(shorter) && shared * SHARE.1 >= shorter * SHARE.0)
    }

    fn shared(&self, other: &Self) -> u32 {
        let (mut left, mut right) = (self.keys.iter().peekable(), other.keys.iter().peekable());
        let mut shared = 0;
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => {
                    left.next();
                }
                std::cmp::Ordering::Greater => {
                    right.next();
                }
                std::cmp::Ordering::Equal => {
                    shared += a.1;
                    left.next();
                    right.next();
                }
            }
        }
        shared
    }
}

#[cfg(test)]
mod tests {
    use super::Topic;

    #[test]
    fn leads_that_share_their_words_are_near() {
        let topic = |keys: &[u64]| Topic::new("en", keys.iter().map(|key| (*key, 1, true)));
        let quake = topic(&[1, 2, 3, 4, 5, 6]);
        let toll = topic(&[4, 5, 6, 7, 8]);
        let match_report = topic(&[6, 20, 21, 22]);
        assert!(quake.is_near(&toll));
        assert!(!quake.is_near(&match_report));
        assert!(quake.is_near(&Topic::default()));
    }
}
