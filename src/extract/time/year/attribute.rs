//! Years that tell one thing apart from others of its sort: `the 2019 elections`, `her unsuccessful 1996
//! campaign`, `حرب 1967`.

use crate::extract::time::view::View;
use crate::extract::time::year::is_uncounted;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// Concepts of what comes back, so that its year tells which one is meant.
const COMING_BACK: [&str; 53] = [
    "african-cup",
    "agreement",
    "asian-cup",
    "asian-games",
    "attack",
    "bloodshed",
    "border",
    "budget",
    "campaign",
    "census",
    "championship",
    "competition",
    "conference",
    "constitution",
    "coup",
    "crisis",
    "disaster",
    "earthquake",
    "economic-crisis",
    "election",
    "epidemic",
    "festival",
    "fighting",
    "financial-crisis",
    "flood",
    "forum",
    "general-election",
    "hurricane",
    "insurgency",
    "invasion",
    "law",
    "massacre",
    "memorandum",
    "midterm-election",
    "mutiny",
    "nations-cup",
    "olympics",
    "pandemic",
    "paralympics",
    "primary-election",
    "protest",
    "referendum",
    "revolution",
    "runoff",
    "season",
    "sports-league",
    "storm",
    "summit",
    "trophy-cup",
    "uprising",
    "war",
    "winter-olympics",
    "world-cup",
];

/// Concepts of what is told of each year in a figure of its own.
const YEARLY: [&str; 7] = ["dividend", "export", "forecast", "import", "profit", "revenue", "sale"];

/// Whether the word at `idx` names what comes back from year to year.
#[must_use]
pub fn comes_back(view: &View<'_>, idx: usize) -> bool {
    let is_told = |word: &Word| word.is_noun() && YEARLY.iter().any(|concept| word.has_concept(concept));
    view.get(idx)
        .is_some_and(|word| COMING_BACK.iter().any(|concept| word.has_concept(concept)) || is_told(word))
}

/// Whether the year at `idx` tells apart what stands beside it and comes back, so that it counts nothing.
#[must_use]
pub fn tells_apart(view: &View<'_>, idx: usize, end: usize, year: i16) -> bool {
    if view.language.grammar.adjective_after_noun {
        return behind_noun(view, idx, end);
    }
    let article = idx > 0
        && !view.is_of(Class::Hedge, idx - 1)
        && (view.skip_article(idx - 1) == idx || view.is(idx - 1, Function::Own));
    let is_named = idx > 0 && view.is_capital(idx - 1) && !view.small && comes_back(view, idx - 1);
    if is_named && is_uncounted(view, end, false) && !view.joined_after(idx) {
        return true;
    }
    let adjective = |word: &Word| word.concept().is_some_and(|(_, form)| form == Form::Fixed);
    let noun = end + usize::from(view.get(end).is_some_and(adjective) && comes_back(view, end + 1));
    // Round numbers without an article count.
    comes_back(view, noun) && (article || year % 10 != 0)
}

/// Whether the year at `idx` stands right behind the name of a place where something comes back, or behind the word
/// for "this year": London 2012, `هذا العام 2015`.
pub fn follows_place(view: &View<'_>, idx: usize, end: usize) -> bool {
    let is_place = |meaning: &Meaning| meaning.is_place().then_some(());
    let is_plain = |word: &Word| word.breaks == 0 && word.clitics.preposition.is_none();
    let Some(before) = idx.checked_sub(1).filter(|_| view.get(idx).is_some_and(is_plain)) else {
        return false;
    };
    let named = view.meaning(before, is_place).is_some() || view.is_year_word(before);
    named && is_uncounted(view, end, true) && !counts_noun(view, end) && !view.joined_after(idx)
}

/// Concepts of what is told by a number of its own, which may look like a year.
const NUMBERED: [&str; 8] =
    ["decree", "flight-number", "law-clause", "number-noun", "page", "resolution", "room", "toll"];

/// Words before a year among which one of those makes it a number.
const NUMBERED_NEAR: usize = 4;

/// Whether one of the words right before `idx` is told by a number of its own: `قرار مجلس الأمن 2014`.
pub fn is_number_of(view: &View<'_>, idx: usize) -> bool {
    let is_numbered =
        |at: usize| view.get(at).is_some_and(|word| NUMBERED.iter().any(|concept| word.has_concept(concept)));
    (idx.saturating_sub(NUMBERED_NEAR)..idx).any(is_numbered)
}

/// Whether the year at `idx` stands between a definite noun and what describes that: `المعرض الدولي 2015 المقام`.
pub fn is_described(view: &View<'_>, idx: usize, end: usize) -> bool {
    let is_definite = |at: usize| {
        let word = view.get(at).filter(|word| word.kind == TokenKind::Word && word.breaks == 0);
        word.is_some_and(|word| view.language.is_definite(&word.normal))
    };
    let is_between = idx > 0
        && view.get(idx).is_some_and(|word| word.breaks == 0)
        && is_definite(idx - 1)
        && (is_definite(end) || view.is(end, Function::Which));
    view.language.grammar.adjective_after_noun
        && is_between
        && !is_number_of(view, idx)
        && !view.joined_after(idx)
}

/// Whether a noun without article stands at `at`, as one behind a number that counts it does where nouns come first.
fn counts_noun(view: &View<'_>, at: usize) -> bool {
    view.language.grammar.adjective_after_noun
        && view.get(at).is_some_and(|word| {
            let unknown = word.kind == TokenKind::Word && word.senses.is_empty();
            (word.is_noun() || unknown) && !word.clitics.article && word.clitics.conjunction.is_none()
        })
}

/// Reads the year behind its noun, which has no article but of an owner between them: `حرب 1967`, `كأس العالم
/// 2022`. Behind a number that counts a noun without article stands.
fn behind_noun(view: &View<'_>, idx: usize, end: usize) -> bool {
    let has_article = |at: usize| view.get(at).is_some_and(|word| word.clitics.article);
    let bare = |at: usize| comes_back(view, at) && !has_article(at);
    let direct = idx > 0 && bare(idx - 1);
    let owned = idx > 1 && has_article(idx - 1) && bare(idx - 2);
    (direct || owned) && !counts_noun(view, end) && !view.joined_after(idx)
}

/// Whether the year at `idx` stands between an article or an owner and what it tells apart: "the 1959 treaty",
/// "her unsuccessful 1996 campaign".
pub fn stands_before(view: &View<'_>, idx: usize) -> bool {
    if view.language.grammar.adjective_after_noun {
        return false;
    }
    let leads = |before: usize| idx >= before && view.is_stop(idx - before);
    let owned = |word: &Word| {
        word.is_function(Function::Own) || view.language.without_owner(&word.normal) != word.normal
    };
    let owns = |before: usize| idx >= before && view.get(idx - before).is_some_and(owned);
    let plain = |word: &Word| {
        let fixed = |(_, form)| form == Form::Fixed;
        let unknown = word.senses.is_empty() || word.concept().is_some_and(fixed);
        word.kind == TokenKind::Word && unknown && !word.capital
    };
    let adjective = idx > 0 && view.get(idx - 1).is_some_and(plain);
    let named = |word: &Word| word.capital || word.concept().is_some_and(|(_, form)| form == Form::One);
    let noun = |word: &Word| named(word) || (word.kind == TokenKind::Word && word.senses.is_empty());
    (leads(1) && view.get(idx + 1).is_some_and(named))
        || ((owns(1) || (adjective && (owns(2) || leads(2)))) && view.get(idx + 1).is_some_and(noun))
}
