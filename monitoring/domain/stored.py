"""What is stored: the records a municipality has, by kind and business key, each with its provenance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitoring.domain.provenance import Provenance
from monitoring.domain.record import Key, Record


@dataclass(frozen=True, slots=True)
class Known:
    """A stored record with the provenance of its fields."""

    record: Record
    provenance: Mapping[str, Provenance] = field(default_factory=dict)


Stored = Mapping[str, Mapping[Key, Known]]
"""What a municipality has: kind → business key → record."""
