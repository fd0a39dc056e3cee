"""How a draft names the measure it belongs to, before matching has turned that into the permanent id."""

from __future__ import annotations

from functools import cache

from monitoring.domain.kinds import KINDS

PARTS = ("id", "programme", "number", "title")
"""What tells a measure from others: its permanent id, or programme with number or title."""


@cache
def reference_field(kind: str, part: str) -> str:
    """The name under which drafts of a kind carry a part of their measure's name.

    It is the part itself, led by `measure_` where records of the kind have a field of that name of their own.

    >>> reference_field("costs", "title"), reference_field("milestones", "title")
    ('title', 'measure_title')
    >>> reference_field("funding", "programme"), reference_field("measures", "title")
    ('measure_programme', 'title')
    """
    is_taken = kind != "measures" and part in KINDS[kind].model_fields
    return f"measure_{part}" if is_taken else part
