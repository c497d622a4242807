//! Runs the corpus of names: for each language and pair of them, spellings that are taken for one name, and
//! names that look alike and are two.

#![expect(clippy::disallowed_methods, reason = "tests read their corpus")]

use factcheck::extract::mention::Dimension;
use factcheck::extract::mentions;
use factcheck::fact::Article;
use factcheck::lexicon::Lexicon;
use factcheck::lexicon::spelling::Why;
use factcheck::text::Text;
use proptest::prelude::*;
use serde::Deserialize;
use std::fs;
use std::sync::{Arc, LazyLock};

const CORPORA: [&str; 3] = ["ar", "en", "ar-en"];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::embedded);

/// The pairs of one file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pairs {
    same: Vec<[String; 2]>,
    different: Vec<[String; 2]>,
    /// Known faults: one name, not seen as one.
    wrongly_apart: Vec<[String; 2]>,
    /// Known faults: two names, taken for one.
    wrongly_joined: Vec<[String; 2]>,
}

#[test]
fn every_pair_of_the_corpus_is_told() {
    let mut misses = Vec::new();
    for name in CORPORA {
        let yaml = fs::read_to_string(format!("tests/corpus/name/{name}.yaml")).unwrap();
        let pairs: Pairs = serde_yaml::from_str(&yaml).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(pairs.same.len() >= 20 && pairs.different.len() >= 10, "{name} is too small");
        for (pairs, want) in [
            (pairs.same, true),
            (pairs.different, false),
            (pairs.wrongly_apart, false),
            (pairs.wrongly_joined, true),
        ] {
            for [left, right] in pairs {
                let decision = LEXICON.is_same_name(&left, &right);
                if decision.same != want {
                    misses.push(format!("{name}: {left} / {right}: {}\n", decision.why));
                }
            }
        }
    }
    assert!(misses.is_empty(), "\n{}", misses.concat());
}

/// A text and the names in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    text: String,
    names: Vec<String>,
}

#[test]
fn every_name_of_a_text_is_read_whole_and_no_other_word() {
    let mut misses = Vec::new();
    for tag in ["ar", "en"] {
        let yaml = fs::read_to_string(format!("tests/corpus/name/mention/{tag}.yaml")).unwrap();
        let texts: Vec<Named> = serde_yaml::from_str(&yaml).unwrap_or_else(|error| panic!("{tag}: {error}"));
        for Named { text, names } in texts {
            let article = Article {
                text: Some(Arc::new(Text::new(text.clone()))),
                language: Some(tag.to_owned()),
                ..Article::default()
            };
            let (_, mentions) = mentions(&article, &LEXICON);
            let read: Vec<&str> = mentions
                .iter()
                .filter(|mention| mention.dimension == Dimension::Name)
                .filter_map(|mention| text.get(mention.span.start..mention.span.end))
                .collect();
            if read != names {
                misses.push(format!("{tag}: {text}: {read:?} instead of {names:?}\n"));
            }
        }
    }
    assert!(misses.is_empty(), "\n{}", misses.concat());
}

#[test]
fn a_decision_says_why() {
    let why = |left, right| LEXICON.is_same_name(left, right).why;
    assert_eq!(why("Angela Merkel", "أنغيلا ميركل"), Why::KnownAsOne);
    assert_eq!(why("France", "Germany"), Why::KnownApart);
    assert_eq!(why("García", "GARCIA"), Why::SameLetters);
    assert_eq!(why("Lavrovski", "لافروفسكي"), Why::SameSounds);
    assert_eq!(why("Tanaka Kenji", "Kenji Tanaka"), Why::OrderDiffers);
    assert_eq!(why("J. Whitfield", "John Whitfield"), Why::Initial);
    assert_eq!(why("نصر الله", "نصرالله"), Why::SpacesDiffer);
    assert_eq!(why("سالم", "سليم"), Why::GivenNamesDiffer("سالم".to_owned(), "سليم".to_owned()));
    assert_eq!(why("", "."), Why::Empty);
}

#[test]
fn spellings_of_one_name_share_their_key() {
    for (left, right) in [
        ("Mohammed Saleh", "Muhammad Salih"),
        ("محمد صالح", "Mohamed Saleh"),
        ("عبد الرحمن فهمي", "عبدالرحمن فهمي"),
        ("جوتيريش", "غوتيريش"),
        ("Al-Masri", "El Masri"),
    ] {
        assert_eq!(LEXICON.name_key(left), LEXICON.name_key(right), "{left} / {right}");
    }
    for (left, right) in [("سالم", "سليم"), ("حسن", "حسين"), ("Karen", "Darren"), ("Salem", "Saleem")]
    {
        assert_ne!(LEXICON.name_key(left), LEXICON.name_key(right), "{left} / {right}");
    }
}

#[test]
fn hostile_names_are_compared_to_their_end() {
    for part in ["ا", "a", "عبد ", "al-", "\u{202e}x", "١"] {
        let long = part.repeat(20_000);
        assert!(LEXICON.is_same_name(&long, &long).same || long.trim().is_empty());
        assert!(!LEXICON.is_same_name(&long, "Kenji").same);
    }
}

proptest! {
    #[test]
    fn a_name_is_its_own_and_order_changes_nothing(left in "[a-zA-Zا-ي' -]{0,14}", right in "[a-zA-Zا-ي' -]{0,14}") {
        let own = LEXICON.is_same_name(&left, &left);
        prop_assert!(own.same || own.why == Why::Empty, "{left}: {}", own.why);
        let (there, back) = (LEXICON.is_same_name(&left, &right), LEXICON.is_same_name(&right, &left));
        prop_assert_eq!(there.same, back.same);
    }
}
