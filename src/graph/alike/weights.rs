//! What speaks for and against two figures being two tellings of one, weighed.
//!
//! Each clue adds the logarithm of how much likelier it is among figures that answer one question and differ than
//! among all others: the weights of probabilistic record linkage (Fellegi and Sunter 1969), in hundredths of a ban, the
//! unit in which Turing and Good weighed evidence. They were fitted by logistic regression to the stories of
//! `tests/stories`, and are data: a clue is a line in the enumeration and one in its table, and a test notices if that one is missing.

/// What two figures of two articles show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clue {
    /// Always there: how rare counterparts are.
    Always,
    /// How much likelier each is the other's partner than any other value is, by the one of which it is less so.
    LeastMargin,
    /// The same by the one of which it is more so.
    MostMargin,
    /// What the words around them share.
    Likeness,
    /// They share no words.
    Unlike,
    /// Two neighbouring digits of three or more are turned, or there are noughts too many.
    Turned,
    /// Two digits of a measure are turned.
    TurnedMeasure,
    /// Two digits of a count are turned.
    TurnedCount,
    /// A measure of one digit has noughts too many.
    Noughts,
    /// One digit is another.
    OtherDigit,
    /// One has a digit more.
    MoreDigits,
    /// Both have as many digits before the point.
    SameLength,
    /// They count or measure one noun.
    SameNoun,
    /// They count or measure two nouns.
    OtherNoun,
    /// How many times as large the larger is, in steps.
    Ratio,
    /// The larger is at most a third larger.
    Close,
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
    /// How far apart they stand among the figures of their sort.
    Order,
    /// Each is the first of its sort.
    First,
    /// How many figures of their sort the articles give.
    Crowd,
    /// Each is the only one of its sort.
    Only,
    /// How often the articles count their nouns.
    Nouns,
    /// Other times or places stand by them.
    OtherTime,
    /// They are of one part and side of a thing.
    Footing,
    /// A kind that asks for one thing claims both.
    OneKind,
    /// Equal figures stand in both sentences.
    Beside,
    /// A third article gives one of them.
    Supported,
    /// One of the articles gives both values.
    Known,
    /// They are measures of one side of a thing.
    Aspect,
    /// Both stand in the leads.
    Lead,
    /// What is planned stands against what is.
    OtherModality,
    /// The articles are in two languages.
    Languages,
    /// What the words around them share, across two languages.
    LikenessAcross,
    /// Kinds of their own keep them apart.
    Claimed,
    /// The article of a later day gives the larger one.
    Grown,
    /// Their clauses name other people.
    OtherPeople,
    /// They are counts.
    Count,
    /// They are measures.
    Quantity,
    /// They are sums of money.
    Money,
    /// They are percentages.
    Percent,
    /// They are lengths of time.
    Duration,
    /// They are ranks.
    Ordinal,
    /// They tell how often.
    Frequency,
}

/// What each clue weighs, in hundredths of a ban, where it is there in full, and what it says.
const WEIGHTS: [(Clue, i64, &str); 47] = [
    (Clue::Always, -8, "how rare counterparts are"),
    (Clue::LeastMargin, 10, "the likelier partner of one"),
    (Clue::MostMargin, 14, "the likelier partner of the other"),
    (Clue::Likeness, 3, "the words around them"),
    (Clue::Unlike, -8, "no words in common"),
    (Clue::Turned, 32, "digits turned or noughts too many"),
    (Clue::TurnedMeasure, 24, "two digits of a measure turned"),
    (Clue::TurnedCount, 22, "two digits of a count turned"),
    (Clue::Noughts, 55, "noughts too many"),
    (Clue::OtherDigit, 1, "one digit another"),
    (Clue::MoreDigits, -21, "one digit more"),
    (Clue::SameLength, 24, "as many digits"),
    (Clue::SameNoun, 11, "one noun"),
    (Clue::OtherNoun, 5, "two nouns"),
    (Clue::Ratio, -19, "how many times as large"),
    (Clue::Close, 2, "at most a third larger"),
    (Clue::Near, 15, "at most four fifths larger"),
    (Clue::Far, -34, "more than three times as large"),
    (Clue::Small, -23, "counts up to ten"),
    (Clue::Words, 17, "the part of the words in common"),
    (Clue::Place, -72, "far apart in their articles"),
    (Clue::Order, -9, "far apart among their sort"),
    (Clue::First, 9, "each the first of its sort"),
    (Clue::Crowd, -16, "many of their sort"),
    (Clue::Only, 2, "each the only one of its sort"),
    (Clue::Nouns, -4, "many of their nouns"),
    (Clue::OtherTime, 19, "other times or places"),
    (Clue::Footing, 7, "one part and side of a thing"),
    (Clue::OneKind, 18, "one kind"),
    (Clue::Beside, 6, "equal figures beside them"),
    (Clue::Supported, 21, "a third article gives one"),
    (Clue::Known, -51, "one article gives both"),
    (Clue::Aspect, -4, "one side of a thing"),
    (Clue::Lead, 10, "both in the lead"),
    (Clue::OtherModality, 1, "planned against actual"),
    (Clue::Languages, -4, "two languages"),
    (Clue::LikenessAcross, 1, "words in common across languages"),
    (Clue::Claimed, 22, "kinds of their own"),
    (Clue::Grown, -3, "the later one larger"),
    (Clue::OtherPeople, -68, "other people"),
    (Clue::Count, 0, "counts"),
    (Clue::Quantity, -3, "measures"),
    (Clue::Money, 5, "money"),
    (Clue::Percent, -17, "percentages"),
    (Clue::Duration, 19, "lengths of time"),
    (Clue::Ordinal, -8, "ranks"),
    (Clue::Frequency, 0, "how often"),
];

/// The weight from which on two figures are told against each other, in hundredths of a ban.
pub const ENOUGH: i64 = 30;

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
        WEIGHTS.into_iter().find(|(clue, ..)| *clue == self).map_or(0, |(_, weight, _)| weight)
    }

    /// What it says, in a few words.
    #[must_use]
    pub fn words(self) -> &'static str {
        WEIGHTS.into_iter().find(|(clue, ..)| *clue == self).map_or("", |(.., words)| words)
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

    /// How far a clue is there, in thousandths.
    pub(super) fn share(&self, clue: Clue) -> i64 {
        self.0.iter().find(|(known, _)| *known == clue).map_or(0, |(_, share)| *share)
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
        let last = Clue::Frequency as usize;
        assert_eq!(WEIGHTS.len(), last + 1);
        for (at, (clue, _, words)) in WEIGHTS.into_iter().enumerate() {
            assert_eq!(clue as usize, at, "{clue:?}");
            assert!(!words.is_empty(), "{clue:?}");
        }
    }
}
