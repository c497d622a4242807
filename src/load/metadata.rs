//! What is known of an article beside its text: the keys of front matter, of a fact file and of a JSON
//! line, which are the same keys with the same meaning.

use crate::load::fields::{Fields, Words};
use crate::load::problem::Log;
use crate::load::yaml::Place;
use crate::value::compare::{self, Comparison};
use crate::value::notation;
use crate::value::time::{Part, Point, Time};

/// The keys of front matter; a fact file has one more, `text`.
pub(super) const KEYS: [&str; 8] =
    ["id", "language", "published", "publisher", "story", "title", "updated", "url"];

/// What is known of an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Metadata {
    /// Its id, as somebody chose it.
    pub(super) id: Option<String>,
    /// Headline, and where it stands in what was read.
    pub(super) title: Option<(String, Place)>,
    /// Who published it.
    pub(super) publisher: Option<String>,
    /// When it was published.
    pub(super) published: Option<Time>,
    /// When it was last changed.
    pub(super) updated: Option<Time>,
    /// BCP 47 tag.
    pub(super) language: Option<String>,
    /// Where it was published.
    pub(super) url: Option<String>,
    /// The story that it names.
    pub(super) story: Option<String>,
}

impl Metadata {
    /// What both know and do not say alike, by key: what this one says and what the other does.
    pub(super) fn differences(&self, other: &Self) -> Vec<(&'static str, String, String)> {
        let title = |metadata: &Self| metadata.title.as_ref().map(|(title, _)| title.clone());
        // A day holds the hour that the other gives.
        let are_apart = |one: Option<Time>, other: Option<Time>| {
            one.zip(other).filter(|(one, other)| compare::times(one, other) == Comparison::Disjoint)
        };
        let times = |one, other| {
            let apart = are_apart(one, other).map(|(one, other)| (one.to_string(), other.to_string()));
            apart.unzip()
        };
        let (published, updated) =
            (times(self.published, other.published), times(self.updated, other.updated));
        let both = [
            ("id", self.id.clone(), other.id.clone()),
            ("language", self.language.clone(), other.language.clone()),
            ("published", published.0, published.1),
            ("publisher", self.publisher.clone(), other.publisher.clone()),
            ("story", self.story.clone(), other.story.clone()),
            ("title", title(self), title(other)),
            ("updated", updated.0, updated.1),
            ("url", self.url.clone(), other.url.clone()),
        ];
        let differ = |(key, own, other): (&'static str, Option<String>, Option<String>)| {
            let (own, other) = own.zip(other)?;
            (own != other).then_some((key, own, other))
        };
        both.into_iter().filter_map(differ).collect()
    }

    /// What is known of both; `self` wins.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            id: self.id.or(other.id),
            title: self.title.or(other.title),
            publisher: self.publisher.or(other.publisher),
            published: self.published.or(other.published),
            updated: self.updated.or(other.updated),
            language: self.language.or(other.language),
            url: self.url.or(other.url),
            story: self.story.or(other.story),
        }
    }
}

/// Reads the values of the keys.
pub(super) fn read(fields: &Fields<'_>, log: &mut Log) -> Metadata {
    let mut text = |key| fields.text(key, log);
    let owned = |words: Option<Words<'_>>| words.map(|words| words.text.to_owned());
    let (id, publisher, url, story) = (text("id"), text("publisher"), text("url"), text("story"));
    let (title, published, updated) = (text("title"), text("published"), text("updated"));
    let language = text("language");
    Metadata {
        id: owned(id),
        title: title.map(|words| (words.text.to_owned(), words.place)),
        publisher: owned(publisher),
        published: checked(published, time, NO_TIME, log),
        updated: checked(updated, time, NO_TIME, log),
        language: checked(language, language_tag, NO_LANGUAGE, log),
        url: owned(url),
        story: owned(story),
    }
}

/// What is wrong with a time of publication.
pub(super) const NO_TIME: &str =
    "is no day, expected `2024-06-18`, `2024-06-18 10:00` or `2024-06-18T10:00:00+03:00`";

/// What is wrong with a language.
pub(super) const NO_LANGUAGE: &str = "is no language, expected a BCP 47 tag such as `ar` or `en-GB`";

fn checked<T>(
    words: Option<Words<'_>>,
    read: impl Fn(&str) -> Option<T>,
    wrong: &str,
    log: &mut Log,
) -> Option<T> {
    let words = words?;
    let value = read(words.text);
    if value.is_none() {
        log.error(words.place, format!("\"{}\" {wrong}", words.text));
    }
    value
}

/// Reads a day, or an instant; fractions of a second are dropped.
pub(super) fn time(text: &str) -> Option<Time> {
    let mut iso = text.replacen(' ', "T", 1);
    if let Some(dot) = iso.find('.') {
        let digits = iso.bytes().skip(dot + 1).take_while(u8::is_ascii_digit).count();
        iso.replace_range(dot..=dot + digits, "");
    }
    let time = notation::time(&iso).ok()?;
    let is_day = matches!(time.first, Some(Point { part: Part::Day(_), .. })) && time.first == time.last;
    is_day.then_some(time)
}

/// Reads a language tag; its first part is written in small letters.
pub(super) fn language_tag(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let language = parts.next().filter(|part| (2..=3).contains(&part.len()))?;
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_tag = language.bytes().all(|byte| byte.is_ascii_alphabetic()) && parts.all(is_part);
    is_tag.then(|| text.replacen(language, &language.to_ascii_lowercase(), 1))
}
