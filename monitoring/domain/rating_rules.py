"""The rules of the rating: its thresholds, numbered, so that an older rating can be told from a newer one."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from monitoring.domain.record import Share

Count = Annotated[int, Field(ge=1, le=50)]


class RatingRules(BaseModel):
    """Thresholds of one version; change a number only together with the version."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Count = 1
    miss_limit: Share = 0.2
    """A continued trend that misses the target by less counts as reaching it."""
    gap_limit: Share = 0.1
    """A gap to the path up to this share is slight."""
    balance_rhythm: Count = 5
    """Years between two balances where the municipality says nothing else."""
    grace_years: Count = 3
    """How many years beyond the rhythm the latest balance may be old: it appears about two years later."""
    minimum_points: Annotated[int, Field(ge=4, le=10)] = 4
    maximum_points: Annotated[int, Field(ge=4, le=15)] = 10
    outlook_intervals: Annotated[int, Field(ge=3, le=15)] = 5
    sun_limit: Share = 0.05
    cloud_limit: Share = 0.2
