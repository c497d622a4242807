//! From text to mentions, events and facts. Names no language; never fails.
pub mod mention;
pub mod time;
pub mod word;
