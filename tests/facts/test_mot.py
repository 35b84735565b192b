from __future__ import annotations

import pytest

from bot.facts import mot
from bot.facts.model import Component

FILE = """
framework: {name: Model Openness Framework, version: '1.0', date: 2024-12-15}
release:
  name: Example
  license:
    distribution: {name: Apache-2.0, path: LICENSE}
    code: {name: MIT, path: }
    data: {name: , path: LICENSE-DATA}
  components:
    - {name: Model architecture, description: Code}
    - {name: Training code, license: unlicensed}
    - {name: Inference code, license: ''}
    - {name: Evaluation code, license: }
    - {name: Model parameters (Final), license: no}
    - {name: Model parameters (Intermediate)}
    - {name: Technical report, license_path: LICENSE}
    - {name: Datasets, license: ODC-By-1.0}
"""


def test_licences() -> None:
    """A licence is the component's own, else its type's, else the distribution's; empty inherits nothing."""
    assert mot.read(FILE) == {
        Component.ARCHITECTURE: "MIT",
        Component.TRAINING_CODE: None,
        Component.INFERENCE_CODE: None,
        Component.EVALUATION_CODE: None,
        Component.PARAMETERS_FINAL: "no",
        Component.PARAMETERS_INTERMEDIATE: "Apache-2.0",  # the licence for data has a path and no name
        Component.TECHNICAL_REPORT: "Apache-2.0",
        Component.TRAINING_DATA: "ODC-By-1.0",
    }


@pytest.mark.parametrize("license", ["{}", "[]", "", "{distribution: {name: ~}}", "{code: }"])
def test_no_licence_of_the_release(license: str) -> None:
    """A release without a licence gives its components none."""
    text = f"release: {{license: {license}, components: [{{name: Model card}}]}}"
    assert mot.read(text) == {Component.MODEL_CARD: None}


def test_an_unlicensed_type_is_not_overruled() -> None:
    """A type that the release calls unlicensed has no licence, whatever the distribution's is."""
    license = "{distribution: {name: MIT}, code: {name: unlicensed}}"
    text = f"release: {{license: {license}, components: [{{name: Training code}}]}}"
    assert mot.read(text) == {Component.TRAINING_CODE: None}


def test_listed_twice() -> None:
    """Of a component listed twice the last entry counts."""
    entries = "[{name: Model card, license: MIT}, {name: Model card, license: CC0-1.0}]"
    assert mot.read(f"release: {{components: {entries}}}") == {Component.MODEL_CARD: "CC0-1.0"}


def test_no_components() -> None:
    """A model may list nothing."""
    assert mot.read("release: {license: {}, components: []}") == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "release: {components: [{name: Model weights}]}",
            "'Model weights' is not a component that the Model Openness Tool knows",
        ),
        ("release: {components: [{license: MIT}]}", "None is not a component"),
        ("release: {components: [Model card]}", "an entry of release.components is not a mapping"),
        ("release: {components: }", "release.components is not a list"),
        ("release: {name: x}", "release.components is not a list"),
        ("release: []", "release is not a mapping"),
        ("just words", "the file is not a mapping"),
        ("", "the file is not a mapping"),
        ("release: {license: MIT, components: []}", "release.license is not a mapping"),
        ("release: {license: {code: MIT}, components: []}", "release.license.code is not a mapping"),
        (
            "release: {components: [{name: Model card, license: [MIT]}]}",
            "the licence of Model card is not a name",
        ),
        ("a: 1\nb: [", "it is not valid YAML in line 2"),
    ],
)
def test_errors_name_what_is_wrong(text: str, message: str) -> None:
    """What is no model of the tool is an error that names the place, never a guess."""
    with pytest.raises(mot.MotError) as raised:
        mot.read(text)
    assert message in str(raised.value)
