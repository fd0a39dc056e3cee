"""Which labels stand over which rows: group lines without numbers, and sectors over their own carriers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from monitoring.spreadsheets.crosstabs.facets import Label
from monitoring.spreadsheets.crosstabs.row_numbers import RowNumbers
from monitoring.spreadsheets.crosstabs.sense import Sense
from monitoring.spreadsheets.crosstabs.use_words import divide_by_use

ASPECTS = ("sector", "carrier", "quantity", "unit", "row_type", "basis", "year")

MOST_GROUPS = 30
"""Of longer tables nobody doubts how they are built, and comparing all of their numbers takes time."""


def outer_labels(
    lines: Mapping[int, Label], own: Mapping[int, Sequence[Label]], numbers: RowNumbers
) -> dict[int, list[Label]]:
    """For each row the labels of the groups it lies in, the outermost first.

    Args:
        lines: the lines with a label and no numbers, by row.
        own: the labels of the rows with numbers.
        numbers: tell whether a row can be part of another.
    """
    parent = _parent_dimension(own)
    if parent and _stand_beside(own, parent, numbers):
        parent = None
    stack: list[Label] = []
    is_fresh = is_closed = False
    entered = closed = 0
    outer: dict[int, list[Label]] = {}
    for row in sorted({*lines, *own}):
        if row in lines:
            stack = _entered(stack, lines[row], is_fresh)
            is_fresh, is_closed = True, False
            entered += _is_part(lines[row])
            continue
        is_total = any(label.sense.is_total for label in own[row])
        # Where the groups before have no total, the one below the last group is that of all.
        if _is_bare_total(own[row]) and (is_closed or closed < entered - 1):
            stack = _left(stack)
        outer[row] = _fitting(stack, own[row], parent)
        closed += is_total and not is_closed
        is_closed |= is_total
        is_fresh = False
        if parent and any(getattr(label.sense, parent) for label in own[row]):
            inherited = [replace(label, is_inherited=True, reason="group") for label in own[row]]
            stack = [each for each in stack if not getattr(each.sense, parent)] + inherited
            # The row of the group is its total already.
            is_closed = True
    return outer


def _parent_dimension(own: Mapping[int, Sequence[Label]]) -> str | None:
    """„sector“ where sectors alternate with carriers in one column: each stands over those that follow it."""
    said = [labels[0].sense for labels in own.values() if len(labels) == 1]
    if divide_by_use(each.label for each in said if not each.is_total):
        return None
    either = [each for each in said if bool(each.sector) != bool(each.carrier) and not each.is_total]
    order = ["sector" if each.sector else "carrier" for each in either]
    runs = [name for at, name in enumerate(order) if not at or order[at - 1] != name]
    names = {name: Counter(_named_as(name, either)) for name in ("sector", "carrier")}
    if len(runs) < 2:
        return None
    outer = runs[0]
    if len(runs) == 2 and len(names[outer]) > 1:
        return None
    inner = "carrier" if outer == "sector" else "sector"
    is_outer_repeated = any(count > 1 for count in names[outer].values())
    return None if is_outer_repeated or inner not in runs else outer


def _stand_beside(own: Mapping[int, Sequence[Label]], parent: str, numbers: RowNumbers) -> bool:
    """Whether the numbers say that sectors and carriers in one column are no wholes and parts.

    „Strom 100, Verkehr 300, Gesamt 400“: a part is not larger than its whole, and a total adds up wholes.
    """
    groups: dict[int, list[int]] = {}
    total: int | None = None
    for row, labels in own.items():
        if _is_bare_total(labels):
            total = row
        elif any(getattr(label.sense, parent) for label in labels):
            groups[row] = []
        elif groups:
            groups[next(reversed(groups))].append(row)
    if len(groups) > MOST_GROUPS:
        return False
    parts = [part for each in groups.values() for part in each]
    if total and numbers.add_up(total, [*groups, *parts]) and not numbers.add_up(total, [*groups]):
        return True
    larger = [whole for whole, each in groups.items() if any(numbers.exceed(whole, part) for part in each)]
    return len(larger) * 2 > len(groups) or (parent == "carrier" and len(parts) == 1)


def _named_as(dimension: str, said: Sequence[Sense]) -> list[str]:
    named = [each.sector if dimension == "sector" else each.carrier for each in said]
    return [name for name in named if name]


def _is_bare_total(labels: Sequence[Label]) -> bool:
    said = [label.sense for label in labels if label.sense.text]
    return bool(said) and all(each.is_total and not (each.sector or each.carrier) for each in said)


def _named(label: Label) -> set[str]:
    return {aspect for aspect in ASPECTS if getattr(label.sense, aspect)} or {"unknown"}


def _entered(stack: list[Label], line: Label, is_fresh: bool) -> list[Label]:
    """The groups after a further line: it ends those of its own level, and all where none is alike."""
    for at, label in enumerate(stack):
        if _named(label) & _named(line):
            return [*stack[:at], line]
    return [*stack, line] if is_fresh or not stack else [line]


def _left(stack: list[Label]) -> list[Label]:
    """The groups after the total of the innermost: a second total belongs to what stands around it."""
    return [label for label in stack if not _is_part(label)]


def _is_part(label: Label) -> bool:
    return bool(label.sense.sector or label.sense.carrier or label.sense.unknown)


def _fitting(stack: Sequence[Label], own: Sequence[Label], parent: str | None) -> list[Label]:
    """A group's sector does not hold for a row that names one of its own."""
    named = {aspect for label in own for aspect in ("sector", "carrier") if getattr(label.sense, aspect)}
    if parent and named and parent in named:
        return [label for label in stack if label.reason == "group" and not getattr(label.sense, parent)]
    return list(stack)
