//! The model: articles, events, facts and what fixes them. Plain data, without rules.

/// Names of slots.
pub mod slot;
/// Values that name one thing.
pub mod specific;
/// What an article says, word by word.
pub mod terms;
/// What an article is about.
pub mod topic;
/// Slots that agree.
pub mod unify;

use crate::fact::slot::Slot;
use crate::text::Text;
use crate::text::position::{LineIndex, Position};
use crate::text::span::{Original, Span};
use crate::value::Value;
use crate::value::time::Time;
use crate::value::words::Name;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// One text from one publisher, with what is known of it.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Unique id: the front matter's, else the file name without extension, else the path.
    pub id: String,
    /// What tells it from others wherever its file lies and whatever that is called: the id or else the headline that
    /// somebody gave it, its publisher and its day.
    pub identity: String,
    /// The file of its text, if it came from one.
    pub path: Option<PathBuf>,
    /// The file of its reviewed facts, if there is one.
    pub fact_path: Option<PathBuf>,
    /// Headline.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published: a day, or an instant.
    pub published: Option<Time>,
    /// The days between which it was written as the other articles of its story tell, where nobody dates it.
    pub supposed: Option<Time>,
    /// When it was last changed.
    pub updated: Option<Time>,
    /// BCP 47 tag of its language, declared or detected.
    pub language: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Articles of different stories are never compared.
    pub story: String,
    /// Its text as it was read, with front matter; none where only reviewed facts are at hand.
    pub text: Option<Arc<Text>>,
    /// Where the body begins in the text, behind the front matter.
    pub body: usize,
    /// Where the title stands in the text, when it is part of it.
    pub title_span: Option<Span<Original>>,
    /// Lines of the text.
    pub lines: LineIndex,
}

impl Article {
    /// Where a span of the article stands.
    #[must_use]
    pub fn position(&self, span: Span<Original>) -> Position {
        self.text.as_ref().map_or_else(Position::default, |text| self.lines.position(text.source(), span))
    }

    /// When it was published or, where nobody tells, between which days it was written.
    #[must_use]
    pub fn written(&self) -> Option<&Time> {
        self.published.as_ref().or(self.supposed.as_ref())
    }

    /// The words of a span.
    #[must_use]
    pub fn words(&self, span: Span<Original>) -> &str {
        self.text.as_ref().map_or("", |text| text.slice(span))
    }
}

/// Index of an article in the list that is being compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIdx(pub usize);

/// Index of a fact in the list that is being compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactIdx(pub usize);

/// Index of an event mention or, after linking, of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIdx(pub usize);

/// Something that happened or is to happen, as one article tells it; joined across articles when linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its type, of the kinds data.
    pub event_type: String,
    /// When, where, who: what is known of it.
    pub slots: BTreeMap<Slot, SlotValue>,
    /// Whether it happened or is to happen.
    pub modality: Modality,
    /// Whether the heading and lead are about it.
    pub is_main: bool,
    /// Where it is mentioned; empty for events of fact files.
    pub span: Span<Original>,
}

/// What fills a slot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotValue {
    /// One value, or several that hold together: the participants of a meeting.
    pub values: Vec<Value>,
    /// How it came to be known.
    pub binding: Binding,
}

/// How a slot came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Binding {
    /// By the fact's own clause, or by a reviewer.
    Bound,
    /// From the sentence, the heading or the event.
    Inherited,
}

/// What an article states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The article that states it.
    pub article: ArticleIdx,
    /// Its id in a fact file, else its place there (`#3`); none for an extracted one.
    pub id: Option<String>,
    /// What sort of fact, of the kinds data.
    pub kind: String,
    /// What it says.
    pub value: Value,
    /// What it is about.
    pub slots: BTreeMap<Slot, SlotValue>,
    /// The event it hangs on, an index into the article's own events until they are linked.
    pub event: Option<EventIdx>,
    /// The event that its value is counted from, of an order of two events; an index like `event`.
    pub after: Option<EventIdx>,
    /// Who says it, when not the article itself; several when they say it together.
    pub holder: Vec<Name>,
    /// Asserted or denied.
    pub stance: Stance,
    /// In what sense it is stated.
    pub modality: Modality,
    /// The words that prove it; the first gives the value.
    pub evidence: Vec<Evidence>,
    /// The time of day that its words give, where its value is no more than the day.
    pub clock: Option<Time>,
    /// Whether the day of its time of day is told elsewhere: by what stands before, or by what the article is about.
    pub is_day_inherited: bool,
    /// Whether its words say that the value moved to what it is: a toll that *rose to* nine.
    pub is_moved: bool,
    /// How the value came from the words, when it was computed from them.
    pub derivation: Option<Derivation>,
    /// A reviewer's note.
    pub note: Option<String>,
}

impl Fact {
    /// What an article states in its own voice, and nothing more of it.
    #[must_use]
    pub fn new(article: ArticleIdx, kind: impl Into<String>, value: Value) -> Self {
        Self {
            article,
            id: None,
            kind: kind.into(),
            value,
            slots: BTreeMap::new(),
            event: None,
            after: None,
            holder: Vec::new(),
            stance: Stance::Asserted,
            modality: Modality::Actual,
            evidence: Vec::new(),
            clock: None,
            is_day_inherited: false,
            is_moved: false,
            derivation: None,
            note: None,
        }
    }

    /// The only value of a slot, if there is just one.
    #[must_use]
    pub fn slot(&self, slot: Slot) -> Option<&SlotValue> {
        self.slots.get(&slot)
    }

    /// Where its words stand, the first of them if there are several.
    #[must_use]
    pub fn span(&self) -> Option<Span<Original>> {
        self.evidence.first()?.span
    }

    /// Its article, and where its words end there: two facts of one anchor are two readings of the same words.
    #[must_use]
    pub fn anchor(&self) -> Option<Anchor> {
        Some((self.article, self.span()?.end))
    }
}

/// An article, and the byte behind a fact's words there.
pub type Anchor = (ArticleIdx, usize);

/// How a value was computed from the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Derivation {
    /// A relative time resolved against the publication date: the distance in the text, and that date.
    Resolved {
        /// The words' own value, as it stands without a reference.
        relative: String,
        /// The day it was counted from.
        reference: Time,
    },
    /// A wider place read off a narrower one by the places data.
    Contained {
        /// The narrower place.
        place: String,
    },
    /// The arithmetic of a "first since": what came before is dated by what is said of now.
    FirstSince,
    /// The day of writing, read off a date that the text places by it: "today, Tuesday".
    Written {
        /// How the text places the date, as it stands without a reference.
        relative: String,
    },
    /// What other facts leave possible, all put together.
    Narrowed {
        /// The fewest facts that say as much.
        from: Vec<FactIdx>,
    },
}

/// The exact words that prove a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The words.
    pub words: String,
    /// Where they stand in the article's text; none where the text is not at hand or lacks them.
    pub span: Option<Span<Original>>,
    /// Whether the text holds them.
    pub status: EvidenceStatus,
    /// Line and column in the fact file, when they are declared there.
    pub declared_at: Option<(usize, usize)>,
}

/// Whether evidence was seen in the article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceStatus {
    /// The text is at hand and holds the words.
    Verified,
    /// The text is not at hand.
    Declared,
    /// The text is at hand and does not hold the words.
    Missing,
}

/// Asserted or denied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It is said to be so.
    #[default]
    Asserted,
    /// It is said not to be so.
    Denied,
}

/// In what sense a fact is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// It is so.
    #[default]
    Actual,
    /// It is to be so.
    Planned,
    /// It may be so.
    Possible,
    /// It could hold so much.
    Capacity,
    /// It would be so, if.
    Conditional,
}

impl Stance {
    /// Every stance.
    pub const ALL: [Self; 2] = [Self::Asserted, Self::Denied];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Denied => "denied",
        }
    }
}

impl Modality {
    /// Every modality, in the order of the documentation.
    pub const ALL: [Self; 5] =
        [Self::Actual, Self::Planned, Self::Possible, Self::Capacity, Self::Conditional];

    /// Its name in files and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Capacity => "capacity",
            Self::Conditional => "conditional",
        }
    }
}

impl EvidenceStatus {
    /// Its name in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Declared => "declared",
            Self::Missing => "missing",
        }
    }
}
