"""Where a shown value comes from: in public its sheet and cell, for managers also the file, who and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SourceFile:
    """An uploaded file that values come from."""

    upload: int
    name: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Edit:
    """Who entered a value by hand, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Origin:
    """Sheet and cell of a value, and the file for those who may know it; without a sheet entered by hand."""

    file: SourceFile | None
    sheet: str | None
    cell: str | None
    edit: Edit | None = None
