//! Whether figures that came by a link or a file are still the same.

use crate::text::Language;
use crate::workspace::Agreement;

/// Whether figures that were stamped before are still the same.
pub fn agreement(agreement: Agreement, language: Language) -> String {
    match (agreement, language) {
        (Agreement::Same, Language::Zh) => "数值与写成时一致。".to_owned(),
        (Agreement::Same, Language::En) => "The figures are those it was written with.".to_owned(),
        (Agreement::OtherScenario, Language::Zh) => "情景在写成后被改动，数值不同。".to_owned(),
        (Agreement::OtherScenario, Language::En) => "The scenario was changed after it was stamped.".to_owned(),
        (Agreement::OtherFigures, Language::Zh) => "同一情景、同一模型版本，数值却不同：请核对文件来源。".to_owned(),
        (Agreement::OtherFigures, Language::En) => {
            "Other figures, though scenario and model are the same: check where it comes from.".to_owned()
        }
        (Agreement::OtherModel(version), Language::Zh) => format!("写于第 {version} 版模型，数值已不同。"),
        (Agreement::OtherModel(version), Language::En) => {
            format!("Written with version {version} of the model; the figures are others now.")
        }
    }
}
