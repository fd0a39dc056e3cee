"""Questions: what a file leaves open and only its owner can answer."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

AS_UNDERSTOOD = "understood"
"""The answer that leaves a meaning as it was understood."""
LONGEST_KEY = 300
"""Characters; a key may quote a whole cell."""
OF_A_LAYOUT = frozenset(
    {
        "dates", "gas", "header", "heading_rows", "indicators", "joined", "kind", "lines", "meaning",
        "number", "place", "planned", "same_title", "twins", "unit", "uses",
        "words",
    }
)  # fmt: skip
"""Questions whose answer holds for files of one layout, kept with its profile: „CO2“ in another file may be
in another unit. Their keys name the sheet. Words mean the same in all files of a municipality.
"""
BY_HEADING = frozenset({"colour", "scale"})
"""Questions of a layout whose keys name no sheet: in another file the colour may mean something else."""
OF_ONE_FILE = frozenset({"report_year", "year"})
"""Questions whose answer holds for one file: the next one is about another year."""
OF_ALL_LABELS = frozenset({"indicators", "lines", "planned"})
"""Questions about everything that a sheet holds: where labels are new, the answer may be another."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: `code` has a sentence in the texts, filled from `details`.

    `key` is what an answer is stored under, such as `word:status:laufend` or `unit:bilanz:co2`. `choices` are
    codes with labels in the texts, or shown as they stand when `vocabulary` is None. A question that is not
    `remembered` concerns this import alone. A `default` holds unless something else is said; a `suggestion`
    is only chosen in advance, and `suggested_by` says whether the region or a profile makes it.
    """

    key: str
    code: str
    choices: tuple[str, ...]
    cells: tuple[str, ...] = ()
    sheet: str | None = None
    vocabulary: str | None = None
    default: str | None = None
    suggestion: str | None = None
    suggested_by: str | None = None
    remembered: bool = True
    file: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


OF_LINES = frozenset({"sector", "carrier", "lines_of_one", "unknown_lines", "uses"})
"""Vocabularies of questions about lines of a balance: while one is open, lines are missing."""


def lacks_lines(waiting: Iterable[Question]) -> bool:
    """Whether lines of a balance wait for an answer: until then no sum can be told."""
    return any(each.vocabulary in OF_LINES for each in waiting)


def question_key(*parts: str) -> str:
    """A stable key from parts, without case and surplus blanks; of a long one the end is a checksum.

    >>> question_key("word", "status", " in  Arbeit ")
    'word:status:in arbeit'
    """
    key = ":".join(re.sub(r"\s+", " ", part).strip().casefold() for part in parts)
    return key if len(key) <= LONGEST_KEY else f"{key[:200]}:{hashlib.sha256(key.encode()).hexdigest()[:24]}"


def code_of_key(key: str) -> str:
    """What kind of question a key belongs to.

    >>> code_of_key("unit:bilanz:co2")
    'unit'
    """
    return key.partition(":")[0]


def belongs_to_files(key: str) -> bool:
    """Whether an answer is kept with its files, not for all files of the municipality.

    >>> belongs_to_files("unit:bilanz:co2"), belongs_to_files("word:sector:sonderkunden")
    (True, False)
    """
    return code_of_key(key) in OF_A_LAYOUT | BY_HEADING | OF_ONE_FILE
