//! Runs the corpus of kinds: for each language, sentences with the facts that they state.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read and write files, and may fail"
)]

use factcheck::load::Options;
use factcheck::run::analyse::{Analysis, analyse};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::{fs, path::Path};

/// Languages with a corpus.
const LANGUAGES: [&str; 2] = ["ar", "en"];

/// A sentence of the corpus.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    text: String,
    /// The facts that it must yield of the kinds that the corpus asks for, each as `kind value`.
    want: Vec<String>,
}

#[test]
fn every_sentence_states_its_facts() {
    let mut misses = String::new();
    for language in LANGUAGES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/kind").join(language);
        let examples: Vec<Example> =
            serde_yaml::from_str(&fs::read_to_string(path.with_extension("yaml")).unwrap()).unwrap();
        assert!(examples.iter().any(|example| example.want.is_empty()), "{language}: no counter-example");
        let kinds: BTreeSet<String> =
            examples.iter().flat_map(|example| &example.want).map(|fact| kind(fact)).collect();
        let analysis = read(&examples, language);
        for (idx, example) in examples.iter().enumerate() {
            let got = facts(&analysis, &kinds, &name(idx));
            if got != example.want {
                writeln!(misses, "{}\n  want {:?}\n  got  {got:?}", example.text, example.want).unwrap();
            }
        }
    }
    assert!(misses.is_empty(), "\n{misses}");
}

/// The kind of a fact written as `kind value`.
fn kind(fact: &str) -> String {
    fact.split(' ').next().unwrap_or_default().to_owned()
}

fn name(idx: usize) -> String {
    format!("s{idx:03}")
}

/// Reads each sentence as an article and story of its own.
fn read(examples: &[Example], language: &str) -> Analysis {
    let folder = tempfile::tempdir().unwrap();
    for (idx, example) in examples.iter().enumerate() {
        let name = name(idx);
        let header = format!("story: {name}\nlanguage: {language}\npublished: 2026-03-12");
        let text = format!("---\n{header}\n---\n{}\n", example.text);
        fs::write(folder.path().join(name).with_extension("md"), text).unwrap();
    }
    analyse(&[folder.path().to_owned()], Options::default())
}

/// The facts of an article that are of these kinds, in the order of the text.
fn facts(analysis: &Analysis, kinds: &BTreeSet<String>, article: &str) -> Vec<String> {
    let known = &analysis.knowledge;
    let facts = known.facts.iter().filter(|fact| {
        kinds.contains(&fact.kind) && known.article(fact.article).is_some_and(|found| found.id == article)
    });
    facts.map(|fact| format!("{} {}", fact.kind, fact.value)).collect()
}
