//! What sticks to a word of a language, asked without a look-up.

use crate::lexicon::language::Language;
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::words::Affixes;

/// Letters of a short verb without prefixes.
const VERB: usize = 3;

/// Fewest letters that the root of a noun has.
const ROOT: usize = 3;

/// Whether an ending has more than one letter.
fn is_long(ending: &str) -> bool {
    ending.chars().nth(1).is_some()
}

/// Whether an ending is the mark of an owner, that a sign parts from the word.
fn is_owner(ending: &str) -> bool {
    ending.starts_with('\'')
}

impl Affixes {
    /// The marks of an owner that a sign parts from a word.
    pub(super) fn owner_marks(&self) -> Vec<String> {
        self.pronouns.iter().filter(|mark| is_owner(mark)).cloned().collect()
    }

    /// What may stick to the end of a word of a phrase behind its first.
    pub(super) fn phrase_endings(&self) -> Vec<String> {
        let pronouns = self.pronouns.iter().filter(|pronoun| is_long(pronoun) || is_owner(pronoun));
        self.noun_endings.iter().chain(pronouns).cloned().collect()
    }
}

impl Language {
    /// An unknown word without an article and what is stuck before it, so that two forms of it compare.
    #[must_use]
    pub fn light_stem(&self, word: &str) -> String {
        let mut heads: Vec<&str> = vec![word];
        heads
            .extend(self.affixes.conjunctions.keys().filter_map(|prefix| word.strip_prefix(prefix.as_str())));
        for head in heads {
            let prepositions = self.affixes.prepositions.keys().map(String::as_str);
            for prefix in std::iter::once("").chain(prepositions) {
                let Some(rest) = head.strip_prefix(prefix) else { continue };
                let articles =
                    self.affixes.articles.iter().filter_map(|article| rest.strip_prefix(article.as_str()));
                if let Some(stem) = articles.into_iter().find(|stem| stem.chars().count() > 2) {
                    return stem.to_owned();
                }
            }
        }
        word.to_owned()
    }

    /// What the numbers of an unknown noun have in common, so that one of it, two and many of it compare: the word
    /// without what is stuck before it, without the ending of its number and without the letters that come and go.
    #[must_use]
    pub fn root(&self, word: &str) -> String {
        let stem = self.light_stem(word);
        let base = self.without_number(&stem).unwrap_or(&stem);
        let is_weak = |letter: &char| {
            let mut weak = self.affixes.weak_letters.iter();
            weak.any(|listed| listed.starts_with(*letter))
        };
        let root: String = base.chars().filter(|letter| !is_weak(letter)).collect();
        if root.chars().count() < ROOT { base.to_owned() } else { root }
    }

    /// The word without the ending of its number, if it has one.
    #[must_use]
    pub fn without_number<'w>(&self, word: &'w str) -> Option<&'w str> {
        let endings = self.affixes.number_endings.iter();
        let mut bases = endings.filter_map(|ending| word.strip_suffix(ending.as_str()));
        bases.find(|base| base.chars().count() >= ROOT)
    }

    /// Whose it is that a word with a pronoun stuck to it names.
    #[must_use]
    pub fn owner(&self, normal: &str) -> Option<String> {
        let mut owners = self.affixes.owners.iter();
        owners.find(|(ending, _)| normal.ends_with(ending.as_str())).map(|(_, owner)| owner.clone())
    }

    /// The normalized word without the article that sticks to it, if one does and more than two letters remain.
    #[must_use]
    pub fn without_article<'w>(&self, word: &'w str) -> Option<&'w str> {
        let rests = self.affixes.articles.iter().filter_map(|article| word.strip_prefix(article.as_str()));
        rests.into_iter().find(|rest| rest.chars().count() > 2)
    }

    /// The articles that stick to a word.
    pub fn articles(&self) -> impl Iterator<Item = &str> {
        self.affixes.articles.iter().map(String::as_str)
    }

    /// Whether a normalized word is nothing but an article, as it stands before digits.
    #[must_use]
    pub fn is_article(&self, normal: &str) -> bool {
        self.affixes.articles.iter().any(|article| article == normal)
    }

    /// Whether a normalized word says by itself that what it stands before is known.
    #[must_use]
    pub fn is_known_by(&self, normal: &str) -> bool {
        self.is_article(normal) || self.affixes.definite.iter().any(|word| word == normal)
    }

    /// Whether a normalized word begins as one with an article does and nothing before it.
    #[must_use]
    pub fn has_article(&self, normal: &str) -> bool {
        self.affixes.articles.iter().any(|article| normal.starts_with(article.as_str()) && normal != article)
    }

    /// The half of the day that a letter behind a clock stands for.
    #[must_use]
    pub fn clock_letter(&self, normal: &str) -> Option<Daypart> {
        self.affixes.clock_letters.get(normal).copied()
    }

    /// Whether a normalized word begins as one with an article does, alone or behind what sticks before it.
    #[must_use]
    pub fn is_definite(&self, normal: &str) -> bool {
        let is_it = |word: &str| {
            let mut rests = self.affixes.behind_article(word).chain(self.affixes.behind_grown(word));
            rests.any(|rest| rest.chars().nth(2).is_some())
        };
        is_it(normal) || self.affixes.behind_preposition(normal).any(is_it)
    }

    /// Whether a normalized word begins as one does to which a preposition grown together with an article sticks.
    #[must_use]
    pub fn is_led_with_article(&self, normal: &str) -> bool {
        self.affixes.behind_grown(normal).any(|rest| rest.chars().nth(2).is_some())
    }

    /// Whether a normalized word is as short as a verb without endings: three letters, or four that begin as a
    /// present does.
    #[must_use]
    pub fn may_be_verb(&self, normal: &str) -> bool {
        let letters = normal.chars().count();
        let is_present =
            self.affixes.present_prefixes.iter().any(|prefix| normal.starts_with(prefix.as_str()));
        letters <= VERB || (letters == VERB + 1 && is_present)
    }

    /// Whether a word as it is written ends in a pronoun of one letter, which also makes the adjective of a place or
    /// a tribe.
    #[must_use]
    pub fn is_spelt_own(&self, written: &str) -> bool {
        let mut letters = self.affixes.pronouns.iter().filter(|pronoun| pronoun.chars().nth(1).is_none());
        letters.any(|letter| written.ends_with(letter.as_str()))
    }

    /// Whether a normalized word ends in the letter that an ending turns into before a pronoun, and a pronoun.
    #[must_use]
    pub fn is_owned(&self, normal: &str) -> bool {
        let bases = self.affixes.pronouns.iter().filter_map(|pronoun| normal.strip_suffix(pronoun.as_str()));
        let changed = |base: &str| {
            let mut turned = self.affixes.before_pronoun.values();
            turned.any(|letter| {
                base.strip_suffix(letter.as_str()).is_some_and(|stem| stem.chars().count() > VERB)
            })
        };
        bases.into_iter().any(changed)
    }

    /// Whether a normalized word begins with the letters of a preposition.
    #[must_use]
    pub fn may_be_led(&self, normal: &str) -> bool {
        self.affixes.behind_preposition(normal).any(|rest| rest.chars().nth(2).is_some())
    }

    /// The normalized word without a noun's ending, if it has one.
    #[must_use]
    pub fn without_ending<'w>(&self, word: &'w str) -> Option<&'w str> {
        self.affixes.noun_endings.iter().find_map(|ending| word.strip_suffix(ending.as_str()))
    }

    /// The normalized word without the ending of a case, where it has one.
    #[must_use]
    pub fn without_case<'w>(&self, word: &'w str) -> Option<&'w str> {
        self.affixes.noun_endings.iter().find_map(|ending| word.strip_suffix(ending.as_str()))
    }

    /// Whether the normalized word ends as one does to which a pronoun of a single letter sticks.
    #[must_use]
    pub fn may_be_owned(&self, word: &str) -> bool {
        let mut pronouns = self.affixes.pronouns.iter().filter(|pronoun| pronoun.chars().count() == 1);
        pronouns.any(|pronoun| word.ends_with(pronoun.as_str()))
    }

    /// Whether the normalized word ends as the singular of a noun does behind a number: in the ending of its case or in
    /// one letter of its gender.
    #[must_use]
    pub fn ends_as_one(&self, normal: &str) -> bool {
        let single = self.affixes.number_endings.iter().filter(|ending| !is_long(ending));
        let mut endings = self.affixes.noun_endings.iter().chain(single);
        !self.ends_as_verb_of_many(normal) && endings.any(|ending| normal.ends_with(ending.as_str()))
    }

    /// Whether the normalized word ends as verbs of many do in the past and in the present.
    #[must_use]
    pub fn ends_as_verb_of_many(&self, normal: &str) -> bool {
        let both = |ending: &&String| is_long(ending) && self.affixes.present_endings.contains(ending);
        self.affixes.past_endings.iter().filter(both).any(|ending| normal.ends_with(ending.as_str()))
    }

    /// A word as it is written without the letters of a conjunction at its beginning, if it has them.
    #[must_use]
    pub fn without_conjunction<'w>(&self, written: &'w str) -> Option<&'w str> {
        self.affixes.conjunctions.keys().find_map(|prefix| written.strip_prefix(prefix.as_str()))
    }

    /// Whether the normalized word begins as one with a conjunction stuck to it does, and is no known name.
    #[must_use]
    pub fn may_be_joined(&self, normal: &str) -> bool {
        let rest = self.affixes.behind_conjunction(normal).next();
        rest.is_some_and(|rest| rest.chars().nth(2).is_some()) && !self.name_parts.holds(normal)
    }

    /// Whether a word is a listed one with an ending of nouns: `مترا`.
    pub(super) fn ends(&self, listed: &str, word: &str) -> bool {
        let ending = word.strip_prefix(listed).filter(|ending| !ending.is_empty());
        ending.is_some_and(|ending| self.affixes.noun_endings.iter().any(|own| own == ending))
    }

    /// The pronouns that may stick to the last word of a phrase: *إطلاق سراحهم*. One letter may be part of the word.
    fn phrase_pronouns(&self) -> impl Iterator<Item = &String> {
        self.affixes.pronouns.iter().filter(|pronoun| is_long(pronoun))
    }

    /// Whether a word is a listed one with a pronoun.
    #[must_use]
    pub(super) fn has_pronoun(&self, listed: &str, word: &str) -> bool {
        let ending = word.strip_prefix(listed).filter(|ending| !ending.is_empty());
        ending.is_some_and(|ending| self.phrase_pronouns().any(|own| own == ending))
    }

    /// A word without the mark of an owner that a sign parts from it: the Union's, the workers'.
    #[must_use]
    pub fn without_owner<'w>(&self, word: &'w str) -> &'w str {
        self.owner_marks.iter().find_map(|mark| word.strip_suffix(mark.as_str())).unwrap_or(word)
    }
}
