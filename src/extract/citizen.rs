//! Citizens: the country of those whom a text does not name, by what they are: two *Czech* skiers, the driver, *a Romanian*,
//! a tourist *from France*, a *Greek* firm.

use crate::extract::announced;
use crate::extract::attribution::is_verb;
use crate::extract::bind;
use crate::extract::entity::EntityKind;
use crate::extract::figure::around;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Id, Meaning};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Form as Amounts;
use std::collections::BTreeSet;
use std::ops::Range;

/// Most words between the adjective of a country and the end of the noun that it describes.
const NOUNS: usize = 3;

/// Furthest that a noun stands before what is told of it behind a comma, in words.
const APPOSED: usize = 5;

/// Furthest that a number stands before what it counts, in words.
const COUNTED: usize = 3;

/// Furthest that another country stands that is joined to one, in words.
const JOINED: usize = 3;

/// The concept of belonging to a country.
const CITIZENSHIP: &str = "citizenship";

/// Somebody of a country who is not named.
#[derive(Clone, Debug)]
pub struct Citizen {
    /// The country as a fact.
    pub fact: Fact,
    /// The country.
    pub nation: Id,
    /// All countries of which the text speaks.
    pub nations: BTreeSet<Id>,
    /// What such a one is, by concept, with what is broader.
    pub what: BTreeSet<String>,
    /// Whether that says no more than that it is somebody.
    pub is_anybody: bool,
    /// Whether it is a firm.
    pub is_firm: bool,
    /// How many they are, where the words tell it.
    pub count: Option<i64>,
    /// Whether its noun may be of one and of several.
    pub is_open: bool,
    /// What the words of its sentence say, by key.
    pub words: BTreeSet<u64>,
}

/// The citizens of a text.
#[must_use]
pub fn citizens(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Citizen> {
    let Some(kind) = reading.lexicon.told(Telling::Citizen).next() else {
        return Vec::new();
    };
    let is_of_country = |word: &Word| word.summary.is(Class::Nation);
    let told: Vec<usize> = (0..reading.words.len())
        .filter(|at| reading.words.get(*at).is_some_and(is_of_country))
        .filter(|at| !reading.quotes.iter().any(|quote| quote.words.contains(at)))
        .collect();
    if told.is_empty() {
        return Vec::new();
    }
    let nation = |word: &Word| word.find(|sense| sense.meaning.nation().cloned());
    let nations = reading.words.iter().filter_map(nation).collect();
    let view = View { reading, kind, article, nations };
    told.into_iter().filter_map(|at| view.citizen(at)).collect()
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
    nations: BTreeSet<Id>,
}

impl View<'_, '_> {
    fn citizen(&self, at: usize) -> Option<Citizen> {
        let sentence = self.reading.sentences.get(self.reading.sentence_of(at))?;
        let (nation, noun) = self.of(at, sentence)?;
        if !matches!(self.reading.modality(at), Modality::Actual | Modality::Planned) {
            return None;
        }
        let own = at.min(noun)..at.max(noun) + 1;
        let value = Value::Name(self.reading.lexicon.gazetteer.state(&nation));
        let fact = bind::bare(self.reading, self.article, self.kind, &own, value);
        let word = self.word(noun)?;
        let named = self.kind.heads.iter().filter(|head| word.has_concept(head));
        let mut what: BTreeSet<String> = named.cloned().collect();
        let broader: Vec<&str> =
            what.iter().filter_map(|concept| self.reading.lexicon.broader_of(concept)).collect();
        what.extend(broader.into_iter().map(str::to_owned));
        let nations = |at: usize| self.word(at).is_some_and(|word| word.summary.is(Class::Nation));
        Some(Citizen {
            fact,
            nation,
            nations: self.nations.clone(),
            is_anybody: what.is_empty() || self.carries(noun, &self.kind.context),
            is_firm: self.carries(noun, &self.kind.triggers),
            what,
            count: self.count(noun, at, sentence),
            is_open: noun != at && word.summary.has_form(Form::One) && word.summary.has_form(Form::Many),
            words: around::sentence_words(self.reading, sentence, &own, nations),
        })
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.reading.words.get(at)
    }

    fn carries(&self, at: usize, concepts: &Concepts) -> bool {
        self.word(at).is_some_and(|word| word.has_any(concepts))
    }

    fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.word(at).is_some_and(|word| word.is_sign(sign))
    }

    /// The country that a word tells of somebody, and where the noun stands that says what such a one is; of nobody's
    /// noun, the word itself.
    fn of(&self, at: usize, sentence: &Sentence) -> Option<(Id, usize)> {
        let word = self.word(at)?;
        if let Some(country) = word.find(|sense| sense.meaning.country().cloned()) {
            return Some((country, self.native(at, sentence)?));
        }
        let code = word.find(|sense| sense.meaning.demonym().cloned())?;
        let joins = |at: usize| self.is_sign(at, "-") || self.is_sign(at, "–");
        let before = |back: usize| at.checked_sub(back).filter(|at| sentence.words.contains(at));
        if joins(at + 1) || before(1).is_some_and(joins) || self.is_with_others(at, sentence) {
            return None;
        }
        let described = if self.reading.language.grammar.adjective_after_noun {
            self.before(at, sentence)
        } else {
            self.behind(at, sentence)
        };
        let is_plain = |noun: &usize| !self.carries(*noun, &self.kind.context);
        let described_plainly = described.filter(is_plain);
        let told = described_plainly.or_else(|| self.apposed(at, sentence)).or(described);
        Some((code, told.or_else(|| self.counted(at, sentence))?))
    }

    /// Whether another country is joined to that of a word, or a word says that there are none: British *and* Australian
    /// tourists, *no* Indian.
    fn is_with_others(&self, at: usize, sentence: &Sentence) -> bool {
        let first = at.saturating_sub(JOINED).max(sentence.words.start);
        let is_other = |near: usize| self.word(near).is_some_and(|word| word.summary.is(Class::Nation));
        let joins = |near: usize| {
            self.word(near).is_some_and(|word| {
                word.is_function(Function::And)
                    || word.is_function(Function::Or)
                    || word.is_sign(",")
                    || word.clitics.conjunction.is_some()
            })
        };
        let denies = |near: usize| {
            self.word(near)
                .is_some_and(|word| word.is_function(Function::None) || word.is_function(Function::Not))
        };
        let end = (at + 1 + JOINED).min(sentence.words.end);
        let is_joined = |mut words: Range<usize>| words.clone().any(is_other) && words.any(joins);
        is_joined(first..at) || is_joined(at + 1..end) || (first..at).any(denies)
    }

    /// Whether a word is a noun of somebody who is told of, and no part of a name.
    fn is_head(&self, at: usize) -> bool {
        let is_noun = self.word(at).is_some_and(Word::is_noun);
        is_noun && self.carries(at, &self.kind.heads) && !self.reading.is_in_name(at)
    }

    /// Whether a name begins at a word, so that the country is that of somebody named.
    fn is_name(&self, at: usize) -> bool {
        let is_person = self.reading.entities_in(at..at + 1).any(|entity| entity.kind == EntityKind::Person);
        let is_written = self.reading.language.grammar.capitals
            && self.word(at).is_some_and(|word| word.capital && word.breaks == 0);
        let is_quoted = ["«", "\"", "“"].iter().any(|sign| self.is_sign(at, sign));
        is_person || is_written || is_quoted
    }

    /// The noun behind the adjective of its country: *Czech* cross-country *skiers*.
    fn behind(&self, at: usize, sentence: &Sentence) -> Option<usize> {
        let is_part = |near: &usize| {
            self.word(*near).is_some_and(|word| {
                let is_grammar = |meaning: &Meaning| matches!(meaning, Meaning::Function(_) | Meaning::Stop);
                word.kind == TokenKind::Word
                    && word.breaks == 0
                    && !word.capital
                    && !word.senses.iter().any(|sense| is_grammar(&sense.meaning))
            })
        };
        let run = at + 1..(at + 1 + NOUNS).min(sentence.words.end);
        let noun = run.take_while(is_part).filter(|near| self.is_head(*near)).last()?;
        let goes_on = |word: &Word| word.breaks == 0 && word.is_noun() && !is_verb(word);
        let is_owner = self.is_sign(noun + 1, "'") || self.is_sign(noun + 1, "-");
        let next = sentence.words.contains(&(noun + 1)).then(|| self.word(noun + 1)).flatten();
        (!next.is_some_and(goes_on) && !is_owner && !self.is_name(noun + 1)).then_some(noun)
    }

    /// The noun before the adjective of its country: متزلجان *بولنديان*, الطيار *الفرنسي*.
    fn before(&self, at: usize, sentence: &Sentence) -> Option<usize> {
        let noun = at.checked_sub(1).filter(|noun| sentence.words.contains(noun) && self.is_head(*noun))?;
        let (own, word) = (self.word(noun)?, self.word(at)?);
        let is_beside =
            word.breaks == 0 && word.clitics.preposition.is_none() && word.clitics.conjunction.is_none();
        let is_definite = own.clitics.article == word.clitics.article;
        let is_named = announced::behind_country(self.reading, at, sentence.words.end).is_some();
        let is_named = is_named || (at + 1 < sentence.words.end && self.is_name(at + 1));
        // A person who is called by a name behind is somebody else's matter.
        (is_beside && is_definite && !is_named).then_some(noun)
    }

    /// The noun that words of grammar lead back to: the driver, *who is a* Romanian; السائق *وهو* بلغاري; of a citizenship:
    /// a man *of* Romanian *nationality*.
    fn apposed(&self, at: usize, sentence: &Sentence) -> Option<usize> {
        let is_citizenship = |near: usize| self.word(near).is_some_and(|word| word.has_concept(CITIZENSHIP));
        let first = at.saturating_sub(APPOSED).max(sentence.words.start);
        let is_of_citizenship =
            is_citizenship(at + 1) || at.checked_sub(1).is_some_and(is_citizenship) && at > first;
        if is_of_citizenship {
            let mut near = (first..at).rev();
            return near.find(|near| self.is_head(*near));
        }
        let is_led = |near: &usize| {
            self.word(*near).is_some_and(|word| {
                word.may_be_article() || word.is_function(Function::Which) || word.is_sign(",")
            })
        };
        let leads = (first..at).rev().take_while(is_led).last()?;
        let is_alone = (leads..at).any(|near| !self.is_sign(near, ","));
        let noun =
            leads.checked_sub(1).filter(|noun| sentence.words.contains(noun) && self.is_head(*noun))?;
        let is_last = !self.goes_on(at, sentence) || self.carries(at + 1, &self.kind.context);
        let is_one = self.word(noun).is_some_and(|word| word.summary.has_form(Form::One));
        // In a row "the driver, the Romanian" may be two.
        (is_alone && is_last && is_one && !self.word(at)?.clitics.article).then_some(noun)
    }

    /// Whether a noun or a name goes on behind a word.
    fn goes_on(&self, at: usize, sentence: &Sentence) -> bool {
        let next = self.word(at + 1).filter(|_| at + 1 < sentence.words.end);
        next.is_some_and(|next| {
            next.breaks == 0
                && next.kind == TokenKind::Word
                && (next.capital || next.is_noun() && !is_verb(next))
        })
    }

    /// Those whom only a number tells before their country: *two* Germans.
    fn counted(&self, at: usize, sentence: &Sentence) -> Option<usize> {
        let is_counted = |mention: &Mention| {
            is_count(mention)
                && mention.words.start < at
                && (mention.words.end == at || mention.words.contains(&at))
        };
        let near = at.saturating_sub(COUNTED).max(sentence.words.start)..at;
        let is_told = self.reading.mentions_in(near).iter().any(is_counted);
        (is_told && !self.goes_on(at, sentence)).then_some(at)
    }

    /// The noun of those who come from a country: a tourist *from France*.
    fn native(&self, at: usize, sentence: &Sentence) -> Option<usize> {
        let stuck = self.word(at)?.clitics.preposition;
        let from = at.checked_sub(1).filter(|at| sentence.words.contains(at))?;
        let is_from = |at: usize| self.word(at).is_some_and(|word| word.is_function(Function::From));
        let noun = if stuck.is_none() && is_from(from) { from.checked_sub(1)? } else { return None };
        let is_firm = self.carries(noun, &self.kind.triggers);
        // "Two tourists from Germany and France" are of two countries.
        let next = self.word(at + 1).filter(|_| at + 1 < sentence.words.end);
        let joins = |word: &Word| {
            word.is_function(Function::And) || word.clitics.conjunction.is_some() || word.is_sign("-")
        };
        let is_beside = sentence.words.contains(&noun) && self.is_head(noun) && !is_firm;
        (is_beside && !next.is_some_and(joins)).then_some(noun)
    }

    /// How many they are.
    fn count(&self, noun: usize, at: usize, sentence: &Sentence) -> Option<i64> {
        let (first, last) = (noun.min(at), noun.max(at));
        let near = first.saturating_sub(COUNTED).max(sentence.words.start)..last + 1;
        let is_of = |mention: &&Mention| is_count(mention) && mention.words.end + 1 >= first;
        let exactly = |mention: &Mention| {
            let Value::Amount(amount) = &mention.value else { return None };
            if let Amounts::Exactly(number) = amount.form { number.to_whole() } else { None }
        };
        let told = self.reading.mentions_in(near).iter().rfind(is_of).and_then(exactly);
        let word = self.word(noun).filter(|_| noun != at);
        let has = |form: Form| word.is_some_and(|word| word.summary.has_form(form));
        let by_form = || {
            if has(Form::Two) {
                Some(2)
            } else if has(Form::One) && !has(Form::Many) {
                Some(1)
            } else {
                None
            }
        };
        told.or_else(by_form)
    }
}

/// Whether a mention is a number of people.
fn is_count(mention: &Mention) -> bool {
    matches!(mention.dimension, Dimension::Number | Dimension::Quantity)
        && matches!(&mention.value, Value::Amount(amount) if amount.unit.is_none())
}
