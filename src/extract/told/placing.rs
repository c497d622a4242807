//! Placings: ranked 94th in the world, the second seed, third in the race; and the edition of what is held again.

use crate::extract::attribution::is_verb;
use crate::extract::entity::Entity;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::person::is_named;
use crate::extract::told::{Teller, age, bound, standing, thing};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use crate::value::compare::days_apart;

/// Furthest that the word of a placing stands from its number, in words.
const NEAR: usize = 2;

/// Furthest that the one who is placed stands from the number, in words.
const PERSON: usize = 6;

/// Furthest that the world stands behind a placing in it, in words.
const WORLD: usize = 3;

/// Most days between the writing and the edition that is written of.
const SEASON: i64 = 200;

/// What a place in a ranking of the world is called.
const WORLD_RANKING: &str = "world ranking";

/// The concept of what was never before, as "of its kind" says.
const OF_ITS_KIND: &str = "ever";

/// The placings of a sentence, each by the state of the kind that its words tell.
pub(super) fn placings(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    mentions.filter_map(|mention| placing(teller, sentence, kind, mention)).collect()
}

fn placing(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<Fact> {
    let (start, end) = (mention.words.start, mention.words.end);
    let is_rank = mention.dimension == Dimension::Ordinal;
    let is_number = mention.dimension == Dimension::Number && mention.head_text.is_none();
    let is_plain = (is_rank || is_number) && matches!(mention.value, Value::Amount(_));
    let clause = teller.clause(sentence, start);
    let before = start.saturating_sub(NEAR).max(clause.start)..start;
    let behind = end..(end + 1).min(sentence.words.end);
    let ranks = |at: &usize| teller.concept_of(*at, &kind.heads).is_some();
    let seeds = |at: &usize| teller.concept_of(*at, &kind.triggers).is_some();
    let word = before.clone().rev().find(|at| ranks(at) || seeds(at));
    let word = word.or_else(|| behind.into_iter().find(|at| is_rank && seeds(at)));
    // Where the verb comes first, who came third stands between.
    let verb = || {
        let far = start.saturating_sub(PERSON).max(clause.start)..start;
        let verb = far.rev().find(|at| ranks(at) && teller.reading.words.get(*at).is_some_and(is_verb))?;
        let between = teller.reading.entities_in(verb..start);
        (is_rank && teller.reading.language.grammar.verb_first && between.count() > 0).then_some(verb)
    };
    // "World number 37".
    let leads = |at: &usize| teller.concept_of(*at, &kind.context).is_some();
    let word = word.or_else(verb).or_else(|| start.checked_sub(1).filter(leads)).filter(|_| is_plain)?;
    let world = (end..(end + WORLD).min(sentence.words.end)).chain(before);
    let is_of_world =
        world.into_iter().any(|at| standing::is_world(teller, at, |word| word.has_any(&kind.context)));
    let what = match (is_of_world, seeds(&word)) {
        (true, _) => WORLD_RANKING,
        (false, true) => "seed",
        // A plain number behind "rank" is one only of a ranking.
        (false, false) if is_rank => "place",
        (false, false) => WORLD_RANKING,
    };
    let named = |person: &Entity| bound(Teller::names(person));
    let who = person(teller, sentence, mention).map(named);
    let who = who.or_else(|| age::owner::unlisted(teller, sentence, &mention.words));
    let spoken_of = || teller.person_near(sentence, start).filter(|_| what == WORLD_RANKING).map(named);
    let slots = [(Slot::What, bound(vec![thing(what)])), (Slot::Who, who.or_else(spoken_of)?)];
    let fact = teller.fact(kind, &mention.words, mention.value.clone(), slots);
    Some(Fact { modality: Modality::Actual, ..fact })
}

/// The person whose name stands nearest to a number, with no other number between.
fn person<'r>(teller: &Teller<'r, '_>, sentence: &Sentence, mention: &Mention) -> Option<&'r Entity> {
    let (start, end) = (mention.words.start, mention.words.end);
    let near =
        start.saturating_sub(PERSON + NEAR).max(sentence.words.start)..(end + PERSON).min(sentence.words.end);
    let between = |entity: &&Entity| {
        let between =
            if entity.words.end <= start { entity.words.end..start } else { end..entity.words.start };
        teller.reading.mentions_in(between).is_empty()
    };
    let distance = |entity: &&Entity| {
        if entity.words.end <= start {
            start - entity.words.end
        } else {
            entity.words.start.saturating_sub(end)
        }
    };
    teller.reading.entities_in(near).filter(is_named).filter(between).min_by_key(distance)
}

/// The editions of a sentence: the 24th edition of the fair, held for the fourth time, the fourth of its kind.
pub(super) fn editions(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let is_edition = |mention: &&Mention| {
        let is_rank = mention.dimension == Dimension::Ordinal && matches!(mention.value, Value::Amount(_));
        is_rank
            && !is_memory(teller, sentence, mention)
            && (names_edition(teller, kind, mention) || tells_again(teller, sentence, kind, mention))
    };
    let fact = |mention: &Mention| teller.fact(kind, &mention.words, mention.value.clone(), []);
    mentions.filter(is_edition).map(fact).collect()
}

/// Whether the clause of a rank tells of another time: the third edition, held two years ago.
fn is_memory(teller: &Teller<'_, '_>, sentence: &Sentence, mention: &Mention) -> bool {
    let clause = teller.clause(sentence, mention.words.start);
    let opens = |at: &usize| teller.is_function(*at, Function::Which);
    let end = (mention.words.end..clause.end).find(opens).unwrap_or(clause.end);
    let is_far = |time: &Mention| {
        let Value::Time(time) = &time.value else { return false };
        let apart = teller.published.and_then(|published| days_apart(time, published));
        apart.is_some_and(|days| days > SEASON)
    };
    let others = [Function::Previous, Function::Last, Function::Next, Function::Coming, Function::Following];
    let beside = mention.words.start.saturating_sub(NEAR)..mention.words.end + NEAR;
    let is_other = |at: usize| others.into_iter().any(|function| teller.is_function(at, function));
    teller.reading.mentions_in(clause.start..end).iter().any(is_far) || beside.into_iter().any(is_other)
}

/// Whether a rank is that of an edition: the 24th *edition*.
fn names_edition(teller: &Teller<'_, '_>, kind: &Kind, mention: &Mention) -> bool {
    let beside = if teller.reading.language.grammar.adjective_after_noun {
        mention.words.start.saturating_sub(NEAR)..mention.words.start
    } else {
        mention.words.end..mention.words.end + NEAR
    };
    let is_other = |at: usize| teller.concept_of(at, &kind.unless).is_some();
    let is_it = beside.clone().any(|at| teller.concept_of(at, &kind.heads).is_some());
    is_it && !(mention.words.end..mention.words.end + NEAR).any(is_other) && !beside.into_iter().any(is_other)
}

/// Whether something is held so often: *for the fourth time*, the fourth *of its kind*.
fn tells_again(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> bool {
    let (start, end) = (mention.words.start, mention.words.end);
    let clause = teller.clause(sentence, start);
    let word = |at: usize| teller.reading.words.get(at).filter(|_| sentence.words.contains(&at));
    let held = || clause.clone().any(|at| teller.concept_of(at, &kind.triggers).is_some());
    let is_thing = || clause.clone().any(|at| teller.concept_of(at, &kind.context).is_some());
    let is_time = |word: &Word| {
        word.senses.is_empty() || word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Times(_)))
    };
    let article = start.checked_sub(1).filter(|at| word(*at).is_some_and(Word::may_be_article));
    let lead = article.unwrap_or(start).checked_sub(1);
    let for_time = if teller.reading.language.grammar.adjective_after_noun {
        let time = start.checked_sub(1).and_then(word);
        time.is_some_and(|time| time.clitics.preposition.is_some() && is_time(time))
    } else {
        lead.is_some_and(|at| teller.is_function(at, Function::For)) && word(end).is_some_and(is_time)
    };
    let of_kind = word(end).is_some_and(|word| word.has_concept(OF_ITS_KIND));
    (for_time && held()) || (of_kind && is_thing())
}
