"""The gap to the path, and how far along the municipality is: in tonnes, in shares and in years.

A is the latest value in year y_n, V0 the base value in y0, VT the target value in yT and S the path. Positive
means too much (gap) or still to be reduced (required per year); for a target that shall rise, negative does.
Whatever is missing or divides by zero is None, never zero.
"""

from __future__ import annotations

from monitoring.domain.rounding import significant


def gap(latest: float, path: float) -> float:
    """The distance from the path (Ziellücke): Δ = A − S.

    >>> gap(90.0, 80.0)
    10.0
    """
    return significant(latest - path)


def gap_share(latest: float, path: float) -> float | None:
    """The gap as a share of the path value: Δ / S; None where the path is at 0.

    >>> gap_share(90.0, 80.0), gap_share(5.0, 0.0)
    (0.125, None)
    """
    return _ratio(latest - path, abs(path))


def share_of_target(base: float, latest: float, target: float) -> float | None:
    """Which share of the reduction is reached: P = (V0 − A) / (V0 − VT); None where base equals target.

    >>> share_of_target(100.0, 90.0, 60.0), share_of_target(100.0, 90.0, 100.0)
    (0.25, None)
    """
    return _ratio(base - latest, base - target)


def share_of_time(base_year: int, latest_year: int, target_year: int) -> float | None:
    """Which share of the time is over: τ = (y_n − y0) / (yT − y0); None before the base year.

    >>> share_of_time(1990, 2020, 2030), share_of_time(2019, 2018, 2030)
    (0.75, None)
    """
    return _ratio(latest_year - base_year, target_year - base_year) if latest_year >= base_year else None


def required_per_year(latest: float, target: float, latest_year: int, target_year: int) -> float | None:
    """The reduction needed each year from now on: r = (A − VT) / (yT − y_n); None from the target year on.

    >>> required_per_year(90.0, 60.0, 2020, 2030), required_per_year(90.0, 60.0, 2030, 2030)
    (3.0, None)
    """
    return _ratio(latest - target, target_year - latest_year) if latest_year < target_year else None


def achieved_per_year(base: float, latest: float, base_year: int, latest_year: int) -> float | None:
    """The mean reduction reached each year so far: (V0 − A) / (y_n − y0).

    >>> achieved_per_year(100.0, 90.0, 2010, 2020)
    1.0
    """
    return _ratio(base - latest, latest_year - base_year) if latest_year > base_year else None


def tempo_factor(required: float | None, achieved: float | None) -> float | None:
    """How many times faster it has to go: required ÷ achieved per year.

    None where one of them is missing, or where they point in opposite directions: then no pace leads there.

    >>> tempo_factor(3.0, 1.0), tempo_factor(3.0, -1.0)
    (3.0, None)
    """
    if required is None or achieved is None or required * achieved < 0:
        return None
    return _ratio(required, achieved)


def _ratio(part: float, whole: float) -> float | None:
    return significant(part / whole) if whole else None
