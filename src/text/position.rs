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
        let mut last = 0;
        for (chars, (byte, character)) in text.char_indices().enumerate() {
            if character == '\n' {
                mark = Mark { byte: byte + 1, chars: chars + 1, line: mark.line + 1, line_chars: chars + 1 };
            } else if byte - last >= STRIDE {
                mark = Mark { byte, chars, ..mark };
            } else {
                continue;
            }
            last = byte;
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
