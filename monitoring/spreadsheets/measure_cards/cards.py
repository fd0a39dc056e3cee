"""The cards of a sheet: which cells say what about which measure, its number and title included."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from monitoring.spreadsheets.column import Column
from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.measure_cards.labels import Labels, labels_of
from monitoring.spreadsheets.measure_lists.numbering import is_number, numbered_title
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.vocabulary import heading_lists
from monitoring.spreadsheets.workbook import Cell, Position, Sheet

_GENERIC = re.compile(r"^(?:Maßnahmen?|Massnahmen?|Projekt)\s*(?:Nr\.?|Nummer)?\s*", re.IGNORECASE)
COLUMNS_NEEDED = 2


@dataclass(slots=True)
class Card:
    """One measure: its fields with label and cell, and the labels nobody knows."""

    row: int
    cells: list[tuple[Column, str, Cell]] = field(default_factory=list)
    unknown: dict[Position, str] = field(default_factory=dict)

    @property
    def fields(self) -> set[str]:
        """The fields that the card fills."""
        return {column.field for column, _, _ in self.cells}

    def add(self, column: Column, label: str, cell: Cell) -> None:
        """Adds a field."""
        self.cells.append((column, label, cell))


def cards_on(sheet: Sheet, recognised: Recognised | None) -> list[Card]:
    """The cards of a sheet; none where it is rather read as a list."""
    labels = labels_of(sheet)
    if labels is None or (recognised and not recognised.missing() and not _is_more(labels, recognised)):
        return []
    return cards_of(sheet, labels)


def _is_more(labels: Labels, recognised: Recognised) -> bool:
    """Whether the labels down the sheet say clearly more than the headings of one row.

    A word that a list repeats in every row, such as „THG-Einsparung“ in a column „Größe“ or „Amt“ in that of
    the responsible, counts once; cards below each other each have a title.
    """
    fields = {found[0].field for found in labels.known.values()}
    titled = {row for (row, _), found in labels.known.items() if found[0].field == "title"}
    said = len(labels.known) if len(titled) > 1 else len(fields)
    return said * 2 > len(recognised.columns) * 3


def cards_of(sheet: Sheet, labels: Labels) -> list[Card]:
    """The measures that a sheet describes: side by side, stacked, or one alone."""
    columns = _side_by_side(sheet, labels)
    cards = [_in_column(sheet, labels, column) for column in columns] or _stacked(sheet, labels)
    for number, card in enumerate(cards):
        _name(sheet, labels, card, is_first=number == 0, is_alone=len(cards) == 1)
    return [card for card in cards if "title" in card.fields]


def _side_by_side(sheet: Sheet, labels: Labels) -> list[int]:
    """The columns of the measures where each label has a value in several, its title among them."""
    only = {column for _, column in labels.known}
    titles = [at for at, found in labels.known.items() if found[0].field in ("title", "number")]
    if len(only) > 1 or not titles:
        return []
    named = [{column for _, column in labels.values[at] if _ == at[0]} for at in titles]
    columns = sorted(set.intersection(*named))
    filled = [sum(1 for row, column in labels.values[at] if row == at[0]) for at in labels.known]
    is_common = sum(count >= COLUMNS_NEEDED for count in filled) * 2 >= len(filled)
    return columns if len(columns) >= COLUMNS_NEEDED and is_common else []


def _in_column(sheet: Sheet, labels: Labels, column: int) -> Card:
    card = Card(min(row for row, _ in labels.known))
    for at, found in sorted(labels.known.items()):
        free = _free(found, card)
        if free and sheet.value(at[0], column) is not None:
            card.add(free, label_at(sheet, at), sheet.cell(at[0], column))
    return card


def _stacked(sheet: Sheet, labels: Labels) -> list[Card]:
    """A new card begins where the label of the first card's first field comes again."""
    cards: list[Card] = []
    first = next(iter(sorted(labels.known.items())))[1][0].field
    for at, found in sorted(labels.known.items()):
        if not cards or (found[0].field == first and first in {c.field for c, _, _ in cards[-1].cells}):
            cards.append(Card(at[0]))
        column, cell = _free(found, cards[-1]), _joined(sheet, labels.values[at])
        if column and cell:
            cards[-1].add(column, label_at(sheet, at), cell)
    for at, text in labels.unknown.items():
        card = next((each for each in reversed(cards) if each.row <= at[0]), cards[0])
        card.unknown[at] = text.rstrip(" :")
    return cards


def _free(found: Iterable[Column], card: Card) -> Column | None:
    return next((column for column in found if column.field not in card.fields), None)


def label_at(sheet: Sheet, at: Position) -> str:
    """The words of a cell as a label, without the colon behind it."""
    return " ".join(str(sheet.value(*at)).split()).rstrip(" :")


def _joined(sheet: Sheet, positions: list[Position]) -> Cell | None:
    """The cells of a value as one: its address is that of the first, further ones follow in new lines."""
    if not positions:
        return None
    first = sheet.cell(*positions[0])
    if len(positions) == 1:
        return first
    rows: dict[int, list[str]] = {}
    for row, column in positions:
        rows.setdefault(row, []).append(str(sheet.value(row, column)).strip())
    return replace(first, value="\n".join(" ".join(texts) for texts in rows.values()))


def _name(sheet: Sheet, labels: Labels, card: Card, *, is_first: bool, is_alone: bool) -> None:
    """Number and title from the title's own text, from a heading above, or from the name of the sheet."""
    if "title" not in card.fields and is_first:
        _take_heading(sheet, labels, card)
    titled = next((each for each in card.cells if each[0].field == "title"), None)
    if titled and "number" not in card.fields:
        found = numbered_title(str(titled[2].value))
        if found:
            card.cells.remove(titled)
            _add(card, "number", replace(titled[2], value=found[0]))
            _add(card, "title", replace(titled[2], value=found[1]))
    if is_alone:
        _take_sheet_name(sheet, card)


def _take_heading(sheet: Sheet, labels: Labels, card: Card) -> None:
    """The text above the first label that is no mere word for such a sheet."""
    words = heading_lists("card")["sheet"]
    generic = [_GENERIC, *(re.compile(rf"^{re.escape(word)}\s*:?\s*", re.IGNORECASE) for word in words)]
    for row in range(1, labels.rows()[0] + 1):
        for column, value in enumerate(sheet.rows[row - 1], 1):
            if not isinstance(value, str) or labels.is_label((row, column)):
                continue
            text = " ".join(value.split())
            for pattern in reversed(generic):
                text = pattern.sub("", text)
            if not any(map(str.isalnum, text)):
                continue
            named = "number" if is_number(text) else "title"
            if named not in card.fields:
                _add(card, named, replace(sheet.cell(row, column), value=text))
            if named == "title":
                return


def _take_sheet_name(sheet: Sheet, card: Card) -> None:
    name, cell = sheet.name.strip(), sheet.cell(card.row, 1)
    found = numbered_title(name)
    if "number" not in card.fields and (found or is_number(name)):
        _add(card, "number", replace(cell, value=found[0] if found else name))
    if "title" not in card.fields and found:
        _add(card, "title", replace(cell, value=found[1]))


def _add(card: Card, field_name: str, cell: Cell) -> None:
    column = format_of("measures").column(field_name)
    card.add(column, column.heading, cell)
