"""The pages to report and edit: every field is there, filled, and internal ones say that they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from monitoring.components.target_form import FIRST as TARGET_FIRST
from monitoring.components.target_form import MORE
from monitoring.components.target_rows import ROW_FIELDS
from monitoring.domain.measure import Measure, MeasureStatus
from monitoring.domain.target import TargetNode
from monitoring.texts.words import words
from tests.browsing import Site
from tests.forms.sending import page
from tests.seed import CITY

WORDS = words("de")


def fields(node: Any) -> Iterator[dict[str, Any]]:
    """Every field of a form on a page, as its properties."""
    if isinstance(node, dict):
        if node.get("namespace") == "zielpfad":
            yield node["props"]
        for value in node.values():
            yield from fields(value)
    elif isinstance(node, list):
        for each in node:
            yield from fields(each)


def shown_fields(site: Site, path: str) -> dict[str, dict[str, Any]]:
    found = fields(json.loads(site.routed(path, "manager").get_data(as_text=True)))
    return {each["name"]: each for each in found if "name" in each}


def test_every_field_of_a_measure_can_be_edited(site: Site) -> None:
    shown = shown_fields(site, f"/intern/{CITY}/massnahmen/KL-1/bearbeiten")
    assert set(Measure.model_fields) - {"id"} <= set(shown)
    assert shown["cost_total"]["value"] == "1800000"
    assert shown["end"]["value"] == "2027-12-31"
    assert shown["status"]["value"] == "in_progress"


def test_internal_fields_say_that_they_are(site: Site) -> None:
    assert WORDS("form.internal_hint") in page(site, f"/intern/{CITY}/massnahmen/KL-1/bearbeiten")


def test_every_field_of_a_target_can_be_edited(site: Site) -> None:
    own = {*TARGET_FIRST, *MORE, *ROW_FIELDS, "name", "version", "note"}
    assert own == set(TargetNode.model_fields)
    shown = shown_fields(site, f"/intern/{CITY}/ziele/klimaneutral-bis-2040/bearbeiten")
    assert (shown["year:0"]["value"], shown["reduction:0"]["value"]) == ("2030", "50")
    assert shown["is_neutrality:1"]["checked"] is True
    assert shown["year:4"]["value"] == ""


def test_each_status_says_what_it_means(site: Site) -> None:
    shown = page(site, f"/intern/{CITY}/massnahmen/KL-1/sachstand")
    assert all(WORDS.meaning(status) in shown for status in MeasureStatus)


def test_a_report_begins_with_the_present_state(site: Site) -> None:
    shown = shown_fields(site, f"/intern/{CITY}/massnahmen/KL-1/sachstand")
    assert shown["unit"]["value"] == "Gebäudewirtschaft"
    assert shown["based_on"]["value"] == "3"


def test_what_does_not_exist_is_not_found(site: Site) -> None:
    for tail in ("/massnahmen/XX/sachstand", "/massnahmen/XX/bearbeiten", "/ziele/xx/bearbeiten"):
        status, text = site.seen(f"/intern/{CITY}{tail}", "manager")
        assert status == 404 or "Das gibt es nicht" in text
