//! Sites: the buildings and other facilities that a text names by their type, as an airport, a hotel or a border
//! crossing, with what is told of each.

use crate::extract::attribution::is_verb;
use crate::extract::bind;
use crate::extract::figure::around;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::Lexicon;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Form, Id, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::place::Place;
use std::collections::BTreeSet;
use std::ops::Range;

/// Most words of a name.
const LONGEST: usize = 3;

/// Words of the calendar and of the day, which no name has behind its first word.
const TIMES: Classes = Classes::of(&[Class::Calendar, Class::Daypart]);

/// The concept of leaving.
const LEAVE: &str = "leave";

/// How far before a site the preposition stands that leads to it.
const LED: usize = 3;

/// A facility that a text names.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its name, with the word that tells its type.
    pub fact: Fact,
    /// Its name alone.
    pub name: String,
    /// Where it stands among the words of its text.
    pub at: Range<usize>,
    /// Its type.
    pub sort: Id,
    /// Whether two of its type are two answers, and not only two places where something was done.
    pub is_asked: bool,
    /// Whether something comes from it, by the preposition that leads to it; none where none does.
    pub is_left: Option<bool>,
    /// What the words around it say, by key.
    pub words: BTreeSet<u64>,
    /// What was done there, by key.
    pub deeds: BTreeSet<u64>,
    /// Whether its name means something beside it.
    pub is_known: bool,
    /// Whether it is called by a known place.
    pub is_town: bool,
    /// The language, by key.
    pub language: u64,
}

/// The sites of a text.
#[must_use]
pub fn sites(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Site> {
    let Some(kind) = reading.lexicon.told(Telling::Site).next() else {
        return Vec::new();
    };
    let view = View { reading, kind, article };
    (0..reading.words.len()).filter_map(|at| view.site(at)).collect()
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
}

impl View<'_, '_> {
    /// The site whose type a word tells.
    fn site(&self, at: usize) -> Option<Site> {
        let word = self.word(at)?;
        let is_listed = |sorts: &[String], id: &Id| sorts.iter().any(|sort| **sort == **id);
        let sort = word.find(|sense| {
            let id = sense.meaning.place_type()?;
            (sense.form == Form::One
                && (is_listed(&self.kind.triggers, id) || is_listed(&self.kind.heads, id)))
            .then(|| id.clone())
        })?;
        let name = if self.follows() { self.behind(at) } else { self.before(at).or_else(|| self.of(at)) }?;
        let words = name.start.min(at)..name.end.max(at + 1);
        if self.reading.modality(at) != Modality::Actual || self.is_quoted(at) {
            return None;
        }
        let text = self.written(&name);
        let place =
            Place { id: Some(self.reading.lexicon.name_key(&text)), name: text.clone(), ..Place::default() };
        let place = self.reading.lexicon.gazetteer.typed(place, &sort);
        let fact = bind::bare(self.reading, self.article, self.kind, &words, Value::Place(place));
        let (near, deeds) = self.around(&words);
        let is_known = name.clone().any(|at| self.word(at).is_some_and(|word| !word.senses.is_empty()));
        let is_place = |word: &Word| word.senses.iter().any(|sense| sense.meaning.is_place());
        let is_town = name.clone().any(|at| self.word(at).is_some_and(is_place));
        let language = hash::of(&self.reading.language.tag);
        Some(Site {
            fact,
            name: text,
            at: words.clone(),
            sort: sort.clone(),
            is_asked: is_listed(&self.kind.triggers, &sort),
            is_left: self.is_left(words.start),
            words: near,
            deeds,
            is_known,
            is_town,
            language,
        })
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.reading.words.get(at)
    }

    fn follows(&self) -> bool {
        self.reading.language.grammar.adjective_after_noun
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.reading.quotes.iter().any(|quote| quote.words.contains(&at))
    }

    fn written(&self, words: &Range<usize>) -> String {
        let span = self.reading.span(words);
        let start = self.word(words.start).map_or(span.start, |word| word.span.start);
        let text = self.reading.text.slice(Span::new(start, span.end)).replace('\u{2019}', "'");
        self.reading.language.without_owner(&text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The name behind the word of its type, in languages where it stands there.
    fn behind(&self, at: usize) -> Option<Range<usize>> {
        let is_open = |word: &Word| !word.clitics.article && !word.clitics.pronoun;
        self.word(at).filter(|word| is_open(word) && !self.is_deed_to(word, at + 1))?;
        let is_part = |at: &usize| {
            self.word(*at).is_some_and(|word| {
                let is_grammar = word.senses.iter().any(|sense| {
                    matches!(sense.meaning, Meaning::Function(_) | Meaning::Stop | Meaning::Speech(_))
                });
                let acts = is_verb(word) && !word.is_noun();
                word.kind == TokenKind::Word
                    && word.breaks == 0
                    && word.clitics.conjunction.is_none()
                    && word.clitics.preposition.is_none()
                    && !is_grammar
                    && !acts
                    && !is_attribute(word)
                    && !word.summary.is_any(TIMES)
                    && self.reading.mentions_in(*at..at + 1).is_empty()
            })
        };
        let end = (at + 1..at + 1 + LONGEST).find(|at| !is_part(at)).unwrap_or(at + 1 + LONGEST);
        let first = self.word(at + 1)?;
        // What has no article and is a noun tells what the place is for: a court of appeal.
        let language = self.reading.language;
        let is_name = language.is_definite(&first.normal)
            || first.clitics.article
            || first.senses.is_empty()
            || first.given
            || first.senses.iter().any(|sense| sense.meaning.is_place());
        (end > at + 1 && is_name).then_some(at + 1..end)
    }

    /// Whether a word tells what was done as well, and somebody follows to whom: سجن المدير is the jailing of him.
    fn is_deed_to(&self, word: &Word, next: usize) -> bool {
        let tells_deed =
            |sense: &Sense| sense.meaning.concept().is_some_and(|id| self.reading.language.tells_deed(id));
        let is_person = |sense: &Sense| {
            let concept = sense.meaning.concept();
            matches!(sense.meaning, Meaning::Role(_))
                || concept.is_some_and(|id| self.reading.lexicon.is_of_people(hash::of(&**id)))
        };
        let next = self.word(next).filter(|next| next.breaks == 0);
        word.senses.iter().any(tells_deed) && next.is_some_and(|next| next.senses.iter().any(is_person))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            word.capital && word.kind == TokenKind::Word && word.clitics.preposition.is_none()
        })
    }

    /// Whether a word joins two that are written with capitals.
    fn is_hyphen(&self, at: usize) -> bool {
        let is_sign = self.word(at).is_some_and(|word| word.is_sign("-") && !word.spaced);
        is_sign && at > 0 && self.is_capital(at - 1) && self.is_capital(at + 1)
    }

    /// The name before the word of its type: *Heathrow* airport.
    fn before(&self, at: usize) -> Option<Range<usize>> {
        let sentence = self.reading.sentences.get(self.reading.sentence_of(at))?;
        let is_free = |at: &usize| *at > sentence.words.start && !sentence.is_heading;
        let first = (at.saturating_sub(LONGEST)..at)
            .rev()
            .take_while(|near| {
                is_free(near)
                    && (self.is_capital(*near) || self.is_hyphen(*near))
                    && self.word(near + 1).is_some_and(|next| next.breaks == 0)
            })
            .last()?;
        let last = (first..at).rev().find(|near| self.word(*near).is_some_and(|word| !is_attribute(word)))?;
        Some(first..last + 1)
    }

    /// The name behind "of": the port *of Norby*.
    fn of(&self, at: usize) -> Option<Range<usize>> {
        self.word(at + 1).filter(|word| word.is_function(Function::Of) && word.breaks == 0)?;
        let first = at + 2;
        let end = (first..first + LONGEST).find(|at| !self.is_capital(*at)).unwrap_or(first + LONGEST);
        (end > first).then_some(first..end)
    }

    /// Whether something comes from a site, by the preposition before it; none where none leads to it.
    fn is_left(&self, start: usize) -> Option<bool> {
        let leading = [
            Function::From,
            Function::To,
            Function::In,
            Function::At,
            Function::On,
            Function::Near,
            Function::Through,
        ];
        for at in (start.saturating_sub(LED)..=start).rev() {
            let word = self.word(at)?;
            let stuck = word.clitics.preposition.filter(|stuck| leading.contains(stuck));
            let own = leading.into_iter().find(|function| at < start && word.is_function(*function));
            if let Some(found) = stuck.or(own) {
                return Some(found == Function::From);
            }
            if at < start && !word.is_article() && !is_attribute(word) {
                // Who leaves a port comes from there.
                return (word.has_concept(LEAVE) && !word.is_noun()).then_some(true);
            }
        }
        None
    }

    /// What the words around a site say, and what they tell was done.
    fn around(&self, words: &Range<usize>) -> (BTreeSet<u64>, BTreeSet<u64>) {
        let near = around::words(self.reading, words, None);
        let is_deed = |at: usize| {
            self.word(at).is_some_and(|word| {
                is_verb(word) || word.concept().is_some_and(|(id, _)| self.reading.language.tells_deed(id))
            })
        };
        let said = || near.iter().filter(|near| !near.is_broader);
        let deeds = said().filter(|near| is_deed(near.at)).map(|near| near.key).collect();
        (said().map(|near| near.key).collect(), deeds)
    }
}

/// Whether a word says no more of a facility than what it is for or where: international, general, western.
pub(super) fn is_attribute(word: &Word) -> bool {
    let is_plain = |meaning: &Meaning| {
        matches!(meaning, Meaning::Demonym(_) | Meaning::PlaceType(_) | Meaning::Direction(_))
    };
    !word.senses.is_empty()
        && word.senses.iter().all(|sense| {
            is_plain(&sense.meaning) || (sense.form == Form::Fixed && sense.meaning.concept().is_some())
        })
}

/// The words of a name that are no known places, if any: شيراتون الدوحة is the *Sheraton* of a town that has others.
pub(super) fn without_town(lexicon: &Lexicon, name: &str) -> String {
    let is_own = |word: &&str| lexicon.place(word).within.is_empty();
    let own: Vec<&str> = name.split_whitespace().filter(is_own).collect();
    if own.is_empty() { name.to_owned() } else { own.join(" ") }
}
