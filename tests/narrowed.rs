//! Days of publication that nobody states, narrowed by what the articles of a story say together.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests write files, and may fail")]

use factcheck::fact::{Derivation, FactIdx};
use factcheck::load::Options;
use factcheck::run::analyse::{Analysis, analyse};
use std::fs;

/// What is derived: for each fact its article, its value and the words that it was computed from.
fn derived(articles: &[(&str, &str, &str)]) -> Vec<(String, String, Vec<String>)> {
    let folder = tempfile::tempdir().unwrap();
    for (id, header, text) in articles {
        fs::write(folder.path().join(format!("{id}.md")), format!("---\n{header}\n---\n{text}\n")).unwrap();
    }
    let analysis = analyse(&[folder.path().to_owned()], Options::default());
    let words = |idx: &FactIdx| words(&analysis, *idx);
    let facts = analysis.knowledge.facts.iter();
    facts
        .filter_map(|fact| match &fact.derivation {
            Some(Derivation::Narrowed { from }) => {
                let article = analysis.knowledge.article(fact.article)?.id.clone();
                Some((article, fact.value.to_string(), from.iter().map(words).collect()))
            }
            _ => None,
        })
        .collect()
}

fn words(analysis: &Analysis, idx: FactIdx) -> String {
    let fact = analysis.knowledge.fact(idx).unwrap();
    fact.evidence.first().map(|evidence| evidence.words.clone()).unwrap_or_default()
}

fn said(article: &str, value: &str, words: &[&str]) -> (String, String, Vec<String>) {
    (article.to_owned(), value.to_owned(), words.iter().map(|words| (*words).to_owned()).collect())
}

#[test]
fn a_distance_from_a_known_year_narrows_the_day() {
    let articles = [
        ("a1", "language: en", "Angela Merkel visited Morocco 12 years ago."),
        ("a2", "language: ar\npublished: 2022-03-01", "وكانت أنغيلا ميركل قد زارت المغرب في مايو 2010."),
    ];
    assert_eq!(derived(&articles), [said("a1", "2021-02-25/2023-08-10", &["12 years ago", "مايو 2010"])]);
}

#[test]
fn weekdays_and_dates_pull_in_the_ends() {
    let articles = [
        (
            "a1",
            "language: ar",
            "بدأت أنغيلا ميركل اليوم الثلاثاء زيارة إلى المغرب. وأعلن عن ذلك في 12 يونيو الأسبوع الماضي.",
        ),
        ("a2", "language: en\npublished: 2024-06-20", "Angela Merkel began a visit to Morocco in June 2024."),
    ];
    let expected =
        said("a1", "2024-06-18", &["اليوم الثلاثاء", "اليوم الثلاثاء", "12 يونيو الأسبوع الماضي", "June 2024"]);
    assert_eq!(derived(&articles), [expected]);
}

#[test]
fn a_text_alone_narrows_nothing() {
    let articles = [
        ("a1", "language: en", "The minister arrived today, Tuesday."),
        ("a2", "language: en\npublished: 2024-06-20", "Angela Merkel began a visit to Morocco in June 2024."),
    ];
    assert_eq!(derived(&articles), []);
}
