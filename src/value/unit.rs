//! Units of measure and currencies: a code, a dimension and an exact factor.

use crate::value::number::Number;
use std::sync::Arc;

/// A unit. Codes are UCUM for measures and ISO 4217 for money, `%` for per cent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    /// UCUM or ISO 4217 code.
    pub code: Arc<str>,
    /// What it measures (`length`), or `money:` and the code for a currency, which is never converted.
    pub dimension: Arc<str>,
    /// Exact factor to the base unit of the dimension.
    pub factor: Number,
    /// What is added after the factor; zero but for temperatures.
    pub offset: Number,
}

impl Unit {
    /// A currency: a dimension of its own.
    #[must_use]
    pub fn currency(code: &str) -> Self {
        Self {
            code: code.into(),
            dimension: format!("{MONEY}{code}").into(),
            factor: Number::ONE,
            offset: Number::ZERO,
        }
    }

    /// Per cent of a whole.
    #[must_use]
    pub fn percent() -> Self {
        let factor = Number::ratio(1, 100).unwrap_or(Number::ONE);
        Self { code: "%".into(), dimension: RATIO.into(), factor, offset: Number::ZERO }
    }

    /// Whether it is a currency.
    #[must_use]
    pub fn is_currency(&self) -> bool {
        self.dimension.starts_with(MONEY)
    }

    /// Whether it is per cent.
    #[must_use]
    pub fn is_percent(&self) -> bool {
        &*self.dimension == RATIO
    }

    /// `number` of this unit in the base unit; none where that is not exact.
    #[must_use]
    pub fn to_base(&self, number: Number) -> Option<Number> {
        number.times(self.factor)?.plus(self.offset)
    }
}

const MONEY: &str = "money:";
const RATIO: &str = "ratio";
