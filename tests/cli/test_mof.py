from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.cli.mof import mof

CLASS_III = "\n".join(
    f"    - {{name: {name}, license: Apache-2.0}}"
    for name in (
        "Model architecture",
        "Model parameters (Final)",
        "Technical report",
        "Evaluation results",
        "Model card",
        "Data card",
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Three.yml").write_text(f"release:\n  license: {{}}\n  components:\n{CLASS_III}\n")
    (tmp_path / "Bare.yml").write_text("release: {license: {}, components: [{name: Model card}]}")
    (tmp_path / "notes.txt").write_text("not a model")
    return tmp_path


def run(*arguments: str | Path) -> Result:
    app = typer.Typer()
    app.command()(mof)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_one_file(folder: Path) -> None:
    """A file is one line: its name, its class and the progress of the three classes in whole percent."""
    result = run(folder / "Three.yml")
    assert result.exit_code == 0
    assert result.stdout == "Three.yml: Class III - Open Model (III 100 %, II 60 %, I 0 %)\n"


def test_a_folder_as_json(folder: Path) -> None:
    """A folder is one JSON object of its .yml files, with progress as the tool computes it."""
    result = run(folder, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "files": {
            "Bare.yml": {"class": "none", "progress": {"1": 0.0, "2": 0.0, "3": 0.0}},
            "Three.yml": {"class": "3", "progress": {"1": 0.0, "2": 60.0, "3": 100.0}},
        }
    }


def test_broken_files_come_last(folder: Path) -> None:
    """A broken file is one sentence on stderr and exit status 1, after all others are printed."""
    (folder / "Broken.yml").write_text("release: {components: [{name: Weights}]}")
    (folder / "Latin.yml").write_bytes("name: modèle".encode("latin-1"))
    result = run(folder, "--json")
    assert result.exit_code == 1
    assert set(json.loads(result.stdout)["files"]) == {"Bare.yml", "Three.yml"}
    assert result.stderr == (
        "Broken.yml: 'Weights' is not a component that the Model Openness Tool knows.\n"
        "Latin.yml: it is not UTF-8 text.\n"
    )


def test_a_folder_without_models(tmp_path: Path) -> None:
    """A folder without a single model is said to be that, with exit status 1."""
    result = run(tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "holds no .yml file" in result.stderr
