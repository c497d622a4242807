//! The words of a fact within their line, with what differs marked in the line: `… [-15-] killed …`.
//!
//! Marks stand in the text and not on a line below, since no terminal agrees with another on the columns of
//! Arabic. Everything here is bounded, however long the line is.

use crate::fact::{Article, Evidence};
use crate::report::style::{self, Tone};
use crate::report::{Options, safe};
use crate::text::span::{Original, Span};
use similar::{ChangeTag, TextDiff};

/// Characters of the line that are shown before and after the words.
const CONTEXT: usize = 60;
/// Characters of the words themselves that are shown and compared.
const MAX_WORDS: usize = 600;

/// What marked words are to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// They are the first side's.
    Left,
    /// They are the second side's.
    Right,
    /// Both sides share them.
    Shared,
}

/// Words with what stands around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before them in their line.
    pub before: String,
    /// The words, cut into runs.
    pub runs: Vec<Run>,
    /// What stands behind them in their line.
    pub after: String,
}

/// Words that are marked, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether the other side lacks them.
    pub is_marked: bool,
}

impl Mark {
    /// What stands around marked words, so that they are seen without colour.
    const fn brackets(self) -> (&'static str, &'static str) {
        match self {
            Self::Left => ("[-", "-]"),
            Self::Right => ("{+", "+}"),
            Self::Shared => ("[", "]"),
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Left => Tone::Left,
            Self::Right => Tone::Right,
            Self::Shared => Tone::Shared,
        }
    }
}

/// The words of some evidence in their line, wholly marked.
#[must_use]
pub fn whole(article: &Article, evidence: &Evidence) -> Excerpt {
    excerpt(article, evidence, vec![Run { text: words(evidence), is_marked: true }])
}

/// The words of some evidence in their line; marked is what `other` lacks, word by word.
#[must_use]
pub fn against(article: &Article, evidence: &Evidence, other: &Evidence) -> Excerpt {
    excerpt(article, evidence, differences(&words(evidence), &words(other)))
}

/// The excerpt as text: safe, marked, coloured, and in isolates as one run, so that its words stay in order.
#[must_use]
pub fn render(excerpt: &Excerpt, mark: Mark, options: &Options) -> String {
    let (open, close) = mark.brackets();
    let run = |run: &Run| {
        let text = safe::line(&run.text);
        if run.is_marked {
            style::paint(&format!("{open}{text}{close}"), mark.tone(), options)
        } else {
            text.into()
        }
    };
    let words: String = excerpt.runs.iter().map(run).collect();
    options.isolated(&format!("{}{words}{}", safe::line(&excerpt.before), safe::line(&excerpt.after)))
}

fn excerpt(article: &Article, evidence: &Evidence, runs: Vec<Run>) -> Excerpt {
    let text = article.text.as_ref().map(|text| text.source());
    let around = text.zip(evidence.span).and_then(|(text, span)| around(text, span));
    let (before, after) = around.unwrap_or_default();
    Excerpt { before, runs, after }
}

fn words(evidence: &Evidence) -> String {
    match evidence.words.char_indices().nth(MAX_WORDS) {
        Some((end, _)) => format!("{}…", evidence.words.get(..end).unwrap_or_default()),
        None => evidence.words.clone(),
    }
}

/// What stands before and behind `span` in its line, cut where words end; none where it does not fit.
fn around(text: &str, span: Span<Original>) -> Option<(String, String)> {
    let before = text.get(..span.start)?.char_indices().rev().take_while(|(_, c)| *c != '\n');
    let start = before.take(CONTEXT + 1).last().map_or(span.start, |(idx, _)| idx);
    let after = text.get(span.end..)?.char_indices().take_while(|(_, c)| *c != '\n');
    let end = after.take(CONTEXT + 1).last().map_or(span.end, |(idx, c)| span.end + idx + c.len_utf8());
    Some((last_words(text.get(start..span.start)?), first_words(text.get(span.end..end)?)))
}

/// The end of `text` from the beginning of a word on, when it is longer than what is shown.
fn last_words(text: &str) -> String {
    if text.chars().count() <= CONTEXT {
        return text.trim_start().to_owned();
    }
    let cut = text.find(char::is_whitespace).unwrap_or_default();
    format!("… {}", text.get(cut..).unwrap_or_default().trim_start())
}

/// The beginning of `text` up to the end of a word, when it is longer than what is shown.
fn first_words(text: &str) -> String {
    if text.chars().count() <= CONTEXT {
        return text.trim_end().to_owned();
    }
    let cut = text.rfind(char::is_whitespace).unwrap_or(text.len());
    format!("{} …", text.get(..cut).unwrap_or_default().trim_end())
}

/// `own` in runs, marked where `other` lacks the words.
fn differences(own: &str, other: &str) -> Vec<Run> {
    let diff = TextDiff::from_unicode_words(other, own);
    let mut runs = Vec::<Run>::new();
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Delete => {}
            ChangeTag::Equal => push(&mut runs, change.value(), false),
            ChangeTag::Insert => push(&mut runs, change.value(), true),
        }
    }
    runs
}

/// Adds words to the runs; a blank between two marked words is marked with them.
fn push(runs: &mut Vec<Run>, text: &str, is_marked: bool) {
    if let [.., first, blank] = runs.as_mut_slice()
        && is_marked
        && first.is_marked
        && blank.text.trim().is_empty()
    {
        first.text.push_str(&blank.text);
        runs.pop();
    }
    match runs.last_mut() {
        Some(last) if last.is_marked == is_marked => last.text.push_str(text),
        Some(_) | None => runs.push(Run { text: text.to_owned(), is_marked }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(own: &str, other: &str) -> String {
        let excerpt = Excerpt { runs: differences(own, other), ..Excerpt::default() };
        render(&excerpt, Mark::Left, &Options::default())
    }

    #[test]
    fn marks_the_words_that_the_other_side_lacks() {
        let cases = [
            ("we will not stop", "we will stop", "we will [-not -]stop"),
            ("we will stop", "we will not stop", "we will stop"),
            ("سنواصل العمل غدا", "سنواصل العمل اليوم", "سنواصل العمل [-غدا-]"),
            ("a b c", "x y z", "[-a b c-]"),
            ("same words", "same words", "same words"),
        ];
        for (own, other, expected) in cases {
            assert_eq!(marked(own, other), expected);
        }
    }

    #[test]
    fn cuts_the_line_where_words_end() {
        let text =
            format!("first line\n{}12 killed{}\nlast line", "word ".repeat(40), " in the town".repeat(20));
        let start = text.find("12 killed").unwrap();
        let (before, after) = around(&text, Span::new(start, start + "12 killed".len())).unwrap();
        assert!(before.starts_with("… word") && before.ends_with("word "), "{before}");
        assert!(after.starts_with(" in the") && after.ends_with(" …"), "{after}");
        assert!(before.chars().count() <= CONTEXT + 3 && after.chars().count() <= CONTEXT + 3);
    }

    #[test]
    fn shows_a_short_line_whole() {
        let text = "before\nonly 12 killed here\nafter";
        let start = text.find("12").unwrap();
        let expected = ("only ".to_owned(), " killed here".to_owned());
        assert_eq!(around(text, Span::new(start, start + 2)), Some(expected));
    }

    #[test]
    fn passes_over_a_span_that_does_not_fit() {
        assert_eq!(around("قصير", Span::new(1, 2)), None);
        assert_eq!(around("short", Span::new(2, 99)), None);
    }
}
