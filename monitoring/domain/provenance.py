"""Provenance: the upload, sheet and cell, or the edit, that a stored value comes from."""

from __future__ import annotations

from dataclasses import dataclass

from monitoring.domain.draft import Origin


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one stored value comes from; without an upload it was entered by hand."""

    upload: int | None = None
    sheet: str | None = None
    cell: str | None = None
    text: str | None = None
    unit: str | None = None

    @property
    def parts(self) -> tuple[int | None, str | None, str | None, str | None, str | None]:
        """The parts in the order in which they are stored."""
        return (self.upload, self.sheet, self.cell, self.text, self.unit)


EDITED = Provenance()
"""A value entered by hand."""


def from_file(origin: Origin, upload: int | None) -> Provenance:
    """The provenance of a value in a cell of an upload."""
    return Provenance(upload, origin.sheet, origin.cell, origin.text, origin.unit)
