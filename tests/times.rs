//! Dates and times of day, by example: `tests/corpus/<dimension>/<language>.yaml`.

#![expect(clippy::disallowed_methods, reason = "tests read their corpus")]

use factcheck::extract::mention::Mention;
use factcheck::extract::{self, time, word};
use factcheck::lexicon::Lexicon;
use factcheck::lexicon::language::Language;
use factcheck::text::Text;
use factcheck::text::span::Span;
use factcheck::value::notation;
use factcheck::value::time::Time;
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// Languages that read every dimension of time; others have the corpora of those that they read.
const FULL: [&str; 2] = ["ar", "en"];

/// A text with every date and time that it states.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    text: String,
    #[serde(default)]
    reference: Option<String>,
    want: Vec<Want>,
}

/// A mention: its dimension, its value in the notation, what it says without a reference, its words.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Want {
    dimension: String,
    value: String,
    #[serde(default)]
    relative: Option<String>,
    #[serde(default)]
    words: Option<String>,
}

/// What of a text is compared with its example.
type Reader = fn(&Text, &Language, &Lexicon, Option<&Time>) -> Vec<Mention>;

/// Every date and time.
fn times_of(text: &Text, language: &Language, lexicon: &Lexicon, reference: Option<&Time>) -> Vec<Mention> {
    let words = word::words(text, Span::new(0, text.source().len()), language, lexicon);
    time::recognise(&words, text, language, lexicon, reference)
}

/// Every time without a date.
fn vague_of(text: &Text, language: &Language, lexicon: &Lexicon, _: Option<&Time>) -> Vec<Mention> {
    let words = word::words(text, Span::new(0, text.source().len()), language, lexicon);
    time::vague::recognise(&words, text, language, lexicon)
}

/// Every length that is told by the way.
fn lengths_of(text: &Text, language: &Language, lexicon: &Lexicon, reference: Option<&Time>) -> Vec<Mention> {
    let words = word::words(text, Span::new(0, text.source().len()), language, lexicon);
    let mentions = extract::recognise(&words, text, language, lexicon, reference, &[]);
    time::inner::lengths(&words, text, language, lexicon, &mentions)
}

/// Reads the mentions of one example; words are compared only where the example gives them.
fn check(lexicon: &Lexicon, tag: &str, example: &Example, read: Reader) -> Result<(), String> {
    let language = lexicon.language(tag).expect("the corpus is of a known language");
    let text = Text::new(example.text.clone());
    let reference =
        example.reference.as_deref().map(|day| notation::time(day).expect("the reference is a time"));
    let mentions = read(&text, language, lexicon, reference.as_ref());
    let given = |idx: usize| example.want.get(idx).is_some_and(|want| want.words.is_some());
    let found: Vec<Want> = mentions
        .iter()
        .enumerate()
        .map(|(idx, mention)| Want {
            dimension: mention.dimension.name().to_owned(),
            value: mention.value.to_string(),
            relative: mention.relative.clone(),
            words: given(idx).then(|| text.slice(mention.span).to_owned()),
        })
        .collect();
    if let Some(text) = found.iter().find_map(unread) {
        Err(format!("{}\n  the notation does not read {text:?} back", example.text))
    } else if found == example.want {
        Ok(())
    } else {
        Err(format!("{}\n  want {:?}\n  got  {found:?}", example.text, example.want))
    }
}

/// A value, or what it says without a reference, that the notation does not read back as it is written.
fn unread(want: &Want) -> Option<String> {
    let is_time = ["date", "time", "datetime"].contains(&want.dimension.as_str());
    let value = is_time.then_some(&want.value);
    let lost = |text: &&String| !notation::time(text).is_ok_and(|time| time.to_string() == **text);
    value.into_iter().chain(&want.relative).find(lost).cloned()
}

fn run(dimension: &str) {
    run_with(dimension, (30, 8), times_of);
}

fn run_with(dimension: &str, least: (usize, usize), read: Reader) {
    let lexicon = Lexicon::embedded();
    let mut failures = Vec::new();
    for language in lexicon.languages.iter() {
        let path = format!("tests/corpus/{dimension}/{}.yaml", language.tag);
        if !FULL.contains(&language.tag.as_str()) && !Path::new(&path).exists() {
            continue;
        }
        let yaml = fs::read_to_string(&path).expect("every language has a corpus of times");
        let examples: Vec<Example> = serde_yaml::from_str(&yaml).expect("the corpus follows its schema");
        let counter = examples.iter().filter(|example| example.want.is_empty()).count();
        assert!(examples.len() - counter >= least.0 && counter >= least.1, "{path} has too few examples");
        failures.extend(
            examples.iter().filter_map(|example| check(&lexicon, &language.tag, example, read).err()),
        );
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn dates() {
    run("date");
}

#[test]
fn holidays() {
    run("holiday");
}

#[test]
fn vague_times() {
    run_with("vague", (25, 8), vague_of);
}

#[test]
fn times() {
    run("time");
}

#[test]
fn datetimes() {
    run("datetime");
}

#[test]
fn lengths_by_the_way() {
    run_with("duration/by-the-way", (7, 4), lengths_of);
}
