"""Suggestions: answers given in like cases. They are chosen in advance and never hold unconfirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from monitoring.domain.question import Question


class Suggester(StrEnum):
    """Who suggests an answer: an own profile of a file that looked much the same, or the region."""

    PROFILE = "profile"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One answer, who suggests it, and the name of the profile it is from."""

    value: str
    by: Suggester
    profile: str


def with_suggestions(questions: Iterable[Question], suggested: Mapping[str, Suggestion]) -> list[Question]:
    """The questions with what is suggested, where it is one of their choices."""
    return [_with(each, suggested.get(each.key)) for each in questions]


def _with(question: Question, suggestion: Suggestion | None) -> Question:
    if suggestion is None or suggestion.value not in question.choices:
        return question
    return replace(question, suggestion=suggestion.value, suggested_by=suggestion.by.value)
