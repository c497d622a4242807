//! Quoted words and names as values, with the keys by which they compare.

use crate::value::keys::NameKeys;
use std::collections::BTreeSet;

/// What a quoted word counts as when two quotes are compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The word as it stands.
    pub word: String,
    /// The word without case, vowel signs, articles and clitics.
    pub stem: String,
    /// The meanings that it shares with its synonyms, as far as they are known.
    pub concepts: Vec<String>,
    /// The meanings whose opposite it tells.
    pub against: Vec<String>,
    /// Whose it is, where a word of grammar or an ending says so.
    pub owner: Option<String>,
    /// Whether it begins another part of what is said, as what follows "and" does.
    pub joins: bool,
    /// Whether it is a negation that sets one thing against another: for the sea, *not* for the hotels.
    pub contrasts: bool,
    /// What the word does that may turn the sense round.
    pub weight: Weight,
}

/// How much a word carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// A grammatical word.
    Function,
    /// A word with a meaning of its own.
    Content,
    /// A negation or a condition.
    Turning,
}

/// Quoted words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words {
    /// The words as they stand.
    pub text: String,
    /// Their keys in order.
    pub keys: Vec<Key>,
    /// The language that they are written in, by its tag.
    pub language: String,
    /// Whether the speaker's language is another than the text's.
    pub translated: bool,
}

/// A person, a body or a thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// Name for reports.
    pub name: String,
    /// Keys of identity: two names are one when they share a key. An id of the data, or spelling keys.
    pub keys: NameKeys,
}

impl Name {
    /// Whether it tells an office or a body by what it is, not by a name.
    #[must_use]
    pub fn is_office(&self) -> bool {
        self.keys.iter().any(|key| key.contains(':'))
    }

    /// The offices that its keys tell, without whose and what for.
    pub fn offices(&self) -> impl Iterator<Item = String> {
        self.keys.iter().filter_map(|key| key.split_once(':').map(|(role, _)| role.to_owned()))
    }

    /// Whether it is a person's own, in more than one word.
    #[must_use]
    pub fn is_full(&self) -> bool {
        !self.is_office() && self.name.trim().contains(' ')
    }

    /// Whether both are persons' own names in full without a word in common, so that they are of two.
    #[must_use]
    pub fn is_apart(&self, other: &Self) -> bool {
        let words = |name: &Self| -> BTreeSet<String> {
            name.keys.iter().flat_map(|key| key.split(' ').map(str::to_owned)).collect()
        };
        self.is_full() && other.is_full() && words(self).is_disjoint(&words(other))
    }

    /// Whether it is one word, with which the other's full name ends.
    #[must_use]
    pub fn ends(&self, full: &Self) -> bool {
        let is_last =
            |key: &String| full.keys.iter().any(|whole| whole.rsplit(' ').next() == Some(key.as_str()));
        !self.is_office() && !self.name.contains(' ') && full.is_full() && self.keys.iter().any(is_last)
    }

    /// Whether the two are taken for one.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        !self.keys.is_disjoint(&other.keys)
    }

    /// Whether a spelling of each is known in one script, so that their letters can tell two names apart.
    #[must_use]
    pub fn shares_script(&self, other: &Self) -> bool {
        let is_latin =
            |word: &str| word.chars().find(|c| c.is_alphabetic()).is_some_and(|letter| letter < LATIN);
        let spelt = |name: &Self| -> BTreeSet<bool> {
            let words = name.keys.iter().flat_map(|key| key.split(' '));
            words.filter(|word| !word.starts_with(GIVEN)).map(is_latin).collect()
        };
        let scripts = |name: &Self| -> BTreeSet<bool> {
            spelt(name).into_iter().chain([is_latin(&name.name)]).collect()
        };
        let are_given = spelt(self).is_empty() && spelt(other).is_empty();
        are_given || !scripts(self).is_disjoint(&scripts(other))
    }
}

/// The same, where a story is of many matters.
const CLOSE: (usize, usize) = (3, 4);

/// Signs that part clauses.
const CLAUSE: [char; 10] = [',', '،', ';', '؛', '.', ':', '!', '?', '؟', '—'];

/// Signs that part sentences.
const SENTENCE: [char; 4] = ['.', '!', '?', '؟'];

/// What the key of a given name begins with that every script spells.
const GIVEN: char = '=';

/// The first letter behind those of the Latin script.
const LATIN: char = '\u{0250}';

/// Fewest words with a meaning that tell an utterance whoever is said to speak it.
const UNMISTAKABLE: usize = 5;

/// Fewest words, and words with a meaning, that two people do not both find.
const REPEATED: usize = 6;
const TELLING: usize = 2;

/// What every negation means, and what makes one of several out of the only one.
const NEGATION: &str = "turn:not";
pub(crate) const PART: &str = "turn:part";

/// What takes something from what is said: it may be so, it is nearly so; and what a translator may put for that.
pub(crate) const DOUBT: &str = "turn:doubt";
pub(crate) const SOFT: &str = "soft";

/// What every word of exception means, and one behind a negation: what it excepts is so.
pub(crate) const EXCEPTION: &str = "except";
pub(crate) const AFFIRMED: &str = "but:so";

/// What words mean that tell of two things as one, and of one of two alone.
pub(crate) const BOTH: &str = "both";
pub(crate) const ONLY_ONE: &str = "only-one";

/// What tells why, in a part of what is said that a negation before it may deny.
pub(crate) const BECAUSE: &str = "because";

/// What compares what stands before it with what stands behind it.
pub(crate) const THAN: &str = "than";

/// What the ids begin with of meanings that may translate a negation: refuse, lack.
pub(crate) const NEGATIVE: &str = "negative:";

impl Key {
    /// Whether it is a negation, whichever it is.
    #[must_use]
    pub fn is_negation(&self) -> bool {
        self.is(NEGATION)
    }

    /// Whether it takes something from what is said.
    #[must_use]
    pub fn is_doubt(&self) -> bool {
        self.is(DOUBT)
    }

    /// Whether it takes something from what is said, or may translate what does.
    #[must_use]
    pub fn is_soft(&self) -> bool {
        self.is(DOUBT) || self.is(SOFT)
    }

    /// Whether it makes an exception.
    #[must_use]
    pub fn is_exception(&self) -> bool {
        self.is(EXCEPTION)
    }

    /// Whether it is of a meaning.
    #[must_use]
    pub fn is(&self, meaning: &str) -> bool {
        self.concepts.iter().any(|concept| concept == meaning)
    }

    /// Whether it has a meaning of a kind, by what its id begins with.
    #[must_use]
    pub fn has(&self, kind: &str) -> bool {
        self.concepts.iter().any(|concept| concept.starts_with(kind))
    }

    /// Whether it makes one of several out of the only one.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.is(PART)
    }

    /// Whether the two words tell of two owners.
    #[must_use]
    pub fn is_of_another(&self, other: &Self) -> bool {
        self.owner.as_ref().zip(other.owner.as_ref()).is_some_and(|(one, other)| one != other)
    }

    /// Whether one of the two words tells the opposite of the other.
    #[must_use]
    pub fn is_opposite(&self, other: &Self) -> bool {
        self.against.iter().any(|concept| other.concepts.contains(concept))
            && !self.concepts.iter().any(|concept| other.concepts.contains(concept))
    }

    /// Whether the two words are one word or share their meaning.
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        self.stem == other.stem || self.concepts.iter().any(|concept| other.concepts.contains(concept))
    }
}

/// The number of the clause of a text, as signs part them, in which each of its words stands.
pub(crate) fn clauses(text: &str, keys: &[Key]) -> Vec<usize> {
    numbered(text, keys, &CLAUSE)
}

/// How many of some signs, or rows of them, stand before each word of a text.
fn numbered(text: &str, keys: &[Key], signs: &[char]) -> Vec<usize> {
    let (mut rest, mut number) = (text, 0);
    let of = |key: &Key| {
        if let Some((before, behind)) = rest.split_once(key.word.as_str()) {
            number += usize::from(before.contains(signs));
            rest = behind;
        }
        number
    };
    keys.iter().map(of).collect()
}

impl Words {
    /// Whether the two are the same words, and nobody else's.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.keys.len() == other.keys.len()
            && self.keys.iter().zip(&other.keys).all(|(one, other)| {
                one.stem == other.stem && (one.word == other.word || !one.is_of_another(other))
            })
    }

    /// The words with a meaning of their own.
    #[must_use]
    pub fn content(&self) -> Vec<&Key> {
        self.keys.iter().filter(|key| key.weight != Weight::Function).collect()
    }

    /// The words with a meaning that the other lacks.
    #[must_use]
    pub fn beyond<'w>(&'w self, other: &Self) -> Vec<&'w Key> {
        self.content().into_iter().filter(|key| !other.keys.iter().any(|known| known.matches(key))).collect()
    }

    /// Whether two quotes of one speaker are taken for one utterance even where many things are quoted: enough
    /// words, and most of them shared.
    #[must_use]
    pub fn resembles_closely(&self, other: &Self) -> bool {
        let (shorter, longer) =
            if self.content().len() <= other.content().len() { (self, other) } else { (other, self) };
        let all = shorter.content().len();
        let shared = all - shorter.beyond(longer).len();
        all >= UNMISTAKABLE && shared * CLOSE.1 >= all * CLOSE.0
    }

    /// Whether these words are a part of the other's: one stretch of them, or several with marks between
    /// that something is left out. Of a translation, whose words are free, the ones with a meaning alone count,
    /// where no negation or condition is missing.
    #[must_use]
    pub fn is_cut_from(&self, longer: &Self) -> bool {
        let shorter: Vec<&Key> = self.keys.iter().collect();
        if shorter.is_empty() || self.keys.len() >= longer.keys.len() {
            return false;
        }
        let is_gapped = self.text.contains('…') || self.text.contains("...");
        let missing = || longer.beyond(self);
        let is_plain = || missing().iter().all(|key| key.weight != Weight::Turning);
        if (is_gapped || (self.translated && longer.translated && is_plain()))
            && self.beyond(longer).is_empty()
        {
            return true;
        }
        // What follows a negation in one clause is turned round by it.
        let clauses = longer.clauses();
        let is_free = |at: usize| {
            let clause = clauses.get(at);
            let before = longer.keys.iter().zip(&clauses).take(at);
            before.into_iter().all(|(key, own)| Some(own) != clause || !key.is_negation())
        };
        let is_same = |key: &Key, own: &Key| {
            key.stem == own.stem || (self.translated && longer.translated && key.matches(own))
        };
        let mut stretches = longer.keys.windows(shorter.len()).enumerate();
        stretches.any(|(at, stretch)| {
            is_free(at) && stretch.iter().zip(&shorter).all(|(key, own)| is_same(key, own))
        })
    }

    /// The number of the clause, as signs part them, in which each word stands.
    pub(super) fn clauses(&self) -> Vec<usize> {
        clauses(&self.text, &self.keys)
    }

    /// The number of the part of what is said in which each word stands: signs part them, and words that join.
    /// Where a part would say nothing by itself, it goes on with the next.
    pub(super) fn parts(&self) -> Vec<usize> {
        let (mut part, mut last, mut says) = (0, 0, false);
        let number = |(key, clause): (&Key, usize)| {
            if says && (clause != last || key.joins || key.contrasts) {
                part += 1;
                says = false;
            }
            last = clause;
            says |= key.weight == Weight::Content;
            part
        };
        self.keys.iter().zip(self.clauses()).map(number).collect()
    }

    /// The words with a meaning that the other lacks in those of its sentences of which the other has any: what is
    /// left out with a whole sentence turns nothing of the rest.
    #[must_use]
    pub fn lacking_beside<'w>(&'w self, other: &Self) -> Vec<&'w Key> {
        let missing = self.beyond(other);
        let is_missing = |key: &Key| missing.iter().any(|other| std::ptr::eq(*other, key));
        let sentences = numbered(&self.text, &self.keys, &SENTENCE);
        let own = |key: &Key| {
            let at = self.keys.iter().position(|other| std::ptr::eq(other, key));
            at.and_then(|at| sentences.get(at))
        };
        let told: BTreeSet<&usize> = self
            .keys
            .iter()
            .zip(&sentences)
            .filter(|(key, _)| key.weight == Weight::Content && !is_missing(key))
            .map(|(_, sentence)| sentence)
            .collect();
        missing.iter().copied().filter(|key| own(key).is_some_and(|own| told.contains(own))).collect()
    }

    /// Whether the two are the same words, and enough of them that nobody else finds them by chance.
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        let telling = self.keys.iter().filter(|key| key.weight == Weight::Content).count();
        self.keys.len() >= REPEATED && telling >= TELLING && self.is_same(other)
    }

    /// Whether the two are one utterance whoever is said to speak it.
    #[must_use]
    pub fn is_unmistakably(&self, other: &Self) -> bool {
        self.content().len() >= UNMISTAKABLE
            && self.keys.iter().map(|key| &key.stem).eq(other.keys.iter().map(|key| &key.stem))
    }
}
