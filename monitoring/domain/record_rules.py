"""The rules of a record: what it asks of several of its fields together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from monitoring.domain.record import Record, defaults


class RecordRules:
    """The rules of one kind of record, asked of values each of which its field can hold.

    What a rule does not find among the values it finds among those `assumed`, else among the defaults.

    >>> from datetime import date
    >>> from monitoring.domain.measure import Measure
    >>> rules = RecordRules(Measure)
    >>> early, late = date(2024, 1, 1), date(2025, 1, 1)
    >>> rules.broken([{"start": early, "end": late}, {"start": late, "end": early}])
    {1}
    """

    def __init__(self, record_type: type[Record], assumed: Mapping[str, Any] | None = None) -> None:
        validators = record_type.__pydantic_decorators__.model_validators.values()
        self._rules = [each.func for each in validators]
        # Rules only look at fields: any object that has them will do, and making a record takes long.
        self._sketch: Any = type(record_type.__name__, (), {**defaults(record_type), **(assumed or {})})()

    def broken(self, rows: Sequence[dict[str, Any]], but: AbstractSet[int] = frozenset()) -> set[int]:
        """Where among many rows of values one breaks a rule; those `but` are not looked at."""
        found, sketch = set[int](), self._sketch
        for rule in self._rules:
            for at, values in enumerate(rows):
                if at in but:
                    continue
                sketch.__dict__ = values
                try:
                    rule(sketch)
                except ValueError:
                    found.add(at)
        return found
