"""The answers that hold while a file is read, and which of them its reading rested on."""

from __future__ import annotations

from collections.abc import Mapping

from monitoring.domain.question import question_key


class GivenAnswers:
    """Answers by the key of their question; remembers those that were looked up.

    >>> given = GivenAnswers({"Unit:Bilanz:CO2": "kt", "header:bilanz": "4"})
    >>> given.to("unit", "Bilanz", "co2"), given.to("unit", "Ziele", "co2"), given.used
    ('kt', None, {'unit:bilanz:co2': 'kt'})
    """

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = {question_key(key): answer for key, answer in answers.items()}
        self._used: dict[str, str] = {}

    def to(self, *parts: str) -> str | None:
        """The answer to the question with this key, None where there is none."""
        key = question_key(*parts)
        answer = self._answers.get(key)
        if answer is not None:
            self._used[key] = answer
        return answer

    def mentions(self, start: str) -> bool:
        """Whether any answer has a key that begins so: a short way where there is none."""
        return any(key.startswith(f"{start}:") for key in self._answers)

    @property
    def used(self) -> dict[str, str]:
        """The answers that were looked up, by their key."""
        return dict(self._used)


NO_ANSWERS = GivenAnswers({})
"""Nothing was answered."""
