"""The story and the figures: three chapters that name the same numbers, and ways to everything there is."""

from __future__ import annotations

import re

import pytest

from tests.browsing import Site
from tests.pages.test_reading_pages import BASE, navigation, text_of
from tests.seed import CITY, VILLAGE


def chapters(site: Site, path: str) -> list[str]:
    """The second headings of a page."""
    html = site.get(path).get_data(as_text=True)
    return re.findall(r"<h2[^>]*>(?:<a[^>]*>)?([^<]+)", html)


def test_the_story_has_three_chapters(site: Site) -> None:
    told = ["Bis heute", "Wenn es so weitergeht", "Was nötig ist"]
    assert chapters(site, f"{BASE}/entwicklung") == [*told, "Rückmeldung und Weitergabe"]
    text = text_of(site, f"{BASE}/entwicklung").replace("\u00a0", " ")
    assert "Geht es weiter wie im Mittel seit" in text
    assert "mehr, als das Ziel von" in text
    assert "Bis 2040 muss der Ausstoß um" in text
    assert "zusammen 420 t pro Jahr" in text or "angegeben: 420 t pro Jahr" in text


def test_too_few_values_are_said_to_be_too_few(site: Site) -> None:
    text = text_of(site, f"/kommune/{VILLAGE}/entwicklung")
    assert "Dafür gibt es zu wenige vergleichbare Werte." in text
    assert "Das lässt sich nur vorläufig sagen." in text


def test_the_outlook_is_drawn_as_a_line_of_its_own(site: Site) -> None:
    html = site.get(f"{BASE}/entwicklung").get_data(as_text=True)
    figures = re.findall(r'<figure[^>]*id="(story-\w+)".*?</figure>', html, re.DOTALL)
    assert figures == ["story-history", "story-changes", "story-outlook", "story-needed"]
    drawn = dict(re.findall(r'<figure[^>]*id="(story-\w+)"(.*?)</figure>', html, re.DOTALL))
    assert [name for name in figures if "line-continued" in drawn[name]] == ["story-outlook"]
    assert [name for name in figures if "line-required" in drawn[name]] == ["story-needed"]


@pytest.mark.parametrize("tail", ["/bilanz", "/ziele", "/indikatoren"])
def test_the_figures_lead_to_the_pages_behind_them(site: Site, tail: str) -> None:
    assert f'href="{BASE}{tail}"' in site.get(f"{BASE}/zahlen").get_data(as_text=True)
    html = site.get(f"{BASE}{tail}").get_data(as_text=True)
    assert '<a aria-current="page" href="/kommune/lindenau/zahlen">' in html
    crumbs = re.search(r'<nav[^>]*class="breadcrumbs"[^>]*>(.*?)</nav>', html, re.DOTALL)
    assert crumbs
    assert re.findall(r">([^<]+)</a>", crumbs.group(1)) == ["Lindenau", "Zahlen"]


def test_the_ways_in_stand_on_the_overview(site: Site) -> None:
    html = site.get(BASE).get_data(as_text=True)
    ways = re.search(r'<ul class="ways">(.*?)</ul>', html, re.DOTALL)
    assert ways
    tails = re.findall(rf'href="/kommune/{CITY}(/[^"]+)"', ways.group(1))
    assert tails == ["/entwicklung", "/massnahmen", "/zahlen"]
    assert len(navigation(site, BASE)) == len(tails) + 1
