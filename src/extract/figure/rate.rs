//! Rates: so much a year is compared as so much, told for a year.

use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::value::Value;
use crate::value::amount::Amount;
use std::borrow::Cow;

/// Periods for which amounts are told, by the codes of their units: of a speed they are shorter.
const PERIODS: [&str; 4] = ["d", "wk", "mo", "a"];

/// A mention of so much for a period as one of so much, with the code of the period.
pub(super) fn plain<'m>(
    reading: &Reading<'_>,
    mention: Cow<'m, Mention>,
) -> (Cow<'m, Mention>, Option<&'static str>) {
    let Value::Amount(Amount { form, unit: Some(unit), .. }) = &mention.value else { return (mention, None) };
    let Some((code, per)) = unit.code.rsplit_once('/') else { return (mention, None) };
    let period = PERIODS.into_iter().find(|period| *period == per);
    let Some((period, unit)) = period.zip(reading.lexicon.units.unit(code)) else { return (mention, None) };
    let value = Value::Amount(Amount::new(form.clone(), Some(unit)));
    let mut mention = mention.into_owned();
    mention.value = value;
    (Cow::Owned(mention), Some(period))
}
