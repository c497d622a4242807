//! Times without a date: `recently`, `in recent years`, `في الآونة الأخيرة`. They say whether something lies
//! behind, around or ahead of the day of writing, as TIMEX3 has it, and never compare.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::time::count;
use crate::extract::time::nth;
use crate::extract::time::said::Scale;
use crate::extract::time::span_of;
use crate::extract::time::tense::{self, Tense};
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::class::{Class, Functions};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::text::Text;
use crate::value::Value;
use crate::value::time::{Part, Side, Time};
use std::ops::Range;

/// Words that may begin a time without a date.
const OPENING: Functions = Functions::of(&[
    Function::Formerly,
    Function::Soon,
    Function::In,
    Function::Last,
    Function::Latest,
    Function::Next,
    Function::This,
]);

/// Finds the times without a date among `words`.
#[must_use]
pub fn recognise(words: &[Word], text: &Text, language: &Language, lexicon: &Lexicon) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut start = 0;
    for paragraph in words.chunk_by(|_, next| next.breaks < 2) {
        let view = View::new(paragraph, language, lexicon, None);
        let mut idx = 0;
        while idx < view.words.len() {
            let opens = view.words[idx].summary.does_any(OPENING) || view.words[idx].summary.is(Class::Unit);
            let found = if opens { read(&view, idx) } else { None };
            idx = found.as_ref().map_or(idx + 1, |(_, words)| words.end);
            if let Some((side, words)) = found {
                mentions.push(mention(&view, text, side, words, start));
            }
        }
        start += paragraph.len();
    }
    mentions
}

fn read(view: &View<'_>, idx: usize) -> Option<(Side, Range<usize>)> {
    adverb(view, idx).or_else(|| the_past(view, idx)).or_else(|| units(view, idx))
}

/// Reads `recently`, `soon`, `قريبا`; what came soon after something else is not told from now.
fn adverb(view: &View<'_>, idx: usize) -> Option<(Side, Range<usize>)> {
    let words = idx..idx + 1;
    if view.is(idx, Function::Formerly) {
        return Some((Side::Past, words));
    }
    let ahead = view.is(idx, Function::Soon)
        && !matches!(tense::around(view, words.clone()), Tense::Past | Tense::Since)
        && !view.is_any(idx + 1, &[Function::After, Function::Before, Function::From]);
    ahead.then_some((Side::Future, words))
}

/// Reads `in the past`, where no unit and no name of the calendar follows.
fn the_past(view: &View<'_>, idx: usize) -> Option<(Side, Range<usize>)> {
    let told = view.is(idx, Function::In) && view.is_stop(idx + 1) && view.is(idx + 2, Function::Last);
    let grammar = |word: &Word| word.summary.is(Class::Stop) || word.summary.is(Class::Function);
    let number = |word: &Word| word.summary.is(Class::Number) || word.is_function(Function::Few);
    let ends = view.get(idx + 3).is_none_or(|next| grammar(next) && !number(next));
    let follows = view.language.grammar.adjective_after_noun;
    (told && !follows && (ends || nth::stands_alone(view, idx + 3))).then_some((Side::Past, idx + 1..idx + 3))
}

/// Reads `recent years`, `coming months`, `these days`, `السنوات الأخيرة`.
fn units(view: &View<'_>, idx: usize) -> Option<(Side, Range<usize>)> {
    let follows = view.language.grammar.adjective_after_noun;
    let this = view.is(idx, Function::This);
    let (unit, which) = if follows && !this { (idx, idx + 1) } else { (idx + 1, idx) };
    let (scale, form) = view.scale(unit).filter(|(scale, _)| *scale != Scale::Clock)?;
    if form != Form::Many || view.has_conjunction(which.max(unit)) {
        return None;
    }
    let end = idx + 2;
    let counted = idx > 0 && (count::cardinal(view, idx - 1).is_some() || view.is(idx - 1, Function::Few));
    let owned = view.is_any(end, &[Function::Of, Function::Before, Function::After]);
    let several =
        view.get(unit).is_some_and(|word| word.clitics.pronoun) || count::cardinal(view, end).is_some();
    if counted || owned || several {
        return None;
    }
    let side = if this && scale == Scale::Day {
        Side::Present
    } else if view.is_any(which, &[Function::Last, Function::Latest]) && !this {
        Side::Past
    } else if view.is(which, Function::Next) {
        Side::Future
    } else {
        return None;
    };
    Some((side, idx..end))
}

fn mention(view: &View<'_>, text: &Text, side: Side, words: Range<usize>, offset: usize) -> Mention {
    let value = Value::Time(Time::from(Part::Vague(side)));
    Mention {
        words: offset + words.start..offset + words.end,
        ..Mention::new(Dimension::Date, span_of(view, text, &words), value)
    }
}
