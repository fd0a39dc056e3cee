"""Decisions on single records in a form: the field that decides is named after the record."""

from __future__ import annotations

import hashlib
import json

from monitoring.domain.record import Item

DECISION = "entscheidung:"
"""What the names of these fields begin with."""


def decision_name(item: Item) -> str:
    """The name of the field that decides on an entry: the same as long as its key is.

    >>> decision_name(("measures", ("M1",))) == decision_name(("measures", ("M1",)))
    True
    >>> decision_name(("measures", ("M1",))) == decision_name(("measures", ("M2",)))
    False
    """
    kind, key = item
    text = json.dumps([kind, *map(str, key)])
    return DECISION + hashlib.sha256(text.encode()).hexdigest()[:16]
