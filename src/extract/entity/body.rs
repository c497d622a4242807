//! Bodies: a ministry, an agency, a company, with what it is for and whose it is.

use crate::extract::entity::{Entity, EntityKind, LONGEST_NAME, Reader};
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::keys::NameKeys;
use crate::value::words::Name;

impl Reader<'_> {
    /// A ministry or other body, with what it is for and whose it is.
    pub(super) fn body(&self, idx: usize, end: usize) -> Option<Entity> {
        let body = self.id(idx, Meaning::body)?;
        let mut country = self.country_before(idx);
        let (mut topic, mut next, mut last) = (Vec::new(), idx + 1, idx + 1);
        // A noun with an article owns no noun: "the government", then its object.
        let owns = !self.words[idx].clitics.article || !self.language.grammar.adjective_after_noun;
        while next < end && next - idx <= LONGEST_NAME + 1 {
            let word = &self.words[next];
            let joins = word.is_function(Function::In) || word.is_function(Function::Of);
            if let Some(found) = self.country_at(next) {
                (country, last) = (Some(found), next + 1);
            } else if !joins && owns && self.is_topic(word) {
                topic.push(word.topic());
                last = next + 1;
            } else if !joins || !owns {
                break;
            }
            next += 1;
        }
        let words = idx - usize::from(self.country_before(idx).is_some())..last;
        let is_named = country.is_some() || !topic.is_empty() || self.words[idx].tokens.len() > 1;
        let key = role_key(&body, country.as_deref(), &topic);
        let name = Name { name: self.words_of(&words), keys: NameKeys::from([key]) };
        Some(Entity { words, kind: EntityKind::Body, is_named, names: vec![name], place: None, country })
    }

    fn is_topic(&self, word: &Word) -> bool {
        let plain = word.kind == TokenKind::Word && word.breaks == 0 && word.clitics.conjunction.is_none();
        let named = if self.language.grammar.capitals {
            word.capital
        } else {
            word.clitics.article && word.clitics.preposition.is_none()
        };
        let verb = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Speech(_)));
        plain && named && !verb
    }
}

/// The key of a role or body: what it is, whose, and what for.
pub(super) fn role_key(role: &str, country: Option<&str>, topic: &[String]) -> String {
    let mut key = format!("{role}:{}", country.unwrap_or_default());
    for word in topic {
        key.push(':');
        key.push_str(word);
    }
    key
}
