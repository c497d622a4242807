//! The identity of a finding: what it says, never where it stands, so that it survives reordering and reflow.

use crate::fact::slot::Slot;
use crate::fact::{FactIdx, SlotValue};
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::policy::{self, Judged};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The fingerprint of a finding: 64 hexadecimal digits. Which side is left does not matter.
#[must_use]
pub fn of(finding: &Finding, knowledge: &Knowledge) -> String {
    let question = finding.question.and_then(|idx| knowledge.questions.get(idx.0));
    let mut sides = [side(&finding.left, knowledge), side(&finding.right, knowledge)];
    sides.sort();
    let mut hash = Hash::default();
    hash.field(finding.rule.name());
    hash.field(policy::kind(finding, knowledge).unwrap_or_default());
    hash.list(question.map(|question| slots(&question.slots)).unwrap_or_default());
    for side in sides {
        hash.list(side);
    }
    hash.list(detail(&finding.detail));
    hash.finish()
}

/// Gives findings that say the very same thing identities of their own, by their order.
pub fn tell_apart(judged: &mut [Judged]) {
    let mut seen = BTreeMap::<String, usize>::new();
    for judged in judged {
        let n_seen = seen.entry(judged.fingerprint.clone()).or_default();
        if *n_seen > 0 {
            let mut hash = Hash::default();
            hash.field(&judged.fingerprint);
            hash.field(&n_seen.to_string());
            judged.fingerprint = hash.finish();
        }
        *n_seen += 1;
    }
}

/// What one side says: the distinct answers, each with its article.
fn side(facts: &[FactIdx], knowledge: &Knowledge) -> BTreeSet<String> {
    let claim = |idx: &FactIdx| {
        let fact = knowledge.fact(*idx)?;
        let article = &knowledge.article(fact.article)?.id;
        Some(format!("{article}\0{}\0{}\0{}", fact.value, fact.stance.name(), fact.modality.name()))
    };
    facts.iter().filter_map(claim).collect()
}

fn slots(slots: &BTreeMap<Slot, SlotValue>) -> BTreeSet<String> {
    let values = |value: &SlotValue| value.values.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    let line = |(slot, value): (&Slot, &SlotValue)| format!("{}\0{:?}", slot.name(), values(value));
    slots.iter().map(line).collect()
}

/// The part of the detail that is not a place: a file counts by its name alone.
fn detail(detail: &Detail) -> BTreeSet<String> {
    let name = |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    match detail {
        Detail::Sides | Detail::SameArticle(_) | Detail::Origin(_) | Detail::MissingWords(_) => {
            BTreeSet::new()
        }
        Detail::ReadValue(words) => BTreeSet::from([words.clone()]),
        Detail::File { path, fault, .. } => BTreeSet::from([format!("{}\0{fault}", name(path))]),
        Detail::Waiver { finding, path, .. } => BTreeSet::from([format!("{}\0{finding}", name(path))]),
    }
}

/// A hash over fields, each with its length before it, so that no two lists of fields look alike.
#[derive(Default)]
struct Hash(Sha256);

impl Hash {
    fn field(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
    }

    fn list(&mut self, list: BTreeSet<String>) {
        self.0.update((list.len() as u64).to_le_bytes());
        for field in list {
            self.field(&field);
        }
    }

    fn finish(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
