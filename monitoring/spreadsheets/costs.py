"""The sheet „Kosten“: money of measures by budget year."""

from __future__ import annotations

from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.measures import measure_needs, naming_columns, number_column

_KIND = "costs"
COSTS = SheetFormat(
    kind=_KIND,
    title="Kosten",
    title_aliases=("Haushalt", "costs"),
    needs=(measure_needs(_KIND), ("year",), ("planned", "actual", "own_share")),
    note="Eine Zeile je Maßnahme und Haushaltsjahr.",
    columns=(
        number_column(_KIND),
        Column("year", "Haushaltsjahr", Reads.YEAR, required=True, example=2024, aliases=("Jahr", "year")),
        Column(
            "planned",
            "Ansatz [€]",
            Reads.MONEY,
            unit="€",
            example=5_000_000,
            aliases=("Plan", "Haushaltsansatz"),
        ),
        Column("actual", "Ist [€]", Reads.MONEY, unit="€", aliases=("Ausgaben", "Ergebnis", "Ist-Kosten")),
        Column("own_share", "Eigenanteil [€]", Reads.MONEY, unit="€", aliases=("Eigenmittel",)),
        Column("budget_item", "Haushaltsstelle", aliases=("Produktkonto", "Produkt")),
        Column("note", "Anmerkung", aliases=("Bemerkung", "note", "Hinweis")),
        *naming_columns(_KIND),
    ),
)
