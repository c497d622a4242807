use crate::extract::entity::{Entity, EntityKind};
use crate::extract::fate::View;
use crate::extract::mention::Mention;
use crate::extract::topic::key_at;
use crate::extract::word::Word;
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::hash;
use crate::value::Value;
use crate::value::amount;
use crate::value::words::Name;
use std::collections::BTreeSet;
use std::ops::Range;

/// Most words of a number before those whom it counts.
const NUMBER: usize = 4;

/// Words that lead to a part of what somebody is called: the driver *of* the bus.
pub(super) const JOINING: Functions =
    Functions::of(&[Function::Of, Function::From, Function::In, Function::On]);

/// Somebody of whom something is told.
#[derive(Clone, Debug)]
pub struct Who {
    /// The words that say who.
    pub words: Range<usize>,
    /// The name in full.
    pub name: Option<Name>,
    /// What he is called beside the name, or instead of it.
    pub role: Option<Part>,
}

/// What somebody is called.
#[derive(Clone, Debug)]
pub struct Part {
    /// By key.
    pub id: u64,
    /// What is broader, or the same.
    pub family: u64,
    /// Whether a story has one such, as the data say, and its article speaks of no more.
    pub is_sole: bool,
    /// Whether it speaks of nobody else of that sort, either: of a bus driver and of no lorry driver.
    pub is_alone: bool,
    /// Whether it is known which one, as "the driver" is.
    pub is_known: bool,
    /// How many they are: one, or two together.
    pub count: u8,
    /// The words that say of what, by key.
    pub of: BTreeSet<u64>,
}

impl View<'_, '_> {
    /// Who is called by some words.
    pub(super) fn called(&self, words: &Range<usize>) -> Option<Who> {
        match self.counted(words) {
            None | Some((Some(1), _)) => {}
            Some((Some(2), Some(id))) => {
                let role = Some(self.part(id, words, None, 2));
                return Some(Who { words: words.clone(), name: None, role });
            }
            Some(_) => return None,
        }
        let led = words.clone().find(|at| {
            *at > words.start && self.word(*at).is_some_and(|word| word.summary.does_any(JOINING))
        });
        let own = words.start..led.unwrap_or(words.end);
        let entity = self.reading.entities_in(own.clone()).find(|entity| is_person(entity));
        let entity = entity.filter(|entity| !self.owns(entity.words.end - 1));
        let is_name = |at: usize| {
            entity.is_some_and(|entity| entity.words.contains(&at)) && self.roles_at(at).is_empty()
        };
        let mut nouns = own.clone().filter(|at| self.word(*at).is_some_and(Word::is_noun) && !is_name(*at));
        let head =
            if self.reading.language.grammar.adjective_after_noun { nouns.next() } else { nouns.next_back() };
        let role = head.and_then(|head| {
            let id = self.roles_at(head).into_iter().next()?;
            Some(self.part(id, words, Some(head), 1))
        });
        // Somebody's own: the driver's wife.
        let is_last = |entity: &&Entity| {
            head.is_none_or(|head| {
                head < entity.words.end || self.reading.language.grammar.adjective_after_noun
            })
        };
        let name = entity.filter(is_last).and_then(|entity| entity.names.first().cloned());
        (name.is_some() || role.is_some()).then(|| Who { words: words.clone(), name, role })
    }

    /// How many people some words count, if they count any: two of a role together, اثنان من السائقين.
    pub(super) fn counted(&self, words: &Range<usize>) -> Option<(Option<i64>, Option<u64>)> {
        let near = self.reading.mentions_in(words.start.saturating_sub(NUMBER)..words.end);
        let meets = |mention: &&Mention| mention.words.end >= words.start;
        let number = |mention: &Mention| {
            let Value::Amount(amount) = &mention.value else { return None };
            let is_exact = matches!(amount.form, amount::Form::Exactly(_));
            let stated = amount.form.stated().first().and_then(|number| number.to_whole());
            let head =
                mention.head.as_ref().map(hash::of).filter(|id| self.reading.lexicon.is_of_people(*id));
            amount.unit.is_none().then_some((stated.filter(|_| is_exact), head))
        };
        near.iter().filter(meets).find_map(number)
    }

    fn part(&self, id: u64, words: &Range<usize>, head: Option<usize>, count: u8) -> Part {
        let family = self.reading.lexicon.broader(id).unwrap_or(id);
        let is_other = |at: &usize| Some(*at) != head;
        let of =
            words.clone().filter(is_other).filter_map(|at| key_at(self.reading, at)).map(|(key, ..)| key);
        let is_listed = self.kind.heads.iter().any(|own| hash::of(own) == id);
        let is_sole = is_listed && !self.speaks_of_more(id);
        let is_alone = is_sole && !self.speaks_of_like(id, family);
        Part {
            id,
            family,
            is_sole,
            is_alone,
            is_known: head.is_some_and(|head| self.is_known(head, words)),
            count,
            of: of.collect(),
        }
    }

    /// Whether the text speaks of several of a role, or of another one.
    fn speaks_of_more(&self, id: u64) -> bool {
        let is_it = |sense: &Sense| role_of(sense) == Some(id);
        let is_many = |sense: &Sense| is_it(sense) && matches!(sense.form, Form::Two | Form::Many);
        let is_more = |(at, word): (usize, &Word)| {
            let sides = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            let parts = |near: usize| self.is(near, Function::Other) || self.is_rank(near);
            word.senses.iter().any(is_many) || word.senses.iter().any(is_it) && sides.into_iter().any(parts)
        };
        self.reading.words.iter().enumerate().any(is_more)
    }

    /// Whether the text speaks of another role of one sort.
    fn speaks_of_like(&self, id: u64, family: u64) -> bool {
        let broader = |own: u64| self.reading.lexicon.broader(own).unwrap_or(own);
        let is_like = |sense: &Sense| role_of(sense).is_some_and(|own| own != id && broader(own) == family);
        self.reading.words.iter().any(|word| word.senses.iter().any(is_like))
    }

    fn is_rank(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(_))))
    }

    /// Whether it is known which one is meant.
    fn is_known(&self, head: usize, words: &Range<usize>) -> bool {
        let Some(word) = self.word(head) else { return false };
        if self.reading.language.grammar.adjective_after_noun {
            let is_tied =
                self.word(head + 1).is_some_and(|next| next.clitics.article) && words.contains(&(head + 1));
            return word.clitics.article || word.clitics.pronoun || is_tied || word.tokens.len() > 1;
        }
        let first = words.start.saturating_sub(2);
        (first..head).rev().find_map(|at| {
            let word = self.word(at)?;
            let is_any = word.is_function(Function::Per);
            let is_one = word.is_function(Function::Own) || self.owns(at) || (word.is_article() && !is_any);
            (is_any || is_one).then_some(is_one)
        }) == Some(true)
    }

    /// What a word calls people, by key: the roles of the kind, and other people.
    pub(super) fn roles_at(&self, at: usize) -> BTreeSet<u64> {
        let Some(word) = self.word(at) else { return BTreeSet::new() };
        let role = |sense: &Sense| {
            let id = sense.meaning.concept().or_else(|| sense.meaning.role())?;
            let key = hash::of(id);
            let is_person =
                self.kind.heads.iter().any(|own| **own == **id) || self.reading.lexicon.is_of_people(key);
            (is_person && sense.form == Form::One).then_some(key)
        };
        word.senses.iter().filter_map(role).collect()
    }

    pub(super) fn owns(&self, at: usize) -> bool {
        let is_marked = !self.reading.language.grammar.verb_first;
        self.word(at).is_some_and(|word| word.clitics.owner || word.clitics.pronoun && is_marked)
    }
}

/// What a meaning of a word calls people, by key.
fn role_of(sense: &Sense) -> Option<u64> {
    sense.meaning.concept().or_else(|| sense.meaning.role()).map(hash::of)
}

/// Whether an entity is somebody by a name in full.
pub(super) fn is_person(entity: &Entity) -> bool {
    entity.kind == EntityKind::Person && matches!(entity.names.as_slice(), [name] if name.is_full())
}

/// Whether a word stands before a noun and says which or whose.
pub(super) fn is_determiner(word: &Word) -> bool {
    word.is_function(Function::Own) || word.is_function(Function::Per)
}
