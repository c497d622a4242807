//! What speaks for and against two figures being two tellings of one, and what keeps them apart, as steps of an
//! explanation.

use crate::fact::Fact;
use crate::graph::alike::weighed::{Pair, Words};
use crate::report::explain::Step;
use crate::report::safe;
use crate::run::analyse::Analysis;
use crate::run::explain::Spot;

/// Most clues that are told, the weightiest first.
const MOST: usize = 8;

/// The step that weighs two figures; none where they were not weighed.
pub(super) fn step(analysis: &Analysis, left: &Fact, right: &Fact) -> Option<Step> {
    analysis.knowledge.weighed.between(left, right).map(weighed)
}

/// The steps that tell of the values at two places what speaks for and against their being one, where not both are
/// facts; none where no two values were weighed that stand there.
pub(super) fn values(analysis: &Analysis, [left, right]: [&str; 2]) -> Option<Vec<Step>> {
    let (left, right) = (Spot::of(left)?, Spot::of(right)?);
    let stands = |(article, span): &Words, spot: Spot<'_>| {
        analysis.knowledge.article(*article).is_some_and(|article| spot.holds(article, *span))
    };
    let pairs = analysis.knowledge.weighed.iter();
    let faces = |pair: &&Pair| {
        let both = |one, other| stands(&pair.left, one) && stands(&pair.right, other);
        both(left, right) || both(right, left)
    };
    let pair = pairs.filter(faces).max_by_key(|pair| pair.evidence.weight())?;
    let mut steps = Vec::from([pair.left, pair.right].map(|words| value(analysis, words)));
    if !stands(&pair.left, left) {
        steps.reverse();
    }
    steps.push(weighed(pair));
    Some(steps)
}

/// The value that stands in some words, and the kinds that ask for it.
fn value(analysis: &Analysis, words: Words) -> Step {
    let (article, span) = words;
    let article = analysis.knowledge.article(article);
    let said = article.map_or("", |article| article.words(span));
    let place = article.map(|article| format!("{}:{}", article.id, article.position(span).line));
    let is_it = |fact: &&Fact| fact.anchor() == Some((words.0, span.end));
    let kinds: Vec<&str> =
        analysis.knowledge.facts.iter().filter(is_it).map(|fact| fact.kind.as_str()).collect();
    let asked = if kinds.is_empty() { "no kind of fact asks for it".to_owned() } else { kinds.join(", ") };
    Step {
        title: format!("{} says {}", place.unwrap_or_default(), safe::line(said)),
        detail: asked,
        evidence: Vec::new(),
    }
}

/// What two figures weigh, and whether that is enough.
fn weighed(pair: &Pair) -> Step {
    let evidence = &pair.evidence;
    let mut parts: Vec<(&str, i64)> = evidence.parts().map(|(clue, weight)| (clue.words(), weight)).collect();
    parts.retain(|(_, weight)| *weight != 0);
    parts.sort_by_key(|(_, weight)| std::cmp::Reverse(weight.abs()));
    let told: Vec<String> =
        parts.iter().take(MOST).map(|(words, weight)| format!("{words} {weight:+}")).collect();
    let kept = pair
        .stop
        .map(|stop| format!("; where no kind decides, kept apart: {}", stop.words()))
        .unwrap_or_default();
    Step {
        title: format!(
            "weighed as two tellings of one figure: {:+} of {:+}{kept}",
            evidence.weight(),
            evidence.enough()
        ),
        detail: format!("in hundredths of a ban: {}", told.join(", ")),
        evidence: Vec::new(),
    }
}
