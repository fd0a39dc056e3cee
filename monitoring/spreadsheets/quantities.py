"""Cells that hold numbers: quantities in their units, money, shares, whole numbers, and prose in their
place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from monitoring.domain.rounding import all_significant, significant
from monitoring.spreadsheets.column import Reads
from monitoring.spreadsheets.missing_words import Absence
from monitoring.spreadsheets.numbers import (
    PLAIN,
    Number,
    NumberStyle,
    number_of_plain,
    read_cell,
    unit_of_format,
)
from monitoring.spreadsheets.row import Outcome, Task
from monitoring.spreadsheets.units import PER_YEAR, Dimension, Unit, unit
from monitoring.spreadsheets.workbook import Value

DIMENSIONS = {
    "MWh": Dimension.ENERGY,
    "t": Dimension.EMISSIONS,
    "€": Dimension.MONEY,
    "%": Dimension.SHARE,
}
"""What a column measures, by its canonical unit; other units are not converted."""
UNIT_CHOICES = {
    Dimension.ENERGY: ("kWh", "MWh", "GWh", "TJ"),
    Dimension.EMISSIONS: ("kg", "t", "kt", "Mt"),
    Dimension.MONEY: ("€", "T€", "Mio. €"),
    Dimension.SHARE: ("%", "1"),
}
PLAIN_SHARE = Unit("1", Dimension.SHARE, 1.0)
"""Shares written as 0.58 rather than 58 %."""
SMALL_SHARE = 0.01
"""So small a share in per cent may be meant as a plain share."""
STYLE_CHOICES = (NumberStyle.GERMAN.value, NumberStyle.ENGLISH.value)

Quantity = float | int | None


def read_quantity(task: Task) -> Quantity | Outcome:
    """The number of a cell in its base unit: MWh, t, cents, a share from 0 to 1, or as it stands."""
    found = read_cell(task.cell, _style(task))
    if isinstance(found, Absence):
        return _absent(task, found)
    if found is None:
        return _prose(task)
    if not _is_certain(found, task):
        if task.column.text_field:
            task.gather("number_kept_as_text")
        return _prose(task)
    if found.rest and not found.unit:
        task.keep_text()
    _note_assumptions(found, task)
    return _converted(found, task)


def plain_quantities(probe: Task) -> Callable[[list[float]], list[Any] | None] | None:
    """How the plain numbers of a column are read, many at once, as `read_quantity` reads each.

    None where there is no such way: a share without a unit depends on its size, and what is measured in a
    unit that only the row knows on its row. It gives None where any of the numbers is not plain.
    """
    column, shown = probe.column, unit_of_format(probe.cell.number_format)
    own, dimension = shown or probe.headed.unit, DIMENSIONS.get(column.unit or "")
    if probe.cell.is_percent and dimension is not Dimension.SHARE:
        return None
    if column.reads is Reads.WHOLE:
        return None if probe.headed.unit else _whole_numbers
    if dimension is None:
        return None if own else all_significant
    if shown and column.text_field and PER_YEAR.search(shown.text.casefold()):
        return None
    if dimension is Dimension.SHARE:
        if own is None or own.dimension is not Dimension.SHARE:
            return None
        return partial(_all_shares, measured=own, is_shown=probe.cell.is_percent)
    measured = own or _asked_unit(dimension, 0.0, probe)
    if measured is None or measured.dimension is not dimension:
        return None
    return partial(_all_in_base, measured=measured)


def plain_numbers(cells: Sequence[Value]) -> list[float | None]:
    """`plain_number` of many cells."""
    if set(map(type, cells)) <= {int, float}:
        return [float(cell) or 0.0 for cell in cells]  # type: ignore[arg-type]
    return list(map(plain_number, cells))


def plain_number(cell: Value) -> float | None:
    """The number of a cell that is one, or a text that is nothing but one which can be read in one way only.

    >>> plain_number("12,5"), plain_number(-0.0), plain_number("1.234")
    (12.5, 0.0, None)
    """
    if type(cell) is float or type(cell) is int:
        return float(cell) or 0.0
    if isinstance(cell, str) and PLAIN.fullmatch(cell):
        return number_of_plain(cell) or 0.0
    return None


def _whole_numbers(values: list[float]) -> list[Any] | None:
    return list(map(int, values)) if all(map(float.is_integer, values)) else None


def _all_in_base(values: list[float], measured: Unit) -> list[Any]:
    in_base = measured.all_to_base(values)
    return [round(value * 100) for value in in_base] if measured.dimension is Dimension.MONEY else in_base


def _all_shares(values: list[float], measured: Unit, is_shown: bool) -> list[Any] | None:
    """Shares of numbers in per cent, written as such or only shown so; None where one looks too small."""
    in_percent = all_significant(value * 100 for value in values) if is_shown else values
    shares = measured.all_to_base(in_percent)
    return None if any(0 < abs(share) <= SMALL_SHARE for share in shares) else shares


def _in_base(value: float, measured: Unit) -> float | int:
    in_base = measured.to_base(value)
    return round(in_base * 100) if measured.dimension is Dimension.MONEY else in_base


def _style(task: Task) -> NumberStyle:
    if not task.headed.is_style_assumed or not isinstance(task.cell.value, str):
        return task.headed.style
    probe = read_cell(task.cell, task.headed.style)
    if not isinstance(probe, Number) or not probe.ambiguous or not _is_certain(probe, task):
        return task.headed.style
    if task.column.reads is Reads.MONEY:
        # Money has no three decimals: the only separator before three digits parts thousands.
        return NumberStyle.GERMAN if "." in task.text else NumberStyle.ENGLISH
    answer = task.ask(
        ("number", task.row.sheet, task.headed.heading),
        "number_style",
        STYLE_CHOICES,
        vocabulary="number_style",
        default=NumberStyle.GERMAN.value,
        details={"example": task.text},
    )
    return NumberStyle(answer) if answer else NumberStyle.GERMAN


def _absent(task: Task, found: Absence) -> Quantity:
    if found is Absence.MISSING:
        return None
    task.keep_text()
    task.row.absences[task.column.field] = found
    return None


def _prose(task: Task) -> Quantity | Outcome:
    if not task.column.text_field:
        return task.fault("not_a_number")
    task.keep_text()
    return None


def _is_certain(found: Number, task: Task) -> bool:
    """Whether the text says one number. Where prose can be kept, „ca.“ and costs per year leave the number
    open.
    """
    if found.value is None:
        return False
    own = _own_unit(found)
    if found.rest and own is None:
        return False
    if not task.column.text_field:
        return found.unit is not None or not found.rest
    is_money = own is not None and own.dimension is Dimension.MONEY
    is_yearly_money = is_money and PER_YEAR.search(found.rest.casefold()) is not None
    return not (found.approximate or found.memo or is_yearly_money)


def _own_unit(found: Number) -> Unit | None:
    """The unit beside the number: „20.000 € einmalig“ is in euros."""
    return found.unit or (unit(found.rest.split(" ")[0]) if found.rest else None)


def _note_assumptions(found: Number, task: Task) -> None:
    if found.approximate:
        task.gather("approximate_number")
    if found.memo:
        task.gather("memo_number")
    # German settled by the rest of the column is what everybody expects; anything else is shown.
    if found.ambiguous and task.headed.style is NumberStyle.ENGLISH:
        task.gather("number_style_assumed", style=task.headed.style.value, example=task.text)


def _converted(found: Number, task: Task) -> Quantity | Outcome:
    value = found.value or 0.0
    dimension = DIMENSIONS.get(task.column.unit or "")
    own = _own_unit(found) or task.headed.unit
    if task.column.reads is Reads.WHOLE:
        return _whole(_counted(value, task.headed.unit), task)
    if dimension is None:
        if own:
            task.row.units[task.column.field] = own
        return significant(value)
    measured = own or _asked_unit(dimension, value, task)
    if measured is None:
        return Outcome.PENDING
    if measured.dimension is not dimension:
        return task.fault("wrong_unit", expected=task.column.unit, found=measured.text)
    return _stored(value, measured, task)


def _stored(value: float, measured: Unit, task: Task) -> Quantity:
    in_base = _in_base(value, measured)
    if (
        measured.dimension is Dimension.SHARE
        and 0 < abs(in_base) <= SMALL_SHARE
        and measured is not PLAIN_SHARE
    ):
        task.remarks.warning(
            "share_looks_small",
            task.row.sheet,
            task.cell.address,
            task.cell.value,
            heading=task.headed.heading,
        )
    return in_base


def _asked_unit(dimension: Dimension, value: float, task: Task) -> Unit | None:
    if task.given_unit and task.given_unit.dimension is dimension:
        return task.given_unit
    if dimension is Dimension.SHARE and abs(value) > 1:
        # No share exceeds the whole: such a number can only be in per cent.
        task.gather("share_in_percent")
        return unit("%")
    answer = task.ask(
        ("unit", task.row.sheet, task.headed.heading),
        "unit",
        UNIT_CHOICES[dimension],
        vocabulary="share_unit" if dimension is Dimension.SHARE else None,
        details={"example": task.cell.value},
    )
    if answer is None:
        return None
    return PLAIN_SHARE if answer == "1" else unit(answer)


def _counted(value: float, measured: Unit | None) -> float:
    """How many it is; of thousands to the nearest whole, of which they are rounded anyway.

    >>> _counted(64.1, unit("Einwohner")), _counted(64.1, Unit("Tsd.", Dimension.COUNT, 1000.0))
    (64.1, 64100.0)
    """
    return value if measured is None or measured.factor == 1 else float(round(measured.to_base(value)))


def _whole(value: float, task: Task) -> int | Outcome:
    return int(value) if value == int(value) else task.fault("not_whole")
