"""`openness doctor`: what each platform was granted, what it lacks, and what each is for."""

from __future__ import annotations

import asyncio

import typer

from bot.cli.start import settings_or_exit
from bot.platforms.slack.examination import examine

app = typer.Typer()


@app.command()
def doctor() -> None:
    """Compare what Slack granted with what is needed; exit status 1 where something is missing."""
    settings = settings_or_exit()
    findings = asyncio.run(examine(settings))
    for each in findings:
        print(f"{'ok  ' if each.well else 'MEND'} {each.said}")
    if not all(each.well for each in findings):
        raise typer.Exit(1)
