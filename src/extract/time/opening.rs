//! Words that a time can begin with, and words of which every time has one: the others need no reader.

use crate::extract::time::view;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes, Functions};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// What tells a time by itself, of which every expression has a word.
const TELLING: Classes =
    Classes::of(&[Class::Number, Class::Unit, Class::Calendar, Class::Daypart, Class::Timely]);

/// Whether the word tells a time or a number by itself; grammatical words around it do not.
#[must_use]
pub fn tells(word: &Word) -> bool {
    word.kind == TokenKind::Digits
        || word.summary.is_any(TELLING)
        || word.summary.does_any(Functions::of(&[Function::Year, Function::Now]))
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
    word.kind == TokenKind::Word && !word.summary.is_any(LEADING) && !word.letters.is_single
}

/// Furthest that the word which names a part of the calendar stands behind a grammatical word that leads to it.
const AHEAD: usize = 16;

/// Grammatical words that a time can begin with, whatever stands right behind them.
const OPENING: Functions = Functions::of(&[
    Function::Beginning,
    Function::Between,
    Function::Earlier,
    Function::Early,
    Function::End,
    Function::Every,
    Function::Few,
    Function::Fiscal,
    Function::Following,
    Function::From,
    Function::Hence,
    Function::Last,
    Function::Late,
    Function::Later,
    Function::Latest,
    Function::Middle,
    Function::Next,
    Function::Now,
    Function::Oclock,
    Function::Other,
    Function::Previous,
    Function::Rest,
    Function::This,
    Function::Whole,
    Function::Year,
]);

/// Grammatical words that lead to a length, a unit, a day or an hour right behind them: "in two weeks", "that year".
const LEADERS: Functions = Functions::of(&[
    Function::After,
    Function::Before,
    Function::For,
    Function::In,
    Function::On,
    Function::Per,
    Function::Same,
    Function::Since,
    Function::That,
    Function::Within,
]);

/// Grammatical words with which what they lead to can begin.
const LED: Functions = Functions::of(&[
    Function::Few,
    Function::Following,
    Function::From,
    Function::Last,
    Function::Latest,
    Function::Next,
    Function::Oclock,
    Function::On,
    Function::Per,
    Function::Previous,
    Function::This,
]);

/// Grammatical words that digits alone may follow in a time: those of stretches and of hours, and the parts at one
/// end of a longer time. Behind all others a time has a word that names a part of the calendar.
const BEFORE_DIGITS: Functions = Functions::of(&[
    Function::Between,
    Function::From,
    Function::Every,
    Function::Oclock,
    Function::Beginning,
    Function::Middle,
    Function::End,
    Function::Early,
    Function::Late,
    Function::Earlier,
    Function::Later,
]);

/// What a word has that may belong to a number before it.
const BEHIND_NUMBER: Classes = Classes::of(&[
    Class::Number,
    Class::Position,
    Class::Unit,
    Class::Calendar,
    Class::Daypart,
    Class::Hedge,
    Class::Function,
    Class::Stop,
]);

/// What a word of number is as well where it may be more than that.
const BESIDE_NUMBER: Classes = Classes::of(&[
    Class::Position,
    Class::Unit,
    Class::Calendar,
    Class::Daypart,
    Class::Hedge,
    Class::Function,
    Class::Stop,
]);

/// Digits of a year.
const YEAR: usize = 4;

/// Shortest word that is no mark of digits before it, in bytes.
const SHORTEST: usize = 3;

/// Digits of a group, and the words of two groups with the sign between them.
const GROUP: usize = 3;
const GROUPS: usize = 3;

/// The sign of hundredths.
const PERCENT: &str = "%";

/// Whether a time may begin at `idx`, as far as the words behind it let it. Readers find nothing elsewhere: this
/// only spares them the search.
#[must_use]
pub fn may_open(words: &[Word], idx: usize) -> bool {
    let Some(word) = words.get(idx).filter(|word| may_begin(word)) else { return false };
    if counts(words, idx) || groups(words, idx) {
        return false;
    }
    if word.kind != TokenKind::Word || word.summary.is(Class::Hedge) || tells(word) {
        return true;
    }
    !word.summary.is(Class::Function) || may_lead(words, idx)
}

/// Whether a grammatical word leads to a time: it is one that can, and what it asks for stands behind it. An article
/// leads to a length, as in "a few years ago".
fn may_lead(words: &[Word], idx: usize) -> bool {
    let Some(summary) = words.get(idx).map(|word| word.summary) else { return false };
    let is_led = |word: &Word| tells(word) || word.summary.is(Class::Hedge) || word.summary.does_any(LED);
    let leads =
        || (summary.does_any(LEADERS) || summary.is(Class::Stop)) && words.get(idx + 1).is_some_and(is_led);
    let names = |word: &Word| word.kind != TokenKind::Digits && tells(word);
    let ahead = words.get(idx..words.len().min(idx + AHEAD)).unwrap_or_default();
    (summary.does_any(OPENING) || leads()) && (summary.does_any(BEFORE_DIGITS) || ahead.iter().any(names))
}

/// Whether the number at `idx` counts the noun behind it: digits that are no year, or a word of number and of nothing
/// else, before a word that tells nothing of times, of numbers or of grammar.
fn counts(words: &[Word], idx: usize) -> bool {
    let (Some(number), Some(next)) = (words.get(idx), words.get(idx + 1)) else { return false };
    if number.kind == TokenKind::Digits && next.is_sign(PERCENT) {
        return true;
    }
    // "(18 wounded": a sign that stands for no digits may touch them.
    let is_free = || {
        let before = idx.checked_sub(1).and_then(|before| words.get(before));
        number.spaced
            || before.is_some_and(|before| before.kind == TokenKind::Sign && !before.is_sign(OMITTED))
    };
    let is_number = match number.kind {
        TokenKind::Digits => number.normal.len() != YEAR && is_free(),
        TokenKind::Word => {
            number.summary.is(Class::Number)
                && !number.summary.is_any(BESIDE_NUMBER)
                && !number.summary.is(Class::Timely)
        }
        TokenKind::Sign => false,
    };
    let is_noun = || {
        next.normal.len() >= SHORTEST
            && !next.summary.is_any(BEHIND_NUMBER)
            && !next.summary.is(Class::Timely)
    };
    let is_apart = next.kind == TokenKind::Word && next.spaced && next.breaks == 0;
    is_number && is_apart && (is_noun() || (number.kind == TokenKind::Digits && measures(next)))
}

/// Whether the digits at `idx` are the first group of a number in groups of three: `250,799`.
fn groups(words: &[Word], idx: usize) -> bool {
    let Some([first, comma, next]) = words.get(idx..idx + GROUPS) else { return false };
    let is_group = next.kind == TokenKind::Digits && next.normal.len() == GROUP;
    first.kind == TokenKind::Digits && comma.is_sign(",") && is_group && comma.touches() && next.touches()
}

/// Whether a word makes an amount of the digits before it, and no time: a scale, a currency, a unit of another
/// dimension.
fn measures(word: &Word) -> bool {
    let is_scale = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Scale(_) | Meaning::Percent | Meaning::PercentagePoint | Meaning::Currency(_)
        )
    };
    let is_unit =
        |meaning: &Meaning| matches!(meaning, Meaning::Unit(code) if view::scale_of(code).is_none());
    !word.senses.is_empty()
        && word.senses.iter().all(|sense| is_scale(&sense.meaning) || is_unit(&sense.meaning))
}

/// The sign of a century that is left out: '90s.
const OMITTED: &str = "'";

/// The classes of what a time can begin with.
const BEGINNING: Classes = Classes::of(&[
    Class::Number,
    Class::Unit,
    Class::Calendar,
    Class::Daypart,
    Class::Hedge,
    Class::Function,
    Class::Timely,
]);

/// Whether a time can begin with the word: most words of a text can begin none, and need no reader.
fn may_begin(word: &Word) -> bool {
    let is_own = match word.kind {
        TokenKind::Word => word.normal.len() == 1,
        TokenKind::Digits => true,
        TokenKind::Sign => word.normal == OMITTED,
    };
    is_own || word.summary.is_any(BEGINNING) && word.senses.iter().any(|sense| opens(&sense.meaning))
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
        Meaning::Concept(_) => meaning.is_timely(),
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

/// Grammatical words that stand in a time or beside it, and never at its beginning.
const INNER: [Function; 22] = [
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
    Function::But,
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
