//! What a word can mean to the engine, whatever its language.

use crate::lexicon::schema::calendar::{Daypart, Era, Season};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::{Hedge, Position};
use crate::lexicon::schema::speech::Speech;
use crate::value::number::Number;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// An id of the data files: a concept, a country, a unit.
pub type Id = Arc<str>;

/// One meaning of a word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Meaning {
    /// A cardinal below 1000.
    Cardinal(u16),
    /// A scale: hundred, thousand, million.
    Scale(u64),
    /// An ordinal.
    Ordinal(u16),
    /// A place in a row that is counted from its end or from the current one.
    Position(Position),
    /// The ending of an ordinal in digits.
    OrdinalMark,
    /// A fraction; boxed, since it is the largest by far and among the rarest.
    Fraction(Box<Number>),
    /// A vague number: the least that it implies.
    Vague(u64),
    /// A word that multiplies exactly: a dozen.
    Multiple(u16),
    /// How often.
    Times(u16),
    /// The decimal mark as a word.
    Point,
    /// The sign of a negative number.
    Minus,
    /// Per cent.
    Percent,
    /// Percentage points.
    PercentagePoint,
    /// Hundredths of percentage points.
    BasisPoint,
    /// An abbreviated scale after digits.
    ScaleMark(u64),
    /// A unit, by its code.
    Unit(Id),
    /// A currency, by its code or its bare name.
    Currency(Id),
    /// A month of the Gregorian calendar.
    Month(u8),
    /// A month of the Hijri calendar.
    HijriMonth(u8),
    /// A day that has a name.
    Holiday(Id),
    /// A weekday, 1 for Monday.
    Weekday(u8),
    /// A day counted from the reference day.
    RelativeDay(i8),
    /// A part of a day.
    Daypart(Daypart),
    /// A season.
    Season(Season),
    /// An era.
    Era(Era),
    /// A time zone, in minutes from UTC.
    Zone(i16),
    /// The time of a place, by its IANA name.
    NamedZone(Id),
    /// A hedge or bound.
    Hedge(Hedge),
    /// A grammatical word.
    Function(Function),
    /// A verb or noun of saying.
    Speech(Speech),
    /// A thing or an action.
    Concept(Id),
    /// A role that announces a person.
    Role(Id),
    /// A word that begins the name of a body.
    Body(Id),
    /// A type of place.
    PlaceType(Id),
    /// A country by its name.
    Country(Id),
    /// A country by its adjective or people.
    Demonym(Id),
    /// A country's capital, by the country.
    Capital(Id),
    /// A named place.
    Place(Id),
    /// A direction that makes a region.
    Direction(Id),
    /// A person by a full name.
    Person(Id),
    /// A person by a short name.
    ShortPerson(Id),
    /// A word that never begins or ends a name.
    Stop,
}

impl Meaning {
    /// Whether it names one place or person, which nobody can own: "our Mali".
    #[must_use]
    pub const fn is_name(&self) -> bool {
        matches!(
            self,
            Self::Country(_) | Self::Capital(_) | Self::Place(_) | Self::Person(_) | Self::ShortPerson(_)
        )
    }

    /// Whether it is a place by its name.
    #[must_use]
    pub const fn is_place(&self) -> bool {
        matches!(self, Self::Country(_) | Self::Capital(_) | Self::Place(_))
    }

    /// The thing or action.
    #[must_use]
    pub const fn concept(&self) -> Option<&Id> {
        if let Self::Concept(id) = self { Some(id) } else { None }
    }

    /// The role that announces a person.
    #[must_use]
    pub const fn role(&self) -> Option<&Id> {
        if let Self::Role(id) = self { Some(id) } else { None }
    }

    /// The word that begins the name of a body.
    #[must_use]
    pub const fn body(&self) -> Option<&Id> {
        if let Self::Body(id) = self { Some(id) } else { None }
    }

    /// The type of place.
    #[must_use]
    pub const fn place_type(&self) -> Option<&Id> {
        if let Self::PlaceType(id) = self { Some(id) } else { None }
    }

    /// What it tells by an id that kinds may ask for: a concept, a role, a body or a type of place.
    #[must_use]
    pub fn told(&self) -> Option<&Id> {
        self.concept().or_else(|| self.role()).or_else(|| self.body()).or_else(|| self.place_type())
    }

    /// The country, by its name alone.
    #[must_use]
    pub const fn country(&self) -> Option<&Id> {
        if let Self::Country(id) = self { Some(id) } else { None }
    }

    /// The country, by its adjective or people alone.
    #[must_use]
    pub const fn demonym(&self) -> Option<&Id> {
        if let Self::Demonym(id) = self { Some(id) } else { None }
    }

    /// The country, by its capital.
    #[must_use]
    pub const fn capital(&self) -> Option<&Id> {
        if let Self::Capital(id) = self { Some(id) } else { None }
    }

    /// The named place.
    #[must_use]
    pub const fn place(&self) -> Option<&Id> {
        if let Self::Place(id) = self { Some(id) } else { None }
    }

    /// The direction that makes a region.
    #[must_use]
    pub const fn direction(&self) -> Option<&Id> {
        if let Self::Direction(id) = self { Some(id) } else { None }
    }

    /// The person, by a full or a short name.
    #[must_use]
    pub const fn person(&self) -> Option<&Id> {
        if let Self::Person(id) | Self::ShortPerson(id) = self { Some(id) } else { None }
    }

    /// The country, by its name, its adjective or its people.
    #[must_use]
    pub const fn nation(&self) -> Option<&Id> {
        if let Self::Country(id) | Self::Demonym(id) = self { Some(id) } else { None }
    }
}

/// The grammatical form in which a word carries its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Form {
    /// Singular noun.
    One,
    /// Dual noun, which states the number two.
    Two,
    /// Plural noun.
    Many,
    /// Verb in the past.
    Past,
    /// Verb in the present.
    Present,
    /// Anything that takes no endings of its own.
    Fixed,
}

/// A meaning in a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Sense {
    /// What it means.
    pub meaning: Meaning,
    /// In which form.
    pub form: Form,
}

/// What was stuck to a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clitics {
    /// A conjunction before it.
    pub conjunction: Option<Function>,
    /// A preposition before it.
    pub preposition: Option<Function>,
    /// An article before it.
    pub article: bool,
    /// A future mark before it.
    pub future: bool,
    /// The mark of an outcome before it.
    pub outcome: bool,
    /// A pronoun after it, or the mark of an owner.
    pub pronoun: bool,
    /// The mark of an owner after it, that a sign parts from it: Egypt's.
    pub owner: bool,
}
