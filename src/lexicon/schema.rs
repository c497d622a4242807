//! The strict schema of the data files: languages, what all languages share, kinds and places.
//!
//! Used twice: by the build script, which compiles the embedded YAML, and by the library, which decodes
//! it and reads a user's own kinds. It holds words and ids alone; it knows no text and no values.

use crate::fact::slot::Slot;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Surface forms of one language, as they are written in its press.
pub type Surfaces = Vec<String>;

/// The forms of a noun by grammatical number; `two` is the dual, for languages that have one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Forms {
    /// Singular forms.
    pub one: Surfaces,
    /// Dual forms, which state the number 2 by themselves.
    pub two: Surfaces,
    /// Plural forms.
    pub many: Surfaces,
}

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

/// How a numeral scale (hundred, thousand, million) is written.
pub type Scale = Forms;

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
    /// Classes of letters that spell one sound in foreign names; each string is one class.
    pub name_spellings: Vec<String>,
    /// Words without meaning of their own, which never begin or end a name.
    pub stop_words: Surfaces,
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
    /// In a run of digits, a full stop groups thousands and a comma marks decimals.
    pub decimal_comma: bool,
    /// A numeric date is written month first.
    pub month_first: bool,
}

/// What may stick to a word. Each list is peeled at most once, in the order given here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Affixes {
    /// Conjunctions before any word.
    pub conjunctions: BTreeMap<String, Function>,
    /// Prepositions before a noun.
    pub prepositions: BTreeMap<String, Function>,
    /// Preposition and article grown together (`لل`) → the preposition.
    pub prepositions_with_article: BTreeMap<String, Function>,
    /// Articles before a noun or adjective.
    pub articles: Surfaces,
    /// Future marks before a present verb.
    pub futures: Surfaces,
    /// Person prefixes of the present.
    pub present_prefixes: Surfaces,
    /// Endings of the past.
    pub past_endings: Surfaces,
    /// Endings of the present.
    pub present_endings: Surfaces,
    /// Possessive and object pronouns after a word.
    pub pronouns: Surfaces,
    /// Case and other endings after a noun, an adjective or a number.
    pub noun_endings: Surfaces,
    /// An ending that changes before a pronoun (`ه` → `ت` in Arabic).
    pub before_pronoun: BTreeMap<String, String>,
}

/// Number words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Numbers {
    /// Value below 1000 → forms, in every gender, case and spelling.
    pub cardinals: BTreeMap<u16, Surfaces>,
    /// Scale (100 and powers of ten) → forms; the dual states two of it, the plural alone several.
    pub scales: BTreeMap<u64, Scale>,
    /// Value → ordinal forms.
    pub ordinals: BTreeMap<u16, Surfaces>,
    /// Endings of an ordinal in digits (`th`).
    pub ordinal_marks: Surfaces,
    /// `1/2` → forms (dual: two of them).
    pub fractions: BTreeMap<String, Forms>,
    /// Least value that a vague word implies (`dozens` → 24) → forms.
    pub vague: BTreeMap<u64, Surfaces>,
    /// Exact words that multiply (`dozen` → 12, `couple` → 2).
    pub multiples: BTreeMap<u16, Surfaces>,
    /// How often: value → words (`twice` → 2).
    pub times: BTreeMap<u16, Surfaces>,
    /// Words of the decimal mark (`point`, `فاصلة`).
    pub points: Surfaces,
    /// Words of a negative number (`minus`, `ناقص`).
    pub minus: Surfaces,
    /// Words and signs of per cent.
    pub percents: Surfaces,
    /// Words of percentage points.
    pub percentage_points: Surfaces,
    /// Abbreviated scales after digits (`bn`, `m`).
    pub scale_marks: BTreeMap<u64, Surfaces>,
}

/// A country's words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CountryWords {
    /// Names, official and usual, in every spelling met in the press.
    pub names: Surfaces,
    /// Adjectives and names of its people.
    pub demonyms: Surfaces,
    /// Names of its capital.
    pub capital: Surfaces,
}

/// A person's names in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PersonWords {
    /// Full names, in every spelling met in the press.
    pub full: Surfaces,
    /// Short names that mean this person where nobody else is named.
    pub short: Surfaces,
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

/// A unit: what it measures and its exact factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitData {
    /// Dimension (`length`, `mass`, `time`, …).
    pub dimension: String,
    /// Exact factor to the dimension's base unit, a decimal or a ratio (`5/9`).
    #[serde(default)]
    pub factor: Option<String>,
    /// What is added after the factor, for temperatures.
    #[serde(default)]
    pub offset: Option<String>,
    /// ISO 8601 duration, for units of time.
    #[serde(default)]
    pub period: Option<String>,
    /// Symbols written after (or right behind) a number in any language; case counts.
    #[serde(default)]
    pub symbols: Surfaces,
}

/// A currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CurrencyData {
    /// Countries that use it, ISO 3166, the first one its home.
    pub countries: Vec<String>,
    /// Bare names that need a country to tell which currency is meant (`pound`, `riyal`).
    #[serde(default)]
    pub bare: Vec<String>,
    /// Bare names that mean this currency where no country tells.
    #[serde(default)]
    pub home_of: Vec<String>,
    /// Signs before or after a number; case counts.
    #[serde(default)]
    pub symbols: Surfaces,
}

/// A country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryData {
    /// Name in English, for reports.
    pub name: String,
    /// Name of the capital in English, for reports; none where there is none.
    #[serde(default)]
    pub capital: Option<String>,
    /// Main official language, BCP 47; a leader's words in another language are translated.
    pub language: String,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonData {
    /// Name in English, for reports.
    pub name: String,
    /// Country, ISO 3166.
    pub country: String,
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

/// A type of place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PlaceType {
    /// The wider type it is a case of.
    pub is: Option<String>,
    /// Types that it cannot be; symmetric, and inherited by narrower types.
    pub excludes: Vec<String>,
}

/// A named place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceData {
    /// Name in English, for reports.
    pub name: String,
    /// Type, of `types`.
    #[serde(rename = "type")]
    pub place_type: String,
    /// The place or country (ISO 3166) that it lies in.
    pub within: String,
    /// For a region: the direction that names it with its country.
    #[serde(default)]
    pub direction: Option<String>,
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

/// A type of event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventType {
    /// Its id (`visit`).
    pub id: String,
    /// What it is, in one line.
    pub about: String,
    /// Concepts that mention it.
    pub triggers: Vec<String>,
    /// Which grammatical role fills which slot.
    pub slots: BTreeMap<Slot, Role>,
    /// Two such events of the same parties closer than this (ISO 8601) are one event.
    #[serde(default)]
    pub apart: Option<String>,
    /// Types whose mention may stand for this one when parties and place fit (a meeting in a visit).
    #[serde(default)]
    pub includes: Vec<String>,
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
    /// Bounds of what such a value can be, in the notation (`1 d..60 d`); outside them a value is not bound.
    #[serde(default)]
    pub plausible: Option<String>,
    /// Severity of a contradiction in it, when not the rule's own.
    #[serde(default)]
    pub severity: Option<String>,
}

/// A state of a thing and the concepts that say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// Its id (`ongoing`).
    pub state: String,
    /// Concepts that say it.
    pub concepts: Vec<String>,
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

/// Whether several answers can hold together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answers {
    /// One answer: where a meeting was held.
    #[default]
    Single,
    /// Several: gifts, stops of a tour.
    List,
}

/// How a kind's value changes with time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evolution {
    /// It does not change.
    #[default]
    Fixed,
    /// It grows: tolls.
    Up,
    /// It shrinks: the missing.
    Down,
    /// It moves both ways: water levels, prices.
    Both,
    /// Its states follow one another in the order of the kind's list.
    Forward,
}

/// What a slot does for the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotUse {
    /// Disjoint values make different questions, and a contradiction needs it known.
    Identifies,
    /// Disjoint values make different questions; it need not be known.
    Narrows,
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
}
