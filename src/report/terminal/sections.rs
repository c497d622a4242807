//! What calls for nobody's attention: agreements, refinements, updates, facts that stand alone.

use crate::fact::{Article, FactIdx};
use crate::finding::Verdict;
use crate::finding::reason::{Reason, Relation};
use crate::graph::Knowledge;
use crate::report::excerpt::Mark;
use crate::report::groups::Agreement;
use crate::report::style::{self, Tone};
use crate::report::terminal::row;
use crate::report::{Options, Report, groups, heading, message, safe};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// Characters of the list of values that agree, or of a title.
const MAX_VALUES: usize = 120;

/// Writes one block for each question's agreement: what is agreed on, by how many, and the words.
///
/// # Errors
/// When `out` cannot be written to.
pub fn agreements(
    report: &Report,
    agreements: &[Agreement],
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let knowledge = report.knowledge;
    title(message::relation(Relation::Agree), agreements.is_empty(), options, out)?;
    for agreement in agreements {
        let about = knowledge.questions.get(agreement.question.0);
        let about = about.map_or_else(String::new, |about| heading::question(about, knowledge, options));
        let articles = groups::articles(&agreement.facts, knowledge);
        let counts = message::sources(articles.len(), groups::origins(&articles, knowledge).len());
        let values = values(knowledge, &agreement.facts);
        let shown = options.isolated(&safe::cut(&values.join(" = "), MAX_VALUES));
        writeln!(out, "  {about}: {shown} ({}{counts})", reasons(&agreement.reasons))?;
        let facts = agreement.facts.iter().take(row::SHOWN).filter_map(|idx| row_of(knowledge, *idx, "="));
        // One value stands in the line above already.
        let facts =
            facts.map(|fact| if values.len() == 1 { row::with_value(fact, String::new()) } else { fact });
        row::write(&facts.collect::<Vec<_>>(), "    ", options, out)?;
        more(agreement.facts.len(), "    ", out)?;
    }
    gap(agreements.is_empty(), out)
}

/// Writes pairs that differ without being at odds, as the two sides of a diff.
///
/// # Errors
/// When `out` cannot be written to.
pub fn pairs(
    report: &Report,
    relation: Relation,
    verdicts: &[&Verdict],
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    title(message::relation(relation), verdicts.is_empty(), options, out)?;
    for verdict in verdicts {
        let about = report.knowledge.questions.get(verdict.question.0);
        let about =
            about.map_or_else(String::new, |about| heading::question(about, report.knowledge, options));
        writeln!(out, "  {about}: {}", message::reason(verdict.reason))?;
        let mut rows = row::side(report.knowledge, &verdict.left, verdict.right.first().copied(), Mark::Left);
        rows.extend(row::side(report.knowledge, &verdict.right, verdict.left.first().copied(), Mark::Right));
        row::write(&rows, "    ", options, out)?;
    }
    gap(verdicts.is_empty(), out)
}

/// Every fact that findings, agreements and some verdicts show, or that repeats in its article what they show.
#[must_use]
pub fn shown<'a>(
    report: &Report,
    agreements: &[Agreement],
    verdicts: impl Iterator<Item = &'a Verdict>,
) -> BTreeSet<FactIdx> {
    let findings = report.judged.iter().map(|judged| &judged.finding);
    let found = findings.flat_map(|finding| finding.left.iter().chain(&finding.right).copied());
    let agreed = agreements.iter().flat_map(|agreement| agreement.facts.iter().copied());
    let mut shown: BTreeSet<_> = found.chain(agreed).chain(verdicts.flat_map(groups::sides)).collect();
    let article = |idx: &FactIdx| report.knowledge.fact(*idx).map(|fact| fact.article);
    for class in report.knowledge.questions.iter().flat_map(|question| &question.classes) {
        let articles: BTreeSet<_> =
            class.facts.iter().filter(|idx| shown.contains(idx)).map(article).collect();
        shown.extend(class.facts.iter().filter(|idx| articles.contains(&article(idx))));
    }
    shown
}

/// Writes the facts that stand alone, one line each, article by article.
///
/// # Errors
/// When `out` cannot be written to.
pub fn singles(
    report: &Report,
    shown: &BTreeSet<FactIdx>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut by_article = BTreeMap::<_, Vec<_>>::new();
    let facts = report.knowledge.facts.iter().enumerate();
    for (idx, fact) in facts.filter(|(idx, _)| !shown.contains(&FactIdx(*idx))) {
        by_article.entry(fact.article).or_default().push((FactIdx(idx), fact));
    }
    title(message::SINGLES, by_article.is_empty(), options, out)?;
    for (article, facts) in &by_article {
        let Some(article) = report.knowledge.article(*article) else { continue };
        writeln!(out, "  {}", article_line(article, options))?;
        let rows = facts.iter().map(|(idx, fact)| {
            let value =
                format!("{}: {}", heading::fact(fact, &options.plain()), safe::line(&message::value(fact)));
            row::with_value(
                row::single(article, (*idx, fact), "·"),
                safe::cut(&value, MAX_VALUES).into_owned(),
            )
        });
        row::write(&rows.collect::<Vec<_>>(), "    ", options, out)?;
    }
    gap(by_article.is_empty(), out)
}

/// An article by its id, title, publisher and date.
fn article_line(article: &Article, options: &Options) -> String {
    let title = article.title.as_ref().map(|title| options.isolated(&safe::cut(title, MAX_VALUES)));
    let publisher = article.publisher.as_ref().map(|name| options.isolated(&safe::cut(name, MAX_VALUES)));
    let published = article.published.map(|time| time.to_string());
    let id = style::paint(&options.foreign(&article.id), Tone::Heading, options);
    let parts = [Some(id), title, publisher, published];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn row_of(knowledge: &Knowledge, idx: FactIdx, sign: &'static str) -> Option<row::Row> {
    Some(row::single(knowledge.article_of(idx)?, (idx, knowledge.fact(idx)?), sign))
}

/// The distinct values of facts that agree, in the order of the facts.
fn values(knowledge: &Knowledge, facts: &BTreeSet<FactIdx>) -> Vec<String> {
    let mut values = Vec::new();
    for value in facts.iter().filter_map(|idx| knowledge.fact(*idx)).map(message::value) {
        if values.len() < row::SHOWN && !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// Why facts agree, unless they simply say the same.
fn reasons(reasons: &BTreeSet<Reason>) -> String {
    let words =
        reasons.iter().filter(|reason| **reason != Reason::SameValue).map(|reason| message::reason(*reason));
    words.map(|reason| format!("{reason}, ")).collect()
}

fn title(words: &str, is_empty: bool, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    if is_empty { Ok(()) } else { writeln!(out, "{}", style::paint(words, Tone::Heading, options)) }
}

fn more(len: usize, indent: &str, out: &mut dyn Write) -> io::Result<()> {
    let n_hidden = len.saturating_sub(row::SHOWN);
    if n_hidden > 0 {
        writeln!(out, "{indent}… and {}", message::count(n_hidden, "more fact"))
    } else {
        Ok(())
    }
}

fn gap(is_empty: bool, out: &mut dyn Write) -> io::Result<()> {
    if is_empty { Ok(()) } else { writeln!(out) }
}
