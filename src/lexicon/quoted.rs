//! Quoted words and the keys by which they compare: what each word means, whose it is, what it does to the sense.

use crate::lexicon::Lexicon;
use crate::lexicon::language::Language;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::recall::{Known, Recall};
use crate::lexicon::resolve::all;
use crate::lexicon::schema::function::Function;
use crate::lexicon::{contrasted, doubted};
use crate::text::fold::fold_str;
use crate::text::token::tokenize;
use crate::value::words::{AFFIRMED, BECAUSE, Key, PART, Weight, Words, clauses};
use std::sync::Arc;

impl Lexicon {
    /// Quoted words with the keys by which they compare.
    #[must_use]
    pub fn words(&self, text: &str, translated: bool) -> Words {
        let language = self.detect(text);
        let keys = language.map(|language| self.keys(text, language)).unwrap_or_default();
        let language = language.map(|language| language.tag.clone()).unwrap_or_default();
        Words { text: text.to_owned(), keys, language, translated }
    }

    /// The keys of some words in order.
    fn keys(&self, text: &str, language: &Language) -> Vec<Key> {
        let (_, tokens) = tokenize(text);
        let mut tokens = tokens.iter();
        let mut recall = language.recall();
        let found = all(text, &mut recall);
        let with_words = found.iter().map(|found| {
            let words: Vec<&str> = tokens
                .by_ref()
                .take(found.width().max(1))
                .filter_map(|token| text.get(token.span.start..token.span.end))
                .collect();
            (words.join(" "), Arc::clone(found))
        });
        let with_words = unbound(with_words.collect(), &mut recall);
        let next = with_words.iter().skip(1).map(|(_, found)| Some(&**found)).chain([None]);
        let last = [None].into_iter().chain(with_words.iter().map(|(_, found)| Some(&**found)));
        let keyed = with_words.iter().zip(last.zip(next));
        let keyed = keyed.filter_map(|((word, found), (last, next))| {
            let mut key = key(word, found, language, &mut recall)?;
            doubted::mark(&mut key, found, (last, next), language);
            contrasted::mark(&mut key, found, next);
            Some(key)
        });
        let mut keys: Vec<Key> = keyed.collect();
        let opposites = |concept| self.opposites.get(concept).into_iter().flatten().cloned();
        for key in &mut keys {
            key.against = key.concepts.iter().flat_map(opposites).collect();
        }
        for key in &mut keys {
            let names = key.concepts.iter().filter_map(|concept| concept.strip_prefix(CURRENCY));
            let meant = names.flat_map(|name| self.units.named(name)).map(|code| format!("{CURRENCY}{code}"));
            let meant: Vec<String> = meant.collect();
            key.concepts.extend(meant);
        }
        for key in &mut keys {
            let sorted = key.concepts.iter().filter_map(|concept| self.sorts.get(concept).cloned());
            let sorted: Vec<String> = sorted.collect();
            key.concepts.extend(sorted);
        }
        multiply(&mut keys);
        contrasted::pair(&mut keys);
        let clauses = clauses(text, &keys);
        affirm(&mut keys, &clauses);
        part(&mut keys);
        own(&mut keys);
        keys
    }
}

/// Takes apart what is a bound before a number, and elsewhere denies: "not under control", "not over"; and what denies
/// an act in one phrase: «لم يصب».
fn unbound(found: Vec<(String, Arc<Known>)>, recall: &mut Recall<'_>) -> Vec<(String, Arc<Known>)> {
    let is =
        |known: &Known, pick: fn(&Meaning) -> bool| known.senses.iter().any(|sense| pick(&sense.meaning));
    let counts = |(_, known): &(String, Arc<Known>)| {
        is(known, |meaning| matches!(meaning, Meaning::Cardinal(_) | Meaning::Scale(_)))
            || known.normal.starts_with(|c: char| c.is_ascii_digit())
    };
    let denies = |known: &Known| is(known, |meaning| *meaning == Meaning::Function(Function::Not));
    let is_bound = |known: &Known| is(known, |meaning| matches!(meaning, Meaning::Hedge(_)));
    let is_thing = |known: &Known| is(known, |meaning| matches!(meaning, Meaning::Concept(_)));
    let may_part = |known: &Known| is_bound(known) || is_thing(known);
    if !found.iter().any(|(word, known)| may_part(known) && word.contains(' ')) {
        return found;
    }
    let mut parted = Vec::with_capacity(found.len());
    for (at, (word, known)) in found.iter().enumerate() {
        let binds = || found.iter().skip(at + 1).take(BOUND).any(counts);
        let Some((first, rest)) =
            word.split_once(' ').filter(|_| may_part(known) && !(is_bound(known) && binds()))
        else {
            parted.push((word.clone(), Arc::clone(known)));
            continue;
        };
        let (head, tail) = (all(first, recall), all(rest, recall));
        let is_act = !recall.common(rest).is_empty();
        if head.iter().any(|head| denies(head)) && (is_bound(known) || is_act) {
            parted.extend(head.into_iter().map(|head| (first.to_owned(), head)));
            parted.extend(tail.into_iter().map(|tail| (rest.to_owned(), tail)));
        } else {
            parted.push((word.clone(), Arc::clone(known)));
        }
    }
    parted
}

/// The key of a quoted word; none for a sign.
fn key(word: &str, found: &Known, language: &Language, recall: &mut Recall<'_>) -> Option<Key> {
    if !found.stem.chars().any(char::is_alphanumeric) {
        return None;
    }
    let has = |pick: &dyn Fn(&Meaning) -> bool| found.senses.iter().any(|sense| pick(&sense.meaning));
    // "At most places" is no bound: of a phrase its last word may say something by itself, but not of one that is a
    // thing as a whole.
    let is_thing = found.width() > 1 && has(&|meaning| matches!(meaning, Meaning::Concept(_)));
    let last = word.rsplit(' ').next().unwrap_or(word);
    let listed = recall.common(if is_thing { word } else { last });
    let mut concepts: Vec<String> = found.senses.iter().filter_map(|sense| concept(&sense.meaning)).collect();
    concepts.extend(listed.iter().map(ToString::to_string));
    let is = |kind: &str| concepts.iter().any(|concept| concept.starts_with(kind));
    // A grammatical word that no list holds for nothing may be another word as well: "start", "planned".
    let names = |meaning: &Meaning| matches!(meaning, Meaning::Concept(_));
    let is_stop = has(&|meaning| *meaning == Meaning::Stop) && !found.clitics.pronoun;
    let is_edge =
        |meaning: &Meaning| matches!(meaning, Meaning::Function(Function::Beginning | Function::End));
    let says = !is_stop && (has(&names) || !listed.is_empty() || (found.width() > 1 && has(&is_edge)));
    let weight = if is(TURN) || is(SHARE) {
        Weight::Turning
    } else if is(DEGREE) || (has(&is_empty) && !has(&is_measure) && !says) {
        Weight::Function
    } else {
        Weight::Content
    };
    // An unknown word may be a name, which two papers spell in two ways.
    let unknown = || language.spelling.key(&language.light_stem(&found.stem));
    let mut stem = if found.senses.is_empty() { unknown() } else { found.stem.clone() };
    if let Some((_, rest)) = word.split_once(' ').filter(|_| found.width() > 1) {
        stem.push(' ');
        stem.push_str(&fold_str(rest));
    }
    concepts.extend(digits(&found.normal));
    let owner = if found.clitics.pronoun { language.owner(&found.normal) } else { None };
    let joins = found.clitics.conjunction.is_some()
        || has(&|meaning| {
            matches!(meaning, Meaning::Function(Function::And | Function::Because | Function::But))
        });
    Some(Key {
        word: word.to_owned(),
        stem,
        concepts,
        against: Vec::new(),
        owner,
        joins,
        contrasts: false,
        weight,
    })
}

/// The number that digits write, whatever noughts stand behind a mark.
fn digits(normal: &str) -> Option<String> {
    if !normal.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let written = normal.trim_end_matches(|c: char| !c.is_ascii_digit());
    let noughts =
        written.split_once(['.', ',', ':', '٫']).map(|(whole, part)| (whole, part.trim_matches('0')));
    let whole = noughts.filter(|(_, part)| part.is_empty()).map_or(written, |(whole, _)| whole);
    Some(format!("{DIGITS}{whole}"))
}

/// Takes the sense of a negation from one that an exception or a bound follows in its clause: nothing except, not
/// only. What is excepted is affirmed.
fn affirm(keys: &mut [Key], clauses: &[usize]) {
    let limits = |key: &Key| key.is_exception() || key.is(ONLY);
    let limit = |at: usize| {
        let behind = keys.iter().enumerate().skip(at + 1).take(LIMITED);
        let mut own = behind.take_while(|(place, _)| clauses.get(*place) == clauses.get(at));
        own.find(|(_, key)| limits(key)).map(|(place, _)| place)
    };
    let negations = (0..keys.len()).filter(|at| keys.get(*at).is_some_and(Key::is_negation));
    let affirmed: Vec<(usize, usize)> = negations.filter_map(|at| Some((at, limit(at)?))).collect();
    for (at, limit) in affirmed {
        if let Some(key) = keys.get_mut(at) {
            key.concepts.clear();
            key.weight = Weight::Function;
        }
        if let Some(key) = keys.get_mut(limit).filter(|key| key.is_exception()) {
            key.concepts.push(AFFIRMED.to_owned());
        }
    }
}

/// Counts by a word that else multiplies a number, where no number stands before it: a hundred years.
fn multiply(keys: &mut [Key]) {
    let counts = |key: &Key| key.has(NUMBER) || key.has(DIGITS) || key.has(SCALE);
    let mut before = false;
    for key in keys {
        let scale = key.concepts.iter().find_map(|concept| concept.strip_prefix(SCALE).map(str::to_owned));
        let is_counted = counts(key);
        if let Some(scale) = scale.filter(|_| !before) {
            key.concepts.retain(|concept| !concept.starts_with(SCALE));
            key.concepts.push(format!("{NUMBER}{scale}"));
        }
        before = is_counted;
    }
}

/// Marks what makes one of several: the number before a word of belonging.
fn part(keys: &mut [Key]) {
    let is_part = |one: &Key, of: &Key| one.is(ONE) && of.is(OF) && !of.joins;
    let found: Vec<usize> = keys
        .windows(2)
        .enumerate()
        .filter_map(|(at, pair)| is_part(pair.first()?, pair.last()?).then_some(at))
        .collect();
    for at in found {
        if let Some(key) = keys.get_mut(at) {
            key.concepts = vec![PART.to_owned()];
            key.weight = Weight::Turning;
        }
    }
}

/// Gives a thing the owner whom a word of grammar before it names, or who stands beside it as the other side.
fn own(keys: &mut [Key]) {
    let mut owner: Option<(usize, String)> = None;
    for (at, key) in keys.iter_mut().enumerate() {
        if let Some(found) = key.concepts.iter().find(|concept| concept.starts_with(OWNER)) {
            owner = Some((at, found.clone()));
        } else if key.weight == Weight::Content
            && let Some((_, found)) = owner.take().filter(|(since, _)| at - since <= OWNED)
        {
            key.owner.get_or_insert(found);
        }
    }
    let sides: Vec<usize> = keys
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| pair.iter().any(|key| key.is(PARTY)) && pair.iter().any(|key| key.is(OTHER)))
        .map(|(at, _)| at)
        .collect();
    for at in sides {
        let before = keys.iter().take(at).rposition(|key| key.weight == Weight::Content);
        let before = before.filter(|before| at - before <= OWNED + 1);
        if let Some(key) = keys.get_mut(before.unwrap_or(at + OWNED)) {
            key.owner.get_or_insert_with(|| OTHERS.to_owned());
        }
    }
}

/// How far behind a bound its number stands, in words.
const BOUND: usize = 2;

/// How far behind the word that says whose it is a thing stands.
const OWNED: usize = 2;

/// How far behind a negation an exception or a bound stands, in words.
const LIMITED: usize = 6;

/// The meaning of a bound.
const ONLY: &str = "only";

/// The meanings that make one of several, and of those who are not the speaker's own.
const ONE: &str = "one";
const OF: &str = "of";
const PARTY: &str = "party";
const OTHER: &str = "other";
const OTHERS: &str = "owner:they";

/// What the ids begin with of numbers in words and of what multiplies them.
const NUMBER: &str = "number:";
const SCALE: &str = "scale:";

/// What the ids begin with of currencies.
const CURRENCY: &str = "currency:";

/// What the ids begin with of digits and of owners.
const DIGITS: &str = "digits:";
const OWNER: &str = "owner:";

/// Whether a word of this meaning says nothing by itself; a year does, whatever else it serves for.
fn is_empty(meaning: &Meaning) -> bool {
    *meaning == Meaning::Stop
        || (matches!(meaning, Meaning::Function(_)) && *meaning != Meaning::Function(Function::Year))
}

/// Whether a word of this meaning tells how much there is, so that it says something beside every grammatical word.
const fn is_measure(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Cardinal(2..) | Meaning::Unit(_))
}

/// What the ids begin with of words that turn the sense, that tell a share of all, and that tell a degree.
const TURN: &str = "turn:";
const SHARE: &str = "share:";
const DEGREE: &str = "degree:";

/// What a word means to the comparison of quotes: its concept, its number, or how it turns the sense.
fn concept(meaning: &Meaning) -> Option<String> {
    match meaning {
        Meaning::Function(Function::Not | Function::None) => Some(format!("{TURN}not")),
        Meaning::Function(Function::If) => Some(format!("{TURN}if")),
        Meaning::Hedge(hedge) => Some(format!("{TURN}{hedge:?}").to_lowercase()),
        Meaning::Function(Function::Because) => Some(BECAUSE.to_owned()),
        Meaning::Function(Function::End) => Some("end".to_owned()),
        Meaning::Function(Function::Beginning) => Some("begin".to_owned()),
        Meaning::Function(Function::Before) => Some("before".to_owned()),
        Meaning::Function(Function::After) => Some("after".to_owned()),
        Meaning::Function(Function::Of | Function::From) => Some(OF.to_owned()),
        Meaning::Ordinal(1) => Some("number:1".to_owned()),
        Meaning::Direction(id) => Some(format!("direction:{id}")),
        Meaning::Cardinal(number) | Meaning::Ordinal(number) if *number > 1 => {
            Some(format!("number:{number}"))
        }
        Meaning::Country(code) | Meaning::Demonym(code) => Some(format!("country:{code}")),
        Meaning::Capital(code) => Some(format!("capital:{code}")),
        Meaning::Month(month) => Some(format!("month:{month}")),
        Meaning::Weekday(day) => Some(format!("weekday:{day}")),
        Meaning::Concept(id)
        | Meaning::Role(id)
        | Meaning::Body(id)
        | Meaning::PlaceType(id)
        | Meaning::Unit(id) => Some(id.to_string()),
        Meaning::Place(id) => Some(format!("place:{id}")),
        Meaning::Person(id) | Meaning::ShortPerson(id) => Some(format!("person:{id}")),
        Meaning::Scale(number) => Some(format!("scale:{number}")),
        Meaning::Season(season) => Some(format!("season:{season:?}").to_lowercase()),
        Meaning::Cardinal(_) | Meaning::Ordinal(_) | Meaning::Position(_) => None,
        Meaning::Vague(number) => Some(format!("scale:{number}")),
        Meaning::Times(times) => Some(format!("times:{times}")),
        Meaning::RelativeDay(days) => Some(format!("day:{days}")),
        Meaning::OrdinalMark | Meaning::Fraction(_) | Meaning::Multiple(_) => None,
        Meaning::Point | Meaning::Minus | Meaning::Percent | Meaning::PercentagePoint => None,
        Meaning::Currency(code) => Some(format!("{CURRENCY}{code}")),
        Meaning::BasisPoint | Meaning::ScaleMark(_) | Meaning::HijriMonth(_) => None,
        Meaning::Daypart(_) | Meaning::Era(_) => None,
        Meaning::Zone(_) | Meaning::NamedZone(_) | Meaning::Holiday(_) => None,
        Meaning::Function(_) | Meaning::Speech(_) => None,
        Meaning::Stop => None,
    }
}
