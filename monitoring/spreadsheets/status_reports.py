"""The sheet „Sachstand“: dated reports on how a measure stands."""

from __future__ import annotations

from datetime import date

from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.measures import measure_needs, naming_columns, number_column

_KIND = "status_reports"
STATUS_REPORTS = SheetFormat(
    kind=_KIND,
    title="Sachstand",
    title_aliases=("Sachstände", "Sachstandsberichte", "Statusberichte", "status reports"),
    needs=(measure_needs(_KIND), ("date",), ("status", "text")),
    note="Eine Zeile je Bericht. Neue Berichte kommen hinzu, alte bleiben.",
    columns=(
        number_column(_KIND),
        Column(
            "date",
            "Datum",
            Reads.DATE,
            required=True,
            example=date(2024, 6, 30),
            aliases=("Berichtsdatum", "Stichtag", "date"),
        ),
        Column(
            "status",
            "Umsetzungsstand",
            Reads.WORD,
            "measure_status",
            example="in_progress",
            aliases=("Status", "Stand"),
        ),
        Column(
            "text",
            "Sachstand",
            example="Die Förderzusage liegt vor.",
            aliases=("Text", "Bericht", "Sachstandsbericht"),
        ),
        Column(
            "progress_percent",
            "Fortschritt [%]",
            Reads.WHOLE,
            unit="%",
            example=40,
            aliases=("Umsetzungsgrad", "progress"),
        ),
        Column("next_steps", "Nächste Schritte", aliases=("next steps", "Ausblick")),
        Column(
            "unit", "Stelle", aliases=("Berichtende Stelle", "Organisationseinheit", "Amt", "Fachbereich")
        ),
        *naming_columns(_KIND),
        Column("reported_by", "Berichtet von (intern)", aliases=("Berichtet von", "Bearbeitet von", "Autor")),
        Column("note", "Interne Notiz", aliases=("Anmerkung", "Bemerkung", "Notiz", "note")),
    ),
)
