//! Reading files: cases under `tests/load` with what is expected beside them, and the laws.
//!
//! `UPDATE_EXPECT=1 cargo test --test load` rewrites what is expected.

#![expect(clippy::disallowed_methods, reason = "tests read and write files")]

use factcheck::fact::{EvidenceStatus, Fact};
use factcheck::lexicon::Lexicon;
use factcheck::load::problem::{Level, Problem};
use factcheck::load::{Loaded, Options, config, files, load};
use proptest::prelude::*;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        let (config, problems) = config::read(Path::new("tests/load/kinds.yaml"));
        assert_eq!(problems, []);
        let mut lexicon = Lexicon::embedded();
        lexicon.add_kinds(config.kinds);
        lexicon
    });
    &LEXICON
}

fn loaded(paths: &[&Path]) -> Loaded {
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
    load(&paths, Options::default(), lexicon())
}

/// Loads one file of these bytes.
fn of_bytes(name: &str, bytes: &[u8]) -> Loaded {
    let folder = tempfile::tempdir().expect("a test can write");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a test can write");
    let mut loaded = loaded(&[&path]);
    for problem in &mut loaded.problems {
        problem.path = PathBuf::from(name);
    }
    loaded
}

fn messages(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// Everything that was read, one thing on each line.
fn listing(loaded: &Loaded) -> String {
    let mut out = String::new();
    for article in &loaded.articles {
        let path =
            |path: &Option<PathBuf>| path.as_ref().map_or("-".to_owned(), |path| path.display().to_string());
        writeln!(out, "article {} of {}", article.id, article.story).expect("a test can write");
        writeln!(out, "  files {} {}", path(&article.path), path(&article.fact_path))
            .expect("a test can write");
        let published = article.published.map(|time| time.to_string());
        writeln!(out, "  by {:?} on {:?} in {:?}", article.publisher, published, article.language)
            .expect("a test can write");
        let stated = article.title_span.map(|span| (article.position(span).line, article.words(span)));
        writeln!(out, "  title {:?} stands at {stated:?}", article.title).expect("a test can write");
        let body = article.text.as_ref().and_then(|text| text.source().get(article.body..)?.lines().next());
        writeln!(out, "  body {body:?}").expect("a test can write");
    }
    for fact in &loaded.facts {
        write_fact(fact, loaded, &mut out);
    }
    for problem in &loaded.problems {
        writeln!(out, "{}{} {problem}", problem.level.name(), problem.rule.map_or("", |_| " (rule)"))
            .expect("a test can write");
    }
    out
}

fn write_fact(fact: &Fact, loaded: &Loaded, out: &mut String) {
    let article = &loaded.articles[fact.article.0];
    let id = fact.id.as_deref().unwrap_or("-");
    writeln!(out, "fact {} of {}: {} {}", id, article.id, fact.kind, fact.value).expect("a test can write");
    for (slot, value) in &fact.slots {
        let values: Vec<_> = value.values.iter().map(ToString::to_string).collect();
        writeln!(out, "  {}: {}", slot.name(), values.join("; ")).expect("a test can write");
    }
    let holder: Vec<_> = fact.holder.iter().map(|name| &name.name).collect();
    writeln!(out, "  {} {} {holder:?} {:?}", fact.stance.name(), fact.modality.name(), fact.note)
        .expect("a test can write");
    for evidence in &fact.evidence {
        let found = evidence.span.map(|span| (article.position(span), article.words(span)));
        let found = found.map(|(position, words)| format!("{}:{} {words:?}", position.line, position.column));
        let (status, at) = (evidence.status.name(), evidence.declared_at.unwrap_or_default());
        writeln!(out, "  {status} {:?} from {at:?} at {}", evidence.words, found.unwrap_or_default())
            .expect("a test can write");
    }
}

fn expect(path: &Path, actual: &str) {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, actual).expect("a test can write");
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert!(expected == actual, "{} differs; it should be:\n{actual}", path.display());
}

/// Each fact file ends with what is told of it, as comments that begin with `#!`.
#[test]
fn fact_files_tell_all_their_errors() {
    let mut files: Vec<_> =
        std::fs::read_dir("tests/load/fact-files").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 10);
    for path in files {
        let source = std::fs::read_to_string(&path).unwrap();
        let mut actual: String =
            source.split_inclusive('\n').filter(|line| !line.starts_with("#!")).collect();
        let loaded = loaded(&[&path]);
        for problem in &loaded.problems {
            assert!(problem.rule.is_some() && problem.level == Level::Error, "{problem}");
            // The number of built-in kinds is no matter of these cases.
            let known = format!("the {} known", lexicon().kinds().len());
            let message = problem.message.replace(&known, "the N known");
            writeln!(actual, "#! {}:{}: {message}", problem.line, problem.column).unwrap();
        }
        writeln!(actual, "#! read: {} facts", loaded.facts.len()).unwrap();
        expect(&path, &actual);
    }
}

#[test]
fn raw_values_stay_as_written() {
    let loaded = loaded(&[Path::new("tests/load/fact-files/sound.yaml")]);
    expect(Path::new("tests/load/sound.txt"), &listing(&loaded));
}

#[test]
fn a_folder_is_read_as_a_whole() {
    let loaded = loaded(&[Path::new("tests/load/newsroom")]);
    expect(Path::new("tests/load/newsroom.txt"), &listing(&loaded));
}

#[test]
fn the_order_of_paths_changes_nothing() {
    let root = Path::new("tests/load/newsroom");
    let (articles, facts, flood) = (root.join("articles"), root.join("facts"), root.join("facts/flood"));
    let once = listing(&loaded(&[&articles, &facts]));
    let dotted = Path::new("./tests/load/newsroom/facts/../articles/001.md");
    for order in [[&facts, &articles, &flood], [&flood, &facts, &articles]] {
        let mut paths: Vec<&Path> = order.iter().map(|path| path.as_path()).collect();
        paths.push(dotted);
        assert_eq!(listing(&loaded(&paths)), once);
    }
}

#[test]
fn across_is_one_story() {
    let options = Options { across: true, ..Options::default() };
    let loaded = load(&[PathBuf::from("tests/load/newsroom")], options, lexicon());
    assert!(loaded.articles.iter().all(|article| article.story == "all"));
}

#[test]
fn encodings_are_told_apart() {
    let utf_16 = |text: &str| -> Vec<u8> {
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    let cases: [(&[u8], &str, &[&str]); 7] = [
        ("\u{FEFF}صاروخ".as_bytes(), "صاروخ", &[]),
        (&utf_16("صاروخ 😀"), "صاروخ 😀", &[]),
        (b"\xFE\xFF\x06\x35", "ص", &[]),
        (b"\xD5\xC7\xD1\xE6\xCE", "صاروخ", &["x.txt: is not UTF-8, read as Windows-1256"]),
        ("صاروخ\u{0}".as_bytes(), "صاروخ\u{0}", &[]),
        (
            b"caf\xC3\xA9 \xC3\xA9\xC3\xA9 \xFF",
            "café éé \u{FFFD}",
            &["x.txt: holds bytes that are not UTF-8, each read as U+FFFD"],
        ),
        (b"\xFF\xFE\x00\xD8", "\u{FFFD}", &["x.txt: holds units that are not UTF-16, each read as U+FFFD"]),
    ];
    for (bytes, text, notes) in cases {
        let loaded = of_bytes("x.txt", bytes);
        assert_eq!(loaded.articles[0].text.as_ref().unwrap().source(), text);
        assert_eq!(messages(&loaded.problems), notes);
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let loaded = of_bytes("x.txt", b"PK\x03\x04\x00\x00\xFF\xC1");
    assert!(loaded.articles.is_empty());
    assert_eq!(messages(&loaded.problems), ["x.txt: is no text, expected UTF-8, UTF-16 or Windows-1256"]);
}

#[test]
fn hostile_yaml_is_refused_with_its_place() {
    let bomb: String =
        (1..9).map(|n| format!("a{n}: &a{n} [{}]\n", format!("*a{}, ", n - 1).repeat(9))).collect();
    let header = "article: {title: x}\nfacts:\n  - kind: arrival\n    value: happened\n    evidence: ";
    let cases = [
        (format!("a0: &a0 x\n{bomb}"), Some(1)),
        (format!("article: {}", "[".repeat(100_000)), Some(1)),
        (
            format!("article:\n{}", (0..3000).map(|n| format!("{}- \n", " ".repeat(n))).collect::<String>()),
            None,
        ),
        (format!("{header}\"\\ud800\""), Some(5)),
        (format!("article: {}", "{a: ".repeat(50_000)), Some(1)),
        (header.replace("happened", &"9".repeat(1_000_000)), Some(4)),
        ("? [a, b]\n: c\narticle: x\n".to_owned(), None),
        ("article: \u{1}\u{0}\nfacts: [\n".to_owned(), None),
    ];
    for (yaml, line) in cases {
        let problems = of_bytes("x.yaml", yaml.as_bytes()).problems;
        let first = problems.first().expect("hostile input is told of");
        assert!(first.message.chars().count() < 500);
        assert!(line.is_none_or(|line| first.line == line), "{first}");
    }
}

#[test]
fn a_number_without_end_is_refused() {
    let yaml = format!(
        "article: {{title: x}}\nfacts: [{{kind: container-count, value: {}, evidence: x}}]",
        "9".repeat(1_000_000)
    );
    let loaded = of_bytes("x.yaml", yaml.as_bytes());
    assert_eq!((loaded.facts.len(), loaded.problems.len(), loaded.problems[0].line), (0, 1, 2));
}

#[test]
fn long_lines_and_large_sheets_take_their_time_once() {
    let fact = "  - {kind: arrival, value: happened, evidence: came home}\n";
    let yaml = format!("article: {{title: x}}\nfacts:\n{}", fact.repeat(20_000));
    assert_eq!(of_bytes("x.yaml", yaml.as_bytes()).facts.len(), 20_000);
    let line = "كلمة ".repeat(400_000);
    assert_eq!(of_bytes("x.txt", line.as_bytes()).articles.len(), 1);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_unless_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir(path("in")).unwrap();
    std::fs::write(path("secret.txt"), "secret").unwrap();
    std::fs::write(path("in/a.txt"), "a").unwrap();
    std::os::unix::fs::symlink("..", path("in/loop")).unwrap();
    std::os::unix::fs::symlink("../secret.txt", path("in/b.txt")).unwrap();
    std::os::unix::fs::symlink("nowhere", path("in/picture.png")).unwrap();
    let walked = loaded(&[&path("in")]);
    assert_eq!(walked.articles.len(), 1);
    assert_eq!(walked.problems.len(), 2);
    assert_eq!(loaded(&[&path("in/b.txt")]).articles[0].id, "secret");
    std::os::unix::fs::symlink("in", path("named")).unwrap();
    assert_eq!(loaded(&[&path("named")]).articles.len(), 1);
    let sheet = "article: {text: x.txt}\nfacts: [{kind: arrival, value: happened, evidence: a}]";
    std::fs::create_dir(path("in/deep")).unwrap();
    std::fs::write(path("in/deep/x.yaml"), sheet).unwrap();
    std::os::unix::fs::symlink("../../secret.txt", path("in/deep/x.txt")).unwrap();
    let sheet = loaded(&[&path("in/deep/x.yaml")]);
    assert_eq!(sheet.facts[0].evidence[0].status, EvidenceStatus::Declared);
    assert!(sheet.problems[0].message.contains("leaves the project"), "{}", sheet.problems[0]);
}

#[test]
fn front_matter_of_any_line_ends_is_told_from_the_body() {
    let cases = [
        ("---\r\ntitle: 'a title'\r\n---\r\nbody", "body", Some("a title")),
        ("\u{FEFF}---\ntitle: >\n  a title\n...\nbody", "body", Some("a title")),
        ("---\n---\nbody", "body", None),
        ("---\ntitle: a title\nbody", "---\ntitle: a title\nbody", None),
        ("----\ntitle: a title\n----\n", "----\ntitle: a title\n----\n", None),
        ("---\ntitle: [\n---\nbody", "body", None),
        ("", "", None),
    ];
    for (source, body, title) in cases {
        let loaded = of_bytes("x.md", source.as_bytes());
        let article = &loaded.articles[0];
        let text = article.text.as_ref().expect("a text was read").source();
        assert_eq!((text.get(article.body..), article.title.as_deref()), (Some(body), title), "{source:?}");
        assert_eq!(article.title_span.is_some(), title.is_some(), "{source:?}");
    }
}

#[test]
fn front_matter_without_an_end_is_told() {
    let told = |source: &str| messages(&of_bytes("x.md", source.as_bytes()).problems);
    let note = "x.md: front matter is never closed by a line `---`, so it is read as text";
    assert_eq!(told("---\ntitle: a title\nbody"), [note]);
    assert!(told("---\nNobody: was there\n").is_empty());
    assert!(told("---\ntitle: a title\n---\nbody").is_empty());
}

#[test]
fn the_time_of_publication_wins_over_the_reference_time_of_a_line() {
    let published = |keys: &str| {
        let line = format!("{{\"id\": \"1\", \"text\": \"x\", {keys}}}");
        let loaded = of_bytes("x.jsonl", line.as_bytes());
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        loaded.articles[0].published.as_ref().map(ToString::to_string)
    };
    let both = r#""reference_time": "2024-06-19", "published": "2024-06-18""#;
    assert_eq!(published(both).as_deref(), Some("2024-06-18"));
    assert_eq!(published(r#""reference_time": "2024-06-19""#).as_deref(), Some("2024-06-19"));
    assert_eq!(published(r#""url": "x""#), None);
}

#[test]
fn a_key_of_a_line_that_is_not_ours_is_told_once() {
    let lines = r#"{"id": "1", "text": "x"}
{"id": "2", "text": "x", "publishd": "2024-06-18"}
{"id": "3", "text": "x", "publishd": "2024-06-18"}"#;
    let loaded = of_bytes("x.jsonl", lines.as_bytes());
    let told: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["x.jsonl:2: left alone: unknown key \"publishd\", did you mean \"published\"?"]);
    assert_eq!(loaded.articles.len(), 3);
}

#[test]
#[cfg(unix)]
fn what_is_no_regular_file_is_refused() {
    let loaded = loaded(&[Path::new("/dev/zero")]);
    let told = loaded.problems[0].message.clone();
    assert_eq!(told, "cannot be read: is no regular file, expected a file, a folder or `-`");
}

#[test]
fn nothing_found_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let told = |path: &Path| loaded(&[path]).problems[0].message.clone();
    assert!(told(folder.path()).starts_with("no articles or fact files in "));
    assert!(told(&folder.path().join("none.txt")).starts_with("cannot be read: "));
    assert_eq!(told(Path::new("-")), "standard input is not at hand");
}

#[test]
fn standard_input_is_read() {
    let read = |input: &str, input_jsonl| {
        let mut stdin = input.as_bytes();
        let options = Options { input_jsonl, stdin: Some(&mut stdin), ..Options::default() };
        load(&[PathBuf::from("-")], options, lexicon())
    };
    let text = read("---\ntitle: x\n---\nwords", false);
    assert_eq!((text.articles[0].id.as_str(), text.articles[0].title.as_deref()), ("stdin", Some("x")));
    let lines = read("{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\",\"story\":\"z\"}\n", true);
    let stories: Vec<_> =
        lines.articles.iter().map(|article| (article.id.as_str(), article.story.as_str())).collect();
    assert_eq!(stories, [("a", "-"), ("b", "z")]);
}

#[test]
fn a_configuration_is_strict() {
    let source = std::fs::read_to_string("tests/load/config.yaml").unwrap();
    let (config, problems) = config::parse(Path::new("factcheck.yaml"), &source);
    expect(Path::new("tests/load/config.txt"), &format!("{config:#?}\n{}\n", messages(&problems).join("\n")));
}

#[test]
fn a_configuration_is_found_upwards() {
    let expected = PathBuf::from("tests/load/newsroom/factcheck.yaml");
    let inputs =
        ["tests/load/newsroom/facts/flood", "tests/load/newsroom/articles/001.md"].map(PathBuf::from);
    assert_eq!(config::find(&inputs), Some(expected));
}

#[test]
fn a_file_is_written_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.yaml");
    for text in ["first", "second"] {
        files::write_atomic(&path, text.as_bytes()).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o666)).unwrap();
        files::write_atomic(&path, b"third").unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o666);
    }
    assert!(files::write_atomic(&folder.path().join("none/x.yaml"), b"x").is_err());
}

/// Text that resembles what is read, so that the readers get past their first line.
fn lookalike() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("article:"),
        Just("facts:"),
        Just("\n  - "),
        Just("\n"),
        Just("---\n"),
        Just("kind: arrival"),
        Just("value: "),
        Just("evidence: "),
        Just("slots: {who: "),
        Just("}"),
        Just("["),
        Just("]"),
        Just("{"),
        Just(", "),
        Just("\""),
        Just("'"),
        Just("|\n"),
        Just("  "),
        Just("~"),
        Just("!!int 5"),
        Just("&a "),
        Just("*a"),
        Just("title: عنوان"),
        Just("published: 2024-06-18 10:00"),
        Just("1e999"),
        Just("\u{FEFF}"),
        Just("\u{0}"),
        Just("id: "),
        Just("container-count"),
        Just("2024-99-99T99:99+99:99"),
        Just("# "),
        Just("\t"),
        Just("<<: "),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for name in ["x.yaml", "x.md", "x.jsonl"] {
            of_bytes(name, &bytes);
        }
    }

    #[test]
    fn lookalikes_never_panic(text in lookalike()) {
        for name in ["x.yaml", "x.md", "x.jsonl"] {
            of_bytes(name, text.as_bytes());
        }
        let _ = config::parse(Path::new("factcheck.yaml"), &text);
    }

    #[test]
    fn evidence_taken_from_the_text_is_found(text in "[a-zأإآةى ًُ‏٠-٩0-9.,\n]{0,80}", start in 0_usize..80, length in 1_usize..20) {
        let words: String = text.chars().skip(start).take(length).collect();
        let folded = factcheck::text::fold::fold_str(words.trim());
        prop_assume!(!folded.trim().is_empty());
        let folder = tempfile::tempdir().expect("a test can write");
        let quoted = serde_json::to_string(&words).expect("a test can write");
        let sheet = format!("article: {{text: x.txt}}\nfacts: [{{kind: arrival, value: happened, evidence: {quoted}}}]");
        std::fs::write(folder.path().join("x.txt"), &text).expect("a test can write");
        std::fs::write(folder.path().join("x.yaml"), sheet).expect("a test can write");
        let loaded = loaded(&[&folder.path().join("x.yaml")]);
        prop_assert_eq!(messages(&loaded.problems), Vec::<String>::new());
        let evidence = &loaded.facts[0].evidence[0];
        // An edge in Arabic letters cuts no number and no Latin word.
        let is_arabic = |letter: Option<char>| letter.is_some_and(|letter| "أإآةى".contains(letter));
        let is_uncut = is_arabic(words.chars().next()) && is_arabic(words.chars().next_back());
        prop_assert!(evidence.span.is_some() || !is_uncut);
        if let Some(span) = evidence.span {
            let spaced = |text: &str| factcheck::text::fold::fold_str(text).split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(spaced(loaded.articles[0].words(span)), spaced(&words));
        }
    }
}
