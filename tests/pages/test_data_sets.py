"""The page of the open data: the table for people comes first, and programs are shown their way."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.browsing import Site
from tests.seed import CITY
from tests.seed_open import open_data

PAGE = f"/offene-daten/{CITY}"
HERE = "http://localhost"


def main(site: Site, path: str = PAGE) -> str:
    return site.get(path).get_data(as_text=True).partition("<main")[2]


def links(text: str) -> list[str]:
    return [unescape(each).removeprefix(HERE) for each in re.findall(r'href="([^"]*)"', text)]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_workbook_comes_first_and_programs_are_led_on(site: Site, prefix: str) -> None:
    text = main(site, f"{prefix}{PAGE}").partition("</h1>")[2]
    assert links(text)[:3] == [f"{prefix}{PAGE}/all.xlsx", f"{prefix}{PAGE}/all.zip", "#programme"]
    assert 'id="programme"' in text
    of_programs = text.partition('id="programme"')[2]
    assert links(of_programs)[0] == f"{prefix}/api/v1/openapi.json"


def test_every_address_on_the_page_leads_somewhere(site: Site) -> None:
    own = {each for each in links(main(site)) if each.startswith("/") and "mailto" not in each}
    assert len(own) > 50
    assert {each: site.get(each).status_code for each in own if site.get(each).status_code != 200} == {}
    example = re.search(r'read_csv\("http://localhost([^"]*)"\)', unescape(main(site)))
    assert example is not None
    assert site.get(example[1]).mimetype == "text/csv"


def test_examples_are_about_what_is_open(site: Site) -> None:
    open_data(site, CITY, ["costs"])
    text = main(site)
    assert "balance" not in text
    assert f"{PAGE}/costs.csv" in text.partition('id="programme"')[2]


def test_every_code_is_explained_beside_its_field(site: Site) -> None:
    text = main(site)
    assert re.search(r"<code>not_estimated</code> nicht erhoben \(NE\): Der Wert wurde nicht erhoben", text)
