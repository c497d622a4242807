//! Strikes of those who work: where they do what else is an attack, nobody is attacked. *Nurses strike* on Friday, the
//! *unions have called a strike*.

use crate::extract::told::moment::Moments;
use crate::lexicon::class::Functions;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::State;
use crate::text::token::TokenKind;

/// Words behind a strike that has no object.
const GOING_ON: Functions = Functions::of(&[
    Function::After,
    Function::And,
    Function::At,
    Function::Because,
    Function::By,
    Function::During,
    Function::For,
    Function::From,
    Function::In,
    Function::On,
    Function::Until,
    Function::When,
]);

impl<'t> Moments<'t, '_, '_> {
    /// The state that those who work bring about by themselves: one that lasts, and of which it is told who does it.
    pub(super) fn labour(&self, at: usize) -> Option<&'t str> {
        let mut states = self.teller.states(at, self.kind);
        let is_own = |state: &&State| state.lasting && !state.of.is_empty();
        let state = states.find(|state| is_own(state) && self.tells(at, state))?;
        let next = self.word(at + 1);
        let is_time = !self.teller.reading.mentions_in(at + 1..at + 2).is_empty();
        let ends = next.is_none_or(|next| {
            next.breaks > 0 || next.kind == TokenKind::Sign || next.summary.does_any(GOING_ON)
        });
        (ends || is_time).then_some(state.state.as_str())
    }
}
