//! Reports over one hand-made knowledge: what every format writes of it, and that nothing steers a terminal.

#![expect(clippy::unwrap_used, reason = "tests may fail")]

use factcheck::fact::slot::Slot;
use factcheck::fact::{
    Article, ArticleIdx, Binding, Derivation, Event, EventIdx, Evidence, EvidenceStatus, Fact, FactIdx,
    Modality, SlotValue, Stance,
};
use factcheck::finding::reason::Reason;
use factcheck::finding::rule::Rule;
use factcheck::finding::{Detail, Finding, Verdict};
use factcheck::graph::Knowledge;
use factcheck::graph::alike::weighed::Weighed;
use factcheck::graph::alike::wording::Wordings;
use factcheck::graph::neighbours::Neighbourhood;
use factcheck::graph::question::{Class, Link, Question, QuestionIdx};
use factcheck::policy::waiver::Waiver;
use factcheck::policy::{self, Judged, Settings};
use factcheck::report::{self, Options, ProblemLine, Report, explain, safe};
use factcheck::text::Text;
use factcheck::text::position::LineIndex;
use factcheck::text::span::Span;
use factcheck::value::compare::Comparison;
use factcheck::value::place::Place;
use factcheck::value::words::{Name, Words};
use factcheck::value::{Value, notation};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const ARABIC: &str = "أعلن مكتب الميناء أن السفن نقلت نحو 6700 حاوية من بلد إلى آخر في الشتاء الماضي، ولم يقل من كان صاحبها ولا ما \
كان فيها من بضائع.\nوتستمر الزيارة يومين، ويلتقي الوفد في مصنع قديم.\nبنيت القاعة قبل 24 عامًا.\n";
const ENGLISH: &str = "The ships carried 7600 containers last winter, the harbour office said.\nThe visit lasts two days; the \
delegation meets at the spaceport.\n\"We will stop the ships before the year ends,\" the mayor said.\nIt began on 3 May and ended on 1 May.\n";
const LATER: &str = "\"We will not stop the ships before the year ends,\" the mayor said.\nThe toll rose from 12 to 15 dead.\n";

#[test]
fn writes_the_text_report() {
    let sample = Sample::new();
    insta::assert_snapshot!("text", sample.write("text", &options()));
}

#[test]
fn writes_the_json_report() {
    let sample = Sample::new();
    let json = sample.write("json", &options());
    serde_json::from_str::<serde_json::Value>(&json).unwrap();
    insta::assert_snapshot!("json", json.replace("},{", "},\n  {").replace("}],\"", "}],\n \""));
}

#[test]
fn writes_isolates_and_colour_only_when_asked() {
    let sample = Sample::new();
    // The only test that asks for colour, since `colored` keeps the decision in a global.
    colored::control::set_override(true);
    let options = Options { color: true, isolate: true, ..options() };
    let bright = sample.write("text", &options);
    assert!(bright.contains("\u{1b}[31m[-نحو 6700 حاوية-]\u{1b}[0m"), "{bright}");
    let isolated: String =
        bright.chars().filter(|character| !matches!(character, '\u{2068}' | '\u{2069}')).collect();
    assert!(isolated.len() < bright.len());
    for line in bright.lines() {
        let count = |wanted: char| line.chars().filter(|character| *character == wanted).count();
        assert_eq!(count('\u{2068}'), count('\u{2069}'), "{line}");
    }
    assert_eq!(sample.write("json", &options), sample.write("json", &self::options()));
}

#[test]
fn sends_nothing_unsafe_to_a_terminal() {
    let sample = Sample::new();
    for (name, _) in report::FORMATS {
        let written = sample.write(name, &options());
        let unsafe_character =
            written.chars().find(|character| safe::is_unsafe(*character) && *character != '\n');
        assert_eq!(unsafe_character, None, "{name}");
    }
    let json: serde_json::Value = serde_json::from_str(&sample.write("json", &options())).unwrap();
    assert_eq!(json["articles"][1]["title"], HOSTILE_TITLE);
}

#[test]
fn keeps_only_what_counts_when_quiet() {
    let sample = Sample::new();
    let quiet = sample.write("text", &Options { quiet: true, ..options() });
    assert!(quiet.contains("error[number-conflict]"));
    for absent in ["agreements", "waived warning", "single facts", "note:"] {
        assert!(!quiet.contains(absent), "{absent}\n{quiet}");
    }
}

#[test]
fn says_so_when_there_is_nothing() {
    let knowledge = Knowledge::default();
    let report = Report { knowledge: &knowledge, verdicts: &[], judged: &[], problems: &[] };
    let mut out = Vec::new();
    report::terminal::render(&report, &Options::default(), &mut out).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), "0 articles · 0 facts · 0 agreements · 0 contradictions\n");
}

#[test]
fn writes_an_explanation() {
    let sample = Sample::new();
    let steps = [
        explain::Step {
            title: "both answer one question".to_owned(),
            detail: "their kinds are equal and no slot differs".to_owned(),
            evidence: vec![FactIdx(0), FactIdx(1)],
        },
        explain::Step { title: "disjoint numbers".to_owned(), ..explain::Step::default() },
    ];
    let mut out = Vec::new();
    explain::render(&steps, &sample.knowledge, &options(), &mut out).unwrap();
    insta::assert_snapshot!("explanation", String::from_utf8(out).unwrap());
}

#[test]
fn names_every_format() {
    let names: Vec<_> = report::FORMATS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["text", "json"]);
    assert!(names.iter().all(|name| report::format(name).is_some()) && report::format("other").is_none());
}

/// Clears the screen, and turns the direction of what follows.
const HOSTILE_TITLE: &str = "Ships\u{1b}[2J \u{202e}come\r\nand \u{9b}31mgo";

struct Sample {
    knowledge: Knowledge,
    verdicts: Vec<Verdict>,
    judged: Vec<Judged>,
    problems: Vec<ProblemLine>,
}

impl Sample {
    fn new() -> Self {
        let knowledge = knowledge();
        let verdicts = verdicts();
        let judged = judged(&knowledge);
        let problems = vec![ProblemLine {
            path: Some("facts/008.yaml".into()),
            line: 4,
            column: 3,
            message: "unknown key \"deths\", expected one of: kind, value, slots".to_owned(),
            is_error: true,
        }];
        Self { knowledge, verdicts, judged, problems }
    }

    fn write(&self, format: &str, options: &Options) -> String {
        let (knowledge, verdicts) = (&self.knowledge, &self.verdicts);
        let report = Report { knowledge, verdicts, judged: &self.judged, problems: &self.problems };
        let mut out = Vec::new();
        report::format(format).unwrap()(&report, options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }
}

fn options() -> Options {
    let kinds = [("container-count", "containers shipped"), ("statement", "what was said")];
    let kinds = kinds.map(|(id, about)| (id.to_owned(), about.to_owned())).into();
    Options { kinds, ..Options::default() }
}

fn knowledge() -> Knowledge {
    let articles = vec![
        Article { language: Some("ar".to_owned()), ..article("001", Some(ARABIC)) },
        Article {
            title: Some(HOSTILE_TITLE.to_owned()),
            publisher: Some("Example Daily".to_owned()),
            published: Some(notation::time("2024-06-18").unwrap()),
            language: Some("en".to_owned()),
            ..article("005", Some(ENGLISH))
        },
        Article { fact_path: Some("facts/007.yaml".into()), ..article("007", None) },
        Article { language: Some("en".to_owned()), ..article("009", Some(LATER)) },
    ];
    let harbour = vec![Name { name: "مكتب الميناء".to_owned(), ..Name::default() }];
    let relative = Derivation::Resolved {
        relative: "-P24Y".to_owned(),
        reference: notation::time("2024-06-18").unwrap(),
    };
    let facts = vec![
        Fact {
            holder: harbour,
            ..fact(&articles, 0, "container-count", amount("about 6700"), "نحو 6700 حاوية")
        },
        fact(&articles, 1, "container-count", amount("7600"), "7600 containers"),
        Fact { event: Some(EventIdx(0)), ..fact(&articles, 0, "visit-length", days("P2D"), "يومين") },
        fact(&articles, 1, "visit-length", days("P2D"), "two days"),
        declared(fact(&articles, 2, "visit-length", days("P2D"), "قضى الوفد\nيومين هناك"), 12),
        fact(&articles, 0, "meeting-place", place("مصنع", "factory", "spaceport"), "مصنع قديم"),
        fact(&articles, 1, "meeting-place", place("spaceport", "spaceport", "factory"), "the spaceport"),
        fact(
            &articles,
            1,
            "statement",
            quote("We will stop the ships before the year ends"),
            "We will stop the ships before the year ends",
        ),
        fact(
            &articles,
            3,
            "statement",
            quote("We will not stop the ships before the year ends"),
            "We will not stop the ships before the year ends",
        ),
        fact(&articles, 3, "deaths", amount("12"), "12"),
        Fact { modality: Modality::Possible, ..fact(&articles, 3, "deaths", amount("15"), "15 dead") },
        fact(&articles, 1, "began", time("XXXX-05-03"), "3 May"),
        fact(&articles, 1, "ended", time("XXXX-05-01"), "1 May"),
        Fact {
            stance: Stance::Denied,
            derivation: Some(relative),
            ..fact(&articles, 0, "built", time("-P24Y"), "قبل 24 عامًا")
        },
    ];
    let slots = BTreeMap::from([
        (Slot::From, slot(&["North Korea"], Binding::Bound)),
        (Slot::To, slot(&["Russia"], Binding::Inherited)),
    ]);
    let mut facts = facts;
    facts[0].slots = slots.clone();
    facts[1].slots = slots.clone();
    let questions = vec![
        Question { slots, ..question("container-count", &facts, &[&[0], &[1]]) },
        question("visit-length", &facts, &[&[2, 3, 4]]),
        question("meeting-place", &facts, &[&[5], &[6]]),
        question("statement", &facts, &[&[7], &[8]]),
        question("deaths", &facts, &[&[9], &[10]]),
        question("began", &facts, &[&[11]]),
        question("ended", &facts, &[&[12]]),
        question("built", &facts, &[&[13]]),
    ];
    let event = Event {
        event_type: "visit".to_owned(),
        slots: BTreeMap::from([
            (Slot::Who, slot(&["Vladimir Putin", "Kim Jong Un"], Binding::Bound)),
            (Slot::When, SlotValue { values: vec![time("2024-06-18/2024-06-19")], binding: Binding::Bound }),
        ]),
        modality: Modality::Actual,
        is_main: true,
        span: Span::new(0, 0),
    };
    Knowledge {
        weighed: Weighed::default(),
        wordings: Wordings::default(),
        articles,
        events: vec![event],
        facts,
        questions,
        places: Vec::new(),
        neighbourhood: Neighbourhood::default(),
        origins: vec![1, 2, 1, 2],
    }
}

fn verdicts() -> Vec<Verdict> {
    vec![
        verdict(0, &[0], &[1], Reason::NumberConflict),
        verdict(1, &[2], &[3, 4], Reason::SameValue),
        verdict(2, &[5], &[6], Reason::PlaceConflict),
        verdict(3, &[7], &[8], Reason::QuoteAltered),
        verdict(4, &[9], &[10], Reason::Update),
        Verdict {
            core: vec![FactIdx(11), FactIdx(12), FactIdx(3)],
            ..verdict(5, &[], &[], Reason::SequenceConflict)
        },
    ]
}

fn judged(knowledge: &Knowledge) -> Vec<Judged> {
    let findings = vec![
        finding(Reason::NumberConflict, 0, &[0], &[1]),
        finding(Reason::PlaceConflict, 2, &[5], &[6]),
        Finding {
            detail: Detail::MissingWords("not".to_owned()),
            ..finding(Reason::QuoteAltered, 3, &[7], &[8])
        },
        finding(Reason::SequenceConflict, 5, &[11, 12, 3], &[]),
        Finding {
            rule: Rule::EvidenceMissing,
            question: None,
            detail: Detail::File {
                path: "facts/007.yaml".into(),
                line: 12,
                column: 15,
                fault: "the article does not hold these words".to_owned(),
            },
            ..finding(Reason::SequenceConflict, 0, &[4], &[])
        },
    ];
    let waivers = ["quote-altered statement", "0123456789ab"].map(|finding| Waiver {
        finding: finding.to_owned(),
        reason: "the mayor's office sent both \u{1b}[1mwordings".to_owned(),
        owner: "desk".to_owned(),
        until: "2030-01-01".parse().unwrap(),
        path: "factcheck.yaml".into(),
        line: 7,
    });
    policy::judge(findings, knowledge, &Settings { waivers: waivers.into(), ..Settings::default() })
}

fn article(id: &str, text: Option<&str>) -> Article {
    Article {
        id: id.to_owned(),
        identity: id.to_owned(),
        path: text.map(|_| format!("articles/{id}.txt").into()),
        story: "ships".to_owned(),
        text: text.map(|text| Arc::new(Text::new(text.to_owned()))),
        lines: text.map(LineIndex::new).unwrap_or_default(),
        ..Article::default()
    }
}

fn fact(articles: &[Article], article: usize, kind: &str, value: Value, words: &str) -> Fact {
    let text = articles[article].text.as_ref().map(|text| text.source());
    let span = text.map(|text| text.find(words).map(|start| Span::new(start, start + words.len())).unwrap());
    let status = if span.is_some() { EvidenceStatus::Verified } else { EvidenceStatus::Declared };
    Fact {
        evidence: vec![Evidence { words: words.to_owned(), span, status, declared_at: None }],
        ..Fact::new(ArticleIdx(article), kind, value)
    }
}

fn declared(mut fact: Fact, line: usize) -> Fact {
    fact.evidence[0].declared_at = Some((line, 15));
    fact
}

fn question(kind: &str, facts: &[Fact], classes: &[&[usize]]) -> Question {
    let class = |members: &&[usize]| {
        let first = &facts[members[0]];
        let (value, stance, modality) = (first.value.clone(), first.stance, first.modality);
        Class { value, stance, modality, facts: indices(members) }
    };
    Question {
        story: "ships".to_owned(),
        kind: kind.to_owned(),
        link: Link::default(),
        slots: BTreeMap::new(),
        classes: classes.iter().map(class).collect(),
    }
}

fn verdict(question: usize, left: &[usize], right: &[usize], reason: Reason) -> Verdict {
    Verdict {
        question: QuestionIdx(question),
        left: indices(left),
        right: indices(right),
        core: Vec::new(),
        relation: reason.relation(),
        reason,
        comparison: Comparison::Disjoint,
        guard: None,
    }
}

fn finding(reason: Reason, question: usize, left: &[usize], right: &[usize]) -> Finding {
    let rule = Rule::Verdict(reason);
    Finding {
        rule,
        severity: rule.severity(),
        question: Some(QuestionIdx(question)),
        left: indices(left),
        right: indices(right),
        detail: Detail::Sides,
    }
}

fn indices(facts: &[usize]) -> Vec<FactIdx> {
    facts.iter().copied().map(FactIdx).collect()
}

fn slot(names: &[&str], binding: Binding) -> SlotValue {
    let name = |name: &&str| Value::Name(Name { name: (*name).to_owned(), ..Name::default() });
    SlotValue { values: names.iter().map(name).collect(), binding }
}

fn amount(text: &str) -> Value {
    Value::Amount(notation::amount(text, |_| None).unwrap())
}

fn days(text: &str) -> Value {
    Value::Duration(notation::duration(text).unwrap())
}

fn time(text: &str) -> Value {
    Value::Time(notation::time(text).unwrap())
}

fn quote(text: &str) -> Value {
    Value::Words(Words {
        text: text.to_owned(),
        keys: Vec::new(),
        language: "en".to_owned(),
        translated: false,
    })
}

fn place(name: &str, of_type: &str, excludes: &str) -> Value {
    let set = |word: &str| Arc::new(BTreeSet::from([word.to_owned()]));
    Value::Place(Place {
        name: name.to_owned(),
        types: set(of_type),
        excludes: set(excludes),
        ..Place::default()
    })
}
