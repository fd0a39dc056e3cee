"""For those who enlarge a page four times, or need more room between lines and letters: nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.accessibility import beyond_the_edge, moving, open_everything
from tests.browser.addresses import PUBLIC, Visit, every_page
from tests.browser.watch import Watch

PAGES = [each for each in every_page() if each.account == PUBLIC and each.language == "de"]
FOUR_TIMES: ViewportSize = {"width": 1280 // 4, "height": 1024 // 4}
"""What is left of a window of 1280 by 1024 pixels when its content is enlarged four times (WCAG 1.4.10)."""
SPACED = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
"""
"""The distances that a page must bear (WCAG 1.4.12)."""
_IN_THE_WAY = """() => [...document.querySelectorAll("body *")].filter(each => {
  const style = getComputedStyle(each), stays = ["fixed", "sticky"].includes(style.position);
  const isSeen = style.visibility !== "hidden" && style.opacity !== "0";
  return stays && isSeen && each.getBoundingClientRect().height > innerHeight / 3;
}).map(each => each.outerHTML.slice(0, 120))"""
_CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(each => {
  const style = getComputedStyle(each), hides = [style.overflowX, style.overflowY];
  const isText = !each.children.length && each.textContent.trim() && each.clientWidth > 1;
  const isLonger = each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
  return isText && isLonger && hides.some(one => one === "hidden" || one === "clip");
}).map(each => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("visit", PAGES, ids=str)
def test_nothing_is_lost(visit: Visit, window_of: Callable[[str], tuple[Page, Watch]]) -> None:
    page, watch = window_of(PUBLIC)
    page.set_viewport_size(FOUR_TIMES)
    page.goto(visit.address)
    open_everything(page)
    assert beyond_the_edge(page, FOUR_TIMES["height"]) == []
    assert page.evaluate(_IN_THE_WAY) == []
    page.add_style_tag(content=SPACED)
    assert beyond_the_edge(page, FOUR_TIMES["height"]) == []
    assert page.evaluate(_CUT_OFF) == []
    watch.taken()


@pytest.mark.parametrize(
    ("style", "question"),
    [
        ("main { position: sticky; inset-block-start: 0; }", _IN_THE_WAY),
        ("h1 { block-size: 4px; overflow: hidden; }", _CUT_OFF),
    ],
    ids=["in the way", "cut off"],
)
def test_what_is_lost_is_found(page: Page, style: str, question: str) -> None:
    page.set_viewport_size(FOUR_TIMES)
    page.goto("/")
    assert page.evaluate(question) == []
    page.add_style_tag(content=style)
    assert len(page.evaluate(question)) == 1


def test_what_moves_is_still_for_those_who_ask_for_it(page: Page) -> None:
    page.goto("/")
    assert moving(page) == []
    page.emulate_media(reduced_motion="no-preference")
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_attached()
    assert len(moving(page)) == 1
