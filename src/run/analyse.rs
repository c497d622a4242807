//! From inputs to findings: the stages joined, in their order.

use crate::check::{self, Checked};
use crate::extract::{self, Extraction};
use crate::fact::slot::Slot;
use crate::fact::{Article, ArticleIdx, EventIdx, Fact};
use crate::finding::rule::{Rule, Severity};
use crate::finding::{Detail, Finding, Verdict};
use crate::graph::decision::{self, Decision};
use crate::graph::{self, Knowledge, undated};
use crate::lexicon::foreign::Unread;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::shape::ShapeRef;
use crate::lexicon::{Lexicon, embedded};
use crate::load::config::{self, Config};
use crate::load::problem::{Level, Problem};
use crate::load::{self, Loaded, fields};
use crate::policy::Settings;
use crate::policy::waiver::Waiver;
use crate::report::ProblemLine;
use crate::text::span::Span;
use crate::value::Value;
use crate::value::compare::{Comparison, compare};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What comes of reading, extracting, linking and checking.
#[derive(Debug)]
pub struct Analysis {
    /// All data, with the project's own kinds.
    pub lexicon: Lexicon,
    /// Everything known.
    pub knowledge: Knowledge,
    /// One verdict for every two value classes of a question.
    pub verdicts: Vec<Verdict>,
    /// What is worth a reader's time.
    pub findings: Vec<Finding>,
    /// What could not be read as it should.
    pub problems: Vec<ProblemLine>,
    /// What policy goes by.
    pub settings: Settings,
}

impl Analysis {
    /// What each kind is, in words, by its id.
    #[must_use]
    pub fn kinds(&self) -> BTreeMap<String, String> {
        self.lexicon.kinds().iter().map(|kind| (kind.id.clone(), kind.about.clone())).collect()
    }
}

/// Reads, extracts, links and checks.
#[must_use]
pub fn analyse(paths: &[PathBuf], options: load::Options<'_>) -> Analysis {
    let (config, mut problems) = config::find(paths).map(|path| config::read(&path)).unwrap_or_default();
    let mut lexicon = Lexicon::embedded();
    lexicon.add_kinds(config.kinds.clone());
    problems.extend(unknown_kinds(&config, &lexicon));
    problems.extend(unknown_concepts(&config, &lexicon));
    problems.sort();
    let Loaded { mut articles, facts, problems: unread } = load::load(paths, options, &lexicon);
    problems.extend(unread);
    let unread: Vec<Option<Problem>> =
        articles.par_iter_mut().map(|article| language(article, &lexicon)).collect();
    let is_read: Vec<bool> = unread.iter().map(Option::is_none).collect();
    problems.extend(unread.into_iter().flatten());
    problems.extend(uncompared(&articles));
    undated::suppose(&mut articles);
    let mut extractions = extract_all(&articles, &is_read, facts, &lexicon);
    decision::apply(&decisions(&config, &lexicon), &mut extractions);
    let knowledge = graph::link(articles, extractions, &lexicon);
    problems.extend(parted(&knowledge));
    let Checked { verdicts, mut findings } = check::check(&knowledge, &lexicon);
    findings.extend(problems.iter().filter_map(invalid));
    let settings = settings(&config, &lexicon);
    Analysis {
        lexicon,
        knowledge,
        verdicts,
        findings,
        problems: problems.iter().map(line).collect(),
        settings,
    }
}

/// Finds the language of an article that tells none; says so where it is none that is read.
fn language(article: &mut Article, lexicon: &Lexicon) -> Option<Problem> {
    let declared = article.language.as_deref();
    if declared.is_some_and(|tag| lexicon.language(tag).is_some()) {
        return None;
    }
    let body = article.text.as_ref().and_then(|text| text.source().get(article.body..))?;
    if !body.chars().any(char::is_alphabetic) {
        return Some(note(article, "the text holds no words"));
    }
    let found = match (lexicon.unread(body), declared) {
        (Some(Unread::Language(tag, name)), _) => Some((format!("{name} ({tag})"), Some(tag))),
        (None, Some(_)) if lexicon.reads(body) => None,
        (Some(Unread::Script) | None, Some(tag)) => Some((format!("\"{tag}\""), Some(tag.to_owned()))),
        (Some(Unread::Script), None) => Some(("a script of no language that is known".to_owned(), None)),
        (None, None) => None,
    };
    let Some((what, tag)) = found else {
        article.language = lexicon.detect(body).map(|language| language.tag.clone());
        return None;
    };
    article.language = tag;
    Some(unread(article, &what, lexicon))
}

/// A note that the words of an article are not read.
fn unread(article: &Article, what: &str, lexicon: &Lexicon) -> Problem {
    let read: Vec<&str> = lexicon.languages.iter().map(|language| language.tag.as_str()).collect();
    let read = read.join(", ");
    note(article, &format!("the text is in {what}, so that nothing is read in it, expected one of {read}"))
}

/// A note on an article where its body begins.
fn note(article: &Article, message: &str) -> Problem {
    match &article.path {
        Some(path) => {
            let line = article.position(Span::new(article.body, article.body)).line;
            Problem { line, ..Problem::note(path, message) }
        }
        None => Problem::note(Path::new(""), format!("article {}: {message}", article.id)),
    }
}

/// Notes on the heaps that were parted into stories, where little is compared.
fn parted(knowledge: &Knowledge) -> Vec<Problem> {
    let mut heaps: BTreeMap<&str, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for (idx, article) in knowledge.articles.iter().enumerate() {
        if knowledge.neighbourhood.is_found(ArticleIdx(idx)) {
            let heap = article.story.rsplit_once(PARTED).map_or(&*article.story, |(heap, _)| heap);
            let (count, stories) = heaps.entry(heap).or_default();
            *count += 1;
            stories.insert(&article.story);
        }
    }
    let note = |(heap, (count, stories)): (&str, (usize, BTreeSet<&str>))| {
        let message = format!(
            "{count} articles tell of several matters and are parted into {} stories, in which only what two papers \
             print in one wording is set against each other; `story` in their front matter, or a folder for each \
             story, says which belong together",
            stories.len(),
        );
        Problem::note(Path::new(heap), message)
    };
    heaps.into_iter().map(note).collect()
}

/// What stands between a heap and the article by which a story of it is called.
const PARTED: char = '#';

/// Waivers of kinds that nobody declares.
fn unknown_kinds(config: &Config, lexicon: &Lexicon) -> Vec<Problem> {
    let known: Vec<&str> = lexicon.kinds().iter().map(|kind| kind.id.as_str()).collect();
    let unknown = |waiver: &config::Waiver| {
        let (_, kind) = waiver.finding.split_once(char::is_whitespace)?;
        let message = fields::unknown("kind", kind.trim(), &known);
        let problem = Problem { line: waiver.line, ..Problem::error(&config.path, message) };
        lexicon.kind(kind.trim()).is_none().then_some(problem)
    };
    config.waivers.iter().filter_map(unknown).collect()
}

/// Concepts of the project's own kinds that no language has words for.
#[must_use]
pub fn unknown_concepts(config: &Config, lexicon: &Lexicon) -> Vec<Problem> {
    let own = || config.kinds.iter().zip(&config.kind_lines);
    if own().all(|(kind, _)| concepts(kind).is_empty()) {
        return Vec::new();
    }
    let known = embedded::concepts();
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    let unknown = |(kind, line): (&Kind, &usize)| {
        let asked = lexicon.kind(&kind.id).map(concepts).unwrap_or_default();
        let problem = |id: &String| {
            let message = format!("kind \"{}\": {}", kind.id, fields::unknown("concept", id, &names));
            Problem { line: *line, ..Problem::error(&config.path, message) }
        };
        asked.difference(&known).map(problem).collect::<Vec<_>>()
    };
    own().flat_map(unknown).collect()
}

/// Every concept that a kind asks for.
fn concepts(kind: &Kind) -> BTreeSet<String> {
    fn lists(shape: ShapeRef<'_>) -> impl Iterator<Item = &String> {
        [shape.heads, shape.triggers, shape.context, shape.unless].into_iter().flatten()
    }
    let states = kind.states.iter().flat_map(|state| &state.concepts);
    kind.shapes().flat_map(lists).chain(states).cloned().collect()
}

/// A note where every article is a story of its own, so that nothing is compared.
fn uncompared(articles: &[Article]) -> Option<Problem> {
    let stories: BTreeSet<&str> = articles.iter().map(|article| article.story.as_str()).collect();
    let is_alone = articles.len() > 1 && stories.len() == articles.len();
    is_alone.then(|| {
        let message = format!(
            "{} articles of {} stories, none compared; --across compares all",
            articles.len(),
            stories.len()
        );
        Problem::note(Path::new(""), message)
    })
}

/// Extracts every article; where a reviewer stated facts, they stand in place of what would be read of the
/// same kind or from the same words in the same sense.
fn extract_all(
    articles: &[Article],
    is_read: &[bool],
    reviewed: Vec<Fact>,
    lexicon: &Lexicon,
) -> Vec<Extraction> {
    let mut by_article: BTreeMap<ArticleIdx, Vec<Fact>> = BTreeMap::new();
    for fact in reviewed {
        by_article.entry(fact.article).or_default().push(fact);
    }
    let extract = |(idx, (article, is_read)): (usize, (&Article, &bool))| {
        if *is_read { extract::extract(article, ArticleIdx(idx), lexicon) } else { Extraction::default() }
    };
    let mut extractions: Vec<Extraction> =
        articles.par_iter().zip(is_read).enumerate().map(extract).collect();
    for (article, mut facts) in by_article {
        let Some(extraction) = extractions.get_mut(article.0) else { continue };
        for fact in &mut facts {
            mark_translated(fact, articles.get(article.0), lexicon);
            fact.event = fact.event.or_else(|| event_of(fact, &extraction.facts));
        }
        let stated: Vec<bool> =
            facts.iter().map(|fact| extraction.facts.iter().any(|read| states(fact, read))).collect();
        let is_replaced = |read: &Fact| {
            facts.iter().zip(&stated).any(|(fact, is_stated)| {
                fact.kind == read.kind || states(fact, read) || (!is_stated && share_words(fact, read))
            })
        };
        extraction.facts.retain(|read| !is_replaced(read));
        extraction.facts.splice(0..0, facts);
    }
    extractions
}

/// Marks a reviewed quote as translated where its speaker's language is another than the article's.
fn mark_translated(fact: &mut Fact, article: Option<&Article>, lexicon: &Lexicon) {
    let language = article.and_then(|article| article.language.as_deref());
    let speakers = fact.slots.get(&Slot::Who).into_iter().flat_map(|filling| filling.values.iter());
    let keys = speakers
        .filter_map(|value| if let Value::Name(name) = value { Some(&name.keys) } else { None })
        .flatten();
    let country = keys.filter_map(|key| lexicon.gazetteer.country_of(key)).next();
    if let (Value::Words(words), Some(language)) = (&mut fact.value, language) {
        words.translated = lexicon.gazetteer.is_foreign(country.as_deref(), language);
    }
}

/// The event that the words of a reviewed fact tell of, as they were read.
fn event_of(reviewed: &Fact, read: &[Fact]) -> Option<EventIdx> {
    let same = read.iter().find(|read| read.kind == reviewed.kind && share_words(reviewed, read));
    same.and_then(|read| read.event)
}

/// Whether a fact that was read says what a reviewer states, in the same words. Where none does, the reviewer
/// corrects what was read there; where one does, the words may say other things besides.
fn states(reviewed: &Fact, read: &Fact) -> bool {
    share_words(reviewed, read) && compare(&reviewed.value, &read.value) == Comparison::Equal
}

fn share_words(reviewed: &Fact, read: &Fact) -> bool {
    let spans = |fact: &Fact| fact.evidence.iter().filter_map(|evidence| evidence.span).collect::<Vec<_>>();
    spans(reviewed).iter().any(|span| spans(read).iter().any(|other| span.overlaps(other)))
}

/// What the configuration decides of names.
fn decisions(config: &Config, lexicon: &Lexicon) -> Vec<Decision> {
    let names = |(a, b): &(String, String)| (lexicon.name(a), lexicon.name(b));
    let same = config.same.iter().map(names).map(|(a, b)| Decision::Same(a, b));
    let not_same = config.not_same.iter().map(names).map(|(a, b)| Decision::NotSame(a, b));
    same.chain(not_same).collect()
}

fn settings(config: &Config, lexicon: &Lexicon) -> Settings {
    let severity = |name: &str| Severity::ALL.into_iter().find(|severity| severity.name() == name);
    let of_kind = |kind: &Kind| Some((kind.id.clone(), severity(kind.severity.as_deref()?)?));
    let waiver = |waiver: &config::Waiver| Waiver {
        finding: waiver.finding.clone(),
        reason: waiver.reason.clone(),
        owner: waiver.owner.clone(),
        until: waiver.until,
        path: config.path.clone(),
        line: waiver.line,
    };
    Settings {
        severities: config.severities.clone(),
        kind_severity: lexicon.kinds().iter().filter_map(of_kind).collect(),
        waivers: config.waivers.iter().map(waiver).collect(),
        today: None,
    }
}

/// The gate's finding of a problem inside a fact file.
fn invalid(problem: &Problem) -> Option<Finding> {
    let rule = problem.rule.filter(|rule| *rule == Rule::FactFileInvalid)?;
    let detail = Detail::File {
        path: problem.path.clone(),
        line: problem.line,
        column: problem.column,
        fault: problem.message.clone(),
    };
    Some(Finding {
        rule,
        severity: rule.severity(),
        question: None,
        left: Vec::new(),
        right: Vec::new(),
        detail,
    })
}

fn line(problem: &Problem) -> ProblemLine {
    ProblemLine {
        path: (!problem.path.as_os_str().is_empty()).then(|| problem.path.clone()),
        line: problem.line,
        column: problem.column,
        message: problem.message.clone(),
        is_error: problem.level == Level::Error,
    }
}
