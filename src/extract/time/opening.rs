//! Words that a time can begin with, and words of which every time has one: the others need no reader.

use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes, Functions};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// What tells a time by itself, of which every expression has a word.
const TELLING: Classes = Classes::of(&[Class::Number, Class::Unit, Class::Calendar, Class::Daypart]);

/// Whether the word tells a time or a number by itself; grammatical words around it do not.
#[must_use]
pub fn tells(word: &Word) -> bool {
    let named = |meaning: &Meaning| matches!(meaning, Meaning::Concept(_)) && opens(meaning);
    word.kind == TokenKind::Digits
        || word.summary.is_any(TELLING)
        || word.summary.does_any(Functions::of(&[Function::Year, Function::Now]))
        || (word.summary.is(Class::Concept) && word.senses.iter().any(|sense| named(&sense.meaning)))
}

/// What the words of an expression are before the first one that tells a time.
const LEADING: Classes = Classes::of(&[
    Class::Number,
    Class::Position,
    Class::Percent,
    Class::Unit,
    Class::Calendar,
    Class::Daypart,
    Class::Hedge,
    Class::Function,
    Class::Concept,
    Class::Stop,
]);

/// Whether no expression has the word before the first one that tells a time: one of no list, or a name.
#[must_use]
pub fn parts(word: &Word) -> bool {
    word.kind == TokenKind::Word && !word.summary.is_any(LEADING) && word.normal.chars().nth(1).is_some()
}

/// The sign of a century that is left out: '90s.
const OMITTED: &str = "'";

/// Whether a time can begin with the word: most words of a text can begin none, and need no reader.
#[must_use]
pub fn may_begin(word: &Word) -> bool {
    let is_own = match word.kind {
        TokenKind::Word => word.normal.len() == 1,
        TokenKind::Digits => true,
        TokenKind::Sign => word.normal == OMITTED,
    };
    is_own || word.senses.iter().any(|sense| opens(&sense.meaning))
}

/// Whether a time can begin with a word of this meaning.
fn opens(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Cardinal(_) | Meaning::Scale(_) | Meaning::Ordinal(_) | Meaning::Fraction(_) => true,
        Meaning::Vague(_) | Meaning::Multiple(_) | Meaning::Times(_) | Meaning::Unit(_) => true,
        Meaning::Month(_) | Meaning::HijriMonth(_) | Meaning::Weekday(_) | Meaning::RelativeDay(_) => true,
        Meaning::Holiday(_) => true,
        Meaning::Daypart(_) | Meaning::Season(_) | Meaning::Era(_) | Meaning::Hedge(_) => true,
        Meaning::Zone(_) | Meaning::NamedZone(_) => true,
        Meaning::Function(function) => !INNER.contains(function),
        Meaning::Concept(id) => OPENING_CONCEPTS.iter().any(|concept| id.starts_with(concept)),
        Meaning::OrdinalMark | Meaning::Position(_) | Meaning::Point | Meaning::Minus | Meaning::Percent => {
            false
        }
        Meaning::PercentagePoint
        | Meaning::BasisPoint
        | Meaning::ScaleMark(_)
        | Meaning::Currency(_)
        | Meaning::Speech(_) => false,
        Meaning::Role(_) | Meaning::Body(_) | Meaning::PlaceType(_) | Meaning::Country(_) => false,
        Meaning::Demonym(_) | Meaning::Capital(_) | Meaning::Place(_) | Meaning::Direction(_) => false,
        Meaning::Person(_) | Meaning::ShortPerson(_) | Meaning::Stop => false,
    }
}

/// Beginnings of the ids of concepts that are times.
const OPENING_CONCEPTS: [&str; 4] = ["weekend", "decade-", "every-", "long-"];

/// Grammatical words that stand in a time or beside it, and never at its beginning.
const INNER: [Function; 21] = [
    Function::And,
    Function::Or,
    Function::Of,
    Function::By,
    Function::With,
    Function::Not,
    Function::None,
    Function::Which,
    Function::Where,
    Function::While,
    Function::Because,
    Function::Can,
    Function::May,
    Function::Indeed,
    Function::Will,
    Function::Expected,
    Function::If,
    Function::Among,
    Function::OutOf,
    Function::BothCountries,
    Function::ThisCountry,
];
