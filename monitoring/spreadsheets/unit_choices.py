"""The choices of a question about numbers, with what the total would be under each for every inhabitant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from monitoring.domain.checks.references import Band
from monitoring.domain.question import Question
from monitoring.spreadsheets.units import Unit, unit

NEAREST_YEARS = 10
"""Inhabitants of a year farther away say too little."""


@dataclass(frozen=True, slots=True)
class _Possible:
    """One choice: the unit the numbers would have, and what they would come to by year."""

    choice: str
    unit: Unit
    totals: Mapping[int, float]


def with_totals(question: Question, people: Mapping[int, int], bands: Mapping[str, Band]) -> Question:
    """The question with the total under each choice, per inhabitant where they are known.

    Choices under which nobody lives, emits or heats like that stand last, and none of them is assumed.
    """
    found = _possible(question)
    if not found:
        return question
    year = max(found[0].totals, key=lambda each: (_near(each, people) is not None, each))
    inhabitants = _near(year, people)
    shown = {each.choice: each.unit.to_base(each.totals[year]) / (inhabitants or 1) for each in found}
    is_judged = inhabitants is not None and question.details["is_whole"]
    implausible = tuple(
        each.choice for each in found if is_judged and not _holds(each.unit, shown[each.choice], bands)
    )
    details = {
        **question.details, "under": shown, "bases": {each.choice: each.unit.base for each in found},
        "year": year, "is_per_inhabitant": inhabitants is not None, "implausible": implausible,
    }  # fmt: skip
    return replace(
        question,
        choices=tuple(sorted(question.choices, key=lambda each: each in implausible)),
        default=None if question.default in implausible else question.default,
        details=details,
    )


def _possible(question: Question) -> list[_Possible]:
    """The choices with their totals; none where the file does not say enough."""
    totals: Mapping[Any, Any] = question.details.get("totals") or {}
    if question.code == "unit" and totals:
        units = {choice: unit(choice) for choice in question.choices}
        return [_Possible(choice, measured, totals) for choice, measured in units.items() if measured]
    measured = unit(str(question.details.get("unit")))
    if question.code == "number_style" and measured and all(totals.values()):
        return [
            _Possible(choice, measured, totals[choice]) for choice in question.choices if choice in totals
        ]
    return []


def _near(year: int, people: Mapping[int, int]) -> int | None:
    """The inhabitants of the nearest year."""
    nearest = min(people, key=lambda each: abs(each - year), default=None)
    return people[nearest] if nearest is not None and abs(nearest - year) <= NEAREST_YEARS else None


def _holds(measured: Unit, value: float, bands: Mapping[str, Band]) -> bool:
    band = bands.get(measured.dimension.value)
    return band is None or band.holds(value)
