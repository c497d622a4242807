//! What policy makes of findings: severities, waivers, identities, the order, the outcome.

use crate::fact::{Article, ArticleIdx, Fact, FactIdx};
use crate::finding::reason::Reason;
use crate::finding::rule::{Rule, Severity};
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::graph::question::{Link, Question, QuestionIdx};
use crate::policy::named::Findings;
use crate::policy::waiver::Waiver;
use crate::policy::{Judged, Outcome, Settings, fingerprint, judge, outcome};
use crate::value::Value;
use crate::value::notation;
use std::collections::BTreeMap;

#[test]
fn rule_wins_over_kind_and_kind_over_default() {
    let named = |name: &str, severity| BTreeMap::from([(name.to_owned(), severity)]);
    let kinds = Settings { kind_severity: named("toll", Severity::Note), ..Settings::default() };
    let cases = [
        (Settings::default(), Some(Severity::Error)),
        (kinds.clone(), Some(Severity::Note)),
        (
            Settings { severities: named("number-conflict", Severity::Warning), ..kinds.clone() },
            Some(Severity::Warning),
        ),
        (Settings { severities: named("number-conflict", Severity::Off), ..kinds }, None),
    ];
    for (settings, expected) in cases {
        let judged = judge(vec![conflict()], &knowledge(["a", "b"]), &settings);
        assert_eq!(judged.first().map(|judged| judged.severity), expected, "{settings:?}");
    }
}

#[test]
fn kind_leaves_findings_alone_that_are_no_contradiction() {
    let kind_severity = BTreeMap::from([("toll".to_owned(), Severity::Error)]);
    let settings = Settings { kind_severity, ..Settings::default() };
    let origin = Finding { rule: Rule::SameOrigin, severity: Severity::Note, ..conflict() };
    assert_eq!(judge(vec![origin], &knowledge(["a", "b"]), &settings)[0].severity, Severity::Note);
}

#[test]
fn waivers_name_findings_until_their_day() {
    let knowledge = knowledge(["a", "b"]);
    let id = fingerprint::of(&conflict(), &knowledge);
    let upper = id.to_uppercase();
    let cases = [
        (id.as_str(), "2026-06-01", vec![("number-conflict", true)]),
        (upper.split_at(8).0, "2026-01-01", vec![("number-conflict", true)]),
        ("number-conflict toll", "2026-06-01", vec![("number-conflict", true)]),
        (id.split_at(7).0, "2026-06-01", vec![("number-conflict", false), ("waiver-unused", false)]),
        ("number-conflict", "2026-06-01", vec![("number-conflict", false), ("waiver-unused", false)]),
        ("number-conflict length", "2026-06-01", vec![("number-conflict", false), ("waiver-unused", false)]),
        (&id, "2025-12-31", vec![("number-conflict", false), ("waiver-expired", false)]),
    ];
    for (finding, until, expected) in cases {
        let settings = Settings {
            waivers: vec![waiver(finding, until)],
            today: Some("2026-01-01".parse().unwrap()),
            ..Settings::default()
        };
        let mut found: Vec<_> = names(&judge(vec![conflict()], &knowledge, &settings));
        found.sort_unstable();
        assert_eq!(found, expected, "{finding} until {until}");
    }
}

#[test]
fn nothing_expires_without_a_day() {
    let settings =
        Settings { waivers: vec![waiver("number-conflict toll", "2001-01-01")], ..Settings::default() };
    assert_eq!(
        names(&judge(vec![conflict()], &knowledge(["a", "b"]), &settings)),
        [("number-conflict", true)]
    );
}

#[test]
fn identity_does_not_hang_on_order_or_place() {
    let identity = fingerprint::of(&conflict(), &knowledge(["a", "b"]));
    let swapped = Finding { left: vec![FactIdx(1)], right: vec![FactIdx(0)], ..conflict() };
    assert_eq!(fingerprint::of(&swapped, &knowledge(["a", "b"])), identity);
    let mut reordered = knowledge(["a", "b"]);
    reordered.articles.reverse();
    for fact in &mut reordered.facts {
        fact.article = ArticleIdx(1 - fact.article.0);
    }
    reordered.facts.reverse();
    assert_eq!(fingerprint::of(&conflict(), &reordered), identity);
    assert_ne!(fingerprint::of(&conflict(), &knowledge(["a", "c"])), identity);
    assert_ne!(
        fingerprint::of(&Finding { rule: Rule::SelfConflict, ..conflict() }, &knowledge(["a", "b"])),
        identity
    );
}

#[test]
fn identity_outlives_articles_that_come_later() {
    let before = identified(&story(&[("a", "14", 4), ("b", "17", 4)]));
    for (case, articles) in [
        ("to the left", &[("a", "14", 4), ("b", "17", 4), ("c", "14", 5)]),
        ("to the right", &[("a", "14", 4), ("b", "17", 4), ("aa", "17", 5)]),
        ("with another file's name", &[("a", "14", 4), ("b", "17", 4), ("other/a", "14", 5)]),
    ] {
        assert_eq!(identified(&story(articles)), before, "{case}");
    }
    assert_ne!(identified(&story(&[("a", "15", 4), ("b", "17", 4)])), before);
}

#[test]
fn decision_on_two_articles_holds_whoever_joins_them() {
    let before = identified(&story(&[("a", "14", 4), ("b", "17", 4)]));
    let earlier = story(&[("a", "14", 4), ("b", "17", 4), ("0", "14", 1), ("1", "17", 2)]);
    assert_ne!(identified(&earlier), before);
    let waived = |id: &str| {
        let settings = Settings { waivers: vec![waiver(id, "2026-06-01")], ..Settings::default() };
        let judged = judge(vec![sided(&earlier)], &earlier, &settings);
        judged.first().is_some_and(|judged| judged.waived.is_some())
    };
    assert!(waived(&before) && waived(before.split_at(12).0) && waived(&identified(&earlier)));
    let other = identified(&story(&[("a", "14", 4), ("b", "18", 4)]));
    assert!(!waived(&other));
}

#[test]
fn identity_of_copies_outlives_a_copy() {
    let knowledge = story(&[("a", "14", 4), ("b", "14", 4), ("0", "14", 1)]);
    let copies = |of: &[usize]| Finding {
        rule: Rule::SameOrigin,
        question: None,
        left: Vec::new(),
        right: Vec::new(),
        detail: Detail::Origin(of.iter().map(|idx| ArticleIdx(*idx)).collect()),
        ..conflict()
    };
    let before = fingerprint::of(&copies(&[0, 1]), &knowledge);
    let judged = judge(vec![copies(&[0, 1, 2])], &knowledge, &Settings::default());
    assert_ne!(judged[0].fingerprint, before);
    assert_eq!(Findings::new(&judged, &knowledge).named(&before).len(), 1);
}

#[test]
fn facts_that_cannot_all_hold_are_one_whoever_tells_them() {
    let core = |knowledge: &Knowledge, facts: &[usize]| {
        let left = facts.iter().map(|idx| FactIdx(*idx)).collect();
        fingerprint::of(&Finding { left, right: Vec::new(), ..conflict() }, knowledge)
    };
    let told = story(&[("a", "14", 4), ("b", "17", 4), ("0", "14", 1)]);
    assert_eq!(core(&told, &[0, 1]), core(&told, &[1, 2]));
    assert_ne!(core(&told, &[0]), core(&told, &[2]));
}

#[test]
fn findings_that_say_the_same_are_told_apart() {
    let judged = judge(vec![conflict(), conflict()], &knowledge(["a", "b"]), &Settings::default());
    assert_ne!(judged[0].id(), judged[1].id());
    assert_eq!(judged[0].id().len(), 12);
}

#[test]
fn order_of_findings_does_not_matter() {
    let note = Finding { rule: Rule::SameOrigin, severity: Severity::Note, ..conflict() };
    let warning = Finding { rule: Rule::ModalityEscalation, severity: Severity::Warning, ..conflict() };
    let knowledge = knowledge(["a", "b"]);
    let sorted = |findings| names(&judge(findings, &knowledge, &Settings::default()));
    let expected = [("number-conflict", false), ("modality-escalation", false), ("same-origin", false)];
    assert_eq!(sorted(vec![note.clone(), conflict(), warning.clone()]), expected);
    assert_eq!(sorted(vec![warning, note, conflict()]), expected);
}

#[test]
fn outcome_counts_what_is_open_and_severe() {
    let knowledge = knowledge(["a", "b"]);
    let judged = judge(vec![conflict()], &knowledge, &Settings::default());
    assert_eq!(outcome(&judged, Some(Severity::Error), 0), Outcome::Findings);
    assert_eq!(outcome(&judged, Some(Severity::Error), 1), Outcome::Failed);
    assert_eq!(outcome(&judged, None, 0), Outcome::Clean);
    let waived: Vec<_> =
        judged.into_iter().map(|judged| Judged { waived: Some(String::new()), ..judged }).collect();
    assert_eq!(outcome(&waived, Some(Severity::Note), 0), Outcome::Clean);
}

fn names(judged: &[Judged]) -> Vec<(&'static str, bool)> {
    judged.iter().map(|judged| (judged.finding.rule.name(), judged.waived.is_some())).collect()
}

fn conflict() -> Finding {
    Finding {
        rule: Rule::Verdict(Reason::NumberConflict),
        severity: Severity::Error,
        question: Some(QuestionIdx(0)),
        left: vec![FactIdx(0)],
        right: vec![FactIdx(1)],
        detail: Detail::Sides,
    }
}

/// Two articles of the given ids, each with one fact of the kind `toll`.
fn knowledge(ids: [&str; 2]) -> Knowledge {
    let article = |id: &str| Article { id: id.to_owned(), identity: id.to_owned(), ..Article::default() };
    let fact = |article: usize, value: &str| Fact {
        ..Fact::new(ArticleIdx(article), "toll", Value::State(value.to_owned()))
    };
    let question = Question {
        story: "s".to_owned(),
        kind: "toll".to_owned(),
        link: Link::default(),
        slots: BTreeMap::new(),
        classes: Vec::new(),
    };
    Knowledge {
        articles: ids.map(article).into(),
        facts: vec![fact(0, "left"), fact(1, "right")],
        questions: vec![question],
        ..Knowledge::default()
    }
}

/// Articles of one story, each with one fact of the kind `toll` and its day in May.
fn story(articles: &[(&str, &str, i8)]) -> Knowledge {
    let article = |(id, _, day): &(&str, &str, i8)| Article {
        id: (*id).to_owned(),
        identity: id.rsplit('/').next().unwrap_or(id).to_owned(),
        published: notation::time(&format!("2025-05-{day:02}")).ok(),
        ..Article::default()
    };
    let fact = |(idx, (_, value, _)): (usize, &(&str, &str, i8))| {
        Fact::new(ArticleIdx(idx), "toll", Value::State((*value).to_owned()))
    };
    Knowledge {
        articles: articles.iter().map(article).collect(),
        facts: articles.iter().enumerate().map(fact).collect(),
        ..knowledge(["", ""])
    }
}

/// The conflict of a story: whoever says what its first article says, against the others.
fn sided(knowledge: &Knowledge) -> Finding {
    let first = knowledge.facts.first().map(|fact| &fact.value);
    let all = (0..knowledge.facts.len()).map(FactIdx);
    let (left, right) = all.partition(|idx| knowledge.fact(*idx).map(|fact| &fact.value) == first);
    Finding { left, right, ..conflict() }
}

fn identified(knowledge: &Knowledge) -> String {
    fingerprint::of(&sided(knowledge), knowledge)
}

fn waiver(finding: &str, until: &str) -> Waiver {
    Waiver {
        finding: finding.to_owned(),
        reason: "both were checked".to_owned(),
        owner: "desk".to_owned(),
        until: until.parse().unwrap(),
        path: "factcheck.yaml".into(),
        line: 3,
    }
}
