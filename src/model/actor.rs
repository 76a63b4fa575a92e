//! [`Actor`]: a person, organisation, country or other named party, with the reasons for every
//! decision about it.

use super::{Edtf, Evidence, NameKind, Origin};

/// A person, organisation, country or other named party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Stable id: name of its page.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// The name to file it under: family name first where it can be told.
    pub sort_name: String,
    /// What it is.
    pub kind: NameKind,
    /// Whether it is a public actor, with a page of its own.
    pub standing: Standing,
    /// ISO 3166 code of the country it is, or belongs to, as far as it is known.
    pub country: Option<String>,
    /// The spellings, most frequent first.
    pub variants: Vec<Variant>,
    /// Roles: from authority first, then as stated, by first evidence.
    pub roles: Vec<Role>,
    /// The role that lists show, as an index into `roles`: the one held when the texts speak of the actor.
    pub role: Option<usize>,
    /// Who decided.
    pub decided_by: ActorDecision,
    /// Why these mentions are one actor, a reason for each rule and spelling.
    pub reasons: Vec<MergeReason>,
    /// Indices of actors that may be the same, with what speaks for it; sorted.
    pub maybe_same_as: Vec<(usize, Likeness)>,
    /// Names the user's files keep apart from this one.
    pub not_same_as: Vec<String>,
    /// Indices of other actors with the same surname or a similar name, sorted.
    pub look_alikes: Vec<usize>,
    /// Every mention, by document and place.
    pub mentions: Vec<Evidence>,
    /// Mentions that could be this actor or another one, by document and place.
    pub could_be: Vec<Evidence>,
    /// Identifiers elsewhere, by scheme.
    pub identifiers: Vec<(String, String)>,
    /// Ids that led to this actor, or would under another of its spellings; sorted.
    pub former_ids: Vec<String>,
}

impl Actor {
    /// An actor of which nothing but its name is known yet.
    pub fn named(id: &str, name: &str, kind: NameKind) -> Self {
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            sort_name: name.to_owned(),
            kind,
            standing: Standing::Public,
            country: None,
            variants: Vec::new(),
            roles: Vec::new(),
            role: None,
            decided_by: ActorDecision::Found,
            reasons: Vec::new(),
            maybe_same_as: Vec::new(),
            not_same_as: Vec::new(),
            look_alikes: Vec::new(),
            mentions: Vec::new(),
            could_be: Vec::new(),
            identifiers: Vec::new(),
            former_ids: Vec::new(),
        }
    }
}

/// How an actor stands to the public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Has a page.
    Public,
    /// A victim, suspect or bystander: no page, unless the settings ask for one.
    Private,
    /// Speakers without a name (`a senior official`): one page for each phrase.
    Unnamed,
}

impl Standing {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Private => "private",
            Self::Unnamed => "unnamed",
        }
    }
}

/// A spelling of an actor's name and where it occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// The spelling as in the texts.
    pub text: String,
    /// Document index and number of mentions, by document.
    pub documents: Vec<(usize, usize)>,
}

/// Who decided that these mentions are one actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActorDecision {
    /// The program, from the texts.
    Found,
    /// The user's authority files.
    Authority,
    /// The general authority file that ships in the program.
    Shipped,
    /// An editor, in `overrides.toml`.
    Override,
}

impl ActorDecision {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Authority => "authority",
            Self::Shipped => "shipped",
            Self::Override => "override",
        }
    }
}

/// When a role is held, as the text that states it has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tenure {
    /// Held at the time of writing.
    Held,
    /// `incoming`, `-elect`, `-designate`: not yet held.
    Incoming,
    /// `outgoing`: held, and about to end.
    Outgoing,
    /// `then-`: held at the time that is told of.
    Then,
    /// `former`, `ex-`: no longer held.
    Former,
    /// `the late`: its holder is dead.
    Late,
}

impl Tenure {
    /// Every tenure, in the order of the type.
    pub const ALL: [Self; 6] = [Self::Held, Self::Incoming, Self::Outgoing, Self::Then, Self::Former, Self::Late];

    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Incoming => "incoming",
            Self::Outgoing => "outgoing",
            Self::Then => "then",
            Self::Former => "former",
            Self::Late => "late",
        }
    }
}

/// A role of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The words of the role.
    pub title: String,
    /// When it is held, as stated.
    pub tenure: Tenure,
    /// Start of the term (authority files only).
    pub from: Option<Edtf>,
    /// End of the term (authority files only).
    pub to: Option<Edtf>,
    /// The date of the latest text that states it, where one is dated.
    pub as_of: Option<Edtf>,
    /// The authority that gives it; `None` for roles that the texts state.
    pub authority: Option<RoleAuthority>,
    /// Where the texts state it; empty for roles from authority files.
    pub evidence: Vec<Evidence>,
}

/// Which authority gives a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleAuthority {
    /// The dossier's files or the program's.
    pub origin: Origin,
    /// The public record it can be checked against.
    pub source: Option<String>,
}

/// By what rule a mention belongs to an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MergeRule {
    /// The same name; case, accents, hyphens and points aside.
    SameName,
    /// The same words in another order.
    WordOrder,
    /// With and without middle names, initials or particles.
    MiddleNames,
    /// Part of the name: the only one of its text it fits.
    ShortForm,
    /// Part of the name with a role: the only one of its text who bears that role.
    ShortFormAndRole,
    /// A surname: the only person of the corpus it fits, and nothing speaks against it.
    OnlyBearer,
    /// A surname with an office: the only one who held it then, as the authority files have it.
    Holder,
    /// An acronym that a text declares for the name.
    Acronym,
    /// The first letters of the name's words: the only one of its text they fit.
    Initials,
    /// The name without the word for its legal form or trade.
    LegalForm,
    /// The same body in another wording (`Ministry of Defence`, `Defense Ministry`).
    Wording,
    /// The name of a country in another form.
    Country,
    /// A capital that acts: the government.
    Metonym,
    /// Called another kind of thing here and this kind nearly everywhere else.
    Kind,
    /// A spelling that the authority files list.
    Authority,
    /// An editor's decision.
    Override,
}

impl MergeRule {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameName => "same-name",
            Self::WordOrder => "word-order",
            Self::MiddleNames => "middle-names",
            Self::ShortForm => "short-form",
            Self::ShortFormAndRole => "short-form-and-role",
            Self::OnlyBearer => "only-bearer",
            Self::Holder => "holder",
            Self::Acronym => "acronym",
            Self::Initials => "initials",
            Self::LegalForm => "legal-form",
            Self::Wording => "wording",
            Self::Country => "country",
            Self::Metonym => "metonym",
            Self::Kind => "kind",
            Self::Authority => "authority",
            Self::Override => "override",
        }
    }
}

/// Why mentions with one spelling belong to an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeReason {
    /// The rule.
    pub rule: MergeRule,
    /// The spelling it was applied to.
    pub text: String,
    /// How many documents it was applied in.
    pub documents: usize,
    /// The mentions it was applied to, the first of each document, by document.
    pub evidence: Vec<Evidence>,
}

/// What speaks for two actors being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// One letter apart.
    Typo,
    /// The same words in another order, and no role that both have.
    WordOrder,
    /// One has more names or initials than the other.
    MiddleNames,
    /// One is the surname of the other, and the roles do not decide it.
    Surname,
    /// The same name; what is said of them contradicts.
    SameName,
    /// One says no country, the other does.
    Country,
    /// The first letters of the other's words.
    Initials,
    /// One is the name of the other with a word for its trade; so is a third.
    Trade,
    /// The same surname, and the given name of one is short for the other's.
    Nickname,
}

impl Likeness {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Typo => "typo",
            Self::WordOrder => "word-order",
            Self::MiddleNames => "middle-names",
            Self::Surname => "surname",
            Self::SameName => "same-name",
            Self::Country => "country",
            Self::Initials => "initials",
            Self::Trade => "trade",
            Self::Nickname => "nickname",
        }
    }
}
