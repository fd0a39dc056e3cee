"""Reported totals of a balance held against the sum of their sectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from monitoring.domain.balance import BISKO_SECTORS, PARTS_OF, Basis, Carrier, CellState, Sector
from monitoring.domain.draft import Draft
from monitoring.domain.rounding import significant
from monitoring.spreadsheets.remarks import Remarks

TOLERANCE = 0.005
FIELDS = ("emissions_t", "energy_mwh")

Group = tuple[Any, ...]


def check_totals(drafts: Iterable[Draft], remarks: Remarks) -> None:
    """Warns where a total and the sum of its sectors are more than 0.5 % apart; the total stays as
    reported.
    """
    groups: dict[Group, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.kind == "balance" and draft.values.get("state", CellState.VALUE) is CellState.VALUE:
            groups[_group(draft)].append(draft)
    for group in groups.values():
        for field in FIELDS:
            _check(group, field, remarks)


def _group(draft: Draft) -> Group:
    values = draft.values
    return (values.get("area"), values["year"], values.get("basis", Basis.BISKO), values.get("edition", 1))


def _check(group: list[Draft], field: str, remarks: Remarks) -> None:
    total = _total(group, field)
    by_sector = _by_sector(group, field)
    if total is None or len(by_sector) < 2 or _fits(total.values[field], by_sector):
        return
    parts = sum(_counted(by_sector).values())
    origin = total.origins[field]
    remarks.warning(
        "total_differs",
        total.sheet,
        origin.cell,
        origin.text,
        year=total.values["year"],
        total=total.values[field],
        parts=significant(parts),
        field=field,
    )


def _total(group: list[Draft], field: str) -> Draft | None:
    totals = (
        each for each in group if each.values["sector"] is Sector.SUM and each.values.get(field) is not None
    )
    return next((each for each in totals if _is_all(each)), None)


def _is_all(draft: Draft) -> bool:
    return draft.values.get("carrier", Carrier.ALL) is Carrier.ALL


def _by_sector(group: list[Draft], field: str) -> Mapping[Sector, float]:
    """The value of each sector: the one for all carriers, else the sum over the carriers."""
    whole: dict[Sector, float] = {}
    split: dict[Sector, float] = defaultdict(float)
    for draft in group:
        value, sector = draft.values.get(field), draft.values["sector"]
        if value is None or sector is Sector.SUM or draft.values.get("is_included_in"):
            continue
        if _is_all(draft):
            whole[sector] = value
        else:
            split[sector] += value
    return {**split, **whole}


def _counted(by_sector: Mapping[Sector, float]) -> dict[Sector, float]:
    """The sectors without those that are part of another one listed."""
    inside = {part for sector in by_sector for part in PARTS_OF.get(sector, ())}
    return {sector: value for sector, value in by_sector.items() if sector not in inside}


def _fits(total: float, by_sector: Mapping[Sector, float]) -> bool:
    """Whether the total is the sum of all sectors, or of those that BISKO counts."""
    counted = _counted(by_sector)
    bisko = [value for sector, value in counted.items() if sector in BISKO_SECTORS]
    sums = (sum(counted.values()), sum(bisko))
    return any(abs(total - each) <= TOLERANCE * abs(total) for each in sums)
