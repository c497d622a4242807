//! The rules: one file each, one name everywhere, documented under fixed headings, listed in the README.
//!
//! `UPDATE_EXPECT=1 cargo test --test rules` rewrites the list of names and the README's table.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "tests read and write files, and may fail"
)]

use factcheck::check::cores::CORES;
use factcheck::check::rows::ROWS;
use factcheck::finding::reason::{Reason, Relation};
use factcheck::finding::rule::{Rule, Severity};
use factcheck::report;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Rules that other stages raise: reading and policy.
const ELSEWHERE: [Rule; 3] = [Rule::FactFileInvalid, Rule::WaiverUnused, Rule::WaiverExpired];

const HEADINGS: [&str; 4] = ["What it finds", "Why it matters", "When it is wrong", "Example"];

const TABLE: (&str, &str) = ("<!-- rules -->\n", "<!-- end of rules -->");

#[test]
fn every_reason_has_its_row() {
    let rows = ROWS.iter().map(|row| row.reason.name());
    let rows: Vec<&str> = rows.chain(CORES.iter().map(|core| core.reason.name())).collect();
    let wanted: Vec<&str> = Reason::ALL.into_iter().map(Reason::name).collect();
    assert_eq!(rows, wanted, "rows, and cores behind them, stand in the order of `Reason::ALL`");
}

#[test]
fn every_rule_has_its_file() {
    let rows: BTreeSet<String> = ROWS.iter().map(|row| row.reason.name().to_owned()).collect();
    assert_eq!(stems("src/check/rows"), rows, "left: the folder, right: its list");
    let cores: BTreeSet<String> = CORES.iter().map(|core| core.reason.name().to_owned()).collect();
    assert_eq!(stems("src/check/cores"), cores, "left: the folder, right: its list");
    let beside: BTreeSet<String> = Rule::all()
        .into_iter()
        .filter(|rule| !matches!(rule, Rule::Verdict(_)) && !ELSEWHERE.contains(rule))
        .map(|rule| rule.name().to_owned())
        .collect();
    assert_eq!(stems("src/check/beside"), beside, "left: the folder, right: the rules");
    let list = fs::read_to_string("src/check/beside/mod.rs").unwrap();
    for name in beside {
        let path = name.replace('-', "_");
        let is_listed = list.contains(&format!("{path}::raise")) || list.contains(&format!("{path}::review"));
        assert!(is_listed, "src/check/beside/mod.rs lacks {path} in RULES or REVIEW");
    }
}

#[test]
fn every_rule_is_documented() {
    let mut faults = Vec::new();
    for path in ["src/check/rows", "src/check/cores", "src/check/beside"].into_iter().flat_map(files) {
        let doc = doc(&path);
        let first = format!("`{}`.", name(&path));
        if doc.lines().next() != Some(first.as_str()) {
            faults.push(format!("{}: the first line is not {first}", path.display()));
        }
        let headings: Vec<&str> = doc.lines().filter_map(|line| line.strip_prefix("# ")).collect();
        if headings != HEADINGS {
            faults.push(format!("{}: headings are {headings:?}", path.display()));
        }
        for heading in HEADINGS {
            let text = section(&doc, heading);
            if !text.ends_with(['.', '!', '?']) {
                faults.push(format!("{}: {heading} is no sentence: {text:?}", path.display()));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_rule_has_cases() {
    let cases = stems_of("tests/cases", "md");
    let known: BTreeSet<String> = reasons_and_rules().into_iter().map(str::to_owned).collect();
    let strange: Vec<&String> = cases.difference(&known).collect();
    assert!(strange.is_empty(), "cases of no rule: {strange:?}");
    let missing: Vec<&String> = known.difference(&cases).collect();
    assert!(missing.is_empty(), "rules without cases: {missing:?}");
}

#[test]
fn public_names_are_a_snapshot() {
    let mut names = String::from("# Public names. A change here breaks what users have written down.\n");
    list("relations", Relation::ALL.into_iter().map(Relation::name), &mut names);
    list("reasons", Reason::ALL.into_iter().map(Reason::name), &mut names);
    list("rules", Rule::all().into_iter().map(Rule::name), &mut names);
    list("severities", Severity::ALL.into_iter().map(Severity::name), &mut names);
    list("formats", report::FORMATS.iter().map(|(name, _)| *name), &mut names);
    expect(Path::new("tests/names.txt"), &names);
}

fn list<'a>(title: &str, names: impl Iterator<Item = &'a str>, out: &mut String) {
    let names: Vec<&str> = names.collect();
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(unique.len(), names.len(), "a name stands twice among the {title}");
    writeln!(out, "\n{title}").unwrap();
    for name in names {
        writeln!(out, "  {name}").unwrap();
    }
}

#[test]
fn the_readme_tells_every_rule() {
    let readme = fs::read_to_string("README.md").unwrap();
    let (before, rest) = readme.split_once(TABLE.0).expect("the README has a table of rules");
    let (_, after) = rest.split_once(TABLE.1).expect("the README's table of rules ends");
    expect(Path::new("README.md"), &format!("{before}{}{}{}{after}", TABLE.0, table(), TABLE.1));
}

fn table() -> String {
    let mut out = String::from("| name | verdict | finding | what it finds |\n| --- | --- | --- | --- |\n");
    for reason in Reason::ALL {
        let relation = reason.relation().name();
        let is_core = CORES.iter().any(|core| core.reason == reason);
        let about = about(if is_core { "src/check/cores" } else { "src/check/rows" }, reason.name());
        row(reason.name(), relation, Rule::Verdict(reason).severity(), &about, &mut out);
    }
    for rule in Rule::all().into_iter().filter(|rule| !matches!(rule, Rule::Verdict(_))) {
        let about = if ELSEWHERE.contains(&rule) {
            variant_doc("src/finding/rule.rs", &format!("{rule:?}"))
        } else {
            about("src/check/beside", rule.name())
        };
        row(rule.name(), "", rule.severity(), &about, &mut out);
    }
    out
}

fn row(name: &str, relation: &str, severity: Severity, about: &str, out: &mut String) {
    let severity = if severity == Severity::Off { "" } else { severity.name() };
    writeln!(out, "| `{name}` | {relation} | {severity} | {about} |").unwrap();
}

/// The first sentence of what a rule finds.
fn about(folder: &str, name: &str) -> String {
    let doc = doc(&Path::new(folder).join(name.replace('-', "_")).with_extension("rs"));
    let text = section(&doc, HEADINGS[0]);
    let end = text.find(". ").map_or(text.len(), |idx| idx + 1);
    text[..end].to_owned()
}

/// The text under a heading.
fn section(doc: &str, heading: &str) -> String {
    let mut lines = doc.lines().skip_while(|line| *line != format!("# {heading}"));
    lines.next();
    let text = lines.take_while(|line| !line.starts_with("# "));
    text.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// The doc comment at the head of a file.
fn doc(path: &Path) -> String {
    let source = fs::read_to_string(path).unwrap();
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// The doc comment of an enum's variant.
fn variant_doc(path: &str, variant: &str) -> String {
    let source = fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let at = lines.iter().position(|line| *line == format!("{variant},")).expect("a variant on its own line");
    lines[at - 1].trim_start_matches("/// ").to_owned()
}

fn reasons_and_rules() -> Vec<&'static str> {
    let rules = Rule::all().into_iter().map(Rule::name);
    Reason::ALL.into_iter().map(Reason::name).chain(rules).collect()
}

fn expect(path: &Path, actual: &str) {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, actual).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert!(expected == actual, "{} differs; it should be:\n{actual}", path.display());
}

fn stems(folder: &str) -> BTreeSet<String> {
    files(folder).iter().map(|path| name(path)).collect()
}

fn stems_of(folder: &str, extension: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.extension().is_some_and(|of| of == extension))
        .map(|path| name(&path))
        .collect()
}

/// The rule that a file is named after.
fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().replace('_', "-")
}

/// The rule files of a folder, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| !path.ends_with("mod.rs")).collect();
    files.sort();
    files
}
