"""The page of a measure: six questions, what went well beside what did not, amendments, a line to cite."""

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

MEASURE = f"{BASE}/massnahmen/KL-1"
WHY = "Der Netzanschluss dauert länger."


def said(site: Site, path: str, viewer: str = "public") -> str:
    return text_of(site, path, viewer).replace("\u00a0", " ")


def asked(site: Site, path: str) -> dict[str, str]:
    """The questions of the brief with their answers."""
    html = site.get(path).get_data(as_text=True)
    brief = re.search(r'<dl class="facts brief">(.*?)</dl>', html, re.DOTALL)
    assert brief
    pairs = re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", brief.group(1), re.DOTALL)
    return {question: re.sub(r"<[^>]+>", "", answer) for question, answer in pairs}


def publish_with(site: Site, explanation: str | None = None, **values: Any) -> None:
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    editing.edit(visit, CITY, "measures", ("KL-1",), values)
    publish(visit, CITY, explanation=explanation)


def test_six_questions_are_answered(site: Site) -> None:
    answers = asked(site, MEASURE)
    assert list(answers) == [
        "Was",
        "Warum",
        "Wer ist zuständig",
        "Bis wann",
        "Stand",
        "Wie man mitmachen kann",
    ]
    assert answers["Warum"] == "1,2 MWp bis 2027."
    assert answers["Wer ist zuständig"] == "Gebäudewirtschaft"
    assert answers["Bis wann"] == "01.01.2023 bis 31.12.2027"
    assert "in Umsetzung" in answers["Stand"]
    assert "Sachstand vom 15.11.2025." in answers["Stand"]


def test_what_is_missing_is_said_to_be_missing(site: Site) -> None:
    answers = asked(site, f"{BASE}/massnahmen/WG-1")
    assert {name for name, answer in answers.items() if answer == "keine Angabe"} == {
        "Was", "Warum", "Wer ist zuständig", "Bis wann", "Wie man mitmachen kann",
    }  # fmt: skip
    assert "Das Datum ist nicht angegeben." in answers["Stand"]
    text = said(site, f"{BASE}/massnahmen/WG-1")
    for missing in ("Es gibt noch keinen Sachstand.", "Zur Wirkung gibt es keine Zahl."):
        assert missing in text


def test_nothing_of_the_brief_is_said_twice(site: Site) -> None:
    assert said(site, MEASURE).count("1,2 MWp bis 2027.") == 1


@pytest.mark.parametrize(
    ("code", "points"),
    [
        ("KL-1", ["Wirkung 2025: nur 165 t, geplant waren 180 t."]),
        ("KL-1", ["Meilenstein „Ausschreibung“ erst am 20.10.2024 erreicht, geplant war der 30.09.2024."]),
        ("KL-1", ["Geholfen hat: Politischer Beschluss.", "Daraus gelernt: Dachstatik früher prüfen."]),
        ("MO-1", ["Die Maßnahme sollte am 31.12.2025 fertig sein und ist es noch nicht."]),
        ("MO-2", ["Die Maßnahme wurde verworfen: Der Rat hat die Prüfung am 12.03.2024 abgelehnt."]),
    ],
)
def test_what_went_wrong_is_said_as_plainly(site: Site, code: str, points: list[str]) -> None:
    text = said(site, f"{BASE}/massnahmen/{code}")
    assert [point for point in points if point not in text] == []
    assert text.index("Gut gelaufen") < text.index("Nicht gut gelaufen")


def test_a_figure_without_its_source_says_so(site: Site) -> None:
    assert "Wer das wann und wie ermittelt hat, ist nicht angegeben." in said(site, MEASURE)
    assert "Wer diese Zahl" not in said(site, f"{BASE}/massnahmen/MO-1")


def test_amendments_say_was_is_since_and_why(site: Site) -> None:
    assert "Seit der ersten Veröffentlichung wurde nichts geändert." in said(site, MEASURE)
    publish_with(site, WHY, goal="0,9 MWp bis 2028.")
    values, since = "1,2 MWp bis 2027. 0,9 MWp bis 2028.", "Fassung 2 vom 04.05.2026"
    assert f"{values} {since} {WHY}" in said(site, MEASURE)
    corrections = said(site, f"{BASE}/berichtigungen")
    assert f"{since} Warum: {WHY}" in corrections
    assert values in corrections
    assert "1,2 MWp bis 2027. 0,9" not in said(site, f"{MEASURE}?fassung=1")
    assert "Berichtigungen und Änderungen" not in said(site, f"/intern/{CITY}/massnahmen/KL-1", "manager")


def test_an_amendment_without_a_reason_says_so(site: Site) -> None:
    publish_with(site, goal="0,9 MWp bis 2028.")
    assert "Grund nicht angegeben" in said(site, MEASURE)


def test_the_line_to_cite_leads_to_this_publication(site: Site) -> None:
    html = site.get(MEASURE).get_data(as_text=True)
    line = re.search(r'<span class="citation">(.*?)</span>', html)
    assert line
    assert re.sub(r"<[^>]+>", "", line.group(1)) == (
        "Lindenau: KL-1 Photovoltaik auf allen Schuldächern. "
        f"Klimaschutz-Monitoring, Fassung 1 vom 04.05.2026. http://localhost{MEASURE}?fassung=1"
    )
    assert site.get(f"{MEASURE}?fassung=1").status_code == 200
