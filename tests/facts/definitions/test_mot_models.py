"""A folder of the Model Openness Tool's own models, against the rules stated once more, plainly.

Set OPENNESS_MOT_MODELS to the folder (``models`` of a checkout of the tool) to run it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.facts import mot
from bot.facts.definitions.mof import evaluate
from bot.facts.spdx import FSF_FREE, MODEL_LICENSES, OPEN_DATA, OSI_APPROVED

FOLDER = os.environ.get("OPENNESS_MOT_MODELS")
OPEN = OSI_APPROVED | FSF_FREE | OPEN_DATA | MODEL_LICENSES
REPORT, PAPER = "Technical report", "Research paper"
REQUIRED = {
    3: "Model architecture|Model parameters (Final)|Technical report|Evaluation results|Model card|Data card",
    2: "Training code|Inference code|Evaluation code|Evaluation data",
    1: "Datasets|Data preprocessing code|Model parameters (Intermediate)|Research paper",
}
TYPES = {
    "code": "Model architecture|Training code|Inference code|Evaluation code|Data preprocessing code"
    "|Supporting libraries and tools",
    "data": "Model parameters (Final)|Model parameters (Intermediate)|Datasets|Evaluation data"
    "|Model metadata",
}


def license_of(entry: dict[str, Any], release: dict[str, Any]) -> str:
    if "license" in entry:
        return entry["license"] or "unlicensed"
    type_ = next((each for each, names in TYPES.items() if entry["name"] in names.split("|")), "document")
    for key in (type_, "distribution"):
        name = ((release["license"] or {}).get(key) or {}).get("name")
        if name:
            return str(name)
    return "unlicensed"


def restated(text: str) -> tuple[str, dict[str, float]]:
    """Class and progress by the rules of docs/definitions.md, from the file and nothing else."""
    release = yaml.safe_load(text)["release"]
    listed = {entry["name"]: license_of(entry, release) in OPEN for entry in release["components"]}
    report, paper = listed.get(REPORT, False), listed.get(PAPER, False)
    progress = {}
    for wanted in (3, 2, 1):
        total, names, percent = 0, [], 0.0
        for each in range(3, wanted - 1, -1):
            names += REQUIRED[each].split("|")
            total += len(REQUIRED[each].split("|"))
            included = sum(listed.get(name, False) for name in names)
            included += each > 1 and paper and not report  # the paper takes the report's place
            percent = included / (total - (wanted == 1 and paper and not report and each == 1)) * 100
            if included < total and each > wanted:
                percent = 0.0
                break
        progress[str(wanted)] = min(100.0, percent)
    return min((each for each in "123" if progress[each] == 100), default="none"), progress


@pytest.mark.skipif(not FOLDER, reason="OPENNESS_MOT_MODELS names no folder of the tool's models")
def test_every_model_of_the_tool() -> None:
    """Class and progress of every model are what the rules, stated a second time, make of its file."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in Path(FOLDER or "").glob("*.yml")}
    ours = {name: evaluate(mot.read(text)) for name, text in texts.items()}
    assert ours
    assert {name: (each.mof_class.value, dict(each.progress)) for name, each in ours.items()} == {
        name: restated(text) for name, text in texts.items()
    }


def test_the_second_statement() -> None:
    """The plain statement of the rules reads a file of our own as the evaluation does."""
    text = """
    release:
      license: {distribution: {name: MIT}, document: {name: CC-BY-4.0}}
      components:
        - {name: Model architecture}
        - {name: Model parameters (Final), license: Apache-2.0}
        - {name: Research paper}
        - {name: Evaluation results}
        - {name: Model card}
        - {name: Data card}
        - {name: Training code, license: unlicensed}
        - {name: Inference code, license: Proprietary}
    """
    evaluation = evaluate(mot.read(text))
    assert restated(text) == (evaluation.mof_class, dict(evaluation.progress))
    assert restated(text) == ("3", {"3": 100.0, "2": 60.0, "1": 0.0})
