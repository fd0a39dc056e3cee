"""Gap, shares and pace: the formulas, and None for whatever is undefined."""

import pytest

from monitoring.domain.gap import (
    achieved_per_year,
    gap,
    gap_share,
    required_per_year,
    share_of_target,
    share_of_time,
    tempo_factor,
)


@pytest.mark.parametrize(
    ("latest", "path", "tonnes", "share"),
    [(90.0, 80.0, 10.0, 0.125), (70.0, 80.0, -10.0, -0.125), (5.0, 0.0, 5.0, None), (-3.0, -4.0, 1.0, 0.25)],
)
def test_gap_in_tonnes_and_as_a_share_of_the_path(
    latest: float, path: float, tonnes: float, share: float | None
) -> None:
    assert gap(latest, path) == tonnes
    assert gap_share(latest, path) == share


@pytest.mark.parametrize(
    ("base", "latest", "target", "share"),
    [
        (100.0, 90.0, 60.0, 0.25),
        (100.0, 110.0, 60.0, -0.25),
        (100.0, 50.0, 60.0, 1.25),
        (10.0, 20.0, 50.0, 0.25),
        (0.0, 0.0, 50.0, 0.0),
        (60.0, 50.0, 60.0, None),
    ],
)
def test_share_of_target(base: float, latest: float, target: float, share: float | None) -> None:
    assert share_of_target(base, latest, target) == share


@pytest.mark.parametrize(
    ("base_year", "latest_year", "target_year", "share"),
    [
        (1990, 2020, 2030, 0.75),
        (2020, 2020, 2030, 0.0),
        (1990, 2040, 2030, 1.25),
        (2020, 2019, 2030, None),
        (2030, 2030, 2030, None),
    ],
)
def test_share_of_time(base_year: int, latest_year: int, target_year: int, share: float | None) -> None:
    assert share_of_time(base_year, latest_year, target_year) == share


@pytest.mark.parametrize(
    ("latest", "target", "latest_year", "needed"),
    [
        (90.0, 60.0, 2020, 3.0),
        (60.0, 60.0, 2020, 0.0),
        (50.0, 60.0, 2020, -1.0),
        (90.0, 60.0, 2030, None),
        (90.0, 60.0, 2031, None),
    ],
)
def test_required_per_year(latest: float, target: float, latest_year: int, needed: float | None) -> None:
    assert required_per_year(latest, target, latest_year, 2030) == needed


@pytest.mark.parametrize(("latest_year", "reached"), [(2020, 1.0), (2010, None), (2009, None)])
def test_achieved_per_year(latest_year: int, reached: float | None) -> None:
    assert achieved_per_year(100.0, 90.0, 2010, latest_year) == reached


@pytest.mark.parametrize(
    ("required", "achieved", "factor"),
    [
        (3.0, 1.0, 3.0),
        (-3.0, -1.0, 3.0),
        (0.0, 1.0, 0.0),
        (3.0, 0.0, None),
        (3.0, -1.0, None),
        (None, 1.0, None),
        (3.0, None, None),
    ],
)
def test_tempo_factor(required: float | None, achieved: float | None, factor: float | None) -> None:
    assert tempo_factor(required, achieved) == factor
