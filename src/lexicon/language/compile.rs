//! Compiles a language's data file into its record: every surface under its first word. Of the build script alone.

use crate::lexicon::language::entry::{Entry, Phrase};
use crate::lexicon::language::record::Record;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::language::Language;
use crate::lexicon::schema::names::NameSpellings;
use crate::lexicon::schema::numbers::Numbers;
use crate::lexicon::schema::words::{Affixes, ConceptWords, Forms};
use crate::lexicon::table;
use crate::text::fold::fold_str;
use crate::value::number::Number;
use std::collections::BTreeMap;

/// The record of a data file whose surfaces are normalized.
pub(crate) fn record(data: &Language) -> postcard::Result<Vec<u8>> {
    let affixes = folded_affixes(&data.affixes);
    let mut listing = Listing {
        affixes: &affixes,
        entries: BTreeMap::new(),
        deeds: BTreeMap::new(),
        name_parts: BTreeMap::new(),
    };
    listing.add_numbers(&data.numbers);
    listing.add_calendar(data);
    listing.add_words(data);
    let Listing { entries, deeds, name_parts, .. } = listing;
    let written = entries.into_iter().map(|(word, entry)| Ok((word, postcard::to_allocvec(&entry)?)));
    let entries = table::lay_out(&written.collect::<postcard::Result<_>>()?);
    let spellings = &data.name_spellings;
    let common = spellings.strangers.iter().chain(data.vocabulary.values().flatten());
    postcard::to_allocvec(&Record {
        tag: data.language.clone(),
        name: data.name.clone(),
        script: data.script.clone(),
        grammar: data.grammar.clone(),
        spellings: NameSpellings {
            given_names: BTreeMap::new(),
            parts: Vec::new(),
            strangers: Vec::new(),
            ..spellings.clone()
        },
        given_names: &postcard::to_allocvec(&spellings.given_names)?,
        entries: &entries,
        deeds: &table::lay_out(&deeds),
        name_parts: &table::lay_out(&name_parts),
        given: &table::lay_out(&given(spellings).map(|name| (fold_str(name), Vec::new())).collect()),
        spelt: &table::lay_out(&given(spellings).map(|name| (name.clone(), Vec::new())).collect()),
        common: &table::lay_out(&common.map(|word| (fold_str(word), Vec::new())).collect()),
        vocabulary: &postcard::to_allocvec(&data.vocabulary)?,
        affixes: affixes.clone(),
    })
}

/// All given names, those with ids of their own and those without.
fn given(spellings: &NameSpellings) -> impl Iterator<Item = &String> {
    spellings.given_names.values().flatten().chain(&spellings.parts)
}

/// What a data file lists.
struct Listing<'d> {
    affixes: &'d Affixes,
    entries: BTreeMap<String, Entry>,
    /// The concepts that verbs tell, of which nothing else is told.
    deeds: BTreeMap<String, Vec<u8>>,
    /// The words that stand in names of people, of which nothing else is told.
    name_parts: BTreeMap<String, Vec<u8>>,
}

impl Listing<'_> {
    fn add(&mut self, surface: &str, meaning: Meaning, form: Form) {
        let (first, rest) = surface.split_once(' ').unwrap_or((surface, ""));
        let hanging = rest.rsplit(' ').next().filter(|last| self.affixes.prepositions.contains_key(*last));
        let rest = hanging.and_then(|last| rest.strip_suffix(last)).unwrap_or(rest).trim_end();
        let entry = self.entries.entry(first.to_owned()).or_default();
        let sense = Sense { meaning, form };
        if !rest.is_empty() {
            let senses = phrase(entry, rest);
            if !senses.contains(&sense) {
                senses.push(sense);
            }
        } else if !entry.senses.contains(&sense) {
            entry.senses = entry.senses.iter().cloned().chain([sense]).collect();
        }
    }

    fn add_all(&mut self, surfaces: &[String], meaning: &Meaning, form: Form) {
        for surface in surfaces {
            self.add(surface, meaning.clone(), form);
        }
    }

    fn add_forms(&mut self, forms: &Forms, meaning: &Meaning) {
        self.add_all(&forms.one, meaning, Form::One);
        self.add_all(&forms.two, meaning, Form::Two);
        self.add_all(&forms.many, meaning, Form::Many);
    }

    fn add_concept(&mut self, words: &ConceptWords, meaning: &Meaning) {
        self.add_all(&words.one, meaning, Form::One);
        self.add_all(&words.two, meaning, Form::Two);
        self.add_all(&words.many, meaning, Form::Many);
        self.add_all(&words.past, meaning, Form::Past);
        self.add_all(&words.present, meaning, Form::Present);
        self.add_all(&words.fixed, meaning, Form::Fixed);
        let has_verb = !(words.past.is_empty() && words.present.is_empty());
        let deed = meaning.concept().filter(|_| has_verb);
        self.deeds.extend(deed.map(|id| (id.to_string(), Vec::new())));
    }

    fn add_numbers(&mut self, numbers: &Numbers) {
        for (value, surfaces) in &numbers.cardinals {
            self.add_all(surfaces, &Meaning::Cardinal(*value), Form::Fixed);
        }
        for (value, forms) in &numbers.scales {
            self.add_forms(forms, &Meaning::Scale(*value));
        }
        for (value, surfaces) in &numbers.ordinals {
            self.add_all(surfaces, &Meaning::Ordinal(*value), Form::Fixed);
        }
        for (ratio, forms) in &numbers.fractions {
            if let Ok(value) = ratio.parse::<Number>() {
                self.add_forms(forms, &Meaning::Fraction(Box::new(value)));
            }
        }
        for (value, surfaces) in &numbers.vague {
            self.add_all(surfaces, &Meaning::Vague(*value), Form::Many);
        }
        for (value, surfaces) in &numbers.multiples {
            self.add_all(surfaces, &Meaning::Multiple(*value), Form::Fixed);
        }
        for (value, surfaces) in &numbers.times {
            self.add_all(surfaces, &Meaning::Times(*value), Form::Fixed);
        }
        for (position, surfaces) in &numbers.positions {
            self.add_all(surfaces, &Meaning::Position(*position), Form::Fixed);
        }
        for (value, surfaces) in &numbers.scale_marks {
            self.add_all(surfaces, &Meaning::ScaleMark(*value), Form::Fixed);
        }
        let marks = [
            (&numbers.ordinal_marks, Meaning::OrdinalMark),
            (&numbers.points, Meaning::Point),
            (&numbers.minus, Meaning::Minus),
            (&numbers.percents, Meaning::Percent),
            (&numbers.percentage_points, Meaning::PercentagePoint),
            (&numbers.basis_points, Meaning::BasisPoint),
        ];
        for (surfaces, meaning) in marks {
            self.add_all(surfaces, &meaning, Form::Fixed);
        }
    }

    fn add_calendar(&mut self, data: &Language) {
        let fixed = |language: &mut Self, surfaces: &[String], meaning| {
            language.add_all(surfaces, &meaning, Form::Fixed);
        };
        for (month, surfaces) in &data.months {
            fixed(self, surfaces, Meaning::Month(*month));
        }
        for (month, surfaces) in &data.hijri_months {
            fixed(self, surfaces, Meaning::HijriMonth(*month));
        }
        for (id, surfaces) in &data.holidays {
            fixed(self, surfaces, Meaning::Holiday(id.as_str().into()));
        }
        for (weekday, surfaces) in &data.weekdays {
            fixed(self, surfaces, Meaning::Weekday(*weekday));
        }
        for (day, surfaces) in &data.relative_days {
            fixed(self, surfaces, Meaning::RelativeDay(*day));
        }
        for (daypart, surfaces) in &data.dayparts {
            fixed(self, surfaces, Meaning::Daypart(*daypart));
        }
        for (season, surfaces) in &data.seasons {
            fixed(self, surfaces, Meaning::Season(*season));
        }
        for (era, surfaces) in &data.eras {
            fixed(self, surfaces, Meaning::Era(*era));
        }
        for (zone, surfaces) in &data.zones {
            fixed(self, surfaces, Meaning::Zone(*zone));
        }
        for (zone, surfaces) in &data.named_zones {
            fixed(self, surfaces, Meaning::NamedZone(zone.as_str().into()));
        }
        for (code, forms) in &data.units {
            self.add_forms(forms, &Meaning::Unit(code.as_str().into()));
        }
        for (code, forms) in &data.currencies {
            self.add_forms(forms, &Meaning::Currency(code.as_str().into()));
        }
    }

    fn add_words(&mut self, data: &Language) {
        for (hedge, surfaces) in &data.hedges {
            self.add_all(surfaces, &Meaning::Hedge(*hedge), Form::Fixed);
        }
        for (function, surfaces) in &data.functions {
            self.add_all(surfaces, &Meaning::Function(*function), Form::Fixed);
        }
        for (speech, words) in &data.speech {
            self.add_concept(words, &Meaning::Speech(*speech));
        }
        for (id, words) in &data.concepts {
            self.add_concept(words, &Meaning::Concept(id.as_str().into()));
        }
        for (id, words) in &data.roles {
            self.add_concept(words, &Meaning::Role(id.as_str().into()));
        }
        for (id, words) in &data.bodies {
            self.add_concept(words, &Meaning::Body(id.as_str().into()));
        }
        for (id, words) in &data.place_types {
            self.add_concept(words, &Meaning::PlaceType(id.as_str().into()));
        }
        self.add_names(data);
        self.add_all(&data.stop_words, &Meaning::Stop, Form::Fixed);
    }

    fn add_names(&mut self, data: &Language) {
        for (code, words) in &data.countries {
            self.add_all(&words.names, &Meaning::Country(code.as_str().into()), Form::Fixed);
            self.add_all(&words.demonyms, &Meaning::Demonym(code.as_str().into()), Form::Fixed);
            self.add_all(&words.capital, &Meaning::Capital(code.as_str().into()), Form::Fixed);
        }
        for (id, surfaces) in &data.places {
            self.add_all(surfaces, &Meaning::Place(id.as_str().into()), Form::Fixed);
        }
        for (id, surfaces) in &data.directions {
            self.add_all(surfaces, &Meaning::Direction(id.as_str().into()), Form::Fixed);
        }
        for (id, words) in &data.people {
            self.add_all(&words.full, &Meaning::Person(id.as_str().into()), Form::Fixed);
            let parts = words.full.iter().flat_map(|name| name.split(' ').skip(1));
            self.name_parts.extend(parts.map(|part| (part.to_owned(), Vec::new())));
            self.add_all(&words.short, &Meaning::ShortPerson(id.as_str().into()), Form::Fixed);
        }
        let given = given(&data.name_spellings);
        self.name_parts.extend(given.map(|name| (fold_str(name), Vec::new())));
    }
}

/// The senses of the phrase that goes on with `rest`.
fn phrase<'e>(entry: &'e mut Entry, rest: &str) -> &'e mut Vec<Sense> {
    let goes_on = |phrase: &Phrase| phrase.rest.iter().map(String::as_str).eq(rest.split(' '));
    let at = entry.phrases.iter().position(goes_on).unwrap_or_else(|| {
        let rest = rest.split(' ').map(str::to_owned).collect();
        entry.phrases.push(Phrase { rest, senses: Vec::new() });
        entry.phrases.len() - 1
    });
    &mut entry.phrases[at].senses
}

fn folded_affixes(affixes: &Affixes) -> Affixes {
    let list = |surfaces: &[String]| surfaces.iter().map(|surface| fold_str(surface)).collect();
    let table = |map: &BTreeMap<String, Function>| {
        map.iter().map(|(surface, function)| (fold_str(surface), *function)).collect()
    };
    Affixes {
        conjunctions: table(&affixes.conjunctions),
        prepositions: table(&affixes.prepositions),
        prepositions_with_article: table(&affixes.prepositions_with_article),
        articles: list(&affixes.articles),
        definite: list(&affixes.definite),
        clock_letters: affixes.clock_letters.iter().map(|(letter, half)| (fold_str(letter), *half)).collect(),
        futures: list(&affixes.futures),
        outcomes: list(&affixes.outcomes),
        present_prefixes: list(&affixes.present_prefixes),
        third_prefixes: list(&affixes.third_prefixes),
        past_endings: list(&affixes.past_endings),
        present_endings: list(&affixes.present_endings),
        pronouns: list(&affixes.pronouns),
        noun_endings: list(&affixes.noun_endings),
        number_endings: list(&affixes.number_endings),
        weak_letters: list(&affixes.weak_letters),
        owners: affixes.owners.iter().map(|(ending, owner)| (fold_str(ending), owner.clone())).collect(),
        before_pronoun: affixes.before_pronoun.iter().map(|(a, b)| (fold_str(a), fold_str(b))).collect(),
        softened_before_pronoun: affixes
            .softened_before_pronoun
            .iter()
            .map(|(a, b)| (fold_str(a), fold_str(b)))
            .collect(),
    }
}
