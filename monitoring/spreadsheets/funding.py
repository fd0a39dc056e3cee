"""The sheet „Förderung“: grants for measures."""

from __future__ import annotations

from datetime import date

from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.measures import measure_needs, naming_columns, number_column

_KIND = "funding"
FUNDING = SheetFormat(
    kind=_KIND,
    title="Förderung",
    title_aliases=("Fördermittel", "Förderungen", "funding"),
    needs=(measure_needs(_KIND), ("programme",)),
    note="Eine Zeile je Maßnahme und Förderprogramm.",
    columns=(
        number_column(_KIND),
        Column(
            "programme",
            "Förderprogramm",
            required=True,
            example="Kommunalrichtlinie",
            aliases=("Fördergeber", "Programm der Förderung", "funding programme"),
        ),
        Column("reference", "Förderkennzeichen", example="67K12345", aliases=("FKZ", "Aktenzeichen")),
        Column(
            "amount",
            "Fördersumme [€]",
            Reads.MONEY,
            unit="€",
            example=12_000_000,
            aliases=("Fördermittel", "Zuwendung"),
        ),
        Column(
            "approved_from",
            "Bewilligt von",
            Reads.START,
            example=date(2024, 1, 1),
            aliases=("Bewilligungszeitraum von",),
        ),
        Column(
            "approved_until",
            "Bewilligt bis",
            Reads.END,
            example=date(2026, 12, 31),
            aliases=("Bewilligungszeitraum bis",),
        ),
        Column("note", "Interne Notiz", aliases=("Anmerkung", "Bemerkung", "Notiz", "note")),
        *naming_columns(_KIND),
    ),
)
