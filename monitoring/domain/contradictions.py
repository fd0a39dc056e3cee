"""Contradictions: rows of one or several files that say different things about the same record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding, error

Pair = tuple[Draft, Draft]
"""A row and the one before it that it contradicts."""
CELLS_NAMED = 5
"""Of more rows only the number is said."""


def contradicts(draft: Draft, other: Draft) -> bool:
    """Whether two rows about the same record give a field different values."""
    shared = draft.values.keys() & other.values.keys() - {"source", "note"}
    return any(draft.values[name] != other.values[name] for name in shared)


def contradiction_findings(pairs: Iterable[Pair]) -> list[Finding]:
    """One finding for each row; where two files contradict each other in several, one for each kind.

    >>> from dataclasses import replace
    >>> old = Draft("inhabitants", {"year": 2020}, {}, "Einwohner", 2, file="alt.xlsx")
    >>> pairs = [(replace(old, row=row, file="neu.xlsx"), replace(old, row=row)) for row in (2, 3)]
    >>> [(each.code, each.file, each.details["count"]) for each in contradiction_findings(pairs)]
    [('files_contradict', 'neu.xlsx', 2)]
    >>> [(each.code, each.details["other_file"]) for each in contradiction_findings(pairs[:1])]
    [('duplicate_key', 'alt.xlsx')]
    """
    groups: dict[tuple[str | None, ...], list[Pair]] = {}
    for draft, other in pairs:
        place = (draft.file, other.file, draft.kind)
        groups.setdefault(place, []).append((draft, other))
    return [finding for group in groups.values() for finding in _findings(group)]


def _findings(group: Sequence[Pair]) -> list[Finding]:
    draft, other = group[0]
    if draft.file == other.file or len(group) == 1:
        return [_row(*pair) for pair in group]
    cells = [f"{each.sheet}!{each.cell}" for each, _ in group[:CELLS_NAMED]]
    return [
        error(
            "files_contradict",
            file=draft.file,
            sheet=draft.sheet,
            cell=draft.cell,
            details={"kind": draft.kind, "count": len(group), "cells": cells, **_place(draft, other)},
        )
    ]


def _row(draft: Draft, other: Draft) -> Finding:
    return error(
        "duplicate_key", file=draft.file, sheet=draft.sheet, cell=draft.cell, details=_place(draft, other)
    )


def _place(draft: Draft, other: Draft) -> dict[str, str]:
    named = {"other_file": other.file} if other.file and other.file != draft.file else {}
    return {**named, "other_sheet": other.sheet, "other_cell": other.cell}
