"""Questions: what a file leaves open and only its owner can answer."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST_KEY = 300
"""Characters; a key may quote a whole cell."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: `code` has a sentence in the texts, filled from `details`.

    `key` is what an answer is stored under, such as `word:status:laufend` or `unit:bilanz:co2`. `choices` are
    codes with labels in the texts, or shown as they stand when `vocabulary` is None. A question that is not
    `remembered` concerns this import alone.
    """

    key: str
    code: str
    choices: tuple[str, ...]
    cells: tuple[str, ...] = ()
    sheet: str | None = None
    vocabulary: str | None = None
    default: str | None = None
    remembered: bool = True
    file: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


def question_key(*parts: str) -> str:
    """A stable key from parts, without case and surplus blanks; of a long one the end is a checksum.

    >>> question_key("word", "status", " in  Arbeit ")
    'word:status:in arbeit'
    """
    key = ":".join(re.sub(r"\s+", " ", part).strip().casefold() for part in parts)
    return key if len(key) <= LONGEST_KEY else f"{key[:200]}:{hashlib.sha256(key.encode()).hexdigest()[:24]}"
