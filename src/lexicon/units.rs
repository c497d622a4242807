//! Units and currencies by code, symbol and bare name.

use crate::lexicon::meaning::Id;
use crate::lexicon::schema::shared::Shared;
use crate::value::duration::Period;
use crate::value::number::Number;
use crate::value::unit::Unit;
use rustc_hash::FxHashMap;

/// The dimension of units of time, which make durations.
pub const TIME: &str = "time";

/// Units and currencies.
#[derive(Debug, Default)]
pub struct Units {
    units: FxHashMap<String, Unit>,
    periods: FxHashMap<String, Period>,
    most: FxHashMap<String, Number>,
    symbols: FxHashMap<String, Id>,
    currencies: FxHashMap<String, Unit>,
    bare: FxHashMap<String, Vec<Bare>>,
    users: FxHashMap<String, Vec<String>>,
}

/// A currency that a bare name may mean.
#[derive(Debug)]
struct Bare {
    code: Id,
    users: Vec<String>,
    is_home: bool,
}

impl Units {
    /// Compiles the shared data; a unit whose factor cannot be read is left out, which a test notices.
    #[must_use]
    pub fn new(shared: &Shared) -> Self {
        let mut units = Self::default();
        for (code, data) in &shared.units {
            let number = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<Number>().ok());
            if let Some(period) = data.period.as_deref().and_then(|text| text.parse().ok()) {
                units.periods.insert(code.clone(), period);
            }
            units.most.extend(data.most.map(|most| (code.clone(), Number::whole(most.into()))));
            let unit = Unit {
                code: code.as_str().into(),
                dimension: data.dimension.as_str().into(),
                factor: number(&data.factor).unwrap_or(Number::ONE),
                offset: number(&data.offset).unwrap_or(Number::ZERO),
            };
            units.units.insert(code.clone(), unit);
            units.symbols.extend(data.symbols.iter().map(|symbol| (symbol.clone(), Id::from(code.as_str()))));
        }
        for (code, data) in &shared.currencies {
            units.currencies.insert(code.clone(), Unit::currency(code));
            units.users.insert(code.clone(), data.countries.clone());
            units.symbols.extend(data.symbols.iter().map(|symbol| (symbol.clone(), Id::from(code.as_str()))));
            for name in &data.bare {
                let is_home = data.home_of.contains(name);
                let bare = Bare { code: code.as_str().into(), users: data.countries.clone(), is_home };
                units.bare.entry(name.clone()).or_default().push(bare);
            }
        }
        units
    }

    /// A unit by its UCUM code, or a currency by its ISO 4217 code.
    #[must_use]
    pub fn unit(&self, code: &str) -> Option<Unit> {
        let currency = || self.currencies.get(code).cloned();
        self.units.get(code).cloned().or_else(currency)
    }

    /// One unit per another: the listed one, else what arithmetic makes of the two; none where that is not exact.
    #[must_use]
    pub fn rate(&self, unit: &Unit, per: &Unit) -> Option<Unit> {
        let code = format!("{}/{}", unit.code, per.code);
        let derived = || {
            Some(Unit {
                code: code.as_str().into(),
                dimension: format!("{}/{}", unit.dimension, per.dimension).into(),
                factor: unit.factor.over(per.factor)?,
                offset: Number::ZERO,
            })
        };
        self.unit(&code).or_else(derived)
    }

    /// The period of a unit of time.
    #[must_use]
    pub fn period(&self, code: &str) -> Option<Period> {
        self.periods.get(code).copied()
    }

    /// Whether people count so many of a unit.
    #[must_use]
    pub fn counts(&self, code: &str, number: Number) -> bool {
        self.most.get(code).is_none_or(|most| number <= *most)
    }

    /// The code that a symbol stands for; case counts.
    #[must_use]
    pub fn symbol(&self, symbol: &str) -> Option<Id> {
        self.symbols.get(symbol).cloned()
    }

    /// The country whose own a currency is.
    #[must_use]
    pub fn home(&self, currency: &str) -> Option<Id> {
        self.users.get(currency)?.first().map(|country| country.as_str().into())
    }

    /// The currency of a country that shares a bare name with another one: the dollar of Australia.
    #[must_use]
    pub fn sibling(&self, currency: &str, country: &Id) -> Option<Unit> {
        let uses = |bare: &&Bare| bare.users.iter().any(|user| **user == **country);
        let shares = |all: &&Vec<Bare>| all.iter().any(|bare| &*bare.code == currency);
        let found = self.bare.values().filter(shares).filter_map(|all| all.iter().find(uses));
        found.map(|bare| &bare.code).min().map(|code| Unit::currency(code))
    }

    /// The codes of the currencies that a bare name may mean: the dollars of America, of Australia.
    pub fn named(&self, bare: &str) -> impl Iterator<Item = &str> {
        self.bare.get(bare).into_iter().flatten().map(|bare| &*bare.code)
    }

    /// Whether one bare name may mean either of two currencies: a rupee of India, of Pakistan.
    #[must_use]
    pub fn share_name(&self, one: &str, other: &str) -> bool {
        let is_one = |all: &Vec<Bare>, code: &str| all.iter().any(|bare| &*bare.code == code);
        self.bare.values().any(|all| is_one(all, one) && is_one(all, other))
    }

    /// Whether one of the countries pays in a currency.
    #[must_use]
    pub fn is_paid_in(&self, currency: &str, countries: &[Id]) -> bool {
        let users = self.users.get(currency).map_or(&[][..], Vec::as_slice);
        countries.iter().any(|country| users.iter().any(|user| **user == **country))
    }

    /// The currency that a name means: a code itself, or a bare name (`pound`) by the countries that the
    /// text speaks of, each as often as it is named. Where those of one currency are not named more often than
    /// all others that use the name, or none is, it is the home of the name, if it has one.
    #[must_use]
    pub fn currency(&self, name: &str, countries: &[Id]) -> Option<Unit> {
        if let Some(currency) = self.currencies.get(name) {
            return Some(currency.clone());
        }
        let candidates = self.bare.get(name)?;
        let named = |bare: &Bare| {
            let uses = |country: &&Id| bare.users.iter().any(|user| **user == ***country);
            countries.iter().filter(uses).count()
        };
        let all: usize = candidates.iter().map(named).sum();
        let told = || candidates.iter().find(|bare| named(bare) * 2 > all);
        let home = || candidates.iter().find(|bare| bare.is_home);
        let only = || candidates.first().filter(|_| candidates.len() == 1);
        let bare = told().or_else(home).or_else(only)?;
        Some(Unit::currency(&bare.code))
    }
}
