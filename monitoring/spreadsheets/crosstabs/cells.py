"""What one number of a table is: the labels of its row, its column and the surroundings put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from monitoring.spreadsheets.crosstabs.facets import CONTEXT, WEAK, Facets
from monitoring.spreadsheets.crosstabs.label_words import OTHER
from monitoring.spreadsheets.gases import Gas, SaidGas
from monitoring.spreadsheets.headings import without_years
from monitoring.spreadsheets.units import Dimension, Unit

LONGEST_SCOPE = 60
CONTRADICTION = "contradiction"
NO_YEAR = "no_year"
DIMENSIONS = {"energy": Dimension.ENERGY, "emissions": Dimension.EMISSIONS}
_ONE_OF_EACH = ("year", "sector", "carrier", "quantity", "row_type", "basis")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a number is. `quantity` is None where neither a word nor a unit says what is measured.

    `scope` is the label that its unit would be expected at: one question for all numbers below it. `plan` is
    the label that says „planned“, `cells` are those of the labels, by aspect.
    `is_assumed_total` where nothing names a sector, a carrier or a total. `word` is the label whose sector or
    carrier the owner named, `is_included_in` the sector a „davon“ line is part of, `gas` whether CO2 alone is
    counted.
    """

    year: int
    sector: str
    carrier: str
    quantity: str | None
    unit: Unit | None
    row_type: str | None
    basis: str | None
    note: str | None
    scope: str | None
    plan: str | None = None
    cells: tuple[tuple[str, str], ...] = ()
    is_assumed_total: bool = False
    word: str | None = None
    is_included_in: str | None = None
    gas: SaidGas | None = None
    method: str | None = None


def meaning(row: Facets, column: Facets, around: Facets) -> Meaning | str:
    """What the number at a crossing means, or the code of the reason why it is not stored."""
    left_out = _left_out(row, column, around)
    if left_out:
        return left_out
    said: dict[str, Any] = {}
    for aspect in _ONE_OF_EACH:
        found = _agreed(aspect, row.get(aspect), column.get(aspect))
        if found == CONTRADICTION:
            return str(found)
        said[aspect] = found if found is not None else around.get(aspect)
    if said["year"] is None:
        return NO_YEAR
    measured, source = _unit(row, column, around, said["quantity"])
    if measured == CONTRADICTION:
        return str(measured)
    notes = [each for each in (row.get("note"), column.get("note")) if each]
    return Meaning(
        year=said["year"],
        sector=said["sector"] or WEAK["sector"],
        carrier=said["carrier"] or WEAK["carrier"],
        quantity=said["quantity"],
        unit=measured,
        row_type=said["row_type"],
        basis=said["basis"],
        note=", ".join(notes) or None,
        scope=source,
        plan=_source("row_type", row, column, around) if said["row_type"] == "planned" else None,
        is_assumed_total=_is_assumed_total(said, row, column, around),
        cells=tuple((around.cells | column.cells | row.cells).items()),
        word=" / ".join(each.mapped for each in (row, column) if each.mapped) or None,
        is_included_in=row.get("is_included_in") or column.get("is_included_in"),
        gas=_gas(row, column, around),
        method="; ".join(each.method for each in (row, column) if each.method) or None,
    )


def _gas(row: Facets, column: Facets, around: Facets) -> SaidGas | None:
    """What row and column say about gases, all of them before CO2 alone; else what stands around."""
    near = [each.gas for each in (row, column) if each.gas]
    return next((each for each in near if each.gas is Gas.ALL), near[0] if near else around.gas)


def _is_assumed_total(said: dict[str, Any], *lines: Facets) -> bool:
    is_said = any(each.is_total for each in lines)
    return not (is_said or said["sector"] or said["carrier"])


def _left_out(row: Facets, column: Facets, around: Facets) -> str | None:
    own = row.left_out or column.left_out
    if around.left_out == OTHER:
        return own or OTHER
    measured = row.get("quantity") or column.get("quantity") or row.get("unit") or column.get("unit")
    return own or (None if measured and around.left_out != "budget" else around.left_out)


def _agreed(aspect: str, one: Any, other: Any) -> Any:
    """What row and column say together: what one says where the other is silent or names a total."""
    weak = WEAK.get(aspect)
    if aspect == "quantity" and one in CONTEXT:
        return one  # people stand in a row of a column of emissions
    if one is None or other is None or one == other:
        return one if one is not None else other
    if weak in (one, other):
        return other if one == weak else one
    return CONTRADICTION


def _short(label: str | None) -> str | None:
    """A label that a question can name; a sentence is none."""
    return without_years(label) or None if label and len(label) <= LONGEST_SCOPE else None


def _source(aspect: str, *lines: Facets) -> str | None:
    """The label of the nearest line that says an aspect."""
    return next(
        (each.sources[aspect] for each in lines if aspect in each.sources and aspect in each.values), None
    )


def _source_of_plan(*lines: Facets) -> str | None:
    """The label that makes numbers planned ones: their unit is asked apart, they may be percentages."""
    planned = [each for each in lines if each.get("row_type") == "planned" and not _is_typed(each)]
    return _source("row_type", *planned)


def _is_typed(line: Facets) -> bool:
    """Whether „planned“ stands in a column of its own: the numbers beside it are all of one kind."""
    is_own = line.reasons["row_type"].startswith(("row_label", "filled_down"))
    return is_own and len(line.path) > 1 and not line.outer_text


def _unit(row: Facets, column: Facets, around: Facets, quantity: str | None) -> tuple[Any, str | None]:
    """The unit of the nearest label that has one, unless it measures something else."""
    source = _source("quantity", row, column) or _source_of_plan(row, column)
    source = without_years(source) if source else _short(_source("quantity", around))
    source = source or None
    fitting = [each.get("unit") for each in (row, column, around)]
    if quantity in CONTEXT:
        counted = [each for each in fitting if each and each.dimension is Dimension.COUNT]
        return (counted[0] if counted else None), source
    expected = DIMENSIONS.get(quantity or "")
    units = [each for each in fitting if each and (expected is None or each.dimension is expected)]
    near = [each for each in fitting[:2] if each]
    if len(near) == 2 and (near[0].dimension, near[0].factor) != (near[1].dimension, near[1].factor):
        return CONTRADICTION, source
    return (units[0] if units else None), source
