//! From bytes to lines, columns and code points, and back.

use crate::text::span::{Original, Span};

/// Where a span stands, for people and machines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
    /// First code point of the span in the text.
    pub char_start: usize,
    /// The code point after its last.
    pub char_end: usize,
}

/// Bytes between two marks inside a long line.
const STRIDE: usize = 1024;

/// The lines of a text, for looking up positions without reading it again from the start.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    marks: Vec<Mark>,
}

/// A place whose line and code points are known.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    byte: usize,
    chars: usize,
    line: usize,
    line_chars: usize,
}

impl LineIndex {
    /// Indexes `text` with a mark at every line and, in long lines, every few hundred characters, so that
    /// looking up a position costs the same wherever it is.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut mark = Mark::default();
        let mut marks = vec![mark];
        while let Some(rest) = text.get(mark.byte..).filter(|rest| !rest.is_empty()) {
            let window = rest.floor_char_boundary(STRIDE);
            let inside = rest.get(..window).unwrap_or(rest);
            let line = inside.find('\n').map(|newline| newline + 1);
            let step = line.unwrap_or(inside.len());
            let chars = mark.chars + inside.get(..step).map_or(0, |part| part.chars().count());
            mark = Mark { byte: mark.byte + step, chars, ..mark };
            if line.is_some() {
                mark = Mark { line: mark.line + 1, line_chars: chars, ..mark };
            }
            marks.push(mark);
        }
        Self { marks }
    }

    /// The position of `span` in the text that was indexed.
    #[must_use]
    pub fn position(&self, text: &str, span: Span<Original>) -> Position {
        let idx = self.marks.partition_point(|mark| mark.byte <= span.start).saturating_sub(1);
        let mark = self.marks.get(idx).copied().unwrap_or_default();
        let before = text.get(mark.byte..span.start).map_or(0, |part| part.chars().count());
        let inside = text.get(span.start..span.end).map_or(0, |part| part.chars().count());
        let char_start = mark.chars + before;
        let column = char_start - mark.line_chars + 1;
        Position { line: mark.line + 1, column, char_start, char_end: char_start + inside }
    }
}
