"""What the labels of one row, one column or the surroundings of a table say together, with the reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from monitoring.spreadsheets.crosstabs.label_words import OTHER
from monitoring.spreadsheets.crosstabs.lexicon import ALL, SUM
from monitoring.spreadsheets.crosstabs.sense import Sense
from monitoring.spreadsheets.gases import SaidGas, said_gas
from monitoring.spreadsheets.headings import without_years
from monitoring.spreadsheets.units import Unit

WEAK = {"sector": SUM, "carrier": ALL}
"""What a total means along sectors and along carriers: it gives way to anything that says more."""
_CUT = re.compile(r"\b(?:ohne|exkl|excl|excluding)", re.IGNORECASE)
"""Words that cut something off a sector."""
PENDING, IGNORED = "pending", "ignored"
"""Lines that are not stored as long as a question is open, or after its answer."""
OF_THE_FILE = frozenset({"file_name", "sheet_name", "footnote"})
"""Places of labels that are no words over a table of their own."""
CONTEXT = frozenset({"inhabitants", "households", "jobs", "area_km2", "degree_days"})
"""Quantities of the sheet of inhabitants."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label with the place it was read from: `reason` is „heading“, „unit_row“, „group“ and the like.

    `dimension` says what the labels beside it name, where that differs from the rest of the axis.
    """

    sense: Sense
    reason: str
    cell: str | None = None
    is_inherited: bool = False
    dimension: str | None = None


@dataclass(slots=True)
class Facets:
    """Aspect → what is said about it: year, sector, carrier, quantity, unit, row_type, basis, note.

    `unknown` is a label that is not understood, at `unknown_cell`; `left_out` the reason why the numbers
    under this heading are not stored; `path` all its words, the outermost first; `mapped` the label whose
    sector or carrier its owner named; `gas` whether emissions are those of CO2 alone;
    `method` what the method of its numbers must tell.
    """

    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    unknown: str | None = None
    unknown_cell: str | None = None
    unknown_dimension: str | None = None
    left_out: str | None = None
    is_total: bool = False
    own_unit_text: str | None = None
    outer_text: str = ""
    outer_unknown: str | None = None
    path: list[str] = field(default_factory=list)
    mapped: str | None = None
    gas: SaidGas | None = None
    method: str | None = None
    names_town: bool = False

    @property
    def name(self) -> str:
        """The label with that of the group around it."""
        return f"{self.outer_text}: {self.text}" if self.outer_text and self.text else self.text

    @property
    def key(self) -> tuple[tuple[str, str], ...]:
        """All that is said, for comparing lines."""
        return tuple(sorted((aspect, str(value)) for aspect, value in self.values.items()))

    def get(self, aspect: str) -> Any:
        """What is said about an aspect, None where nothing is."""
        return self.values.get(aspect)

    def put(self, aspect: str, value: Any, label: Label) -> None:
        """Notes an aspect, with where it is said."""
        where = f"{label.reason}:{label.cell}" if label.cell else label.reason
        self.values[aspect] = value
        self.reasons[aspect] = where
        self.sources[aspect] = label.sense.label or label.sense.text
        self.cells.pop(aspect, None)
        if label.cell:
            self.cells[aspect] = label.cell


def dimension_of(senses: Iterable[Sense]) -> str | None:
    """Whether labels along an axis name sectors or carriers, by majority; None where they name neither."""
    named = Counter(
        "sector" if each.sector else "carrier" for each in senses if bool(each.sector) != bool(each.carrier)
    )
    if not named:
        return None
    return "carrier" if named["carrier"] > named["sector"] else "sector"


def facets_of(labels: Iterable[Label], dimension: str | None) -> Facets:
    """The labels of a row or column together, the outermost first: an inner label overrules an outer one."""
    found = Facets()
    for label in labels:
        _add(found, label, dimension)
    found.text = found.text or found.own_unit_text or ""
    if found.is_total and not (found.get("sector") or found.get("carrier")) and dimension:
        found.values[dimension] = WEAK[dimension]
        found.reasons.setdefault(dimension, "total")
    return found


def ask_about_parts(lines: Iterable[Facets]) -> None:
    """Beside „Abwasser gesamt“ a line „Abwasser“ is some part of it: its label is not understood. Where
    „Verkehr (ohne Flug)“ is all there is of a sector, it is no part that can be left out unasked.
    """
    lines = list(lines)
    _ask_about_only_parts(lines)
    known = [each for each in lines if not each.unknown and not each.left_out]
    totals = {each.key for each in known if each.is_total and each.text}
    for each in known:
        if each.key in totals and not each.is_total and each.text:
            each.unknown = each.text


def _ask_about_only_parts(lines: Sequence[Facets]) -> None:
    whole = {each.get("sector") for each in lines if not each.left_out}
    for each in lines:
        sector = each.get("sector")
        is_cut = each.left_out == "subtotal" and _CUT.search(each.text) is not None
        if is_cut and sector not in (None, WEAK["sector"]) and sector not in whole and not each.is_total:
            each.left_out, each.unknown, each.unknown_dimension = None, each.text, "sector"


def ask_about_town(lines: Iterable[Facets]) -> None:
    """„Stadt“ is the administration among other sectors; alone or beside „Landkreis“ it may be the town."""
    known = list(lines)
    named = {each.get("sector") for each in known if not each.names_town}
    if named - {None, WEAK["sector"]}:
        return
    for each in known:
        if each.names_town and each.get("sector") and not each.unknown and not each.left_out:
            each.unknown, each.unknown_dimension = each.text, "sector"
            del each.values["sector"]


def _add(found: Facets, label: Label, axis: str | None) -> None:
    said, dimension = label.sense, label.dimension or axis
    is_partial = label.is_inherited and not said.is_understood
    is_doubtful = is_partial or said.has_conflict
    if said.text and label.reason not in OF_THE_FILE:
        found.path.append(said.text)
    if said.heads == "unit":
        found.own_unit_text = said.text
    elif said.text and label.is_inherited:
        found.outer_text = said.label
    elif said.text:
        found.text = said.label or said.text
    found.names_town |= said.names_town
    is_town = said.names_town and label.is_inherited
    for aspect, value in _aspects(said, dimension):
        if not (is_doubtful and aspect in ("sector", "carrier")) and not (is_town and aspect == "sector"):
            found.put(aspect, value, label)
    _add_quantity(found, label)
    found.is_total |= said.is_total
    if said.not_stored and not (said.not_stored == OTHER and _may_be_balance(label)):
        found.left_out = said.not_stored
    elif said.quantity and found.left_out == OTHER:
        found.left_out = None
    if is_partial:
        found.outer_unknown = said.text
    elif not said.is_understood or _is_rest(said, dimension):
        _add_unknown(found, label, dimension)


def _may_be_balance(label: Label) -> bool:
    """„Bilanz und Potenziale“ and the name of a file promise more than one table."""
    return label.is_inherited and (label.reason == "file_name" or "bilanz" in label.sense.text.casefold())


def _add_unknown(found: Facets, label: Label, dimension: str | None) -> None:
    """Notes what is not understood, without its year: „Wärme 2021“ and „Wärme 2022“ are one question."""
    text = without_years(label.sense.label or label.sense.text)
    found.unknown = f"{found.unknown} {text}" if found.unknown else text
    found.unknown_cell = found.unknown_cell or label.cell
    found.unknown_dimension = dimension


def _aspects(said: Sense, dimension: str | None) -> Iterable[tuple[str, Any]]:
    sector, carrier = said.sector, said.carrier
    if said.options:
        takes_carrier = bool(sector) or (dimension == "carrier" and not carrier)
        sector, carrier = (sector, said.options[1]) if takes_carrier else (said.options[0], carrier)
    note = ", ".join(said.remarks) or None
    named = {"year": said.year, "sector": sector, "carrier": carrier, "row_type": said.row_type}
    return [(each, value) for each, value in {**named, "basis": said.basis, "note": note}.items() if value]


def _is_rest(said: Sense, dimension: str | None) -> bool:
    """„Sonstige“ among carriers is not the sector „Sonstige“."""
    return dimension == "carrier" and said.sector == "OTHER" and not said.carrier


def _add_quantity(found: Facets, label: Label) -> None:
    """A quantity replaces an outer one and with it a unit that measures something else."""
    said = label.sense
    measured = said.measured
    if measured:
        inherited: Unit | None = found.get("unit")
        if inherited and not said.unit and measured != found.get("quantity"):
            del found.values["unit"]
        if measured in CONTEXT and found.left_out in ("per_capita", "month"):
            found.left_out = None
        found.put("quantity", measured, label)
        texts = (said.unit and said.unit.text, said.text) if measured == "emissions" else ()
        found.gas = said_gas(*texts) or found.gas
    if said.unit:
        found.put("unit", said.unit, label)
        if not label.is_inherited:
            found.own_unit_text = said.unit.text
