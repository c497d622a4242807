//! The ways in which a kind's values are told, seen as one list.

use crate::lexicon::schema::kind::{Kind, Shape};

/// A shape by reference: the kind's own lists, or one of its other ways.
#[derive(Clone, Copy, Debug)]
pub struct ShapeRef<'k> {
    /// Concepts one of which the counted or measured thing must be.
    pub heads: &'k [String],
    /// Concepts one of which must stand in the clause.
    pub triggers: &'k [String],
    /// Concepts one of which must stand in the sentence as well.
    pub context: &'k [String],
    /// Concepts that rule it out when they stand nearer than the trigger.
    pub unless: &'k [String],
}

impl Kind {
    /// Whether it asks for one thing that its words name, and not for a number or a sum of whatever it may be.
    #[must_use]
    pub const fn asks_for_one_thing(&self) -> bool {
        !self.heads.is_empty() || !self.triggers.is_empty()
    }

    /// All ways in which its values are told, its own lists first.
    pub fn shapes(&self) -> impl Iterator<Item = ShapeRef<'_>> {
        let own = ShapeRef {
            heads: &self.heads,
            triggers: &self.triggers,
            context: &self.context,
            unless: &self.unless,
        };
        std::iter::once(own).chain(self.also.iter().map(Shape::by_reference))
    }
}

impl Shape {
    /// The shape by reference.
    fn by_reference(&self) -> ShapeRef<'_> {
        ShapeRef {
            heads: &self.heads,
            triggers: &self.triggers,
            context: &self.context,
            unless: &self.unless,
        }
    }
}
