"""Each public page with the Tab key: every stop is seen, marked, and comes in the order of reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import PUBLIC, Visit, every_page
from tests.browser.watch import Watch

PAGES = [each for each in every_page() if each.account == PUBLIC and each.language == "de"]
MOST_STOPS = 400
_STOP = """() => {
  const now = document.activeElement, before = window.lastStop;
  if (!now || now === document.body) return null;
  window.lastStop = now;
  const place = now.getBoundingClientRect(), style = getComputedStyle(now);
  const isMarked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const wrong = [];
  if (!isMarked && style.boxShadow === "none") wrong.push("not marked");
  if (place.width < 1 || place.height < 1) wrong.push("no size");
  const isBeside = place.right < 0 || place.left > innerWidth;
  if (isBeside || place.bottom < 0 || place.top > innerHeight) wrong.push("out of sight");
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  if (before && !(before.compareDocumentPosition(now) & follows)) wrong.push("out of order");
  return {what: now.outerHTML.slice(0, 100), wrong};
}"""


def _stops(page: Page) -> list[dict[str, Any]]:
    """Where the Tab key leads, from the top of the page until it leaves it."""
    page.evaluate("() => { window.lastStop = null; document.activeElement.blur(); }")
    found: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None or (found and stop["what"] == found[0]["what"]):
            return found  # behind the last one the browser itself is reached, or the page from its top
        found.append(stop)
    raise AssertionError(f"the page is not left after {MOST_STOPS} stops")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("visit", PAGES, ids=str)
def test_every_stop_is_seen_and_marked(
    visit: Visit, width: int, window_of: Callable[[str], tuple[Page, Watch]]
) -> None:
    page, watch = window_of(PUBLIC)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(visit.address)
    stops = _stops(page)
    assert len(stops) > (1 if "/einbetten/" in visit.path else 5)
    assert [(each["what"], each["wrong"]) for each in stops if each["wrong"]] == []
    watch.taken()
