"""The description of a sheet as a table for the handbook, in German Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.formats import FORMATS
from monitoring.spreadsheets.vocabulary import canonical_words

_READS = {
    Reads.TEXT: "Text",
    Reads.NUMBER: "Zahl",
    Reads.WHOLE: "ganze Zahl",
    Reads.YEAR: "Jahr",
    Reads.DATE: "Datum",
    Reads.START: "Datum, Monat, Quartal oder Jahr (erster Tag)",
    Reads.END: "Datum, Monat, Quartal oder Jahr (letzter Tag)",
    Reads.MONEY: "Betrag in Euro",
    Reads.SHARE: "Prozent",
    Reads.YES_NO: "ja oder nein",
}


def format_tables() -> str:
    """Every sheet with its columns, what they hold and what else their headings may be called."""
    return "\n".join(line for sheet_format in FORMATS for line in _section(sheet_format))


def _section(sheet_format: SheetFormat) -> Iterator[str]:
    yield f"## {sheet_format.title}\n"
    yield f"{sheet_format.note}\n"
    yield "| Überschrift | Inhalt | Pflicht | Auch erkannt | Hinweis |"
    yield "|---|---|---|---|---|"
    yield from (_line(column) for column in sheet_format.columns)
    yield ""


def _line(column: Column) -> str:
    """One row of the table.

    >>> _line(Column("actual", "Ist [€]", Reads.MONEY, aliases=("Ausgaben",)))
    '| Ist [€] | Betrag in Euro |  | Ausgaben |  |'
    """
    required = "ja" if column.required else ""
    cells = (column.heading, _content(column), required, ", ".join(column.aliases), column.note)
    return "| " + " | ".join(cells) + " |"


def _content(column: Column) -> str:
    if column.reads in _READS:
        return _READS[column.reads]
    several = "mehrere, mit Semikolon getrennt: " if column.reads is Reads.WORDS else ""
    return several + " · ".join(canonical_words(column.vocabulary or ""))
