//! Rules that raise findings, with their names and default severities.

use crate::finding::reason::{Reason, Relation};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Switched off by policy.
    Off,
    /// Worth knowing.
    Note,
    /// Worth a look before publishing.
    Warning,
    /// A contradiction to be resolved.
    Error,
}

/// What raised a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A verdict of this reason.
    Verdict(Reason),
    /// One source could, the other did.
    ModalityEscalation,
    /// A bound that the other source gives is missing.
    QualifierDropped,
    /// A contradiction inside one article.
    SelfConflict,
    /// Sources that agree are copies of one text.
    SameOrigin,
    /// Evidence that does not stand in the article.
    EvidenceMissing,
    /// The value read from the evidence is not the declared one.
    ValueMismatch,
    /// A fact file that cannot be read as one.
    FactFileInvalid,
    /// A waiver that waives nothing.
    WaiverUnused,
    /// A waiver whose day has passed.
    WaiverExpired,
}

impl Severity {
    /// Every severity.
    pub const ALL: [Self; 4] = [Self::Off, Self::Note, Self::Warning, Self::Error];

    /// Its name in files and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl Rule {
    /// Every rule: the reasons that raise findings, those beside them, those of the gate.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let reasons =
            Reason::ALL.into_iter().map(Self::Verdict).filter(|rule| rule.severity() != Severity::Off);
        reasons.chain(Self::BESIDE).collect()
    }

    /// Rules that are no verdict's reason.
    const BESIDE: [Self; 9] = [
        Self::ModalityEscalation,
        Self::QualifierDropped,
        Self::SelfConflict,
        Self::SameOrigin,
        Self::EvidenceMissing,
        Self::ValueMismatch,
        Self::FactFileInvalid,
        Self::WaiverUnused,
        Self::WaiverExpired,
    ];

    /// Its name: that of its file, cases and documentation.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verdict(reason) => reason.name(),
            Self::ModalityEscalation => "modality-escalation",
            Self::QualifierDropped => "qualifier-dropped",
            Self::SelfConflict => "self-conflict",
            Self::SameOrigin => "same-origin",
            Self::EvidenceMissing => "evidence-missing",
            Self::ValueMismatch => "value-mismatch",
            Self::FactFileInvalid => "fact-file-invalid",
            Self::WaiverUnused => "waiver-unused",
            Self::WaiverExpired => "waiver-expired",
        }
    }

    /// Its severity when neither the kind nor policy says otherwise; `Off` for reasons that raise nothing.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::Verdict(Reason::QuoteTruncated | Reason::QuoteAltered) => Severity::Warning,
            Self::Verdict(reason) => match reason.relation() {
                Relation::Contradict => Severity::Error,
                Relation::Dispute => Severity::Note,
                Relation::Agree
                | Relation::Refine
                | Relation::Update
                | Relation::Diverge
                | Relation::Unrelated => Severity::Off,
            },
            Self::ModalityEscalation | Self::WaiverUnused => Severity::Warning,
            Self::QualifierDropped | Self::SameOrigin => Severity::Note,
            Self::SelfConflict | Self::EvidenceMissing | Self::ValueMismatch => Severity::Error,
            Self::FactFileInvalid | Self::WaiverExpired => Severity::Error,
        }
    }
}
