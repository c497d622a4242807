//! The project configuration `factcheck.yaml`: own kinds, severities, waivers and decisions on names. It is
//! read here and applied elsewhere.

use crate::finding::rule::{Rule, Severity};
use crate::lexicon::schema::kind::Kind;
use crate::load::decode;
use crate::load::fields::{self, Fields, Words};
use crate::load::files;
use crate::load::problem::{Log, Problem};
use crate::load::sources::{self, CONFIGURATION, STANDARD_INPUT};
use crate::load::yaml::{self, Content, Node, Place};
use crate::policy::named;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A project's configuration.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Its file.
    pub path: PathBuf,
    /// The project's own kinds of facts.
    pub kinds: Vec<Kind>,
    /// The line of each.
    pub kind_lines: Vec<usize>,
    /// Severities by the name of their rule.
    pub severities: BTreeMap<String, Severity>,
    /// Findings that may stand.
    pub waivers: Vec<Waiver>,
    /// Names that are one.
    pub same: Vec<(String, String)>,
    /// Names that are not one.
    pub not_same: Vec<(String, String)>,
}

/// A reviewed decision that a finding may stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The finding's id or fingerprint.
    pub finding: String,
    /// Why it may stand.
    pub reason: String,
    /// Who decided it.
    pub owner: String,
    /// The last day on which it holds.
    pub until: Date,
    /// Its line in the configuration.
    pub line: usize,
}

/// The kinds alone, by their own strict schema; the other keys are read by hand.
#[derive(Deserialize)]
struct KindsFile {
    #[serde(default)]
    kinds: Vec<Kind>,
}

const KEYS: [&str; 5] = ["kinds", "not-same", "same", "severities", "waivers"];

/// The configuration of some inputs: the nearest one upwards. Where inputs have several, the one nearest to
/// the root holds for all, whatever the order of the inputs. Its path is told from the working folder.
#[must_use]
pub fn find(paths: &[PathBuf]) -> Option<PathBuf> {
    let here = Path::new(".");
    let starts = paths.iter().map(|path| if path.as_os_str() == STANDARD_INPUT { here } else { path });
    let found = starts.filter_map(|path| {
        let path = files::canonical(path).ok()?;
        let configured = path.ancestors().map(|folder| folder.join(CONFIGURATION));
        configured.into_iter().find(|candidate| files::is_file(candidate))
    });
    let found = found.min_by_key(|path| (path.components().count(), path.clone()))?;
    let below =
        files::canonical(here).ok().and_then(|here| found.strip_prefix(here).map(Path::to_owned).ok());
    Some(below.unwrap_or(found))
}

/// Reads a configuration; what is wrong is told, and the rest holds.
#[must_use]
pub fn read(path: &Path) -> (Config, Vec<Problem>) {
    match files::read(path) {
        Ok(bytes) => parse(path, &decode::decode(bytes).text),
        Err(error) => {
            let problem = Problem::error(&sources::tidy(path), format!("cannot be read: {error}"));
            (Config { path: path.to_owned(), ..Config::default() }, vec![problem])
        }
    }
}

/// Reads the text of a configuration whose file is `path`.
#[must_use]
pub fn parse(path: &Path, source: &str) -> (Config, Vec<Problem>) {
    let mut log = Log::new(path);
    let mut config = Config { path: path.to_owned(), ..Config::default() };
    match yaml::parse(source) {
        Ok(Node { content: Content::Empty, .. }) => {}
        Ok(node) => read_keys(&node, source, &mut config, &mut log),
        Err(fault) => log.error(fault.place, fault.message),
    }
    let mut problems = log.into_problems();
    problems.sort();
    (config, problems)
}

fn read_keys(node: &Node, source: &str, config: &mut Config, log: &mut Log) {
    let Some(top) = fields::fields(node, "the configuration", &KEYS, log) else { return };
    (config.kinds, config.kind_lines) = kinds(&top, source, log).into_iter().unzip();
    config.severities = top.node("severities").map(|node| severities(node, log)).unwrap_or_default();
    let waivers = top.node("waivers").map(fields::items).unwrap_or_default();
    config.waivers = waivers.iter().filter_map(|node| waiver(node, log)).collect();
    config.same = pairs(&top, "same", log);
    config.not_same = pairs(&top, "not-same", log);
    for (left, right) in &config.not_same {
        let is_same = |(a, b): &(String, String)| (a, b) == (left, right) || (b, a) == (left, right);
        if config.same.iter().any(is_same) {
            let message = format!("\"{left}\" and \"{right}\" are decided to be one under `same`");
            log.error(top.place_of("not-same"), message);
        }
    }
}

/// The project's own kinds, each with its line. One that is at fault is told and left out, and the rest holds.
fn kinds(top: &Fields<'_>, source: &str, log: &mut Log) -> Vec<(Kind, usize)> {
    let Some(node) = top.node("kinds") else { return Vec::new() };
    let mut open: Vec<Place> = fields::items(node).iter().map(|kind| kind.place).collect();
    let mut lines: Vec<&str> = source.lines().collect();
    while !open.is_empty() {
        let fault = match yaml::typed::<KindsFile>(&lines.join("\n")) {
            Ok(file) => return once(file.kinds.into_iter().zip(open), log),
            Err(fault) => fault,
        };
        log.error(fault.place, fault.message);
        let begins = |first: &Place| (1..=fault.place.line).contains(&first.line);
        let Some(at) = open.iter().rposition(begins) else { break };
        let first = open.remove(at);
        let own = first.line - 1..item_end(&lines, first);
        let Some(own) = lines.get_mut(own).filter(|own| first.line + own.len() > fault.place.line) else {
            break;
        };
        own.fill("");
    }
    Vec::new()
}

/// How many lines there are up to the end of an item of a list: the lines behind its first that stand no further left.
fn item_end(lines: &[&str], first: Place) -> usize {
    let goes_on = |line: &&&str| {
        let indent = line.chars().take_while(|letter| *letter == ' ').count();
        line.trim().is_empty() || indent + 1 >= first.column
    };
    let behind = lines.get(first.line..).unwrap_or_default();
    first.line + behind.iter().take_while(goes_on).count()
}

/// The kinds without those whose id stands before.
fn once(kinds: impl Iterator<Item = (Kind, Place)>, log: &mut Log) -> Vec<(Kind, usize)> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for (kind, place) in kinds {
        match first.get(&kind.id) {
            Some(line) => log.error(place, format!("duplicate kind \"{}\", first on line {line}", kind.id)),
            None => {
                first.insert(kind.id.clone(), place.line);
                kept.push((kind, place.line));
            }
        }
    }
    kept
}

fn severities(node: &Node, log: &mut Log) -> BTreeMap<String, Severity> {
    let rules: Vec<&str> = Rule::all().iter().map(|rule| rule.name()).collect();
    let names = Severity::ALL.map(Severity::name);
    let Some(fields) = fields::fields(node, "`severities`", &rules, log) else { return BTreeMap::new() };
    let mut severities = BTreeMap::new();
    for (rule, node) in fields.iter() {
        let Some(words) = fields::words(node, rule, log) else { continue };
        match Severity::ALL.into_iter().find(|severity| severity.name() == words.text) {
            Some(severity) => drop(severities.insert(rule.to_owned(), severity)),
            None => log.error(words.place, fields::unknown("severity", words.text, &names)),
        }
    }
    severities
}

fn waiver(node: &Node, log: &mut Log) -> Option<Waiver> {
    let fields = fields::fields(node, "a waiver", &["finding", "owner", "reason", "until"], log)?;
    let mut text = |key| {
        if fields.node(key).is_none() {
            log.error(
                fields.place_of(key),
                format!("missing `{key}`, expected finding, reason, owner and until"),
            );
        }
        fields.text(key, log)
    };
    let (finding, reason, owner, until) = (text("finding"), text("reason"), text("owner"), text("until"));
    let finding = finding.and_then(|words| named(words, log));
    let until = until.and_then(|words| date(words, log));
    Some(Waiver {
        finding: finding?.text.to_owned(),
        reason: reason?.text.to_owned(),
        owner: owner?.text.to_owned(),
        until: until?,
        line: node.place.line,
    })
}

/// What a waiver names: a rule and a kind, or an id. Whether there is such a kind is seen where kinds are known.
fn named<'a>(words: Words<'a>, log: &mut Log) -> Option<Words<'a>> {
    let rules: Vec<&str> = Rule::all().iter().map(|rule| rule.name()).collect();
    let expected =
        "expected the id that `report` prints, or a rule and a kind such as `number-conflict deaths`";
    let fault = match words.text.split_whitespace().collect::<Vec<_>>().as_slice() {
        [id] if named::is_id(id) => None,
        [rule] if rules.contains(rule) => {
            Some(format!("\"{rule}\" alone names no finding, {expected}; `severities` switches a rule off"))
        }
        [rule, _] if rules.contains(rule) => None,
        [rule, _] => Some(fields::unknown("rule", rule, &rules)),
        [id] if id.bytes().all(|byte| byte.is_ascii_hexdigit()) => Some(format!(
            "\"{id}\" is too short for an id, expected its first {} digits or more",
            named::MIN_DIGITS
        )),
        _ => Some(format!("\"{}\" names no finding, {expected}", words.text)),
    };
    match fault {
        Some(fault) => {
            log.error(words.place, fault);
            None
        }
        None => Some(words),
    }
}

fn date(words: Words<'_>, log: &mut Log) -> Option<Date> {
    let date = words.text.parse().ok();
    if date.is_none() {
        log.error(words.place, format!("\"{}\" is no day, expected `2024-06-18`", words.text));
    }
    date
}

fn pairs(top: &Fields<'_>, key: &str, log: &mut Log) -> Vec<(String, String)> {
    let items = top.node(key).map(fields::items).unwrap_or_default();
    let mut pairs = Vec::new();
    for item in items {
        match fields::words_list(item, key, log).as_slice() {
            [left, right] => pairs.push((left.text.to_owned(), right.text.to_owned())),
            _ => log.error(
                item.place,
                format!("{} for `{key}`, expected two names `[a, b]`", fields::described(item)),
            ),
        }
    }
    pairs
}
