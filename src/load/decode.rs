//! From bytes to text: UTF-8, UTF-16 by its mark, else Windows-1256. Never fails; it says what it did.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

/// A text, and what its reader should know of how it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text without byte order mark.
    pub(super) text: String,
    /// What was guessed or replaced.
    pub(super) note: Option<&'static str>,
}

const REPLACED: &str = "holds bytes that are not UTF-8, each read as U+FFFD";
const REPLACED_UTF_16: &str = "holds units that are not UTF-16, each read as U+FFFD";
const GUESSED: &str = "is not UTF-8, read as Windows-1256";

/// Whether bytes are no text in any encoding: neither Unicode nor without a byte of nought.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let is_utf_16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    !is_utf_16 && bytes.contains(&0) && str::from_utf8(bytes).is_err()
}

/// Decodes `bytes`.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => decode(rest.to_vec()),
        [0xFF, 0xFE, rest @ ..] => legacy(UTF_16LE, rest, None),
        [0xFE, 0xFF, rest @ ..] => legacy(UTF_16BE, rest, None),
        // Arabic is validated thrice as fast as by the standard library.
        bytes => UTF_8
            .decode_without_bom_handling_and_without_replacement(bytes)
            .map_or_else(|| guess(bytes), |text| Decoded { text: text.into_owned(), note: None }),
    }
}

/// Keeps UTF-8 with a few bad bytes what it is: Arabic in Windows-1256 hardly ever looks like UTF-8.
fn guess(bytes: &[u8]) -> Decoded {
    let (mut sound, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if sound > bad {
        return Decoded { text: String::from_utf8_lossy(bytes).into_owned(), note: Some(REPLACED) };
    }
    legacy(WINDOWS_1256, bytes, Some(GUESSED))
}

fn legacy(encoding: &'static Encoding, bytes: &[u8], note: Option<&'static str>) -> Decoded {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), note: note.or_else(|| replaced.then_some(REPLACED_UTF_16)) }
}
