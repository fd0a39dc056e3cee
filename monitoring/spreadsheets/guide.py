"""The sheet „Anleitung“ of the workbook."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.spreadsheets.column import SheetFormat
from monitoring.spreadsheets.example import MARKER, MARKER_HEADING

_RULES = (
    "Jede Zeile ist ein Datensatz. Pflichtangaben haben eine fett gedruckte Überschrift; "
    "alles andere ist freiwillig.",
    "Zu jeder Überschrift gibt es eine Notiz. Wo Wörter vorgegeben sind, bietet die Zelle eine Liste an.",
    f"Die Beispielzeile ist in der Spalte „{MARKER_HEADING}“ mit „{MARKER}“ gekennzeichnet und wird nicht "
    "gelesen. Sie können sie löschen oder überschreiben.",
    "Spalten, die Sie nicht brauchen, können Sie löschen: Was in der Datei fehlt, bleibt unverändert. "
    "Eine leere Zelle in einer vorhandenen Spalte löscht die Angabe.",
    "Unbekanntes bleibt leer. Eine 0 bedeutet, dass der Wert null ist.",
    "Zahlen stehen in der Einheit der Überschrift. Für andere Einheiten ändern Sie die Überschrift, "
    "zum Beispiel „Endenergie [GWh]“ oder „THG-Emissionen [kt CO2e]“.",
    "Tragen Sie keine Namen von Personen ein, sondern Fachbereiche und Stellen.",
    "Beim Einlesen wird zuerst geprüft: Sie sehen alle Befunde und alle Änderungen, "
    "bevor etwas gespeichert wird.",
)


def write_guide(sheet: Worksheet, heading: str, formats: Iterable[SheetFormat]) -> None:
    """Fills the guide: what the workbook is, how it is filled in, what its sheets hold."""
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 100
    rows = [(heading, ""), ("", ""), *_numbered(), ("", ""), ("Blatt", "Inhalt")]
    rows += [(each.title, each.note) for each in formats]
    for number, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(number, column, text or None)
            cell.alignment = Alignment(vertical="top", wrap_text=column == 2)
    sheet["A1"].font = Font(bold=True, size=14)


def _numbered() -> list[tuple[str, str]]:
    return [("Ausfüllen" if number == 0 else "", rule) for number, rule in enumerate(_RULES)]
