"""German or English: settled by totals, where only one style makes them the sums of their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from monitoring.domain.balance import PARTS_OF, Carrier, Sector
from monitoring.domain.totals import TOLERATED_SHARE
from monitoring.spreadsheets.numbers import NumberStyle
from monitoring.spreadsheets.raw_numbers import RawNumber


def style_by_sums(read: Callable[[NumberStyle], Iterable[Iterable[RawNumber]]]) -> NumberStyle | None:
    """The only style in which more totals are the sums of their parts than not; None where both or neither.

    `read` gives the numbers of each quantity in a style.

    >>> def read(style):
    ...     first = 1953 if style is NumberStyle.GERMAN else 1.953
    ...     values = {"HH": first, "IND": 171, "VER": 2428, "SUM": 4552}
    ...     return [[RawNumber(2010, sector, "all", value) for sector, value in values.items()]]
    >>> style_by_sums(read)
    <NumberStyle.GERMAN: 'german'>
    """
    kept = {style: [each for one in read(style) for each in sums_kept(one)] for style in NumberStyle}
    fitting = [style for style, sums in kept.items() if are_mostly_kept(sums)]
    return fitting[0] if len(fitting) == 1 else None


def are_mostly_kept(kept: Sequence[bool]) -> bool:
    """Whether more totals are the sums of their parts than not; False where there are none."""
    return sum(kept) * 2 > len(kept)


def sums_kept(numbers: Iterable[RawNumber]) -> list[bool]:
    """For every total over sectors or carriers that has parts beside it, whether it is their sum."""
    known = {(each.year, each.sector, each.carrier): each.value for each in numbers}
    across: dict[tuple[int, str, str], list[float]] = {}
    for (year, sector, carrier), value in known.items():
        if sector != Sector.SUM and not _is_inside(known, year, sector, carrier):
            across.setdefault((year, Sector.SUM, carrier), []).append(value)
        if carrier != Carrier.ALL:
            across.setdefault((year, sector, Carrier.ALL), []).append(value)
    return [
        abs(sum(parts) - known[key]) <= TOLERATED_SHARE * abs(known[key])
        for key, parts in across.items()
        if key in known and len(parts) > 1
    ]


def _is_inside(known: Iterable[tuple[int, str, str]], year: int, sector: str, carrier: str) -> bool:
    """Whether the sector that holds this one is listed too."""
    return any(sector in parts and (year, whole, carrier) in known for whole, parts in PARTS_OF.items())
