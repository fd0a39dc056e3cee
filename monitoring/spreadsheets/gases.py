"""Carbon dioxide alone beside all greenhouse gases: which of the two numbers counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.spelling import folded
from monitoring.spreadsheets.units import GAS


class Gas(StrEnum):
    """What emissions count: carbon dioxide alone, or all greenhouse gases as its equivalents."""

    ALL = "co2e"
    CO2 = "co2"


GAS_CHOICES = (Gas.ALL.value, Gas.CO2.value)
_ALL_GASES = re.compile(
    r"treibhausgas|greenhouse|\bges\b|gaz a effet|broeikasgas|vaexthusgas|drivhusgas|gas serra|\bgei\b"
)


@dataclass(frozen=True, slots=True)
class SaidGas:
    """Which gases numbers are about, and the label that says so."""

    gas: Gas
    label: str


@lru_cache(maxsize=1024)
def said_gas(*labels: str | None) -> SaidGas | None:
    """Which gases labels name; one that names all of them counts before one that says „CO2“ only.

    >>> [found and found.gas.value for found in map(said_gas, ("CO2 [t]", "CO2_eq", "Emissionen [t]"))]
    ['co2', 'co2e', None]
    >>> said_gas("CO2-Emissionen", "kt CO2e")
    SaidGas(gas=<Gas.ALL: 'co2e'>, label='kt CO2e')
    """
    found = [SaidGas(gas, label) for label in labels if label and (gas := _gas_of(label))]
    return min(found, key=lambda each: [*Gas].index(each.gas), default=None)


def _gas_of(label: str) -> Gas | None:
    plain = folded(label).replace("_", " ")
    named = [Gas.CO2 if each["only_co2"] else Gas.ALL for each in GAS.finditer(plain)]
    if Gas.ALL in named or _ALL_GASES.search(plain):
        return Gas.ALL
    return Gas.CO2 if named else None


def asked_gas(one: SaidGas, other: SaidGas, sheet: str, cell: str, remarks: Remarks) -> Gas:
    """Which of two numbers for the same thing counts: all gases, unless the user says otherwise.

    A balance is one of CO2 equivalents; that they were taken is shown as an assumption.
    """
    labels = {each.gas: each.label for each in (one, other)}
    answer = remarks.ask(
        ("gas", sheet), "gas", GAS_CHOICES, sheet, cell, vocabulary="gas", default=Gas.ALL.value,
        details={"co2": labels[Gas.CO2], "all": labels[Gas.ALL]},
    )  # fmt: skip
    return Gas(answer or Gas.ALL)
