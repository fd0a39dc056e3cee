"""The rules of a record: what it asks of several of its fields together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monitoring.domain.record import Record, defaults


class RecordRules:
    """The rules of one kind of record, asked of values each of which its field can hold.

    What a rule does not find among the values it finds among those `assumed`, else among the defaults.

    >>> from datetime import date
    >>> from monitoring.domain.measure import Measure
    >>> rules = RecordRules(Measure)
    >>> early, late = date(2024, 1, 1), date(2025, 1, 1)
    >>> [rules.are_kept(each) for each in ({"start": early, "end": late}, {"start": late, "end": early})]
    [True, False]
    """

    def __init__(self, record_type: type[Record], assumed: Mapping[str, Any] | None = None) -> None:
        validators = record_type.__pydantic_decorators__.model_validators.values()
        self._rules = [each.func for each in validators]
        # Rules only look at fields: any object that has them will do, and making a record takes long.
        self._sketch: Any = type(record_type.__name__, (), {**defaults(record_type), **(assumed or {})})()

    def are_kept(self, values: dict[str, Any]) -> bool:
        """Whether the values break none of the rules."""
        self._sketch.__dict__ = values
        try:
            for rule in self._rules:
                rule(self._sketch)
        except ValueError:
            return False
        return True
