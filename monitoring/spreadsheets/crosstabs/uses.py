"""A table divided by use, „Strom, Wärme, Verkehr“: its owner says what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.crosstabs.facets import IGNORED, PENDING, WEAK, Facets, Label
from monitoring.spreadsheets.crosstabs.questions import ANSWER
from monitoring.spreadsheets.crosstabs.sense import Sense, sense_of
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.crosstabs.use_words import HEAT, divide_by_use, use_of
from monitoring.spreadsheets.headings import without_years
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.vocabulary import word_of

AS_CARRIERS, TOTAL_ONLY, LEAVE_OUT, ASK_EACH = "as_carriers", "total_only", "leave_out", "ask_each"


def ask_about_uses(table: Table, remarks: Remarks) -> None:
    """Settles lines that divide by use as they were answered; while that is open they are pending."""
    for lines in (table.rows, table.heads):
        known = [each for each in lines.values() if not each.left_out]
        totals = [each for each in known if each.is_total]
        parts = [each for each in known if not each.is_total]
        if divide_by_use(each.text for each in parts) and any(each.unknown for each in parts):
            before = _answered_before(parts, remarks)
            _settle(before or _asked(table, parts, bool(totals), remarks), parts, totals)


def _answered_before(parts: Iterable[Facets], remarks: Remarks) -> str | None:
    """ASK_EACH where the user said in another file already what is meant with heat."""
    words = {each.unknown or each.text for each in parts if use_of(each.text) == HEAT}
    return ASK_EACH if any(remarks.answers.to("word", "carrier", word) for word in words) else None


def _asked(table: Table, parts: Sequence[Facets], has_total: bool, remarks: Remarks) -> str | None:
    sheet = table.grid.sheet.name
    first = parts[0].unknown_cell or next(iter(parts[0].cells.values()), None)
    cell = first or cell_address(table.block.body[0], table.block.columns[0])
    choices = (AS_CARRIERS, TOTAL_ONLY if has_total else LEAVE_OUT, ASK_EACH)
    details = {"examples": ", ".join(_names(parts))}
    return remarks.ask(("uses", sheet), "uses", choices, sheet, cell, vocabulary="uses", details=details)


def _settle(answer: str | None, parts: Sequence[Facets], totals: Sequence[Facets]) -> None:
    if answer == ASK_EACH:
        for each in parts:
            each.unknown_dimension = "carrier"
        return
    if answer == AS_CARRIERS:
        for each in parts:
            _take_as_carrier(each)
        return
    for each in parts:
        each.left_out, each.unknown = (IGNORED if answer else PENDING), None
    for each in totals if answer == TOTAL_ONLY else ():
        each.method = f"{word_of('sector', WEAK['sector'])} = {' + '.join(_names(parts))} (Anwendungen)"


def _take_as_carrier(found: Facets) -> None:
    carrier = use_of(found.text) or HEAT
    if sense_of(found.text).sector:
        del found.values["sector"]
    found.put("carrier", carrier, Label(Sense(found.text, found.text), ANSWER, found.unknown_cell))
    found.unknown = None
    word, label = word_of("carrier", carrier), without_years(found.text)
    found.method = f"{label} (Anwendung)" if label == word else f"{word} = {label} (Anwendung)"


def _names(parts: Sequence[Facets]) -> list[str]:
    return list(dict.fromkeys(without_years(each.text) for each in parts))
