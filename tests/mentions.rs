//! Runs the corpus of mentions: for each language, texts with their numbers and times as `mentions` writes them.

#![expect(clippy::disallowed_methods, reason = "tests read files, and may fail")]

use serde::Deserialize;
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// The languages with a corpus.
const LANGUAGES: [&str; 2] = ["ar", "en"];

/// The day of writing of every text.
const WRITTEN: &str = "2024-06-20";

/// A text and its numbers and times: `words: value [to] [modifier] [of noun]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    text: String,
    want: Vec<String>,
}

#[test]
fn every_text_has_its_numbers_and_times() {
    let mut misses = String::new();
    for language in LANGUAGES {
        let yaml = fs::read_to_string(format!("tests/corpus/mention/{language}.yaml")).unwrap();
        let examples: Vec<Example> = serde_yaml::from_str(&yaml).unwrap();
        let lines: Vec<String> = examples.iter().map(|example| line(language, &example.text)).collect();
        for (example, found) in examples.iter().zip(mentions(&lines)) {
            if found != example.want {
                writeln!(misses, "{}\n  want {:?}\n  got  {found:?}", example.text, example.want).unwrap();
            }
        }
    }
    assert!(misses.is_empty(), "\n{misses}");
}

fn line(language: &str, text: &str) -> String {
    serde_json::json!({"id": "x", "language": language, "text": text, "reference_time": WRITTEN}).to_string()
}

/// The mentions of some texts, as the program writes them.
fn mentions(lines: &[String]) -> Vec<Vec<String>> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .args(["mentions", "--input", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("its input is piped");
    input.write_all(lines.join("\n").as_bytes()).expect("it reads its input");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let told = |line: &str| {
        let object: Value = serde_json::from_str(line).expect("a line is an object");
        let all = object["mentions"].as_array().expect("it has mentions");
        let is_value = |mention: &&Value| mention["dimension"] != "name" && mention["dimension"] != "quote";
        all.iter().filter(is_value).map(shown).collect()
    };
    String::from_utf8_lossy(&output.stdout).lines().map(told).collect()
}

fn shown(mention: &Value) -> String {
    let field = |name: &str| mention[name].as_str().unwrap_or_default().to_owned();
    let mut shown = format!("{}: {}", field("text"), field("value"));
    for (lead, name) in [("..", "value_to"), (" ", "modifier"), (" of ", "head")] {
        if !field(name).is_empty() {
            shown.push_str(lead);
            shown.push_str(&field(name));
        }
    }
    shown
}
