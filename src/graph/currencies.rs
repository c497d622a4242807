//! Currencies of one name: dinars of no told country are those that the other articles of the story tell of.

use crate::extract::Extraction;
use crate::fact::{Article, Fact};
use crate::lexicon::Lexicon;
use crate::lexicon::language::Language;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::unit::Unit;
use std::collections::{BTreeMap, BTreeSet};

/// Gives sums in a currency whose name several have the one of them that their story tells of.
pub(super) fn settle(articles: &[Article], extractions: &mut [Extraction], lexicon: &Lexicon) {
    let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (article, extraction) in articles.iter().zip(extractions.iter()) {
        let codes = facts(extraction).filter_map(|fact| code(&fact.value)).map(str::to_owned);
        told.entry(article.story.clone()).or_default().extend(codes);
    }
    for (article, extraction) in articles.iter().zip(extractions) {
        let language = article.language.as_deref().and_then(|tag| lexicon.language(tag));
        let Some((language, told)) = language.zip(told.get(&article.story)) else { continue };
        let figures = extraction.figures.iter_mut().map(|figure| &mut figure.fact);
        for fact in extraction.facts.iter_mut().chain(figures) {
            let Some(code) = meant(fact, language, told, lexicon) else { continue };
            if let Value::Amount(amount) = &mut fact.value {
                amount.unit = Some(Unit::currency(&code));
            }
        }
    }
}

fn facts(extraction: &Extraction) -> impl Iterator<Item = &Fact> {
    extraction.facts.iter().chain(extraction.figures.iter().map(|figure| &figure.fact))
}

/// The code of the currency of a sum.
fn code(value: &Value) -> Option<&str> {
    let Value::Amount(Amount { unit: Some(unit), .. }) = value else { return None };
    unit.is_currency().then_some(&*unit.code)
}

/// The one currency of its story that the words of a sum without a known one may mean.
fn meant(fact: &Fact, language: &Language, told: &BTreeSet<String>, lexicon: &Lexicon) -> Option<String> {
    let is_bare = matches!(&fact.value, Value::Amount(Amount { unit: None, .. }));
    let is_sum = || lexicon.kind(&fact.kind).is_some_and(|kind| kind.value == ValueType::Money);
    let words = &fact.evidence.first().filter(|_| is_bare && is_sum())?.words;
    let named = words.split_whitespace().flat_map(|word| {
        let name =
            |meaning: &Meaning| if let Meaning::Currency(name) = meaning { Some(name.clone()) } else { None };
        let found = language.look_up(&[word]);
        found.senses.iter().filter_map(|sense| name(&sense.meaning)).collect::<Vec<_>>()
    });
    let codes: BTreeSet<&str> = named
        .flat_map(|name| lexicon.units.named(&name).collect::<Vec<_>>())
        .filter(|code| told.contains(*code))
        .collect();
    let mut codes = codes.into_iter();
    codes.next().filter(|_| codes.next().is_none()).map(str::to_owned)
}
