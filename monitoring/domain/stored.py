"""What is stored: the records a municipality has, by kind and business key, each with its provenance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from monitoring.domain.provenance import Provenance
from monitoring.domain.record import Record

Key = tuple[Any, ...]
"""A business key, in the order of the record's `KEY`."""
Item = tuple[str, Key]
"""A kind and a business key: what people choose, and what conflicts are about."""


@dataclass(frozen=True, slots=True)
class Known:
    """A stored record with the provenance of its fields."""

    record: Record
    provenance: Mapping[str, Provenance] = field(default_factory=dict)


Stored = Mapping[str, Mapping[Key, Known]]
"""What a municipality has: kind → business key → record."""
