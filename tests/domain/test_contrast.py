"""Accent colours as towns have them: every colour made of one can be read wherever it stands."""

from __future__ import annotations

import colorsys

import pytest

from monitoring.domain.contrast import (
    FOR_TEXT,
    GROUNDS,
    Scheme,
    contrast,
    palette,
    readable,
    shortfall,
)

FOR_GRAPHICS = 3.0
"""The least contrast of the frame around what has the focus."""
TOWNS = {
    "navy": "#003366",
    "blue": "#0069b4",
    "sky": "#4aa3df",
    "red": "#e2001a",
    "burgundy": "#7a1f3d",
    "green": "#009640",
    "forest": "#005c3c",
    "yellow": "#ffd500",
    "orange": "#f39200",
    "turquoise": "#00a19a",
    "violet": "#6f2c91",
    "grey": "#4a4a49",
    "black": "#000000",
}
CASES = [(colour, scheme) for colour in TOWNS.values() for scheme in Scheme]


@pytest.mark.parametrize(("colour", "scheme"), CASES)
def test_all_that_follows_from_an_accent_can_be_read(colour: str, scheme: Scheme) -> None:
    accent = readable(colour, scheme)
    made = palette(accent, scheme)
    grounds = (*GROUNDS[scheme], made["accent-soft"])
    assert min(contrast(made["accent"], ground) for ground in grounds) >= FOR_TEXT
    assert min(contrast(made["accent-strong"], ground) for ground in grounds) >= FOR_TEXT
    assert min(contrast(made["on-accent"], made[name]) for name in ("accent", "accent-strong")) >= FOR_TEXT
    assert min(contrast(made["focus"], ground) for ground in GROUNDS[scheme]) >= FOR_GRAPHICS


@pytest.mark.parametrize(("colour", "scheme"), CASES)
def test_the_nearest_colour_is_of_the_same_hue_and_only_just_enough(colour: str, scheme: Scheme) -> None:
    found = shortfall(colour, scheme)
    if found is None:
        assert readable(colour, scheme) == colour
        return
    least = min(contrast(found.nearest, ground) for ground in GROUNDS[scheme])
    assert FOR_TEXT <= least < FOR_TEXT + 0.25
    assert hue_distance(colour, found.nearest) < 0.02
    assert shortfall(found.nearest, scheme) is None


def hue_distance(one: str, other: str) -> float:
    """How far two colours are apart on the wheel, from 0 to 0.5; nothing for greys."""
    hues = [
        colorsys.rgb_to_hls(*(int(each[at : at + 2], 16) / 255 for at in (1, 3, 5))) for each in (one, other)
    ]
    if any(saturation < 0.05 for _, _, saturation in hues):
        return 0.0
    apart = abs(hues[0][0] - hues[1][0])
    return min(apart, 1 - apart)
