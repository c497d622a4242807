//! Whether a value can be of a kind at all, by the bounds that the kind sets.

use crate::extract::reading::Reading;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::compare::{Comparison, compare};
use crate::value::duration::{Duration, Period};

/// Whether the value can be of the kind at all.
pub fn is_plausible(reading: &Reading<'_>, kind: &Kind, value: &Value) -> bool {
    let Some(bounds) = kind.plausible.as_ref().and_then(|_| reading.lexicon.bounds(kind)) else {
        return true;
    };
    // A stretch of time is as long as its days; one that depends on an unknown day is as long as it likes.
    if let Value::Time(time) = value {
        let days = time.days().map(|(first, last)| first.until(last).map_or(0, |span| span.get_days()) + 1);
        let stretch = days.map(|days| Duration::new(Form::Exactly(Period::days(days.into()))));
        return bounds.length.clone().zip(stretch).is_none_or(|(bounds, stretch)| {
            compare(&Value::Duration(stretch), &Value::Duration(bounds)) != Comparison::Disjoint
        });
    }
    let bounds = match value {
        Value::Duration(_) => bounds.length.clone().map(Value::Duration),
        Value::Amount(_) => bounds.amount.clone().map(Value::Amount),
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    };
    let stated = match value {
        Value::Duration(duration) => duration
            .form
            .stated()
            .first()
            .map(|period| Value::Duration(Duration::new(Form::Exactly(**period)))),
        Value::Amount(amount) => amount
            .form
            .stated()
            .first()
            .map(|number| Value::Amount(Amount::new(Form::Exactly(**number), amount.unit.clone()))),
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    };
    bounds.zip(stated).is_none_or(|(bounds, stated)| compare(&stated, &bounds) != Comparison::Disjoint)
}
