//! What readers found at a place, so that none reads the same words twice: the readers of times try one
//! expression after another, and many begin with the same parts (Ford, "Packrat parsing", ICFP 2002).
//!
//! It changes the speed alone. It must be forgotten when the view of the words changes in more than whether a
//! time is announced.

use crate::extract::time::said::{Distance, Said, When};
use crate::extract::time::view::View;
use std::cell::{Cell, RefCell};

/// Places that are kept at once: expressions are short, and an older place gives way to a newer one.
const PLACES: usize = 16;

/// What every sort of reader found.
#[derive(Debug, Default)]
pub struct Memo {
    /// Whole points of time.
    pub points: Kept<Option<Said>>,
    /// Days from all that tells them.
    pub days: Kept<Option<(When, usize)>>,
    /// Dates by their months.
    pub dates: Kept<Option<(When, usize)>>,
    /// Lengths of time.
    pub lengths: Kept<Option<(Distance, usize)>>,
    /// Ranks inside of a longer time.
    pub ranks: Kept<Option<(When, usize)>>,
    /// How often it was forgotten: what was kept before that counts no more.
    forgotten: Cell<usize>,
}

impl Memo {
    /// Forgets everything.
    pub fn forget(&self) {
        self.forgotten.set(self.forgotten.get() + 1);
    }
}

/// What one sort of reader found.
#[derive(Debug)]
pub struct Kept<T>(RefCell<[Option<(Key, T)>; PLACES]>);

/// How often the memo was forgotten, the place of a word, and whether a time was announced there.
type Key = (usize, usize, bool);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(RefCell::new([const { None }; PLACES]))
    }
}

impl View<'_> {
    /// What a reader finds at `idx`, where it reads only once.
    pub fn once<T: Clone>(
        &self,
        idx: usize,
        kept: impl Fn(&Memo) -> &Kept<T>,
        read: impl FnOnce() -> T,
    ) -> T {
        let Some(memo) = self.memo else { return read() };
        let key = (memo.forgotten.get(), idx, self.announced);
        let place = (2 * idx + usize::from(self.announced)) % PLACES;
        if let Some((known, found)) = &kept(memo).0.borrow()[place]
            && *known == key
        {
            return found.clone();
        }
        let found = read();
        kept(memo).0.borrow_mut()[place] = Some((key, found.clone()));
        found
    }
}
