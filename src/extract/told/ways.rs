//! The ways in which facts are told, one row for each: the words with which a sentence begins it, and what reads it.

use crate::extract::sentence::Sentence;
use crate::extract::told::{
    Teller, age, deed, done, first, flag, length, level, moment, nation, next, origin, placing, race, rank,
    route, score, share, since, standing, term, until,
};
use crate::fact::Fact;
use crate::lexicon::class::Class;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;

/// What reads the facts of a kind in a sentence.
type Tell = fn(&Teller<'_, '_>, &Sentence, &Kind) -> Vec<Fact>;

/// Whether a sentence may tell a kind, said at a glance.
type Begins = fn(&Sentence, &Kind) -> bool;

/// A way of telling.
pub(super) struct Way {
    told: Telling,
    begins: Begins,
    facts: Tell,
}

impl Way {
    /// The way of a kind; none where its values stand beside its words, or are figures.
    pub(super) fn of(kind: &Kind) -> Option<&'static Self> {
        WAYS.iter().find(|way| way.told == kind.told)
    }

    /// The facts of a kind that a sentence tells in this way.
    pub(super) fn facts(&self, teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
        if (self.begins)(sentence, kind) { (self.facts)(teller, sentence, kind) } else { Vec::new() }
    }
}

const fn row(told: Telling, begins: Begins, facts: Tell) -> Way {
    Way { told, begins, facts }
}

static WAYS: [Way; 30] = [
    row(Telling::Age, anyhow, age::facts),
    row(Telling::Change, by_heads, level::changes),
    row(Telling::Deed, anyhow, deed::deeds),
    row(Telling::Destination, by_words, |teller, sentence, kind| {
        route::facts(teller, sentence, kind, Function::To)
    }),
    row(Telling::Done, by_states, done::facts),
    row(Telling::Edition, anyhow, placing::editions),
    row(Telling::Finish, anyhow, race::finishes),
    row(Telling::First, by_first, first::facts),
    row(Telling::Flag, by_triggers, flag::facts),
    row(Telling::HeldSince, by_any, since::held),
    row(Telling::HeldUntil, by_any, until::held::facts),
    row(Telling::HighSince, by_any, since::high),
    row(Telling::Length, anyhow, length::facts),
    row(Telling::Level, by_heads, level::levels),
    row(Telling::Margin, by_words, race::margins),
    row(Telling::Moment, by_moment, moment::facts),
    row(Telling::Nation, anyhow, nation::facts),
    row(Telling::News, anyhow, deed::news),
    row(Telling::Next, by_states, next::facts),
    row(Telling::Origin, anyhow, origin::facts),
    row(Telling::Out, anyhow, term::facts),
    row(Telling::Placing, by_any, placing::placings),
    row(Telling::Rank, by_heads, rank::facts),
    row(Telling::Score, by_moment, score::facts),
    row(Telling::Share, anyhow, share::facts),
    row(Telling::Since, by_since, since::facts),
    row(Telling::Source, by_words, |teller, sentence, kind| {
        route::facts(teller, sentence, kind, Function::From)
    }),
    row(Telling::Standing, by_words, standing::facts),
    row(Telling::Term, anyhow, term::facts),
    row(Telling::Until, by_any, until::facts),
];

const fn anyhow(_: &Sentence, _: &Kind) -> bool {
    true
}

fn by_heads(sentence: &Sentence, kind: &Kind) -> bool {
    sentence.marks.meets(kind.heads.marks())
}

fn by_states(sentence: &Sentence, kind: &Kind) -> bool {
    sentence.marks.meets(kind.states.marks())
}

fn by_triggers(sentence: &Sentence, kind: &Kind) -> bool {
    sentence.marks.meets(kind.triggers.marks())
}

fn by_moment(sentence: &Sentence, kind: &Kind) -> bool {
    by_states(sentence, kind) || by_triggers(sentence, kind)
}

fn by_words(sentence: &Sentence, kind: &Kind) -> bool {
    by_triggers(sentence, kind) || sentence.marks.meets(kind.context.marks())
}

fn by_any(sentence: &Sentence, kind: &Kind) -> bool {
    by_words(sentence, kind) || by_states(sentence, kind) || by_heads(sentence, kind)
}

/// A rank may say that something was the first.
fn by_first(sentence: &Sentence, kind: &Kind) -> bool {
    by_triggers(sentence, kind) || sentence.summary.is(Class::Number)
}

/// When something was for the last time is told by "last" alone, of kinds that have words for such a time.
fn by_since(sentence: &Sentence, kind: &Kind) -> bool {
    let is_last = !kind.heads.is_empty() && sentence.summary.does_any(since::LAST);
    is_last || by_any(sentence, kind)
}

#[cfg(test)]
mod tests {
    use super::{WAYS, Way};
    use crate::lexicon::Lexicon;
    use crate::lexicon::schema::telling::Telling;

    /// Ways whose values are read with other things of the text, each in a file of its own.
    const ELSEWHERE: [Telling; 5] =
        [Telling::Befallen, Telling::Citizen, Telling::Doer, Telling::Nth, Telling::Whereabouts];

    #[test]
    fn every_way_of_telling_has_one_row() {
        for kind in Lexicon::embedded().kinds() {
            let is_own =
                kind.told != Telling::Beside && !kind.told.is_of_figures() && !ELSEWHERE.contains(&kind.told);
            assert_eq!(Way::of(kind).is_some(), is_own, "{}", kind.id);
        }
        for way in &WAYS {
            assert_eq!(WAYS.iter().filter(|other| other.told == way.told).count(), 1, "{:?}", way.told);
        }
    }
}
