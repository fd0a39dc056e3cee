"""The command line: the same services as the pages, acting as a named local administrator."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from monitoring.cli.command import Bench, Outcome
from monitoring.cli.parser import ArgumentError, parser
from monitoring.domain.access import local_administrator
from monitoring.domain.errors import Refusal
from monitoring.services.visit import Visit
from monitoring.settings import BadSettings, Settings
from monitoring.storage import schema
from monitoring.storage.database import Database
from monitoring.texts.findings import refusal_sentence
from monitoring.texts.words import words

__all__ = ["main", "parser"]

REFUSED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is fine, 1 means findings or open questions, 2 refused or misused."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in given
    try:
        options = parser().parse_args(given)
        return _print(_run(options), as_json)
    except ArgumentError as problem:
        return _refuse("misused", str(problem), as_json)
    except Refusal as refusal:
        return _refuse(refusal.code, refusal_sentence(refusal, words("de")), as_json)
    except BadSettings as problem:
        return _refuse("bad_settings", str(problem), as_json)
    except schema.SchemaIsNewer:
        return _refuse("schema_is_newer", words("de")("refusal.schema_is_newer"), as_json)
    except OSError as problem:
        return _refuse("file_not_readable", f"{problem.strerror}: {problem.filename}", as_json)


def _run(options: Any) -> Outcome:
    database = Database(Settings.for_commands().database_url)
    try:
        if options.needs_database:
            schema.upgrade(database)
        viewer = local_administrator(options.by or getpass.getuser())
        visit = Visit(database, viewer, datetime.now(UTC))
        return options.run(Bench(visit, options, words(options.language)))
    finally:
        database.close()


def _print(outcome: Outcome, as_json: bool) -> int:
    if as_json:
        print(json.dumps(outcome.shape, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        print(outcome.text)
    return outcome.exit_code


def _refuse(code: str, message: str, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"error": {"code": code, "message": message}}, ensure_ascii=False, indent=2))
    else:
        print(message, file=sys.stderr)
    return REFUSED
