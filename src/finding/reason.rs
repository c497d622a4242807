//! Relations and reasons: the rows of the verdict table, with the names by which they are known.

/// How the facts of a verdict stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// They say the same.
    Agree,
    /// One says more exactly what the other says.
    Refine,
    /// The later one follows the earlier one.
    Update,
    /// They cannot both be so.
    Contradict,
    /// One denies what the other claims.
    Dispute,
    /// They differ in a way that no rule can judge.
    Diverge,
    /// They have nothing to do with each other.
    Unrelated,
}

/// Why a verdict has its relation. The order is that of the verdict table: the first that holds is it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// They are about different events.
    DifferentEvent,
    /// They are about different times.
    DifferentPeriod,
    /// A slot or the modality keeps them apart.
    ScopeDiffers,
    /// They count or measure different things.
    DefinitionDiffers,
    /// They are not bound tightly enough to say.
    ScopeUnknown,
    /// Several answers can hold together.
    ListValued,
    /// The values are equal.
    SameValue,
    /// They are equal after conversion.
    UnitConversion,
    /// Two spellings of one name.
    SpellingVariant,
    /// One name, with and without a role.
    RoleVariant,
    /// A capital stands for its state.
    Metonymy,
    /// One rounds to the other.
    Rounding,
    /// Equal but for a hedge.
    Hedge,
    /// One lies within the other.
    Refinement,
    /// They share possibilities.
    Overlap,
    /// The words differ by translation alone.
    TranslationVariant,
    /// A plan and its fulfilment.
    PlanRealised,
    /// An evolving value at a later time.
    Update,
    /// A part of the quote is missing.
    QuoteTruncated,
    /// The same utterance in other words.
    QuoteAltered,
    /// The same words from another speaker.
    QuoteMisattributed,
    /// A claim and its denial.
    Dispute,
    /// One holder asserts and denies one thing.
    PolarityConflict,
    /// Off by a power of ten or a unit factor.
    MagnitudeSlip,
    /// Disjoint numbers.
    NumberConflict,
    /// Disjoint times.
    DateConflict,
    /// Disjoint lengths of time.
    DurationConflict,
    /// Places that exclude each other.
    PlaceConflict,
    /// Two answers of which one alone can hold: persons, bodies, things or states.
    IdentityConflict,
    /// A first or last that an event excludes.
    FirstLastConflict,
    /// Dates, durations and orders that cannot all hold.
    SequenceConflict,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 7] = [
        Self::Agree,
        Self::Refine,
        Self::Update,
        Self::Contradict,
        Self::Dispute,
        Self::Diverge,
        Self::Unrelated,
    ];

    /// Its name in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Refine => "refine",
            Self::Update => "update",
            Self::Contradict => "contradict",
            Self::Dispute => "dispute",
            Self::Diverge => "diverge",
            Self::Unrelated => "unrelated",
        }
    }
}

impl Reason {
    /// Every reason, in the order of the verdict table.
    pub const ALL: [Self; 31] = [
        Self::DifferentEvent,
        Self::DifferentPeriod,
        Self::ScopeDiffers,
        Self::DefinitionDiffers,
        Self::ScopeUnknown,
        Self::ListValued,
        Self::SameValue,
        Self::UnitConversion,
        Self::SpellingVariant,
        Self::RoleVariant,
        Self::Metonymy,
        Self::Rounding,
        Self::Hedge,
        Self::Refinement,
        Self::Overlap,
        Self::TranslationVariant,
        Self::PlanRealised,
        Self::Update,
        Self::QuoteTruncated,
        Self::QuoteAltered,
        Self::QuoteMisattributed,
        Self::Dispute,
        Self::PolarityConflict,
        Self::MagnitudeSlip,
        Self::NumberConflict,
        Self::DateConflict,
        Self::DurationConflict,
        Self::PlaceConflict,
        Self::IdentityConflict,
        Self::FirstLastConflict,
        Self::SequenceConflict,
    ];

    /// Its name in reports, and that of its rule where it raises a finding.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DifferentEvent => "different-event",
            Self::DifferentPeriod => "different-period",
            Self::ScopeDiffers => "scope-differs",
            Self::DefinitionDiffers => "definition-differs",
            Self::ScopeUnknown => "scope-unknown",
            Self::ListValued => "list-valued",
            Self::SameValue => "same-value",
            Self::UnitConversion => "unit-conversion",
            Self::SpellingVariant => "spelling-variant",
            Self::RoleVariant => "role-variant",
            Self::Metonymy => "metonymy",
            Self::Rounding => "rounding",
            Self::Hedge => "hedge",
            Self::Refinement => "refinement",
            Self::Overlap => "overlap",
            Self::TranslationVariant => "translation-variant",
            Self::PlanRealised => "plan-realised",
            Self::Update => "update",
            Self::QuoteTruncated => "quote-truncated",
            Self::QuoteAltered => "quote-altered",
            Self::QuoteMisattributed => "quote-misattributed",
            Self::Dispute => "dispute",
            Self::PolarityConflict => "polarity-conflict",
            Self::MagnitudeSlip => "magnitude-slip",
            Self::NumberConflict => "number-conflict",
            Self::DateConflict => "date-conflict",
            Self::DurationConflict => "duration-conflict",
            Self::PlaceConflict => "place-conflict",
            Self::IdentityConflict => "identity-conflict",
            Self::FirstLastConflict => "first-last-conflict",
            Self::SequenceConflict => "sequence-conflict",
        }
    }

    /// The relation that it stands for.
    #[must_use]
    pub const fn relation(self) -> Relation {
        match self {
            Self::DifferentEvent | Self::DifferentPeriod | Self::ScopeDiffers | Self::DefinitionDiffers => {
                Relation::Unrelated
            }
            Self::ScopeUnknown | Self::ListValued => Relation::Unrelated,
            Self::SameValue
            | Self::UnitConversion
            | Self::SpellingVariant
            | Self::RoleVariant
            | Self::Metonymy => Relation::Agree,
            Self::Rounding | Self::Hedge => Relation::Agree,
            Self::Refinement | Self::Overlap | Self::TranslationVariant | Self::QuoteTruncated => {
                Relation::Refine
            }
            Self::PlanRealised | Self::Update => Relation::Update,
            Self::Dispute => Relation::Dispute,
            Self::QuoteAltered | Self::QuoteMisattributed | Self::PolarityConflict | Self::MagnitudeSlip => {
                Relation::Contradict
            }
            Self::NumberConflict | Self::DateConflict | Self::DurationConflict | Self::PlaceConflict => {
                Relation::Contradict
            }
            Self::IdentityConflict | Self::FirstLastConflict | Self::SequenceConflict => Relation::Contradict,
        }
    }
}
