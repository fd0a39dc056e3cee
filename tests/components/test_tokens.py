"""The colours: contrast measured in light and dark, and drawings that agree with the stylesheet."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from monitoring.charts.figure import FONT, INK, PAPER
from monitoring.charts.looks import (
    ACTUAL,
    CONTINUED_PATH,
    OTHER_SECTOR,
    REQUIRED_PATH,
    SECTORS,
    STATUSES,
    TARGET_PATH,
    TOTAL,
    WITHHELD_SECTORS,
    Look,
)
from monitoring.components.badge import Tone
from monitoring.domain.contrast import GROUNDS, Scheme

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TOKENS, SITE, CHARTS = (
    (ASSETS / name).read_text(encoding="utf-8") for name in ("tokens.css", "site.css", "site_charts.css")
)
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
    for part in TOKENS.split("prefers-color-scheme: dark")
)
TEXT = [
    ("ink", "page"), ("ink", "surface"), ("ink-muted", "page"), ("ink-muted", "surface"), ("accent", "page"),
    ("accent", "surface"), ("accent", "accent-soft"), ("accent-strong", "accent-soft"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"), ("good", "good-soft"), ("fair", "fair-soft"),
    ("bad", "bad-soft"), ("bad", "page"),
    ("neutral", "neutral-soft"), ("ink", "good-soft"), ("ink", "fair-soft"), ("ink", "bad-soft"),
]  # fmt: skip
GRAPHICS = [
    "fill-1",
    "fill-2",
    "fill-3",
    "fill-4",
    "fill-5",
    "fill-6",
    "line-required",
    "line-strong",
    "focus",
]
OF_A_BALANCE = [*[look for code, look in SECTORS.items() if code != "WIRT"], OTHER_SECTOR, WITHHELD_SECTORS]
"""What may stand in one stack: business as a whole stands there in the place of its parts."""
CLEARLY_LIGHTER = 1.5
"""The contrast by which two fills are told apart where no colour is seen."""


def luminance(color: str) -> float:
    """Relative luminance after WCAG 2.1."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio after WCAG 2.1."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_is_readable(tokens: dict[str, str], text: str, ground: str) -> None:
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", GRAPHICS)
def test_graphics_stand_out(tokens: dict[str, str], name: str) -> None:
    assert contrast(tokens[name], tokens["page"]) >= 3


def test_colours_of_municipalities_are_measured_on_the_grounds_of_the_site() -> None:
    assert GROUNDS[Scheme.LIGHT] == (LIGHT["page"], LIGHT["surface"])
    assert GROUNDS[Scheme.DARK] == (DARK["page"], DARK["surface"])


def test_both_schemes_name_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)


def test_plotly_and_paper_have_the_light_colours() -> None:
    for look in [*SECTORS.values(), *STATUSES.values()]:
        assert look.color == LIGHT[look.css]
    assert REQUIRED_PATH.color == LIGHT["line-required"]


def test_interactive_charts_have_a_token_for_every_colour() -> None:
    rules = (ASSETS / "site_graphs.css").read_text(encoding="utf-8")
    looks = [*SECTORS.values(), *STATUSES.values(), OTHER_SECTOR, TOTAL, TARGET_PATH, REQUIRED_PATH, ACTUAL]
    for color in {look.color for look in looks} | {INK, PAPER}:
        red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
        assert f"rgb({red}, {green}, {blue})" in rules, color


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("looks", [STATUSES.values(), OF_A_BALANCE], ids=["statuses", "sectors"])
def test_no_two_series_look_alike_without_colours(tokens: dict[str, str], looks: list[Look]) -> None:
    for one, other in combinations(looks, 2):
        lightness = contrast(tokens[one.css], tokens[other.css])
        assert one.pattern != other.pattern or lightness >= CLEARLY_LIGHTER, (one, other)


def test_every_colour_of_a_badge_is_measured() -> None:
    found = re.findall(
        r"^\.badge-\w+ { background: var\(--([\w-]+)\); color: var\(--([\w-]+)\); }$", SITE, re.M
    )
    assert len(found) == len(get_args(Tone))
    assert {(text, ground) for ground, text in found} <= set(TEXT)


def test_every_colour_of_a_chart_is_measured() -> None:
    rules = r"\.((?:fill|line)-\w+)(?=[^{}]*{ (?:fill|stroke): var\(--([\w-]+)\))"
    drawn = dict(re.findall(rules, CHARTS))
    looks = [*STATUSES.values(), *OF_A_BALANCE, TOTAL, TARGET_PATH, REQUIRED_PATH, CONTINUED_PATH, ACTUAL]
    assert {drawn[look.css] for look in looks} <= {*GRAPHICS, "ink"}


def test_an_interactive_chart_has_the_letters_of_the_page() -> None:
    assert f"--font: {FONT};" in TOKENS
