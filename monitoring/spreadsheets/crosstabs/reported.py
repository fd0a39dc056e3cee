"""The numbers of all tables of a file, gathered to rows: energy and emissions of one key in one draft."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from monitoring.domain.balance import Basis, Carrier, Sector
from monitoring.domain.draft import Draft, Origin
from monitoring.domain.named_place import NamedPlace
from monitoring.spreadsheets.balance_rows import balance_drafts
from monitoring.spreadsheets.crosstabs.cells import Meaning
from monitoring.spreadsheets.crosstabs.facets import CONTEXT
from monitoring.spreadsheets.crosstabs.gases_of_rows import GasesOfRows, is_rounded
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import Row

Key = tuple[Any, ...]


class Reported:
    """Rows by what they are about, from every sheet."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._rows: dict[Key, Row] = {}
        self._gases = GasesOfRows(remarks)

    def take(self, meaning: Meaning, field: str, cell: Row, place: NamedPlace | None = None) -> None:
        """Adds one number, read into a row of its own, to the row it belongs to."""
        key = (*_key(meaning), place)
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = Row(cell.sheet, cell.number, values=_head(meaning))
            row.origins |= cell.origins | _origins(meaning, row, cell.cell_of(field))
        if row.values.get(field) is None:
            row.add(cell)
            self._gases.note(row, field, meaning)
        elif cell.values.get(field) is not None:
            known = self._gases.alike(row, field, meaning, cell)
            if known:
                self._repeat(known, field, cell)

    def drafts(self) -> list[Draft]:
        """What all rows say; a row of inhabitants without their number is left out."""
        self._gases.settle()
        return [
            replace(draft, place=place, word=word if draft.kind == "balance" else None)
            for (kind, *_, word, place), row in self._rows.items()
            for draft in self._drafts(kind, row)
        ]

    def counts(self) -> Counter[str]:
        """The number of rows that each sheet began."""
        return Counter(row.sheet for row in self._rows.values())

    def kind_of(self, sheet: str) -> str | None:
        """The kind of most rows that a sheet began, None where it began none."""
        kinds = Counter(key[0] for key, row in self._rows.items() if row.sheet == sheet)
        return kinds.most_common(1)[0][0] if kinds else None

    def _drafts(self, kind: str, row: Row) -> list[Draft]:
        if kind == "balance":
            return balance_drafts(row, self._remarks)
        if row.values.get("inhabitants") is None:
            self._remarks.notice("context_left_out", row.sheet, row.cell_of("year"), year=row.values["year"])
            return []
        return [row.draft(kind)]

    def _repeat(self, row: Row, field: str, again: Row) -> None:
        known, new = row.values[field], again.values[field]
        origin, first = again.origins[field], row.origins[field]
        details = {"other_sheet": first.sheet, "other_cell": first.cell}
        if known == new:
            self._remarks.gather(
                "value_repeated", again.sheet, origin.cell, origin.text, again.sheet, **details
            )
        elif is_rounded(known, new):
            self._remarks.gather(
                "value_rounded", again.sheet, origin.cell, origin.text, again.sheet, **details
            )
        else:
            self._remarks.error("duplicate_key", again.sheet, origin.cell, origin.text, **details)


def _key(meaning: Meaning) -> Key:
    if meaning.quantity in CONTEXT:
        return ("inhabitants", meaning.year)
    plan = meaning.plan if meaning.row_type == "planned" else None
    basis = meaning.basis or Basis.BISKO.value
    return ("balance", meaning.year, meaning.sector, meaning.carrier, basis, plan, meaning.word)


def _origins(meaning: Meaning, row: Row, value_cell: str) -> dict[str, Origin]:
    """Where the labels of a row stand; one that stands in no cell, such as a sheet name, has the number's."""
    cells = dict(meaning.cells)
    return {
        name: Origin(row.sheet, cells.get(name, value_cell), str(row.values[name]))
        for name in ("year", "sector", "carrier", "basis", "is_included_in", "source", "note", "method")
        if row.values.get(name) is not None
    }


def _head(meaning: Meaning) -> dict[str, Any]:
    """What the labels say, under the field names of the records."""
    if meaning.quantity in CONTEXT:
        return {"year": meaning.year}
    said: dict[str, Any] = {"year": meaning.year, "sector": Sector(meaning.sector)}
    if meaning.row_type == "planned":
        return {**said, "row_type": "planned", "source": meaning.plan}
    if meaning.carrier != Carrier.ALL:
        said["carrier"] = Carrier(meaning.carrier)
    if meaning.is_included_in:
        said["is_included_in"] = Sector(meaning.is_included_in)
    if meaning.basis:
        said["basis"] = Basis(meaning.basis)
    said |= {name: value for name in ("note", "method") if (value := getattr(meaning, name))}
    return said
