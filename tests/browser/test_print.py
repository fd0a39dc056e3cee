"""On paper: the annex to a council paper, with its heading and without menus and forms."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from monitoring.services.sample_story import CITY
from tests.browser.sign_in import sign_in


@pytest.mark.parametrize("tail", ["", "/massnahmen"])
def test_a_print_is_an_annex(page: Page, tail: str) -> None:
    page.goto(f"/kommune/{CITY}{tail}")
    heading = page.get_by_text(re.compile("Anlage zur Vorlage"))
    expect(heading).to_be_hidden()
    page.emulate_media(media="print")
    expect(heading).to_be_visible()
    expect(heading).to_have_text(re.compile(r"^Anlage zur Vorlage 0287/2025, Fassung 2, \d\d\.\d\d\.2025$"))
    expect(page.get_by_role("navigation").filter(visible=True)).to_have_count(0)
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_role("main").get_by_role("table").first).to_be_visible()


@pytest.mark.parametrize("tail", ["", "/massnahmen/M24", "/barrierefreiheit"])
def test_a_print_says_where_it_is_from_and_carries_its_code(page: Page, tail: str) -> None:
    page.goto(f"/kommune/{CITY}{tail}")
    code = page.get_by_role("img", name="QR-Code mit der Adresse dieser Seite", include_hidden=True)
    expect(code).to_be_hidden()
    page.emulate_media(media="print")
    expect(code).to_be_visible()
    expect(page.locator(".page-address")).to_contain_text(f"/kommune/{CITY}{tail}?fassung=2")
    expect(page.locator(".page-end")).to_contain_text("klimaschutz@ilwestadt.example")


@pytest.mark.parametrize(("sheet", "size"), [("a4", (595, 842)), ("a5", (420, 595))])
def test_a_notice_is_one_sheet_without_anything_around_it(
    page: Page, sheet: str, size: tuple[int, int]
) -> None:
    page.goto(f"/kommune/{CITY}/aushang?format={sheet}")
    printed = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert [(round(float(width)), round(float(height))) for width, height in boxes] == [size]
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    expect(page.get_by_role("contentinfo")).to_be_hidden()
    expect(page.locator(".poster-sheet")).to_be_visible()


def test_a_print_of_the_office_says_that_it_is_not_published(page: Page) -> None:
    sign_in(page, "klimamanagement")
    page.goto(f"/intern/{CITY}")
    page.emulate_media(media="print")
    expect(page.get_by_text(re.compile(r"Bearbeitungsstand \d+, nicht veröffentlicht"))).to_be_visible()
    expect(page.get_by_role("navigation").filter(visible=True)).to_have_count(0)
