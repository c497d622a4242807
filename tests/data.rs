//! The language data: lists equal folders, keys are in order, no word stands twice, and every id that one
//! file uses is one that another declares.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "tests read and write files, and may fail"
)]

use factcheck::fact::slot::Slot;
use factcheck::lexicon::schema::event::Role;
use factcheck::lexicon::schema::kind::{Kind, Kinds, SlotUse, ValueType};
use factcheck::lexicon::schema::language::Language;
use factcheck::lexicon::schema::place::Places;
use factcheck::lexicon::schema::shared::Shared;
use factcheck::lexicon::schema::telling::Telling;
use factcheck::lexicon::schema::words::ConceptWords;
use factcheck::lexicon::shape::ShapeRef;
use factcheck::lexicon::units::Units;
use factcheck::lexicon::{Lexicon, embedded, language as compiled};
use factcheck::text::fold::fold_str;
use factcheck::text::token::joined;
use factcheck::value::notation;
use factcheck::value::number::Number;
use serde_yaml::{Mapping, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

const DATA: &str = "src/lexicon";

/// Languages that every dimension reads; each must have words for everything that another of them has.
const FULL: [&str; 2] = ["ar", "en"];

/// Words of one language that another has no use for.
const UNSUPPORTED: [(&str, &str); 2] = [("ar", "own"), ("en", "indeed")];

/// Functions that the languages hold and the engine does not ask for yet.
const NOT_ASKED: [&str; 0] = [];

/// Faults of the data that are known and not mended yet: the test, and the fault as it tells it.
const KNOWN_FAULTS: [(&str, &str); 0] = [];

/// Asserts that the faults are just those that are known of this test.
fn assert_sound(test: &str, faults: &[String]) {
    let known = KNOWN_FAULTS.iter().filter(|(of, _)| *of == test);
    assert_eq!(faults, known.map(|(_, fault)| *fault).collect::<Vec<_>>(), "faults found, faults known");
}

#[test]
fn every_language_file_is_embedded() {
    let files: BTreeSet<String> = stems(&Path::new(DATA).join("languages"));
    let listed: Vec<&str> = embedded::LANGUAGES.iter().map(|(name, _)| *name).collect();
    for file in &files {
        assert!(listed.contains(&file.as_str()), "src/lexicon/embedded.rs lacks a line for {file}.yaml");
    }
    for name in &listed {
        assert!(files.contains(*name), "src/lexicon/embedded.rs names {name}, which has no file");
    }
    assert!(listed.is_sorted(), "src/lexicon/embedded.rs is not in order");
    for (name, bytes) in embedded::LANGUAGES {
        assert_eq!(compiled::Language::new(bytes).tag, *name, "a file is named by the tag of its language");
    }
}

#[test]
fn keys_are_in_order() {
    let mut faults = Vec::new();
    for name in stems(&Path::new(DATA).join("languages")) {
        let language = yaml(&format!("languages/{name}"));
        for (key, value) in &language {
            let key = text(key);
            let Value::Mapping(value) = value else { continue };
            match key.as_str() {
                "grammar" => {}
                "affixes" | "numbers" => {
                    for (part, value) in value {
                        if let Value::Mapping(value) = value {
                            sorted(&format!("{name}: {key}.{}", text(part)), value, &mut faults);
                        }
                    }
                }
                _ => sorted(&format!("{name}: {key}"), value, &mut faults),
            }
        }
    }
    for name in ["shared", "places", "holidays"] {
        for (key, value) in &yaml(name) {
            if let Value::Mapping(value) = value {
                sorted(&format!("{name}: {}", text(key)), value, &mut faults);
            }
        }
    }
    assert_sound("order", &faults);
}

fn sorted(place: &str, mapping: &Mapping, faults: &mut Vec<String>) {
    let keys: Vec<String> = mapping.keys().map(text).collect();
    for pair in keys.windows(2) {
        let numbers = pair[0].parse::<i64>().ok().zip(pair[1].parse::<i64>().ok());
        if numbers.map_or(pair[0] >= pair[1], |(left, right)| left >= right) {
            faults.push(format!("{place}: {} stands before {}", pair[0], pair[1]));
        }
    }
}

#[test]
fn no_word_stands_twice_in_one_list() {
    let mut faults = Vec::new();
    for name in stems(&Path::new(DATA).join("languages")) {
        twice(&name, &Value::Mapping(yaml(&format!("languages/{name}"))), &mut faults);
    }
    assert_sound("twice", &faults);
}

/// Symbols keep their case, since `mW` is no `MW`.
fn twice(place: &str, value: &Value, faults: &mut Vec<String>) {
    match value {
        Value::Mapping(mapping) => {
            for (key, value) in mapping {
                twice(&format!("{place}.{}", text(key)), value, faults);
            }
        }
        Value::Sequence(items) => {
            let mut seen = BTreeSet::new();
            for item in items {
                let word = text(item);
                assert!(!word.trim().is_empty(), "{place}: an empty word");
                if !seen.insert(fold_str(&word)) {
                    faults.push(format!("{place}: {word}"));
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Tagged(_) => {}
    }
}

/// Each variant of the engine's own word classes has words in every full language.
#[test]
fn every_variant_has_words() {
    let mut faults = Vec::new();
    for (field, of) in [
        ("functions", "Function"),
        ("hedges", "Hedge"),
        ("speech", "Speech"),
        ("dayparts", "Daypart"),
        ("seasons", "Season"),
        ("eras", "Era"),
    ] {
        let variants = variants(of);
        assert!(variants.len() > 2, "{of}");
        for name in FULL {
            let language = yaml(&format!("languages/{name}"));
            let Some(Value::Mapping(words)) = language.get(field) else { panic!("{name} lacks {field}") };
            for variant in &variants {
                let is_there = words.get(variant.as_str()).is_some_and(|words| !is_empty(words));
                let is_known = UNSUPPORTED.contains(&(name, variant.as_str()));
                if is_there == is_known {
                    faults.push(format!("{name}: {field}: {variant}"));
                }
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new(), "without words, or listed as unsupported and there");
}

#[test]
fn the_engine_asks_for_every_function() {
    let code = sources(Path::new("src"));
    let used = |variant: &String| {
        let name: String = variant.split('-').map(capitalized).collect();
        code.match_indices(&format!("Function::{name}"))
            .any(|(idx, found)| !code[idx + found.len()..].starts_with(char::is_alphanumeric))
    };
    let unused: Vec<String> = variants("Function").into_iter().filter(|variant| !used(variant)).collect();
    let mut unused: Vec<&str> = unused.iter().map(String::as_str).collect();
    unused.sort_unstable();
    assert_eq!(unused, NOT_ASKED, "a function without use, or one of NOT_ASKED that is asked for now");
}

#[test]
fn full_languages_know_the_same_ids() {
    let languages = languages();
    let mut faults = Vec::new();
    for (field, ids) in [
        ("concepts", ids_of(&languages, |language| keys(&language.concepts))),
        ("vocabulary", ids_of(&languages, |language| keys(&language.vocabulary))),
        ("roles", ids_of(&languages, |language| keys(&language.roles))),
        ("bodies", ids_of(&languages, |language| keys(&language.bodies))),
        ("place_types", ids_of(&languages, |language| keys(&language.place_types))),
        ("directions", ids_of(&languages, |language| keys(&language.directions))),
        ("units", ids_of(&languages, |language| keys(&language.units))),
        ("countries", ids_of(&languages, |language| keys(&language.countries))),
        ("places", ids_of(&languages, |language| keys(&language.places))),
        ("people", ids_of(&languages, |language| keys(&language.people))),
        ("holidays", ids_of(&languages, |language| keys(&language.holidays))),
        ("given_names", ids_of(&languages, |language| keys(&language.name_spellings.given_names))),
    ] {
        let all: BTreeSet<&String> = ids.values().flatten().collect();
        for (name, ids) in &ids {
            faults.extend(
                all.iter().filter(|id| !ids.contains(**id)).map(|id| format!("{name}: {field}: no {id}")),
            );
        }
    }
    assert_sound("ids", &faults);
}

#[test]
fn languages_name_only_what_is_declared() {
    let (shared, places) = (embedded::shared(), embedded::places());
    let holidays = embedded::holidays().holidays;
    let bare: BTreeSet<&String> = shared.currencies.values().flat_map(|currency| &currency.bare).collect();
    let zones = factcheck::lexicon::zones::Zones::new();
    let mut faults = Vec::new();
    let mut known = |place: String, id: &String, is_known: bool| {
        if !is_known {
            faults.push(format!("{place}: {id}"));
        }
    };
    for (name, language) in languages() {
        let of = |field: &str| format!("{name}: {field}");
        for id in language.units.keys() {
            known(of("units"), id, shared.units.contains_key(id));
        }
        for id in language.currencies.keys() {
            known(of("currencies"), id, shared.currencies.contains_key(id) || bare.contains(id));
        }
        for id in language.countries.keys() {
            known(of("countries"), id, shared.countries.contains_key(id));
        }
        for id in language.named_zones.keys() {
            known(of("named_zones"), id, zones.standard(id).is_some());
        }
        for id in language.people.keys() {
            known(of("people"), id, shared.people.contains_key(id));
        }
        for id in language.places.keys() {
            known(of("places"), id, places.places.contains_key(id));
        }
        for id in language.holidays.keys() {
            known(of("holidays"), id, holidays.contains_key(id));
        }
        for id in language.place_types.keys() {
            known(of("place_types"), id, places.types.contains_key(id));
        }
    }
    assert_sound("names", &faults);
}

#[test]
fn shared_data_is_sound() {
    let (shared, places) = (embedded::shared(), embedded::places());
    let mut faults = Vec::new();
    for (code, currency) in &shared.currencies {
        let unknown = currency.countries.iter().filter(|country| !shared.countries.contains_key(*country));
        faults.extend(unknown.map(|country| format!("currency {code}: no country {country}")));
        let homeless = currency.home_of.iter().filter(|name| !currency.bare.contains(name));
        faults.extend(
            homeless.map(|name| format!("currency {code}: home of {name}, which is not among its names")),
        );
    }
    let zones = factcheck::lexicon::zones::Zones::new();
    let of_country = shared.countries.iter().map(|(code, country)| (code, country.zone.as_ref()));
    let of_place = places.places.iter().map(|(id, place)| (id, place.zone.as_ref()));
    for (id, zone) in of_country.chain(of_place) {
        if zone.is_some_and(|zone| zones.standard(zone).is_none()) {
            faults.push(format!("{id}: no zone {}", zone.map_or("", String::as_str)));
        }
    }
    for (id, person) in &shared.people {
        if !shared.countries.contains_key(&person.country) {
            faults.push(format!("person {id}: no country {}", person.country));
        }
    }
    let mut homes = BTreeMap::<&String, Vec<&String>>::new();
    for (code, currency) in &shared.currencies {
        for name in &currency.home_of {
            homes.entry(name).or_default().push(code);
        }
    }
    let shared_homes = homes.iter().filter(|(_, codes)| codes.len() > 1);
    faults.extend(shared_homes.map(|(name, codes)| format!("{name} is at home in {codes:?}")));
    places_are_sound(&shared, &places, &mut faults);
    assert_sound("shared", &faults);
}

fn places_are_sound(shared: &Shared, places: &Places, faults: &mut Vec<String>) {
    for (id, place_type) in &places.types {
        let mut all = place_type.is.iter().chain(&place_type.excludes);
        faults.extend(
            all.by_ref()
                .filter(|other| !places.types.contains_key(*other))
                .map(|other| format!("place type {id}: no type {other}")),
        );
        if place_type.excludes.contains(id) {
            faults.push(format!("place type {id} excludes itself"));
        }
        let mut next = place_type.is.as_ref();
        for _ in 0..places.types.len() {
            let Some(current) = next else { break };
            if place_type.excludes.contains(current) || current == id {
                faults.push(format!("place type {id} is a case of {current}, and cannot be"));
            }
            next = places.types.get(current).and_then(|wider| wider.is.as_ref());
        }
    }
    let languages = languages();
    for (id, place) in &places.places {
        if !places.types.contains_key(&place.place_type) {
            faults.push(format!("place {id}: no type {}", place.place_type));
        }
        let is_country = shared.countries.contains_key(&place.within);
        let is_known = is_country || place.within == "world" || places.places.contains_key(&place.within);
        if !is_known {
            faults.push(format!("place {id}: no place or country {}", place.within));
        }
        if let Some(direction) = &place.direction {
            let lacking =
                languages.iter().filter(|(_, language)| !language.directions.contains_key(direction));
            faults
                .extend(lacking.map(|(name, _)| format!("place {id}: {name} has no direction {direction}")));
        }
        if shared.countries.contains_key(id) {
            faults.push(format!("place {id} is the code of a country too"));
        }
    }
}

#[test]
fn every_factor_is_read() {
    let shared = embedded::shared();
    let units = Units::new(&shared);
    let mut faults = Vec::new();
    let mut symbol_means = |code: &String, symbol: &String| match units.symbol(symbol) {
        Some(meant) if *meant == **code => {}
        other => faults
            .push(format!("{code}: the symbol {symbol} means {}", other.as_deref().unwrap_or("nothing"))),
    };
    for (code, data) in &shared.units {
        let unit = units.unit(code).unwrap_or_else(|| panic!("no unit {code}"));
        for (text, number) in [(&data.factor, unit.factor), (&data.offset, unit.offset)] {
            if let Some(text) = text {
                assert_eq!(text.parse::<Number>().ok(), Some(number), "{code}: {text}");
            }
        }
        if data.dimension == "time" {
            assert!(units.period(code).is_some(), "{code} needs a period");
        } else {
            assert!(data.factor.is_some(), "{code} needs a factor");
        }
        data.symbols.iter().for_each(|symbol| symbol_means(code, symbol));
    }
    for (code, data) in &shared.currencies {
        assert!(units.unit(code).is_some(), "{code}");
        data.symbols.iter().for_each(|symbol| symbol_means(code, symbol));
    }
    assert_sound("units", &faults);
}

#[test]
fn kinds_name_only_what_is_declared() {
    let kinds = embedded::kinds();
    let languages = languages();
    let mut faults = Vec::new();
    let mut concept = |place: &str, id: &String| {
        let is_known = |language: &Language| has_words(language, id) || language.vocabulary.contains_key(id);
        let lacking = languages.iter().filter(|(_, language)| !is_known(language));
        faults.extend(lacking.map(|(name, _)| format!("{place}: {name} has no words for {id}")));
    };
    for event in &kinds.events {
        event
            .triggers
            .iter()
            .chain(&event.implied)
            .for_each(|id| concept(&format!("event {}", event.id), id));
    }
    for (group, concepts) in &kinds.groups {
        concepts.iter().for_each(|id| concept(&format!("group {group}"), id));
    }
    for kind in &kinds.kinds {
        let place = format!("kind {}", kind.id);
        let states = kind.states.iter().flat_map(|state| state.concepts.iter().chain(&state.with));
        for ShapeRef { heads, triggers, context, unless } in kind.shapes() {
            let lists = [heads, triggers, context, unless].into_iter().flatten();
            lists.for_each(|id| concept(&place, id));
        }
        states.for_each(|id| concept(&place, id));
    }
    for group in kinds.groups.keys() {
        let concept = languages.iter().find(|(_, language)| has_words(language, group));
        faults.extend(concept.map(|(name, _)| format!("group {group} is a concept of {name}")));
    }
    assert_sound("concepts", &faults);
}

#[test]
fn ids_are_unique() {
    let kinds = embedded::kinds();
    let twice = |ids: Vec<&String>| {
        let unique: BTreeSet<&String> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "an id stands twice in {ids:?}");
        for id in ids {
            let is_kebab = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(is_kebab, "{id} is no kebab-case");
        }
    };
    twice(kinds.kinds.iter().map(|kind| &kind.id).collect());
    twice(kinds.events.iter().map(|event| &event.id).collect());
}

#[test]
fn kinds_are_sound() {
    let kinds = embedded::kinds();
    let lexicon = Lexicon::embedded();
    let dimensions: BTreeSet<String> =
        embedded::shared().units.into_values().map(|unit| unit.dimension).collect();
    let mut faults = Vec::new();
    for kind in &kinds.kinds {
        let faulty = kind_faults(kind, &kinds, &lexicon, &dimensions);
        faults.extend(faulty.into_iter().map(|fault| format!("kind {}: {fault}", kind.id)));
    }
    for event in &kinds.events {
        let unknown = event.includes.iter().filter(|id| kinds.events.iter().all(|other| other.id != **id));
        faults.extend(unknown.map(|id| format!("event {}: no event {id}", event.id)));
        if event.apart.as_deref().is_some_and(|apart| notation::duration(apart).is_err()) {
            faults.push(format!("event {}: apart is no duration", event.id));
        }
        let says_when = event.slots.get(&Slot::When) == Some(&Role::Time);
        if !says_when {
            faults.push(format!("event {}: no slot takes its time", event.id));
        }
    }
    assert_sound("kinds", &faults);
}

fn kind_faults(kind: &Kind, kinds: &Kinds, lexicon: &Lexicon, dimensions: &BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(id) = &kind.event
        && kinds.events.iter().all(|event| event.id != *id)
    {
        faults.push(format!("no event {id}"));
    }
    if let Some(event) = kinds.events.iter().find(|event| Some(&event.id) == kind.event.as_ref()) {
        let identifying = kind.slots.iter().filter(|(_, slot_use)| **slot_use == SlotUse::Identifies);
        let unfilled = identifying.filter(|(slot, _)| !event.slots.contains_key(slot));
        faults.extend(unfilled.map(|(slot, _)| format!("no {} fills its slot {}", event.id, slot.name())));
    }
    let unknown = kind.needs.iter().filter(|slot| !kind.slots.contains_key(slot));
    faults.extend(unknown.map(|slot| format!("needs {}, which is none of its slots", slot.name())));
    let has_states = kind.value == ValueType::State
        || matches!(
            kind.told,
            Telling::Age
                | Telling::Category
                | Telling::Choice
                | Telling::Demand
                | Telling::Distance
                | Telling::Doer
                | Telling::HeldSince
                | Telling::HeldUntil
                | Telling::HighSince
                | Telling::Host
                | Telling::Hours
                | Telling::Length
                | Telling::Margin
                | Telling::Minute
                | Telling::Moment
                | Telling::Next
                | Telling::Nth
                | Telling::Origin
                | Telling::Post
                | Telling::Score
                | Telling::Until
                | Telling::Whereabouts
        );
    // The deeds since which something is the first are told by some of its kinds.
    if has_states == kind.states.is_empty() && !matches!(kind.told, Telling::First | Telling::Since) {
        faults.push("states are for values of the type `state` and for moments, and needed there".to_owned());
    }
    if kind.told != Telling::Alike && (kind.value == ValueType::Quantity) != kind.dimension.is_some() {
        faults.push("a dimension is for quantities, and needed there".to_owned());
    }
    if let Some(dimension) = kind.dimension.as_ref().filter(|dimension| !dimensions.contains(*dimension)) {
        faults.push(format!("no unit of dimension {dimension}"));
    }
    if let Some(severity) = &kind.severity
        && !["note", "warning", "error", "off"].contains(&severity.as_str())
    {
        faults.push(format!("no severity {severity}"));
    }
    if let Some(text) = &kind.plausible {
        let reads = match kind.value {
            ValueType::Duration | ValueType::Time => notation::duration(text).is_ok(),
            ValueType::Count
            | ValueType::Frequency
            | ValueType::Ordinal
            | ValueType::Percent
            | ValueType::Money
            | ValueType::Quantity => notation::amount(text, |code| lexicon.unit(code)).is_ok(),
            ValueType::Quote
            | ValueType::Place
            | ValueType::Name
            | ValueType::State
            | ValueType::Occurrence => false,
        };
        if !reads {
            faults.push(format!("{text} is no bound of such a value"));
        }
    }
    if kind.about.is_empty() || kind.about.ends_with('.') {
        faults.push("`about` is one line without a full stop".to_owned());
    }
    faults
}

/// Whether a language has words for an id, as a concept, a type of place or a role.
fn has_words(language: &Language, id: &str) -> bool {
    let any = |words: &ConceptWords| {
        [&words.one, &words.two, &words.many, &words.past, &words.present, &words.fixed]
            .iter()
            .any(|list| !list.is_empty())
    };
    let words = language.concepts.get(id).or_else(|| language.place_types.get(id));
    words.or_else(|| language.roles.get(id)).is_some_and(any)
}

fn languages() -> Vec<(&'static str, Language)> {
    FULL.into_iter().zip(READ.iter().cloned()).collect()
}

/// The full languages, their surfaces normalized as the look-up has them.
static READ: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let read = |name: &str| -> Language {
        let path = Path::new(DATA).join(format!("languages/{name}.yaml"));
        let mut language: Language = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        language.map_surfaces(&mut |surface| *surface = joined(surface));
        language
    };
    FULL.into_iter().map(read).collect()
});

fn ids_of(
    languages: &[(&'static str, Language)],
    ids: impl Fn(&Language) -> BTreeSet<String>,
) -> BTreeMap<&'static str, BTreeSet<String>> {
    languages.iter().map(|(name, language)| (*name, ids(language))).collect()
}

fn keys<T>(map: &BTreeMap<String, T>) -> BTreeSet<String> {
    map.keys().cloned().collect()
}

/// The variants of an enum of the schema, as the data spells them.
fn variants(name: &str) -> Vec<String> {
    let schema = sources(&Path::new(DATA).join("schema"));
    let (_, body) = schema.split_once(&format!("pub enum {name} {{")).unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    let names = body.lines().filter_map(|line| line.trim().strip_suffix(','));
    names.filter(|name| !name.starts_with('/')).map(kebab).collect()
}

fn kebab(name: &str) -> String {
    let mut out = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(character.to_ascii_lowercase());
    }
    out
}

fn capitalized(part: &str) -> String {
    let mut letters = part.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Mapping(mapping) => mapping.values().all(is_empty),
        Value::Sequence(items) => items.is_empty(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Tagged(_) => true,
    }
}

fn yaml(name: &str) -> Mapping {
    let source = fs::read_to_string(Path::new(DATA).join(format!("{name}.yaml"))).unwrap();
    match serde_yaml::from_str(&source) {
        Ok(Value::Mapping(mapping)) => mapping,
        other => panic!("{name}.yaml is no mapping: {other:?}"),
    }
}

fn text(value: &Value) -> String {
    let plain = || serde_yaml::to_string(value).unwrap().trim().to_owned();
    value.as_str().map_or_else(plain, str::to_owned)
}

fn stems(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

/// All code under a folder but that of the schema, which declares what the rest uses.
fn sources(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("schema") {
            all.push_str(&sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
    all
}

#[test]
fn every_holiday_falls_on_some_day_of_each_year() {
    let faults: Vec<String> = embedded::holidays()
        .holidays
        .iter()
        .flat_map(|(id, holiday)| (1995..=2040).map(move |year| (id, holiday, year)))
        .filter(|(_, holiday, year)| {
            let often = i16::from(holiday.every.unwrap_or(1));
            let here = || (0..=often).any(|more| !holiday.in_year(year + more).is_empty());
            !here()
        })
        .map(|(id, _, year)| format!("{id}: {year}"))
        .collect();
    assert_eq!(faults, Vec::<String>::new(), "holidays that fall on no day");
}
