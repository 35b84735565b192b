"""Licence tags, as Hugging Face and GitHub write them, and the licences of the pack that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.facts.license import parts
from bot.facts.model import License
from bot.facts.spdx import FSF_FREE, MODEL_LICENSES, OPEN_DATA, OSI_APPROVED

# The hub's own words, and ids that SPDX has since made exact.
_OWN = {
    "agpl-3.0": "AGPL-3.0-only",
    "bigcode-openrail-m": "LicenseRef-BigCode-OpenRAIL-M",
    "bigscience-bloom-rail-1.0": "LicenseRef-BigScience-BLOOM-RAIL-1.0",
    "creativeml-openrail-m": "LicenseRef-CreativeML-OpenRAIL-M",
    "gemma": "LicenseRef-Gemma",
    "gpl-2.0": "GPL-2.0-only",
    "gpl-3.0": "GPL-3.0-only",
    "grok2-community": "LicenseRef-Grok-2-Community",
    "lgpl-2.1": "LGPL-2.1-only",
    "lgpl-3.0": "LGPL-3.0-only",
    "llama2": "LicenseRef-Llama-2-Community",
    "llama3": "LicenseRef-Llama-3-Community",
    "llama3.1": "LicenseRef-Llama-3.1-Community",
    "llama3.2": "LicenseRef-Llama-3.2-Community",
    "llama3.3": "LicenseRef-Llama-3.3-Community",
    "llama4": "LicenseRef-Llama-4-Community",
    "odbl": "ODbL-1.0",
    "odc-by": "ODC-By-1.0",
    "openrail++": "LicenseRef-CreativeML-OpenRAIL++-M",
    "pddl": "PDDL-1.0",
}
_SPDX = {id.lower(): id for id in sorted(OSI_APPROVED | FSF_FREE | OPEN_DATA | MODEL_LICENSES)}


def licence_of(tag: str, licenses: Iterable[License]) -> str | None:
    """The id that the tag means, where that is only one: ``other``, ``openrail`` or ``cc`` say none."""
    wanted = tag.lower()
    known = {each.id.lower(): each.id for each in licenses}
    if wanted in _OWN and (_OWN[wanted].lower() in known or not _OWN[wanted].startswith("LicenseRef-")):
        return _OWN[wanted]
    return known.get(wanted) or known.get(f"licenseref-{wanted}") or _SPDX.get(wanted)


def same(one: str, other: str) -> bool:
    """Whether two expressions name a licence in common, "or later" or not."""
    return bool({_bare(id) for id in parts(one)} & {_bare(id) for id in parts(other)})


def _bare(id: str) -> str:
    return re.sub(r"(?:-only|-or-later|\+)$", "", id)
