"""How far a round is, as a bar on standard error; nothing where that is no terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


class Bar:
    """A bar that counts what has been looked at, by what came of it."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.counts: Counter[str] = Counter()
        self._progress = progress
        self._task = progress.add_task("", total=total, counts="")

    def step(self, outcome: str) -> None:
        """One more, with that outcome."""
        self.counts[outcome] += 1
        self._progress.update(self._task, advance=1, counts=self.said)

    @property
    def said(self) -> str:
        """The counts in words, the commonest first."""
        counts = sorted(self.counts.items(), key=lambda each: (-each[1], each[0]))
        return ", ".join(f"{count} {outcome}" for outcome, count in counts)


@contextmanager
def bar(total: int) -> Iterator[Bar]:
    """A bar to so many, gone at the end."""
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[counts]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Bar(progress, total)
