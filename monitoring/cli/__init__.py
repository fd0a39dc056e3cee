"""The command line: the same services as the pages, acting as a named local administrator."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from monitoring.cli.command import Bench, Outcome
from monitoring.cli.misuse import misuse_sentence
from monitoring.cli.parser import ArgumentError, parser
from monitoring.cli.waiting import WaitingLine
from monitoring.domain.access import local_administrator
from monitoring.domain.errors import Refusal
from monitoring.services.visit import Visit
from monitoring.settings import BadSettings, Settings
from monitoring.storage import schema
from monitoring.storage.database import Database, DatabaseUnavailable
from monitoring.texts.findings import refusal_sentence
from monitoring.texts.words import LANGUAGES, Language, words

__all__ = ["main", "parser"]

REFUSED = 2
PIPE_CLOSED = 141
"""What a shell reports of a program that the end of its pipe, such as `head`, has stopped."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is fine, 1 means findings or open questions, 2 refused or misused.

    141 where whoever reads the answer stopped reading.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _answered(given)
    except BrokenPipeError:
        return _end_quietly()


def _answered(given: Sequence[str]) -> int:
    """Run one command and print its answer or what stands against it."""
    try:
        options = parser(given).parse_args(given)
        return _print(_run(options), options.json)
    except SystemExit:
        sys.stdout.flush()  # the help was printed
        raise
    except BrokenPipeError:
        raise
    except (
        ArgumentError,
        Refusal,
        BadSettings,
        schema.SchemaIsNewer,
        DatabaseUnavailable,
        OSError,
    ) as problem:
        code, message = _refused(problem, _language(given))
        return _refuse(code, message, "--json" in given)


def _language(given: Sequence[str]) -> Language:
    """The language asked for, also where the rest of the command cannot be understood."""
    asked = " ".join(given).replace("--language=", "--language ")
    return next((each for each in LANGUAGES if f"--language {each}" in asked), LANGUAGES[0])


def _refused(problem: Exception, language: Language) -> tuple[str, str]:
    """The code and the sentence of what stands against a command."""
    spoken = words(language)
    if isinstance(problem, Refusal):
        return problem.code, refusal_sentence(problem, spoken)
    if isinstance(problem, OSError):
        said = {"file": problem.filename, "reason": problem.strerror}
        return "file_not_readable", spoken("refusal.file_not_readable", **said)
    if isinstance(problem, schema.SchemaIsNewer):
        return "schema_is_newer", spoken("refusal.schema_is_newer")
    if isinstance(problem, DatabaseUnavailable):
        return "database_unavailable", spoken("refusal.database_unavailable")
    if isinstance(problem, ArgumentError):
        return "misused", misuse_sentence(problem, spoken)
    return "bad_settings", str(problem)


def _run(options: Any) -> Outcome:
    database = Database(Settings.for_commands().database_url)
    spoken = words(options.language)
    line = WaitingLine(sys.stderr, spoken)
    try:
        if options.needs_database or getattr(options, "municipality", None):
            schema.upgrade(database)
        viewer = local_administrator(options.by or getpass.getuser())
        visit = Visit(database, viewer, datetime.now(UTC), line)
        return options.run(Bench(visit, options, spoken))
    finally:
        line.end()
        database.close()


def _print(outcome: Outcome, as_json: bool) -> int:
    if as_json:
        print(json.dumps(outcome.shape, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        print(outcome.text)
    sys.stdout.flush()
    return outcome.exit_code


def _end_quietly() -> int:
    """Nobody reads on: what is still kept to be printed goes nowhere, also when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _refuse(code: str, message: str, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"error": {"code": code, "message": message}}, ensure_ascii=False, indent=2))
        sys.stdout.flush()
    else:
        print(message, file=sys.stderr)
    return REFUSED
