"""What only the owner of a table can know: unknown labels, the unit, the year, the municipality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.crosstabs.facets import IGNORED, PENDING, WEAK, Facets, Label
from monitoring.spreadsheets.crosstabs.sense import Sense
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.quantities import UNIT_CHOICES
from monitoring.spreadsheets.remarks import Remarks, kept
from monitoring.spreadsheets.units import Dimension, Unit, unit
from monitoring.spreadsheets.vocabulary import codes_of
from monitoring.spreadsheets.words import IGNORE

ANSWER = "answer"
FIRST_BALANCE_YEAR = 1990
BALANCE_UNITS = (*UNIT_CHOICES[Dimension.ENERGY], *UNIT_CHOICES[Dimension.EMISSIONS])
MOST_LABELS_ASKED = 8
LINES_CHOICES = ("leave_out", "total_only", "ask_each")
"""What to do with many unknown lines; `total_only` where a total stands over nothing else."""
LINES_OF_A_TOTAL = 2
"""Unknown lines from which on their total is in question with them."""
INDICATOR_UNITS = ("Anzahl", "%", "kWp", "MWh", "t CO2e", "km", "m²", "EUR")
INDICATOR_CHOICES = ("as_indicator", "leave_out")


def ask_about_labels(table: Table, lines: Iterable[Facets], remarks: Remarks) -> None:
    """Settles unknown labels by the answers given; an open question leaves the line pending.

    Many unknown labels are one question first: whether they matter at all. So are a few whose total stands
    over nothing that is known: the sum of all schools is not that of the town.
    """
    unknown = [each for each in lines if each.unknown and not each.left_out]
    new = [each for each in unknown if not remarks.answers.to(*_key_of_word(table, each))]
    labels = list(dict.fromkeys(str(each.unknown) for each in new))
    parts, totals = _totals_of_unknown(table, new)
    if parts or len(labels) > MOST_LABELS_ASKED:
        in_question = parts or new
        answer = _ask_about_all(table, in_question, bool(totals), remarks)
        if answer != "ask_each":
            _leave_out([*in_question, *(totals if answer != "total_only" else ())], answer)
        if answer is None or (answer == "leave_out" and parts):
            return
    for found in unknown:
        if found.unknown and not found.left_out:
            ask_about(table, found, remarks)


def _totals_of_unknown(table: Table, unknown: Sequence[Facets]) -> tuple[list[Facets], list[Facets]]:
    """The unknown lines along one side of a table, and their totals, where it has no other lines."""
    for side in (table.rows, table.heads):
        shown = [each for each in side.values() if not each.left_out]
        parts = [each for each in shown if any(each is other for other in unknown)]
        totals = [each for each in shown if each.is_total and not each.unknown and _names_nothing(each)]
        if totals and len(parts) >= LINES_OF_A_TOTAL and len(parts) + len(totals) == len(shown):
            return parts, totals
    return [], []


def _names_nothing(found: Facets) -> bool:
    return all(found.get(aspect) in (None, weak) for aspect, weak in WEAK.items())


def _leave_out(lines: Iterable[Facets], answer: str | None) -> None:
    for found in lines:
        found.left_out, found.unknown = (PENDING if answer is None else IGNORED), None


def _ask_about_all(table: Table, lines: Sequence[Facets], has_total: bool, remarks: Remarks) -> str | None:
    sheet = table.grid.sheet.name
    labels = list(dict.fromkeys(str(each.unknown) for each in lines))
    details = {"examples": ", ".join(labels[:3]), "count": len(labels)}
    choices = LINES_CHOICES if has_total else tuple(each for each in LINES_CHOICES if each != "total_only")
    return remarks.ask(
        ("lines", sheet), "unknown_lines", choices, sheet, lines[0].unknown_cell or _first_cell(table),
        vocabulary="unknown_lines", details=details,
    )  # fmt: skip


def _first_cell(table: Table) -> str:
    return cell_address(table.block.body[0], table.block.columns[0])


def _key_of_word(table: Table, found: Facets) -> tuple[str, str, str]:
    vocabulary = found.unknown_dimension or table.stub.dimension or table.boxhead.dimension or "sector"
    return "word", vocabulary, found.unknown or ""


def ask_about(table: Table, found: Facets, remarks: Remarks) -> None:
    """Settles one unknown label by its answer; an open question leaves the line pending."""
    key = _key_of_word(table, found)
    _, vocabulary, word = key
    answer = remarks.ask(
        key,
        "unknown_label",
        (*codes_of(vocabulary), IGNORE),
        table.grid.sheet.name,
        found.unknown_cell or _first_cell(table),
        vocabulary=vocabulary,
        details={"heading": table.grid.sheet.name, "word": word},
    )
    if answer is None:
        found.left_out = PENDING
    elif answer == IGNORE:
        found.left_out = IGNORED
    else:
        found.put(vocabulary, answer, Label(Sense(word, word), ANSWER, found.unknown_cell))
        found.mapped = None if answer in WEAK.values() else word
    found.unknown = None


def asked_unit(table: Table, scope: str | None, at: tuple[int, int], remarks: Remarks) -> Unit | str | None:
    """The unit of numbers of which nothing says what they measure; `IGNORE` where they are no balance."""
    sheet = table.grid.sheet
    heading = scope or sheet.name
    details = {"heading": heading, "example": kept(sheet.value(*at))}
    key, cell = ("unit", sheet.name, heading), cell_address(*at)
    choices = (*BALANCE_UNITS, IGNORE)
    answer = remarks.ask(key, "unit", choices, sheet.name, cell, vocabulary="unit_of_table", details=details)
    return IGNORE if answer == IGNORE else unit(answer) if answer else None


def asked_year(table: Table, today: date, remarks: Remarks) -> int | None:
    """The year of a table that names none."""
    sheet = table.grid.sheet.name
    choices = tuple(str(year) for year in range(today.year, FIRST_BALANCE_YEAR - 1, -1))
    cell = _first_cell(table)
    answer = remarks.ask(("year", sheet), "year_of_table", choices, sheet, cell)
    return int(answer) if answer else None


def asked_place(table: Table, remarks: Remarks) -> str | None:
    """Which municipality of a table of several is meant; its rows alone are read."""
    column = table.columns.place
    assert column is not None
    sheet, header = table.grid.sheet, table.block.header
    heading = str(table.grid.label(header[-1], column)) if header else sheet.name
    names = places(table)
    cell = cell_address(min(table.rows), column)
    key, details = ("place", sheet.name, heading), {"heading": heading, "count": len(names)}
    return remarks.ask(key, "place", names, sheet.name, cell, details=details)


def places(table: Table) -> tuple[str, ...]:
    """The municipalities that the rows of a table name."""
    column = table.columns.place
    if column is None:
        return ()
    named = {str(table.grid.sheet.value(row, column) or "").strip() for row in table.rows}
    return tuple(sorted(named - {""}))


def asked_indicators(table: Table, labels: list[str], cell: str, remarks: Remarks) -> bool | None:
    """Whether lines with units of their own are indicators, None while that is open."""
    sheet = table.grid.sheet.name
    details = {"examples": ", ".join(labels[:3]), "count": len(labels)}
    answer = remarks.ask(
        ("indicators", sheet), "indicator_lines", INDICATOR_CHOICES, sheet, cell,
        vocabulary="indicator_lines", details=details,
    )  # fmt: skip
    return None if answer is None else answer == "as_indicator"


def asked_indicator_unit(table: Table, name: str, at: tuple[int, int], remarks: Remarks) -> str | None:
    """What an indicator is counted in, where its heading does not say so."""
    sheet = table.grid.sheet
    details = {"heading": name, "example": str(sheet.value(*at))}
    key, cell = ("unit", sheet.name, name), cell_address(*at)
    return remarks.ask(key, "unit", INDICATOR_UNITS, sheet.name, cell, details=details)
