"""Progress of made-up towns against made-up targets, one for each rating, to be put into words."""

from __future__ import annotations

from datetime import date
from typing import Any

from monitoring.domain.progress import Progress, progress
from monitoring.domain.series import Series
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.domain.target_versions import targets_from_nodes

SIX_YEARS = {2017: 100e3, 2018: 97e3, 2019: 95e3, 2020: 92e3, 2021: 90e3, 2022: 88e3}
"""t CO2e; falls by 2,400 t a year on average."""
TODAY = date(2024, 5, 1)


def plain(text: str) -> str:
    """The text with ordinary spaces, to be compared."""
    return text.replace("\u00a0", " ")


def progress_of(
    values: dict[int, float], breaks: tuple[int, ...] = (), withheld: tuple[int, ...] = (), **target: Any
) -> Progress:
    """The progress of yearly values against a target by 2030 on emissions, unless told otherwise."""
    node: dict[str, Any] = {"name": "Klimaziel", "year": 2030, "quantity": TargetQuantity.EMISSIONS} | target
    return progress(targets_from_nodes([TargetNode(**node)])[0], Series.of(values, breaks, withheld), TODAY)


def reducing(share: float, **target: Any) -> Progress:
    """The six years against a reduction from 2017."""
    return progress_of(SIX_YEARS, base_year=2017, reduction=share, **target)


CASES: dict[str, Progress] = {
    "on_track": reducing(0.30),
    "slight_deviation": reducing(0.35),
    "off_track": reducing(0.40),
    "kept": reducing(0.10),
    "achieved": reducing(0.10, year=2022),
    "missed": reducing(0.30, year=2022),
    "no_balance": progress_of({}, base_year=2017, reduction=0.3),
    "base_missing": progress_of(SIX_YEARS, base_year=2010, reduction=0.3),
    "base_withheld": progress_of(SIX_YEARS, withheld=(2010,), base_year=2010, reduction=0.3),
    "no_base_year": progress_of(SIX_YEARS, value=50e3),
    "too_old": progress_of({2012: 50e3}, base_year=2010, base_value=60e3, reduction=0.3),
    "before_path": progress_of({2020: 50e3}, base_year=2021, base_value=60e3, reduction=0.3),
    "opposite": progress_of({2018: 90e3, 2019: 91e3, 2020: 92e3, 2021: 93e3}, base_year=2018, reduction=0.5),
    "two_balances": progress_of(
        {2018: 5.2, 2022: 4.9},
        quantity=TargetQuantity.EMISSIONS_PER_CAPITA,
        base_year=2018,
        value=2.0,
        year=2050,
    ),
    "energy": progress_of(
        {2018: 1_000e3, 2022: 900e3}, quantity=TargetQuantity.ENERGY, base_year=2018, reduction=0.5
    ),
    "neutral": progress_of(SIX_YEARS, base_year=2017, is_neutrality=True, year=2045),
    "break": progress_of(SIX_YEARS, breaks=(2020,), base_year=2017, reduction=0.3),
    "rising": progress_of(
        {2018: 10.0, 2019: 14.0, 2020: 17.0, 2021: 20.0},
        quantity=TargetQuantity.INDICATOR,
        indicator="Ladepunkte",
        base_year=2018,
        value=60.0,
    ),
}
