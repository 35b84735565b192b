"""`openness mof`: the Model Openness Tool's files, classified."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from bot.facts import mot
from bot.facts.definitions.mof import Evaluation, MofClass, evaluate

_LABELS = {
    MofClass.OPEN_SCIENCE: "Class I - Open Science Model",
    MofClass.OPEN_TOOLING: "Class II - Open Tooling Model",
    MofClass.OPEN_MODEL: "Class III - Open Model",
    MofClass.NONE: "Unclassified",
}


def mof(
    path: Annotated[
        Path,
        typer.Argument(exists=True, help="A model in the Model Openness Tool's YAML, or a folder of them."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Classify models by the Model Openness Framework, as the Model Openness Tool does."""
    files = sorted(path.glob("*.yml")) if path.is_dir() else [path]
    evaluations, problems = _evaluate(files)
    if not files:
        problems = [f"{path} holds no .yml file."]
    if as_json:
        print(_json(evaluations))
    else:
        for name, evaluation in evaluations.items():
            print(_line(name, evaluation))
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        raise typer.Exit(1)


def _evaluate(files: Iterable[Path]) -> tuple[dict[str, Evaluation], list[str]]:
    evaluations: dict[str, Evaluation] = {}
    problems: list[str] = []
    for file in files:
        try:
            evaluations[file.name] = evaluate(mot.read(file.read_text(encoding="utf-8")))
        except mot.MotError as error:
            problems.append(f"{file.name}: {error}.")
        except UnicodeDecodeError:
            problems.append(f"{file.name}: it is not UTF-8 text.")
        except OSError as error:
            problems.append(f"{file.name}: {error.strerror}.")
    return evaluations, problems


def _line(name: str, evaluation: Evaluation) -> str:
    progress = evaluation.progress
    return (
        f"{name}: {_LABELS[evaluation.mof_class]} "
        f"(III {progress[MofClass.OPEN_MODEL]:.0f} %, II {progress[MofClass.OPEN_TOOLING]:.0f} %, "
        f"I {progress[MofClass.OPEN_SCIENCE]:.0f} %)"
    )


def _json(evaluations: dict[str, Evaluation]) -> str:
    files = {
        name: {
            "class": evaluation.mof_class,
            "progress": {each: evaluation.progress[each] for each in sorted(evaluation.progress)},
        }
        for name, evaluation in evaluations.items()
    }
    return json.dumps({"files": files}, indent=2, ensure_ascii=False)
