"""Removal: what a file that is said to be complete no longer mentions."""

from __future__ import annotations

from collections.abc import Mapping

from monitoring.domain.changes import Change
from monitoring.domain.kinds import MEASURE_KINDS
from monitoring.domain.record import Item, Key, Record
from monitoring.domain.stored import Stored

_COVERED_BY = {"balance": ("area", "year", "edition"), "targets": ("name", "version")}
"""A complete file speaks for one edition of a balance year, one version of a target, else for its kinds."""


def removals(changes: Mapping[Item, Change], stored: Stored) -> list[Change]:
    """What a complete file no longer mentions: of the kinds, and for balances of the years, that it contains.

    Older editions and versions stay. What belongs to a removed measure goes with it.
    """
    gone = _unmentioned(changes, stored)
    measures = {change.record.key[0] for change in gone if change.kind == "measures"}
    decided = changes.keys() | {change.item for change in gone}
    return gone + [
        Change(kind, known.record, None)
        for kind in stored
        if kind in MEASURE_KINDS
        for key, known in stored[kind].items()
        if key[0] in measures and (kind, key) not in decided
    ]


def _unmentioned(changes: Mapping[Item, Change], stored: Stored) -> list[Change]:
    covered = {_covered(change.record) for change in changes.values()}
    named = {change.record.key[0] for change in changes.values() if change.kind == "targets"}
    return [
        Change(kind, known.record, None)
        for kind in {kind for kind, _ in changes}
        for key, known in stored.get(kind, {}).items()
        if (kind, key) not in changes
        and (_covered(known.record) in covered or (kind == "targets" and key[0] not in named))
    ]


def _covered(record: Record) -> Key:
    names = _COVERED_BY.get(record.KIND, ())
    return (record.KIND, *(getattr(record, name) for name in names))
