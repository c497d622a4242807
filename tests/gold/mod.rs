//! Stories of several articles with what they agree on and where they contradict each other: `tests/stories`.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

use factcheck::fact::{Article, ArticleIdx};
use factcheck::text::span::{Original, Span};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What one story states.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Gold {
    /// What several articles tell.
    pub(crate) claims: Vec<Claim>,
    /// Passages that look alike and answer two questions.
    #[serde(default)]
    pub(crate) distractors: Vec<Distractor>,
}

/// One question, with the answers of the articles.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Claim {
    /// The answers, one an article.
    pub(crate) answers: Vec<Answer>,
    /// How each two of them stand.
    pub(crate) relations: Vec<Relation>,
}

/// A passage of an article.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Answer {
    /// The article, by its name.
    pub(crate) article: String,
    /// Its exact words.
    pub(crate) evidence: String,
}

/// How two answers stand.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Relation {
    /// Their articles.
    pub(crate) between: [String; 2],
    /// Agree, refine, contradict, update or dispute.
    pub(crate) relation: String,
}

/// Two passages of which none says anything of the other.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Distractor {
    /// The one.
    pub(crate) a: Answer,
    /// The other.
    pub(crate) b: Answer,
}

/// A passage of a text: the article and its bytes.
pub(crate) type Words = (ArticleIdx, Span<Original>);

/// Two passages of two articles.
pub(crate) type Pair<'g> = [&'g Answer; 2];

/// The folders of all stories, in order.
pub(crate) fn folders() -> io::Result<Vec<PathBuf>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let mut folders: Vec<PathBuf> =
        fs::read_dir(root)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    Ok(folders)
}

/// The articles of a story.
pub(crate) fn articles(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    Ok(files)
}

impl Gold {
    /// What the story of a folder states.
    pub(crate) fn read(folder: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(folder.join("gold.yaml"))?;
        serde_yaml::from_str(&text).map_err(io::Error::other)
    }

    /// The pairs of passages that stand so to each other.
    pub(crate) fn pairs(&self, is_asked: impl Fn(&str) -> bool) -> Vec<Pair<'_>> {
        let mut pairs = Vec::new();
        for claim in &self.claims {
            let of = |article: &String| claim.answers.iter().find(|answer| answer.article == *article);
            for relation in claim.relations.iter().filter(|relation| is_asked(&relation.relation)) {
                let [left, right] = &relation.between;
                pairs.extend(of(left).zip(of(right)).map(|(left, right)| [left, right]));
            }
        }
        pairs
    }

    /// The pairs of passages that only look alike.
    pub(crate) fn traps(&self) -> Vec<Pair<'_>> {
        self.distractors.iter().map(|trap| [&trap.a, &trap.b]).collect()
    }
}

/// Whether two passages are those of a pair, in either order.
pub(crate) fn meet(pair: Pair<'_>, left: Words, right: Words, articles: &[Article]) -> bool {
    let [one, other] = pair;
    (is_in(one, left, articles) && is_in(other, right, articles))
        || (is_in(one, right, articles) && is_in(other, left, articles))
}

/// Whether some words lie in a passage, wherever in the body of its article it stands.
fn is_in(answer: &Answer, (article, span): Words, articles: &[Article]) -> bool {
    let article = articles.get(article.0).filter(|article| is_named(article, &answer.article));
    let found = article.and_then(|article| Some((article.body, article.text.as_ref()?)));
    found.is_some_and(|(body, text)| {
        let mut found = text.source().match_indices(&answer.evidence).filter(|(at, _)| *at >= body);
        found.any(|(at, words)| span.start < at + words.len() && at < span.end)
    })
}

/// Whether some words stand in the front matter of their article.
pub(crate) fn is_heading((article, span): Words, articles: &[Article]) -> bool {
    articles.get(article.0).is_some_and(|article| span.start < article.body)
}

/// Whether an article's file has this name.
fn is_named(article: &Article, name: &str) -> bool {
    article.path.as_ref().and_then(|path| path.file_stem()).is_some_and(|stem| stem == name)
}
