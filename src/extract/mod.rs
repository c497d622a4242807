//! From text to mentions, events and facts. Names no language; never fails.
pub mod mention;
pub mod number;
pub mod quantity;
pub mod word;
