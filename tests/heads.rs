//! Runs the corpus of heads: for each language, sentences with what each of their numbers counts.

#![expect(clippy::disallowed_methods, reason = "tests read files, and may fail")]

use factcheck::extract::extract;
use factcheck::extract::figure::Figure;
use factcheck::extract::figure::noun::Head;
use factcheck::fact::{Article, ArticleIdx};
use factcheck::lexicon::Lexicon;
use factcheck::text::{Text, hash};
use serde::Deserialize;
use std::fmt::Write;
use std::sync::Arc;
use std::{fs, path::Path};

/// Languages with a corpus.
const LANGUAGES: [&str; 2] = ["ar", "en"];

/// The kind of the numbers that count.
const NUMBER: &str = "number-given";

/// What a number counts that no list knows, and what counts nothing.
const UNLISTED: &str = "~";
const NOTHING: &str = "-";

/// A sentence of the corpus.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    text: String,
    /// What its numbers count, each as `value concept`, in the order of the text.
    want: Vec<String>,
    /// A sentence whose only number counts what the only one of this counts, in another number of the noun.
    #[serde(default)]
    like: Option<String>,
}

#[test]
fn every_number_counts_its_noun() {
    let lexicon = Lexicon::embedded();
    let mut misses = String::new();
    for language in LANGUAGES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/head").join(language);
        let examples: Vec<Example> =
            serde_yaml::from_str(&fs::read_to_string(path.with_extension("yaml")).unwrap()).unwrap();
        let counts_nothing = |want: &String| want.ends_with(NOTHING);
        assert!(examples.iter().any(|example| example.want.iter().any(counts_nothing)), "{language}");
        for example in examples {
            let numbers = numbers(&lexicon, language, &example.text);
            let fits = numbers.len() == example.want.len()
                && numbers.iter().zip(&example.want).all(|(number, want)| is(number, want));
            if !fits {
                let got: Vec<String> = numbers.iter().map(|number| shown(number, &example.want)).collect();
                writeln!(misses, "{}\n  want {:?}\n  got  {got:?}", example.text, example.want).unwrap();
            }
            let key =
                |numbers: &[Figure]| numbers.first().and_then(|number| number.head).map(|head| head.key);
            if let Some(like) = example.like
                && key(&self::numbers(&lexicon, language, &like)) != key(&numbers)
            {
                writeln!(misses, "{}\n  is not like {like}", example.text).unwrap();
            }
        }
    }
    assert!(misses.is_empty(), "\n{misses}");
}

/// The numbers of a text.
fn numbers(lexicon: &Lexicon, language: &str, source: &str) -> Vec<Figure> {
    let text = Some(Arc::new(Text::new(source.to_owned())));
    let article = Article { text, language: Some(language.to_owned()), ..Article::default() };
    let mut figures = extract(&article, ArticleIdx(0), lexicon).figures;
    figures.retain(|figure| figure.fact.kind == NUMBER);
    figures
}

/// Whether a number is what is wanted.
fn is(number: &Figure, want: &str) -> bool {
    let (value, concept) = want.rsplit_once(' ').unwrap_or((want, NOTHING));
    let is_head =
        |head: Head| if concept == UNLISTED { !head.is_listed } else { head.key == hash::of(concept) };
    number.fact.value.to_string() == value && number.head.map_or(concept == NOTHING, is_head)
}

/// A number with what it counts, as far as that is among what is wanted.
fn shown(number: &Figure, wanted: &[String]) -> String {
    let is_it = |want: &&String| is(number, &format!("{} {}", number.fact.value, concept(want)));
    let told = wanted.iter().find(is_it).map_or("?", |want| concept(want));
    let told = if number.head.is_none() { NOTHING } else { told };
    let told = if number.head.is_some_and(|head| !head.is_listed) { UNLISTED } else { told };
    format!("{} {told}", number.fact.value)
}

/// The concept of what is wanted.
fn concept(want: &str) -> &str {
    want.rsplit_once(' ').map_or(want, |(_, concept)| concept)
}
