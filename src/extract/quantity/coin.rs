//! Coins: pieces of gold or silver that are called as money is, and counted: 312 درهما *فضيا*, 421 *gold* dinars.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::quantity::Scene;
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::value::Value;
use crate::value::amount::Amount;

/// The concepts of what coins are struck of, and of coins.
const METALS: [&str; 3] = ["copper", "gold", "silver"];
const COIN: &str = "coin";

/// A sum or a bare number as the count of coins that it is; itself where it is none.
pub(super) fn told(scene: &Scene<'_>, mention: Mention) -> Mention {
    let own = mention.words.end;
    let is_bare = mention.dimension == Dimension::Number && mention.head.is_none();
    let is_told = mention.dimension == Dimension::Money && is_of_metal(scene, own);
    let end = if is_told { Some(own) } else { is_bare.then(|| metal_money(scene, own)).flatten() };
    let (Some(end), Value::Amount(amount)) = (end, &mention.value) else { return mention };
    let value = Value::Amount(Amount::new(amount.form.clone(), None));
    let words = mention.words.start..end;
    Mention { head: Some(COIN.to_owned()), ..scene.mention(Dimension::Quantity, words, value) }
}

/// Whether what stands behind a sum says of what its pieces are: درهما *فضيا*, درهما *من الفضة*.
fn is_of_metal(scene: &Scene<'_>, end: usize) -> bool {
    let is_led = scene.next_word(end).is_some_and(|word| word.is_function(Function::Of));
    let at = end + usize::from(is_led);
    let describes = |word: &Word| {
        is_metal(word) && word.clitics.preposition.is_none() && (is_led || !word.clitics.article)
    };
    scene.language.grammar.adjective_after_noun && scene.next_word(at).is_some_and(describes)
}

/// Where the name of money ends that a metal stands before: *gold dinars*.
fn metal_money(scene: &Scene<'_>, at: usize) -> Option<usize> {
    scene.next_word(at).filter(|word| is_metal(word))?;
    let is_money =
        |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Currency(_)));
    scene.next_word(at + 1).filter(|word| is_money(word) && word.breaks == 0)?;
    Some(at + 2)
}

fn is_metal(word: &Word) -> bool {
    word.breaks == 0 && METALS.iter().any(|metal| word.has_concept(metal))
}
