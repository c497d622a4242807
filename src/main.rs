//! Parses the command line, runs, exits. Only here are the environment and the clock asked.

#![expect(clippy::disallowed_methods, reason = "only here are the environment and the clock asked")]

use clap::Parser;
use factcheck::cli::Cli;
use factcheck::policy::Outcome;
use factcheck::run::{self, Surroundings};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

/// Start-up reads the word lists into many small pieces of memory, which this allocator packs closely.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let surroundings = surroundings();
    colored::control::set_override(run::color(cli.color, &surroundings));
    match run_buffered(&cli, &surroundings) {
        Ok(outcome) => ExitCode::from(outcome.code()),
        // Whoever reads the report has seen enough of it.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when this cannot be written either.
            let _ = writeln!(io::stderr(), "error: {error:#}");
            ExitCode::from(Outcome::Failed.code())
        }
    }
}

fn run_buffered(cli: &Cli, surroundings: &Surroundings) -> io::Result<Outcome> {
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = run::run(cli, surroundings, &mut io::stdin().lock(), &mut out, &mut io::stderr().lock())?;
    out.flush()?;
    Ok(outcome)
}

fn surroundings() -> Surroundings {
    Surroundings {
        no_color: env::var("NO_COLOR").ok(),
        clicolor_force: env::var("CLICOLOR_FORCE").ok(),
        term: env::var("TERM").ok(),
        is_terminal: io::stdout().is_terminal(),
        today: Some(Timestamp::now().to_zoned(TimeZone::UTC).date()),
    }
}
