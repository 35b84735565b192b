"""What a file's name says: the texts of licences, and parts of a model. The others are not watched."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.facts.model import Component
from bot.watch.repository import plain

LICENSE = "license"
MOST = 200  # files that are remembered of a repository

# A folder, or a program; not what a training run leaves behind (training_args.bin, eval_results.json).
_CODE = r"(?:/.*|(?:[._-].*)?\.(?:py|sh|ipynb))"


def _sign(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:.*/)?(?:{pattern})", re.IGNORECASE)


_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_sign(r"(?:licen[sc]e|copying|notice|use_policy)(?:[._-].*)?"), LICENSE),
    (_sign(r".*\.(?:safetensors|gguf|pth|ckpt)|pytorch_model.*\.bin"), Component.PARAMETERS_FINAL),
    (_sign(rf"(?:pre)?train(?:ing|er)?{_CODE}"), Component.TRAINING_CODE),
    (_sign(rf"eval(?:s|uation)?{_CODE}"), Component.EVALUATION_CODE),
    (_sign(r"(?:training[_-])?(?:data|datasets?|corpus)/.*"), Component.TRAINING_DATA),
    (_sign(r"[^/]*(?:report|paper)[^/]*\.pdf"), Component.TECHNICAL_REPORT),
)


def notable(path: str) -> str | None:
    """What the file is by its path (a folder's ends with a slash): a component, LICENSE or None."""
    return next((meaning for sign, meaning in _SIGNS if sign.fullmatch(path)), None)


def watched(paths: Iterable[object]) -> tuple[str, ...]:
    """The paths worth remembering, in order: plain ones that mean something."""
    found = {path for each in paths if (path := plain(each)) and notable(path)}
    return tuple(sorted(found)[:MOST])
