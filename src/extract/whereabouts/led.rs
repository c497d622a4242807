//! The prepositions that lead to the places of acts, and how the ids of acts ask for them.

use crate::extract::whereabouts::Level;
use crate::lexicon::schema::function::Function;

/// How the ids of acts end that come from a place, that lead to one and that go by way of one.
const AWAY: &str = " from";
const TOWARDS: &str = " to";
const THROUGH: &str = " through";

/// How the ids of acts end of which a whole country is told as well.
const ABROAD: &str = " abroad";

/// How the ids of acts end that many do in one story, so that only a name in common shows who did them.
pub(super) const BY_NAME: &str = " by name";

/// How the ids of acts begin of which only the first is told: the *first* case was found there.
pub(super) const FIRST: &str = "first ";

/// What leads to a place.
pub(super) struct Led {
    /// The first word that belongs to it.
    pub(super) first: usize,
    pub(super) function: Function,
    /// Whether it is one that people pass through.
    pub(super) is_gate: bool,
    pub(super) level: Level,
}

impl Led {
    /// Whether a place of a size stands behind the preposition that an act asks for.
    pub(super) fn fits(&self, state: &str) -> bool {
        let (state, is_wide) = state.strip_suffix(ABROAD).map_or((state, false), |state| (state, true));
        let state = state.strip_suffix(BY_NAME).unwrap_or(state);
        let is_from = state.ends_with(AWAY);
        let is_through = state.ends_with(THROUGH);
        let passes = self.function == Function::Through || self.is_gate && self.function == Function::From;
        is_from == (self.function == Function::From && !passes)
            && state.ends_with(TOWARDS) == (self.function == Function::To)
            && is_through == passes
            && (self.level != Level::Country || is_from || is_wide)
    }
}

/// An act without the preposition that it asks for.
pub(super) fn plain(state: &str) -> &str {
    let state = state.strip_suffix(ABROAD).unwrap_or(state);
    let state = state.strip_suffix(BY_NAME).unwrap_or(state);
    [AWAY, TOWARDS, THROUGH].iter().find_map(|end| state.strip_suffix(end)).unwrap_or(state)
}
