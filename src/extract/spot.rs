//! Spots: the places that a text names, known or shown to be places by what stands beside them, and the prepositions
//! that lead to them.

use crate::extract::naming::Naming;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::place::Place;
use std::ops::Range;

/// Furthest that a preposition stands before the name of a place, in words.
const LED: usize = 4;

/// The type of a place of which no more is known than its name.
const TOWN: &str = "city";

/// The places that a text names: those that are known or of a known type, and other names that
/// show by themselves that they are names.
#[must_use]
pub fn places(reading: &Reading<'_>, namings: &[Naming]) -> Vec<(Range<usize>, Place)> {
    let known = reading.entities.iter().filter_map(|entity| {
        let place = entity.place.clone().filter(|_| entity.is_named)?;
        place.id.is_some().then(|| (entity.words.clone(), place))
    });
    let mut places: Vec<(Range<usize>, Place)> = known.chain(capitals(reading)).collect();
    places.extend(grounds(reading, &places));
    places.extend(journeys(reading, &places));
    let is_taken = |at: &Range<usize>| {
        reading.entities.iter().any(|entity| entity.words.start < at.end && at.start < entity.words.end)
    };
    let free = namings.iter().filter(|naming| !naming.is_loose && !is_taken(&naming.at));
    places.extend(free.map(|naming| {
        let place = Place {
            name: naming.name.name.clone(),
            id: naming.name.keys.first().cloned(),
            ..Place::default()
        };
        (naming.at.clone(), reading.lexicon.gazetteer.typed(place, TOWN))
    }));
    places
}

/// The unknown names behind nouns of ground and parts of towns, where capitals do not show them: *the coast of* X.
fn grounds(reading: &Reading<'_>, known: &[(Range<usize>, Place)]) -> Vec<(Range<usize>, Place)> {
    if reading.language.grammar.capitals || !reading.language.grammar.adjective_after_noun {
        return Vec::new();
    }
    let is_ground = |word: &Word| {
        let is_part = |meaning: &Meaning| matches!(meaning, Meaning::PlaceType(id) if PARTS.contains(&&**id));
        let is_noun = GROUND.iter().any(|concept| word.has_concept(concept))
            || word.senses.iter().any(|sense| is_part(&sense.meaning));
        is_noun && !word.clitics.article && !word.clitics.pronoun
    };
    let name = |at: usize| {
        reading.words.get(at).filter(|word| is_ground(word))?;
        unknown(reading, at + 1, known)
    };
    (0..reading.words.len()).filter_map(name).collect()
}

/// The unknown names between which somebody travels, where capitals do not show them: متجها *من* X *إلى* Y.
fn journeys(reading: &Reading<'_>, known: &[(Range<usize>, Place)]) -> Vec<(Range<usize>, Place)> {
    if reading.language.grammar.capitals {
        return Vec::new();
    }
    let is = |at: usize, function| reading.words.get(at).is_some_and(|word| word.is_function(function));
    let travels = |at: usize| {
        let tells = |word: &Word| JOURNEYS.iter().any(|concept| word.has_concept(concept));
        reading.words.get(at).is_some_and(tells)
    };
    let leads = |at: usize| is(at, Function::From) && is(at + 2, Function::To);
    let starts = (0..reading.words.len()).filter(|at| leads(*at));
    let starts = starts.filter(|at| (at.saturating_sub(LED)..*at).any(travels));
    let ends = starts.flat_map(|at| [at + 1, at + 3]);
    // What has no article behind "bound for" is no thing but a name.
    let is_bound = |at: &usize| {
        let phrase = |word: &Word| word.has_concept(BOUND) && word.tokens.len() > 1;
        let is_open = |word: &Word| !reading.language.is_definite(&word.normal);
        reading.words.get(*at).is_some_and(phrase) && reading.words.get(at + 1).is_some_and(is_open)
    };
    let bound = (0..reading.words.len()).filter(is_bound).map(|at| at + 1);
    ends.chain(bound).filter_map(|at| unknown(reading, at, known)).collect()
}

/// Words that a place is bound to by themselves.
const BOUND: &str = "bound-for";

/// Words of journeys.
const JOURNEYS: [&str; 6] = ["bound-for", "fly", "leave", "sail", "take-off", "travel"];

/// A word that is in no list as the name of a place.
fn unknown(
    reading: &Reading<'_>,
    at: usize,
    known: &[(Range<usize>, Place)],
) -> Option<(Range<usize>, Place)> {
    let is_name = |word: &&Word| {
        let is_plain = word.kind == TokenKind::Word && word.senses.is_empty() && word.breaks == 0;
        is_plain && word.normal.chars().count() > SHORTEST && !word.is_common(reading.language)
    };
    reading.words.get(at).filter(is_name)?;
    let own = at..at + 1;
    let is_free = known.iter().all(|(words, _)| words.end <= own.start || own.end <= words.start);
    let text = reading.text.slice(reading.span(&own)).to_owned();
    let place = Place { id: Some(reading.lexicon.name_key(&text)), name: text, ..Place::default() };
    is_free.then(|| (own, reading.lexicon.gazetteer.typed(place, TOWN)))
}

/// Parts of towns that are told by the town.
const PARTS: [&str; 1] = ["district"];

/// Shortest unknown name behind such a noun, in characters.
const SHORTEST: usize = 2;

/// The capitals that a text names by their countries: *the Omani capital*.
fn capitals<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = (Range<usize>, Place)> + 'r {
    let follows = reading.language.grammar.adjective_after_noun;
    let country = move |at: usize| {
        let beside = if follows { at + 1 } else { at.checked_sub(1)? };
        let code = reading.words.get(beside)?.find(|sense| sense.meaning.demonym().cloned())?;
        let is_beside = reading.words.get(at.max(beside))?.breaks == 0;
        let words = at.min(beside)..at.max(beside) + 1;
        // The name of the capital stands for itself.
        let is_named = reading.entities_in(words.end..words.end + 1).next().is_some();
        is_beside.then_some((words, code)).filter(|_| !is_named)
    };
    let is_capital = |at: &usize| reading.words.get(*at).is_some_and(|word| word.has_concept(CAPITAL_CITY));
    let all = (0..reading.words.len()).filter(is_capital).filter_map(country);
    all.map(|(words, code)| (words, reading.lexicon.gazetteer.capital(&code)))
}

/// The concept of a capital.
const CAPITAL_CITY: &str = "capital-noun";

/// Nouns behind which a place is named as behind its sort.
const GROUND: [&str; 3] = ["border", CAPITAL_CITY, "sea-coast"];

/// Letters of the code of a country.
const CODE: usize = 2;

/// Whether a place is a country.
#[must_use]
pub fn is_country(place: &Place) -> bool {
    place.id.as_deref().is_some_and(|id| id.len() <= CODE)
}

/// The preposition that leads to a place, and the first word that belongs to it.
#[must_use]
pub fn leads(reading: &Reading<'_>, start: usize) -> Option<(usize, Function)> {
    let leading = [
        Function::At,
        Function::In,
        Function::Near,
        Function::On,
        Function::To,
        Function::From,
        Function::Through,
    ];
    let belongs = |word: &Word| {
        word.is_article()
            || word.is_function(Function::Of)
            || GROUND.iter().any(|concept| word.has_concept(concept))
            || word
                .senses
                .iter()
                .any(|sense| matches!(sense.meaning, Meaning::PlaceType(_) | Meaning::Demonym(_)))
    };
    let mut at = start;
    for _ in 0..=LED {
        let word = reading.words.get(at)?;
        if let Some(stuck) = word.clitics.preposition {
            return leading.contains(&stuck).then_some((at, stuck));
        }
        let before = at.checked_sub(1)?;
        let word = reading.words.get(before).filter(|_| reading.words[at].breaks == 0)?;
        if let Some(function) = leading.into_iter().find(|function| word.is_function(*function)) {
            return Some((before, function));
        }
        if word.kind != TokenKind::Word || !belongs(word) {
            return None;
        }
        at = before;
    }
    None
}
