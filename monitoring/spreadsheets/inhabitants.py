"""The sheet „Einwohner“: population by year."""

from __future__ import annotations

from monitoring.spreadsheets.column import Column, Reads, SheetFormat

INHABITANTS = SheetFormat(
    kind="inhabitants",
    title="Einwohner",
    title_aliases=("Bevölkerung", "Einwohnerzahl", "Einwohnerzahlen", "inhabitants", "population"),
    is_basic=True,
    needs=(("year",), ("inhabitants",)),
    note="Bevölkerung am 31. Dezember. Wird für Werte je Einwohner gebraucht.",
    columns=(
        Column(
            "year",
            "Jahr",
            Reads.YEAR,
            required=True,
            is_basic=True,
            example=2023,
            aliases=("year", "Stichtag"),
        ),
        Column(
            "inhabitants",
            "Einwohner",
            Reads.WHOLE,
            required=True,
            is_basic=True,
            example=18_250,
            aliases=("Einwohnerzahl", "Einwohnende", "Bevölkerung", "EW", "inhabitants", "population"),
            note="Am 31. Dezember des Jahres.",
        ),
        Column(
            "households", "Haushalte", Reads.WHOLE, example=8_900, aliases=("Anzahl Haushalte", "households")
        ),
        Column("jobs", "Arbeitsplätze", Reads.WHOLE, example=6_100, aliases=("Beschäftigte", "jobs")),
        Column(
            "area_km2",
            "Fläche [km²]",
            Reads.NUMBER,
            unit="km²",
            example=71.4,
            aliases=("Gebietsfläche", "area"),
        ),
        Column(
            "degree_days",
            "Gradtagzahl [Kd]",
            Reads.NUMBER,
            unit="Kd",
            example=3_420.0,
            aliases=("Gradtage", "Gradtagszahl"),
        ),
        Column("source", "Quelle", aliases=("source", "Datenquelle"), example="Einwohnermeldeamt"),
        Column("note", "Anmerkung", aliases=("Bemerkung", "note", "Hinweis"), example="nach Zensus 2022"),
    ),
)
