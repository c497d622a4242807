//! What speaks for and against two figures being two tellings of one, weighed.
//!
//! Each clue adds the logarithm of how much likelier it is among figures that answer one question and differ than
//! among all others: the weights of probabilistic record linkage (Fellegi and Sunter 1969), in hundredths of a ban, the
//! unit in which Turing and Good weighed evidence. They were fitted by logistic regression to the stories of
//! `tests/stories`, and are data: a clue is a line in the enumeration and one in its table.

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

/// What each clue weighs, in hundredths of a ban, where it is there in full.
const WEIGHTS: [(Clue, i64); 47] = [
    (Clue::Always, -8),
    (Clue::LeastMargin, 10),
    (Clue::MostMargin, 14),
    (Clue::Likeness, 3),
    (Clue::Unlike, -8),
    (Clue::Turned, 32),
    (Clue::TurnedMeasure, 24),
    (Clue::TurnedCount, 22),
    (Clue::Noughts, 55),
    (Clue::OtherDigit, 1),
    (Clue::MoreDigits, -21),
    (Clue::SameLength, 24),
    (Clue::SameNoun, 11),
    (Clue::OtherNoun, 5),
    (Clue::Ratio, -19),
    (Clue::Close, 2),
    (Clue::Near, 15),
    (Clue::Far, -34),
    (Clue::Small, -23),
    (Clue::Words, 17),
    (Clue::Place, -72),
    (Clue::Order, -9),
    (Clue::First, 9),
    (Clue::Crowd, -16),
    (Clue::Only, 2),
    (Clue::Nouns, -4),
    (Clue::OtherTime, 19),
    (Clue::Footing, 7),
    (Clue::OneKind, 18),
    (Clue::Beside, 6),
    (Clue::Supported, 21),
    (Clue::Known, -51),
    (Clue::Aspect, -4),
    (Clue::Lead, 10),
    (Clue::OtherModality, 1),
    (Clue::Languages, -4),
    (Clue::LikenessAcross, 1),
    (Clue::Claimed, 22),
    (Clue::Grown, -3),
    (Clue::OtherPeople, -68),
    (Clue::Count, 0),
    (Clue::Quantity, -3),
    (Clue::Money, 5),
    (Clue::Percent, -17),
    (Clue::Duration, 19),
    (Clue::Ordinal, -8),
    (Clue::Frequency, 0),
];

/// The weight from which on two figures are told against each other, in hundredths of a ban.
pub const ENOUGH: i64 = 30;

/// How far a clue is there that is there in full, and the unit of such shares.
pub const FULL: i64 = 1000;

impl Clue {
    /// All clues, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        WEIGHTS.into_iter().map(|(clue, _)| clue)
    }

    /// What it weighs where it is there in full, in hundredths of a ban.
    #[must_use]
    pub fn weight(self) -> i64 {
        WEIGHTS.into_iter().find(|(clue, _)| *clue == self).map_or(0, |(_, weight)| weight)
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
        self.0.iter().map(|(clue, share)| clue.weight() * share / FULL).sum()
    }
}
