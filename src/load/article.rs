//! Articles as texts: plain text and Markdown, with YAML front matter or without. It looks into the words
//! no further than the heading.

use crate::fact::Article;
use crate::load::evidence;
use crate::load::fields;
use crate::load::metadata::{self, Metadata};
use crate::load::problem::Log;
use crate::load::yaml::{self, Content, Node, Place};
use crate::text::Text;
use crate::text::position::LineIndex;
use crate::text::span::{Original, Span};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// An article whose id and story are still to be settled among all that were read.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The article as far as it is known; its id and story are empty.
    pub(super) article: Article,
    /// What somebody wrote of it.
    pub(super) metadata: Metadata,
    /// Where it stands among the articles: the one path of its file, and the line for one of many.
    pub(super) key: (PathBuf, usize),
    /// The folder of its text, or of its fact file where it has none; none for standard input.
    pub(super) folder: Option<PathBuf>,
    /// The folder of its fact file, where it has a text besides.
    pub(super) fact_folder: Option<PathBuf>,
    /// Whether its text was read only since its fact file names it.
    pub(super) is_fetched: bool,
    /// The file that it was read from, for messages.
    pub(super) shown: PathBuf,
    /// The name of its file without extension.
    pub(super) stem: String,
}

/// What is wrong with front matter without an end.
const UNCLOSED: &str = "front matter is never closed by a line `---`, so it is read as text";

/// Reads a text with its front matter; `is_markdown` lets a first heading be its title.
pub(super) fn read(source: String, is_markdown: bool, log: &mut Log) -> Draft {
    let front = front_matter(&source);
    if front.is_none() && is_unclosed(&source) {
        log.note(UNCLOSED);
    }
    let body = front.as_ref().map_or(0, |front| front.body);
    let mut metadata = front.map(|front| read_front(&source, &front, log)).unwrap_or_default();
    let mut title_span = metadata.title.as_ref().and_then(|(title, place)| span_of(&source, title, *place));
    if is_markdown && metadata.title.is_none() {
        title_span = heading(&source, body);
        let title = title_span.and_then(|span| source.get(span.start..span.end));
        metadata.title = title.map(|title| (title.to_owned(), Place::default()));
    }
    let lines = LineIndex::new(&source);
    let text = Some(Arc::new(Text::new(source)));
    Draft {
        article: Article { text, body, title_span, lines, ..Article::default() },
        metadata,
        ..Draft::default()
    }
}

/// Writes what is known of a draft into its article; a title from elsewhere is looked for where a title stands.
pub(super) fn settle(draft: &mut Draft) {
    let Metadata { id: _, title, publisher, published, updated, language, url, story: _ } =
        draft.metadata.clone();
    let article = &mut draft.article;
    let title = title.map(|(title, _)| title);
    let stated = article.title_span.map(|span| article.words(span).to_owned());
    if stated != title {
        article.title_span = title.as_ref().and_then(|title| first_line_title(article, title));
    }
    article.title = title;
    article.publisher = publisher;
    article.published = published;
    article.updated = updated;
    article.language = language;
    article.url = url;
}

/// Where front matter stands, and where the body begins behind it.
struct Front {
    yaml: Range<usize>,
    body: usize,
}

/// Finds front matter: a first line `---`, and the next line that is `---` or `...`.
fn front_matter(source: &str) -> Option<Front> {
    let mut lines = source.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let start = first.len();
    let mut end = start;
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return Some(Front { yaml: start..end, body: end + line.len() });
        }
        end += line.len();
    }
    None
}

/// Whether a text begins as front matter does, with one of its keys, and never closes it.
fn is_unclosed(source: &str) -> bool {
    let mut lines = source.lines();
    let opens = lines.next().is_some_and(|line| line.trim_end() == "---");
    let key = lines.next().and_then(|line| line.split_once(':')).map(|(key, _)| key);
    opens && key.is_some_and(|key| metadata::KEYS.contains(&key))
}

fn read_front(source: &str, front: &Front, log: &mut Log) -> Metadata {
    match yaml::parse(source.get(front.yaml.clone()).unwrap_or_default()) {
        Ok(mut node) => {
            shift(&mut node, front.yaml.start);
            match node.content {
                // A rule, some words and a second rule are no front matter, and stay part of the text.
                Content::Empty | Content::Text(_) | Content::List(_) => Metadata::default(),
                Content::Map(_) => fields::own_fields(&node, "the front matter", &metadata::KEYS, log)
                    .map(|fields| metadata::read(&fields, log))
                    .unwrap_or_default(),
            }
        }
        Err(fault) => {
            log.error(
                moved(fault.place, front.yaml.start),
                format!("front matter cannot be read: {}", fault.message),
            );
            Metadata::default()
        }
    }
}

/// Moves every place behind the line that opens the front matter.
fn shift(node: &mut Node, bytes: usize) {
    node.place = moved(node.place, bytes);
    match &mut node.content {
        Content::Empty | Content::Text(_) => {}
        Content::List(items) => items.iter_mut().for_each(|item| shift(item, bytes)),
        Content::Map(pairs) => {
            for (key, value) in pairs {
                key.place = moved(key.place, bytes);
                shift(value, bytes);
            }
        }
    }
}

const fn moved(place: Place, bytes: usize) -> Place {
    Place { line: place.line + 1, start: place.start + bytes, end: place.end + bytes, ..place }
}

/// The span of a title's words at its place, within the quotes if it has some.
fn span_of(source: &str, title: &str, place: Place) -> Option<Span<Original>> {
    let offset = source.get(place.start..place.end)?.find(title)?;
    Some(Span::new(place.start + offset, place.start + offset + title.len()))
}

/// The words of a first-level heading that opens the body.
fn heading(source: &str, body: usize) -> Option<Span<Original>> {
    let line = first_line(source, body)?;
    let words = source.get(line.start..line.end)?.strip_prefix("# ")?;
    let start = line.end - words.trim_start().len();
    Some(Span::new(start, line.end))
}

/// Where the title stands when the first line of the body holds it.
fn first_line_title(article: &Article, title: &str) -> Option<Span<Original>> {
    let text = article.text.as_ref().filter(|text| text.may_hold(title))?;
    let source = text.source();
    let line = first_line(source, article.body)?;
    let found = evidence::Index::new(source.get(line.start..line.end)?).find(title, 1, |_| true)?;
    Some(Span::new(line.start + found.start, line.start + found.end))
}

/// The first line from `body` on that holds words, without white space around it.
fn first_line(source: &str, body: usize) -> Option<Range<usize>> {
    let rest = source.get(body..)?;
    let start = body + (rest.len() - rest.trim_start().len());
    let line = source.get(start..)?.lines().next()?.trim_end();
    (!line.is_empty()).then(|| start..start + line.len())
}
