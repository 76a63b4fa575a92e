//! The page of corrections, and the notes on the pages they are about.

use serde::Serialize;

use super::calendar::capitalised;
use super::head::{Head, Indexing, finish};
use super::links::LinkView;
use super::moment::MomentView;
use super::site::Site;
use crate::model::correction::Correction;
use crate::model::{Edtf, Page, paths};

/// A correction as a row, or as a note on a page.
#[derive(Debug, Serialize)]
pub(super) struct CorrectionView {
    id: String,
    /// Its row on the page of corrections.
    href: String,
    kind: &'static str,
    /// The kind in words.
    kind_words: String,
    on: MomentView,
    text: String,
    /// The pages it is about.
    about: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct CorrectionsView {
    total: usize,
    /// Latest first.
    rows: Vec<CorrectionView>,
}

pub(super) fn page(site: &Site) -> Page {
    let rows: Vec<_> = site.dossier.corrections.iter().map(|correction| site.correction_view(correction, "")).collect();
    let head = Head {
        path: paths::CORRECTIONS.to_owned(),
        template: "corrections.html",
        title: site.phrases.say("corrections-title"),
        indexing: Indexing::Site,
    };
    finish(site, head, CorrectionsView { total: rows.len(), rows })
}

impl Site<'_> {
    fn correction_view(&self, correction: &Correction, base: &str) -> CorrectionView {
        let documents = correction.documents.iter().map(|&document| self.document_link(document, base));
        let actors = self.actor_links(correction.actors.iter().copied(), base);
        let agreements = correction.agreements.iter().map(|&agreement| self.agreement_link(agreement, base));
        CorrectionView {
            id: correction.id.clone(),
            href: format!("{base}{}#{}", paths::CORRECTIONS, correction.id),
            kind: correction.kind.as_str(),
            kind_words: capitalised(&self.phrases.say(&format!("correction-{}", correction.kind.as_str()))),
            on: self.day(Edtf::day(correction.on)),
            text: correction.text.clone(),
            about: documents.chain(actors).chain(agreements).collect(),
        }
    }

    /// The corrections that are about a page, latest first.
    pub(super) fn corrections(&self, is_about: impl Fn(&Correction) -> bool, base: &str) -> Vec<CorrectionView> {
        let about = self.dossier.corrections.iter().filter(|correction| is_about(correction));
        about.map(|correction| self.correction_view(correction, base)).collect()
    }
}
