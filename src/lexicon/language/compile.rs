//! Compiles a language's data file: every surface under its first word.

use crate::lexicon::language::Language;
use crate::lexicon::language::entry::Entries;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::recall::Shelf;
use crate::lexicon::schema;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Numbers;
use crate::lexicon::schema::words::{Affixes, ConceptWords, Forms};
use crate::lexicon::spelling::grapheme::Spelling;
use crate::lexicon::vocabulary::Vocabulary;
use crate::text::fold::fold_str;
use crate::value::number::Number;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

impl Language {
    /// Compiles a data file.
    #[must_use]
    pub fn compile(data: &schema::language::Language) -> Self {
        let mut language = Self {
            tag: data.language.clone(),
            name: data.name.clone(),
            script: data.script.clone(),
            grammar: data.grammar.clone(),
            affixes: folded_affixes(&data.affixes),
            entries: Entries::default(),
            deeds: FxHashSet::default(),
            spelling: Spelling::compile(&data.name_spellings),
            name_parts: FxHashSet::default(),
            name_particles: data.name_spellings.particles.iter().map(|word| fold_str(word)).collect(),
            shelf: Shelf::default(),
            vocabulary: Vocabulary::new(&data.vocabulary),
        };
        language.add_numbers(&data.numbers);
        language.add_calendar(data);
        language.add_words(data);
        language
    }

    fn add(&mut self, surface: &str, meaning: Meaning, form: Form) {
        let (first, rest) = surface.split_once(' ').unwrap_or((surface, ""));
        let hanging = rest.rsplit(' ').next().filter(|last| self.affixes.prepositions.contains_key(*last));
        let rest = hanging.and_then(|last| rest.strip_suffix(last)).unwrap_or(rest).trim_end();
        let entry = self.entries.entry(first);
        let senses = if rest.is_empty() { &mut entry.senses } else { entry.phrase(rest) };
        let sense = Sense { meaning, form };
        if !senses.contains(&sense) {
            // Most words have one meaning; room for more would double the memory of all.
            senses.reserve_exact(1);
            senses.push(sense);
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
        self.deeds.extend(meaning.concept().filter(|_| has_verb).cloned());
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

    fn add_calendar(&mut self, data: &schema::language::Language) {
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

    fn add_words(&mut self, data: &schema::language::Language) {
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

    fn add_names(&mut self, data: &schema::language::Language) {
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
            self.name_parts
                .extend(words.full.iter().flat_map(|name| name.split(' ').skip(1).map(str::to_owned)));
            self.add_all(&words.short, &Meaning::ShortPerson(id.as_str().into()), Form::Fixed);
        }
        self.name_parts.extend(data.name_spellings.given_names.values().flatten().map(|name| fold_str(name)));
    }
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
        futures: list(&affixes.futures),
        present_prefixes: list(&affixes.present_prefixes),
        past_endings: list(&affixes.past_endings),
        present_endings: list(&affixes.present_endings),
        pronouns: list(&affixes.pronouns),
        noun_endings: list(&affixes.noun_endings),
        before_pronoun: affixes.before_pronoun.iter().map(|(a, b)| (fold_str(a), fold_str(b))).collect(),
    }
}
