//! Agreements of authority files: `[[agreement]]`, and the table that ships.

use serde::Deserialize;

use crate::model::{AuthorityAgreement, Origin};
use crate::text::slug::slug;
use crate::text::words::{columns, members};

const AGREEMENTS: &str = include_str!("data/agreements.txt");

/// `[[agreement]]` of an authority file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementTable {
    id: Option<String>,
    name: String,
    #[serde(rename = "type", default = "default_kind")]
    kind: String,
    #[serde(default)]
    variants: Vec<String>,
    #[serde(default)]
    descriptions: Vec<String>,
    #[serde(default)]
    parties: Vec<String>,
    source: Option<String>,
}

fn default_kind() -> String {
    "agreement".to_owned()
}

/// The agreement of a table.
pub fn agreement(table: AgreementTable) -> AuthorityAgreement {
    AuthorityAgreement {
        id: slug(table.id.as_deref().unwrap_or(&table.name)),
        variants: table.variants.into_iter().filter(|variant| *variant != table.name).collect(),
        descriptions: table.descriptions,
        kind: table.kind,
        parties: table.parties,
        source: table.source,
        origin: Origin::Dossier,
        name: table.name,
    }
}

/// Every agreement that ships, in the order of the table.
pub fn shipped_agreements() -> Vec<AuthorityAgreement> {
    let list = |column: &str| members(column).map(str::to_owned).collect::<Vec<_>>();
    let row = |row: Vec<&'static str>| {
        let [names, descriptions, kind, parties, source] = row[..] else { return None };
        let mut variants = list(names);
        let name = (!variants.is_empty()).then(|| variants.remove(0))?;
        Some(AuthorityAgreement {
            id: slug(&name),
            variants,
            descriptions: list(descriptions),
            kind: kind.to_owned(),
            parties: list(parties),
            source: Some(source.to_owned()),
            origin: Origin::Shipped,
            name,
        })
    };
    columns(AGREEMENTS).filter_map(row).collect()
}

/// The dossier's agreements with those that ship behind them: one of which the dossier has a name is
/// left out.
pub fn agreements_behind(
    mut own: Vec<AuthorityAgreement>,
    shipped: Vec<AuthorityAgreement>,
) -> Vec<AuthorityAgreement> {
    use crate::text::compare::fold;
    let names = |agreement: &AuthorityAgreement| -> Vec<String> {
        std::iter::once(&agreement.name).chain(&agreement.variants).map(|name| fold(name)).collect()
    };
    let taken: std::collections::BTreeSet<String> = own.iter().flat_map(names).collect();
    own.extend(shipped.into_iter().filter(|agreement| !names(agreement).iter().any(|name| taken.contains(name))));
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_that_ships_is_one_agreement_with_a_source_and_no_name_twice() {
        let lines = columns(AGREEMENTS).count();
        let shipped = shipped_agreements();
        assert_eq!(shipped.len(), lines);
        let mut names: Vec<&String> =
            shipped.iter().flat_map(|one| std::iter::once(&one.name).chain(&one.variants)).collect();
        names.sort();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
        assert!(shipped.iter().all(|one| one.source.as_ref().is_some_and(|source| !source.is_empty())));
    }

    #[test]
    fn an_agreement_of_the_dossier_stands_for_one_that_ships() {
        let own = AgreementTable {
            id: None,
            name: "Paris Accord".to_owned(),
            kind: "treaty".to_owned(),
            variants: vec!["Paris Agreement".to_owned()],
            descriptions: Vec::new(),
            parties: Vec::new(),
            source: None,
        };
        let all = agreements_behind(vec![agreement(own)], shipped_agreements());
        assert_eq!(all.len(), shipped_agreements().len());
        assert_eq!(all[0].id, "paris-accord");
    }
}
