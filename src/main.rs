//! Parses the command line, runs, exits.
fn main() {}
