//! What speaks for and against two figures being two tellings of one, weighed.
//!
//! Each two figures of near articles that differ are weighed: each clue adds what it is worth in logarithms of odds, as in
//! probabilistic record linkage (Fellegi and Sunter 1969), in hundredths of a ban, the unit in which Turing and Good
//! weighed evidence. What outweighs the doubt is told, unless a guard of this module keeps the two apart (another noun,
//! another time or place, too few words in common); a kind joins nothing of which the table says that it is two things.
//!
//! The weights were fitted by logistic regression to the stories of `tests/stories` (`cargo run --example weights`); clues
//! that told nothing of stories left out were taken out. Fits to more stories since then tell as many at as few false
//! ones. They are data: a clue is a line in the enumeration and one in its table, and a test notices if that one is
//! missing.

/// What two figures of two articles show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clue {
    /// Always there: how rare counterparts are.
    Always,
    /// How much likelier each is the other's partner than any other value is, by the one of which it is less so.
    LeastMargin,
    /// The same by the one of which it is more so.
    MostMargin,
    /// Two neighbouring digits of three or more are turned, or there are noughts too many.
    Turned,
    /// Two digits of a measure are turned.
    TurnedMeasure,
    /// Two digits of a count are turned.
    TurnedCount,
    /// A measure of one digit has noughts too many.
    Noughts,
    /// One number is told in two units.
    OtherUnit,
    /// Both have as many digits before the point.
    SameLength,
    /// They count or measure one noun.
    SameNoun,
    /// The larger is at most four fifths larger.
    Near,
    /// The larger is more than three times as large.
    Far,
    /// They are counts up to ten.
    Small,
    /// How great a part of the words around them they share.
    Words,
    /// How far apart they stand in their articles.
    Place,
    /// Each is the first of its sort.
    First,
    /// A kind that asks for one thing claims both.
    OneKind,
    /// A third article gives one of them.
    Supported,
    /// One of the articles gives both values.
    Known,
    /// The articles are in two languages.
    Languages,
    /// They count or measure two nouns.
    OtherNoun,
    /// They share no words.
    Unlike,
    /// They are lengths of time.
    Duration,
    /// Two days: how rare it is that they are one.
    Day,
    /// The one is the day after the other.
    DayNext,
    /// More than a week lies between them.
    DayWeeks,
    /// A clause gives another day as well.
    DayListed,
    /// Both are ahead.
    DayAhead,
    /// One is ahead and the other is not.
    DayAcross,
    /// One is the day of writing.
    DayWritten,
    /// No word stands by both.
    DayBare,
    /// Both are of one moment of an event.
    DayMoment,
    /// Two kinds ask for them.
    DayKinds,
    /// How many other days the articles give.
    DayOthers,
    /// How far apart they stand in their articles.
    DayPlace,
    /// A kind of its own asks for one of them.
    DayAlone,
    /// One tells when something was said.
    DaySaid,
    /// Two years: how rare it is that they are one.
    Year,
    /// Six to fifteen years lie between them.
    YearFar,
    /// They differ by one digit, or have the same ones.
    YearSlip,
    /// Two neighbouring digits are turned.
    YearTurned,
    /// A clause gives another year as well.
    YearListed,
    /// No word stands by both.
    YearBare,
    /// One kind asks for both.
    YearKind,
    /// Two kinds ask for them.
    YearKinds,
    /// Each is the first year of its article.
    YearFirst,
    /// How many other years the articles give.
    YearOthers,
    /// One word bounds both: since, until, before, after.
    YearBound,
}

/// What each clue weighs, in hundredths of a ban, where it is there in full, and what it says.
const WEIGHTS: [(Clue, i64, &str); 48] = [
    (Clue::Always, -171, "how rare counterparts are"),
    (Clue::LeastMargin, 56, "the likelier partner of one"),
    (Clue::MostMargin, 13, "the likelier partner of the other"),
    (Clue::Turned, 332, "digits turned or noughts too many"),
    (Clue::TurnedMeasure, 186, "two digits of a measure turned"),
    (Clue::TurnedCount, 194, "two digits of a count turned"),
    (Clue::Noughts, 282, "noughts too many"),
    (Clue::OtherUnit, 175, "one number in two units"),
    (Clue::SameLength, 28, "as many digits"),
    (Clue::SameNoun, -13, "one noun"),
    (Clue::Near, 50, "at most four fifths larger"),
    (Clue::Far, -93, "more than three times as large"),
    (Clue::Small, -10, "counts up to ten"),
    (Clue::Words, 83, "the part of the words in common"),
    (Clue::Place, -148, "far apart in their articles"),
    (Clue::First, 43, "each the first of its sort"),
    (Clue::OneKind, 4, "one kind"),
    (Clue::Supported, 31, "a third article gives one"),
    (Clue::Known, -33, "one article gives both"),
    (Clue::Languages, 11, "two languages"),
    (Clue::OtherNoun, -27, "two nouns"),
    (Clue::Unlike, -37, "no words in common"),
    (Clue::Duration, 51, "lengths of time"),
    (Clue::Day, -12, "two days"),
    (Clue::DayNext, 121, "one day and the next"),
    (Clue::DayWeeks, 26, "more than a week"),
    (Clue::DayListed, -46, "another day beside one"),
    (Clue::DayAhead, 91, "both ahead"),
    (Clue::DayAcross, -40, "only one ahead"),
    (Clue::DayWritten, -71, "the day of writing"),
    (Clue::DayBare, -64, "no words in common"),
    (Clue::DayMoment, 148, "one moment"),
    (Clue::DayKinds, -150, "two kinds"),
    (Clue::DayOthers, -48, "other days"),
    (Clue::DayPlace, -215, "far apart in their articles"),
    (Clue::DayAlone, -26, "a kind asks for one"),
    (Clue::DaySaid, -59, "when it was said"),
    (Clue::Year, -281, "two years"),
    (Clue::YearFar, 25, "six to fifteen years"),
    (Clue::YearSlip, 79, "a digit apart"),
    (Clue::YearTurned, 181, "two digits turned"),
    (Clue::YearListed, -39, "another year beside one"),
    (Clue::YearBare, -89, "no words in common"),
    (Clue::YearKind, 178, "one kind"),
    (Clue::YearKinds, 84, "two kinds"),
    (Clue::YearFirst, 93, "each the first year"),
    (Clue::YearOthers, 59, "other years"),
    (Clue::YearBound, 93, "one bound"),
];

/// The weight from which on two figures that nothing keeps apart are told against each other, in hundredths of a ban.
/// What lies under it is right less than half the times in stories that the weights were not fitted to.
pub const ENOUGH: i64 = 35;

/// The same where the one is a slip of the pen for the other: of these few that nothing keeps apart are two figures.
pub const SLIPPED: i64 = -15;

/// The weight from which on figures in like words are so however far from each other they lie.
pub const PLAIN: i64 = 50;

/// The weight from which on two figures of which one is a slip of the pen for the other are one although a kind takes
/// them for two things: ten to one.
pub const CERTAIN: i64 = 100;

/// The weight from which on two dates are told against each other, in hundredths of a ban.
pub const DATED: i64 = 50;

/// The same of two years of which one is a slip of the pen for the other.
pub const SLIPPED_DATE: i64 = 30;

/// The weight from which on figures are so that evolve or count two nouns in unlike words, where the one is a slip of the
/// pen for the other.
pub const SURE: i64 = 30;

/// The weight under which they are two things even where a kind asks for both.
pub const LEAST: i64 = -75;

/// The clues that one of two figures is a slip of the pen for the other.
const SLIPS: [Clue; 7] = [
    Clue::Turned,
    Clue::TurnedMeasure,
    Clue::TurnedCount,
    Clue::Noughts,
    Clue::OtherUnit,
    Clue::YearSlip,
    Clue::YearTurned,
];

/// How far a clue is there that is there in full, and the unit of such shares.
pub const FULL: i64 = 1000;

impl Clue {
    /// All clues, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        WEIGHTS.into_iter().map(|(clue, ..)| clue)
    }

    /// What it weighs where it is there in full, in hundredths of a ban.
    #[must_use]
    pub fn weight(self) -> i64 {
        WEIGHTS.get(self as usize).map_or(0, |(_, weight, _)| *weight)
    }

    /// What it says, in a few words.
    #[must_use]
    pub fn words(self) -> &'static str {
        WEIGHTS.get(self as usize).map_or("", |(.., words)| words)
    }
}

/// The clues that two figures show, each with how far it is there in thousandths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence(Vec<(Clue, i64)>);

impl Evidence {
    /// Adds a clue that is there or not.
    pub(super) fn tell(&mut self, clue: Clue, is_there: bool) {
        self.measure(clue, if is_there { FULL } else { 0 });
    }

    /// Adds a clue that is there by so many thousandths.
    pub(super) fn measure(&mut self, clue: Clue, share: i64) {
        if share != 0 {
            self.0.push((clue, share));
        }
    }

    /// The weight from which on two figures that nothing keeps apart are told against each other.
    #[must_use]
    pub fn enough(&self) -> i64 {
        let has = |clues: &[Clue]| self.0.iter().any(|(clue, _)| clues.contains(clue));
        let are_dates = has(&[Clue::Day, Clue::Year]);
        match (are_dates, has(&SLIPS)) {
            (true, true) => SLIPPED_DATE,
            (true, false) => DATED,
            (false, true) => SLIPPED,
            (false, false) => ENOUGH,
        }
    }

    /// The clues that are there, each with how far in thousandths.
    #[must_use]
    pub fn clues(&self) -> &[(Clue, i64)] {
        &self.0
    }

    /// What they weigh together, in hundredths of a ban: none at even odds, a hundred at ten to one.
    #[must_use]
    pub fn weight(&self) -> i64 {
        self.parts().map(|(_, weight)| weight).sum()
    }

    /// What each clue weighs.
    pub fn parts(&self) -> impl Iterator<Item = (Clue, i64)> {
        self.0.iter().map(|(clue, share)| (*clue, clue.weight() * share / FULL))
    }
}

#[cfg(test)]
mod tests {
    use super::{Clue, WEIGHTS};

    #[test]
    fn every_clue_has_its_weight() {
        let last = Clue::YearBound as usize;
        assert_eq!(WEIGHTS.len(), last + 1);
        for (at, (clue, _, words)) in WEIGHTS.into_iter().enumerate() {
            assert_eq!(clue as usize, at, "{clue:?}");
            assert!(!words.is_empty(), "{clue:?}");
        }
    }
}
