"""Plausibility of an import: new values held against everything the municipality would then have."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from monitoring.domain.changes import Change
from monitoring.domain.checks.after_import import AfterImport
from monitoring.domain.checks.catalogue import CHECKS, SUM, Doubted, Sheet, plausibility
from monitoring.domain.checks.references import References
from monitoring.domain.draft import Draft
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.question import Question, lacks_lines
from monitoring.domain.stored import Stored
from monitoring.spreadsheets.understanding import Reading
from monitoring.spreadsheets.unit_choices import with_totals

REFERENCE_DATA = Path(__file__).parents[2] / "data" / "reference"


@cache
def references() -> References:
    """Usual bands and emission factors, from `data/reference/`."""
    bands = tomllib.loads((REFERENCE_DATA / "bands.toml").read_text(encoding="utf-8"))
    factors = tomllib.loads((REFERENCE_DATA / "factors.toml").read_text(encoding="utf-8"))
    return References.model_validate({**bands, "factors": factors})


def with_totals_per_inhabitant(
    questions: Iterable[Question], drafts: Sequence[Draft], stored: Stored
) -> Iterator[Question]:
    """Questions about units with what the total would be under each for every inhabitant."""
    people = _inhabitants(drafts, stored)
    for question in questions:
        yield with_totals(question, people, references().total_per_inhabitant)


def _inhabitants(drafts: Iterable[Draft], stored: Stored) -> dict[int, int]:
    """Inhabitants by year, as stored and as the files say."""
    known = [each.record for each in stored.get(Inhabitants.KIND, {}).values()]
    said = [each.values for each in drafts if each.kind == Inhabitants.KIND]
    return {each.year: each.inhabitants for each in known if isinstance(each, Inhabitants)} | {
        each["year"]: each["inhabitants"] for each in said if each.get("inhabitants")
    }


def doubted(
    files: Sequence[str],
    readings: Sequence[Reading],
    changes: Iterable[Change],
    stored: Stored,
    open_questions: Iterable[Question],
    today: date,
) -> list[Doubted]:
    """What is odd about the new values, each with the file it stands in.

    While it is open what a line of the balance means, sums say nothing.
    """
    uploads = frozenset(draft.upload for each in readings for draft in each.drafts)
    after = AfterImport(stored, changes, today, references(), uploads)
    are_sums_known = not lacks_lines(open_questions)
    checks = [each for each in CHECKS if each.cause != SUM or are_sums_known]
    return list(plausibility(after, checks, _file_names(files, readings)))


def _file_names(files: Sequence[str], readings: Sequence[Reading]) -> dict[Sheet, str]:
    """The file of each upload and sheet; where two files share a sheet's name, the first."""
    found: dict[Sheet, str] = {}
    for name, reading in zip(files, readings, strict=True):
        for place in {(draft.upload, draft.sheet) for draft in reading.drafts}:
            found.setdefault(place, name)
    return found
