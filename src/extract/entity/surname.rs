//! Single words that mean somebody whom the text names in full.

use crate::extract::entity::{Entity, EntityKind, Reader};
use crate::extract::word::Word;
use crate::text::hash;
use crate::text::token::TokenKind;
use std::collections::{BTreeMap, BTreeSet};

/// Bytes of a word that tell how it begins.
const BEGINNING: usize = 4;

/// How a word begins, as one of many bits; all of them for a short one, which others may go on.
fn beginning(word: &str) -> u64 {
    let bytes = word.as_bytes().first_chunk::<BEGINNING>();
    bytes.map_or(u64::MAX, |bytes| 1 << (hash::of(bytes) % u64::from(u64::BITS)))
}

impl Reader<'_> {
    /// Adds the single words that are the last word of a name which the text gives in full.
    pub(super) fn add_surnames(&self, entities: &mut Vec<Entity>) {
        let surnames = self.surnames(entities);
        if surnames.is_empty() {
            return;
        }
        let beginnings = surnames.iter().fold(0, |beginnings, surname| beginnings | beginning(surname));
        let mut added = Vec::new();
        let mut known = entities.iter().peekable();
        for (idx, word) in self.words.iter().enumerate() {
            if beginnings & beginning(&word.normal) == 0 {
                continue;
            }
            while known.next_if(|entity| entity.words.end <= idx).is_some() {}
            let is_taken = known.peek().is_some_and(|entity| entity.words.contains(&idx));
            if !is_taken
                && self.is_name_word(idx, true)
                && surnames.contains(self.bare(&word.normal))
                && !self.is_beside_name(idx)
            {
                added.push(self.person_of(idx..idx + 1));
            }
        }
        entities.extend(added);
        entities.sort_by_key(|entity| entity.words.start);
    }

    /// The last words of the full names. Where nothing marks names, one that ends several names, is a name only
    /// with the word before it, or is too short, means nobody by itself.
    fn surnames<'e>(&'e self, entities: &[Entity]) -> BTreeSet<&'e str> {
        let is_full =
            |entity: &&Entity| entity.is_named && entity.kind == EntityKind::Person && entity.words.len() > 1;
        let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for entity in entities.iter().filter(is_full) {
            let Some(last) = self.words.get(entity.words.end - 1) else { continue };
            let before = entity.words.end.checked_sub(2).and_then(|at| self.words.get(at));
            let opens = before.is_some_and(|word| word.letters.opens_name);
            let is_own = self.language.grammar.capitals
                || (!opens && last.normal.chars().count() > 2 && !last.is_common(self.language));
            if let Some(name) = entity.names.first().filter(|name| is_own && !name.is_office()) {
                names.entry(self.bare(&last.normal)).or_default().insert(name.name.as_str());
            }
        }
        let is_sole = |surname: &str, names: &BTreeSet<&str>| {
            self.language.grammar.capitals || names.len() == 1 || !self.language.is_given_name(surname)
        };
        let sole = names.into_iter().filter(|(surname, names)| is_sole(surname, names));
        sole.map(|(surname, _)| surname).collect()
    }

    /// Whether a name stands right beside the word, where nothing marks names: the word is then part of another
    /// name.
    fn is_beside_name(&self, idx: usize) -> bool {
        let word = |at: usize| self.words.get(at).filter(|word| word.kind == TokenKind::Word);
        let makes =
            |word: &Word| self.is_given(word) || word.letters.is_name_particle || word.letters.opens_name;
        let before = idx.checked_sub(1).and_then(word).filter(|_| self.words[idx].breaks == 0);
        let behind = word(idx + 1).filter(|word| word.breaks == 0 && self.words[idx].given);
        !self.language.grammar.capitals && (before.is_some_and(makes) || behind.is_some_and(makes))
    }
}
