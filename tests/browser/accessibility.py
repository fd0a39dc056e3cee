"""What a machine can tell of a page's accessibility: the rules of axe, and whether a narrow screen holds it."""

from __future__ import annotations

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

NARROWEST = 320
"""Pixels at which WCAG 1.4.10 wants a page without scrolling sideways."""
HEIGHT = 900
_BEYOND = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.querySelectorAll("body *")].filter(each => each.getBoundingClientRect().right > room + 1);
  return [document.documentElement.scrollWidth + " px", ...wide.slice(0, 5).map(each => each.outerHTML.slice(0, 120))];
}"""


def violations(page: Page, theme: Literal["light", "dark"], width: int) -> list[str]:
    """The rules that a page breaks in a theme and at a width, each with the elements that break it."""
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    found = Axe().run(page).response["violations"]
    return [f"{theme} {width} {each['id']}: {each['help']}: {_places(each)}" for each in found]


def _places(violation: dict[str, list[dict[str, list[str]]]]) -> str:
    return ", ".join(str(node["target"][0]) for node in violation["nodes"][:3])


def beyond_the_edge(page: Page) -> list[str]:
    """What makes a page scroll sideways on the narrowest screen."""
    page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
    found: list[str] = page.evaluate(_BEYOND)
    return found
