//! The layers of `src/lib.rs`: a module names only those above it. `super::` is not seen here; modules are
//! imported by their full path.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "tests read and write files, and may fail"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules, each of which may use those before it; the order of `src/lib.rs`.
const LAYERS: [&str; 13] = [
    "text", "value", "fact", "lexicon", "extract", "graph", "finding", "check", "policy", "report", "load",
    "cli", "run",
];

/// Files of `src/` that are no module of the library.
const ROOTS: [&str; 2] = ["lib", "main"];

#[test]
fn every_entry_is_a_layer() {
    let mut unknown = Vec::new();
    for path in entries(Path::new("src")) {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !LAYERS.contains(&stem.as_str()) && !ROOTS.contains(&stem.as_str()) {
            unknown.push(path);
        }
    }
    assert_eq!(unknown, Vec::<PathBuf>::new(), "name these in LAYERS, at their place");
    for layer in LAYERS {
        let (file, folder) = (format!("src/{layer}.rs"), format!("src/{layer}"));
        assert!(Path::new(&file).is_file() || Path::new(&folder).is_dir(), "no module {layer}");
    }
}

#[test]
fn the_library_lists_the_layers_in_order() {
    let library = fs::read_to_string("src/lib.rs").unwrap();
    let modules: Vec<&str> =
        library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(modules, LAYERS);
    assert!(!library.contains("pub use"), "re-exports hide which module is used");
}

#[test]
fn no_file_names_a_later_layer() {
    let mut faults = Vec::new();
    for (idx, layer) in LAYERS.iter().enumerate() {
        for path in sources(layer) {
            let code = code(&fs::read_to_string(&path).unwrap());
            for name in named(&code) {
                match LAYERS.iter().position(|known| *known == name) {
                    Some(other) if other > idx => {
                        faults.push(format!("{}: {layer} may not use {name}", path.display()));
                    }
                    Some(_) => {}
                    None => faults.push(format!("{}: `crate::{name}` is no module", path.display())),
                }
            }
        }
    }
    faults.dedup();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn crates_with_one_home_are_named_there_alone() {
    let homes = [
        ("petgraph", "src/graph"),
        ("clap", "src/cli.rs src/main.rs"),
        ("serde_saphyr", "src/load/yaml.rs"),
        ("rayon", "src/lexicon src/load src/run"),
        ("colored", "src/report src/main.rs"),
        ("serde_json", "src/report src/load src/run"),
    ];
    let mut faults = Vec::new();
    for path in files(Path::new("src")) {
        let code = code(&fs::read_to_string(&path).unwrap());
        for (name, home) in homes {
            let is_home = home.split(' ').any(|home| path.starts_with(home));
            if !is_home && code.contains(&format!("{name}::")) {
                faults.push(format!("{}: {name} is for {home}", path.display()));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

/// The modules that follow `crate::` in some code.
fn named(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (idx, _) in code.match_indices("crate::") {
        let before = code[..idx].chars().next_back();
        if before.is_some_and(|character| character.is_alphanumeric() || character == '_') {
            continue;
        }
        let rest = &code[idx + "crate::".len()..];
        let parts = match rest.strip_prefix('{') {
            Some(group) => group.split(',').collect::<Vec<_>>(),
            None => vec![rest],
        };
        for part in parts {
            let ends_group = part.contains('}');
            let name: String =
                part.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            names.extend((!name.is_empty()).then_some(name));
            if ends_group {
                break;
            }
        }
    }
    names
}

/// The code without its comments.
fn code(source: &str) -> String {
    source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The files of a layer.
fn sources(layer: &str) -> Vec<PathBuf> {
    let mut found = files(&Path::new("src").join(layer));
    found.extend(Some(PathBuf::from(format!("src/{layer}.rs"))).filter(|path| path.is_file()));
    found
}

/// The Rust files under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in entries(folder) {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// What a folder holds, in order; nothing where there is none.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn names_are_found_in_groups_too() {
    let code =
        "use crate::text; use crate::{value::Value, load}; let x = crate::report::format; mycrate::cli";
    assert_eq!(named(code), ["text", "value", "load", "report"]);
}
