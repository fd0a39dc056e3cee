"""Whether a sheet is read as tables with headings on two sides, rather than row by row."""

from __future__ import annotations

from monitoring.spreadsheets.chosen_meanings import NOTHING_CHOSEN, ChosenMeanings
from monitoring.spreadsheets.crosstabs.facets import CONTEXT
from monitoring.spreadsheets.crosstabs.label_words import OTHER
from monitoring.spreadsheets.crosstabs.sense import sense_of, year_of
from monitoring.spreadsheets.crosstabs.sheet import INDICATOR_KINDS
from monitoring.spreadsheets.crosstabs.table import Table, tables
from monitoring.spreadsheets.crosstabs.use_words import divide_by_use
from monitoring.spreadsheets.headings import is_titled
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.workbook import Sheet

KINDS = frozenset({"balance", "inhabitants", "targets"}) | INDICATOR_KINDS
"""What tables of this form can hold; measures are read otherwise."""
TELLING_HEADS = frozenset({"place", "row_type", "sector", "carrier", "quantity", "unit"})
"""Columns of words without which rows that are about different things would be taken for one."""
COLUMNS_NEEDED = 2
FIELDS_OF_TABLES = frozenset({"year", "sector", "energy_mwh", "emissions_t", "note"})
"""Columns of rows that tables can say as well."""
TOLD_OTHERWISE = frozenset({"row_type", "source"})
"""Columns that tables read in their own way."""
MOST_ROWS = 30_000
"""Longer sheets are no tables of this form: the longest known, of a whole country, has 20,000 rows."""


def tables_to_read(
    sheet: Sheet,
    recognised: Recognised | None,
    kind: str | None,
    file_name: str,
    chosen: ChosenMeanings = NOTHING_CHOSEN,
) -> list[Table]:
    """The tables of a sheet where they say more than its rows alone; none where it is read row by row."""
    said = chosen.kind(sheet.name)
    kind = said or kind
    if (kind is not None and kind not in KINDS) or sheet.height > MOST_ROWS:
        return []
    if recognised and not _may_be_tables(recognised):
        return []
    found = tables(sheet, file_name, chosen)
    for table in found:
        table.is_said_to_be = said is not None
        if kind == "balance" and table.around.left_out == OTHER:
            table.around.left_out = None
    return found if any(table.is_readable for table in found) else []


def _may_be_tables(recognised: Recognised) -> bool:
    if recognised.format.kind not in KINDS:
        return bool(recognised.missing()) and not is_titled(recognised.sheet.name, recognised.format)
    if _is_divided_otherwise(recognised):
        return True
    return bool(recognised.missing()) or _has_years_across(recognised) or _has_series_across(recognised)


def _is_divided_otherwise(recognised: Recognised) -> bool:
    """Whether the sectors of rows are „Strom, Wärme, Verkehr“ or carriers, and nothing else is said."""
    column = next((at for at, each in recognised.columns.items() if each.field == "sector"), None)
    if recognised.answered or column is None or not recognised.fields <= FIELDS_OF_TABLES | TOLD_OTHERWISE:
        return False
    rows = recognised.sheet.rows[recognised.header_row :]
    labels = dict.fromkeys(
        value for row in rows if isinstance(value := row[column - 1], str) and value.strip()
    )
    said = [sense_of(each) for each in labels]
    if recognised.fields <= FIELDS_OF_TABLES and divide_by_use(
        each.label for each in said if not each.is_total
    ):
        return True
    carriers = [each for each in said if each.carrier and not each.sector and each.is_understood]
    return len(carriers) >= COLUMNS_NEEDED and not any(each.sector for each in said)


def _has_years_across(recognised: Recognised) -> bool:
    row = recognised.sheet.rows[recognised.header_row - 1]
    years = [at for at, value in enumerate(row, 1) if at not in recognised.columns and year_of(value)]
    return len(years) >= COLUMNS_NEEDED


def _has_series_across(recognised: Recognised) -> bool:
    """Whether columns that the rows' format does not know are sectors, carriers or quantities, or people."""
    said = [sense_of(heading) for heading in recognised.unknown.values()]
    series = [each for each in said if each.sector or each.carrier or each.options]
    tells_apart = any(each.heads in TELLING_HEADS or each.measured in CONTEXT for each in said)
    # Where the user said what the columns mean, they are rows.
    return len(series) >= COLUMNS_NEEDED or (tells_apart and not recognised.answered)
