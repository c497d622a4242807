//! One fact on one line: where it stands, its value, its words; and what else is to be known of it below.

use crate::fact::{Article, Fact, FactIdx};
use crate::graph::Knowledge;
use crate::report::excerpt::{self, Excerpt, Mark};
use crate::report::place::{self, Place};
use crate::report::style::{self, Tone};
use crate::report::{Options, message, safe};
use crate::value::Value;
use std::io::{self, Write};

/// Facts of one side that are shown; the rest are counted.
pub const SHOWN: usize = 5;
/// Characters up to which places and values are aligned; longer ones push their line to the right.
const ALIGNED: usize = 28;
/// Characters of a value that are shown.
const MAX_VALUE: usize = 80;

/// A fact as one line of a block.
#[derive(Clone, Debug)]
pub struct Row {
    sign: &'static str,
    mark: Mark,
    id: String,
    place: Place,
    value: String,
    excerpt: Excerpt,
    remarks: Vec<String>,
}

/// The rows of one side, marked as such; words that `other` shares are left unmarked where both are quotes.
#[must_use]
pub fn side(knowledge: &Knowledge, facts: &[FactIdx], other: Option<FactIdx>, mark: Mark) -> Vec<Row> {
    let other = other.and_then(|idx| knowledge.fact(idx));
    let row = |idx: &FactIdx| {
        let (article, fact) = (knowledge.article_of(*idx)?, knowledge.fact(*idx)?);
        Some(Row { remarks: remarks(fact), ..new(article, (*idx, fact), other, mark) })
    };
    facts.iter().take(SHOWN).filter_map(row).collect()
}

/// A fact on its own, or one of those that agree: without remarks.
#[must_use]
pub fn single(article: &Article, fact: (FactIdx, &Fact), sign: &'static str) -> Row {
    Row { sign, ..new(article, fact, None, Mark::Shared) }
}

/// A row with another text in the place of its value.
#[must_use]
pub fn with_value(row: Row, value: String) -> Row {
    Row { value, ..row }
}

/// Writes rows: the fact's id, its place, its value and words, all aligned as far as they are short.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(rows: &[Row], indent: &str, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let width =
        |len: fn(&Row) -> usize| rows.iter().map(len).filter(|len| *len <= ALIGNED).max().unwrap_or(0);
    let ids = width(|row| row.id.len());
    let places = width(|row| row.place.width());
    let values = width(|row| row.value.chars().count());
    for row in rows {
        let pad = " ".repeat(places.saturating_sub(row.place.width()));
        let space = " ".repeat(values.saturating_sub(row.value.chars().count()));
        let place = place::render(&row.place, options);
        let value = options.isolated(&row.value);
        let gap = if values == 0 && row.value.is_empty() { "" } else { "  " };
        let words = excerpt::render(&row.excerpt, row.mark, options);
        let id = style::paint(&format!("{:ids$}", row.id), Tone::Faint, options);
        writeln!(out, "{indent}{} {id}  {place}{pad}  {space}{value}{gap}{words}", row.sign)?;
        for remark in &row.remarks {
            writeln!(out, "{indent}    {}", style::paint(&options.foreign(remark), Tone::Faint, options))?;
        }
    }
    Ok(())
}

fn new(article: &Article, (idx, fact): (FactIdx, &Fact), other: Option<&Fact>, mark: Mark) -> Row {
    let sign = match mark {
        Mark::Left => "-",
        Mark::Right => "+",
        Mark::Shared => "*",
    };
    let place = place::of(article, fact);
    Row {
        sign,
        mark,
        id: format!("f{}", idx.0 + 1),
        place,
        value: value(fact),
        excerpt: excerpt_of(article, fact, other),
        remarks: Vec::new(),
    }
}

/// The value in the notation; nothing for a quote, which is its own evidence.
fn value(fact: &Fact) -> String {
    match &fact.value {
        Value::Words(_) => String::new(),
        Value::Amount(_)
        | Value::Time(_)
        | Value::Duration(_)
        | Value::Name(_)
        | Value::Place(_)
        | Value::State(_) => safe::cut(&message::value(fact), MAX_VALUE).into_owned(),
    }
}

fn excerpt_of(article: &Article, fact: &Fact, other: Option<&Fact>) -> Excerpt {
    let Some(evidence) = fact.evidence.first() else { return Excerpt::default() };
    let is_quote = |fact: &&Fact| matches!(fact.value, Value::Words(_));
    let quoted = other.filter(is_quote).filter(|_| is_quote(&fact)).and_then(|other| other.evidence.first());
    match quoted {
        Some(other) => excerpt::against(article, evidence, other),
        None => excerpt::whole(article, evidence),
    }
}

/// Who says it, how sure the words are, and how the value came from them.
fn remarks(fact: &Fact) -> Vec<String> {
    let holder = message::holder(fact).map(|holder| format!("says {holder}"));
    let status = fact.evidence.first().and_then(|evidence| message::evidence(evidence.status));
    let derivation = fact.derivation.as_ref().map(message::derivation);
    let also = fact
        .evidence
        .iter()
        .skip(1)
        .map(|evidence| format!("and \"{}\"", safe::cut(&evidence.words, MAX_VALUE)));
    let first = holder.into_iter().chain(status.map(str::to_owned)).chain(derivation);
    first.chain(also.take(SHOWN)).collect()
}
