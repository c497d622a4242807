//! Where things that stand in a text in order begin among its words, so that nobody searches for those of a range.

use std::ops::Range;

/// For each word of a text, and for its end, how many things begin before it.
#[derive(Debug, Default)]
pub(super) struct Starts(Vec<u32>);

impl Starts {
    /// The starts of things in order, by their first words, in a text of so many words.
    pub(super) fn of(firsts: impl Iterator<Item = usize>, words: usize) -> Self {
        let mut before = Vec::with_capacity(words + 1);
        let mut number = 0;
        for first in firsts {
            let missing = (first + 1).saturating_sub(before.len());
            before.extend(std::iter::repeat_n(number, missing));
            number += 1;
        }
        let missing = (words + 1).saturating_sub(before.len());
        before.extend(std::iter::repeat_n(number, missing));
        Self(before)
    }

    /// How many things begin before a word.
    pub(super) fn before(&self, word: usize) -> usize {
        self.0.get(word).or(self.0.last()).map_or(0, |number| *number as usize)
    }

    /// The numbers of the things that begin in a range of words.
    pub(super) fn range(&self, words: &Range<usize>) -> Range<usize> {
        let first = self.before(words.start);
        first..self.before(words.end).max(first)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::reading::starts::Starts;

    #[test]
    fn finds_what_begins_in_a_range_of_words() {
        let firsts = [1, 1, 4, 6];
        let starts = Starts::of(firsts.into_iter(), 7);
        for start in 0..10 {
            for end in 0..10 {
                let first = firsts.partition_point(|first| *first < start);
                let last = firsts.partition_point(|first| *first < end);
                assert_eq!(starts.range(&(start..end)), first..last.max(first), "{start}..{end}");
            }
        }
    }
}
