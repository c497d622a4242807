//! Classes of meanings as sets of bits, so that a reader tells at once what a word
//! cannot be.

use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;

/// What sort of meaning a meaning is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Number words, ranks and fractions, and the words between them.
    Number,
    /// Places in a row that are counted from its end or from the current one.
    Position,
    /// Percentages.
    Percent,
    /// Units.
    Unit,
    /// Currencies.
    Currency,
    /// Months, weekdays, holidays, relative days, seasons, eras, zones.
    Calendar,
    /// Parts of a day.
    Daypart,
    /// Hedges and bounds.
    Hedge,
    /// Grammatical words.
    Function,
    /// Verbs and nouns of saying.
    Speech,
    /// Things and actions.
    Concept,
    /// Things that are times: weekends, decades, how often and how long something is; concepts as well.
    Timely,
    /// Roles that announce a person.
    Role,
    /// Words that begin the name of a body.
    Body,
    /// Types of places.
    PlaceType,
    /// Countries, by name, adjective or people.
    Nation,
    /// Capitals, places and directions.
    Place,
    /// People.
    Person,
    /// Words that never begin or end a name.
    Stop,
}

impl Class {
    /// The class of a meaning.
    #[must_use]
    pub const fn of(meaning: &Meaning) -> Self {
        match meaning {
            Meaning::Cardinal(_) | Meaning::Scale(_) | Meaning::Ordinal(_) | Meaning::OrdinalMark => {
                Self::Number
            }
            Meaning::Fraction(_) | Meaning::Vague(_) | Meaning::Multiple(_) | Meaning::Times(_) => {
                Self::Number
            }
            Meaning::Point | Meaning::Minus | Meaning::ScaleMark(_) => Self::Number,
            Meaning::Position(_) => Self::Position,
            Meaning::Percent | Meaning::PercentagePoint | Meaning::BasisPoint => Self::Percent,
            Meaning::Unit(_) => Self::Unit,
            Meaning::Currency(_) => Self::Currency,
            Meaning::Month(_) | Meaning::HijriMonth(_) | Meaning::Weekday(_) | Meaning::Holiday(_) => {
                Self::Calendar
            }
            Meaning::RelativeDay(_) | Meaning::Season(_) | Meaning::Era(_) => Self::Calendar,
            Meaning::Zone(_) | Meaning::NamedZone(_) => Self::Calendar,
            Meaning::Daypart(_) => Self::Daypart,
            Meaning::Hedge(_) => Self::Hedge,
            Meaning::Function(_) => Self::Function,
            Meaning::Speech(_) => Self::Speech,
            Meaning::Concept(_) => Self::Concept,
            Meaning::Role(_) => Self::Role,
            Meaning::Body(_) => Self::Body,
            Meaning::PlaceType(_) => Self::PlaceType,
            Meaning::Country(_) | Meaning::Demonym(_) => Self::Nation,
            Meaning::Capital(_) | Meaning::Place(_) | Meaning::Direction(_) => Self::Place,
            Meaning::Person(_) | Meaning::ShortPerson(_) => Self::Person,
            Meaning::Stop => Self::Stop,
        }
    }
}

/// Beginnings of the ids of concepts that are times.
const TIMELY: [&str; 4] = ["weekend", "decade-", "every-", "long-"];

impl Meaning {
    /// Whether it is a concept that is a time.
    #[must_use]
    pub fn is_timely(&self) -> bool {
        matches!(self, Self::Concept(id) if TIMELY.iter().any(|concept| id.starts_with(concept)))
    }
}

/// The classes, functions and forms of a word's senses, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    functions: u128,
    classes: u32,
    forms: u8,
}

impl Summary {
    /// What some senses hold.
    #[must_use]
    pub fn of(senses: &[Sense]) -> Self {
        let mut summary = Self::default();
        for sense in senses {
            summary.classes |= 1 << Class::of(&sense.meaning) as u32;
            if sense.meaning.is_timely() {
                summary.classes |= 1 << Class::Timely as u32;
            }
            summary.forms |= 1 << sense.form as u8;
            if let Meaning::Function(function) = sense.meaning {
                summary.functions |= 1 << function as u32;
            }
        }
        summary
    }

    /// What the senses of two words hold.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            functions: self.functions | other.functions,
            classes: self.classes | other.classes,
            forms: self.forms | other.forms,
        }
    }

    /// Whether there is no sense.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.classes == 0
    }

    /// Whether a sense is of this class.
    #[must_use]
    pub const fn is(&self, class: Class) -> bool {
        self.classes & (1 << class as u32) != 0
    }

    /// Whether a sense is of one of these classes.
    #[must_use]
    pub const fn is_any(&self, classes: Classes) -> bool {
        self.classes & classes.0 != 0
    }

    /// Whether all senses are of these classes.
    #[must_use]
    pub const fn is_only(&self, classes: Classes) -> bool {
        self.classes & !classes.0 == 0
    }

    /// Whether a sense has this form.
    #[must_use]
    pub const fn has_form(&self, form: Form) -> bool {
        self.forms & (1 << form as u8) != 0
    }

    /// Whether a sense is this function.
    #[must_use]
    pub const fn does(&self, function: Function) -> bool {
        self.functions & (1 << function as u32) != 0
    }

    /// Whether a sense is one of these functions.
    #[must_use]
    pub const fn does_any(&self, functions: Functions) -> bool {
        self.functions & functions.0 != 0
    }
}

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// The set of these classes.
    #[must_use]
    pub const fn of(classes: &[Class]) -> Self {
        let (mut bits, mut idx) = (0, 0);
        while idx < classes.len() {
            bits |= 1 << classes[idx] as u32;
            idx += 1;
        }
        Self(bits)
    }
}

/// A set of grammatical functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Functions(u128);

impl Functions {
    /// The set of these functions.
    #[must_use]
    pub const fn of(functions: &[Function]) -> Self {
        let (mut bits, mut idx) = (0, 0);
        while idx < functions.len() {
            bits |= 1 << functions[idx] as u32;
            idx += 1;
        }
        Self(bits)
    }

    /// The set of all functions but these.
    #[must_use]
    pub const fn but(functions: &[Function]) -> Self {
        Self(!Self::of(functions).0)
    }
}
