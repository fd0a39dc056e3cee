"""Rounding: equal quantities compare as equal."""

import pytest

from monitoring.domain.rounding import significant


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (0.1 + 0.2, 0.3),
        (1.005 * 1000, 1005.0),
        (0.0, 0.0),
        (-123456789012345.0, -123456789012000.0),
        (1e-20, 1e-20),
    ],
)
def test_a_quantity_has_twelve_significant_digits(value: float, rounded: float) -> None:
    assert significant(value) == rounded
