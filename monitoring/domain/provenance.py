"""Provenance: the upload, sheet and cell, or the edit, that a stored value comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from monitoring.domain.draft import Origin

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?: 00:00:00)?")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one stored value comes from; without an upload it was entered by hand."""

    upload: int | None = None
    sheet: str | None = None
    cell: str | None = None
    text: str | None = None
    unit: str | None = None

    @property
    def value(self) -> str | float | date | None:
        """What stood in the cell: a number or a day, where the text is one as Python writes it.

        >>> [Provenance(text=each).value for each in ("21.4", "21,4", "2027-12-31 00:00:00")]
        [21.4, '21,4', datetime.date(2027, 12, 31)]
        """
        if self.text is None:
            return None
        try:
            if _DAY.fullmatch(self.text):
                return date.fromisoformat(self.text[:10])
            number = float(self.text)
        except ValueError:
            return self.text
        return number if str(number) == self.text else self.text

    @property
    def parts(self) -> tuple[int | None, str | None, str | None, str | None, str | None]:
        """The parts in the order in which they are stored."""
        return (self.upload, self.sheet, self.cell, self.text, self.unit)


EDITED = Provenance()
"""A value entered by hand."""


def from_file(origin: Origin, upload: int | None) -> Provenance:
    """The provenance of a value in a cell of an upload."""
    return Provenance(upload, origin.sheet, origin.cell, origin.text, origin.unit)
