"""The outlook: what is reached in the target year if the mean change of the last years simply goes on.

After the indicator report of Destatis on the German Sustainability Strategy, with its four weather symbols.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from monitoring.domain.record import Quantity, Year
from monitoring.domain.rounding import significant
from monitoring.domain.series import Series
from monitoring.domain.trend import MINIMUM_POINTS

MAXIMUM_INTERVALS = 5


class Weather(StrEnum):
    """The symbol of the official indicator report."""

    SUN = "sun"
    SLIGHTLY_CLOUDY = "slightly_cloudy"
    CLOUD = "cloud"
    THUNDERSTORM = "thunderstorm"


class MeanChange(BaseModel):
    """The mean change per year between two balances; negative means falling."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    per_year: Quantity
    from_year: Year
    until_year: Year


def mean_annual_change(
    series: Series, minimum: int = MINIMUM_POINTS, intervals: int = MAXIMUM_INTERVALS
) -> MeanChange | None:
    """The mean m = (last − first) ÷ years over at most the last five intervals; None with too few points.

    >>> mean_annual_change(Series.of({2017: 100, 2018: 97, 2019: 95, 2020: 92, 2021: 90, 2022: 88})).per_year
    -2.4
    """
    comparable = series.comparable()
    if len(comparable) < max(minimum, 2):
        return None
    first, last = comparable[-(intervals + 1) :][0], comparable[-1]
    per_year = significant((last.value - first.value) / (last.year - first.year))
    return MeanChange(per_year=per_year, from_year=first.year, until_year=last.year)


def continued_value(latest: float, per_year: float, latest_year: int, target_year: int) -> float | None:
    """The value in the target year if it goes on like this: E = A + m · (yT − y_n); None from then on.

    >>> continued_value(88.0, -2.4, 2022, 2030)
    68.8
    """
    if latest_year >= target_year:
        return None
    return significant(latest + per_year * (target_year - latest_year))


def miss(latest: float, continued: float, target: float) -> float | None:
    """By how much the outlook misses the target, as a share of what is left: max(0, (E − VT) ÷ (A − VT)).

    0 where the target would be reached; over 1 where the distance would grow. Holds for falling and rising
    targets. None where nothing is left.

    >>> miss(88.0, 68.8, 70.0), miss(88.0, 68.8, 60.0)
    (0.0, 0.314285714286)
    """
    left = latest - target
    return max(0.0, significant((continued - target) / left)) if left else None


def weather(missed: float, sun_limit: float = 0.05, cloud_limit: float = 0.2) -> Weather:
    """The symbol for a miss: under 5 % sun, to 20 % slightly cloudy, above cloud, wrong way thunderstorm.

    >>> [weather(share).value for share in (0.0, 0.05, 0.2, 0.21, 1.1)]
    ['sun', 'slightly_cloudy', 'slightly_cloudy', 'cloud', 'thunderstorm']
    """
    if missed > 1:
        return Weather.THUNDERSTORM
    if missed > cloud_limit:
        return Weather.CLOUD
    return Weather.SUN if missed < sun_limit else Weather.SLIGHTLY_CLOUDY
