//! Words that state a number by their form: a dual ("two containers" in one word), a unit in the singular
//! behind a hedge or a preposition ("more than an hour", "for a week").

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::compose::Joining;
use crate::extract::number::hedge;
use crate::extract::quantity::around::{follows_rate, lasts, names_dates, owns_noun, passes, ranks, takes};
use crate::extract::quantity::{
    Scene, duration, fraction, hedged_after, measure, money, position, stretch, symbol,
};
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Form as Shape, Id, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::duration::Period;
use crate::value::number::Number;
use crate::value::unit::Unit;

/// The quantity that the word at `idx` states by its form; its words end before `limit`.
#[must_use]
pub fn mention(scene: &Scene<'_>, idx: usize, limit: usize) -> Option<Mention> {
    let word = scene.words.get(idx).filter(|word| word.kind == TokenKind::Word)?;
    if word.summary.is(Class::Position) {
        return position::mention(scene, idx);
    }
    let may_state = word.summary.has_form(Shape::Two)
        || word.summary.is_any(Classes::of(&[Class::Unit, Class::Currency]))
        || word.summary.does(Function::Per);
    if !may_state || word.clitics.pronoun {
        return None;
    }
    dual(scene, idx).or_else(|| single(scene, idx)).filter(|mention| mention.words.start < limit)
}

/// A unit of time in the dual: how long it is, and the unit.
#[must_use]
pub fn dual_time(scene: &Scene<'_>, idx: usize) -> Option<(Period, Period)> {
    let word = scene.words.get(idx)?;
    let code = unit(word, Shape::Two)?;
    let period = scene.lexicon.units.period(&code)?;
    Some((period.times(Number::whole(2))?, period))
}

/// One unit of time in the singular behind "and", in a language without an article that counts it.
#[must_use]
pub fn single_time(scene: &Scene<'_>, idx: usize) -> Option<(Period, Period)> {
    let word = scene.words.get(idx).filter(|_| scene.language.grammar.adjective_after_noun)?;
    let is_dated = names_dates(scene, idx + 1) && !says_one(scene, idx + 1);
    let stuck = word.clitics.article || word.clitics.pronoun || is_dated;
    let period = scene.lexicon.units.period(&unit(word, Shape::One).filter(|_| !stuck)?)?;
    Some((period, period))
}

/// Whether a word only says again that what stands before it is one: `يوما واحدا`.
#[must_use]
pub fn says_one(scene: &Scene<'_>, idx: usize) -> bool {
    scene.words.get(idx).is_some_and(|word| {
        let is_one = word.senses.iter().any(|sense| sense.meaning == Meaning::Cardinal(1));
        word.breaks == 0 && is_one && !word.clitics.article && word.clitics.conjunction.is_none()
    })
}

/// A noun, unit or currency in the dual.
fn dual(scene: &Scene<'_>, idx: usize) -> Option<Mention> {
    let word = scene.words.get(idx)?;
    let has = |shape| word.senses.iter().any(|sense| sense.form == shape);
    let is_dual = has(Shape::Two) && !has(Shape::Many);
    // A phrase has told what it belongs to.
    let is_alone = word.width() == 1 && scene.language.may_be_owned(&word.normal);
    let is_owned = is_alone && !owns_noun(scene, idx + 1);
    let goes_on = || unit(word, Shape::Two).is_some_and(|code| duration::adjoins(scene, &code, idx + 1));
    let is_dated = names_dates(scene, idx + 1) && !goes_on();
    if !is_dual || is_owned || is_dated || word.is_function(Function::BothCountries) || is_cased(scene, idx) {
        return None;
    }
    // "Two peoples" is a month and a name as well.
    let is_month = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::HijriMonth(_)));
    if agrees(scene, idx) || is_other(scene, idx) || is_month && !word.clitics.article {
        return None;
    }
    let (start, form) = hedged_before(scene, idx, Number::whole(2));
    if let Some(code) = unit(word, Shape::Two) {
        let (form, end) = measure::below_zero(scene, form, idx + 1);
        return counted(scene, &form, &code, start..end);
    }
    let named = word.find(|sense| match &sense.meaning {
        Meaning::Currency(name) if sense.form == Shape::Two => Some(name.clone()),
        _ => None,
    });
    let coins = named.map(|name| scene.lexicon.units.currency(&name, scene.countries));
    if let Some(currency) = coins {
        let (form, end) = fraction::of_money(scene, form, idx + 1);
        // Two of a name that several currencies have are money where a part of one goes on.
        let is_told = currency.is_some() || end > idx + 1;
        let value = Value::Amount(Amount::new(form, currency));
        return is_told.then(|| scene.mention(Dimension::Money, start..end, value));
    }
    let head = word.find(|sense| match &sense.meaning {
        Meaning::Concept(id) | Meaning::Role(id) | Meaning::Body(id) | Meaning::PlaceType(id)
            if sense.form == Shape::Two =>
        {
            Some(id.to_string())
        }
        _ => None,
    })?;
    let (form, end) = hedged_after(scene, form, idx + 1);
    let mention = scene.mention(Dimension::Quantity, start..end, Value::Amount(Amount::new(form, None)));
    let head_text = Some(scene.text.slice(word.stem_span).to_owned());
    Some(Mention { head: Some(head), head_text, ..mention })
}

/// Whether a dual says that two are others of what stands before it, and counts nobody by itself: behind a noun, and
/// not behind a verb (أصيب *آخران*).
fn is_other(scene: &Scene<'_>, idx: usize) -> bool {
    let before =
        idx.checked_sub(1).map(|before| &scene.words[before]).filter(|_| scene.words[idx].breaks == 0);
    let is_verb =
        |word: &Word| [Shape::Past, Shape::Present].into_iter().any(|form| word.summary.has_form(form));
    scene.words[idx].is_function(Function::Other)
        && !before.is_some_and(|word| is_verb(word) && !word.is_noun())
}

/// Whether a dual is the adjective of one right before it (`قوتان كبيرتان`), or the name behind a particle (ابن حيان).
fn agrees(scene: &Scene<'_>, idx: usize) -> bool {
    let word = &scene.words[idx];
    let before = idx.checked_sub(1).map(|before| &scene.words[before]).filter(|_| word.breaks == 0);
    let is_dual = |before: &Word| {
        let senses = &mut before.senses.iter();
        before.kind == TokenKind::Word && senses.any(|sense| sense.form == Shape::Two)
    };
    let is_stuck = word.clitics.conjunction.is_some() || word.clitics.preposition.is_some();
    let is_name = |before: &Word| scene.language.is_name_particle(&before.normal);
    !is_stuck
        && before
            .is_some_and(|before| is_name(before) || is_dual(before) && before.summary.has_form(Shape::Two))
}

/// Whether a dual that owns the noun behind it is the singular with the ending of its case as well, and no noun that
/// is definite follows which it could own: `أصبح وزيرا`.
fn is_cased(scene: &Scene<'_>, idx: usize) -> bool {
    let word = &scene.words[idx];
    let Some(stem) = scene.language.without_case(&word.stem) else { return false };
    let singular = scene.language.look_up(&[stem]);
    let same = |sense: &Sense| {
        sense.form == Shape::One && word.senses.iter().any(|dual| dual.meaning == sense.meaning)
    };
    let owned =
        scene.next_word(idx + 1).filter(|next| next.breaks == 0 && next.clitics.preposition.is_none());
    let is_owned =
        |next: &Word| next.clitics.article || next.senses.iter().any(|sense| sense.meaning.place().is_some());
    singular.senses.iter().any(same) && !owned.is_some_and(is_owned)
}

/// A unit in the singular, where the words around it say that one of it is meant.
fn single(scene: &Scene<'_>, idx: usize) -> Option<Mention> {
    let reader = scene.reader();
    let article = reader.is_indefinite(idx);
    let at = if article { idx + 1 } else { idx };
    let word = scene.words.get(at).filter(|word| !word.clitics.article && (word.breaks == 0 || !article))?;
    if let Some(sum) = one_coin(scene, idx, at) {
        return Some(sum);
    }
    if is_construct(scene, at) {
        return None;
    }
    let code = unit(word, Shape::One).filter(|_| !ranks(scene, at)).or_else(|| whole_symbol(scene, at))?;
    scene.lexicon.units.unit(&code).filter(|unit| money::minor_of(unit).is_none())?;
    let led = idx == 0 || lasts(scene, idx);
    let goes_on = || led && !scene.language.grammar.capitals && duration::adjoins(scene, &code, at + 1);
    if (names_dates(scene, at + 1) && !goes_on())
        || word.is_function(Function::Year) && !article && scene.language.grammar.capitals
    {
        return None;
    }
    let (start, form) = hedged_before(scene, idx, Number::ONE);
    let is_time = scene.lexicon.units.period(&code).is_some();
    let has_fraction = fraction::fraction_after(scene, at + 1).is_some()
        || (is_time && (duration::continues(scene, &code, at + 1) || goes_on()))
        || has_part(scene, &code, at + 1);
    let spans = start < idx || has_fraction && (article || !scene.language.grammar.capitals);
    let is_end = is_time && stretch::is_end(scene, idx, at, &code);
    let is_led = || is_end || lasts(scene, idx) || takes(scene, idx, at);
    let placed = is_time && (scene.words.len() == 1 || is_led() || (article && passes(scene, at + 1)));
    // "Six months to a full year", in a language that puts the adjective behind.
    let full =
        |word: &&Word| word.is_function(Function::Whole) && scene.language.grammar.adjective_after_noun;
    let end = at + 1 + usize::from(is_end && scene.next_word(at + 1).filter(full).is_some());
    let needs_article = scene.language.grammar.capitals && !article;
    let is_whole = idx == 0 && scene.words.len() == at + 1 && (article || !scene.language.grammar.capitals);
    let measures = !is_time && (is_whole || article && holds(scene, idx, &code, at + 1));
    ((spans || placed || measures) && !needs_article)
        .then(|| counted(scene, &form, &code, start..end))
        .flatten()
}

/// Whether the noun at `at` belongs to a definite one right behind it, so that it is no unit: `عقد الاجتماع`.
fn is_construct(scene: &Scene<'_>, at: usize) -> bool {
    let owner = |next: &Word| {
        next.breaks == 0 && next.clitics.article && next.clitics.preposition.is_none() && next.is_noun()
    };
    scene.language.grammar.adjective_after_noun && scene.next_word(at + 1).is_some_and(owner)
}

/// The unit whose symbol is the last word of a text that is nothing else but an article: a kg.
fn whole_symbol(scene: &Scene<'_>, at: usize) -> Option<Id> {
    let (code, end) = symbol::symbol(scene, at, |unit| !unit.is_currency()).filter(|_| at < 2)?;
    (end == scene.words.len()).then_some(code)
}

/// Whether one of a unit of size is told with what it is of: a gallon of milk; not behind a sum, where it
/// tells the price.
fn holds(scene: &Scene<'_>, idx: usize, code: &Id, end: usize) -> bool {
    let is_size = |unit: Unit| matches!(&*unit.dimension, "volume" | "mass" | "length" | "area");
    let has_of = scene.next_word(end).is_some_and(|next| next.is_function(Function::Of));
    let is_thing = scene.words[end - 1].concept().is_some();
    let is_price = idx.checked_sub(1).is_some_and(|before| {
        let word = &scene.words[before];
        let counts = |meaning: &Meaning| {
            matches!(
                meaning,
                Meaning::Currency(_)
                    | Meaning::Scale(_)
                    | Meaning::ScaleMark(_)
                    | Meaning::Cardinal(_)
                    | Meaning::Unit(_)
            )
        };
        word.kind == TokenKind::Digits || word.senses.iter().any(|sense| counts(&sense.meaning))
    });
    scene.lexicon.units.unit(code).is_some_and(is_size) && has_of && !is_thing && !is_price
}

/// Whether "and" and a number of a smaller unit stand behind a unit: a metre and 80 centimetres.
fn has_part(scene: &Scene<'_>, code: &str, end: usize) -> bool {
    let reader = scene.reader();
    let count =
        reader.joint(end).filter(|(_, and)| *and).and_then(|(next, _)| reader.number(next, Joining::WithAnd));
    let part = count.and_then(|count| measure::code(scene, count.end));
    let (whole, part) =
        (scene.lexicon.units.unit(code), part.and_then(|(code, _)| scene.lexicon.units.unit(&code)));
    whole.zip(part).is_some_and(|(whole, part)| {
        whole.dimension == part.dimension && part.factor < whole.factor && whole.offset.is_zero()
    })
}

/// A sum of one, where a hedge or coins stand beside the name of a currency: more than a dollar, a dollar
/// and 42 cents.
fn one_coin(scene: &Scene<'_>, idx: usize, at: usize) -> Option<Mention> {
    let word = scene.words.get(at).filter(|_| at > idx)?;
    let coin = unit(word, Shape::One).and_then(|code| scene.lexicon.units.unit(&code));
    let coin = coin.filter(|coin| money::minor_of(coin).is_some());
    let name = word.find(|sense| match &sense.meaning {
        Meaning::Currency(name) if sense.form == Shape::One => Some(name.clone()),
        _ => coin.as_ref().and_then(money::minor_of).map(Id::from),
    })?;
    let value = coin.as_ref().map_or(Number::ONE, |coin| coin.factor);
    let (start, form) = hedged_before(scene, idx, value);
    let reader = scene.reader();
    let coins = reader.joint(at + 1).filter(|(_, and)| *and).and_then(|(next, _)| {
        let count = reader.number(next, Joining::WithAnd)?;
        money::minor(scene, count.end)
    });
    let currency = scene.lexicon.units.currency(&name, scene.countries);
    let value = Value::Amount(Amount::new(form, currency));
    // A dollar bill and a stronger dollar are no sums.
    let is_price = scene.words.get(at + 1).is_none_or(|next| {
        next.breaks > 0 || next.is_function(Function::Per) || next.touches() && next.kind == TokenKind::Sign
    });
    let may_weigh = coin.is_none() && unit(word, Shape::One).is_some();
    let is_sum = is_price && !may_weigh && !follows_rate(scene, idx);
    (start < idx || coins.is_some() || is_sum).then(|| scene.mention(Dimension::Money, start..at + 1, value))
}

/// The number `value` with the hedge before the word at `idx`, and where it begins.
fn hedged_before(scene: &Scene<'_>, idx: usize, value: Number) -> (usize, Form<Number>) {
    let (start, hedge) = hedge::before(&scene.reader(), 0, idx);
    let form = Form::Exactly(value);
    hedge.map_or((idx, form.clone()), |hedge| (start, hedge::hedged(form, hedge)))
}

/// So many of a unit: a length of time, or a quantity.
fn counted(
    scene: &Scene<'_>,
    form: &Form<Number>,
    code: &Id,
    words: std::ops::Range<usize>,
) -> Option<Mention> {
    if scene.lexicon.units.period(code).is_some() {
        return duration::stated(scene, form, code, words);
    }
    let unit = scene.lexicon.units.unit(code).filter(|unit| !unit.is_currency())?;
    let (form, end) = fraction::with_fraction(scene, form.clone(), code, words.end);
    let (form, end) = hedged_after(scene, form, end);
    let value = Value::Amount(Amount::new(form, Some(unit)));
    Some(scene.mention(Dimension::Quantity, words.start..end, value))
}

/// The unit that a word names in this form.
fn unit(word: &Word, shape: Shape) -> Option<Id> {
    word.find(|sense| match &sense.meaning {
        Meaning::Unit(code) if sense.form == shape => Some(code.clone()),
        _ => None,
    })
}
