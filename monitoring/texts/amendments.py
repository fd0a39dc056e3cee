"""What was amended in public, in words: the thing itself, and its values before and since."""

from __future__ import annotations

from typing import Protocol

from monitoring.domain.record import Record
from monitoring.texts.records import in_words, record_name
from monitoring.texts.words import Words


class Amended(Protocol):
    """A record before and after; with no name the whole record was removed."""

    @property
    def was(self) -> Record: ...

    @property
    def now(self) -> Record | None: ...

    @property
    def name(self) -> str | None: ...


def amended_thing(amended: Amended, words: Words, *, is_named: bool = True) -> str:
    """Whose value it is; `is_named` on pages about several things.

    >>> from monitoring.domain.correction import Correction, Corrected
    >>> from monitoring.domain.inhabitants import Inhabitants
    >>> from monitoring.texts.words import words
    >>> was = Inhabitants(year=2020, inhabitants=900)
    >>> now = Inhabitants(year=2020, inhabitants=990)
    >>> told = Correction(Corrected.value(was, "inhabitants"), was, now)
    >>> amended_thing(told, words("de")), amended_values(told, words("de"))
    ('Einwohner: 2020: Einwohner', ('900', '990'))
    """
    record = amended.now or amended.was
    whole = f"{words.kind(record.KIND)}: {record_name(record, words)}"
    if amended.name is None:
        return whole
    field = words.field(record.KIND, amended.name)
    return f"{whole}: {field}" if is_named or record.KIND != "measures" else field


def amended_values(amended: Amended, words: Words) -> tuple[str, str]:
    """What it was and what it is; what was removed is said to be."""
    if amended.name is None or amended.now is None:
        return words("amendment.was_there"), words("amendment.removed")
    kind, name = type(amended.was), amended.name
    both = (getattr(amended.was, name), getattr(amended.now, name))
    was, now = (in_words(kind, name, each, words) or words("missing_spoken") for each in both)
    return was, now
