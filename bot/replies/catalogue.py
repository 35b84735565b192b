"""The catalogue of all sentences: what there is to translate, and the translations kept up to date.

``python -m bot.replies.catalogue`` (``make words``) adds new sentences to each ``locale/<language>.po`` and
drops those that nothing says any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from bot.commands import COMMANDS
from bot.replies.words import LANGUAGES

BOT = Path(__file__).parents[1]
LOCALE = Path(__file__).parent / "locale"

_KEYWORDS = {"words": None, "count": (1, 2), "N_": None, "self": None}  # self: what Words says itself

_HEADER = """\
# The sentences of the replies. `make words` adds new ones and drops those that nothing says any more.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {forms}\\n"

"""

Message = str | tuple[str, ...]


def sentences() -> Iterator[Message]:
    """Every sentence that can be said, in English: those in the code, then the commands' words.

    A sentence with a plural is a pair.
    """
    for _, _, message, *_ in extract_from_dir(BOT, keywords=_KEYWORDS):
        yield message
    for command in COMMANDS:
        yield from (f"/{command.name}", command.description)
        for argument in command.arguments:
            yield from (f"{argument.name}:", argument.description)


def template(language: str) -> Catalog:
    """A language's catalogue without translations."""
    catalogue = Catalog(locale=language, charset="utf-8")
    for message in sentences():
        if message:
            catalogue.add(message)
    return catalogue


def read(language: str) -> Catalog:
    """The translations into a language."""
    with (LOCALE / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def main() -> None:
    """Bring every language's catalogue up to date."""
    for language in LANGUAGES:
        if language == "en":
            continue
        path = LOCALE / f"{language}.po"
        kept = {message.id: message.string for message in read(language)} if path.exists() else {}
        catalogue = template(language)
        for message in catalogue:
            message.string = kept.get(message.id) or message.string
        save(catalogue, path)


def save(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue the same way each time, so that a difference shows translations only."""
    with path.open("wb") as file:
        file.write(_HEADER.format(language=catalogue.locale, forms=catalogue.plural_forms).encode())
        write_po(file, catalogue, width=110, omit_header=True, no_location=True, sort_output=False)


if __name__ == "__main__":
    main()
