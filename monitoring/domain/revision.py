"""The revision: one accepted change of a municipality."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision (Bearbeitungsstand): its number, when and by whom it was made, by which act, and why."""

    number: int
    made_at: datetime
    made_by: str
    act: str
    note: str | None = None
    undoes: int | None = None
