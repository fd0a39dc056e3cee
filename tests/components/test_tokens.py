"""The colours: contrast measured in light and dark, and drawings that agree with the stylesheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from monitoring.charts.figure import FONT, INK, PAPER
from monitoring.charts.looks import (
    ACTUAL,
    OTHER_SECTOR,
    REQUIRED_PATH,
    SECTORS,
    STATUSES,
    TARGET_PATH,
    TOTAL,
)
from monitoring.domain.contrast import GROUNDS, Scheme

TOKENS = (Path(__file__).resolve().parents[2] / "assets" / "tokens.css").read_text(encoding="utf-8")
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
    rules = (Path(__file__).resolve().parents[2] / "assets" / "site_graphs.css").read_text(encoding="utf-8")
    looks = [*SECTORS.values(), *STATUSES.values(), OTHER_SECTOR, TOTAL, TARGET_PATH, REQUIRED_PATH, ACTUAL]
    for color in {look.color for look in looks} | {INK, PAPER}:
        red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
        assert f"rgb({red}, {green}, {blue})" in rules, color


def test_no_two_series_look_alike() -> None:
    for looks in (STATUSES.values(), [look for code, look in SECTORS.items() if code != "WIRT"]):
        assert len({(look.css, look.pattern) for look in looks}) == len(list(looks))


def test_an_interactive_chart_has_the_letters_of_the_page() -> None:
    assert f"--font: {FONT};" in TOKENS
