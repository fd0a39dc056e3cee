"""The sheet „Meilensteine“: dated steps of measures."""

from __future__ import annotations

from datetime import date

from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.measures import measure_needs, naming_columns, number_column

_KIND = "milestones"
MILESTONES = SheetFormat(
    kind=_KIND,
    title="Meilensteine",
    title_aliases=("milestones",),
    needs=(measure_needs(_KIND), ("title",)),
    note="Eine Zeile je Meilenstein einer Maßnahme.",
    columns=(
        number_column(_KIND),
        Column(
            "title",
            "Meilenstein",
            required=True,
            example="Förderantrag gestellt",
            aliases=("Schritt", "milestone"),
        ),
        Column(
            "due",
            "Geplant bis",
            Reads.END,
            example=date(2024, 9, 30),
            aliases=("Termin", "Fällig", "fällig am", "due"),
        ),
        Column("reached", "Erreicht am", Reads.DATE, aliases=("Erreicht", "Erledigt am", "reached")),
        Column("note", "Anmerkung", aliases=("Bemerkung", "note", "Hinweis")),
        *naming_columns(_KIND),
    ),
)
