"""What a machine can tell of accessibility: the rules of axe, and whether a narrow screen holds a page."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, TimeoutError

NARROWEST = 320
"""Pixels at which WCAG 1.4.10 wants a page without scrolling sideways."""
HEIGHT = 900
PATIENCE_MS = 10_000
"""How long an interactive chart may take to follow the width of the window."""
_BEYOND = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const isWide = each => each.getBoundingClientRect().right > room + 1;
  const wide = [...document.querySelectorAll("body *")].filter(isWide).slice(0, 5);
  return [document.documentElement.scrollWidth + " px", ...wide.map(each => each.outerHTML.slice(0, 120))];
}"""

_MOVING = """() => {
  const lasts = times => times.split(", ").some(each => parseFloat(each) > 0);
  const moves = style => style.scrollBehavior === "smooth" || lasts(style.transitionDuration)
    || (style.animationName !== "none" && lasts(style.animationDuration));
  const styles = each => ["", "::before", "::after"].map(part => getComputedStyle(each, part));
  const found = [...document.querySelectorAll("*")].filter(each => styles(each).some(moves));
  return found.map(each => each.outerHTML.slice(0, 120));
}"""


@dataclass(frozen=True)
class Look:
    """How a page is looked at. Contrast costs most of the time; it depends on the theme, not on the words."""

    theme: Literal["light", "dark"]
    width: int
    contrast: bool = True

    def __str__(self) -> str:
        return f"{self.theme} {self.width}"


def open_everything(page: Page) -> None:
    """What is folded away is part of the page."""
    page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })")


def violations(page: Page, look: Look) -> list[str]:
    """The rules that a page breaks in a theme and at a width, each with the elements that break it."""
    page.emulate_media(color_scheme=look.theme)
    page.set_viewport_size({"width": look.width, "height": HEIGHT})
    rules = {"color-contrast": {"enabled": look.contrast}, "target-size": {"enabled": True}}
    found = Axe().run(page, options={"resultTypes": ["violations"], "rules": rules}).response["violations"]
    return [f"{look} {each['id']}: {each['help']}: {_places(each)}" for each in found]


def moving(page: Page) -> list[str]:
    """What moves or fades on a page, though the reader asked the system for less of it."""
    found: list[str] = page.evaluate(_MOVING)
    return found


def _places(violation: dict[str, list[dict[str, list[str]]]]) -> str:
    """The first elements that break a rule."""
    return ", ".join(str(node["target"][0]) for node in violation["nodes"][:3])


def beyond_the_edge(page: Page, height: int = HEIGHT) -> list[str]:
    """What makes a page scroll sideways on the narrowest screen, once its charts are drawn anew."""
    page.set_viewport_size({"width": NARROWEST, "height": height})
    with contextlib.suppress(TimeoutError):
        page.wait_for_function(f"() => ({_BEYOND})().length === 0", timeout=PATIENCE_MS)
    found: list[str] = page.evaluate(_BEYOND)
    return found
