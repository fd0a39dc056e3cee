"""The filters of the measures: a plain form that also asks for a place and for what is new."""

from __future__ import annotations

import re
from typing import Any

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.services import editing
from monitoring.services.publishing import publish
from tests.browsing import Site
from tests.pages.test_reading_pages import BASE, text_of
from tests.seed import CITY, Seeded

LIST = f"{BASE}/massnahmen"


def listed(site: Site, query: str = "") -> list[str]:
    """The ids of the measures in the list."""
    html = site.get(f"{LIST}?{query}").get_data(as_text=True)
    return re.findall(rf'<th[^>]*><a href="{LIST}/([^"?]+)', html)


def edit(site: Site, measure: str, **values: Any) -> None:
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    editing.edit(visit, CITY, "measures", (measure,), values)


@pytest.fixture
def placed(site: Site) -> Site:
    """A second publication, in which two measures have got a place of their own."""
    edit(site, "KL-1", place="Nordstadt")
    edit(site, "MO-1", place="Altstadt")
    publish(Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY)), CITY)
    return site


def test_measures_are_found_by_their_place(placed: Site) -> None:
    assert listed(placed, "ort=Nordstadt") == ["KL-1"]
    assert listed(placed, "suche=altstadt") == ["MO-1"]
    assert len(listed(placed, "ort=")) > 2
    html = placed.get(LIST).get_data(as_text=True)
    assert re.findall(r'name="ort".*?</select>', html, re.DOTALL)[0].count("<option") == 3


def test_without_places_nobody_is_asked_for_one(site: Site) -> None:
    assert 'name="ort"' not in site.get(LIST).get_data(as_text=True)


def test_what_is_new_since_the_previous_publication(placed: Site) -> None:
    assert set(listed(placed, "neu=publication")) >= {"KL-1", "MO-1"}
    assert "WG-1" not in listed(placed, "neu=publication")
    assert "Neu: Sachstand vom" in text_of(placed, f"{LIST}?neu=publication")
    assert "Angaben geändert am 04.05.2026" in text_of(placed, f"{LIST}?neu=publication")


def test_a_first_publication_has_only_what_is_new_in_a_year(site: Site) -> None:
    html = site.get(LIST).get_data(as_text=True)
    choices = re.findall(r'name="neu".*?</select>', html, re.DOTALL)[0]
    assert re.findall(r'value="(\w*)"', choices) == ["", "year"]
    assert listed(site, "neu=publication") == listed(site)
    assert listed(site, "neu=gibtesnicht") == listed(site)
    assert 0 < len(listed(site, "neu=year")) < len(listed(site))


def test_a_past_publication_is_as_new_as_it_was(placed: Site) -> None:
    assert listed(placed, "fassung=1&neu=publication") == listed(placed, "fassung=1")
    assert 'name="fassung" type="hidden" value="1"' in placed.get(f"{LIST}?fassung=1").get_data(as_text=True)
