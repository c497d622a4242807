//! Lists of the report that are made as they are written, so that no copy of all of it is ever kept.

use crate::fact::FactIdx;
use crate::graph::Knowledge;
use serde::{Serialize, Serializer};

/// Every item of a list as its object.
pub(super) struct Each<'a, T, O> {
    /// The items.
    pub(super) items: &'a [T],
    /// Makes the object of the item at a place of the list.
    pub(super) object: fn(usize, &'a T, &'a Knowledge) -> O,
    /// What the items are of.
    pub(super) knowledge: &'a Knowledge,
}

impl<T, O: Serialize> Serialize for Each<'_, T, O> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = self.items.iter().enumerate();
        serializer.collect_seq(items.map(|(idx, item)| (self.object)(idx, item, self.knowledge)))
    }
}

/// Bytes of the longest id: a letter and the digits of the largest number.
const LONGEST: usize = 21;

/// The id of the item at a place of its list: a letter, and a number from 1.
pub(super) struct Id(pub(super) char, pub(super) usize);

impl Id {
    /// Writes the id from the end of a buffer on backwards, and returns it.
    fn written<'b>(&self, buffer: &'b mut [u8; LONGEST]) -> &'b str {
        let (mut rest, mut start) = (self.1 + 1, LONGEST);
        let mut put = |byte: u8| {
            start -= 1;
            buffer[start] = byte;
        };
        while rest > 0 {
            put(b'0' + u8::try_from(rest % 10).unwrap_or_default());
            rest /= 10;
        }
        put(u8::try_from(self.0).unwrap_or(b'?'));
        buffer.get(start..).and_then(|id| std::str::from_utf8(id).ok()).unwrap_or_default()
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.written(&mut [0; LONGEST]))
    }
}

/// The ids of facts.
pub(super) struct Ids<'a>(pub(super) &'a [FactIdx]);

impl Serialize for Ids<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|fact| Id('f', fact.0)))
    }
}
