"""Where the values of one row come from, worked out only when somebody asks: most are never looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from monitoring.domain.draft import Origin
from monitoring.domain.provenance import Provenance


@dataclass(frozen=True, slots=True)
class RowLayout:
    """What all rows of a sheet share: field → place of its cell in the row, letters of its column, unit."""

    sheet: str
    columns: Mapping[str, tuple[int, str, str | None]]


class RowOrigins(Mapping[str, Origin]):
    """The origin of each field of a row.

    >>> layout = RowLayout("Bilanz", {"year": (0, "A", None), "energy_mwh": (1, "B", "GWh")})
    >>> RowOrigins(layout, 5, (2020, 7.5))["energy_mwh"]
    Origin(sheet='Bilanz', cell='B5', text='7.5', unit='GWh')
    """

    __slots__ = ("cells", "layout", "row")

    def __init__(self, layout: RowLayout, row: int, cells: tuple[Any, ...]) -> None:
        self.layout, self.row, self.cells = layout, row, cells

    def __getitem__(self, field: str) -> Origin:
        return Origin(*self.parts(field))

    def parts(self, field: str) -> tuple[str, str, str | None, str | None]:
        """Sheet, cell, text and unit of a field."""
        at, letters, unit = self.layout.columns[field]
        value, cell = self.cells[at], f"{letters}{self.row}"
        if value is None:
            return (self.layout.sheet, cell, None, None)
        return (self.layout.sheet, cell, str(value), unit)

    def __contains__(self, field: object) -> bool:
        return field in self.layout.columns

    def __iter__(self) -> Iterator[str]:
        return iter(self.layout.columns)

    def __len__(self) -> int:
        return len(self.layout.columns)


class RowProvenance(Mapping[str, Provenance]):
    """The provenance of each field of a record that was read from one row.

    >>> layout = RowLayout("Bilanz", {"year": (0, "A", None), "row_type": (1, "B", None)})
    >>> dict(RowProvenance(RowOrigins(layout, 5, (2020, "Ist")), upload=3, fields={"year"}))
    {'year': Provenance(upload=3, sheet='Bilanz', cell='A5', text='2020', unit=None)}
    """

    __slots__ = ("fields", "origins", "upload")

    def __init__(self, origins: RowOrigins, upload: int | None, fields: AbstractSet[str]) -> None:
        self.origins, self.upload, self.fields = origins, upload, fields

    def __getitem__(self, field: str) -> Provenance:
        if field not in self.fields:
            raise KeyError(field)
        return Provenance(self.upload, *self.origins.parts(field))

    def __contains__(self, field: object) -> bool:
        return field in self.fields and field in self.origins

    def __iter__(self) -> Iterator[str]:
        return (field for field in self.origins if field in self.fields)

    def __len__(self) -> int:
        return sum(1 for _ in self)
