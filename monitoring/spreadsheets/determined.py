"""The columns that say who determined a figure, when and by which method."""

from __future__ import annotations

from datetime import date

from monitoring.spreadsheets.column import Column, Reads

_UNIT_NOTE = "Amt, Gesellschaft oder Büro; keine Personen. Steht öffentlich unter der Zahl."
_METHOD_NOTE = "Womit gemessen oder wie gerechnet wurde, in einem Satz."


def determined_by_column(example: str | None = None) -> Column:
    """The unit that determined the figures of a row."""
    return Column(
        "determined_by",
        "Ermittelt von",
        aliases=("Ermittelt durch", "Erhoben von", "Erhoben durch", "Berechnet von", "determined by"),
        example=example,
        note=_UNIT_NOTE,
    )


def determined_on_column(example: date | None = None) -> Column:
    """The day on which the figures of a row were determined."""
    return Column(
        "determined_on",
        "Ermittelt am",
        Reads.DATE,
        aliases=("Berechnet am", "determined on"),
        example=example,
    )


def method_column(example: str | None = None) -> Column:
    """How the figures of a row were measured or calculated."""
    return Column("method", "Methode", aliases=("Methodik", "method"), example=example, note=_METHOD_NOTE)


def savings_columns() -> tuple[Column, ...]:
    """Who determined the savings that a measure states, when and how."""
    return (
        Column(
            "savings_method",
            "Einsparung: Methode",
            aliases=("Methode der Einsparung", "Berechnung der Einsparung"),
            note=_METHOD_NOTE,
        ),
        Column(
            "savings_determined_by",
            "Einsparung ermittelt von",
            aliases=("Einsparung ermittelt durch", "Einsparung berechnet von"),
            note=_UNIT_NOTE,
        ),
        Column(
            "savings_determined_on",
            "Einsparung ermittelt am",
            Reads.DATE,
            aliases=("Einsparung berechnet am",),
        ),
    )
