//! Texts in languages that are not read, so that nobody takes their words for what they are not.

use crate::lexicon::schema::foreign::Foreign;
use crate::lexicon::{Lexicon, embedded, resolve, script};
use crate::text::token::tokenize;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// What a text is written in, where no language that is read is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A language, by its tag and its name.
    Language(String, String),
    /// A script of no language that is read.
    Script,
}

/// Characters of a text that tell whether it is read.
const OPENING: usize = 500;

/// Letters from which on a script tells.
const LETTERS: usize = 20;

/// Different words of grammar from which on they tell a language.
const WORDS: usize = 4;

/// Words of which at least one in so many belongs to the grammar of the language of a text.
const PLAIN: usize = 6;

/// The words of languages that are not read, with the languages that have them.
struct Words {
    languages: Vec<(String, String)>,
    by_word: FxHashMap<String, Vec<usize>>,
}

impl Words {
    fn embedded() -> &'static Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| Self::new(embedded::foreign()))
    }

    fn new(foreign: Foreign) -> Self {
        let mut words = Self { languages: Vec::new(), by_word: FxHashMap::default() };
        for (tag, language) in foreign.languages {
            for word in language.words.into_iter().collect::<BTreeSet<_>>() {
                words.by_word.entry(word).or_default().push(words.languages.len());
            }
            words.languages.push((tag, language.name));
        }
        words
    }
}

impl Lexicon {
    /// What a text is written in, where that is no language that is read; none where it is one, or nothing tells.
    #[must_use]
    pub fn unread(&self, text: &str) -> Option<Unread> {
        let opening = resolve::opening(text, OPENING);
        if self.is_of_other_script(opening) {
            return Some(Unread::Script);
        }
        let (known, words) = self.grammar(opening);
        let foreign = Words::embedded();
        let mut counts = vec![(0_usize, BTreeSet::new()); foreign.languages.len()];
        for word in &words {
            for language in foreign.by_word.get(word).into_iter().flatten() {
                if let Some((count, distinct)) = counts.get_mut(*language) {
                    *count += 1;
                    distinct.insert(word);
                }
            }
        }
        let told = counts.iter().zip(&foreign.languages).filter(|((_, distinct), _)| distinct.len() >= WORDS);
        let most = told.rev().max_by_key(|((count, _), _)| *count);
        let ((count, _), (tag, name)) = most?;
        (*count > known).then(|| Unread::Language(tag.clone(), name.clone()))
    }

    /// Whether a text is plainly in a language that is read.
    #[must_use]
    pub fn reads(&self, text: &str) -> bool {
        let (known, words) = self.grammar(resolve::opening(text, OPENING));
        known >= WORDS && known * PLAIN >= words.len()
    }

    /// How many words of a text belong to the grammar of the language that has most of them, and all its words.
    fn grammar(&self, text: &str) -> (usize, Vec<String>) {
        let (normal, tokens) = tokenize(text);
        let words = tokens.iter().filter_map(|token| normal.get(token.normal.start..token.normal.end));
        let words: Vec<&str> = words.filter(|word| word.chars().any(char::is_alphabetic)).collect();
        let known = self.languages.iter().map(|language| language.grammar_words(&words)).max();
        (known.unwrap_or_default(), words.into_iter().map(str::to_owned).collect())
    }

    /// Whether most letters of a text are of no script of a language that is read.
    fn is_of_other_script(&self, text: &str) -> bool {
        let letters = script::letters(text);
        let known = self.languages.iter().map(|language| script::of(&letters, &language.script)).max();
        let all = text.chars().filter(|letter| letter.is_alphabetic()).count();
        all >= LETTERS && known.unwrap_or_default() * 2 < all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_other_languages_are_told() {
        let lexicon = Lexicon::embedded();
        let cases = [
            ("Bei einem Brand auf der Fähre sind am Samstag 14 Menschen ums Leben gekommen.", Some("de")),
            ("Un incendio en un ferry dejó el sábado 14 muertos y 31 heridos, según la guardia.", Some("es")),
            (
                "Un incendio sul traghetto ha causato 14 morti, ha detto il portavoce della guardia.",
                Some("it"),
            ),
            ("در آتش‌سوزی یک کشتی ۱۴ نفر کشته شدند و گارد ساحلی گفت که این کشتی را نجات داد.", Some("fa")),
            ("لاذقیہ کے ساحل کے قریب ایک فیری میں آگ لگنے سے 14 افراد ہلاک ہوئے۔", Some("ur")),
            ("В результате пожара на пароме погибли 14 человек, сообщила береговая охрана.", Some("")),
            ("周六一艘渡轮起火，造成14人死亡、31人受伤，海岸警卫队说。船上载有210名乘客。", Some("")),
            ("A ferry caught fire on Saturday, killing 14 people, a spokesman said in a statement.", None),
            ("اندلع حريق في عبارة يوم السبت، ما أدى إلى مقتل 17 شخصا وإصابة 31 آخرين.", None),
            ("Un incendie à bord du ferry a fait 14 morts et 31 blessés, a annoncé la garde.", None),
            ("A B A, 2 a 1, a la carte: Real Madrid, Atletico, Barcelona", None),
            ("الهلال 2 النصر 1، الاتحاد 3 الأهلي 0، الشباب 1 الفتح 1", None),
            ("14 / 31", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let tag = lexicon.unread(text).map(|unread| match unread {
                Unread::Language(tag, _) => tag,
                Unread::Script => String::new(),
            });
            assert_eq!(tag.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn only_languages_that_are_not_read_are_listed() {
        let lexicon = Lexicon::embedded();
        for (tag, language) in embedded::foreign().languages {
            assert!(lexicon.language(&tag).is_none(), "{tag} is read");
            assert!(language.words.len() >= 20, "{tag}");
        }
    }
}
