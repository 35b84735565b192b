"""Our own YAML as changes."""

from __future__ import annotations

import pytest

from bot.catalogues import ours
from bot.catalogues.entry import CatalogueError
from bot.facts import pack as yaml_pack
from bot.facts.change import apply
from bot.facts.record import RecordKind
from tests.facts import small

FILES = yaml_pack.write(small.PACK)


def test_the_pack_itself_changes_nothing() -> None:
    """Every record of the pack's own files is so already."""
    wanted = ours.read({f"/config/{name}": text for name, text in FILES.items()}, small.PACK)
    assert wanted.changes == ()
    assert wanted.same == 21


def test_one_file_changes_what_is_in_it_and_leaves_the_rest() -> None:
    """A record that differs is changed; what isn't in the file stays."""
    text = FILES["works.yaml"].replace("https://works.example", "https://works.example/en")
    wanted = ours.read({"/somewhere/works.yaml": text}, small.PACK)
    (change,) = wanted.changes
    assert (change.record.kind, change.fields) == (RecordKind.ORGANIZATION, ("homepage",))
    assert apply(small.PACK, wanted.changes).models == small.PACK.models


def test_replace_takes_away_what_the_file_lacks_of_its_own_organization() -> None:
    """Without beta-2 in the file, ``replace`` removes it with its events, and nobody else's."""
    text = FILES["works.yaml"]
    shorter = text[: text.index("  - id: beta-2")]
    assert ours.read({"works.yaml": shorter}, small.PACK).changes == ()
    wanted = ours.read({"works.yaml": shorter}, small.PACK, replace=True)
    assert [each.record.id for each in wanted.changes] == ["beta-2", "beta-2/release-2026-11-10"]
    assert all(each.after is None for each in wanted.changes)
    assert "beta-2" not in {each.id for each in apply(small.PACK, wanted.changes).models}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a/works.yaml": "organization: [", "b/licenses.yaml": "- id: MIT"}, "not YAML"),
        ({"a/works.yaml": FILES["works.yaml"], "b/works.yaml": FILES["works.yaml"]}, "another works.yaml"),
        ({"other.yaml": FILES["works.yaml"]}, "rename the file to works.yaml"),
    ],
)
def test_a_file_that_is_wrong_changes_nothing(files: dict[str, str], said: str) -> None:
    """A file that cannot be read stops all of them, with its line."""
    with pytest.raises(CatalogueError, match=said):
        ours.read(files, small.PACK)
