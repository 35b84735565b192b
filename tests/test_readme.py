"""What the README shows is what the program prints. `python -m tests.test_readme` writes it anew."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.commands import COMMANDS
from bot.commands.declaration import Rights

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)
TABLE = re.compile(r"<!-- commands -->\n(.*?)<!-- /commands -->", re.DOTALL)
SHOWN = 24  # lines of an output; what follows is left out with a line that says so


def printed(command: str, folder: Path) -> str:
    """What the command prints, run on the shipped facts, shortened as the README shows it."""
    program = f"{Path(sys.executable).parent / 'openness'}"
    done = subprocess.run(
        ["bash", "-c", command.replace("openness ", f"{shlex.quote(program)} ")],
        cwd=ROOT,
        env={
            "OPENNESS_STORE_PATH": str(folder / "facts.db"),
            "OPENNESS_STATE_URL": f"sqlite:///{folder / 'state.db'}",
            "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.rstrip().splitlines()
    return "\n".join([*lines[:SHOWN], *(["…"] if len(lines) > SHOWN else [])]) + "\n"


def table() -> str:
    """The commands that everyone may use, as the README lists them."""
    everyone = (each for each in COMMANDS if each.rights is Rights.EVERYONE)
    rows = [f"| `/{each.examples[0]}` | {each.description} |" for each in everyone]
    return "\n".join(["| ask | what it answers |", "|---|---|", *rows]) + "\n"


@pytest.mark.parametrize("block", list(BLOCK.finditer(README.read_text("utf-8"))), ids=lambda each: each[1])
def test_what_the_readme_shows_is_what_is_printed(block: re.Match[str], tmp_path: Path) -> None:
    """Each console block is run, and prints what stands there."""
    assert printed(block["command"], tmp_path) == block["output"]


def test_the_readme_lists_every_command() -> None:
    """The table is made from the declarations."""
    found = TABLE.search(README.read_text("utf-8"))
    assert found is not None
    assert found.group(1) == table()


if __name__ == "__main__":
    text = README.read_text("utf-8")
    text = BLOCK.sub(lambda each: f"```console\n$ {each[1]}\n{printed(each[1], Path('data'))}```", text)
    text = TABLE.sub(f"<!-- commands -->\n{table()}<!-- /commands -->", text)
    README.write_text(text, "utf-8")
