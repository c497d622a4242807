//! What is told by the way: that it happened to people matters only where another text of the story says that it
//! happened to nobody.

use crate::extract::Extraction;
use crate::fact::{Article, Fact};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use std::collections::BTreeSet;

/// Drops what is told by the way.
pub(super) fn drop(articles: &[Article], extractions: &mut [Extraction], lexicon: &Lexicon) {
    // The kind of a fact that befalls people, where it tells the state with this number.
    let told = |fact: &Fact, number: usize| -> Option<String> {
        let kind = lexicon.kind(&fact.kind).filter(|kind| kind.told == Telling::Done)?;
        let state = kind.states.get(number).filter(|_| !kind.heads.is_empty() && fact.id.is_none())?;
        matches!(&fact.value, Value::State(told) if *told == state.state).then(|| kind.id.clone())
    };
    let mut denied: BTreeSet<(&str, String)> = BTreeSet::new();
    for (article, extraction) in articles.iter().zip(&*extractions) {
        let kinds = extraction.facts.iter().filter_map(|fact| told(fact, 0));
        denied.extend(kinds.map(|kind| (article.story.as_str(), kind)));
    }
    for (article, extraction) in articles.iter().zip(extractions) {
        let is_asked = |kind: String| denied.contains(&(article.story.as_str(), kind));
        extraction.facts.retain(|fact| told(fact, 1).is_none_or(is_asked));
    }
}
