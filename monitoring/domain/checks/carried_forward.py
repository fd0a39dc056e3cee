"""Was a value carried forward unchanged, where a new one would be expected each year?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from monitoring.domain.balance import EmissionEntry
from monitoring.domain.checks.after_import import BALANCE_FIELDS, AfterImport
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.checks.figures import value_of

FEWEST_YEARS = 3
FEWEST_DIGITS = 3
"""Rounder numbers come out alike by chance."""


def carried_forward(after: AfterImport) -> Iterator[Doubt]:
    """Doubts a value that stands in three years or more running, at the first new repetition."""
    if not after.is_concerned(EmissionEntry.KIND):
        return
    for scope in after.scopes:
        for row in after.rows(scope).values():
            for field in BALANCE_FIELDS:
                for run in runs(row, field):
                    yield from _repeated(after, run, field)


def runs(row: list[EmissionEntry], field: str) -> Iterator[list[EmissionEntry]]:
    """Stretches of neighbouring years with the same value, each of at least three years."""
    values = [value_of(each, field) for each in row]
    if not any(value and value == after for value, after in pairwise(values)):
        return  # most rows are done with this glance
    run: list[EmissionEntry] = []
    for entry in row:
        value = value_of(entry, field)
        if not run or value != value_of(run[-1], field) or entry.year != run[-1].year + 1:
            if len(run) >= FEWEST_YEARS:
                yield run
            run = []
        if value and digits(value) >= FEWEST_DIGITS:
            run.append(entry)
    if len(run) >= FEWEST_YEARS:
        yield run


def digits(value: float) -> int:
    """How many significant digits a number was given with.

    >>> digits(396615.0), digits(7000.0), digits(0.25)
    (6, 1, 2)
    """
    return len(f"{value:.12g}".replace(".", "").replace("-", "").strip("0"))


def _repeated(after: AfterImport, run: list[EmissionEntry], field: str) -> Iterator[Doubt]:
    new = next((entry for entry in run[1:] if after.is_new(entry, field)), None)
    if new is not None:
        details = {"first": run[0].year, "last": run[-1].year, "amount": value_of(new, field), "field": field}
        yield Doubt(new, field, details, tuple(run))
