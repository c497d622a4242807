//! The binary from outside: exit codes, streams, formats, waivers, hostile input. The environment is empty.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read and write files, and may fail"
)]

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

fn factcheck(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factcheck"));
    command.env_clear().current_dir(folder).stdin(Stdio::null());
    command
}

fn run(folder: &Path, arguments: &str) -> Output {
    factcheck(folder).args(arguments.split_whitespace()).output().unwrap()
}

fn code(folder: &Path, arguments: &str) -> i32 {
    let output = run(folder, arguments);
    output.status.code().unwrap_or_else(|| panic!("{arguments}: killed: {output:?}"))
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

const LEFT: &str = "article: {published: 2024-06-18, language: en}\nfacts:\n- {kind: crew, value: 12, slots: {what: trawler}, evidence: 12 sailors}\n";
const RIGHT: &str = "article: {published: 2024-06-18, language: ar}\nfacts:\n- {kind: crew, value: 15, slots: {what: trawler}, evidence: 15 بحارا}\n";

fn conflict() -> TempDir {
    folder(&[("a.yaml", LEFT), ("b.yaml", RIGHT)])
}

fn waived(until: &str, finding: &str) -> TempDir {
    let waiver =
        format!("waivers:\n- {{finding: {finding}, reason: both were asked, owner: desk, until: {until}}}\n");
    folder(&[("a.yaml", LEFT), ("b.yaml", RIGHT), ("factcheck.yaml", &waiver)])
}

#[test]
fn stories_that_nothing_compares_are_told() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["x", "y"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        fs::write(folder.path().join(name).join("a.txt"), "The ferry had 12 sailors.").unwrap();
    }
    let told = |arguments: &str| text(&run(folder.path(), arguments).stdout).contains("none compared");
    assert!(told("report x/a.txt y/a.txt"));
    assert!(!told("report --across x/a.txt y/a.txt"));
    assert!(!told("report x/a.txt"));
}

#[test]
fn exit_codes() {
    let clean = folder(&[("a.yaml", LEFT), ("b.yaml", LEFT)]);
    let conflict = conflict();
    let broken = folder(&[("a.yaml", LEFT), ("b.yaml", "article: {title: x}\nfacts: [{kind: nonsense}]\n")]);
    let today = "--today 2024-07-01";
    let cases = [
        (clean.path(), "report .", 0),
        (clean.path(), &format!("check {today} ."), 0),
        (conflict.path(), "report .", 0),
        (conflict.path(), &format!("check {today} ."), 1),
        (conflict.path(), &format!("check {today} --fail-on never ."), 0),
        (conflict.path(), &format!("check {today} --fail-on note ."), 1),
        (conflict.path(), "report", 0),
        (conflict.path(), "graph .", 0),
        (conflict.path(), "mentions .", 0),
        (conflict.path(), "explain f1 f2 .", 0),
        (conflict.path(), "explain f1 f99 .", 2),
        (conflict.path(), "explain f1", 2),
        (broken.path(), "report .", 2),
        (broken.path(), &format!("check {today} ."), 2),
        (conflict.path(), "report nowhere", 2),
        (conflict.path(), "report a.yaml nowhere", 2),
        (conflict.path(), "report --format nonsense .", 2),
        (conflict.path(), "check --today soon .", 2),
        (conflict.path(), "nonsense", 2),
        (conflict.path(), "", 2),
        (conflict.path(), "--help", 0),
        (conflict.path(), "--version", 0),
        (conflict.path(), "names Putin Putin", 0),
        (conflict.path(), "kinds", 0),
        (conflict.path(), "kinds deaths visit-date", 0),
        (conflict.path(), "kinds deths", 2),
        (conflict.path(), &format!("check -q {today} ."), 1),
    ];
    for (folder, arguments, expected) in cases {
        assert_eq!(code(folder, arguments), expected, "{arguments}");
    }
}

#[test]
fn what_could_not_be_read_is_told_where_no_report_follows() {
    let folder = conflict();
    fs::write(folder.path().join("c.yaml"), "facts: [{kind: nonsense}]\n").unwrap();
    for arguments in ["explain f1 f2 .", "graph ."] {
        let output = run(folder.path(), arguments);
        let told = text(&output.stderr);
        assert!(told.contains("c.yaml:1:") && told.contains("nonsense"), "{arguments}: {told}");
        assert_eq!(output.status.code(), Some(2), "{arguments}");
    }
}

/// The ids of the findings that the report of a folder prints.
fn findings(folder: &Path, arguments: &str) -> Vec<String> {
    let output = run(folder, arguments);
    let ids = text(&output.stdout).lines().filter_map(|line| line.trim().strip_prefix("= finding "));
    ids.map(str::to_owned).collect()
}

#[test]
fn a_finding_is_known_by_what_its_articles_say_of_themselves() {
    let article = |title: &str, sailors: &str| {
        format!(
            "---\npublished: 2024-06-18\n---\n# {title}\n\nThe trawler had a crew of {sailors} sailors.\n"
        )
    };
    let story = |names: [&str; 2], titles: [&str; 2]| {
        let texts = [article(titles[0], "12"), article(titles[1], "15")];
        folder(&[(names[0], texts[0].as_str()), (names[1], texts[1].as_str())])
    };
    let titles = ["Trawler adrift off Tobruk", "Crew of a trawler is found"];
    let ids = findings(story(["a.md", "b.md"], titles).path(), "report");
    assert_eq!(ids.len(), 1, "{ids:?}");
    assert_eq!(findings(story(["z.md", "b.md"], titles).path(), "report"), ids);
    let other =
        findings(story(["a.md", "b.md"], ["A storm off Sfax", "Sfax counts its boats"]).path(), "report");
    assert_eq!(other.len(), 1);
    assert_ne!(other, ids);
}

#[test]
fn the_reviewed_facts_of_the_project_pass_its_own_gate() {
    let output = run(Path::new(env!("CARGO_MANIFEST_DIR")), "check --today 2026-11-01 facts");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
}

#[test]
fn the_report_that_the_readme_shows_is_the_one_that_is_written() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let output = run(root, "report facts");
    let written: Vec<&str> = text(&output.stdout).lines().collect();
    let is_fact = |line: &&str| {
        line.trim_start().split_once(" f").is_some_and(|(sign, _)| matches!(sign, "-" | "+" | "="))
    };
    let shown: Vec<&str> = readme.lines().filter(|line| line.starts_with("  ")).filter(is_fact).collect();
    assert!(shown.len() > 8, "the README shows a report");
    for line in shown {
        assert!(written.contains(&line), "no longer written: {line}");
    }
}

#[test]
fn what_can_be_read_is_reported_beside_what_cannot() {
    let conflict = conflict();
    let output = run(conflict.path(), "report a.yaml b.yaml nowhere");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stdout).contains("number-conflict"), "{output:?}");
    assert!(text(&output.stdout).contains("nowhere"), "{output:?}");
    assert!(text(&output.stderr).contains("error"), "{output:?}");
}

#[test]
fn a_fact_file_with_misspelt_keys_is_told() {
    let misspelt = LEFT.replace("article", "artcle").replace("facts", "fact");
    let folder = folder(&[("a.yaml", &misspelt), ("other.yaml", "steps: [build]\nfacts-of-life: none\n")]);
    let output = run(folder.path(), "check .");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let told = text(&output.stdout);
    assert!(told.contains("did you mean \"article\"?") && !told.contains("other.yaml"), "{told}");
}

#[test]
fn a_folder_of_many_matters_is_told() {
    let matters = [
        "The ferry Orsa caught fire off Talma harbour and its passengers were taken to the hospital.",
        "The central bank of Bardia cut its interest rate, and the crown fell against the euro.",
        "Haddad won the marathon of Selva in heavy rain, ahead of two runners from Kenya.",
        "A court in Norby sent the former mayor to prison for fraud over a contract for buses.",
        "Biologists found a rare orchid on the slopes of Mount Zarwan and counted its flowers.",
        "Dockers in Salov walked out over pay, and ships waited outside the port for days.",
        "The film Salt Road took the main prize of the festival, whose jury praised its actors.",
    ];
    let names: Vec<String> = (1..=matters.len()).map(|number| format!("{number}.txt")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(matters).collect();
    let told = |files: &[(&str, &str)]| {
        let folder = folder(files);
        let output = run(folder.path(), "report .");
        text(&output.stdout).to_owned() + text(&output.stderr)
    };
    assert!(told(&files).contains("7 articles tell of several matters"), "{}", told(&files));
    assert!(!told(&files[..2]).contains("several matters"), "{}", told(&files[..2]));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = conflict();
    // Far more than a pipe holds, so that writing meets the closed end.
    let fact = "- {kind: crew, value: 12, slots: {what: trawler}, evidence: 12 sailors}\n";
    let many = format!("article: {{language: en}}\nfacts:\n{}", fact.repeat(2000));
    fs::write(folder.path().join("c.yaml"), many).unwrap();
    let mut child = factcheck(folder.path())
        .args(["report", "--format", "json", "."])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn colour_is_only_sent_when_it_is_wanted() {
    let folder = conflict();
    let has_colour = |command: &mut Command| {
        text(&command.args(["report", "."]).output().unwrap().stdout).contains('\u{1b}')
    };
    assert!(!has_colour(&mut factcheck(folder.path())));
    assert!(has_colour(factcheck(folder.path()).args(["--color", "always"])));
    assert!(has_colour(factcheck(folder.path()).env("CLICOLOR_FORCE", "1")));
    assert!(!has_colour(factcheck(folder.path()).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(has_colour(factcheck(folder.path()).env("NO_COLOR", "1").args(["--color", "always"])));
    assert!(!has_colour(factcheck(folder.path()).env("CLICOLOR_FORCE", "1").args(["--color", "never"])));
}

#[test]
fn the_json_report_keeps_its_contract() {
    let folder = folder(&[
        (
            "a.md",
            "---\npublished: 2024-06-18\n---\nVladimir Putin began a two-day visit to North Korea on Tuesday.\n",
        ),
        (
            "b.md",
            "---\npublished: 2024-06-18\n---\nبدأ الرئيس الروسي فلاديمير بوتين زيارة إلى كوريا الشمالية تستمر ثلاثة أيام.\n",
        ),
    ]);
    let output = run(folder.path(), "report --format json .");
    let json: Value = serde_json::from_str(text(&output.stdout)).unwrap();
    assert_eq!(json["schema_version"], 1);
    let fields = [
        ("articles", "id path title publisher published language story origin"),
        ("events", "id type when where participants"),
        (
            "facts",
            "id article event kind value slots inherited holder stance modality evidence derived_from span text",
        ),
        ("questions", "id kind slots classes"),
        ("verdicts", "question left right relation reason"),
        ("findings", "id rule severity kind question left right message fingerprint"),
    ];
    for (list, fields) in fields {
        let items = json[list].as_array().unwrap_or_else(|| panic!("no list {list}"));
        assert!(!items.is_empty(), "{list} is empty: {json}");
        for item in items {
            for field in fields.split(' ') {
                assert!(item.get(field).is_some(), "{list}: no {field} in {item}");
            }
        }
    }
    let span = &json["facts"][0]["span"];
    for field in ["start", "end", "char_start", "char_end", "line", "column"] {
        assert!(span[field].is_u64(), "no {field} in {span}");
    }
    for fact in json["facts"].as_array().unwrap() {
        let source =
            fs::read_to_string(folder.path().join(format!("{}.md", fact["article"].as_str().unwrap())))
                .unwrap();
        let at = |field: &str| usize::try_from(fact["span"][field].as_u64().unwrap()).unwrap();
        assert_eq!(source.get(at("start")..at("end")), fact["text"].as_str());
        let by_letters: String =
            source.chars().skip(at("char_start")).take(at("char_end") - at("char_start")).collect();
        assert_eq!(Some(by_letters.as_str()), fact["text"].as_str());
    }
}

#[test]
fn mentions_and_names_write_one_line_for_each_input() {
    let folder = folder(&[]);
    let lines = |arguments: &[&str], input: &str| -> Vec<Value> {
        let mut child = factcheck(folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let texts =
        "{\"id\":\"x\",\"text\":\"about 6700 containers\"}\n{\"id\":\"y\",\"text\":\"😀 نحو 6700 حاوية\"}\n";
    let mentions = lines(&["mentions", "--input", "jsonl"], texts);
    assert_eq!(mentions.len(), 2);
    for (line, id) in mentions.iter().zip(["x", "y"]) {
        assert_eq!((&line["id"], &line["schema_version"]), (&Value::from(id), &Value::from(1)));
        let mention = &line["mentions"][0];
        assert_eq!(mention["value"], "6700");
        assert_eq!(mention["modifier"], "approx");
        let length = mention["text"].as_str().unwrap().chars().count() as u64;
        assert_eq!(mention["char_end"].as_u64().unwrap() - mention["char_start"].as_u64().unwrap(), length);
    }
    let hours = "{\"id\":\"x\",\"text\":\"Shops open from 9 a.m. to 5 p.m.\"}\n{\"id\":\"y\",\"text\":\"تفتح المحال من التاسعة صباحا حتى الخامسة مساء\"}\n";
    let hours = lines(&["mentions", "--input", "jsonl"], hours);
    let ends = |line: &Value| {
        let mention = &line["mentions"][0];
        (mention["value"].clone(), mention["value_to"].clone())
    };
    assert_eq!(hours.iter().map(ends).collect::<Vec<_>>(), vec![("T09:00".into(), "T17:00".into()); 2]);
    let parts = "{\"id\":\"x\",\"text\":\"He left on 18 June 2024 in the evening\"}\n{\"id\":\"y\",\"text\":\"غادر مساء 18 يونيو 2024\"}\n";
    let parts = lines(&["mentions", "--input", "jsonl"], parts);
    let evening = ("2024-06-18T16".into(), "2024-06-18T19".into());
    assert_eq!(parts.iter().map(ends).collect::<Vec<_>>(), vec![evening; 2]);
    let zones = "{\"id\":\"x\",\"text\":\"The ship sank on 18 June 2024 at 22:30 GMT\",\"reference_time\":\"2024-06-20T08:00:00+03:00\"}\n{\"id\":\"y\",\"text\":\"غرقت السفينة في 18 يونيو 2024 الساعة 22:30 بتوقيت غرينتش\",\"reference_time\":\"2024-06-20T08:00:00+03:00\"}\n";
    let zones = lines(&["mentions", "--input", "jsonl"], zones);
    let moment = ("2024-06-19T01:30+03:00".into(), Value::Null);
    assert_eq!(zones.iter().map(ends).collect::<Vec<_>>(), vec![moment; 2]);
    let rates = "{\"id\":\"x\",\"text\":\"Copper cost $9 a barrel\"}\n{\"id\":\"y\",\"text\":\"بلغ السعر 9 دولارات للبرميل\"}\n{\"id\":\"z\",\"text\":\"دفعت 9 دولارات للحكومة\"}\n";
    let rates = lines(&["mentions", "--input", "jsonl"], rates);
    let units = |line: &Value| {
        let mentions = line["mentions"].as_array().unwrap();
        mentions.iter().filter_map(|mention| mention["unit"].as_str()).map(str::to_owned).collect::<Vec<_>>()
    };
    let (rate, sum) = ("USD/[bbl_us]".to_owned(), "USD".to_owned());
    let both = vec![rate, sum.clone()];
    assert_eq!(rates.iter().map(units).collect::<Vec<_>>(), [both.clone(), both, vec![sum]]);
    let measured = "{\"id\":\"x\",\"text\":\"They pump 9 tonnes of crude a day\"}\n{\"id\":\"y\",\"text\":\"ينتج 9 أطنان من القمح يوميا\"}\n{\"id\":\"z\",\"text\":\"باع 9 أطنان من القمح في اليوم نفسه\"}\n";
    let measured = lines(&["mentions", "--input", "jsonl"], measured);
    let (rate, sum) = ("t/d".to_owned(), "t".to_owned());
    let both = vec![rate, sum.clone()];
    assert_eq!(measured.iter().map(units).collect::<Vec<_>>(), [both.clone(), both, vec![sum]]);
    let pairs =
        "{\"id\":\"x\",\"a\":\"Putin\",\"b\":\"بوتين\"}\n{\"id\":\"y\",\"a\":\"Putin\",\"b\":\"Kim\"}\n";
    let names = lines(&["names", "--input", "jsonl"], pairs);
    let same: Vec<_> =
        names.iter().map(|line| (line["id"].as_str().unwrap(), line["same"].as_bool())).collect();
    assert_eq!(same, [("x", Some(true)), ("y", Some(false))]);
    assert!(names.iter().all(|line| line["why"].is_string()));
}

#[test]
fn waivers_hold_until_their_day() {
    let used = waived("2024-07-01", "number-conflict crew");
    let check = |folder: &TempDir, more: &str| {
        let output = run(folder.path(), &format!("check {more} ."));
        (output.status.code(), text(&output.stdout).to_owned())
    };
    assert_eq!(check(&used, "--today 2024-07-01").0, Some(0));
    let (code, out) = check(&used, "--today 2024-07-02");
    assert_eq!(code, Some(1));
    assert!(out.contains("waiver-expired") && out.contains("number-conflict"), "{out}");
    let unused = waived("2024-07-01", "number-conflict deaths");
    let (code, out) = check(&unused, "--today 2024-06-01 --fail-on warning");
    assert_eq!(code, Some(1));
    assert!(out.contains("waiver-unused"), "{out}");
    let report = run(used.path(), "report --format json .");
    let json: Value = serde_json::from_str(text(&report.stdout)).unwrap();
    assert_eq!(json["findings"][0]["waived"], "both were asked");
}

#[test]
fn a_finding_is_waived_and_explained_by_its_id() {
    let folder = conflict();
    let json: Value =
        serde_json::from_str(text(&run(folder.path(), "report --format json .").stdout)).unwrap();
    let id = json["findings"][0]["id"].as_str().unwrap();
    let output = run(folder.path(), &format!("explain {id} ."));
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(text(&output.stdout).contains("number-conflict"), "{output:?}");
    let waiver = format!("waivers:\n- {{finding: {id}, reason: x, owner: desk, until: 2024-07-01}}\n");
    fs::write(folder.path().join("factcheck.yaml"), waiver).unwrap();
    assert_eq!(code(folder.path(), "check --today 2024-06-20 ."), 0);
}

#[test]
fn a_waiver_by_id_outlives_an_article_that_comes_to_its_story() {
    let folder = conflict();
    let report = |arguments: &str| -> Value {
        serde_json::from_str(text(&run(folder.path(), arguments).stdout)).unwrap()
    };
    let id = report("report --format json .")["findings"][0]["id"].clone();
    let waiver = format!("waivers:\n- {{finding: {id}, reason: x, owner: desk, until: 2024-07-01}}\n");
    fs::write(folder.path().join("factcheck.yaml"), waiver).unwrap();
    // One that joins a side in each place among the files, before and behind the others in time.
    for (name, day) in [("aa.yaml", "2024-06-19"), ("c.yaml", "2024-06-19"), ("0.yaml", "2024-06-10")] {
        for side in [LEFT, RIGHT] {
            let article = side.replace("2024-06-18", day);
            fs::write(folder.path().join(name), article).unwrap();
            let output = run(folder.path(), "check --today 2024-06-20 .");
            assert_eq!(output.status.code(), Some(0), "{name} {day}: {output:?}");
            assert_eq!(code(folder.path(), &format!("explain {} .", id.as_str().unwrap())), 0, "{name}");
        }
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    // A folder beside it with files of the same names.
    fs::create_dir(folder.path().join("other")).unwrap();
    fs::write(folder.path().join("other").join("a.yaml"), LEFT).unwrap();
    assert_eq!(code(folder.path(), "check --today 2024-06-20 ."), 0);
    // A third answer is a finding of its own.
    fs::write(folder.path().join("c.yaml"), RIGHT.replace("15", "21")).unwrap();
    assert_eq!(code(folder.path(), "check --today 2024-06-20 ."), 1);
}

#[test]
fn a_gate_counts_what_the_report_counts() {
    let folder = conflict();
    let sums = |arguments: &str| {
        let output = run(folder.path(), arguments);
        text(&output.stdout).lines().last().unwrap_or_default().to_owned()
    };
    let report = sums("report .");
    assert_eq!(sums("check --today 2024-07-01 ."), format!("{report} · 1 finding at error"));
    let quiet = run(folder.path(), "check -q --today 2024-07-01 --fail-on never .");
    assert_eq!(text(&quiet.stdout), format!("{report} · 1 finding at note or above\n"));
}

#[test]
fn a_fact_file_leaves_its_article_in_its_story() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    };
    let sheet = |text: &str, crew: u8| {
        format!(
            "article: {{text: {text}}}\nfacts:\n- {{kind: crew, value: {crew}, slots: {{what: trawler}}, evidence: {crew} sailors}}\n"
        )
    };
    let stories = |paths: &str| -> Vec<String> {
        let output = run(folder.path(), &format!("report --format json {paths}"));
        let json: Value = serde_json::from_str(text(&output.stdout)).unwrap();
        let articles = json["articles"].as_array().unwrap().clone();
        let told = |article: &Value| {
            format!("{} {}", article["id"].as_str().unwrap(), article["story"].as_str().unwrap())
        };
        let mut stories: Vec<String> = articles.iter().map(told).collect();
        stories.sort();
        stories
            .into_iter()
            .map(|line| line.rsplit(' ').next().unwrap().rsplit('/').next().unwrap().to_owned())
            .collect()
    };
    for (name, crew) in [("a", 12), ("b", 15)] {
        write(&format!("texts/{name}.txt"), &format!("The trawler had {crew} sailors."));
    }
    write("facts/a.yaml", &sheet("../texts/a.txt", 12));
    assert_eq!(stories("texts facts"), ["texts", "texts"]);
    assert_eq!(stories("texts/b.txt facts"), ["texts", "texts"]);
    // A fact file without a text goes with its neighbours.
    write("facts/c.yaml", LEFT);
    assert_eq!(stories("texts facts"), ["texts", "texts", "texts"]);
    assert_eq!(stories("facts"), ["texts", "texts"]);
    // Texts of several folders that only fact files bring are one story.
    write("other/d.txt", "The trawler had 21 sailors.");
    write("facts/d.yaml", &sheet("../other/d.txt", 21));
    assert_eq!(stories("facts"), ["facts", "facts", "facts"]);
    assert_eq!(stories("texts other facts"), ["texts", "texts", "facts", "other"]);
    // A text that lies further away must be among the inputs.
    write("sheets/trawler/b.yaml", &sheet("../../texts/b.txt", 15));
    assert_eq!(code(folder.path(), "check --today 2024-07-01 sheets"), 2);
    assert_ne!(code(folder.path(), "check --today 2024-07-01 sheets texts"), 2);
}

#[test]
fn a_kind_that_asks_for_an_unknown_concept_is_told() {
    let configuration =
        "kinds:\n- id: lifeboat-count\n  about: lifeboats\n  value: count\n  heads: [lifeboatt, people]\n";
    let folder = folder(&[("factcheck.yaml", configuration), ("a.yaml", LEFT)]);
    let output = run(folder.path(), "report .");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let told = "factcheck.yaml:2: kind \"lifeboat-count\": unknown concept \"lifeboatt\", did you mean \"lifeboat\"?";
    assert!(text(&output.stdout).contains(told), "{output:?}");
    assert!(text(&run(folder.path(), "kinds").stderr).contains(told));
}

#[test]
fn kinds_are_listed_with_values_that_fact_files_take() {
    let folder =
        folder(&[("factcheck.yaml", "kinds:\n- {id: lifeboat-count, about: lifeboats, value: count}\n")]);
    let list = run(folder.path(), "kinds");
    assert!(text(&list.stdout).lines().any(|line| line.starts_with("lifeboat-count ")), "{list:?}");
    let detail = run(folder.path(), "kinds deaths");
    assert!(text(&detail.stdout).starts_with("deaths: people killed\n"), "{detail:?}");
    let json: Value = serde_json::from_str(text(&run(folder.path(), "kinds --format json").stdout)).unwrap();
    let kinds = json["kinds"].as_array().unwrap();
    assert_eq!(kinds.len(), text(&list.stdout).lines().count());
    let mut facts = String::from("article: {published: 2024-06-18}\nfacts:\n");
    for kind in kinds {
        for key in [
            "id",
            "about",
            "value",
            "dimension",
            "example",
            "slots",
            "answers",
            "evolves",
            "event",
            "states",
            "told",
        ] {
            assert!(kind.get(key).is_some(), "no {key} in {kind}");
        }
        let line = text(&list.stdout).lines().find(|line| line.split(' ').next() == kind["id"].as_str());
        let value = line.and_then(|line| line.split_whitespace().nth(1));
        assert_eq!(value, kind["value"].as_str(), "{kind}");
        let (id, example) = (&kind["id"], &kind["example"]);
        facts.extend(["- {kind: ", &id.to_string(), ", value: ", &example.to_string(), ", evidence: x}\n"]);
    }
    fs::write(folder.path().join("a.yaml"), facts).unwrap();
    let output = run(folder.path(), "report .");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
}

/// What is explained, by which words, and what the answer holds.
#[test]
fn explanations_name_each_step_and_its_rule() {
    let texts = folder(&[
        ("a.md", "---\nstory: s\n---\nAn attack in Sanaa killed 12 people on Monday.\n"),
        ("b.md", "---\nstory: s\n---\nAn attack in Sanaa killed 15 people on Monday.\n"),
        ("c.md", "---\nstory: t\n---\nAn attack in Sanaa killed 17 people on Monday.\n"),
    ]);
    let values = folder(&[
        ("a.md", "---\nstory: s\n---\nA company found 3000 tonnes of copper near Sahla, it said.\n"),
        ("b.md", "---\nstory: s\n---\nThe company in Sahla sold 40 tonnes of lead, it said.\n"),
    ]);
    let facts = conflict();
    let cases = [
        (
            &texts,
            "explain a.md:4 b.md:4 .",
            0,
            vec![
                "kind deaths",
                "where (must match)",
                "weighed as two tellings",
                "ban: how rare",
                "verdict: ",
            ],
        ),
        (&texts, "explain a.md:20-60 b.md:20-60 .", 0, vec!["says 12", "says 15"]),
        (&texts, "explain a.md:4 c.md:4 .", 0, vec!["not compared", "different stories"]),
        (
            &values,
            "explain b.md:43-52 a.md:33-44 .",
            0,
            vec!["1. b:4 says 40 tonnes", "no kind of fact asks for it", "kept apart: two substances"],
        ),
        (&values, "explain a.md:20-25 b.md:43-52 .", 2, vec!["no fact at \"a.md:20-25\""]),
        (
            &facts,
            "explain a.yaml:3 b.yaml:3 .",
            0,
            vec!["rule number-conflict", "the rule is the verdict's reason"],
        ),
        (&texts, "explain a.md:1 b.md:4 .", 2, vec!["no fact at \"a.md:1\""]),
        (&texts, "explain x.md:1 b.md:4 .", 2, vec!["no article \"x.md\""]),
        (&texts, "explain f1 .", 2, vec!["no fact \".\""]),
        (&texts, "explain f1", 2, vec!["\"f1\" alone is no pair"]),
        (&texts, "explain 0123456789ab .", 2, vec!["no finding \"0123456789ab\""]),
    ];
    for (folder, arguments, code, wanted) in cases {
        let output = run(folder.path(), arguments);
        let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{arguments}: {said}");
        for wanted in wanted {
            assert!(said.contains(wanted), "{arguments}: no {wanted:?} in\n{said}");
        }
    }
}

/// The findings beside a verdict, and those of a core, are explained by their ids.
#[test]
fn findings_without_another_side_are_explained() {
    let fact = |kind: &str, value: &str| {
        format!(
            "facts:\n- {{kind: {kind}, value: {value}, slots: {{who: Angela Merkel, to: Egypt}}, evidence: x}}\n"
        )
    };
    let article = "article: {published: 2024-06-30, language: en}\n";
    let folder = folder(&[
        ("a.yaml", &format!("{article}{}", fact("visit-start", "2024-06-18"))),
        ("b.yaml", &format!("{article}{}", fact("visit-end", "2024-06-12"))),
    ]);
    let json: Value =
        serde_json::from_str(text(&run(folder.path(), "report --format json .").stdout)).unwrap();
    assert_eq!(json["verdicts"][0]["core"], serde_json::json!(["f2", "f1"]), "{json}");
    let id = json["findings"][0]["id"].as_str().unwrap();
    let output = run(folder.path(), &format!("explain {id} ."));
    let said = text(&output.stdout);
    for wanted in ["f1 says 2024-06-18", "f2 says 2024-06-12", "rule sequence-conflict"] {
        assert!(said.contains(wanted), "no {wanted:?} in\n{said}");
    }
}

/// A file's name and content may hold anything; none of it reaches the terminal as a command.
#[test]
#[cfg(unix)]
fn hostile_names_and_contents_are_shown_and_not_sent() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = conflict();
    let names: [&[u8]; 5] = [
        b"a\x1b[2Jb.yaml",
        b"line\nbreak.txt",
        b"\xff\xfe.txt",
        "rtl\u{202e}txt.yaml".as_bytes(),
        b"-rf.txt",
    ];
    for name in names {
        let content =
            "article: {title: \"\u{1b}[31m\u{202e}\"}\nfacts: [{kind: \"\u{1b}]0;x\u{7}\", value: 1}]\n";
        fs::write(folder.path().join(OsStr::from_bytes(name)), content).unwrap();
    }
    fs::write(folder.path().join("deep.yaml"), format!("facts: {}", "[".repeat(100_000))).unwrap();
    fs::write(folder.path().join("nul.txt"), "6700\0 containers \u{85}\u{2028}").unwrap();
    fs::write(folder.path().join("number.txt"), "9".repeat(1_000_000)).unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).unwrap();
    for format in ["text", "json"] {
        let output = run(folder.path(), &format!("report --format {format} ."));
        assert_eq!(output.status.code(), Some(2));
        for bytes in [&output.stdout, &output.stderr] {
            let shown = text(bytes);
            let steers = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
            assert_eq!(shown.chars().find(|c| steers(*c)), None, "{format}");
        }
        assert!(text(&output.stdout).contains("number-conflict"), "the other files are still compared");
    }
    serde_json::from_str::<Value>(text(&run(folder.path(), "report --format json .").stdout)).unwrap();
}

#[test]
fn two_runs_are_equal_to_the_byte() {
    let folder = conflict();
    for arguments in ["report .", "report --format json .", "check --today 2024-07-01 .", "graph ."] {
        assert_eq!(run(folder.path(), arguments).stdout, run(folder.path(), arguments).stdout, "{arguments}");
    }
}

#[test]
fn a_place_of_several_facts_means_those_of_a_finding_first() {
    let text_of = |dead: u8| {
        format!(
            "---\npublished: 2025-05-04\n---\nA ferry caught fire off Lattakia on Saturday, killing {dead} people and injuring 31, the Coast Guard said. The ferry was carrying 210 passengers.\n"
        )
    };
    let folder = folder(&[("a.md", &text_of(14)), ("b.md", &text_of(17))]);
    let output = run(folder.path(), "explain a.md:4 b.md:4 .");
    let out = text(&output.stdout);
    for told in ["says 14", "says 17", "number-conflict", "also at a.md:4", "injuries"] {
        assert!(out.contains(told), "{told}\n{out}");
    }
}

#[test]
fn an_article_in_a_language_that_is_not_read_is_told_and_the_others_are_compared() {
    let folder = folder(&[
        ("a.md", "---\npublished: 2025-05-04\n---\nThe trawler had 12 sailors on board, the port said.\n"),
        ("b.md", "---\npublished: 2025-05-04\n---\nThe trawler had 15 sailors on board, the port said.\n"),
        (
            "de.md",
            "---\npublished: 2025-05-04\n---\nAuf dem Kutter waren nach Angaben der Behörde 12 Seeleute, und die Suche ist zu Ende.\n",
        ),
        ("ru.txt", "На борту траулера находились 12 моряков, сообщили в порту.\n"),
        ("sv.md", "---\nlanguage: sv\n---\nTolv man.\n"),
    ]);
    let output = run(folder.path(), "report .");
    let out = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    for told in [
        "warning: de.md:4: the text is in German (de), so that nothing is read in it, expected one of ar, en, fr",
        "warning: ru.txt:1: the text is in a script of no language that is known",
        "warning: sv.md:4: the text is in \"sv\"",
        "error[number-conflict]",
    ] {
        assert!(out.contains(told), "{told}\n{out}");
    }
    let json: Value =
        serde_json::from_str(text(&run(folder.path(), "report --format json .").stdout)).unwrap();
    let languages: Vec<_> =
        json["articles"].as_array().unwrap().iter().map(|article| article["language"].as_str()).collect();
    assert_eq!(languages, [Some("en"), Some("en"), Some("de"), None, Some("sv")]);
}

/// The lines of the README's code block that begins with these words.
fn block(readme: &str, start: &str) -> Vec<String> {
    let (_, rest) = readme.split_once(&format!("\n```{start}")).expect("the README has the block");
    let (block, _) = rest.split_once("\n```").expect("the block ends");
    format!("{start}{block}").lines().skip(1).map(str::to_owned).collect()
}

/// A line without the numbers of facts, which count all that was read before.
fn unnumbered(line: &str) -> String {
    let is_number = |word: &&str| {
        word.strip_prefix('f')
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
    };
    let indent = line.len() - line.trim_start().len();
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty() && !is_number(word)).collect();
    format!("{indent} {}", words.join(" "))
}

#[test]
fn the_readme_shows_what_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let output = run(root, "report facts");
    let printed: Vec<String> = text(&output.stdout).lines().map(unnumbered).collect();
    for line in block(&readme, "text\n") {
        assert!(line == "…" || printed.contains(&unnumbered(&line)), "the report has no line {line:?}");
    }
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_readme_configures_what_can_be_configured() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let configuration = block(&readme, "yaml\nseverities:").join("\n");
    let fact_file = block(&readme, "yaml\narticle:").join("\n").replace("../articles/001.txt", "001.txt");
    let files = [
        ("factcheck.yaml", configuration.as_str()),
        ("001.yaml", fact_file.as_str()),
        ("001.txt", "شحنت كوريا الشمالية إلى روسيا حوالي 6700 حاوية.\n"),
    ];
    let output = run(folder(&files).path(), "check --today 2024-07-01 .");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn the_readme_names_every_command_and_format() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let help = run(root, "help");
    let commands = text(&help.stdout).lines().skip_while(|line| *line != "Commands:").skip(1);
    // A line that goes on with the former one is indented further.
    let commands = commands.take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    let commands: Vec<&str> =
        commands.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect();
    assert!(commands.len() >= 6, "{commands:?}");
    for command in commands {
        assert!(readme.contains(&format!("| `factcheck {command} ")), "the README lacks {command}");
    }
    for (name, _) in factcheck::report::FORMATS {
        assert!(readme.contains(&format!("| `{name}` |")), "the README lacks the format {name}");
    }
}
