//! Runs the corpus of values: for each dimension and language, texts with the values that they state, and
//! texts that state none.

#![expect(clippy::disallowed_methods, reason = "tests read their corpus")]

use factcheck::extract::mention::{Dimension, Mention};
use factcheck::extract::{number, quantity, word};
use factcheck::lexicon::Lexicon;
use factcheck::text::Text;
use factcheck::text::span::Span;
use serde::Deserialize;
use std::{fs, path::Path};

const DIMENSIONS: [&str; 6] = ["number", "ordinal", "percent", "money", "quantity", "duration"];

/// Languages with the dimensions that they read.
const LANGUAGES: [(&str, &[&str]); 3] =
    [("ar", &DIMENSIONS), ("en", &DIMENSIONS), ("fr", &["number", "money", "quantity"])];

/// A text of the corpus.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    text: String,
    want: Vec<Want>,
    /// Countries that the text is taken to speak of.
    #[serde(default)]
    countries: Vec<String>,
}

/// A mention that a text must yield.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Want {
    dimension: String,
    value: String,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    head: Option<String>,
}

#[test]
fn every_text_of_the_corpus_states_its_values() {
    let lexicon = Lexicon::embedded();
    let mut misses = Vec::new();
    for (language, dimensions) in LANGUAGES {
        for dimension in dimensions {
            let examples = corpus(dimension, language);
            let n_counters = examples.iter().filter(|example| example.want.is_empty()).count();
            assert!(
                examples.len() - n_counters >= 25 && n_counters >= 8,
                "{dimension}/{language} is too small"
            );
            misses.extend(examples.iter().filter_map(|example| miss(&lexicon, language, example)));
        }
    }
    assert!(misses.is_empty(), "\n{}", misses.concat());
}

#[test]
fn a_language_is_told_by_its_words_of_grammar() {
    let lexicon = Lexicon::embedded();
    for (text, tag) in [
        ("The minister said that the law is ready for the house.", "en"),
        ("Le ministre a dit que la loi est prête pour la chambre.", "fr"),
        ("قال الوزير إن القانون جاهز.", "ar"),
        ("Maria Lopez, 42", "en"),
        ("42 LE", "en"),
    ] {
        assert_eq!(lexicon.detect(text).map(|language| language.tag.as_str()), Some(tag), "{text}");
    }
}

#[test]
fn times_win_but_for_ranges_of_counted_things() {
    let lexicon = Lexicon::embedded();
    for (language, text, wanted) in [
        ("ar", "قتل ما بين 1500 و2000 جندي", "quantity 1500..2000 of soldier"),
        ("ar", "قتل جندي بين 1990 و2000", "date 1990/2000"),
        ("ar", "دفع 10-20 دولارا", "money 10..20 USD"),
        ("en", "between 1500 and 2000 soldiers", "quantity 1500..2000 of soldier"),
        ("en", "between 1990 and 2000", "date 1990/2000"),
    ] {
        let found = factcheck::extract::read(text, Some(language), None, &lexicon);
        assert_eq!(found.iter().map(stated).collect::<Vec<_>>(), [wanted], "{text}");
    }
}

#[test]
fn hostile_texts_are_read_to_their_end() {
    let lexicon = Lexicon::embedded();
    let parts = [
        "9",
        "1,",
        "1-2-",
        "and ",
        "half a ",
        "3 or ",
        "(1) ",
        "1 000 ",
        "million ",
        "5 to ",
        "ونصف ",
        "مليون و",
        "بين 3 ",
    ];
    for text in parts.map(|part| part.repeat(20_000)) {
        for (language, _) in LANGUAGES {
            let n_mentions = mentions(&lexicon, language, &text, &[]).len();
            assert!(n_mentions <= text.len(), "no more mentions than bytes");
        }
    }
}

fn corpus(dimension: &str, language: &str) -> Vec<Example> {
    let path = Path::new("tests/corpus").join(dimension).join(language).with_extension("yaml");
    let yaml = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_yaml::from_str(&yaml).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn mentions(lexicon: &Lexicon, language: &str, source: &str, countries: &[String]) -> Vec<Mention> {
    let language = lexicon.language(language).expect("the language is listed");
    let text = Text::new(source.to_owned());
    let words = word::words(&text, Span::new(0, text.source().len()), language, lexicon);
    let numerals = number::scan(&words, &text, language);
    let countries: Vec<_> = countries.iter().map(|country| country.as_str().into()).collect();
    quantity::recognise(&words, &text, language, lexicon, &numerals, &countries)
}

/// What is wrong with the mentions of an example, if anything is.
fn miss(lexicon: &Lexicon, language: &str, example: &Example) -> Option<String> {
    let found: Vec<String> =
        mentions(lexicon, language, &example.text, &example.countries).iter().map(stated).collect();
    let wanted: Vec<String> = example.want.iter().map(wanted).collect();
    (found != wanted)
        .then(|| format!("{language}: {}\n  wanted {wanted:?}\n  found  {found:?}\n", example.text))
}

fn wanted(want: &Want) -> String {
    let unit = want.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let head = want.head.as_deref().map(|head| format!(" of {head}")).unwrap_or_default();
    format!("{} {}{unit}{head}", want.dimension, want.value)
}

fn stated(mention: &Mention) -> String {
    let head = mention.head.as_deref().filter(|_| mention.dimension == Dimension::Quantity);
    let head = head.map(|head| format!(" of {head}")).unwrap_or_default();
    format!("{} {}{head}", mention.dimension.name(), mention.value)
}
