"""Lines that are parts of others: „davon“ below its whole, and a total of lines that are all one sector."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitoring.domain.balance import PARTS_OF, Sector
from monitoring.spreadsheets.crosstabs.facets import IGNORED, PENDING, WEAK, Facets, Label
from monitoring.spreadsheets.crosstabs.sense import Sense

PART = "part"


def take_parts(lines: Iterable[Facets]) -> None:
    """Keeps „davon Strom“ and „davon GHD“ below the whole they are part of; „davon Raumwärme“ stays out."""
    whole: Facets | None = None
    for found in lines:
        if found.left_out == PART:
            if whole and not found.unknown and whole.get("carrier") in (None, WEAK["carrier"]):
                _take(found, whole)
        elif not found.left_out:
            whole = None if found.unknown else found


def _take(found: Facets, whole: Facets) -> None:
    own, outer = found.get("sector"), whole.get("sector")
    is_of_total = whole.is_total and outer in (None, WEAK["sector"])
    if found.get("carrier") and own in (None, outer):
        if outer:
            _inherit(found, "sector", outer, whole)
        found.left_out = None if outer or is_of_total else PART
    elif own and not found.get("carrier") and own != outer:
        found.left_out = None if is_of_total or outer else PART
        if outer and not is_of_total and own not in PARTS_OF.get(Sector(outer), ()):
            _inherit(found, "is_included_in", outer, whole)


def _inherit(found: Facets, aspect: str, value: str, whole: Facets) -> None:
    found.put(aspect, value, Label(Sense(whole.text, whole.text), "whole", whole.cells.get("sector")))


def take_total_of_one_sector(lines: Sequence[Facets]) -> None:
    """The total of lines that are all parts of one sector is that of the sector, not of the whole balance.

    „Gesamt“ below a sector that one line names whole is that of the balance: the others are not listed.
    """
    if any(each.left_out in (PENDING, IGNORED) for each in lines):
        return  # it counts them too
    known = [each for each in lines if not each.left_out]
    totals = [each for each in known if each.is_total and each.get("sector") in (None, WEAK["sector"])]
    parts = [each for each in known if each not in totals and each.get("sector")]
    sectors = {each.get("sector") for each in parts}
    wholes = [each for each in parts if each.get("carrier") in (None, WEAK["carrier"])]
    mapped = [each for each in wholes if each.mapped]
    # „Kommunale Gebäude“ beside a line that its owner mapped to the same sector is a part like it.
    are_parts = len(mapped) == len(wholes) or (bool(mapped) and sectors == {Sector.KE})
    names = {each.mapped or each.get("carrier") or each.text for each in parts}
    if totals and len(sectors) == 1 and len(names) > 1 and are_parts:
        for each in wholes:
            each.mapped = each.mapped or each.text
        for total in totals:
            _inherit(total, "sector", next(iter(sectors)), parts[0])
