"""As what a sheet can be read: rows under known headings, tables with headings on two sides, or cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitoring.spreadsheets.chosen_meanings import ChosenMeanings
from monitoring.spreadsheets.crosstabs.choice import tables_to_read
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.layout import OUR_SHEETS
from monitoring.spreadsheets.marking.earlier import is_summary
from monitoring.spreadsheets.measure_cards.cards import Card, cards_on
from monitoring.spreadsheets.measure_lists.header_rows import with_joined_headings
from monitoring.spreadsheets.measure_lists.indicator_columns import with_measures
from monitoring.spreadsheets.named_places import Part
from monitoring.spreadsheets.recognition import Recognised, recognise
from monitoring.spreadsheets.sheet_parts import parts_of
from monitoring.spreadsheets.workbook import Sheet


@dataclass(frozen=True, slots=True)
class KnownSheet:
    """What a sheet can be read as: rows under known headings, tables with headings on two sides, or cards."""

    rows: Recognised | None = None
    tables: Sequence[Table] = ()
    cards: Sequence[Card] = ()
    below: KnownSheet | None = None
    """What stands below the list of the sheet."""

    @property
    def parts(self) -> list[Part]:
        """Its tables, as the rows of each below its headings."""
        below = self.below.parts if self.below else []
        if self.rows:
            sheet, header = self.rows.sheet, self.rows.header_row
            return [Part(sheet, (header,), range(header + 1, sheet.height + 1)), *below]
        return [Part(each.grid.sheet, each.block.header, list(each.rows)) for each in self.tables] + below


def known_sheet(sheet: Sheet, kind: str | None, file_name: str, chosen: ChosenMeanings) -> KnownSheet | None:
    """What a sheet can be read as: the list on top, and what stands below it."""
    recognised = recognise(with_joined_headings(sheet), kind, chosen)
    parts = parts_of(sheet, recognised)
    if parts:
        above, below = (known_sheet(part, kind, file_name, chosen) for part in parts)
        if above and above.rows and below:
            return replace(above, below=below)
    return _of_one_kind(sheet, recognised, kind, file_name, chosen)


def may_hold_data(sheet: Sheet) -> bool:
    """Whether a sheet may be the user's: it is not empty, and none that we put into the workbook."""
    return sheet.height > 0 and sheet.name not in OUR_SHEETS and not is_summary(sheet)


def _of_one_kind(
    sheet: Sheet, recognised: Recognised | None, kind: str | None, file_name: str, chosen: ChosenMeanings
) -> KnownSheet | None:
    if recognised and (indicators := with_measures(recognised)):
        return KnownSheet(rows=indicators)
    cards = cards_on(sheet, recognised) if kind in (None, "measures") else []
    if cards:
        return KnownSheet(cards=cards)
    found = tables_to_read(sheet, recognised, kind, file_name, chosen)
    if found:
        return KnownSheet(tables=found)
    return KnownSheet(rows=recognised) if recognised else None
