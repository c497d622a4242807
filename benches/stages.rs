//! Times the stages over generated news of both languages, as ratios to reading the same text into tokens.
//!
//! `cargo bench` prints one line a stage: its speed, how many times the cost of tokens it has, and how often it
//! asks for memory for each KB of text once its tables are warm. Machines differ and are noisy, so the ratios are
//! what to compare; the allocations are the same everywhere. Nothing here fails.

#![expect(clippy::disallowed_methods, reason = "a bench is there to ask the clock")]

use factcheck::check;
use factcheck::extract::{self, Extraction};
use factcheck::fact::{Article, ArticleIdx};
use factcheck::graph;
use factcheck::lexicon::Lexicon;
use factcheck::text::Text;
use factcheck::value::notation;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Counts what is asked of the system's allocator.
#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Articles of each language.
const ARTICLES: usize = 200;

/// Sentences of an article.
const SENTENCES: usize = 12;

/// Runs of each stage; the fastest counts.
const RUNS: usize = 3;

fn main() -> io::Result<()> {
    let (start, lexicon) = timed(1, Lexicon::embedded);
    let articles: Vec<Article> = (0..ARTICLES).flat_map(|idx| [arabic(idx), english(idx)]).collect();
    let bytes: usize =
        articles.iter().filter_map(|article| article.text.as_ref()).map(|text| text.source().len()).sum();
    let read = || sources(&articles).map(|source| Text::new(source.to_owned())).collect::<Vec<_>>();
    let (tokens, _) = timed(RUNS, read);
    let (extraction, extractions) = timed(RUNS, || extracted(&articles, &lexicon));
    let n_facts: usize = extractions.iter().map(|extraction| extraction.facts.len()).sum();
    let (linking, knowledge) = timed(RUNS, || graph::link(articles.clone(), extractions.clone(), &lexicon));
    let (checking, _) = timed(RUNS, || check::check(&knowledge, &lexicon));
    let mut out = io::stdout().lock();
    writeln!(out, "{} articles, {bytes} bytes, {n_facts} facts", articles.len())?;
    writeln!(out, "lexicon  {:>8.2} ms", start.as_secs_f64() * 1e3)?;
    let stages = [
        ("tokens", tokens, allocations(read)),
        ("extract", extraction, allocations(|| extracted(&articles, &lexicon))),
    ];
    for (name, time, allocations) in stages {
        let speed = bytes as f64 / time.as_secs_f64() / 1e6;
        let ratio = time.as_secs_f64() / tokens.as_secs_f64();
        let rate = allocations as f64 * 1e3 / bytes as f64;
        writeln!(out, "{name:<8} {speed:>8.2} MB/s    {ratio:>6.1} x tokens {rate:>8.1} allocations/KB")?;
    }
    for (name, time) in [("link", linking), ("check", checking)] {
        let speed = n_facts as f64 / time.as_secs_f64() / 1e3;
        writeln!(out, "{name:<8} {speed:>8.1} thousand facts/s")?;
    }
    Ok(())
}

/// The fastest of some runs, and what the first one gave.
fn timed<T>(runs: usize, mut run: impl FnMut() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = black_box(run());
    let mut fastest = start.elapsed();
    for _ in 1..runs {
        let start = Instant::now();
        black_box(run());
        fastest = fastest.min(start.elapsed());
    }
    (fastest, result)
}

/// How often a run asks for memory.
fn allocations<T>(run: impl FnOnce() -> T) -> usize {
    let region = Region::new(ALLOCATOR);
    black_box(run());
    let change = region.change();
    change.allocations + change.reallocations
}

fn sources(articles: &[Article]) -> impl Iterator<Item = &str> {
    articles.iter().filter_map(|article| article.text.as_deref()).map(Text::source)
}

fn extracted(articles: &[Article], lexicon: &Lexicon) -> Vec<Extraction> {
    articles
        .iter()
        .enumerate()
        .map(|(idx, article)| extract::extract(article, ArticleIdx(idx), lexicon))
        .collect()
}

fn article(id: String, story: usize, language: &str, text: String) -> Article {
    Article {
        id,
        language: Some(language.to_owned()),
        published: notation::time("2025-03-10").ok(),
        story: story.to_string(),
        text: Some(Arc::new(Text::new(text))),
        ..Article::default()
    }
}

fn arabic(idx: usize) -> Article {
    let mut text = String::new();
    for sentence in 0..SENTENCES {
        let n = 10 + idx * 7 + sentence;
        let written = match sentence % 4 {
            0 => write!(
                text,
                "وقالت وزارة الصحة إن الزلزال أسفر عن {n} قتيلا ونحو {}00 جريح حتى مساء الاثنين.\n\n",
                n % 9 + 1
            ),
            1 => write!(
                text,
                "وأعلن المتحدث باسم الحكومة أمس أن فرق الإنقاذ وصلت إلى القرى الجبلية بعد انقطاع الطرق.\n\n"
            ),
            2 => write!(
                text,
                "ويزور الوزير المنطقة لمدة يومين، ومن المتوقع أن تصل المساعدات خلال الأسبوع المقبل.\n\n"
            ),
            _ => write!(text, "وخصصت الدولة {n} مليون دولار لإعادة بناء ثلاثة آلاف ومئتي منزل دمرت بالكامل.\n\n"),
        };
        debug_assert!(written.is_ok(), "a string takes what is written to it");
    }
    article(format!("ar-{idx}"), idx / 4, "ar", text)
}

fn english(idx: usize) -> Article {
    let mut text = String::new();
    for sentence in 0..SENTENCES {
        let n = 10 + idx * 7 + sentence;
        let written = match sentence % 4 {
            0 => write!(
                text,
                "The earthquake killed {n} people and injured about {}00, the health ministry said on Monday.\n\n",
                n % 9 + 1
            ),
            1 => write!(
                text,
                "A government spokesman said yesterday that rescue teams had reached the mountain villages.\n\n"
            ),
            2 => write!(
                text,
                "The minister will visit the region for two days, and aid is expected to arrive next week.\n\n"
            ),
            _ => write!(
                text,
                "The state set aside {n} million dollars to rebuild 3,200 houses that were destroyed.\n\n"
            ),
        };
        debug_assert!(written.is_ok(), "a string takes what is written to it");
    }
    article(format!("en-{idx}"), idx / 4, "en", text)
}
