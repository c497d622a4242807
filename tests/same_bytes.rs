//! The same bytes from every format at 1, 2 and 8 threads and in every order of paths: over the reviewed facts
//! of the project and over a folder of generated articles that agree, differ and contradict each other.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read and write files, and may fail"
)]

use factcheck::load::Options;
use factcheck::policy;
use factcheck::report::{self, Report};
use factcheck::run::analyse::analyse;
use std::fs;
use std::path::{Path, PathBuf};

/// Threads to run with.
const THREADS: [usize; 3] = [1, 2, 8];

/// Orders of paths to try at each number of threads.
const ORDERS: u64 = 3;

/// Articles to generate.
const ARTICLES: u64 = 48;

/// Numbers that look random and are the same on every machine (Knuth's MMIX generator).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for idx in (1..items.len()).rev() {
            let other = usize::try_from(self.below(idx as u64 + 1)).unwrap();
            items.swap(idx, other);
        }
    }

    fn one_of<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items[usize::try_from(self.below(items.len() as u64)).unwrap()]
    }
}

fn english(numbers: &mut Numbers) -> String {
    let place = numbers.one_of(&["Sanaa", "Lagos", "Morocco"]);
    let (killed, hurt) = (10 + numbers.below(4), 20 + numbers.below(3));
    let year = 2008 + numbers.below(6);
    format!(
        "An attack in {place} on Monday killed {killed} people and injured {hurt}.\n\n\
        Angela Merkel began a visit to Egypt on {} June 2024. It was the first visit of Angela Merkel to Egypt \
        since {year}. \"We will rebuild the old harbour before the winter begins,\" Angela Merkel said.\n",
        16 + numbers.below(3)
    )
}

fn arabic(numbers: &mut Numbers) -> String {
    let place = numbers.one_of(&["صنعاء", "لاغوس", "المغرب"]);
    let (killed, hurt) = (10 + numbers.below(4), 20 + numbers.below(3));
    let year = 2008 + numbers.below(6);
    format!(
        "قتل {killed} شخصا وأصيب {hurt} في هجوم في {place} يوم الاثنين.\n\n\
        وكانت أنغيلا ميركل قد زارت مصر في مايو {year}. وتستمر زيارة أنغيلا ميركل إلى مصر يومين.\n"
    )
}

/// A folder of articles in two languages, some with a day of publication and some without.
fn generated() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut numbers = Numbers(7);
    for idx in 0..ARTICLES {
        let text = if idx % 2 == 0 { english(&mut numbers) } else { arabic(&mut numbers) };
        let day = 18 + numbers.below(3);
        let header = if idx % 5 == 0 { String::new() } else { format!("published: 2024-06-{day}\n") };
        let article = format!("---\nstory: generated\n{header}---\n{text}");
        fs::write(folder.path().join(format!("{idx:02}.md")), article).unwrap();
    }
    folder
}

/// The files of a folder and of those in it, but for configurations and notes.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.retain(|path| !path.ends_with("README.md") && !path.ends_with("factcheck.yaml"));
    found.sort();
    found
}

fn rendered(paths: &[PathBuf], threads: usize) -> Vec<u8> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        let analysis = analyse(paths, Options::default());
        let judged = policy::judge(analysis.findings.clone(), &analysis.knowledge, &analysis.settings);
        let report = Report {
            knowledge: &analysis.knowledge,
            verdicts: &analysis.verdicts,
            judged: &judged,
            problems: &analysis.problems,
        };
        let mut out = Vec::new();
        for (_, render) in report::FORMATS {
            render(&report, &report::Options::default(), &mut out).unwrap();
        }
        out
    })
}

fn assert_same(folder: &Path) {
    let mut paths = files(folder);
    let expected = rendered(&paths, 1);
    assert!(expected.len() > 1000, "{} is hardly a report", String::from_utf8_lossy(&expected));
    let mut numbers = Numbers(11);
    for threads in THREADS {
        for order in 0..ORDERS {
            numbers.shuffle(&mut paths);
            let found = rendered(&paths, threads);
            assert!(found == expected, "{threads} threads, order {order}: {paths:?}");
        }
    }
}

#[test]
fn reviewed_facts_give_the_same_bytes() {
    assert_same(Path::new("facts"));
}

#[test]
fn generated_articles_give_the_same_bytes() {
    assert_same(generated().path());
}
