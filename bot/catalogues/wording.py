"""What a catalogue says, as the summary of an event in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from bot.catalogues.entry import Entry, Part, Said
from bot.facts.check import SUMMARY_LENGTH
from bot.facts.model import Component, Text

_PARTS: Mapping[Component, Text] = {
    Component.ARCHITECTURE: Text("architecture", "アーキテクチャ"),
    Component.DATA_PREPROCESSING_CODE: Text("data preprocessing code", "データ前処理コード"),
    Component.TRAINING_CODE: Text("training code", "学習コード"),
    Component.INFERENCE_CODE: Text("inference code", "推論コード"),
    Component.EVALUATION_CODE: Text("evaluation code", "評価コード"),
    Component.SUPPORTING_TOOLS: Text("supporting tools", "補助ツール"),
    Component.PARAMETERS_FINAL: Text("weights", "重み"),
    Component.PARAMETERS_INTERMEDIATE: Text("intermediate weights", "途中の重み"),
    Component.TRAINING_DATA: Text("training data", "学習データ"),
    Component.EVALUATION_DATA: Text("evaluation data", "評価データ"),
    Component.MODEL_METADATA: Text("metadata", "メタデータ"),
    Component.MODEL_CARD: Text("model card", "モデルカード"),
    Component.TECHNICAL_REPORT: Text("technical report", "技術報告書"),
    Component.RESEARCH_PAPER: Text("research paper", "論文"),
    Component.DATA_CARD: Text("data card", "データカード"),
    Component.SAMPLE_OUTPUTS: Text("sample outputs", "出力例"),
    Component.EVALUATION_RESULTS: Text("evaluation results", "評価結果"),
}


def of_part(entry: Entry, part: Part, license: str | None) -> Text:
    """What it says of a component, and under which licence by that name."""
    said = _of_part(entry, part, entry.name, license)
    return said if len(said.en) <= SUMMARY_LENGTH else _of_part(entry, part, "this model", license)


def _of_part(entry: Entry, part: Part, name: str, license: str | None) -> Text:
    catalogue, what = entry.catalogue.name, _PARTS[part.component]
    if part.said is Said.CLOSED:
        return Text(
            f"{_subject(catalogue)} lists the {what.en} of {name} as closed.",
            f"{catalogue.ja}は{name}の{what.ja}を非公開とする。",
        )
    english = f" under {license}" if license else " as open"
    japanese = f"公開（{license}）" if license else "公開"
    return Text(
        f"{_subject(catalogue)} lists the {what.en} of {name}{english}.",
        f"{catalogue.ja}は{name}の{what.ja}を{japanese}とする。",
    )


def of_release(entry: Entry) -> Text:
    """That the public can use the model by API, and no more."""
    name = entry.name if len(entry.name) <= SUMMARY_LENGTH // 2 else "This model"
    return Text(
        f"{name} is offered by API, says {entry.catalogue.name.en}; weights are not published.",
        f"{entry.catalogue.name.ja}によれば、{name}はAPIで提供され、重みは非公開。",
    )


def _subject(catalogue: Text) -> str:
    return catalogue.en if catalogue.en.islower() else f"The {catalogue.en}"
