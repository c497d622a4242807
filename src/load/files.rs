//! The file system: the only file of the project that touches it. It knows bytes and paths, no formats.

#![expect(clippy::disallowed_methods, reason = "this is the one file that touches the file system")]

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

/// The largest input that is read.
const MAX_BYTES: u64 = 256 << 20;

/// What was found under a folder.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// Files in order.
    pub(super) files: Vec<PathBuf>,
    /// Symbolic links, which are not followed: they may leave the folder or go round in a circle.
    pub(super) links: Vec<PathBuf>,
    /// What could not be walked.
    pub(super) failures: Vec<String>,
}

/// Writes a file whole or not at all: beside its place first, then moved there.
///
/// A link is written through; the permissions of a file that is there are kept.
///
/// # Errors
/// When the folder cannot be written to.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    // A new file may be everything that the user's mask allows.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(".factcheck-").tempfile_in(folder)?;
    if let Ok(known) = fs::metadata(&target) {
        file.as_file().set_permissions(known.permissions())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// The bytes of a file.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    read_from(open_file(path)?)
}

/// Opens a regular file. What waits for somebody to write, or never ends, is none: a named pipe, a device.
fn open_file(path: &Path) -> io::Result<File> {
    let is_regular = fs::metadata(path)?.is_file();
    let refused = || {
        io::Error::new(io::ErrorKind::InvalidInput, "is no regular file, expected a file, a folder or `-`")
    };
    if is_regular { File::open(path) } else { Err(refused()) }
}

/// The bytes of a stream, up to the limit.
pub(super) fn read_from(stream: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        let message = format!("is larger than {} MiB, expected a smaller file", MAX_BYTES >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

/// A file to be read line by line.
pub(super) fn open(path: &Path) -> io::Result<BufReader<File>> {
    open_file(path).map(BufReader::new)
}

/// Adds the next line of a stream, with its end, and says how many bytes it has; nought behind the last.
pub(super) fn read_line(stream: &mut dyn BufRead, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let n_bytes = stream.take(MAX_BYTES + 1).read_until(b'\n', bytes)?;
    if n_bytes as u64 > MAX_BYTES {
        let message = format!("has a line larger than {} MiB, expected shorter ones", MAX_BYTES >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(n_bytes)
}

/// The one absolute path of a file, without links.
pub(super) fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// Whether it is a folder.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether it is a file.
pub(super) fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Everything under a folder that no ignore file hides.
///
/// NOTE: the user's own global ignore file is not asked, or one input would give two results.
pub(super) fn walk(folder: &Path) -> Walked {
    let mut walked = Walked::default();
    let mut builder = ignore::WalkBuilder::new(folder);
    builder.require_git(false).git_global(false).git_exclude(false).follow_links(false);
    for entry in builder.sort_by_file_name(Ord::cmp).build() {
        match entry {
            Ok(entry) => {
                let file_type = entry.file_type();
                if file_type.is_some_and(|kind| kind.is_file()) {
                    walked.files.push(entry.into_path());
                } else if entry.depth() > 0 && file_type.is_some_and(|kind| kind.is_symlink()) {
                    walked.links.push(entry.into_path());
                }
            }
            Err(error) => walked.failures.push(error.to_string()),
        }
    }
    walked
}
