"""Grouping: many findings of one cause become one that names its cells, the cause before its effects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from monitoring.domain.finding import Finding, OwnValue

GROUPED_FROM = 4
"""Fewer equal findings stay one for each row."""
MISSING = frozenset(
    {"required_empty", "field_missing", "value_missing", "target_value_missing", "in_the_future"}
)
"""Findings that say the same of every row: something is not there, or not yet."""
REPEATED = frozenset({"text_in_number_cell"})
"""Findings about one and the same text, such as „TODO“, wherever it stands in a sheet."""
ALIKE = {"status_differs_from_report": "statuses_differ_from_reports"}
"""Findings of which each row has its own, and what is said of many: how many there are, and the first."""
Group = tuple[object, ...]


def grouped(findings: Iterable[Finding]) -> list[Finding]:
    """The findings; those about one missing field or one text of a sheet are said once, at the first of them.

    >>> from monitoring.domain.finding import error
    >>> title = {"heading": "Titel"}
    >>> rows = [error("required_empty", sheet="S", cell=f"B{n}", details=title) for n in range(2, 7)]
    >>> [(each.cell, each.details["count"], each.details["cells"][-1]) for each in grouped(rows)]
    [('B2', 5, 'B6')]
    >>> texts = [error("text_in_number_cell", sheet="S", cell=f"C{n}", value="TODO") for n in range(2, 7)]
    >>> own = [error("status_differs_from_report", sheet="S", cell=f"D{n}") for n in range(2, 7)]
    >>> [(each.code, each.cell, each.details["count"]) for each in grouped(own)]
    [('statuses_differ_from_reports', 'D2', 5)]
    >>> other = error("text_in_number_cell", sheet="S", cell="C9", value="siehe oben")
    >>> [(each.cell, each.details.get("count")) for each in grouped([*texts, other])]
    [('C2', 5), ('C9', None)]
    """
    every = [(finding, _group(finding)) for finding in findings]
    groups: dict[Group, list[Finding]] = {}
    for finding, group_of in every:
        groups.setdefault(group_of, []).append(finding)
    unknown = {(each.file, each.sheet): each.value for each, _ in every if each.code == "unknown_columns"}
    said = []
    for finding, group_of in every:
        group = groups[group_of]
        if _has_no_column(finding):
            said += [_cause(group, unknown.get((finding.file, finding.sheet)))] if finding is group[0] else []
        elif len(group) < GROUPED_FROM or finding.code not in {*MISSING, *REPEATED, *ALIKE}:
            said.append(finding)
        elif finding is group[0]:
            said.append(_together(group))
    return said


def _group(finding: Finding) -> Group:
    about = tuple(finding.details.get(name) for name in ("heading", "kind", "field", "has_column"))
    text = finding.value if finding.code in REPEATED else None
    return (finding.code, finding.file, finding.sheet, text, *about)


def _has_no_column(finding: Finding) -> bool:
    return finding.code == "field_missing" and finding.details.get("has_column") is False


def _together(group: list[Finding]) -> Finding:
    first = group[0]
    if first.code in ALIKE:
        details = {**first.details, "count": len(group), "cells": tuple(each.cell for each in group)}
        return replace(first, code=ALIKE[first.code], details=details)
    heading = first.details.get("heading", first.details.get("field", ""))
    cells = tuple(each.cell for each in group)
    return replace(first, details={**first.details, "heading": heading, "count": len(group), "cells": cells})


def _cause(group: list[Finding], unknown: OwnValue | None) -> Finding:
    """That a column was not found, instead of one finding for each row that lacks its value."""
    first = group[0]
    cells = tuple(each.cell for each in group)
    details = {**first.details, "count": len(group), "cells": cells}
    if unknown is None:
        return replace(first, code="column_not_found", details=details)
    return replace(first, code="column_not_recognised", details={**details, "unknown": unknown})
