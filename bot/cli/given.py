"""The files that are given to a command: read, and of one form."""

from __future__ import annotations

from pathlib import Path

from bot.catalogues import forms
from bot.catalogues.entry import CatalogueError, Unread
from bot.catalogues.forms import Form


def texts(path: Path, form: Form | None) -> tuple[dict[str, str], Form]:
    """The texts of the files of one form by their full paths, and the form; other files are left alone.

    Raises :class:`CatalogueError` where it isn't plain what to read.
    """
    root = path.absolute()
    every = [root] if root.is_file() else sorted(each for each in root.rglob("*") if _is_meant(each, root))
    every_text = {each.as_posix(): _text(each) for each in every}
    by_form: dict[Form | None, dict[str, str]] = {}
    for name, text in every_text.items():
        by_form.setdefault(forms.recognize(name, text), {})[name] = text
    by_form.pop(None, None)
    if form is not None and len(every_text) == 1:
        return every_text, form
    if form is None and len(by_form) > 1:
        said = f"it holds several forms: choose one with --form: {', '.join(map(str, by_form))}."
        raise CatalogueError([Unread(str(path), said)])
    chosen = form or next((each for each in by_form if each is not None), None)
    if chosen is None or chosen not in by_form:
        raise CatalogueError([Unread(str(path), f"it holds nothing in a known form: {', '.join(Form)}.")])
    return by_form[chosen], chosen


def _is_meant(path: Path, root: Path) -> bool:
    hidden = any(each.startswith(".") for each in path.relative_to(root).parts)
    return not hidden and path.suffix.lower() in forms.SUFFIXES and path.is_file()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise CatalogueError([Unread(str(path), "it is not UTF-8 text.")]) from None
    except OSError as error:
        raise CatalogueError([Unread(str(path), f"it cannot be read ({error.strerror}).")]) from None
