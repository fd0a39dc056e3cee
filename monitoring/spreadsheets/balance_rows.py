"""Rows of a balance that are something else, or say more than numbers: inhabitants, planned values, cell
states.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from monitoring.domain.balance import CellState, Sector
from monitoring.domain.draft import Draft, Origin
from monitoring.domain.target import TargetQuantity
from monitoring.spreadsheets.inhabitants import INHABITANTS
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import HeadedColumn, Outcome, Row
from monitoring.spreadsheets.vocabulary import code_of, word_of
from monitoring.spreadsheets.workbook import Value

VALUE_FIELDS = ("emissions_t", "energy_mwh")
PLANNED_CHOICES = ("as_target", "leave_out")
_TARGET_OF = {"emissions_t": TargetQuantity.EMISSIONS, "energy_mwh": TargetQuantity.ENERGY}
_KEPT_WORDS = 300


def is_about_inhabitants(cells: Sequence[Value], columns: Sequence[HeadedColumn]) -> bool:
    """Whether sector or type of a row say that its number counts people."""
    words = (cells[each.number - 1] for each in columns if each.column.field in ("sector", "row_type"))
    return any(isinstance(word, str) and code_of("row_type", word) == "inhabitants" for word in words)


def is_of_another_kind(field: str, cell: Value, value: Any) -> bool:
    """Whether a cell makes its row something else than a balance value: inhabitants, or a planned value.

    >>> is_of_another_kind("sector", "Einwohner", None), is_of_another_kind("row_type", "Ist", "actual")
    (True, False)
    """
    is_type = field == "row_type" and value not in (None, "actual")
    names = field in ("sector", "row_type") and isinstance(cell, str)
    return is_type or (names and code_of("row_type", str(cell)) == "inhabitants")


def inhabitants_columns(columns: Sequence[HeadedColumn]) -> list[HeadedColumn]:
    """The columns of a balance as those of the sheet of inhabitants: the first value is the number of
    people.
    """
    counting = next((each for each in columns if each.column.field in VALUE_FIELDS), None)
    same = [each for each in columns if each.column.field in ("year", "source")]
    renamed = [replace(each, column=INHABITANTS.column(each.column.field)) for each in same]
    if counting:
        renamed.append(replace(counting, column=INHABITANTS.column("inhabitants"), unit=None))
    return renamed


def balance_drafts(row: Row, remarks: Remarks) -> list[Draft]:
    """The draft of a balance row; targets for planned values where the user wants them; none for a row
    without value.
    """
    row_type = row.values.pop("row_type", None)
    if row_type == "planned":
        return _planned(row, remarks)
    if _lacks_value(row) and Outcome.PENDING in row.outcomes:
        return []
    if _lacks_value(row) and not _state_from_words(row):
        remarks.notice("row_without_value", row.sheet, row.cell_of(_value_field(row)))
        return []
    return [row.draft("balance")]


def _value_field(row: Row) -> str:
    return next((name for name in VALUE_FIELDS if name in row.values), VALUE_FIELDS[0])


def _lacks_value(row: Row) -> bool:
    is_value = row.values.get("state", CellState.VALUE) is CellState.VALUE
    return is_value and all(row.values.get(name) is None for name in VALUE_FIELDS)


def _state_from_words(row: Row) -> bool:
    """Takes the state from words such as „NE“ or „IE (GHD)“ in place of the value."""
    known = {state.value: state for state in CellState}
    absences = ((name, row.absences.get(name)) for name in VALUE_FIELDS)
    states = [(name, known[found.value]) for name, found in absences if found and found.value in known]
    if not states:
        return False
    name, state = states[0]
    _set(row, "state", state, row.origins[name])
    elsewhere = re.search(r"\(([^)]+)\)|\bin (.+)$", row.origins[name].text or "")
    sector = code_of("sector", elsewhere[1] or elsewhere[2]) if elsewhere else None
    if state is CellState.INCLUDED_ELSEWHERE and sector:
        _set(row, "is_included_in", Sector(sector), row.origins[name])
    return True


def _set(row: Row, field: str, value: Any, origin: Origin) -> None:
    row.values[field] = value
    row.origins[field] = origin


def _planned(row: Row, remarks: Remarks) -> list[Draft]:
    answer = remarks.ask(
        ("planned", row.sheet),
        "planned_values",
        PLANNED_CHOICES,
        row.sheet,
        row.cell_of("row_type"),
        vocabulary="planned",
    )
    if answer is None:
        row.outcomes.add(Outcome.PENDING)
    if answer != "as_target":
        return []
    return [_target(row, name) for name in VALUE_FIELDS if row.values.get(name) is not None]


def _target(row: Row, value_field: str) -> Draft:
    sector = row.values["sector"]
    taken = {"name": "source", "year": "year", "value": value_field, "sector": "sector"}
    values = {
        "name": _target_name(row, value_field),
        "quantity": _TARGET_OF[value_field],
        "year": row.values["year"],
        "value": row.values[value_field],
        "sector": None if sector is Sector.SUM else sector,
    }
    origins = {to: row.origins[came] for to, came in taken.items() if came in row.origins}
    return Draft("targets", values, origins, row.sheet, row.number)


def _target_name(row: Row, value_field: str) -> str:
    """What a target from planned values is called: its source, with sector and quantity where they are not
    the usual.
    """
    name = row.values.get("source") or f"Ziel laut {row.sheet}"
    sector = row.values["sector"]
    if sector is not Sector.SUM:
        name = f"{name} – {word_of('sector', sector)}"
    if value_field == "energy_mwh":
        name = f"{name} (Endenergie)"
    return str(name)[:_KEPT_WORDS]
