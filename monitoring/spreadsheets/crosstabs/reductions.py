"""Targets that a table names in per cent: „Minderung gegenüber 1990“ beside the years of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from monitoring.domain.draft import Draft, Origin
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.balance_rows import PLANNED_CHOICES
from monitoring.spreadsheets.crosstabs.facets import IGNORED, PENDING, WEAK, Facets
from monitoring.spreadsheets.crosstabs.grid import Kind
from monitoring.spreadsheets.crosstabs.left_out import AS_TARGET
from monitoring.spreadsheets.crosstabs.styles import Styles
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.remarks import Remarks, shown
from monitoring.spreadsheets.row import HeadedColumn, Row, Task
from monitoring.spreadsheets.targets import TARGETS
from monitoring.spreadsheets.values import take
from monitoring.spreadsheets.vocabulary import codes_of
from monitoring.spreadsheets.words import IGNORE
from monitoring.spreadsheets.workbook import Value

_QUANTITIES = tuple(each for each in codes_of("target_quantity") if each != TargetQuantity.INDICATOR)
_FALL = re.compile(r"minder|redu|einspar|senk|rückgang|abnahme|saving|cut", re.IGNORECASE)
_MINUS = ("-", "−", "–")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Reductions:
    """The lines of a table that hold reductions of a plan, and what is drafted from them."""

    table: Table
    styles: Styles
    remarks: Remarks

    def read(self) -> list[Draft]:
        """A node of a target for each number, once the owner says that the plan is one."""
        drafts: list[Draft] = []
        for cells, line in self._lines():
            answer = self._wanted(cells[0])
            line.left_out = AS_TARGET if answer == "as_target" else PENDING if answer is None else IGNORED
            quantity = self._quantity(line, cells[0]) if answer == "as_target" else None
            if quantity:
                drafts += [draft for at in cells if (draft := self._node(at, line, quantity))]
        return drafts

    def _lines(self) -> list[tuple[list[tuple[int, int]], Facets]]:
        table = self.table
        rows = [([(row, at) for at in table.heads], line) for row, line in table.rows.items()]
        columns = [([(at, column) for at in table.rows], line) for column, line in table.heads.items()]
        found = [(self._filled(cells), line) for cells, line in (*rows, *columns) if table.is_reduction(line)]
        return [(cells, line) for cells, line in found if cells and self._are_falls(cells, line)]

    def _are_falls(self, cells: list[tuple[int, int]], line: Facets) -> bool:
        """Whether the numbers say by how much something falls: „Minderung 65 %“ or „Veränderung −65 %“."""
        return bool(_FALL.search(line.text)) or all(map(_is_negative, map(self._value, cells)))

    def _value(self, at: tuple[int, int]) -> Value:
        return self.table.grid.sheet.value(*at)

    def _filled(self, cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [at for at in cells if self.table.grid.kind(*at) not in (Kind.BLANK, Kind.MISSING)]

    def _wanted(self, at: tuple[int, int]) -> str | None:
        sheet = self.table.grid.sheet.name
        return self.remarks.ask(
            ("planned", sheet), "planned_values", PLANNED_CHOICES, sheet, cell_address(*at),
            vocabulary="planned",
        )  # fmt: skip

    def _quantity(self, line: Facets, at: tuple[int, int]) -> TargetQuantity | None:
        """What is to fall: from the labels, else from the owner."""
        said = line.get("quantity") or self.table.around.get("quantity")
        sheet = self.table.grid.sheet.name
        if said is None:
            said = self.remarks.ask(
                ("word", "target_quantity", line.text), "unknown_label",
                (*_QUANTITIES, IGNORE), sheet, cell_address(*at),
                vocabulary="target_quantity", details={"heading": sheet, "word": line.text},
            )  # fmt: skip
        return TargetQuantity(said) if said in _QUANTITIES else None

    def _node(self, at: tuple[int, int], line: Facets, quantity: TargetQuantity) -> Draft | None:
        row, column = self.table.rows[at[0]], self.table.heads[at[1]]
        sheet, told = self.table.grid.sheet.name, self.table.grid.sheet.cell(*at)
        cell = replace(told, value=_without_sign(told.value))
        headed = HeadedColumn(
            TARGETS.column("reduction"), at[1], line.text, line.get("unit"), *self.styles.of(*at)
        )
        task = Task(cell, headed, Row(sheet, at[0]), TargetNode, self.remarks)
        take(task)
        reduction, year = task.row.values.get("reduction"), row.get("year") or column.get("year")
        if reduction is None or year is None:
            return None
        sector = row.get("sector") or column.get("sector") or self.table.around.get("sector")
        base = _YEAR.search(line.text)
        values: dict[str, Any] = {
            "name": _name(sheet), "quantity": quantity, "year": year, "reduction": reduction,
            "sector": None if sector in (None, WEAK["sector"]) else sector,
            "base_year": int(base[0]) if base else None,
        }  # fmt: skip
        origin = Origin(sheet, told.address, shown(told.value))
        return Draft("targets", values, dict.fromkeys(("year", "reduction"), origin), sheet, at[0])


def _is_negative(value: Value) -> bool:
    return value < 0 if isinstance(value, int | float) else str(value).strip()[:1] in _MINUS


def _without_sign(value: Value) -> Value:
    return abs(value) if isinstance(value, int | float) else str(value).strip().lstrip("".join(_MINUS))


def joined_reductions(drafts: Sequence[Draft]) -> list[Draft]:
    """Targets with the per cent that stand beside their value: one node for both, never for two targets."""
    # The rows of a list say everything of their target; only what a table says stands apart.
    targets = [(at, each) for at, each in enumerate(drafts) if each.kind == "targets"]
    apart = [at for at, each in targets if _is_apart(each)]
    values = {_node_key(each): at for at, each in targets if each.values.get("value") is not None}
    found: list[Draft | None] = list(drafts)
    for at in apart:
        draft = drafts[at]
        other = values.get(_node_key(draft))
        if other is None:
            continue
        whole = found[other]
        assert whole is not None
        more = {name: draft.values[name] for name in ("reduction", "base_year")}
        origins = {**whole.origins, "reduction": draft.origins["reduction"]}
        found[other], found[at] = replace(whole, values={**whole.values, **more}, origins=origins), None
    return [each for each in found if each]


def _node_key(draft: Draft) -> tuple[Any, ...]:
    said = draft.values
    return draft.kind, draft.sheet, said.get("year"), said.get("quantity"), said.get("sector"), draft.place


def _is_apart(draft: Draft) -> bool:
    """Whether a table said the per cent alone."""
    said = draft.values
    return (
        said.get("reduction") is not None and said.get("value") is None and said["name"] == _name(draft.sheet)
    )


def _name(sheet: str) -> str:
    """What a target is called of which a table says only by how much something is to fall."""
    return f"Ziel laut {sheet}"
