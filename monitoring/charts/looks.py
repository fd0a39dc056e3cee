"""How a series looks: its CSS class (light and dark), its colour for plotly and paper, its pattern."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """How one series appears. `css` names a class in assets/site_charts.css, `color` is its light value.

    `pattern` is a plotly pattern shape ("" is plain). Two series of a chart with the same one differ clearly
    in lightness, so that none is told by its colour alone.
    """

    css: str
    color: str
    pattern: str = ""


TOTAL = Look("fill-total", "#0b5563")
TARGET_PATH = Look("line-target", "#16232b")
REQUIRED_PATH = Look("line-required", "#a4520b")
CONTINUED_PATH = Look("line-continued", "#74588c")
ACTUAL = Look("line-actual", "#0b5563")
FALL = Look("fill-1", "#0b5563")
RISE = Look("fill-4", "#b06a12")
TOTAL_CHANGE = Look("fill-5", "#8895a1")

SECTORS = {
    "HH": Look("fill-1", "#0b5563"),
    "GHD": Look("fill-2", "#3c8d94", "/"),
    "IND": Look("fill-3", "#74588c", "|"),
    "WIRT": Look("fill-3", "#74588c", "|"),
    "KE": Look("fill-4", "#b06a12", "."),
    "VER": Look("fill-5", "#8895a1"),
}
OTHER_SECTOR = Look("fill-6", "#9a5b5b", "x")
WITHHELD_SECTORS = Look("fill-5", "#8895a1", "+")

STATUSES = {
    "completed": Look("fill-1", "#0b5563"),
    "ongoing": Look("fill-1", "#0b5563", "/"),
    "in_progress": Look("fill-2", "#3c8d94"),
    "in_preparation": Look("fill-2", "#3c8d94", "."),
    "not_started": Look("fill-5", "#8895a1", "-"),
    "idea": Look("fill-5", "#8895a1", "+"),
    "postponed": Look("fill-4", "#b06a12", "\\"),
    "rejected": Look("fill-6", "#9a5b5b", "x"),
    "replaced": Look("fill-3", "#74588c", "|"),
    "unknown": Look("fill-5", "#8895a1", "/"),
}
"""In the order in which they are stacked: what is done first, what is not known last."""


def sector_look(code: str) -> Look:
    """The look of a sector; sectors beyond BISKO share one."""
    return SECTORS.get(code, OTHER_SECTOR)


def marker(look: Look) -> dict[str, object]:
    """The marker of a plotly bar trace in this look."""
    pattern = {
        "shape": look.pattern,
        "size": 6,
        "solidity": 0.25,
        "fgcolor": "#ffffff",
        "bgcolor": look.color,
    }
    return {"color": look.color, **({"pattern": pattern} if look.pattern else {})}
