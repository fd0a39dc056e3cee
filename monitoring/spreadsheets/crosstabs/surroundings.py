"""What stands around a table and holds for all of it: file name, sheet name, title lines, the corner cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.crosstabs.blocks import Block
from monitoring.spreadsheets.crosstabs.facets import Facets, Label, facets_of
from monitoring.spreadsheets.crosstabs.grid import Grid, Kind
from monitoring.spreadsheets.crosstabs.label_words import OTHER, TOWN
from monitoring.spreadsheets.crosstabs.sense import NOTHING, Sense, sense_of
from monitoring.spreadsheets.vocabulary import normal_word

_OF_THE_FILE = re.compile(
    r"(?i)\bstand\b|erstell|datum|veröffentlich|abruf|export|quelle|\d\.\s?(?:19|20)\d\d"
)
"""Lines whose year is that of the file, not of its numbers."""
TEXT_HEADS = frozenset({"place", "region", "source", "note", "id"})
"""„Kommune: Adorf“ names a place; it is not the sector „Kommune“."""
SHORTEST_NAME = 2
"""A sheet „T“ is not one of tonnes."""


def surroundings(
    grid: Grid, block: Block, label_columns: Sequence[int], notes: Sequence[int], file_name: str
) -> Facets:
    """What holds for a whole table; nearer labels overrule farther ones.

    Of a sentence only quantity, unit, year and „planned“ are taken; a sector or carrier only where the whole
    label is understood: „Stadt X“ is not the sector „Stadt“.
    """
    below = _footnotes(grid, block, notes)
    labels = [*below, *_labels(grid, block, label_columns, file_name)]
    found = facets_of(labels, None)
    found.unknown = found.outer_unknown = None
    if normal_word(grid.sheet.name) in TOWN:
        found.unknown, found.unknown_dimension = grid.sheet.name, "sector"
    if found.left_out not in ("per_capita", "share", "budget", OTHER) or _measures(found):
        found.left_out = None
    return found


def _measures(found: Facets) -> bool:
    """Whether a unit of its own says that the numbers are no shares."""
    measured = found.get("unit")
    return (
        measured is not None and measured.dimension in ("energy", "emissions") and found.left_out == "share"
    )


def _labels(grid: Grid, block: Block, label_columns: Sequence[int], file_name: str) -> Iterator[Label]:
    yield Label(_of_name(PurePath(file_name).stem), "file_name", is_inherited=True)
    yield Label(_of_name(grid.sheet.name), "sheet_name", is_inherited=True)
    for row in block.captions:
        label, value = grid.filled(row, block.columns)[:2]
        if grid.sense(row, label).heads == "year":
            year = Sense(str(grid.sheet.value(row, value)), year=grid.year(row, value))
            yield Label(year, "title", cell_address(row, value), is_inherited=True)
    for row in block.titles:
        for column in grid.of_kind(Kind.TEXT, row, block.columns):
            said = grid.sense(row, column)
            if said.heads not in TEXT_HEADS:
                yield Label(_title(said), "title", cell_address(row, column), is_inherited=True)
    for row in block.header:
        for column in label_columns:
            said = grid.sense(row, column)
            if grid.kind(row, column) is Kind.TEXT and (said.heads is None or said.unit):
                yield Label(_title(said), "corner", cell_address(row, column), is_inherited=True)


def _footnotes(grid: Grid, block: Block, notes: Sequence[int]) -> Iterator[Label]:
    """Lines below a table that say its unit, such as „Alle Angaben in MWh“."""
    for row in notes:
        for column in grid.of_kind(Kind.TEXT, row, block.columns):
            said = grid.sense(row, column)
            if said.unit and not said.unknown:
                yield Label(said, "footnote", cell_address(row, column), is_inherited=True)


def _of_name(name: str) -> Sense:
    if len(name) < SHORTEST_NAME:
        return NOTHING
    spaced = sense_of(name.replace("_", " ").replace("-", " "))
    return spaced if "_" in name or spaced.unit else sense_of(name)


def _title(said: Sense) -> Sense:
    return replace(said, year=None) if _OF_THE_FILE.search(said.text) else said
