"""Cells that hold words of a vocabulary: known words become codes, unknown ones questions."""

from __future__ import annotations

import re
from typing import Any

from monitoring.domain.measure import DecisionKind
from monitoring.spreadsheets.fields import enumeration
from monitoring.spreadsheets.missing_words import Absence, absence
from monitoring.spreadsheets.row import Outcome, Task
from monitoring.spreadsheets.vocabulary import bare_word, code_of, codes_of

KEY_NAMES = {"measure_status": "status"}
"""Vocabularies that are named shorter in the keys of questions."""
IGNORABLE = frozenset({"sector", "carrier", "row_type"})
"""Vocabularies whose unknown words may stand for rows to leave out, such as „davon“ rows."""
IGNORE = "ignore"
LEAVE_EMPTY = "leave_empty"
_WISHES = {IGNORE: Outcome.IGNORED, LEAVE_EMPTY: Outcome.LEFT_EMPTY}
AMBIGUOUS_CHOICES = ("in_progress", "ongoing")
_LIST_SIGNS = re.compile(r"[;\n]+")


def read_word(task: Task) -> Any:
    """The enumeration's member a cell means, None where it says nothing."""
    code = _code(task.text, task)
    return code if isinstance(code, Outcome) or code is None else _member(code, task)


def read_words(task: Task) -> Any:
    """The members a list such as „Personal; Vergabe“ means, in the order of the cell, each once."""
    found = [_code(word, task) for word in _listed(task)]
    if Outcome.PENDING in found:
        return Outcome.PENDING
    return tuple(dict.fromkeys(_member(code, task) for code in found if isinstance(code, str)))


def read_yes_no(task: Task) -> Any:
    """Yes or no, None where the cell says neither and is empty."""
    if isinstance(task.cell.value, bool):
        return task.cell.value
    code = code_of("yes_no", task.text)
    if code is None and absence(task.text) is not Absence.MISSING:
        return task.fault("not_yes_or_no")
    return None if code is None else code == "yes"


def _listed(task: Task) -> list[str]:
    vocabulary = task.column.vocabulary or ""
    words = [word.strip() for word in _LIST_SIGNS.split(task.text) if word.strip()]
    listed: list[str] = []
    for word in words:
        parts = [part.strip() for part in word.split(",")]
        are_known = code_of(vocabulary, word) is None and all(code_of(vocabulary, part) for part in parts)
        listed += parts if are_known else [word]
    return listed


def _member(code: str, task: Task) -> Any:
    members = enumeration(task.record_type, task.column.field)
    return members(code) if members else code


def _code(word: str, task: Task) -> str | Outcome | None:
    vocabulary = task.column.vocabulary or ""
    known = code_of(vocabulary, word) or code_of(vocabulary, bare_word(word))
    if known is None and vocabulary == "measure_status":
        special = code_of("status_and_more", word) or code_of("status_and_more", bare_word(word))
        if special:
            return _SPECIAL_STATUS[special](word, task)
    if known is not None:
        return known
    return None if absence(word) is Absence.MISSING else _asked(word, task)


def _asked(word: str, task: Task) -> str | Outcome:
    vocabulary = task.column.vocabulary or ""
    choices = codes_of(vocabulary)
    if vocabulary in IGNORABLE:
        choices = (*choices, IGNORE)
    elif not task.column.required:
        choices = (*choices, LEAVE_EMPTY)
    key = ("word", KEY_NAMES.get(vocabulary, vocabulary), word)
    answer = task.ask(key, "unknown_word", choices, vocabulary=vocabulary, details={"word": word})
    if answer is None:
        return Outcome.PENDING
    return _WISHES.get(answer, answer)


def _late(word: str, task: Task) -> str:
    task.gather("late_is_no_status", about=word, word=word)
    return "in_progress"


def _decided(word: str, task: Task) -> str:
    task.row.implied["decision"] = DecisionKind.PRINCIPLE
    task.gather("decided_is_not_started", about=word, word=word)
    return "not_started"


def _ambiguous(word: str, task: Task) -> str | Outcome:
    key = ("word", KEY_NAMES.get(task.column.vocabulary or "", ""), word)
    details = {"word": word}
    answer = task.ask(
        key, "ambiguous_word", AMBIGUOUS_CHOICES, vocabulary=task.column.vocabulary, details=details
    )
    return answer or Outcome.PENDING


_SPECIAL_STATUS = {"late": _late, "decided": _decided, "ambiguous": _ambiguous}
