"""The sheet „Wirkungen“: what measures save or bring, planned and actual."""

from __future__ import annotations

from datetime import date

from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.determined import (
    determined_by_column,
    determined_on_column,
    method_column,
)
from monitoring.spreadsheets.measures import measure_needs, naming_columns, number_column

_KIND = "effects"
EFFECTS = SheetFormat(
    kind=_KIND,
    title="Wirkungen",
    title_aliases=("Wirkung", "effects"),
    needs=(measure_needs(_KIND), ("year",), ("planned", "actual")),
    note="Eine Zeile je Maßnahme, Größe und Jahr. Grundeinheiten: t CO2e und MWh.",
    columns=(
        number_column(_KIND),
        Column(
            "quantity",
            "Größe",
            Reads.WORD,
            "effect_quantity",
            example="emissions",
            aliases=("Wirkungsgröße", "quantity"),
        ),
        Column(
            "year", "Jahr", Reads.YEAR, required=True, example=2025, aliases=("ab Jahr", "Wirkung ab", "year")
        ),
        Column("planned", "Geplant", Reads.NUMBER, example=120.0, aliases=("Plan", "Soll", "planned")),
        Column("actual", "Tatsächlich", Reads.NUMBER, aliases=("Ist", "erreicht", "actual")),
        Column("unit", "Einheit", aliases=("unit",), note="Nur bei Größe „Sonstiges“ nötig."),
        Column("timing", "Zeitbezug", Reads.WORD, "effect_timing", example="yearly", aliases=("Häufigkeit",)),
        Column(
            "duration_years",
            "Wirkdauer [Jahre]",
            Reads.WHOLE,
            unit="Jahre",
            example=20,
            aliases=("Wirkdauer", "Dauer"),
        ),
        Column(
            "derivation",
            "Herleitung",
            Reads.WORD,
            "derivation",
            example="calculated",
            aliases=("Ermittlung",),
        ),
        method_column("Zählerstände mal Faktor des Bundesstrommixes"),
        determined_by_column("Stadtwerke"),
        determined_on_column(date(2026, 1, 15)),
        Column("minimum", "Minimum", Reads.NUMBER, aliases=("Min", "mindestens")),
        Column("maximum", "Maximum", Reads.NUMBER, aliases=("Max", "höchstens")),
        Column(
            "share_attributed",
            "Anrechenbarer Anteil [%]",
            Reads.SHARE,
            unit="%",
            example=1.0,
            aliases=("Anrechnung",),
        ),
        Column(
            "is_visible_in_balance", "In Bilanz sichtbar", Reads.YES_NO, "yes_no", aliases=("bilanzwirksam",)
        ),
        Column("note", "Anmerkung", aliases=("Bemerkung", "note", "Hinweis")),
        *naming_columns(_KIND),
    ),
)
