//! Bare numbers as mentions: with the noun that they count, where no list knows it, and without those that count
//! nothing: the number of an item in a list, the end of a figure that signs cut in two.

use crate::extract::attribution::is_verb;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form as Shape, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::number::Number;

/// What no counted noun is.
const NO_NOUNS: Classes = Classes::of(&[
    Class::Function,
    Class::Stop,
    Class::Number,
    Class::Calendar,
    Class::Speech,
    Class::Nation,
    Class::Place,
    Class::Person,
]);

/// Signs that part the number of an item from it.
const ITEM: [&str; 6] = ["-", "–", "ـ", ".", ")", ":"];

/// Gives bare numbers the nouns of no list that they count, and drops those that number an item or are a part of a
/// figure.
pub(super) fn settle(reading: &Reading<'_>, mentions: &mut Vec<Mention>) {
    let is_part = |mention: &Mention| {
        numbers_item(reading, mention) || is_cut(reading, mention) || is_label(reading, mention)
    };
    mentions.retain(|mention| !is_bare(mention) || !is_part(mention));
    for mention in mentions.iter_mut().filter(|mention| is_bare(mention)) {
        let noun = behind(reading, mention).or_else(|| before(reading, mention));
        match noun {
            Some(at) => count(reading, mention, at),
            None => mention.head = of_many(reading, mention),
        }
    }
}

/// Whether a mention is a number without a noun that is known.
fn is_bare(mention: &Mention) -> bool {
    mention.head.is_none() && matches!(mention.dimension, Dimension::Number | Dimension::Range)
}

/// Makes a bare number that of the noun at a word.
fn count(reading: &Reading<'_>, mention: &mut Mention, at: usize) {
    let Some(word) = reading.words.get(at) else { return };
    let first = mention.words.start.min(at);
    let is_before = first == at;
    let written = reading.text.slice(word.stem_span);
    let bare = reading.language.without_conjunction(written).filter(|_| is_before && word.senses.is_empty());
    let bare = bare.filter(|_| word.letters.may_be_joined).unwrap_or(written);
    mention.head = Some(bare.to_owned());
    let start = if is_before { word.span.end - bare.len() } else { mention.span.start };
    let start = if is_before && bare.len() == written.len() { word.stem_span.start } else { start };
    mention.span = Span::new(start, mention.span.end.max(word.span.end));
    mention.words = first..mention.words.end.max(at + 1);
    mention.dimension = Dimension::Quantity;
}

/// The noun of no list right behind a number, past the bracket that closes behind its digits.
fn behind(reading: &Reading<'_>, mention: &Mention) -> Option<usize> {
    let Value::Amount(amount) = &mention.value else { return None };
    mention.head_text.as_ref()?;
    let (language, end) = (reading.language, mention.words.end);
    let own = reading.words.get(mention.words.start)?;
    // What follows two in a word describes them, and so does what follows a number with an article.
    let describes = language.grammar.adjective_after_noun
        && own.kind == TokenKind::Word
        && (own.clitics.article || amount.form == Form::Exactly(Number::whole(2)));
    let is_share = amount.form.stated().iter().any(|number| **number < Number::ONE);
    if describes || is_share {
        return None;
    }
    let is_word = |at: &usize| reading.words.get(*at).is_some_and(|word| word.kind == TokenKind::Word);
    let noun = (end..=end + 1).find(is_word)?;
    let word = &reading.words[noun];
    if word.breaks > 0 || !word.senses.is_empty() || word.given {
        return None;
    }
    if language.grammar.capitals {
        return (!word.capital && language.without_number(&word.normal).is_some()).then_some(noun);
    }
    // A short word that begins as one with a conjunction does is mostly whole: 57 فرصة.
    let is_joined = word.letters.may_be_joined && word.normal.chars().count() > SHORT;
    let is_led = is_joined || language.is_led_with_article(&word.normal);
    let is_definite = word.letters.is_definite && !is_vague(reading, mention);
    let may_be = !is_led && !is_definite && !word.normal.is_ascii() && !word.letters.is_single;
    (may_be && agrees(language, amount, word)).then_some(noun)
}

/// Most letters of a short word.
const SHORT: usize = 4;

/// Whether a number is one of those before which no more is known: thousands.
fn is_vague(reading: &Reading<'_>, mention: &Mention) -> bool {
    let words = reading.words.get(mention.words.clone()).unwrap_or_default();
    let is_many = |sense: &Sense| {
        matches!(sense.meaning, Meaning::Vague(_))
            || matches!(sense.meaning, Meaning::Scale(_)) && sense.form == Shape::Many
    };
    words.last().is_some_and(|word| word.senses.iter().any(is_many))
}

/// Whether the ending of a word may be that of a noun behind such a number: from eleven to ninety-nine one thing in the
/// ending of its case or of the feminine, never the ending of a verb of many.
fn agrees(language: &Language, amount: &Amount, word: &Word) -> bool {
    let last = amount.form.stated().last().and_then(|number| number.to_whole());
    let is_verb = language.ends_as_verb_of_many(&word.normal) || language.begins_present(&word.normal);
    let counts_one = last.is_some_and(|number| (FEW..=MANY).contains(&(number % HUNDRED)));
    if counts_one { language.ends_as_one(&word.normal) } else { !is_verb }
}

/// The last two digits of the numbers behind which one thing stands in the ending of its case.
const FEW: i64 = 11;
const MANY: i64 = 99;
const HUNDRED: i64 = 100;

/// The noun of no list behind "of", with an article: 14 من المصححين.
fn of_many(reading: &Reading<'_>, mention: &Mention) -> Option<String> {
    let word =
        |at: usize| reading.words.get(at).filter(|word| word.breaks == 0 && word.kind == TokenKind::Word);
    let end = mention.words.end;
    word(end).filter(|of| of.is_function(Function::Of) && !of.is_function(Function::OfThem))?;
    let is_noun = |noun: &&Word| noun.senses.is_empty() && noun.letters.is_definite && !noun.given;
    let noun = word(end + 1).filter(is_noun)?;
    let is_apt = !reading.language.grammar.capitals && mention.head_text.is_none();
    is_apt.then(|| reading.text.slice(noun.stem_span).to_owned())
}

/// The noun right before a number in a word that agrees with it as an adjective: `ومواطنة واحدة`, `الضروريات الخمس`.
fn before(reading: &Reading<'_>, mention: &Mention) -> Option<usize> {
    let grammar = &reading.language.grammar;
    let own = reading
        .words
        .get(mention.words.start)
        .filter(|own| own.breaks == 0 && own.kind == TokenKind::Word)?;
    let Value::Amount(Amount { form: Form::Exactly(value), unit: None, .. }) = &mention.value else {
        return None;
    };
    let at = mention.words.start.checked_sub(1)?;
    let noun = reading.words.get(at).filter(|noun| noun.kind == TokenKind::Word && !is_verb(noun))?;
    if !grammar.adjective_after_noun || grammar.capitals || mention.words.len() > 1 || noun.given {
        return None;
    }
    let word = |at: usize| reading.words.get(at).filter(|word| word.kind == TokenKind::Word);
    let is_free = own.clitics.conjunction.is_none() && own.clitics.preposition.is_none();
    let is_day = own.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Weekday(_)));
    let is_led = noun.senses.is_empty() && reading.language.is_led_with_article(&noun.normal);
    if !is_free || is_day || is_led || noun.summary.is_any(NO_NOUNS) {
        return None;
    }
    let fits = if *value == Number::ONE {
        let is_of = word(mention.words.end).is_some_and(|next| next.breaks == 0 && next.letters.is_definite);
        let is_one = noun.summary.has_form(Shape::One) || noun.senses.is_empty();
        is_one && !is_of && !own.clitics.article && !noun.letters.is_definite
    } else {
        let is_owned = noun.clitics.pronoun || reading.language.may_be_owned(&noun.normal);
        let is_known = noun.letters.is_definite || is_owned;
        // "The three days of the feast": it is the days that are counted.
        let owner = at.checked_sub(1).and_then(word);
        let is_owner =
            owner.is_some_and(|owner| owner.summary.has_form(Shape::Many) && !owner.clitics.article);
        let is_many = noun.summary.has_form(Shape::Many) || noun.senses.is_empty();
        is_many && !is_owner && own.clitics.article && is_known && value.to_whole().is_some()
    };
    fits.then_some(at)
}

/// Whether a number opens a line and a sign parts it from words, as that of an item does.
fn numbers_item(reading: &Reading<'_>, mention: &Mention) -> bool {
    let at = mention.words.start;
    let word = |at: usize| reading.words.get(at);
    let opens = word(at).is_some_and(|own| own.kind == TokenKind::Digits && (own.breaks > 0 || at == 0));
    let is_item =
        word(at + 1).is_some_and(|sign| sign.breaks == 0 && ITEM.iter().any(|item| sign.is_sign(item)));
    let is_text = word(at + 2).is_some_and(|next| next.breaks == 0 && next.kind != TokenKind::Digits);
    mention.words.len() == 1 && opens && is_item && is_text
}

/// Whether a sign ties a bare number to other digits, so that it is a piece of a score, a size or a minute: 2/ 1, 4 × 6,
/// 90+1.
fn is_cut(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (first, end) = (mention.words.start, mention.words.end);
    let is_digits = |at: usize| reading.words.get(at).is_some_and(|word| word.kind == TokenKind::Digits);
    let ties = |at: usize| {
        reading.words.get(at).is_some_and(|word| {
            word.breaks == 0 && (TIES.iter().any(|tie| word.is_sign(tie)) || word.normal == "x")
        })
    };
    let before = first >= 2 && ties(first - 1) && is_digits(first - 2);
    // A race time: 1,38,68, but not a list of four; a plot: 6 ت.
    let glued = |at: usize| {
        let touches = |at: usize| reading.words.get(at).is_some_and(Word::touches);
        reading.words.get(at).is_some_and(|word| word.is_sign(",")) && touches(at) && touches(at + 1)
    };
    let before_it = (0..first / 2).take_while(|back| {
        let sign = first - 1 - 2 * back;
        glued(sign) && is_digits(sign - 1)
    });
    let behind_it = (0..PIECES).take_while(|next| glued(end + 2 * next) && is_digits(end + 2 * next + 1));
    let is_glued = before_it.take(PIECES).count() + behind_it.count() + 1 == PIECES;
    let is_lettered = reading.words.get(end).is_some_and(|next| {
        let is_letter = next.kind == TokenKind::Word && next.letters.is_single && next.breaks == 0;
        is_letter && !next.is_function(Function::And) && !reading.language.grammar.capitals
    });
    is_digits(end - 1) && (before || is_glued || is_lettered || ties(end) && is_digits(end + 1))
}

/// Pieces of a race time: minutes, seconds and hundredths.
const PIECES: usize = 3;

/// Signs between the pieces of one figure.
const TIES: [&str; 5] = ["/", "×", "*", "+", "x"];

/// Most words of a name in marks that ends with a number, and of what a number of its own is told.
const NAME: usize = 4;

/// Most letters of a name that is spelt by its letters: دي بي 9.
const LETTERS: usize = 2;

/// Concepts of what is told by a number of its own.
const NUMBERED: [&str; 6] = ["decree", "flight-number", "law-clause", "page", "resolution", "room"];

/// Whether digits that count nothing are a part of a name or tell which one of many is meant: «دي بي 9», Type 45,
/// `قرار مجلس الأمن 2216`.
fn is_label(reading: &Reading<'_>, mention: &Mention) -> bool {
    let Value::Amount(Amount { form: Form::Exactly(_), unit: None, .. }) = &mention.value else {
        return false;
    };
    let at = mention.words.start;
    let Some(own) = reading.words.get(at).filter(|_| mention.words.len() == 1) else { return false };
    let before = |back: usize| at.checked_sub(back).and_then(|before| reading.words.get(before));
    let Some(last) = before(1).filter(|last| own.breaks == 0 && last.kind == TokenKind::Word) else {
        return false;
    };
    let is_letter = last.senses.is_empty() && last.normal.chars().count() <= LETTERS && !last.given;
    if is_letter && own.kind == TokenKind::Digits && !reading.language.grammar.capitals {
        return true;
    }
    if reading.language.grammar.capitals || mention.head_text.is_some() || of_many(reading, mention).is_some()
    {
        return false;
    }
    let is_marked = || {
        let closes = reading.words.get(at + 1).is_some_and(|next| is_mark(next) && next.breaks == 0);
        let opens = (2..=NAME + 1).any(|back| before(back).is_some_and(is_mark));
        closes && opens && (own.kind == TokenKind::Digits || own.clitics.article)
    };
    let is_digits = own.kind == TokenKind::Digits;
    let is_named = is_digits && names_model(reading, last);
    is_named || is_marked() && !leads(last) || is_digits && is_numbered(reading, at)
}

/// Whether a word opens or closes a name in marks.
fn is_mark(word: &Word) -> bool {
    ["«", "»", "\"", "“", "”", "″"].iter().any(|mark| word.is_sign(mark))
}

/// Whether a word leads to a number that counts: a verb, a word of grammar, a hedge.
fn leads(word: &Word) -> bool {
    is_verb(word) || word.summary.is_any(LEADING)
}

/// What leads to a number that counts.
const LEADING: Classes =
    Classes::of(&[Class::Function, Class::Stop, Class::Hedge, Class::Speech, Class::Number]);

/// Whether a word of no list is rather a name than a noun of many or a verb.
fn names_model(reading: &Reading<'_>, word: &Word) -> bool {
    let language = reading.language;
    let is_unlisted = word.senses.is_empty() && !word.letters.may_be_joined;
    let is_latin = word.normal.is_ascii() && word.capital;
    let is_verb = language.may_be_verb(&word.normal) && word.normal.chars().count() > 2;
    let is_many =
        language.without_number(&word.normal).is_some_and(|base| word.normal.len() > base.len() + 2);
    is_latin
        || is_unlisted
            && !is_verb
            && !is_many
            && !language.begins_present(&word.normal)
            && !language.is_owned(&word.normal)
            && !word.is_common(language)
}

/// Furthest that what is told by numbers of its own stands before the last of them, in words.
const LISTED: usize = 16;

/// Whether what is told by a number of its own stands before one, alone or with those whose it is, or before a list of
/// numbers: `القرارات 1696 و1737`.
fn is_numbered(reading: &Reading<'_>, at: usize) -> bool {
    let first = at.saturating_sub(LISTED);
    let words = reading.words.get(first..at).unwrap_or_default();
    let is_own = |word: &&Word| NUMBERED.iter().any(|concept| word.has_concept(concept));
    let is_owner = |word: &Word| {
        let is_listed = word.kind == TokenKind::Digits || word.is_function(Function::And);
        is_listed || word.kind == TokenKind::Word && word.breaks == 0 && !leads(word)
    };
    let Some(back) = words.iter().rev().position(|word| is_own(&word)) else { return false };
    words.iter().rev().take(back).all(is_owner)
}
