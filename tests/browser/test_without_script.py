"""Public pages in a browser without JavaScript: everything readable, filters as plain forms, no cookie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from monitoring.services.sample_story import CITY
from tests.browser.addresses import READING
from tests.browser.running import Server

WITH_CHARTS = ("", "/entwicklung", "/bilanz", "/ziele", "/massnahmen", "/indikatoren")


@pytest.fixture
def page(browser: Browser, browser_context_args: dict[str, Any], server: Server) -> Iterator[Page]:
    """A page in which no script runs; at the end no cookie may have been set."""
    context = browser.new_context(
        **{**browser_context_args, "base_url": server.address, "java_script_enabled": False}
    )
    yield context.new_page()
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_reading_page_can_be_read(page: Page, language: str) -> None:
    for tail in READING:
        page.goto(f"{language}/kommune/{CITY}{tail}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert len(page.get_by_role("main").inner_text()) > 300, tail


@pytest.mark.parametrize("tail", WITH_CHARTS)
def test_charts_are_drawn_and_their_numbers_open_without_a_script(page: Page, tail: str) -> None:
    page.goto(f"/kommune/{CITY}{tail}")
    figure = page.get_by_role("figure").filter(has=page.locator("svg")).first
    expect(figure.locator("svg").first).to_be_visible()
    figure.locator("summary").click()
    expect(figure.get_by_role("table")).to_be_visible()


def test_measures_are_filtered_by_a_plain_form(page: Page) -> None:
    page.goto(f"/kommune/{CITY}/massnahmen")
    every = page.get_by_role("main").get_by_role("row").count()
    page.get_by_label("Umsetzungsstand", exact=True).select_option(label="in Umsetzung")
    page.get_by_role("button", name="Filtern").click()
    assert "umsetzungsstand=in_progress" in page.url
    expect(page.get_by_label("Umsetzungsstand", exact=True)).to_have_value("in_progress")
    assert 1 < page.get_by_role("main").get_by_role("row").count() < every
    page.get_by_label("In Maßnahmen suchen").fill("gibt es gewiss nicht")
    page.get_by_role("button", name="Filtern").click()
    expect(page.get_by_text("Keine Maßnahme passt zu dieser Auswahl.")).to_be_visible()
    page.get_by_role("link", name="Filter zurücksetzen").click()
    assert page.get_by_role("main").get_by_role("row").count() == every


def test_a_municipality_is_found_by_a_plain_form(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Kommune suchen").fill("moor")
    page.get_by_role("button", name="Suchen").click()
    expect(page.get_by_role("main").get_by_role("link", name="Moorlinden")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Ilwestadt")).to_have_count(0)
