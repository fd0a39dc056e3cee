"""The pace so far, always with its period: since the base year, after a break in method since then only."""

from __future__ import annotations

from dataclasses import dataclass

from monitoring.domain.gap import tempo_factor
from monitoring.domain.progress import Progress


@dataclass(frozen=True)
class Pace:
    """The mean reduction per year since a year, in the unit of the target; less than 0 is an increase."""

    per_year: float
    since: int
    is_same_method: bool = False
    """Whether an earlier base year was left out, as another method was used there."""


def pace(progress: Progress) -> Pace | None:
    """The pace that can be compared with the one needed; None where there is none."""
    if progress.breaks_since_base:
        change = progress.mean_change
        return Pace(-change.per_year, change.from_year, is_same_method=True) if change else None
    if progress.achieved_per_year is None or progress.base_year is None:
        return None
    return Pace(progress.achieved_per_year, progress.base_year)


def factor(progress: Progress, so_far: Pace) -> float | None:
    """How many times the pace so far is needed; None where it does not go in that direction."""
    return tempo_factor(progress.required_per_year, so_far.per_year)
