//! What an article is about: the words of its heading and lead, as far as they say something.

/// What the words that two articles of one story share weigh at least.
const SHARED: u32 = 3;

/// Share of the lighter lead that two articles of one story have in common.
const SHARE: (u32, u32) = (1, 9);

/// The words of heading and lead, each with its weight: meanings and names by their ids, other words by
/// their stems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    keys: Vec<(u64, u32)>,
}

impl FromIterator<(u64, u32)> for Topic {
    fn from_iter<I: IntoIterator<Item = (u64, u32)>>(keys: I) -> Self {
        let mut keys: Vec<(u64, u32)> = keys.into_iter().collect();
        keys.sort_unstable();
        keys.dedup();
        Self { keys }
    }
}

impl Topic {
    /// Whether two articles may tell of one thing. Of an article without text only a person knows what it is
    /// about, who put it beside the other.
    #[must_use]
    pub fn is_near(&self, other: &Self) -> bool {
        if self.keys.is_empty() || other.keys.is_empty() {
            return true;
        }
        let shared = self.shared(other);
        let shorter = self.weight().min(other.weight());
        shared >= SHARED.min(shorter) && shared * SHARE.1 >= shorter * SHARE.0
    }

    fn weight(&self) -> u32 {
        self.keys.iter().map(|key| key.1).sum()
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
        let topic = |keys: &[u64]| keys.iter().map(|key| (*key, 1)).collect::<Topic>();
        let quake = topic(&[1, 2, 3, 4, 5, 6]);
        let toll = topic(&[4, 5, 6, 7, 8]);
        let match_report = topic(&[6, 20, 21, 22]);
        assert!(quake.is_near(&toll));
        assert!(!quake.is_near(&match_report));
        assert!(quake.is_near(&Topic::default()));
    }
}
