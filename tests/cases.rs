//! Cases: small articles and fact files with the report that they should give. Each runs the whole checker.
//!
//! `tests/cases/<rule>.md` holds the cases of one rule, counter-cases beside cases. A case is a `##` heading,
//! prose, and fenced blocks: `article ID key=value …` (an article), `facts ID key=value …` (a fact file's
//! list of facts; about the article of the same ID where there is one), `config` (a `factcheck.yaml`) and
//! `expect`: one line for each verdict that relates two sides and for each finding. Verdicts `unrelated` are
//! told in the files of rules that give such verdicts.
//!
//! Under a heading `### known fault` the block says what should be expected; the case fails once it is.
//!
//! `UPDATE_EXPECT=1 cargo test --test cases` rewrites what is expected, of all cases but the known faults.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read and write files, and may fail"
)]

use factcheck::fact::{ArticleIdx, FactIdx, Modality, Stance};
use factcheck::finding::reason::{Reason, Relation};
use factcheck::finding::{Detail, Finding, Verdict};
use factcheck::load::Options;
use factcheck::policy::{self, Judged};
use factcheck::report::{self, Report};
use factcheck::run::analyse::{Analysis, analyse};
use factcheck::value::compare::Comparison;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};
use std::fs;
use std::path::{Path, PathBuf};

const FENCE: &str = "```";

#[derive(Clone, Debug, Default)]
struct Case {
    file: PathBuf,
    name: String,
    is_fault: bool,
    blocks: Vec<Block>,
    /// Line on which the expected lines begin, from 0, and how many there are.
    place: (usize, usize),
    expected: String,
}

/// A fenced block: what it is, whose, its attributes and lines.
#[derive(Clone, Debug, Default)]
struct Block {
    what: String,
    id: String,
    attributes: BTreeMap<String, String>,
    body: String,
}

#[test]
fn every_case_gives_what_is_expected() {
    let cases = cases();
    assert!(cases.len() > 60, "only {} cases", cases.len());
    let found: Vec<String> = cases.par_iter().map(|case| outcome(case, &run(case))).collect();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        rewrite(&cases, &found);
        return;
    }
    let mut faults = String::new();
    for (case, found) in cases.iter().zip(&found) {
        let place = format!("{}: {}", case.file.display(), case.name);
        if case.is_fault && case.expected == *found {
            writeln!(faults, "{place}\n  is no fault any more: remove its heading").unwrap();
        } else if !case.is_fault && case.expected != *found {
            writeln!(faults, "{place}\nexpected\n{}found\n{found}", case.expected).unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn the_order_of_paths_and_the_threads_change_nothing() {
    cases().par_iter().for_each(|case| {
        let folder = written(case, &str::to_owned);
        let paths = paths_of(folder.path());
        let json = |paths: &[PathBuf], threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| rendered(&analyse(paths, Options::default())))
        };
        let once = json(&paths, 1);
        let backwards: Vec<PathBuf> = paths.iter().rev().cloned().collect();
        assert_eq!(once, json(&backwards, 4), "{}", case.name);
    });
}

#[test]
fn an_article_does_not_contradict_itself() {
    cases().par_iter().for_each(|case| {
        for id in ids(case) {
            let own = |case: &Case| -> Vec<Block> {
                case.blocks.iter().filter(|block| block.id == id || block.what == "config").cloned().collect()
            };
            let alone = Case { blocks: own(case), ..case.clone() };
            let mut twice = alone.clone();
            let copies = alone.blocks.iter().filter(|block| block.what != "config");
            let copies: Vec<Block> =
                copies.map(|block| Block { id: format!("{id}-copy"), ..block.clone() }).collect();
            twice.blocks.extend(copies);
            // An article with two answers to one question is left out.
            let is_sound = contradictions(&run(&twice)) == 0 || answers_twice(&run(&alone));
            assert!(is_sound, "{}: {id} contradicts its copy", case.name);
        }
    });
}

#[test]
fn swapping_the_sides_mirrors_the_verdicts() {
    cases().par_iter().for_each(|case| {
        let ids = ids(case);
        let swapped = |id: &str| {
            let at = ids.iter().position(|known| known == id);
            at.map_or_else(String::new, |at| format!("s{:02}-{id}", ids.len() - at))
        };
        let folder = written(case, &swapped);
        let mirrored = run_in(folder.path());
        let back = |line: String| ids.iter().fold(line, |line, id| line.replace(&swapped(id), id));
        let sorted = |articles: String| {
            let mut articles: Vec<&str> = articles.split(' ').collect();
            articles.sort_unstable();
            articles.join(" ")
        };
        let unordered = |analysis: &Analysis| -> BTreeSet<String> {
            let lines = lines(analysis, true).into_iter();
            lines
                .map(|line| Line {
                    sides: line.sides.into_iter().map(|(v, a)| (back(v), sorted(back(a)))).collect(),
                    ..line
                })
                .flat_map(|mut line| {
                    line.end = back(line.end);
                    one_to_one(&line)
                })
                .map(|mut line| {
                    line.sides.sort();
                    line.to_string()
                })
                .collect()
        };
        assert_eq!(unordered(&run(case)), unordered(&mirrored), "{}", case.name);
    });
}

/// What is told of a verdict, a finding or a problem.
#[derive(Clone)]
struct Line {
    /// Relation and reason, or severity and rule, and the kind.
    start: String,
    /// The values and the articles of each side.
    sides: Vec<(String, String)>,
    end: String,
}

/// The lines of each article of the one side with each of the other: agreeing articles are halved, and an odd one
/// falls to either half.
fn one_to_one(line: &Line) -> Vec<Line> {
    let [(left, lefts), (right, rights)] = line.sides.as_slice() else { return vec![line.clone()] };
    let pairs = lefts.split(' ').flat_map(|one| rights.split(' ').map(move |other| (one, other)));
    let side = |values: &String, article: &str| (values.clone(), article.to_owned());
    let sides = pairs.map(|(one, other)| vec![side(left, one), side(right, other)]);
    sides.map(|sides| Line { sides, ..line.clone() }).collect()
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut values, articles): (Vec<&str>, Vec<&str>) =
            self.sides.iter().map(|(values, articles)| (values.as_str(), articles.as_str())).unzip();
        values.dedup();
        f.write_str(&self.start)?;
        if !self.sides.is_empty() {
            let values = values.join(" / ");
            let space = if values.is_empty() { "" } else { " " };
            write!(f, "{space}{values}: {}", articles.join(" | "))?;
        }
        f.write_str(&self.end)
    }
}

/// What a case gives: the lines of its verdicts and findings, in order.
fn outcome(case: &Case, analysis: &Analysis) -> String {
    let rule = case.file.file_stem().unwrap().to_string_lossy();
    let reason = Reason::ALL.into_iter().find(|reason| reason.name() == rule);
    let tells_unrelated = reason.is_some_and(|reason| reason.relation() == Relation::Unrelated);
    let mut lines: Vec<String> = lines(analysis, tells_unrelated).iter().map(Line::to_string).collect();
    lines.sort();
    lines.iter().fold(String::new(), |all, line| all + line + "\n")
}

fn lines(analysis: &Analysis, tells_unrelated: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    for verdict in &analysis.verdicts {
        if verdict.relation == Relation::Unrelated && !tells_unrelated {
            continue;
        }
        let (relation, reason) = (verdict.relation.name(), verdict.reason.name());
        lines.push(Line {
            start: format!("{relation} {reason} {}", kind(analysis, verdict)),
            sides: sides(analysis, [&verdict.left, &verdict.right, &verdict.core]),
            end: String::new(),
        });
    }
    for judged in judged(analysis) {
        let Judged { finding, severity, .. } = &judged;
        let fact = finding.left.first().and_then(|idx| analysis.knowledge.fact(*idx));
        let kind = fact.map_or_else(String::new, |fact| format!(" {}", fact.kind));
        let waived = if judged.waived.is_some() { " (waived)" } else { "" };
        lines.push(Line {
            start: format!("{} {}{kind}", severity.name(), finding.rule.name()),
            sides: match &finding.detail {
                Detail::Origin(articles) => copies(analysis, articles),
                Detail::Sides
                | Detail::SameArticle(_)
                | Detail::MissingWords(_)
                | Detail::ReadValue(_)
                | Detail::File { .. }
                | Detail::Waiver { .. } => sides(analysis, [&finding.left, &finding.right, &Vec::new()]),
            },
            end: detail(finding) + waived,
        });
    }
    for problem in &analysis.problems {
        let start = format!("problem {}", problem.message);
        lines.push(Line { start, sides: Vec::new(), end: String::new() });
    }
    lines
}

/// What a finding says beyond its facts.
fn detail(finding: &Finding) -> String {
    match &finding.detail {
        Detail::MissingWords(words) => format!(" (missing: {words})"),
        Detail::ReadValue(value) => format!(" (reads: {value})"),
        Detail::File { fault, .. } => format!(": {fault}"),
        Detail::Waiver { finding, .. } => format!(": {finding}"),
        Detail::Sides | Detail::SameArticle(_) | Detail::Origin(_) => String::new(),
    }
}

/// The articles of one origin, as sides without values.
fn copies(analysis: &Analysis, articles: &[ArticleIdx]) -> Vec<(String, String)> {
    let articles = articles.iter().filter_map(|idx| analysis.knowledge.article(*idx));
    articles.map(|article| (String::new(), article.id.clone())).collect()
}

/// The values and the articles of each side that is not empty.
fn sides(analysis: &Analysis, sides: [&Vec<FactIdx>; 3]) -> Vec<(String, String)> {
    let sides = sides.into_iter().filter(|facts| !facts.is_empty());
    sides
        .map(|facts| {
            let facts = facts.iter().filter_map(|idx| analysis.knowledge.fact(*idx));
            let mut values = BTreeSet::new();
            let mut articles = BTreeSet::new();
            for fact in facts {
                let denied = if fact.stance == Stance::Denied { "denied " } else { "" };
                let is_actual = fact.modality == Modality::Actual;
                let modality = if is_actual { String::new() } else { format!("{} ", fact.modality.name()) };
                values.insert(format!("{denied}{modality}{}", fact.value));
                articles.extend(analysis.knowledge.article(fact.article).map(|article| article.id.clone()));
            }
            let join = |set: BTreeSet<String>, with: &str| set.into_iter().collect::<Vec<_>>().join(with);
            (join(values, "; "), join(articles, " "))
        })
        .collect()
}

fn kind<'a>(analysis: &'a Analysis, verdict: &Verdict) -> &'a str {
    analysis.knowledge.questions.get(verdict.question.0).map_or("", |question| question.kind.as_str())
}

fn contradictions(analysis: &Analysis) -> usize {
    let contradict = |verdict: &&Verdict| verdict.relation == Relation::Contradict;
    analysis.verdicts.iter().filter(contradict).count()
}

fn answers_twice(analysis: &Analysis) -> bool {
    analysis.verdicts.iter().any(|verdict| verdict.comparison == Comparison::Disjoint)
}

fn judged(analysis: &Analysis) -> Vec<Judged> {
    policy::judge(analysis.findings.clone(), &analysis.knowledge, &analysis.settings)
}

fn rendered(analysis: &Analysis) -> String {
    let (knowledge, verdicts, problems) = (&analysis.knowledge, &analysis.verdicts, &analysis.problems);
    let judged = judged(analysis);
    let mut out = Vec::new();
    for (_, render) in report::FORMATS {
        let report = Report { knowledge, verdicts, judged: &judged, problems };
        render(&report, &report::Options::default(), &mut out).unwrap();
    }
    String::from_utf8(out).unwrap()
}

fn run(case: &Case) -> Analysis {
    run_in(written(case, &str::to_owned).path())
}

fn run_in(folder: &Path) -> Analysis {
    analyse(&[folder.to_owned()], Options::default())
}

/// The ids of a case's articles, in order.
fn ids(case: &Case) -> Vec<String> {
    let ids: BTreeSet<&String> =
        case.blocks.iter().filter(|block| block.what != "config").map(|block| &block.id).collect();
    ids.into_iter().cloned().collect()
}

/// A folder with the files of a case, the ids renamed.
fn written(case: &Case, rename: &dyn Fn(&str) -> String) -> tempfile::TempDir {
    let folder = tempfile::Builder::new().prefix("case").tempdir().unwrap();
    let has_text = |id: &str| case.blocks.iter().any(|block| block.what == "article" && block.id == id);
    for block in &case.blocks {
        let id = rename(&block.id);
        let attributes = |separator: &str| {
            let quoted = |text: &String| serde_json::to_string(text).unwrap();
            let pairs = block.attributes.iter().map(|(key, value)| format!("{key}: {}", quoted(value)));
            pairs.collect::<Vec<_>>().join(separator)
        };
        let (name, content) = match block.what.as_str() {
            "article" => {
                (format!("{id}.md"), format!("---\nstory: case\n{}\n---\n{}", attributes("\n"), block.body))
            }
            "facts" if has_text(&block.id) => {
                (format!("{id}.yaml"), format!("article: {{text: {id}.md}}\nfacts:\n{}", block.body))
            }
            "facts" => {
                let body = &block.body;
                let header = format!("{{story: case, {}}}", attributes(", "));
                (format!("{id}.yaml"), format!("article: {header}\nfacts:\n{body}"))
            }
            "config" => ("factcheck.yaml".to_owned(), block.body.clone()),
            other => panic!("{}: unknown block {other}", case.name),
        };
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

/// The files of a folder but the configuration, in order.
fn paths_of(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| !path.ends_with("factcheck.yaml"));
    paths.sort();
    paths
}

/// Bytes of the stack of each thread.
const STACK: usize = 64 << 20;

/// All cases, in the order of their files.
fn cases() -> Vec<Case> {
    // An analysis that waits for its own articles takes over further cases meanwhile, one on top of the other.
    let _ = rayon::ThreadPoolBuilder::new().stack_size(STACK).build_global();
    let mut files: Vec<PathBuf> =
        fs::read_dir("tests/cases").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|file| parsed(file)).collect()
}

fn parsed(file: &Path) -> Vec<Case> {
    let source = fs::read_to_string(file).unwrap();
    let mut cases: Vec<Case> = Vec::new();
    let mut lines = source.lines().enumerate();
    while let Some((_, line)) = lines.next() {
        if let Some(name) = line.strip_prefix("## ") {
            cases.push(Case { file: file.to_owned(), name: name.to_owned(), ..Case::default() });
        }
        let Some(case) = cases.last_mut() else { continue };
        case.is_fault |= line == "### known fault";
        let Some(info) = line.strip_prefix(FENCE) else { continue };
        let mut block = opened(info);
        let mut place = (0, 0);
        for (at, line) in lines.by_ref() {
            if line == FENCE {
                place = (at - place.1, place.1);
                break;
            }
            let is_open = line.starts_with(FENCE) || line.starts_with("## ");
            assert!(!is_open, "{}: {}: a block is not closed", file.display(), case.name);
            place.1 += 1;
            block.body.push_str(line);
            block.body.push('\n');
        }
        if block.what == "expect" {
            assert!(case.place.0 == 0, "{}: a second block of what is expected", case.name);
            (case.place, case.expected) = (place, block.body);
        } else {
            case.blocks.push(block);
        }
    }
    for case in &cases {
        assert!(case.place.0 > 0, "{}: {}: nothing is expected", file.display(), case.name);
    }
    cases
}

/// The block that an info line opens: `article a1 published=2024-06-18 title="Two words"`.
fn opened(info: &str) -> Block {
    let (what, rest) = info.split_once(' ').unwrap_or((info, ""));
    let (id, mut rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let mut block = Block { what: what.to_owned(), id: id.to_owned(), ..Block::default() };
    while let Some((key, value)) = rest.trim_start().split_once('=') {
        let (value, more) = match value.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').expect("a quote that ends"),
            None => value.split_once(' ').unwrap_or((value, "")),
        };
        block.attributes.insert(key.to_owned(), value.to_owned());
        rest = more;
    }
    block
}

/// Writes what was found in place of what was expected, the last case first, so that places hold.
fn rewrite(cases: &[Case], found: &[String]) {
    for (case, found) in cases.iter().zip(found).rev().filter(|(case, _)| !case.is_fault) {
        let source = fs::read_to_string(&case.file).unwrap();
        let lines: Vec<&str> = source.split_inclusive('\n').collect();
        let (start, count) = case.place;
        let rewritten = [lines[..start].concat(), found.clone(), lines[start + count..].concat()].concat();
        if rewritten != source {
            fs::write(&case.file, rewritten).unwrap();
        }
    }
}
