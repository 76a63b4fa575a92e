//! Who is let in: requests for this preview, from its own pages or from nobody's.

use super::address::Bound;
use super::request::Request;

/// True for a request that names this preview as its host and comes from no foreign page.
///
/// Browsers say where a page comes from that asks for data of another (`Origin`); a link that is
/// followed says nothing and is let in.
pub(super) fn lets_in(bound: &Bound, request: &Request) -> bool {
    let is_own = |origin: &str| origin.strip_prefix("http://") == Some(&*request.host);
    bound.answers_to(&request.host) && request.origin.as_deref().is_none_or(is_own)
}
