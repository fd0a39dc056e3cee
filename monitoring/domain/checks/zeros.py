"""Does a zero stand for a number nobody had?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitoring.domain.balance import Carrier, EmissionEntry, Sector
from monitoring.domain.checks.after_import import BALANCE_FIELDS, AfterImport, Scope
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.target import TargetNode

NEVER_ZERO = frozenset({Sector.SUM, Sector.HH, Sector.GHD, Sector.WIRT, Sector.VER})
"""Every municipality has these; industry and carriers may really end."""


def placeholder_zero(after: AfterImport) -> Iterator[Doubt]:
    """Doubts zeros where a value is certain: whole sectors, years between others, base values."""
    if after.is_concerned(EmissionEntry.KIND):
        for scope in after.scopes:
            for field in BALANCE_FIELDS:
                yield from _in_balance(after, scope, field)
    for _, node in after.changes(TargetNode):
        if node.base_value == 0 and after.is_new(node, "base_value"):
            yield Doubt(node, "base_value")


def _in_balance(after: AfterImport, scope: Scope, field: str) -> Iterator[Doubt]:
    for row, values in after.rows(scope, field):
        if 0 not in values:
            continue
        filled = [each.year for each, value in zip(row, values, strict=True) if value]
        for entry, value in zip(row, values, strict=True):
            if value == 0 and after.is_new(entry, field):
                is_whole = entry.carrier is Carrier.ALL and entry.sector in NEVER_ZERO
                if is_whole or is_between(entry.year, filled):
                    yield Doubt(entry, field, {"year": entry.year})


def is_between(year: int, filled: Sequence[int]) -> bool:
    """Whether other years with values stand before and after a year.

    >>> is_between(2019, [2018, 2020]), is_between(2021, [2018, 2020])
    (True, False)
    """
    return any(other < year for other in filled) and any(other > year for other in filled)
