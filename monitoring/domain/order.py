"""The order of lists: measures by programme and number, targets by what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitoring.domain.balance import Area
from monitoring.domain.measure import Measure
from monitoring.domain.target import TargetQuantity
from monitoring.domain.target_versions import Target


def measure_rank(measure: Measure, programmes: Sequence[str]) -> tuple[int, str, bool, list[tuple[int, str]]]:
    """Where a measure stands in a list: described programmes first, M2 before M10, numbers before none.

    >>> measures = [Measure(id=each, programme="P", number=each, title="T") for each in ("M10", "M2")]
    >>> [measure.number for measure in sorted(measures, key=lambda each: measure_rank(each, []))]
    ['M2', 'M10']
    """
    known = programmes.index(measure.programme) if measure.programme in programmes else len(programmes)
    parts = re.findall(r"\d+|\D+", measure.number or "")
    number = [(int(part), "") if part.isdecimal() else (-1, part.casefold()) for part in parts]
    return known, measure.programme, measure.number is None, number


def target_rank(target: Target) -> tuple[int, int, int]:
    """Emissions before the rest, the whole territory before the administration, the total before sectors."""
    quantities: Sequence[TargetQuantity] = list(TargetQuantity)
    return (
        int(target.area is not Area.TERRITORY) + int(target.sector is not None),
        quantities.index(target.quantity),
        -target.final.year,
    )
