//! Grammatical words, by what they do in a sentence.

use serde::{Deserialize, Serialize};

/// Grammatical words, by what they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Function {
    /// And.
    And,
    /// Or.
    Or,
    /// Between A and B.
    Between,
    /// From.
    From,
    /// To, towards.
    To,
    /// Until.
    Until,
    /// Since.
    Since,
    /// Before (a moment), or ago in languages that say so.
    Before,
    /// After (a moment).
    After,
    /// Ago.
    Ago,
    /// From now, later.
    Hence,
    /// In, at (a place or time).
    In,
    /// On.
    On,
    /// Of, belonging to.
    Of,
    /// By (an agent).
    By,
    /// For (a length of time).
    For,
    /// During.
    During,
    /// Within (a length of time), from now on.
    Within,
    /// With.
    With,
    /// This (week).
    This,
    /// Next.
    Next,
    /// Last, past (week).
    Last,
    /// The latest, the last of a series.
    Latest,
    /// Every.
    Every,
    /// Per.
    Per,
    /// Each of, both of, before names.
    Each,
    /// Not.
    Not,
    /// None, no one.
    None,
    /// Who, which, that: opens a relative clause.
    Which,
    /// Where: opens a relative clause of place.
    Where,
    /// While, whereas: opens a clause beside the main one.
    While,
    /// When, once: opens a clause of time.
    When,
    /// That: opens what was said.
    That,
    /// Because, so that, despite: opens another clause.
    Because,
    /// But, rather: opens a clause that stands against the one before.
    But,
    /// Because of, due to: leads to a cause.
    CausedBy,
    /// Can, able to: capacity.
    Can,
    /// May, might, perhaps: possible.
    May,
    /// Indeed before a verb in the past, may before one in the present, as قد is.
    Indeed,
    /// Will, going to: future.
    Will,
    /// Expected, planned, due.
    Expected,
    /// If.
    If,
    /// In total.
    Total,
    /// Alone, only there.
    Alone,
    /// Among them, of them.
    Among,
    /// Out of, among: before the whole of which some were told.
    OutOf,
    /// Of them: behind the number of those who are a part of others.
    OfThem,
    /// So far, until now.
    SoFar,
    /// Initial, provisional.
    Initial,
    /// Other, additional.
    Other,
    /// As of.
    AsOf,
    /// This country, named before.
    ThisCountry,
    /// The two countries, named before.
    BothCountries,
    /// There, at the place named before.
    There,
    /// At the hour of.
    Oclock,
    /// At (a moment), before no length of time.
    At,
    /// The word that announces a year in digits.
    Year,
    /// The beginning of (a month, a year).
    Beginning,
    /// The middle of.
    Middle,
    /// Near a place.
    Near,
    /// By way of a place.
    Through,
    /// The end of.
    End,
    /// At the beginning of a part of the day.
    Early,
    /// At the end of a part of the day.
    Late,
    /// Aged, of age.
    Aged,
    /// Now: the moment of writing.
    Now,
    /// A few, several: a small number of them.
    Few,
    /// The whole of a length of time.
    Whole,
    /// Less so much: minutes that an hour lacks.
    Less,
    /// Back from another date (`two days earlier`).
    Earlier,
    /// On from another date (`two days later`).
    Later,
    /// The one before another date.
    Previous,
    /// The one after another date.
    Following,
    /// The very one told before.
    Same,
    /// What is left of a unit of the calendar.
    Rest,
    /// The coming one, this week's if it lies ahead.
    Coming,
    /// Of a book-keeping year.
    Fiscal,
    /// Somebody's, as a word of its own.
    Own,
    /// At some time before the moment of writing.
    Formerly,
    /// At some time after the moment of writing.
    Soon,
    /// Says that what follows was measured by a stopwatch.
    Timed,
    /// At that time, told before.
    Then,
    /// Than: behind what is more or less.
    Than,
    /// Right before or after a moment, by itself or before a word that says which: *just* before, قبيل.
    Close,
}
