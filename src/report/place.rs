//! Where the words of a fact stand: `001.txt:23`; for declared evidence the line of the fact file.

use crate::fact::{Article, Fact};
use crate::report::{Options, safe};
use std::path::PathBuf;

/// A file and a line in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file, made safe; the article's id where there is no file.
    pub path: String,
    /// The line with a colon before it; empty where it is not known.
    pub line: String,
}

impl Place {
    /// Its length in characters.
    #[must_use]
    pub fn width(&self) -> usize {
        self.path.chars().count() + self.line.len()
    }
}

/// Where the first evidence of a fact stands.
#[must_use]
pub fn of(article: &Article, fact: &Fact) -> Place {
    let evidence = fact.evidence.first();
    let span = evidence.and_then(|evidence| evidence.span).filter(|_| article.text.is_some());
    let declared = evidence.and_then(|evidence| evidence.declared_at);
    let path = |path: Option<&PathBuf>| {
        let name = path.map_or_else(|| article.id.clone(), |path| path.display().to_string());
        safe::line(&name).into_owned()
    };
    match (span, declared) {
        (Some(span), _) => {
            Place { path: path(article.path.as_ref()), line: format!(":{}", article.position(span).line) }
        }
        (None, Some((line, _))) => Place {
            path: path(article.fact_path.as_ref().or(article.path.as_ref())),
            line: format!(":{line}"),
        },
        (None, None) => Place { path: path(article.path.as_ref()), line: String::new() },
    }
}

/// The place as text; the file's name alone is isolated, so that the line stays behind it.
#[must_use]
pub fn render(place: &Place, options: &Options) -> String {
    format!("{}{}", options.isolated(&place.path), place.line)
}
