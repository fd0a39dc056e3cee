"""Reference numbers that checks rest on: usual bands and emission factors, kept as data with their source."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field


class Band(BaseModel):
    """From where to where a number is usual; `verified` is False for what is general knowledge only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: float
    high: float
    source: str
    verified: bool = False

    def holds(self, value: float) -> bool:
        """Whether a value is usual.

        >>> Band(low=1, high=2, source="").holds(2.5)
        False
        """
        return self.low <= value <= self.high


class Factor(BaseModel):
    """An emission factor of a carrier [t CO2e/MWh], of all years or of single ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: float | None = None
    by_year: Mapping[str, float] = Field(default_factory=dict)
    source: str
    verified: bool = False

    def of(self, year: int) -> float | None:
        """The factor of a year, None where none is known."""
        return self.by_year.get(str(year), self.value)


class References(BaseModel):
    """All reference numbers, keyed by the code of a sector or carrier, or `stationary`.

    `energy_per_inhabitant` in MWh, `emissions_per_inhabitant` in t, `ratio` to the year before;
    `total_per_inhabitant` tells units apart, by what they measure.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    energy_per_inhabitant: Mapping[str, Band] = Field(default_factory=dict)
    emissions_per_inhabitant: Mapping[str, Band] = Field(default_factory=dict)
    total_per_inhabitant: Mapping[str, Band] = Field(default_factory=dict)
    ratio: Mapping[str, Band] = Field(default_factory=dict)
    factors: Mapping[str, Factor] = Field(default_factory=dict)

    def per_inhabitant(self, field: str) -> Mapping[str, Band]:
        """The bands of emissions or energy for each inhabitant."""
        return self.energy_per_inhabitant if field == "energy_mwh" else self.emissions_per_inhabitant
