"""Logging: one line an event, to standard error, for people or for machines."""

from __future__ import annotations

import logging
import sys

import structlog

from bot.settings import LogSettings


def configure(settings: LogSettings) -> None:
    """Set up structlog and the libraries' own logging alike."""
    level = getattr(logging, settings.level.upper())
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if settings.format == "json"
        # Not rich tracebacks: they print all local variables, tokens too, and take seconds over large ones.
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    exceptions = [structlog.processors.format_exc_info] if settings.format == "json" else []
    structlog.configure(
        processors=[*shared, *exceptions, last],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    # Each of its steps is two lines otherwise, and some are said while it is being loaded.
    logging.getLogger("alembic").setLevel(logging.WARNING)
