"""The sheets „Indikatoren“ and „Indikatorwerte“: what is counted besides tonnes and megawatt hours."""

from __future__ import annotations

from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.determined import determined_by_column, method_column
from monitoring.spreadsheets.measures import naming_columns, number_column

INDICATORS = SheetFormat(
    kind="indicators",
    title="Indikatoren",
    title_aliases=("Kennzahlen", "indicators"),
    needs=(("name",), ("unit", "base_value", "target_value")),
    note="Was gezählt wird. Die Werte der Jahre stehen im Blatt „Indikatorwerte“.",
    columns=(
        Column(
            "name",
            "Indikator",
            required=True,
            example="Photovoltaik",
            aliases=("Kennzahl", "Name", "indicator"),
        ),
        Column("unit", "Einheit", required=True, example="kWp", aliases=("unit",)),
        Column(
            "direction",
            "Richtung",
            Reads.WORD,
            "direction",
            example="more",
            note="Ist mehr oder weniger besser?",
        ),
        Column(
            "indicator_kind",
            "Art",
            Reads.WORD,
            "indicator_kind",
            example="output",
            aliases=("Indikatorart", "Typ"),
        ),
        Column("field_of_action", "Handlungsfeld", aliases=("field of action",)),
        Column("base_year", "Basisjahr", Reads.YEAR, aliases=("Bezugsjahr",)),
        Column("base_value", "Basiswert", Reads.NUMBER, aliases=("Ausgangswert",)),
        Column("target_year", "Zieljahr", Reads.YEAR, example=2030, aliases=("target year",)),
        Column("target_value", "Zielwert", Reads.NUMBER, example=25_000.0, aliases=("Ziel", "target value")),
        Column("rhythm_years", "Rhythmus [Jahre]", Reads.WHOLE, unit="Jahre", aliases=("Erhebungsrhythmus",)),
        Column("description", "Beschreibung", aliases=("description",)),
        method_column(),
        determined_by_column(),
        Column("source", "Quelle", aliases=("Datenquelle", "source")),
        number_column("indicators"),
        *naming_columns("indicators"),
    ),
)
INDICATOR_VALUES = SheetFormat(
    kind="indicator_values",
    title="Indikatorwerte",
    title_aliases=("Kennzahlenwerte", "indicator values"),
    needs=(("indicator",), ("year",), ("value",)),
    note="Eine Zeile je Indikator und Jahr, in der Einheit des Indikators.",
    columns=(
        Column(
            "indicator",
            "Indikator",
            required=True,
            example="Photovoltaik",
            aliases=("Kennzahl", "Name", "indicator"),
        ),
        Column("year", "Jahr", Reads.YEAR, required=True, example=2023, aliases=("year",)),
        Column("value", "Wert", Reads.NUMBER, required=True, example=8_450.0, aliases=("value", "Messwert")),
        Column("measured_on", "Erhoben am", Reads.DATE, aliases=("Stichtag", "Messdatum")),
        determined_by_column(),
        Column("source", "Quelle", aliases=("Datenquelle", "source")),
        Column("note", "Anmerkung", aliases=("Bemerkung", "note", "Hinweis")),
    ),
)
