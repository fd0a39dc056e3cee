"""Rows, columns and surroundings of a table that the user gave a meaning: over what their labels say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from monitoring.domain.profile import BETWEEN_LABELS
from monitoring.spreadsheets.chosen_meanings import (
    Chosen,
    ChosenMeanings,
    label_path,
    parsed,
)
from monitoring.spreadsheets.crosstabs.cells import DIMENSIONS
from monitoring.spreadsheets.crosstabs.facets import CONTEXT, WEAK, Facets, Label
from monitoring.spreadsheets.crosstabs.lexicon import SUM
from monitoring.spreadsheets.crosstabs.sense import Sense, year_of
from monitoring.spreadsheets.units import unit
from monitoring.spreadsheets.vocabulary import codes_of

ANSWER = "answer"
IGNORED = "ignored"
WHOLE_TABLE = "*"
"""The label of what holds for a whole table."""
QUANTITIES = (*DIMENSIONS, *CONTEXT)


def line_label(found: Facets) -> str:
    """The label of a row or column in answers; empty where it has none."""
    return label_path(found.path)


def table_label(around: Facets) -> str:
    """The label of a whole table in answers: its title, where it has one."""
    title = label_path(around.path)
    return f"{WHOLE_TABLE}{BETWEEN_LABELS}{title}" if title else WHOLE_TABLE


def answer_line(found: Facets, sheet: str, label: str, chosen: ChosenMeanings) -> None:
    """Gives a line the meaning that was chosen for it; what it cannot mean is ignored, and said so."""
    value = chosen.meaning(sheet, label) if label else None
    if value is None:
        return
    said = _possible(parsed(value))
    if said is None:
        found.reasons[ANSWER] = "not_possible"
    elif said.is_ignored:
        found.left_out, found.unknown = IGNORED, None
        found.reasons[ANSWER] = IGNORED
    else:
        _give(found, said)


def _give(found: Facets, said: Chosen) -> None:
    label = Label(Sense(found.text, found.text), ANSWER)
    for aspect, code in _with_quantity(said).items():
        found.put(aspect, _READ[aspect](code), label)
    measured = found.get("unit")
    if measured and "unit" not in said.aspects and _measures_another(found):
        del found.values["unit"]
    found.left_out = found.unknown = found.outer_unknown = None
    if any(said.aspects.get(aspect, total) != total for aspect, total in WEAK.items()):
        found.mapped = found.text
    if "sector" in said.aspects:
        found.is_total = said.aspects["sector"] == SUM


def _with_quantity(said: Chosen) -> dict[str, str]:
    """A unit of energy or emissions says what is measured, too."""
    measured = said.unit
    quantity = next(
        (name for name, each in DIMENSIONS.items() if measured and each is measured.dimension), None
    )
    return {"quantity": quantity, **said.aspects} if quantity else said.aspects


def _measures_another(found: Facets) -> bool:
    expected = DIMENSIONS.get(str(found.get("quantity")))
    return expected is not None and found.get("unit").dimension is not expected


def _possible(said: Chosen | None) -> Chosen | None:
    if said is None or any(_read(aspect, code) is None for aspect, code in said.aspects.items()):
        return None
    quantity, measured = said.aspects.get("quantity"), said.unit
    contradicts = quantity and measured and DIMENSIONS.get(quantity) is not measured.dimension
    return None if contradicts else said


def _read(aspect: str, code: str) -> Any:
    read = _READ.get(aspect)
    return read(code) if read else None


def _one_of(*codes: str) -> Callable[[str], str | None]:
    return lambda code: code if code in codes else None


_READ: dict[str, Callable[[str], Any]] = {
    "sector": _one_of(*codes_of("sector")),
    "carrier": _one_of(*codes_of("carrier")),
    "basis": _one_of(*codes_of("basis")),
    "row_type": _one_of("actual", "planned"),
    "quantity": _one_of(*QUANTITIES),
    "unit": unit,
    "year": year_of,
}
"""How the code of each aspect is read; None where it is none."""
