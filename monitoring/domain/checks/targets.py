"""Do the rows of a target fit each other, and the balance?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from monitoring.domain import totals
from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.baseline import base_of
from monitoring.domain.checks.after_import import AfterImport
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.record import Record
from monitoring.domain.series import Series
from monitoring.domain.target import TargetNode, TargetQuantity, percentage_disagrees
from monitoring.domain.target_versions import Target, disagreements, targets_from_nodes
from monitoring.domain.totals import TOLERATED_SHARE


def target_value_differs(after: AfterImport) -> Iterator[Doubt]:
    """Doubts a value and a percentage more than a point apart, by the base value of target or balance."""
    for target, node in _new_nodes(after):
        base = base_of(target, _series(after, target)).value
        if percentage_disagrees(node, base):
            shown = base if node.base_value is None else node.base_value
            values = {"target_value": node.value, "reduction": node.reduction, "base_value": shown}
            details = {**values, "quantity": target.quantity}
            yield from _at_first_new(after, node, ("value", "reduction"), details)


def base_value_differs(after: AfterImport) -> Iterator[Doubt]:
    """Doubts a base value that is not the one of the balance in the base year."""
    if not after.is_concerned(TargetNode.KIND, EmissionEntry.KIND):
        return
    for target in _targets(after):
        if target.base_value is None or target.base_year is None:
            continue
        balance = _series(after, target).value(target.base_year)
        if balance and abs(target.base_value - balance) > TOLERATED_SHARE * abs(balance):
            yield from _base_doubt(after, target, balance)


def _base_doubt(after: AfterImport, target: Target, balance: float) -> Iterator[Doubt]:
    details: dict[str, object] = {"target": target.name, "year": target.base_year}
    details |= {"base_value": target.base_value, "balance": balance, "quantity": target.quantity}
    nodes = [node for node in target.nodes if after.is_new(node, "base_value")]
    if nodes:
        yield Doubt(nodes[0], "base_value", details, tuple(nodes))
        return
    field = "energy_mwh" if target.quantity.is_energy else "emissions_t"
    sector = target.sector or Sector.SUM
    of_year = (
        each
        for _, each in after.changes(EmissionEntry)
        if (each.area, each.year, each.sector) == (target.area, target.base_year, sector)
    )
    new = next((each for each in of_year if after.is_new(each, field)), None)
    if new is not None:
        yield Doubt(new, field, details)


def target_rows_disagree(after: AfterImport) -> Iterator[Doubt]:
    """Doubts rows of one target that say different things about what they share; the last year counts."""
    for target in _changed_targets(after):
        for field in disagreements(target.nodes):
            new = [node for node in target.nodes if after.is_new(node, field)]
            if new:
                details = {"target": target.name, "kind": TargetNode.KIND, "field": field}
                yield Doubt(new[0], field, details)


def geometric_path_to_zero(after: AfterImport) -> Iterator[Doubt]:
    """Doubts a geometric path that one row asks for and another brings to zero, which it never reaches."""
    for target in _changed_targets(after):
        if target.is_geometric_to_zero:
            for node in target.nodes:
                found = list(_at_first_new(after, node, ("form", "value", "reduction", "is_neutrality"), {}))
                if found:
                    yield found[0]
                    break


def _at_first_new(
    after: AfterImport, record: Record, fields: tuple[str, ...], details: Mapping[str, object]
) -> Iterator[Doubt]:
    field = next((each for each in fields if after.is_new(record, each)), None)
    if field is not None:
        yield Doubt(record, field, details)


def _targets(after: AfterImport) -> list[Target]:
    return targets_from_nodes(after.records(TargetNode), all_versions=True)


def _changed_targets(after: AfterImport) -> list[Target]:
    changed = {(node.name, node.version) for _, node in after.changes(TargetNode)}
    return [each for each in _targets(after) if (each.name, each.version) in changed] if changed else []


def _new_nodes(after: AfterImport) -> list[tuple[Target, TargetNode]]:
    changed = {node.key for _, node in after.changes(TargetNode)}
    return [
        (target, node) for target in _changed_targets(after) for node in target.nodes if node.key in changed
    ]


def _series(after: AfterImport, target: Target) -> Series:
    """The series of the balance that a target is held against; empty for an indicator."""
    if target.quantity is TargetQuantity.INDICATOR:
        return Series()
    value = totals.energy if target.quantity.is_energy else totals.emissions
    years = partial(totals.year_totals, value=value, area=target.area)
    series = totals.total_series(years(after.records(EmissionEntry)), target.sector)
    if not target.quantity.is_per_capita:
        return series
    return totals.per_capita(series, {year: each.inhabitants for year, each in after.inhabitants.items()})
