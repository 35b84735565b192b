"""What a licence is called, whether it is open, and what it restricts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from functools import lru_cache
from typing import Any

from license_expression import (
    ExpressionError,
    LicenseWithExceptionSymbol,
    Licensing,
    get_spdx_licensing,
)

from bot.facts.model import (
    NO_LICENSE,
    UNKNOWN_LICENSE,
    UNREAD_LICENSE,
    License,
    Term,
    TermName,
    TermValue,
)
from bot.facts.spdx import FSF_FREE, MODEL_LICENSES, OPEN_DATA, OSI_APPROVED

_licensing = Licensing()

NAMELESS = frozenset({NO_LICENSE, UNKNOWN_LICENSE, UNREAD_LICENSE})
"""What stands in a licence's place where none is named."""


@lru_cache(maxsize=1024)
def parts(expression: str) -> tuple[str, ...]:
    """The licence ids of an SPDX expression (``Apache-2.0 OR MIT``), in order, each once.

    What names no licence (:data:`NAMELESS`) has none. Raises ``ValueError`` on what is no expression.
    """
    if expression in NAMELESS:
        return ()
    try:
        return tuple(dict.fromkeys(_licensing.license_keys(_licensing.parse(expression))))
    except ExpressionError as error:
        raise ValueError(f"{expression!r} is not a licence expression: {error}") from error


@lru_cache(maxsize=1024)
def holds(expression: str | None, test: Callable[[str], bool]) -> bool:
    """Whether the licence passes a test of its ids: all of an AND, any of an OR."""
    if expression is None or expression in NAMELESS:
        return False
    return _holds(_licensing.parse(expression), test)


def _holds(tree: Any, test: Callable[[str], bool]) -> bool:
    if isinstance(tree, LicenseWithExceptionSymbol):  # an exception only adds permissions
        return _holds(tree.license_symbol, test)
    if not tree.args:
        return test(str(tree.key))
    each = (_holds(inner, test) for inner in tree.args)
    return any(each) if tree.operator.strip() == "OR" else all(each)


def is_osi_approved(expression: str | None) -> bool:
    """Whether the Open Source Initiative approved it, by the SPDX list."""
    return holds(expression, OSI_APPROVED.__contains__)


def is_fsf_free(expression: str | None) -> bool:
    """Whether the Free Software Foundation calls it free, by the SPDX list."""
    return holds(expression, FSF_FREE.__contains__)


def is_open(expression: str | None) -> bool:
    """Whether it is an open licence for a model's parts: OSI-approved, FSF-free, or an open data licence."""
    return holds(expression, is_open_id)


def is_open_id(id: str) -> bool:
    """Whether exactly this id is an open licence's. Unlike :func:`is_open` it takes any string."""
    return id in OSI_APPROVED or id in FSF_FREE or id in OPEN_DATA or id in MODEL_LICENSES


def term_value(expression: str | None, name: TermName, licenses: Mapping[str, License]) -> TermValue | None:
    """What the licence says to the question: the strictest of an AND, the loosest of an OR.

    None where nobody has read it, or where there is no licence.
    """
    if expression is None or expression in NAMELESS:
        return None
    return _value(_licensing.parse(expression), name, licenses)


def _value(tree: Any, name: TermName, licenses: Mapping[str, License]) -> TermValue | None:
    if isinstance(tree, LicenseWithExceptionSymbol):
        return _value(tree.license_symbol, name, licenses)
    if not tree.args:
        known = licenses.get(str(tree.key))
        return next((term.value for term in known.terms if term.name is name), None) if known else None
    values = [_value(inner, name, licenses) for inner in tree.args]
    read = [value for value in values if value is not None]
    if len(read) < len(values):
        return None
    pick = min if tree.operator.strip() == "OR" else max
    return pick(read, key=list(TermValue).index)


def commercial_use(expression: str | None, licenses: Mapping[str, License]) -> TermValue | None:
    """Whether one may earn money with it. OSI-approved and FSF-free ones allow it by definition."""
    value = term_value(expression, TermName.COMMERCIAL_USE, licenses)
    if value is None and (is_osi_approved(expression) or is_fsf_free(expression)):
        return TermValue.FREE
    return value


def restrictions(expression: str, licenses: Mapping[str, License]) -> tuple[TermName, ...]:
    """What the licence restricts, in the order of :class:`TermName`, as far as its terms have been read.

    A notice to keep or a change to mark is no restriction. A list of excluded uses and a name to carry
    are: an open licence asks for neither.
    """
    terms = [term for id in parts(expression) if id in licenses for term in licenses[id].terms]
    found = {term.name for term in terms if _restricts(term)}
    return tuple(name for name in TermName if name in found)


def _restricts(term: Term) -> bool:
    if term.value is TermValue.REQUIRED:
        return term.name in (TermName.ACCEPTABLE_USE, TermName.NAMING)
    return term.value is not TermValue.FREE


def unknown_parts(expression: str, known: Set[str]) -> Iterator[str]:
    """The ids of the expression that are neither SPDX's nor among the ``known`` ones."""
    try:
        named = parts(expression)
    except ValueError:
        yield expression
        return
    spdx = _spdx_ids()
    yield from (id for id in named if id not in known and id not in spdx)


@lru_cache(maxsize=1)
def _spdx_ids() -> frozenset[str]:
    # The scancode index behind it takes a moment to load: only checks of a pack need it.
    return frozenset(id for id in get_spdx_licensing().known_symbols if not id.startswith("LicenseRef-"))
