"""What reading a file leaves to say: findings and questions, collected while the rows are walked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from monitoring.domain.finding import Finding, OwnValue, error, notice, warning
from monitoring.domain.question import Question, question_key
from monitoring.spreadsheets.given_answers import GivenAnswers

MOST_CELLS = 100
"""Of more cells that a finding holds for only the number is kept."""


class Remarks:
    """Collects findings and questions; knows the answers given before.

    A question asked again only gains a cell, a gathered finding only a count.
    """

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.answers = GivenAnswers(answers)
        self._findings: list[Finding] = []
        self._gathered: dict[tuple[str, str, str], int] = {}
        self._questions: dict[str, Question] = {}

    def apart(self) -> Remarks:
        """Remarks of their own that know the same answers, to try what a cell would give rise to."""
        fresh = Remarks({})
        fresh.answers = self.answers
        return fresh

    @property
    def is_silent(self) -> bool:
        """Whether nothing was found and nothing asked."""
        return not self._findings and not self._questions

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in the order of the file."""
        return tuple(self._findings)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything left open."""
        return tuple(self._questions.values())

    def error(self, code: str, sheet: str, cell: str, value: object = None, **details: Any) -> None:
        """Note what blocks taking over."""
        self._findings.append(error(code, sheet=sheet, cell=cell, value=kept(value), details=details))

    def warning(self, code: str, sheet: str, cell: str, value: object = None, **details: Any) -> None:
        """Note what needs a look."""
        self._findings.append(warning(code, sheet=sheet, cell=cell, value=kept(value), details=details))

    def notice(self, code: str, sheet: str, cell: str | None, value: object = None, **details: Any) -> None:
        """Note what the user should know."""
        self._findings.append(notice(code, sheet=sheet, cell=cell, value=kept(value), details=details))

    def gather(self, code: str, sheet: str, cell: str, value: object, about: str, **details: Any) -> None:
        """Note something that is said once for each sheet and subject, with the number of cells it holds
        for.
        """
        key = (code, sheet, about)
        if key not in self._gathered:
            self._gathered[key] = len(self._findings)
            self.notice(code, sheet, cell, value, count=1, cells=(cell,), **details)
            return
        at = self._gathered[key]
        known = self._findings[at]
        count, cells = known.details["count"] + 1, (*known.details["cells"], cell)[:MOST_CELLS]
        self._findings[at] = replace(known, details={**known.details, "count": count, "cells": cells})

    def ask(
        self, key: Iterable[str], code: str, choices: tuple[str, ...], sheet: str, cell: str, **about: Any
    ) -> str | None:
        """The answer, or None and an open question. An answer that is no choice leaves the question open."""
        name = question_key(*key)
        answer = self.answers.to(name)
        if answer in choices:
            return answer
        asked = self._questions.get(name)
        cells = (*asked.cells, cell) if asked else (cell,)
        question = asked or Question(name, code, choices, sheet=sheet, **about)
        self._questions[name] = replace(question, cells=tuple(dict.fromkeys(cells)))
        return None

    def is_open(self, key: Iterable[str]) -> bool:
        """Whether a question was asked and not answered."""
        return question_key(*key) in self._questions

    def add_details(self, key: Iterable[str], details: Mapping[str, Any]) -> None:
        """Adds to an open question what was found out after it was asked."""
        name = question_key(*key)
        if name in self._questions:
            asked = self._questions[name]
            self._questions[name] = replace(asked, details={**asked.details, **details})


def kept(value: object) -> OwnValue | None:
    """A cell's value as a finding keeps it: who reads it gets it in their language."""
    return value if isinstance(value, OwnValue) else shown(value)


def shown(value: object) -> str | None:
    """A cell's value as its user knows it, None for an empty one."""
    return None if value is None else str(value)
