//! What speaks for and against two figures being two tellings of one, as a step of an explanation.

use crate::fact::Fact;
use crate::report::explain::Step;
use crate::run::analyse::Analysis;

/// Most clues that are told, the weightiest first.
const MOST: usize = 8;

/// The step that weighs two figures; none where they were not weighed.
pub(super) fn step(analysis: &Analysis, left: &Fact, right: &Fact) -> Option<Step> {
    let evidence = analysis.knowledge.weighed.between(left, right)?;
    let mut parts: Vec<(&str, i64)> = evidence.parts().map(|(clue, weight)| (clue.words(), weight)).collect();
    parts.retain(|(_, weight)| *weight != 0);
    parts.sort_by_key(|(_, weight)| std::cmp::Reverse(weight.abs()));
    let told: Vec<String> =
        parts.iter().take(MOST).map(|(words, weight)| format!("{words} {weight:+}")).collect();
    Some(Step {
        title: format!(
            "weighed as two tellings of one figure: {:+} of {:+}",
            evidence.weight(),
            evidence.enough()
        ),
        detail: format!("in hundredths of a ban: {}", told.join(", ")),
        evidence: Vec::new(),
    })
}
