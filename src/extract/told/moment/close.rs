//! Times right before or after which something was: *just before* five, *shortly after* noon.

use crate::extract::loose;
use crate::extract::mention::Mention;
use crate::extract::told::moment::Moments;
use crate::lexicon::schema::function::Function;
use crate::value::Value;
use crate::value::daypart::NamedPart;

/// The code of the dawn.
const DAWN: &str = "DN";

impl Moments<'_, '_, '_> {
    /// Whether a time by the clock is one right before or after which something was: *just before five*, and what was
    /// before dawn was at its end.
    pub(super) fn is_close(&self, mention: &Mention) -> bool {
        let Value::Time(time) = &mention.value else { return false };
        let Some(clock) = time.first.and_then(|first| first.clock) else { return false };
        let first = mention.words.start;
        let is_before = |at: usize| self.teller.is_function(at, Function::Before);
        let is_dawn = NamedPart::of(clock).is_some_and(|part| part.code == DAWN);
        (is_dawn && first.checked_sub(1).is_some_and(is_before))
            || loose::is_close(self.teller.reading, mention)
    }
}
