"""The balance after BISKO: final energy and emissions by year, sector and carrier, as reported."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from monitoring.domain.record import InternalText, Name, Quantity, Record, Text, Year


class Area(StrEnum):
    """The balance area (Bilanzraum). The administration is part of the territory and never added to it."""

    TERRITORY = "territory"
    ADMINISTRATION = "administration"


class Sector(StrEnum):
    """Who uses the energy; `SUM` marks a reported total, kept beside its parts and never added to them."""

    HH = "HH"
    GHD = "GHD"
    IND = "IND"
    WIRT = "WIRT"
    KE = "KE"
    VER = "VER"
    AGRICULTURE = "AGRICULTURE"
    WASTE = "WASTE"
    WASTEWATER = "WASTEWATER"
    LAND_USE = "LAND_USE"
    PROCESSES = "PROCESSES"
    OTHER = "OTHER"
    SUM = "SUM"


PARTS_OF = {Sector.WIRT: frozenset({Sector.GHD, Sector.IND})}
"""Sectors that are sums of others: never added beside their parts."""

BISKO_SECTORS = frozenset({Sector.HH, Sector.GHD, Sector.IND, Sector.WIRT, Sector.KE, Sector.VER})
"""The sectors of the BISKO total; the others are kept and labelled, and stay outside it."""


class Carrier(StrEnum):
    """The energy carrier. `ALL` is the code for „not split by carrier“ (no key part may be empty)."""

    ALL = "all"
    ELECTRICITY = "electricity"
    HEATING_ELECTRICITY = "heating_electricity"
    NATURAL_GAS = "natural_gas"
    DISTRICT_HEAT = "district_heat"
    LOCAL_HEAT = "local_heat"
    HEATING_OIL = "heating_oil"
    BIOMASS = "biomass"
    SOLAR_THERMAL = "solar_thermal"
    AMBIENT_HEAT = "ambient_heat"
    LIQUID_GAS = "liquid_gas"
    BIOGAS = "biogas"
    WASTE = "waste"
    HARD_COAL = "hard_coal"
    LIGNITE = "lignite"
    GEOTHERMAL = "geothermal"
    OTHER_RENEWABLE = "other_renewable"
    OTHER_CONVENTIONAL = "other_conventional"
    HYDROGEN = "hydrogen"
    PETROL = "petrol"
    DIESEL = "diesel"
    CNG = "cng"
    LPG = "lpg"
    KEROSENE = "kerosene"
    BIOFUEL = "biofuel"
    FUELS = "fuels"
    UNSPECIFIED_HEAT = "unspecified_heat"


class Basis(StrEnum):
    """The convention of a series; only `BISKO` and `AS_REPORTED` count as the basic balance.

    Local electricity mix and weather correction are „nachrichtlich“ and never share a line with it.
    """

    BISKO = "bisko"
    AS_REPORTED = "as_reported"
    LOCAL_MIX = "local_mix"
    WEATHER_CORRECTED = "weather_corrected"


class CellState(StrEnum):
    """What a cell of the balance says. Blank is none of these: such a row is not stored."""

    VALUE = "value"
    NOT_OCCURRING = "not_occurring"
    NOT_ESTIMATED = "not_estimated"
    INCLUDED_ELSEWHERE = "included_elsewhere"
    CONFIDENTIAL = "confidential"


class DataQuality(StrEnum):
    """Datengüte after BISKO: A regional primary data … D federal averages. A missing grade is not D."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


QUALITY_WEIGHT = {DataQuality.A: 1.0, DataQuality.B: 0.5, DataQuality.C: 0.25, DataQuality.D: 0.0}
"""BISKO weights of the grades."""


class EmissionEntry(Record):
    """One balance value (Bilanzwert): energy [MWh] and emissions [t CO2e] of a year, sector and carrier."""

    KIND: ClassVar[str] = "balance"
    KEY: ClassVar[tuple[str, ...]] = ("area", "year", "sector", "carrier", "basis", "edition")

    area: Area = Area.TERRITORY
    year: Year
    sector: Sector
    carrier: Carrier = Carrier.ALL
    basis: Basis = Basis.BISKO
    edition: Annotated[int, Field(ge=1, le=999)] = 1
    energy_mwh: Quantity | None = None
    emissions_t: Quantity | None = None
    state: CellState = CellState.VALUE
    quality: DataQuality | None = None
    is_included_in: Sector | None = None
    is_method_break: bool = False
    is_counted_total: bool = False
    published_in: Year | None = None
    method: Text | None = None
    factor_set: Name | None = None
    tool: Name | None = None
    determined_by: Name | None = None
    source: Text | None = None
    note: InternalText | None = None

    @model_validator(mode="after")
    def _has_a_value(self) -> EmissionEntry:
        if self.state is CellState.VALUE and self.energy_mwh is None and self.emissions_t is None:
            raise ValueError("value_missing")
        return self
