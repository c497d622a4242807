//! The strict schema of the data files: languages, what all languages share, kinds and places.
//!
//! Used twice: by the build script, which compiles the embedded YAML, and by the library, which decodes
//! it and reads a user's own kinds. It holds words and ids alone; it knows no text and no values.

/// Days with a name.
pub mod holiday;
/// Parts of kinds and events.
pub mod kind;
/// Spellings of names.
pub mod names;
/// Number words.
pub mod numbers;
/// Places and their types.
pub mod place;
/// Units, currencies, countries, people.
pub mod shared;
mod surfaces;
/// Classes of words.
pub mod words;

use crate::fact::slot::Slot;
use crate::lexicon::schema::kind::{Answers, EventType, Evolution, Scope, Shape, State, Telling, Tells};
use crate::lexicon::schema::names::NameSpellings;
use crate::lexicon::schema::numbers::Numbers;
use crate::lexicon::schema::place::{PlaceData, PlaceType};
use crate::lexicon::schema::shared::{CountryData, CurrencyData, PersonData, UnitData};
use crate::lexicon::schema::words::{Affixes, CountryWords, Forms, PersonWords};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Surface forms of one language, as they are written in its press.
pub type Surfaces = Vec<String>;

/// The words of one concept: a noun, a verb, or fixed words that take no endings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConceptWords {
    /// Singular nouns (verbal nouns too).
    pub one: Surfaces,
    /// Dual nouns.
    pub two: Surfaces,
    /// Plural nouns.
    pub many: Surfaces,
    /// Past stems; the language's past endings are peeled from a word before it is looked up here.
    pub past: Surfaces,
    /// Present stems; the language's present prefixes and endings are peeled.
    pub present: Surfaces,
    /// Adjectives and fixed phrases.
    pub fixed: Surfaces,
}

/// A language: which words carry which number, unit, concept or function.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// BCP 47 tag.
    pub language: String,
    /// Name in English.
    pub name: String,
    /// ISO 15924 script code (`Arab`, `Latn`).
    pub script: String,
    /// Where the words come from.
    pub origin: String,
    /// Switches of the engine that this language turns on.
    pub grammar: Grammar,
    /// What may stick to a word.
    pub affixes: Affixes,
    /// Number words.
    pub numbers: Numbers,
    /// Units: UCUM code of the shared file → forms.
    pub units: BTreeMap<String, Forms>,
    /// Currencies: ISO 4217 code, or a bare name (`pound`) that the shared file resolves → forms.
    pub currencies: BTreeMap<String, Forms>,
    /// Months 1 to 12 of the Gregorian calendar, with every family of names.
    pub months: BTreeMap<u8, Surfaces>,
    /// Months 1 to 12 of the Hijri calendar.
    pub hijri_months: BTreeMap<u8, Surfaces>,
    /// Days that have a name: id of the holidays file → names.
    pub holidays: BTreeMap<String, Surfaces>,
    /// Weekdays, ISO: 1 is Monday.
    pub weekdays: BTreeMap<u8, Surfaces>,
    /// Days counted from the reference day: 0 today, -1 yesterday.
    pub relative_days: BTreeMap<i8, Surfaces>,
    /// Parts of a day.
    pub dayparts: BTreeMap<Daypart, Surfaces>,
    /// Seasons.
    pub seasons: BTreeMap<Season, Surfaces>,
    /// Words of the calendar's eras.
    pub eras: BTreeMap<Era, Surfaces>,
    /// Words that stand for a time zone: minutes from UTC → surfaces.
    pub zones: BTreeMap<i16, Surfaces>,
    /// Words that stand for the time of a place, summer and winter: IANA zone → surfaces.
    pub named_zones: BTreeMap<String, Surfaces>,
    /// Hedges and bounds, before or after the number.
    pub hedges: BTreeMap<Hedge, Surfaces>,
    /// Grammatical words.
    pub functions: BTreeMap<Function, Surfaces>,
    /// Verbs and nouns of saying.
    pub speech: BTreeMap<Speech, ConceptWords>,
    /// Things and actions that kinds, events and gifts are made of.
    pub concepts: BTreeMap<String, ConceptWords>,
    /// Roles that announce a person's name (`president`, `spokesman`).
    pub roles: BTreeMap<String, ConceptWords>,
    /// Words that begin the name of a body (`ministry`, `agency`).
    pub bodies: BTreeMap<String, ConceptWords>,
    /// Types of places (`factory`, `cosmodrome`).
    pub place_types: BTreeMap<String, ConceptWords>,
    /// Countries: ISO 3166 alpha-2 → names and demonyms.
    pub countries: BTreeMap<String, CountryWords>,
    /// Other places: id of the places file → names.
    pub places: BTreeMap<String, Surfaces>,
    /// Directions that make a region of a country (`far-east`).
    pub directions: BTreeMap<String, Surfaces>,
    /// People: id of the shared file → full and short names.
    pub people: BTreeMap<String, PersonWords>,
    /// How names are spelt.
    pub name_spellings: NameSpellings,
    /// Words without meaning of their own, which never begin or end a name.
    pub stop_words: Surfaces,
    /// Common words by their meaning, which nothing but the comparison of quotes asks for: single words, verbs
    /// without the endings that the language peels.
    pub vocabulary: BTreeMap<String, Surfaces>,
}

/// Switches of the engine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Grammar {
    /// The subject usually follows its verb.
    pub verb_first: bool,
    /// Names are written with capitals.
    pub capitals: bool,
    /// The adjective follows its noun.
    pub adjective_after_noun: bool,
    /// Months and weekdays are written small, in a language that writes names with capitals.
    pub small_calendar: bool,
    /// The word that says which one ("last", "next") follows its weekday or unit, where other adjectives need
    /// not.
    pub near_after_noun: bool,
    /// In a run of digits, a full stop groups thousands and a comma marks decimals.
    pub decimal_comma: bool,
    /// A numeric date is written month first.
    pub month_first: bool,
}

/// What all languages share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// Where the data comes from.
    pub origin: String,
    /// Units by UCUM code.
    pub units: BTreeMap<String, UnitData>,
    /// Currencies by ISO 4217 code.
    pub currencies: BTreeMap<String, CurrencyData>,
    /// Countries by ISO 3166 alpha-2 code.
    pub countries: BTreeMap<String, CountryData>,
    /// People whose names need no introduction.
    pub people: BTreeMap<String, PersonData>,
}

/// Places: their types, what excludes what, and what lies in what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Where the data comes from.
    pub origin: String,
    /// Types: id → what it is a case of, and what it cannot be.
    pub types: BTreeMap<String, PlaceType>,
    /// Named places: id → type, country, container.
    pub places: BTreeMap<String, PlaceData>,
}

/// Kinds of facts and types of events.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    /// Where the data comes from.
    #[serde(default)]
    pub origin: String,
    /// Types of events.
    #[serde(default)]
    pub events: Vec<EventType>,
    /// Kinds of facts.
    pub kinds: Vec<Kind>,
}

/// A grammatical role in the clause of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Who does it.
    Agent,
    /// Whom it is done to.
    Patient,
    /// All who take part.
    Participants,
    /// Where it goes to.
    Destination,
    /// Where it comes from.
    Source,
    /// Where it happens.
    Location,
    /// When it happens.
    Time,
}

/// A kind of fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Its id (`container-count`).
    pub id: String,
    /// What it is, in one line.
    pub about: String,
    /// The type of its value.
    pub value: ValueType,
    /// The dimension of its unit, for quantities.
    #[serde(default)]
    pub dimension: Option<String>,
    /// Concepts one of which the counted or measured thing must be.
    #[serde(default)]
    pub heads: Vec<String>,
    /// Concepts one of which must stand in the clause (or, failing that, in the sentence).
    #[serde(default)]
    pub triggers: Vec<String>,
    /// Concepts one of which must stand in the sentence as well.
    #[serde(default)]
    pub context: Vec<String>,
    /// Concepts that rule this kind out when they stand in the clause.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Other ways in which its values are told: each like the lists above, and as good.
    #[serde(default)]
    pub also: Vec<Shape>,
    /// What makes two of its facts answer one question.
    #[serde(default)]
    pub scope: Scope,
    /// How the words tell its values.
    #[serde(default)]
    pub told: Telling,
    /// Whether a measure that is tied into one word before a noun needs no trigger: a 330-pound satellite.
    #[serde(default)]
    pub compound: bool,
    /// For `state` kinds: the states in the order in which they follow one another.
    #[serde(default)]
    pub states: Vec<State>,
    /// The type of event it hangs on.
    #[serde(default)]
    pub event: Option<String>,
    /// Its slots and whether they identify the question.
    #[serde(default)]
    pub slots: BTreeMap<Slot, SlotUse>,
    /// Whether several answers can hold together.
    #[serde(default)]
    pub answers: Answers,
    /// How its value changes with time.
    #[serde(default)]
    pub evolves: Evolution,
    /// What its values tell of when things were, for the network of all times.
    #[serde(default)]
    pub tells: Option<Tells>,
    /// Bounds of what such a value can be, in the notation (`1 d..60 d`); outside them a value is not bound.
    /// A time is measured by how long it is.
    #[serde(default)]
    pub plausible: Option<String>,
    /// Severity of a contradiction in it, when not the rule's own.
    #[serde(default)]
    pub severity: Option<String>,
}

/// The type of a kind's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueType {
    /// How many of a thing.
    Count,
    /// How often.
    Frequency,
    /// A rank.
    Ordinal,
    /// A ratio or percentage.
    Percent,
    /// A sum of money.
    Money,
    /// A measured quantity.
    Quantity,
    /// A point or stretch of time.
    Time,
    /// A length of time.
    Duration,
    /// Quoted words.
    Quote,
    /// A place.
    Place,
    /// A person, body or thing.
    Name,
    /// One of the kind's states.
    State,
    /// That it happened.
    Occurrence,
}

/// What a slot does for the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotUse {
    /// Disjoint values make different questions, and a contradiction needs it known.
    Identifies,
    /// Disjoint values make different questions; it need not be known.
    Narrows,
    /// It never keeps facts apart; a contradiction needs it known and agreeing on both sides.
    Binds,
    /// It never keeps facts apart; where a fact's own clause fills it, a contradiction needs the other side
    /// to agree.
    Matches,
    /// It never keeps facts apart; a contradiction needs that it does not differ.
    Suits,
    /// It is told, and never keeps facts apart.
    Describes,
}

/// Hedges and bounds of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    /// About, around.
    About,
    /// A little less than.
    Nearly,
    /// More than.
    Over,
    /// This or more.
    AtLeast,
    /// Less than.
    Under,
    /// This or less.
    AtMost,
    /// No more and no less.
    Exactly,
}

/// Parts of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Daypart {
    /// Before sunrise.
    Dawn,
    /// Until noon; `a.m.`.
    Morning,
    /// Twelve o'clock.
    Noon,
    /// After noon; `p.m.`.
    Afternoon,
    /// After sunset.
    Evening,
    /// The night.
    Night,
    /// Twelve at night.
    Midnight,
    /// The middle of the morning.
    MidMorning,
    /// The middle of the afternoon.
    MidAfternoon,
    /// When people have lunch.
    Lunchtime,
    /// While there is light, or business is done.
    Daytime,
}

/// Seasons, in the order of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// Eras of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Era {
    /// Of the Gregorian calendar.
    Common,
    /// Before it.
    BeforeCommon,
    /// Of the Hijri calendar.
    Hijri,
}

/// Verbs and nouns of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speech {
    /// Say, state, announce, add, confirm: what follows is asserted.
    Say,
    /// Deny, reject as untrue.
    Deny,
    /// Accuse, allege: what follows is asserted against somebody.
    Accuse,
    /// Doubt, suspect, expect: what follows is possible.
    Suspect,
    /// According to, citing: what stands beside is asserted by them.
    AccordingTo,
}

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
    /// Can, able to: capacity.
    Can,
    /// May, might, perhaps: possible.
    May,
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
    /// The word that announces a year in digits.
    Year,
    /// The beginning of (a month, a year).
    Beginning,
    /// The middle of.
    Middle,
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
}
