//! The ways in which a kind's values are told, seen as one list.

use crate::lexicon::schema::answers::Scope;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::kind::{Kind, Shape};
use crate::lexicon::schema::telling::Telling;

/// A shape by reference: the kind's own lists, or one of its other ways.
#[derive(Clone, Copy, Debug)]
pub struct ShapeRef<'k> {
    /// Concepts one of which the counted or measured thing must be.
    pub heads: &'k Concepts,
    /// Concepts one of which must stand in the clause.
    pub triggers: &'k Concepts,
    /// Concepts one of which must stand in the sentence as well.
    pub context: &'k Concepts,
    /// Concepts that rule it out when they stand nearer than the trigger.
    pub unless: &'k Concepts,
}

impl Kind {
    /// Whether it asks for one thing that its words name, and not for a number or a sum of whatever it may be.
    #[must_use]
    pub const fn asks_for_one_thing(&self) -> bool {
        !self.heads.is_empty() || !self.triggers.is_empty()
    }

    /// Whether it asks of any thing whether any of its triggers was done.
    #[must_use]
    pub fn is_of_any_deed(&self) -> bool {
        self.told == Telling::Whether && self.heads.is_empty() && self.scope == Scope::Slots
    }

    /// Whether two of its states can hold together.
    #[must_use]
    pub fn can_both_hold(&self, left: &str, right: &str) -> bool {
        let names = |state: &str, other: &str| {
            let mut states = self.states.iter().filter(|known| known.state == state);
            states.any(|known| known.beside.iter().any(|beside| beside == other))
        };
        names(left, right) || names(right, left)
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

impl Telling {
    /// Whether its values are days, whatever clock the text gives.
    #[must_use]
    pub const fn is_of_days(self) -> bool {
        matches!(self, Self::Deed | Self::News)
    }

    /// Whether its values are figures, which meet by the words around them and not by a kind's own questions.
    #[must_use]
    pub const fn is_of_figures(self) -> bool {
        matches!(
            self,
            Self::Alike
                | Self::Calling
                | Self::Category
                | Self::Cause
                | Self::Choice
                | Self::Course
                | Self::Distance
                | Self::Fate
                | Self::Holder
                | Self::Demand
                | Self::Host
                | Self::Hours
                | Self::Minute
                | Self::Post
                | Self::Site
                | Self::Speaker
                | Self::Whether
        )
    }
}
