//! Affixes as bits, so that a word is held against all of them at once: for each byte, those that have it in the
//! place where they are outermost, and those that have it right behind. A letter of two bytes is told by both.

/// Values of a byte.
const BYTES: usize = 1 << u8::BITS;

/// Most affixes of a sieve.
const MOST: usize = u64::BITS as usize;

/// The end of a word to which affixes stick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Its beginning.
    Front,
    /// Its end.
    Back,
}

/// Some affixes of a sieve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Group(u64);

impl Group {
    /// Those that are of both groups.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// Affixes of one side of a word, each with what is told of it, in the order in which they were added.
#[derive(Clone, Debug)]
pub(super) struct Sieve<T> {
    side: Side,
    affixes: Vec<(String, T)>,
    /// By their outermost bytes.
    outer: Box<[u64]>,
    /// By the bytes behind; an affix of a single byte is in all.
    inner: Box<[u64]>,
    /// Those of a single byte.
    single: u64,
}

impl<T> Sieve<T> {
    /// A sieve without affixes.
    pub(super) fn new(side: Side) -> Self {
        let none = || vec![0; BYTES].into_boxed_slice();
        Self { side, affixes: Vec::new(), outer: none(), inner: none(), single: 0 }
    }

    /// Adds affixes; a group of its own for each call. Of more than fit the last are left out, which no data has.
    pub(super) fn add(&mut self, affixes: impl IntoIterator<Item = (String, T)>) -> Group {
        let mut group = 0;
        for (affix, told) in affixes {
            let (Some(outer), inner) = self.bytes(&affix) else { continue };
            debug_assert!(self.affixes.len() < MOST, "a language has no more affixes than bits");
            if self.affixes.len() == MOST {
                break;
            }
            let bit = 1 << self.affixes.len();
            group |= bit;
            self.outer[usize::from(outer)] |= bit;
            match inner {
                Some(inner) => self.inner[usize::from(inner)] |= bit,
                None => {
                    self.inner.iter_mut().for_each(|byte| *byte |= bit);
                    self.single |= bit;
                }
            }
            self.affixes.push((affix, told));
        }
        Group(group)
    }

    /// The affixes that a word may have by its outermost bytes.
    pub(super) fn fitting(&self, word: &str) -> Group {
        let at = |table: &[u64], byte: u8| table.get(usize::from(byte)).copied().unwrap_or_default();
        Group(match self.bytes(word) {
            (Some(outer), Some(inner)) => at(&self.outer, outer) & at(&self.inner, inner),
            (Some(outer), None) => at(&self.outer, outer) & self.single,
            (None, _) => 0,
        })
    }

    /// What is left of a word without each affix of a group that it has, with what is told of the affix.
    pub(super) fn without<'a>(
        &'a self,
        word: &'a str,
        group: Group,
    ) -> impl Iterator<Item = (&'a str, &'a T)> + Clone {
        Bits(group.0).filter_map(move |idx| {
            let (affix, told) = self.affixes.get(idx)?;
            let rest = match self.side {
                Side::Front => word.strip_prefix(affix.as_str()),
                Side::Back => word.strip_suffix(affix.as_str()),
            };
            Some((rest?, told))
        })
    }

    /// The outermost bytes of a word on this side.
    fn bytes(&self, word: &str) -> (Option<u8>, Option<u8>) {
        match (self.side, word.as_bytes()) {
            (Side::Front, [outer, inner, ..]) | (Side::Back, [.., inner, outer]) => {
                (Some(*outer), Some(*inner))
            }
            (Side::Front | Side::Back, [outer]) => (Some(*outer), None),
            (Side::Front | Side::Back, _) => (None, None),
        }
    }
}

/// The places of the bits that are set, the lowest first.
#[derive(Clone, Copy, Debug)]
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let place = (self.0 != 0).then(|| self.0.trailing_zeros() as usize)?;
        self.0 &= self.0 - 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_off_what_a_word_has_in_the_order_of_the_affixes() {
        let list = ["هما", "ها", "ه", "'s", "s", "a", "ا"];
        for side in [Side::Front, Side::Back] {
            let mut sieve = Sieve::new(side);
            let first = sieve.add(list.into_iter().take(3).map(|affix| (affix.to_owned(), ())));
            let rest = sieve.add(list.into_iter().skip(3).map(|affix| (affix.to_owned(), ())));
            for word in ["", "s", "a", "ا", "ها", "هها", "هما", "بيتهما", "هماب", "it's", "'sit", "sea", "as"]
            {
                let held = |affixes: &[&str]| -> Vec<String> {
                    let cut = |affix: &&str| match side {
                        Side::Front => word.strip_prefix(*affix),
                        Side::Back => word.strip_suffix(*affix),
                    };
                    affixes.iter().filter_map(cut).map(str::to_owned).collect()
                };
                let fitting = sieve.fitting(word);
                let found = |group: Group| -> Vec<String> {
                    sieve.without(word, fitting.and(group)).map(|(rest, ())| rest.to_owned()).collect()
                };
                assert_eq!(found(first), held(&list[..3]), "{word}");
                assert_eq!(found(rest), held(&list[3..]), "{word}");
            }
        }
    }
}
