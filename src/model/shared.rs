//! [`Shared`]: a value that several states of a dossier hold together.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// A value held by many and copied by the first that changes it.
///
/// Documents are most of what a dossier weighs, and an edit changes one of them: one edition and the next share
/// the others.
///
/// ```
/// use annalist::model::Shared;
/// let one = Shared::new(vec![1, 2]);
/// let mut other = one.clone();
/// assert!(Shared::is_one(&one, &other));
/// other.push(3);
/// assert_eq!((one.len(), other.len()), (2, 3));
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// The value, held once.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }

    /// True where both hold the same copy; equal values may be held apart.
    pub fn is_one(one: &Self, other: &Self) -> bool {
        Arc::ptr_eq(&one.0, &other.0)
    }
}

impl<T: Clone> Shared<T> {
    /// The value alone; copied where others hold it, too.
    pub fn into_inner(self) -> T {
        Arc::unwrap_or_clone(self.0)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Shared<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}
