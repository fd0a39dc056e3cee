"""The page of the handbook that lists every sheet and column, from the descriptions that parse them.

`python -m monitoring.spreadsheets.documentation` prints it; a test holds the handbook equal to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from monitoring.domain.record import INTERNAL, has_mark
from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.formats import FORMATS
from monitoring.spreadsheets.vocabulary import canonical_words

_INTRODUCTION = """\
# Blätter und Spalten der Monitoring-Mappe

Diese Seite ist aus denselben Beschreibungen erzeugt, mit denen Zielpfad Ihre Dateien liest. Wie Sie die Mappe
ausfüllen, steht unter [Die Monitoring-Mappe](02-monitoring-mappe.md).

- **Fett** gedruckte Spalten sind Pflichtangaben.
- „einfach“: Die Spalte steht schon in der einfachen Mappe. „vollständig“: Sie steht nur in der vollständigen;
  in der einfachen Mappe können Sie sie danebensetzen. „nur beim Lesen“: Die Spalte hilft, eine Datei zu
  verstehen, und wird nicht gespeichert.
- „intern“: Die Angabe wird nie veröffentlicht.
- Groß- und Kleinschreibung, Leerzeichen, Zeilenumbrüche, Sternchen und Einheiten in Klammern spielen bei
  Überschriften keine Rolle.
"""
_ANSWERS = {
    Reads.TEXT: "Text",
    Reads.NUMBER: "Zahl",
    Reads.WHOLE: "ganze Zahl",
    Reads.YEAR: "Jahr",
    Reads.DATE: "Datum",
    Reads.START: "Datum, Monat, Quartal oder Jahr",
    Reads.END: "Datum, Monat, Quartal oder Jahr",
    Reads.MONEY: "Betrag in Euro",
    Reads.SHARE: "Prozent",
    Reads.YES_NO: "ja oder nein",
    Reads.WORD: "[Wort](#{anchor})",
    Reads.WORDS: "[Wörter](#{anchor}), mit „;“ getrennt",
}
_HEAD = ("Spalte", "Angabe", "Mappe", "Erläuterung", "Auch erkannt als")


def columns_page(formats: Iterable[SheetFormat] = FORMATS) -> str:
    """The whole page in Markdown: contents, a table for every sheet, the words that cells may hold."""
    listed = tuple(formats)
    contents = "\n".join(f"- {_link(each)}: {each.note}" for each in listed)
    parts = [_INTRODUCTION, f"{contents}\n", *map(_sheet, listed), "## Vorgegebene Wörter\n", *_words(listed)]
    return "\n".join(parts)


def _link(sheet_format: SheetFormat) -> str:
    return f"[{sheet_format.title}](#{quote(sheet_format.title.lower())})"


def _sheet(sheet_format: SheetFormat) -> str:
    rows = [_HEAD, ("---",) * len(_HEAD), *(_row(sheet_format, each) for each in sheet_format.columns)]
    names = ", ".join(f"„{name}“" for name in sheet_format.title_aliases)
    about = f"{sheet_format.note} Für die Befehlszeile heißt diese Art `{sheet_format.kind}`."
    also = f" Das Blatt darf auch so heißen: {names}." if names else ""
    return f"## {sheet_format.title}\n\n{about}{also}\n\n" + "\n".join(map(_line, rows)) + "\n"


def _line(cells: Iterable[str]) -> str:
    """One line of a table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _row(sheet_format: SheetFormat, column: Column) -> tuple[str, ...]:
    heading = f"**{column.heading}**" if column.required else column.heading
    return heading, _answer(column), _where(sheet_format, column), column.note, ", ".join(column.aliases)


def _answer(column: Column) -> str:
    answer = _ANSWERS[column.reads].format(anchor=column.vocabulary)
    return f"{answer} oder Text" if column.text_field else answer


def _where(sheet_format: SheetFormat, column: Column) -> str:
    if not column.is_stored:
        return "nur beim Lesen"
    where = "einfach" if column.is_basic else "vollständig"
    return f"{where}, intern" if _is_internal(sheet_format, column) else where


def _is_internal(sheet_format: SheetFormat, column: Column) -> bool:
    record_type = sheet_format.record_type
    return column.field in record_type.model_fields and has_mark(record_type, column.field, INTERNAL)


def _words(formats: Iterable[SheetFormat]) -> Iterator[str]:
    """Each vocabulary once, under the first column that uses it."""
    used: dict[str, str] = {}
    for sheet_format, column in ((each, column) for each in formats for column in each.columns):
        if column.vocabulary and column.reads is not Reads.YES_NO:
            used.setdefault(column.vocabulary, f"**{column.heading}** (Blatt „{sheet_format.title}“)")
    for vocabulary, place in used.items():
        words = " · ".join(canonical_words(vocabulary))
        yield f'<a id="{vocabulary}"></a>{place}: {words}\n'


if __name__ == "__main__":
    print(columns_page(), end="")
