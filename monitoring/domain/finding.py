"""Findings: what is wrong or odd in a user's file. Values that are collected, never raised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Blocks(StrEnum):
    """What a finding prevents."""

    IMPORT = "import"
    PUBLISH = "publish"


OwnValue = str | float | date | time
"""A value as it stands in a cell: numbers and days are written in the language of who reads them."""
LONGEST_VALUE = 200
"""Characters of the user's own value that are repeated; the cell says where the rest is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding (Befund): its code has a sentence in the texts; the value is the user's, cut if long."""

    code: str
    severity: Severity
    sheet: str | None = None
    cell: str | None = None
    value: OwnValue | None = None
    blocks: Blocks | None = None
    file: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Cuts a long value."""
        if isinstance(self.value, str) and len(self.value) > LONGEST_VALUE:
            object.__setattr__(self, "value", f"{self.value[:LONGEST_VALUE]}…")


def error(code: str, **where: Any) -> Finding:
    """A finding that blocks taking over."""
    return Finding(code, Severity.ERROR, blocks=Blocks.IMPORT, **where)


def warning(code: str, **where: Any) -> Finding:
    """A finding that needs a look and blocks nothing, unless `blocks` says publishing."""
    return Finding(code, Severity.WARNING, **where)


def notice(code: str, **where: Any) -> Finding:
    """Something the user should know."""
    return Finding(code, Severity.NOTICE, **where)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by severity, keeping the order of the file within each."""
    rank = list(Severity)
    return sorted(findings, key=lambda finding: rank.index(finding.severity))


def blocks_import(findings: Iterable[Finding]) -> bool:
    """Whether any finding prevents taking over."""
    return any(finding.blocks is Blocks.IMPORT for finding in findings)
