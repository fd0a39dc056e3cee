"""Where the values of one row come from, worked out only when somebody asks: most are never looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from monitoring.domain.draft import Origin
from monitoring.domain.provenance import Provenance, from_file


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

    __slots__ = ("_cells", "_layout", "_row")

    def __init__(self, layout: RowLayout, row: int, cells: tuple[Any, ...]) -> None:
        self._layout, self._row, self._cells = layout, row, cells

    def __getitem__(self, field: str) -> Origin:
        at, letters, unit = self._layout.columns[field]
        value, cell = self._cells[at], f"{letters}{self._row}"
        if value is None:
            return Origin(self._layout.sheet, cell)
        return Origin(self._layout.sheet, cell, str(value), unit)

    @property
    def sheet(self) -> str:
        """The sheet of the row."""
        return self._layout.sheet

    def parts(self, fields: AbstractSet[str]) -> dict[str, list[str]]:
        """Of each of these fields its cell, text and unit, as far as there are any."""
        row, cells = self._row, self._cells
        return {
            field: [f"{letters}{row}"]
            if cells[at] is None
            else [f"{letters}{row}", str(cells[at])]
            if unit is None
            else [f"{letters}{row}", str(cells[at]), unit]
            for field, (at, letters, unit) in self._layout.columns.items()
            if field in fields
        }

    def __contains__(self, field: object) -> bool:
        return field in self._layout.columns

    def __iter__(self) -> Iterator[str]:
        return iter(self._layout.columns)

    def __len__(self) -> int:
        return len(self._layout.columns)


class RowProvenance(Mapping[str, Provenance]):
    """The provenance of each field of a record that was read from one row.

    >>> layout = RowLayout("Bilanz", {"year": (0, "A", None), "row_type": (1, "B", None)})
    >>> dict(RowProvenance(RowOrigins(layout, 5, (2020, "Ist")), upload=3, fields={"year"}))
    {'year': Provenance(upload=3, sheet='Bilanz', cell='A5', text='2020', unit=None)}
    """

    __slots__ = ("_fields", "origins", "upload")

    def __init__(self, origins: RowOrigins, upload: int | None, fields: AbstractSet[str]) -> None:
        self.origins, self.upload, self._fields = origins, upload, fields

    def __getitem__(self, field: str) -> Provenance:
        if field not in self._fields:
            raise KeyError(field)
        return from_file(self.origins[field], self.upload)

    def parts(self) -> dict[str, list[str]]:
        """Of each field cell, text and unit, as far as there are any: what is stored, without a detour."""
        return self.origins.parts(self._fields)

    def __contains__(self, field: object) -> bool:
        return field in self._fields and field in self.origins

    def __iter__(self) -> Iterator[str]:
        return (field for field in self.origins if field in self._fields)

    def __len__(self) -> int:
        return sum(1 for _ in self)
