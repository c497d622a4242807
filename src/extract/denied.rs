//! Values that somebody denies: *denied laying off* 500 workers, نفى الجيش *مقتل* خمسة جنود. What a denial takes for
//! granted is not denied: the bombing, which killed 12, of which a group denies that it was behind it. A plain negation
//! denies as well, in nobody's name.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::negated;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes, Functions};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::speech::Speech;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::words::Name;
use std::ops::Range;

/// Furthest that a word of denying stands before what it denies, in words.
const REACH: usize = 24;

/// Words that may stand between it and the verb of what it denies: denied *ever having* paid.
const BETWEEN: usize = 2;

/// Concepts of nouns that stand for what was told before.
const TOLD: [&str; 4] = ["claim", "report-noun", "rumour", "told-news"];

/// Concepts of having to do with what happened, which who denies them does not deny.
const SHARE: [&str; 6] =
    ["claim-responsibility", "involve", "relations", "responsibility", "role-part", "share-in-deed"];

/// The concept of setting about a deed that is named next.
const DOING: &str = "set-about";

/// Words behind which nothing is denied any more.
const ENDING: Functions = Functions::of(&[
    Function::While,
    Function::When,
    Function::Because,
    Function::But,
    Function::If,
    Function::After,
    Function::Before,
    Function::Since,
    Function::CausedBy,
]);

/// Words that lead to what is taken for granted: the attack *which* killed 12, *in* the attack.
const GRANTED: Functions = Functions::of(&[Function::Which, Function::Where, Function::Not, Function::None]);
const PLACING: Functions = Functions::of(&[
    Function::In,
    Function::On,
    Function::At,
    Function::With,
    Function::Near,
    Function::Among,
]);

/// Words that tie a noun to what stands before it: عن, in.
const SMALL: Classes = Classes::of(&[Class::Function, Class::Stop]);

/// A denial of a value.
#[derive(Clone, Debug)]
pub struct Denial {
    /// Who denies it; nobody where it is only said to be untrue.
    pub holder: Vec<Name>,
}

/// The denial of a value that some words tell.
#[must_use]
pub fn denial(reading: &Reading<'_>, words: &Range<usize>, value: &Value) -> Option<Denial> {
    let idx = reading.sentence_of(words.start);
    let sentence = &reading.sentences.get(idx)?.words;
    let start = sentence.start.max(words.start.saturating_sub(REACH));
    let end = sentence.end.min(words.end + REACH);
    let text = Denying { reading };
    let at = (start..words.start).rev().find(|at| text.denies(*at));
    if let Some(at) = at {
        if negated::is_undone(reading, at) {
            return None;
        }
        let what = at + 1..words.start;
        let is_denied = text.tells(&what) || text.begins(&what) || text.names(&what);
        return is_denied.then(|| Denial { holder: text.holder(at, sentence) });
    }
    let by_nobody = || Denial { holder: Vec::new() };
    if !is_bound(value) && negated::is_negated(reading, words) {
        return Some(by_nobody());
    }
    let behind = (words.end..end).find(|at| text.denies(*at) && !text.is_act(*at))?;
    let told = (start..words.start).find(|at| text.is_told(*at))?;
    (text.is_one_statement(&(told + 1..words.start)) && text.is_one_statement(&(words.end..behind)))
        .then(by_nobody)
}

/// Whether a value is a bound, which a negation before its verb turns round: it did *not* last *more than* 15 seconds.
fn is_bound(value: &Value) -> bool {
    match value {
        Value::Amount(amount) => amount.form.is_bound(),
        Value::Duration(duration) => duration.form.is_bound(),
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => false,
    }
}

/// A text that is asked what its denials deny.
#[derive(Clone, Copy)]
struct Denying<'r, 'a> {
    reading: &'r Reading<'a>,
}

impl<'r> Denying<'r, '_> {
    fn word(&self, at: usize) -> Option<&'r Word> {
        self.reading.words.get(at)
    }

    fn is(&self, at: usize, test: impl Fn(&Word) -> bool) -> bool {
        self.word(at).is_some_and(test)
    }

    /// Whether a word denies.
    fn denies(&self, at: usize) -> bool {
        self.is(at, |word| speech(word) == Some(Speech::Deny))
    }

    /// Whether a word of denying says that somebody does, and not only that a thing is untrue.
    fn is_act(&self, at: usize) -> bool {
        self.is(at, |word| word.is_noun() || is_verb(word))
    }

    /// Who denies: the speaker, else who or what stands by the word, where a subject does.
    fn holder(&self, at: usize, sentence: &Range<usize>) -> Vec<Name> {
        if !self.is_act(at) {
            return Vec::new();
        }
        let said = self.reading.attributions(self.reading.sentence_of(at));
        let speaker = said.and_then(|all| all.iter().find(|said| said.at == at));
        let is_behind = self.reading.language.grammar.verb_first;
        let entity = || {
            let near = if is_behind { at + 1..sentence.end } else { sentence.start..at };
            let mut entities = self.reading.entities_in(near);
            if is_behind { entities.next() } else { entities.next_back() }
        };
        let noun = || {
            let subject = if is_behind { at + 1 } else { at.checked_sub(1)? };
            let word = self.word(subject).filter(|word| word.kind == TokenKind::Word)?;
            Some(Name { name: word.stem.clone(), keys: NameKeys::from([word.topic()]) })
        };
        let holder = speaker.map(|speaker| speaker.holder.clone());
        holder.or_else(|| Some(entity()?.names.clone())).or_else(|| Some(vec![noun()?])).unwrap_or_default()
    }

    /// Whether a word stands for what was told before: claims, reports, أنباء.
    fn is_told(&self, at: usize) -> bool {
        self.is(at, |word| {
            TOLD.iter().any(|concept| word.has_concept(concept))
                || (word.is_noun() && matches!(speech(word), Some(Speech::Accuse | Speech::Suspect)))
        })
    }

    fn has_share(&self, at: usize) -> bool {
        self.is(at, |word| SHARE.iter().any(|concept| word.has_concept(concept)))
    }

    /// Whether what is said in some words goes on to their end.
    fn is_one_statement(&self, words: &Range<usize>) -> bool {
        let ends = |word: &Word| word.is_sign(",") || word.summary.does_any(ENDING);
        words.clone().all(|at| !self.is(at, ends) && !self.has_share(at))
    }

    /// Whether some words give what is denied in a clause: denied *that* it had laid off, denied *reports* of.
    fn tells(&self, words: &Range<usize>) -> bool {
        let opens = |at: &usize| self.is_told(*at) || self.is(*at, |word| word.is_function(Function::That));
        let Some(opening) = words.clone().find(opens) else { return false };
        let rest = opening + 1..words.end;
        let speaks = |at: usize| self.is(at, |word| speech(word).is_some() && !word.is_noun());
        let before = words.start..opening;
        if before.clone().any(|at| self.is(at, |word| is_acting(word) || word.summary.does_any(ENDING))) {
            return false;
        }
        if !self.is_told(opening) {
            let grants = |word: &Word| word.summary.does_any(GRANTED) || word.is_function(Function::That);
            return self.is_one_statement(&rest) && !rest.clone().any(|at| self.is(at, grants) || speaks(at));
        }
        // A report on the attack is another one than a report that there was one.
        let is_on =
            self.is(rest.start, |word| word.summary.does_any(PLACING) && word.clitics.preposition.is_none());
        // "Reports *which said*", but not: denied the reports *and said*.
        let is_theirs = |at: usize| {
            let before = |word: &Word| word.summary.does_any(GRANTED) || word.is_function(Function::That);
            let goes_on = |word: &Word| word.clitics.conjunction.is_none();
            (at == rest.start && self.is(at, goes_on)) || self.is(at - 1, before)
        };
        !is_on && self.is_one_statement(&rest) && !rest.clone().any(|at| speaks(at) && !is_theirs(at))
    }

    /// Whether some words begin with the verb of what is denied: denied *laying off* 500 workers.
    fn begins(&self, words: &Range<usize>) -> bool {
        if self.reading.language.grammar.verb_first {
            return false;
        }
        let acts = |at: &usize| self.is(*at, |word| is_verb(word) && speech(word).is_none());
        let Some(verb) = words.clone().take(BETWEEN + 1).find(acts) else { return false };
        let is_thing = |at: usize| {
            self.is(at, |word| {
                word.is_noun()
                    || self.reading.language.is_article(&word.normal)
                    || word.kind == TokenKind::Sign
            })
        };
        let mut rest = verb + 1..words.end;
        let is_next = |at: usize| at == verb + 1 || self.is(at - 1, |word| word.is_function(Function::To));
        let leaves = |at: usize| {
            self.is(at, |word| {
                let granted = word.summary.does_any(GRANTED) || word.summary.does_any(PLACING);
                granted || word.is_function(Function::That) || (is_acting(word) && !is_next(at))
            })
        };
        !(words.start..verb).any(is_thing) && self.is_one_statement(&rest) && !rest.any(leaves)
    }

    /// Whether some words end in the noun of what is denied, in a language whose verb comes first: نفى الجيش *مقتل*
    /// خمسة جنود.
    fn names(&self, words: &Range<usize>) -> bool {
        if !self.reading.language.grammar.verb_first {
            return false;
        }
        let Some(noun) = self.noun_of_deed(words) else { return false };
        let links = |at: usize| self.is(at, |word| word.summary.is_any(SMALL) && !word.is_noun());
        let is_free = noun == words.start || !links(noun - 1);
        let turns = |at: usize| {
            self.is(at, |word| {
                let granted = word.summary.does_any(GRANTED) || word.summary.does_any(ENDING);
                granted || is_acting(word) || word.is_function(Function::That)
            })
        };
        is_free && !(words.start..noun).any(turns) && !(words.start..words.end).any(|at| self.has_share(at))
    }

    /// The noun that begins the last of some words, where they are nouns without an article side by side.
    fn noun_of_deed(&self, words: &Range<usize>) -> Option<usize> {
        let stands_free = |word: &Word| {
            word.kind == TokenKind::Word
                && !word.clitics.article
                && word.clitics.conjunction.is_none()
                && (word.is_noun() || word.senses.is_empty() || word.clitics.pronoun)
        };
        let is_bare = |at: usize| {
            self.is(at, |word| stands_free(word) && word.clitics.preposition.is_none())
                && !self.reading.is_in_name(at)
        };
        let mut noun = words.end;
        while noun > words.start && is_bare(noun - 1) {
            noun -= 1;
        }
        // "That it had *set about paying*": قيامه بدفع.
        let is_stuck =
            |at: usize| self.is(at, |word| stands_free(word) && word.clitics.preposition.is_some());
        let owns = |at: usize| self.is(at, |word| word.clitics.pronoun && word.has_concept(DOING));
        if noun >= words.start + 2 && is_stuck(noun - 1) && owns(noun - 2) {
            noun -= 2;
        }
        let is_known = noun == words.start || self.is(noun, |word| word.is_noun());
        let behind_article =
            || self.is(noun - 1, |word| word.clitics.article) || self.reading.is_in_name(noun - 1);
        (noun < words.end && (is_known || behind_article())).then_some(noun)
    }
}

/// Whether a word can be nothing but a verb.
fn is_acting(word: &Word) -> bool {
    is_verb(word) && !word.is_noun()
}
