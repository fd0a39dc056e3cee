"""Was a value carried forward unchanged, where a new one would be expected each year?"""

from __future__ import annotations

from collections.abc import Iterator

from monitoring.domain.balance import EmissionEntry
from monitoring.domain.checks.after_import import BALANCE_FIELDS, AfterImport
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.checks.figures import Numbers, Row, value_of

FEWEST_YEARS = 3
FEWEST_DIGITS = 3
"""Rounder numbers come out alike by chance."""


def carried_forward(after: AfterImport) -> Iterator[Doubt]:
    """Doubts a value that stands in three years or more running, at the first new repetition."""
    if not after.is_concerned(EmissionEntry.KIND):
        return
    for scope in after.scopes:
        for field in BALANCE_FIELDS:
            for row, values in after.rows(scope, field):
                for run in runs(row, values):
                    yield from _repeated(after, run, field)


def runs(row: Row, values: Numbers) -> Iterator[Row]:
    """Stretches of neighbouring years with the same value, each of at least three years."""
    if len(set(values)) > len(values) - FEWEST_YEARS + 1:
        return  # most rows are done with this glance
    run: Row = []
    last: float | None = None
    for entry, value in zip(row, values, strict=True):
        if not run or value != last or entry.year != run[-1].year + 1:
            if len(run) >= FEWEST_YEARS:
                yield run
            run = []
        if value and digits(value) >= FEWEST_DIGITS:
            run.append(entry)
            last = value
    if len(run) >= FEWEST_YEARS:
        yield run


def digits(value: float) -> int:
    """How many significant digits a number was given with.

    >>> digits(396615.0), digits(7000.0), digits(0.25)
    (6, 1, 2)
    """
    return len(f"{value:.12g}".replace(".", "").replace("-", "").strip("0"))


def _repeated(after: AfterImport, run: Row, field: str) -> Iterator[Doubt]:
    new = next((entry for entry in run[1:] if after.is_new(entry, field)), None)
    if new is not None:
        details = {"first": run[0].year, "last": run[-1].year, "amount": value_of(new, field), "field": field}
        yield Doubt(new, field, details, tuple(run))
