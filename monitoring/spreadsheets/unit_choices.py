"""The choices of a question about units, with what the total would be under each for every inhabitant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from monitoring.domain.checks.references import Band
from monitoring.domain.question import Question
from monitoring.spreadsheets.units import unit

NEAREST_YEARS = 10
"""Inhabitants of a year farther away say too little."""


def with_totals(question: Question, people: Mapping[int, int], bands: Mapping[str, Band]) -> Question:
    """The question with the total under each unit, per inhabitant where they are known.

    Units under which nobody lives, emits or heats like that stand last; none is chosen.
    """
    totals: Mapping[int, float] = question.details.get("totals") or {}
    if question.code != "unit" or not totals:
        return question
    year = max(totals, key=lambda each: (_near(each, people) is not None, each))
    inhabitants = _near(year, people)
    shown = {
        choice: measured.to_base(totals[year]) / (inhabitants or 1)
        for choice in question.choices
        if (measured := unit(choice))
    }
    implausible = (
        tuple(each for each, value in shown.items() if not _holds(each, value, bands))
        if inhabitants and question.details["is_whole"]
        else ()
    )
    details = {
        **question.details, "under_unit": shown, "year": year,
        "is_per_inhabitant": inhabitants is not None, "implausible": implausible,
    }  # fmt: skip
    choices = tuple(sorted(question.choices, key=lambda each: each in implausible))
    return replace(question, choices=choices, details=details)


def _near(year: int, people: Mapping[int, int]) -> int | None:
    """The inhabitants of the nearest year."""
    nearest = min(people, key=lambda each: abs(each - year), default=None)
    return people[nearest] if nearest is not None and abs(nearest - year) <= NEAREST_YEARS else None


def _holds(choice: str, value: float, bands: Mapping[str, Band]) -> bool:
    measured = unit(choice)
    band = bands.get(measured.dimension.value) if measured else None
    return band is None or band.holds(value)
