"""The base year of a target: a base value is one of a year, which some row of its version must name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitoring.domain.changes import Change, effective
from monitoring.domain.finding import Finding, error
from monitoring.domain.record import Item, Record
from monitoring.domain.stored import Stored
from monitoring.domain.target import TargetNode
from monitoring.domain.target_versions import targets_from_nodes


def lacking_base_year(records: Iterable[Record]) -> set[tuple[str, int]]:
    """The versions of targets with a base value but no base year, by name and version.

    >>> from monitoring.domain.target import TargetQuantity
    >>> row = TargetNode(name="A", year=2030, quantity=TargetQuantity.ENERGY, base_value=9.0, value=5.0)
    >>> lacking_base_year([row]), lacking_base_year([row.model_copy(update={"base_year": 1990})])
    ({('A', 1)}, set())
    """
    nodes = (each for each in records if isinstance(each, TargetNode))
    return {
        (each.name, each.version)
        for each in targets_from_nodes(nodes, all_versions=True)
        if each.base_value is not None and each.base_year is None
    }


def base_year_findings(changes: Mapping[Item, Change], stored: Stored) -> list[Finding]:
    """What an import would leave without its base year, at the cell of the base value."""
    own = [each for (kind, _), each in changes.items() if kind == TargetNode.KIND]
    if not own:
        return []
    known = stored.get(TargetNode.KIND, {})
    kept = [each.record for key, each in known.items() if (TargetNode.KIND, key) not in changes]
    lacking = lacking_base_year([*kept, *(each.after for each in own if each.after)])
    return [_finding(each) for each in effective(own) if _has_base_value(each.after, lacking)]


def _has_base_value(record: Record | None, lacking: set[tuple[str, int]]) -> bool:
    return (
        isinstance(record, TargetNode)
        and record.base_value is not None
        and (record.name, record.version) in lacking
    )


def _finding(change: Change) -> Finding:
    origin = change.provenance.get("base_value")
    return error(
        "base_year_missing",
        sheet=origin.sheet if origin else None,
        cell=origin.cell if origin else None,
        value=origin.value if origin else None,
        details={"kind": TargetNode.KIND, "field": "base_year"},
    )
