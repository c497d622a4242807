//! Lengths that stand right beside what is so long: a crossing of 25 minutes, two years late, 40 days that they spent
//! as hostages; and what stands before a length that is to come.

use crate::extract::mention::Mention;
use crate::extract::told::length::{Lengths, NEAR};
use crate::lexicon::schema::function::Function;
use crate::value::keys::NameKeys;

/// Furthest that a delay stands before what it comes to, in words, and what it is called.
const BY: usize = 2;
const DELAY: &str = "delay";

/// What a captivity is called, and the concept of what one begins with.
const CAPTIVITY: &str = "captivity";
const SEIZED: &str = "seize";

impl Lengths<'_, '_, '_> {
    /// What is of such a length: a *crossing* of 25 minutes.
    pub(super) fn of_length(&self, mention: &Mention) -> NameKeys {
        let of =
            mention.words.start.checked_sub(1).filter(|at| {
                self.is_function(*at, &[Function::Of]) && !self.is_function(*at, &[Function::From])
            });
        let group = of.map_or(0..0, |of| self.group_before(of));
        let last = group.last().filter(|at| self.is_event(*at) || self.state(*at).is_some());
        self.keys_of(last)
    }

    /// By how long it comes too late: two years *late*.
    pub(super) fn late(&self, mention: &Mention) -> NameKeys {
        let (start, end) = (mention.words.start, mention.words.end);
        let delays = |at: usize| self.state(at).is_some_and(|state| state == DELAY);
        let is_after = self.is_function(end, &[Function::Later]);
        let is_late = delays(end)
            || (self.is_function(end, &[Function::Late]) && !is_after)
            || (start.saturating_sub(BY)..start).any(|at| self.sentence.words.contains(&at) && delays(at));
        if is_late { NameKeys::from([DELAY.to_owned()]) } else { NameKeys::default() }
    }

    /// How somebody spent it: 40 days that they *spent as hostages*, and what a word "after" it began with.
    pub(super) fn spent(&self, mention: &Mention) -> NameKeys {
        let end = mention.words.end;
        let behind = end + 1..(end + 1 + NEAR).min(self.sentence.words.end);
        let is_spent = self.lasts(end) && !self.teller.reading.language.grammar.capitals;
        let seized = |at: usize| {
            self.state(at) == Some(CAPTIVITY) || self.word(at).is_some_and(|word| word.has_concept(SEIZED))
        };
        if self.is_function(end, &[Function::After]) {
            return behind
                .into_iter()
                .find(|at| seized(*at))
                .map(|_| CAPTIVITY.to_owned())
                .into_iter()
                .collect();
        }
        self.keys_of(behind.into_iter().find(|at| is_spent && self.state(*at).is_some()))
    }

    /// Whether words before a length say that it only may be or is to come.
    pub(super) fn may_be(&self, mention: &Mention) -> bool {
        let clause = self.teller.clause(self.sentence, mention.words.start);
        let says = [Function::Can, Function::Expected, Function::If, Function::May, Function::Will];
        let is_verb = |at: usize| self.word(at).is_some_and(|word| word.clitics.future);
        (clause.start..mention.words.start).any(|at| self.is_function(at, &says) || is_verb(at))
    }
}
