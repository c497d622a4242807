//! Posts: who holds an office or has a part that one person has, as the commander of an exercise or the judge of a
//! case, by the words that stand beside the name on either side.
//!
//! Ranks and forms of address say nothing by themselves: *Brigadier* X, the commander of the exercise.

/// What somebody is by the words beside the name.
pub mod calling;

use crate::extract::attribution::{is_verb, speech};
use crate::extract::bind;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::reading::Reading;
use crate::extract::topic::key_at;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact};
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::words::Name;
use std::collections::BTreeSet;
use std::ops::Range;

/// Most words of a post on one side of a name.
const LONGEST: usize = 9;

/// What the id of a role ends with whose word is a thing as well.
const ROLE: &str = "-role";

/// Somebody who holds a post.
#[derive(Clone, Debug)]
pub struct Post {
    /// Who it is, with the words of the post and the name.
    pub fact: Fact,
    /// What the post is called, by key.
    pub roles: BTreeSet<u64>,
    /// Whether a story mostly has one such post, so that nothing need tell what it is of.
    pub is_sole: bool,
    /// What it is of, word by word, each by all that it may say.
    pub of: Vec<BTreeSet<u64>>,
    /// Whether every language knows all that it is of.
    pub is_listed: bool,
    /// The countries that it is of.
    pub countries: BTreeSet<u64>,
    /// The ranks and forms of address, by key.
    pub ranks: BTreeSet<u64>,
    /// The language, by key.
    pub language: u64,
}

impl Post {
    /// Who holds it.
    #[must_use]
    pub const fn holder(&self) -> Option<&Name> {
        if let Value::Name(name) = &self.fact.value { Some(name) } else { None }
    }
}

/// The posts that a text gives to people whom it names in full.
#[must_use]
pub fn posts(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Post> {
    let Some(kind) = reading.lexicon.told(Telling::Post).next() else {
        return Vec::new();
    };
    let view = View { reading, kind, article };
    reading.entities.iter().filter_map(|entity| view.post(entity)).collect()
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
}

/// What the words of a post tell.
#[derive(Default)]
struct Told {
    roles: BTreeSet<u64>,
    is_sole: bool,
    of: Vec<BTreeSet<u64>>,
    is_listed: bool,
    countries: BTreeSet<u64>,
    ranks: BTreeSet<u64>,
}

impl View<'_, '_> {
    /// The post of somebody named in full.
    fn post(&self, entity: &Entity) -> Option<Post> {
        let [name] = entity.names.as_slice() else { return None };
        if entity.kind != EntityKind::Person || !name.is_full() {
            return None;
        }
        let first = self.name_start(entity, name)?;
        let stretches = self.stretches(first, entity);
        let mut told = Told { is_listed: true, ..Told::default() };
        let (mut start, mut end) = (first, entity.words.end);
        for stretch in stretches {
            if let Some(head) = self.read(&stretch, &mut told)? {
                (start, end) = (start.min(head), end.max(stretch.end));
            }
        }
        if told.roles.is_empty() && told.ranks.is_empty() {
            return None;
        }
        let words = start..end;
        let fact = bind::bare(self.reading, self.article, self.kind, &words, Value::Name(name.clone()));
        let Told { roles, is_sole, of, is_listed, countries, ranks } = told;
        let language = hash::of(&self.reading.language.tag);
        Some(Post { fact, roles, is_sole, of, is_listed, countries, ranks, language })
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.reading.words.get(at)
    }

    /// Where the name itself begins behind what announces it.
    fn name_start(&self, entity: &Entity, name: &Name) -> Option<usize> {
        let is_name = |start: &usize| {
            let span = self.reading.span(&(*start..entity.words.end));
            // A given name begins with no conjunction, whatever its first letter looks like.
            let given =
                self.word(*start).filter(|word| word.given && !self.reading.language.grammar.capitals);
            let start = given.map_or(span.start, |word| word.span.start);
            let plain = self.reading.text.slice(Span::new(start, span.end)).replace('\u{2019}', "'");
            let plain = self.reading.language.without_owner(&plain);
            plain.split_whitespace().eq(name.name.split_whitespace())
        };
        entity.words.clone().rev().find(is_name)
    }

    /// The words on both sides of a name that may tell a post: right before it, before a comma there, behind one.
    fn stretches(&self, first: usize, entity: &Entity) -> Vec<Range<usize>> {
        let end = entity.words.end;
        let others = self.others(entity);
        let near = self.back(self.naming_start(first), &others);
        let comma = near.start.checked_sub(1).filter(|at| self.is_comma(*at));
        // What a comma closes as well stands in apposition.
        let is_closed =
            self.word(end).is_none_or(|word| word.kind == TokenKind::Sign || speech(word).is_some());
        let before = comma.filter(|_| is_closed).map(|at| self.back(at, &others));
        let is_beside = self.reading.language.grammar.adjective_after_noun && !self.roles_at(end).is_empty();
        let behind = if self.is_comma(end) { end + 1 } else { end };
        let behind = self.forth(behind, &others);
        let behind = if is_beside || self.is_comma(end) { behind } else { end..end };
        // In a row of people and their posts each post is of one of them.
        let follows = |words: &Range<usize>| {
            let last = words.start.checked_sub(1).map(|at| if self.is_comma(at) { at } else { words.start });
            last.is_some_and(|last| others.iter().any(|other| other.end == last))
        };
        let leads = |words: &Range<usize>| others.iter().any(|other| other.start == words.end);
        let has_post = |words: &Range<usize>| words.clone().any(|at| !self.roles_at(at).is_empty());
        let behind = behind.start..if leads(&behind) { behind.start } else { behind.end };
        let is_next = follows(&near) && has_post(&behind);
        let near = near.start..if is_next { near.start } else { near.end };
        let before = before.filter(|before| !follows(before));
        [Some(near), before, Some(behind)].into_iter().flatten().filter(|words| !words.is_empty()).collect()
    }

    /// The other people who are named around somebody.
    fn others(&self, entity: &Entity) -> Vec<Range<usize>> {
        let near = entity.words.start.saturating_sub(2 * LONGEST)..entity.words.end + 2 * LONGEST;
        let is_named = |other: &Entity, name: &Name| {
            let first = self.name_start(other, name).filter(|_| name.is_full());
            first.is_some_and(|first| (first..other.words.end).all(|at| self.roles_at(at).is_empty()))
        };
        let is_other = |other: &&Entity| {
            other.kind == EntityKind::Person
                && other.words != entity.words
                && other.names.iter().any(|name| is_named(other, name))
        };
        self.reading.entities_in(near).filter(is_other).map(|other| other.words.clone()).collect()
    }

    /// Where words begin that say no more than that the name follows: its captain, *named locally as* X.
    fn naming_start(&self, first: usize) -> usize {
        let is_naming =
            |at: &usize| self.word(*at).is_some_and(|word| NAMING.iter().any(|id| word.has_concept(id)));
        let goes_on =
            |at: &usize| self.word(at + 1).is_some_and(|next| next.breaks == 0 && !next.is_sign(","));
        let before = (first.saturating_sub(LONGEST_NAMING)..first).rev().take_while(goes_on).find(is_naming);
        before.map_or(first, |start| start - usize::from(start > 0 && self.is_comma(start - 1)))
    }

    fn is_comma(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_sign(","))
    }

    /// The words of a noun phrase that ends before `end`.
    fn back(&self, end: usize, others: &[Range<usize>]) -> Range<usize> {
        let mut start = end;
        while let Some(at) = start.checked_sub(1).filter(|at| end - at <= LONGEST) {
            let is_joined = self.word(start).is_none_or(|next| next.breaks == 0 || start == end);
            if !is_joined || !self.is_part(at) || others.iter().any(|other| other.contains(&at)) {
                break;
            }
            start = at;
            if self.word(at).is_some_and(|word| word.clitics.conjunction.is_some()) {
                break;
            }
        }
        start..end
    }

    /// The words of a noun phrase that begins at `start`.
    fn forth(&self, start: usize, others: &[Range<usize>]) -> Range<usize> {
        let begins = |word: &Word| word.breaks == 0 && word.clitics.conjunction.is_none();
        if !self.word(start).is_some_and(begins) {
            return start..start;
        }
        let goes_on = |at: &usize| {
            self.is_part(*at)
                && !others.iter().any(|other| other.contains(at))
                && self.word(*at).is_some_and(|word| word.breaks == 0 && word.clitics.conjunction.is_none())
        };
        let end = (start..start + LONGEST).find(|at| !goes_on(at)).unwrap_or(start + LONGEST);
        start..end
    }

    /// Whether a word may belong to the noun phrase of a post.
    fn is_part(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        if word.kind == TokenKind::Sign {
            return word.is_sign("-") || word.is_sign("'");
        }
        let is_of = word.is_function(Function::Of) || word.is_function(Function::For);
        let parts = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Function(_))) && !is_of;
        if parts && !word.is_article() && !word.is_noun() && !word.given {
            return false;
        }
        let joins = is_of || word.clitics.preposition.is_none_or(|led| led == Function::To);
        let is_grammar = |sense: &Sense| matches!(sense.meaning, Meaning::Function(_) | Meaning::Speech(_));
        let is_plain = is_of
            || word.is_article()
            || word.senses.is_empty()
            || word.given
            || word.senses.iter().any(|sense| !is_grammar(sense));
        let acts = is_verb(word) && !word.is_noun();
        word.kind == TokenKind::Word
            && joins
            && is_plain
            && !acts
            && self.reading.mentions_in(at..at + 1).is_empty()
    }

    /// Reads what the words of a post tell, and where they begin if they tell one; nothing where they tell what
    /// somebody was before.
    fn read(&self, words: &Range<usize>, told: &mut Told) -> Option<Option<usize>> {
        if words.clone().any(|at| self.carries(at, &self.kind.unless)) {
            return None;
        }
        let (ranks, roles): (Vec<usize>, Vec<usize>) =
            words.clone().filter(|at| !self.roles_at(*at).is_empty()).partition(|at| self.is_rank(*at));
        told.ranks.extend(ranks.iter().flat_map(|at| self.roles_at(*at)));
        let is_of = |at: &usize| self.word(*at).is_some_and(|word| word.is_function(Function::Of));
        let of = words.clone().find(is_of).unwrap_or(words.end);
        let last = || roles.iter().take_while(|at| **at < of).last().or(roles.first());
        let follows = self.reading.language.grammar.adjective_after_noun;
        let head = if follows { roles.first() } else { last() };
        let Some(head) = head.copied() else { return Some(ranks.first().copied()) };
        told.is_sole |= self.carries(head, &self.kind.heads);
        told.roles.extend(self.roles_at(head));
        let first = if follows { head } else { self.phrase_start(words, head) };
        let rest = (first..words.end).filter(|at| *at != head && !ranks.contains(at));
        rest.for_each(|at| self.complement(at, told));
        Some(Some(first))
    }

    /// Where the noun phrase of a post begins: with the last article before it.
    fn phrase_start(&self, words: &Range<usize>, head: usize) -> usize {
        let is_article = |at: &usize| self.word(*at).is_some_and(Word::may_be_article);
        (words.start..head).rev().find(is_article).unwrap_or(words.start)
    }

    /// Adds what a word tells of what a post is of.
    fn complement(&self, at: usize, told: &mut Told) {
        let Some(word) = self.word(at) else { return };
        if self.carries(at, &self.kind.context) {
            return;
        }
        if let Some(code) = word.find(|sense| sense.meaning.nation().cloned()) {
            told.countries.insert(hash::of(&code));
        } else if let Some((key, _, is_listed)) = key_at(self.reading, at) {
            let concepts = word.senses.iter().filter_map(|sense| sense.meaning.concept());
            told.of.push(concepts.map(hash::of).chain([key]).collect());
            told.is_listed &= is_listed;
        }
    }

    /// What a word of one person's post is called, by key.
    fn roles_at(&self, at: usize) -> BTreeSet<u64> {
        let Some(word) = self.word(at) else { return BTreeSet::new() };
        let role = |sense: &Sense| {
            let concept = sense.meaning.concept().filter(|id| self.is_listed_role(id));
            let id = sense.meaning.role().or(concept)?;
            let id = id.strip_suffix(ROLE).unwrap_or(id);
            // The chief of a body may be its director or its commander.
            let states = self.kind.states.iter().filter(|state| state.concepts.iter().any(|own| own == id));
            let mut keys: BTreeSet<u64> = states.map(|state| hash::of(state.state.as_str())).collect();
            keys.extend(keys.is_empty().then(|| hash::of(id)));
            (sense.form == Form::One).then_some(keys)
        };
        word.senses.iter().filter_map(role).flatten().collect()
    }

    fn is_listed_role(&self, id: &str) -> bool {
        self.kind.heads.iter().chain(&self.kind.triggers).any(|own| *own == *id)
    }

    /// Whether a word is a rank or a form of address.
    fn is_rank(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            let is_rank = |meaning: &Meaning| matches!(meaning, Meaning::Role(id) if RANKS.contains(&&**id));
            word.senses.iter().any(|sense| is_rank(&sense.meaning))
        })
    }

    fn carries(&self, at: usize, ids: &Concepts) -> bool {
        let is_it = |meaning: &Meaning| {
            let id = meaning.concept().or_else(|| meaning.role());
            id.is_some_and(|id| ids.iter().any(|own| own.as_str() == id.strip_suffix(ROLE).unwrap_or(id)))
        };
        self.word(at).is_some_and(|word| word.senses.iter().any(|sense| is_it(&sense.meaning)))
    }
}

/// Concepts of words that lead to a name, and most words of them.
const NAMING: [&str; 2] = ["be-named", "identify"];
const LONGEST_NAMING: usize = 4;

/// Ranks and forms of address.
const RANKS: [&str; 12] = [
    "admiral",
    "colonel",
    "doctor",
    "engineer-role",
    "general",
    "lawyer",
    "major",
    "mr",
    "prince",
    "professor",
    "sheikh",
    "senator",
];
