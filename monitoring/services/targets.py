"""Targets entered by hand: all years of one target at once, as a correction or as a new version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from monitoring.domain.access import Act
from monitoring.domain.base_year import lacking_base_year
from monitoring.domain.changes import Change, by_hand
from monitoring.domain.errors import Invalid, NotFound
from monitoring.domain.record import Key, Record
from monitoring.domain.stored import Known
from monitoring.domain.target import TargetNode
from monitoring.domain.target_versions import SHARED_FIELDS, targets_from_nodes
from monitoring.services import state as states
from monitoring.services.editing import record_of
from monitoring.services.revising import current_sight, refuse_conflict, write
from monitoring.services.visit import Visit
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place

Nodes = Sequence[Mapping[str, Any]]
"""The values of each year; name and version are given apart."""


def add_target(visit: Visit, slug: str, name: str, nodes: Nodes, *, note: str | None = None) -> int:
    """Add a target with its years; returns the revision.

    Raises:
        Invalid: there is a target of that name, or the values do not make a target.
    """
    with visit.writing(slug, Act.EDIT) as (place, connection):
        if _years(connection, place, name):
            raise Invalid("exists_already")
        changes = _changes({}, _records(name, 1, nodes))
        return write(connection, place, changes, at=visit.now, by=visit.by, act="edit", note=note)


def change_target(
    visit: Visit,
    slug: str,
    name: str,
    nodes: Nodes,
    *,
    is_new_version: bool = False,
    based_on: int | None = None,
    note: str | None = None,
) -> int:
    """Replace the newest version of a target, or put a new one beside it; returns the revision.

    Where nothing differs nothing is written and the current revision is returned.

    Raises:
        NotFound: there is no such target.
        Invalid: the values do not make a target.
        Conflict: someone changed the target after revision `based_on`.
    """
    with visit.writing(slug, Act.EDIT) as (place, connection):
        known = _years(connection, place, name)
        if not known:
            raise NotFound()
        own_rows = (TargetNode.KIND, name)
        refuse_conflict(connection, place, based_on, lambda item: (item[0], item[1][0]) == own_rows)
        newest = max(key[1] for key in known)
        own = {key[2]: each.record for key, each in known.items() if key[1] == newest}
        nodes = [_kept_own(values, own) for values in nodes]
        before = {key: each for key, each in known.items() if key[1] == newest and not is_new_version}
        changes = _changes(before, _records(name, newest + is_new_version, nodes))
        return write(connection, place, changes, at=visit.now, by=visit.by, act="edit", note=note)


def _kept_own(values: Mapping[str, Any], own: Mapping[int, Record]) -> dict[str, Any]:
    """The values of a year, with what its row said itself wherever the target as a whole was not changed."""
    row = own.get(values.get("year", 0))
    if row is None:
        return dict(values)
    (target,) = targets_from_nodes(each for each in own.values() if isinstance(each, TargetNode))
    shown = {name: getattr(target, name) for name in SHARED_FIELDS} | {
        "form": target.final.form,
        "note": target.final.note,
    }
    unchanged = [name for name, value in shown.items() if name in values and values[name] == value]
    return dict(values) | {name: getattr(row, name) for name in unchanged}


def _years(connection: Connection, place: Place, name: str) -> dict[Key, Known]:
    known = states.known_of(connection, place.id, TargetNode.KIND, current_sight(place))
    return {key: each for key, each in known.items() if key[0] == name}


def _records(name: str, version: int, nodes: Nodes) -> dict[Key, Record]:
    """The rows of a version by key. Faults are named `field:position`; "" stands for a whole row."""
    records: dict[Key, Record] = {}
    faults: dict[str, str] = {} if nodes else {"": "target_year_missing"}
    for position, values in enumerate(nodes):
        try:
            record = record_of(TargetNode.KIND, {"name": name, "version": version, **values})
        except Invalid as problem:
            faults |= {_place(field, position): code for field, code in problem.details["fields"].items()}
            continue
        if record.key in records:
            faults[f"year:{position}"] = "year_twice"
        records[record.key] = record
    if lacking_base_year(records.values()):
        faults["base_year"] = "base_year_missing"
    if faults:
        raise Invalid("invalid_fields", kind=TargetNode.KIND, fields=faults)
    return records


def _place(field: str, position: int) -> str:
    """Where a fault is told: once for what all years share, else at its row."""
    return field if field in SHARED_FIELDS or field in ("form", "note") else f"{field}:{position}"


def _changes(before: Mapping[Key, Known], after: Mapping[Key, Record]) -> list[Change]:
    written = [by_hand(before.get(key), record) for key, record in after.items()]
    removed = [Change(TargetNode.KIND, each.record, None) for key, each in before.items() if key not in after]
    return [*written, *removed]
