"""`openness facts import` and `export`, as an operator uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.facts import pack
from tests.catalogues import written
from tests.cli.conftest import Run
from tests.facts import small

CSV = """\
subject,date,kind,component,license,access,summary,summary_ja,source_url,source_title,source_publisher,source_kind
alpha-1,2024-05,publish,model-card,MIT,public,A card.,カード。,https://lab.example/card,Card,The Lab,primary
"""
FILES = pack.write(small.PACK)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "events.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "Alpha-2.yml").write_text(written.mot("name: Training code"))
    (folder / "Omega.yml").write_text(written.mot("name: Training code", name="Omega", producer="Nobody"))
    (folder / "notes.txt").write_text("not a model")
    return folder


def test_a_dry_run_shows_what_would_change_and_changes_nothing(run: Run, table: Path) -> None:
    """Every field of a new record is shown; a second run shows the same."""
    first, second = (run("facts", "import", table, "--dry-run") for _ in range(2))
    assert first.exit_code == 0
    assert "+ event alpha-1/model-card\n    date: 2024-05\n    kind: publish\n" in first.stdout
    assert first.stdout.endswith(
        "1 to add, 0 to change, 0 to remove; 0 so already. Nothing has been changed: this was a dry run.\n"
    )
    assert second.stdout == first.stdout


def test_facts_are_published_with_the_reason(run: Run, table: Path) -> None:
    """Without a reason nothing happens; with it the change is in the history, and is so already after."""
    refused = run("facts", "import", table)
    assert (refused.exit_code, refused.stderr) == (2, "--why: say why, for the history.\n")
    assert "Published as #1." in run("facts", "import", table, "--why", "read the card").stdout
    assert "read the card" in run("facts", "history").stdout
    assert "1 so already. Nothing to do." in run("facts", "import", table, "--why", "again").stdout


def test_facts_may_be_proposed_instead(run: Run, table: Path) -> None:
    """With ``--propose`` an editor decides, and nothing is published."""
    assert "Proposed as 1" in run("facts", "import", table, "--why", "a card", "--propose").stdout
    assert "1 to add" in run("facts", "import", table, "--dry-run").stdout


def test_one_bad_row_stops_all(run: Run, table: Path) -> None:
    """All or nothing: a row that cannot be read is named, and the good one isn't imported."""
    table.write_text(CSV + CSV.splitlines()[1].replace("publish", "publsh") + "\n")
    result = run("facts", "import", table, "--why", "x")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{table}: row 3, column kind: 'publsh' is none of" in result.stderr


def test_what_the_rules_forbid_is_not_imported(run: Run, table: Path) -> None:
    """An event of the future is told, and changes nothing."""
    table.write_text(CSV.replace("2024-05", "2999-05"))
    result = run("facts", "import", table, "--why", "x")
    assert result.exit_code == 1
    assert "! cannot be: alpha-1/model-card is dated in the future" in result.stdout


def test_what_is_odd_needs_a_second_word(run: Run, table: Path) -> None:
    """A twin of an event is told first, and published where the operator insists."""
    table.write_text(CSV.replace("2024-05", "2024-03-10").replace("model-card", "training-code"))
    first = run("facts", "import", table, "--why", "x")
    assert (first.exit_code, "--anyway" in first.stdout) == (1, True)
    assert "Published as #1." in run("facts", "import", table, "--why", "x", "--anyway").stdout


def test_scripts_get_one_object(run: Run, table: Path) -> None:
    """``--json`` has each change before and after, and what was done."""
    data = json.loads(run("facts", "import", table, "--why", "x", "--json").stdout)
    assert [(each["record"]["id"], each["action"]) for each in data["changes"]] == [
        ("alpha-1/model-card", "add")
    ]
    assert (data["same"], data["objections"], data["done"]) == (0, [], {"batch": 1})


def test_a_folder_of_our_own_files(run: Run, tmp_path: Path) -> None:
    """The whole configuration is compared; the one record that differs is shown before and after."""
    folder = tmp_path / "config" / "facts"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        changed = text.replace("https://works.example", "https://works.example/en")
        (folder / name).write_text(changed, encoding="utf-8")
    result = run("facts", "import", folder.parent, "--dry-run")
    assert (
        "~ organization works\n    homepage: https://works.example → https://works.example/en\n"
        in result.stdout
    )
    assert "0 to add, 1 to change, 0 to remove; 20 so already." in result.stdout


def test_a_catalogue_becomes_proposals_once(run: Run, catalogue: Path) -> None:
    """What a catalogue adds is proposed, however often it is imported; the rest is told."""
    first = run("facts", "import", catalogue, "--revision", "abc123")
    assert "Alpha 2 (alpha-2), proposal 1" in first.stdout
    assert "Omega.yml: Omega: its maker 'Nobody' isn't known." in first.stdout
    again = run("facts", "import", catalogue, "--day", "2026-01-01", "--json")
    counts = json.loads(again.stdout)["counts"]
    assert (counts["proposed"], counts["proposed_before"], counts["not_placed"]) == (0, 1, 1)
    assert "alpha-2/training-code" in run("facts", "queue").stdout


def test_a_dry_run_of_a_catalogue_proposes_nothing(run: Run, catalogue: Path) -> None:
    """What would be proposed is shown, and the queue stays empty."""
    result = run("facts", "import", catalogue, "--dry-run")
    assert "+ event alpha-2/training-code" in result.stdout
    assert "1 models to propose" in result.stdout
    assert "alpha-2" not in run("facts", "queue").stdout


def test_files_in_no_form_or_in_several(run: Run, tmp_path: Path, table: Path, catalogue: Path) -> None:
    """A folder in which it isn't plain what to read is a sentence; ``--form`` decides."""
    both = run("facts", "import", tmp_path, "--dry-run")
    assert (both.exit_code, "it holds several forms: choose one with --form" in both.stderr) == (2, True)
    assert run("facts", "import", tmp_path, "--dry-run", "--form", "mot").exit_code == 0
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "it holds nothing in a known form" in run("facts", "import", empty, "--dry-run").stderr
    (empty / "latin.csv").write_bytes("modèle".encode("latin-1"))
    assert "it is not UTF-8 text" in run("facts", "import", empty, "--dry-run").stderr


# --- export --------------------------------------------------------------------------------------------


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The YAML that the shipped facts were made from."""
    (tmp_path / "config" / "facts").mkdir(parents=True)
    for name, text in FILES.items():
        place = "" if name == pack.LICENSES else "facts"
        (tmp_path / "config" / place / name).write_text(text, encoding="utf-8")
    return tmp_path / "config"


def _files(config: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in config.rglob("*.yaml")}


def test_an_export_without_edits_is_the_identity(run: Run, config: Path) -> None:
    """Nothing was edited, so the YAML stays as it is, and no state is made for it."""
    assert run("facts", "export").exit_code == 0
    assert _files(config) == FILES
    assert not (config.parent / "data").exists()


def test_an_export_shows_the_edits_alone(run: Run, config: Path, table: Path) -> None:
    """The journal's change is in its file; every other file, and what was written there since, stays."""
    works = config / "facts" / "works.yaml"
    written_since = FILES["works.yaml"].replace("https://works.example", "https://works.example/en")
    works.write_text(written_since, encoding="utf-8")
    run("facts", "import", table, "--why", "x")
    result = run("facts", "export")
    assert (result.exit_code, result.stdout) == (0, "added event alpha-1/model-card\n")
    found = _files(config)
    assert "alpha-1/model-card" in found.pop("lab.yaml")
    assert found == {name: text for name, text in FILES.items() if name != "lab.yaml"} | {
        "works.yaml": written_since
    }
    assert run("facts", "export").stdout == ""


def test_an_edit_of_what_was_written_anew_is_left_to_people(run: Run, config: Path, tmp_path: Path) -> None:
    """A record that differs in both stays as it is written, and is told."""
    edited = tmp_path / "works.yaml"
    edited.write_text(FILES["works.yaml"].replace("works.example", "works.example/edited"), encoding="utf-8")
    run("facts", "import", edited, "--why", "x")
    written_since = FILES["works.yaml"].replace("works.example", "works.example/written")
    (config / "facts" / "works.yaml").write_text(written_since, encoding="utf-8")
    result = run("facts", "export")
    assert result.exit_code == 1
    assert "left as it is written, though edited too: changed organization works: homepage" in result.stderr
    assert _files(config)["works.yaml"] == written_since


def test_an_export_where_there_is_no_yaml(run: Run, table: Path, tmp_path: Path) -> None:
    """In a container there are only the shipped facts: they are written with the edits in them."""
    run("facts", "import", table, "--why", "x")
    assert run("facts", "export", tmp_path / "out").exit_code == 0
    found = _files(tmp_path / "out")
    assert found.keys() == FILES.keys()
    assert "alpha-1/model-card" in found["lab.yaml"]
