//! Compiles the embedded data files into records, so that start-up parses no YAML and reads no word of a language.
//!
//! The list of languages is the folder `src/lexicon/languages`; the library's own list must equal it,
//! and a test holds the two together.

#![expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "a build script reads files and the environment, and talks to cargo on standard output"
)]

#[path = "src/fact"]
mod fact {
    #[expect(
        dead_code,
        unreachable_pub,
        reason = "a module of the library, of which only the types serve here"
    )]
    pub(crate) mod slot;
}
#[path = "src/text"]
mod text {
    #[expect(
        dead_code,
        unreachable_pub,
        reason = "a module of the library, of which only one function serves here"
    )]
    pub(crate) mod fold;
    #[expect(dead_code, unreachable_pub, reason = "a module of the library, which the tokenizer needs")]
    pub(crate) mod span;
    #[expect(
        dead_code,
        unreachable_pub,
        reason = "a module of the library, of which only one function serves here"
    )]
    pub(crate) mod token;
}
#[path = "src/value"]
mod value {
    #[expect(
        dead_code,
        unreachable_pub,
        reason = "a module of the library, of which only reading serves here"
    )]
    pub(crate) mod number;
}
#[path = "src/lexicon"]
mod lexicon {
    #[expect(
        dead_code,
        unreachable_pub,
        reason = "a module of the library, of which only the types serve here"
    )]
    pub(crate) mod meaning;
    #[expect(unreachable_pub, reason = "a public module of the library")]
    pub(crate) mod schema;
    #[expect(
        dead_code,
        unreachable_pub,
        reason = "a module of the library, which reads what is laid out here"
    )]
    pub(crate) mod table;
    pub(crate) mod language {
        pub(crate) mod broader;
        pub(crate) mod compile;
        #[expect(dead_code, reason = "a module of the library, which reads what is written here")]
        pub(crate) mod entry;
        pub(crate) mod record;
    }
}

use crate::lexicon::language::broader::Heads;
use crate::lexicon::schema::foreign::Foreign;
use crate::lexicon::schema::holiday::Holidays;
use crate::lexicon::schema::kind::Kinds;
use crate::lexicon::schema::language::Language;
use crate::lexicon::schema::place::Places;
use crate::lexicon::schema::shared::Shared;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new("src/lexicon");
    println!("cargo::rerun-if-changed=src/lexicon");
    let out = env::var("OUT_DIR")?;
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-changed=src/value/number.rs");
    compile::<Shared>(&data.join("shared.yaml"), &out, |data| postcard::to_allocvec(data))?;
    compile::<Places>(&data.join("places.yaml"), &out, |data| postcard::to_allocvec(data))?;
    compile::<Holidays>(&data.join("holidays.yaml"), &out, |data| postcard::to_allocvec(data))?;
    compile::<Foreign>(&data.join("foreign.yaml"), &out, |foreign| {
        for language in foreign.languages.values_mut() {
            language.words.iter_mut().for_each(|word| *word = text::token::joined(word));
        }
        postcard::to_allocvec(foreign)
    })?;
    compile::<Kinds>(&data.join("kinds.yaml"), &out, |kinds| {
        kinds.expand();
        postcard::to_allocvec(kinds)
    })?;
    let concepts = RefCell::new(BTreeSet::new());
    let heads = RefCell::new(Heads::default());
    for entry in fs::read_dir(data.join("languages"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            compile::<Language>(&path, &out, |language| {
                concepts
                    .borrow_mut()
                    .extend(language.concepts.keys().chain(language.place_types.keys()).cloned());
                language.map_surfaces(&mut |surface| *surface = text::token::joined(surface));
                heads.borrow_mut().add(language);
                lexicon::language::compile::record(language)
            })?;
        }
    }
    fs::write(Path::new(&out).join("concepts.bin"), postcard::to_allocvec(&concepts.into_inner())?)?;
    let broader = heads.into_inner().broader();
    fs::write(Path::new(&out).join("broader.bin"), postcard::to_allocvec(&broader)?)?;
    Ok(())
}

/// Reads one YAML file by its schema and writes what `binary` makes of it under the same name.
fn compile<T: serde::de::DeserializeOwned>(
    path: &Path,
    out: &str,
    binary: impl Fn(&mut T) -> postcard::Result<Vec<u8>>,
) -> Result<(), Box<dyn Error>> {
    let yaml = fs::read_to_string(path)?;
    let mut parsed: T =
        serde_yaml::from_str(&yaml).map_err(|error| format!("{}: {error}", path.display()))?;
    let stem = path.file_stem().ok_or("a data file without a name")?;
    fs::write(Path::new(out).join(stem).with_extension("bin"), binary(&mut parsed)?)?;
    Ok(())
}
