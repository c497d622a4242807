//! What can be settled only when all articles are there: which story each belongs to, and an id that no
//! other has.

use crate::fact::Article;
use crate::load::article::Draft;
use crate::load::problem::Problem;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The only story when all articles are compared.
const ALL: &str = "all";

/// The story of what comes from no folder.
const NO_FOLDER: &str = "-";

/// Puts all articles into one story.
pub(super) fn join(drafts: &mut [Draft]) {
    for draft in drafts {
        ALL.clone_into(&mut draft.article.story);
    }
}

/// Gives every article the story that it names, else the one of its folder.
///
/// A folder's story is its path from the folder that holds all, so that it is the same on every machine.
pub(super) fn separate(drafts: &mut [Draft]) {
    let texts = texts(drafts);
    let folders: Vec<Option<&Path>> = drafts.iter().map(|draft| folder(draft, &texts)).collect();
    let root = common(folders.iter().copied().flatten());
    let root = root.parent().unwrap_or(&root);
    let of_folder = folders
        .iter()
        .map(|folder| folder.map_or_else(|| NO_FOLDER.to_owned(), |folder| below(folder, root)));
    let stories: Vec<String> = of_folder.collect();
    for (draft, story) in drafts.iter_mut().zip(stories) {
        draft.article.story = draft.metadata.story.clone().unwrap_or(story);
    }
}

/// The folders of the texts that the fact files of a folder name.
fn texts(drafts: &[Draft]) -> BTreeMap<PathBuf, BTreeSet<PathBuf>> {
    let mut texts = BTreeMap::<PathBuf, BTreeSet<PathBuf>>::new();
    for draft in drafts {
        if let (Some(facts), Some(text)) = (&draft.fact_folder, &draft.folder) {
            texts.entry(facts.clone()).or_default().insert(text.clone());
        }
    }
    texts
}

/// The folder whose story an article belongs to: that of its text. An article without a text goes with the texts
/// of the fact files beside its own, where they lie in one folder; where they do not, what only a fact file
/// brings stays with the fact file.
fn folder<'d>(draft: &'d Draft, texts: &'d BTreeMap<PathBuf, BTreeSet<PathBuf>>) -> Option<&'d Path> {
    let of_facts = match (&draft.fact_folder, &draft.article.text) {
        (Some(facts), _) if draft.is_fetched => facts,
        (None, None) => draft.folder.as_ref()?,
        (Some(_) | None, _) => return draft.folder.as_deref(),
    };
    let only = texts.get(of_facts).filter(|folders| folders.len() == 1).and_then(BTreeSet::first);
    Some(only.unwrap_or(of_facts))
}

/// Gives every article the id that somebody wrote, whoever else has it.
pub(super) fn keep_ids(drafts: &mut [Draft]) {
    for draft in drafts {
        draft.article.id = wanted(draft).to_owned();
        draft.article.identity = identity(draft);
    }
}

/// Gives every article an id: its own, else its file's name; its path where another has the same.
pub(super) fn name(drafts: &mut [Draft]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let root = common(drafts.iter().filter_map(|draft| draft.key.0.parent()));
    let shared = twice(drafts.iter().map(|draft| wanted(draft).to_owned()));
    let bare = |draft: &Draft| below(&draft.key.0.with_extension(""), &root);
    let shared_bare = twice(drafts.iter().filter(|draft| shared.contains(wanted(draft))).map(bare));
    let mut taken: BTreeSet<String> = drafts.iter().map(|draft| wanted(draft).to_owned()).collect();
    for draft in drafts.iter_mut() {
        let id = wanted(draft).to_owned();
        draft.article.identity = identity(draft);
        if !shared.contains(&id) {
            draft.article.id = id;
            continue;
        }
        if draft.metadata.id.is_some() {
            problems.push(duplicate(draft, &id));
        }
        let path = if shared_bare.contains(&bare(draft)) { below(&draft.key.0, &root) } else { bare(draft) };
        let own = if draft.key.1 == 0 { path } else { format!("{id}:{}", draft.key.1) };
        draft.article.id = free(&own, &mut taken);
    }
    problems
}

/// The id that an article has when no other wants it.
fn wanted(draft: &Draft) -> &str {
    draft.metadata.id.as_deref().unwrap_or(&draft.stem)
}

/// What tells an article from others. A file's name tells it only where it has no id and no headline.
fn identity(draft: &Draft) -> String {
    let Article { title, publisher, published, .. } = &draft.article;
    let name = draft.metadata.id.as_ref().or(title.as_ref()).unwrap_or(&draft.stem);
    let published = published.map(|published| published.to_string()).unwrap_or_default();
    [name, publisher.as_deref().unwrap_or_default(), &published].join("\0")
}

/// The names that are there more than once.
fn twice(names: impl Iterator<Item = String>) -> BTreeSet<String> {
    let mut once = BTreeSet::new();
    names.filter(|name| !once.insert(name.clone())).collect()
}

fn duplicate(draft: &Draft, id: &str) -> Problem {
    let problem =
        Problem::error(&draft.shown, format!("duplicate article id \"{id}\", expected one of its own"));
    Problem { line: draft.key.1, ..problem }
}

/// The first of `id`, `id#2`, `id#3` that is not taken.
fn free(id: &str, taken: &mut BTreeSet<String>) -> String {
    let mut free = id.to_owned();
    let mut number = 2;
    while !taken.insert(free.clone()) {
        free = format!("{id}#{number}");
        number += 1;
    }
    free
}

/// The path from `root`, with `/` on every system.
fn below(path: &Path, root: &Path) -> String {
    let rest = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = rest.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// The deepest folder that holds all of `folders`.
fn common<'a>(mut folders: impl Iterator<Item = &'a Path>) -> PathBuf {
    let first = folders.next().map(Path::to_owned).unwrap_or_default();
    folders.fold(first, |common, folder| {
        let shared = common.components().zip(folder.components()).take_while(|(left, right)| left == right);
        shared.map(|(part, _)| part).collect()
    })
}
