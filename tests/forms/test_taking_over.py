"""Taking over: questions answered, checked again, then one revision; or what stands against it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tests.browsing import Site
from tests.forms.sending import page, send, send_files, workbook
from tests.seed import CITY
from tests.services.stage import Rows, with_cell

MEASURES: Rows = [
    ["Programm", "Nr.", "Titel", "Umsetzungsstand"],
    ["Klimaschutzkonzept 2022", "NEU-1", "Trinkbrunnen am Markt", "in Umsetzung"],
]
BALANCE: Rows = [["Jahr", "Sektor", "THG-Emissionen [t CO2e]"], [2023, "VER", 80_000]]


CHANGES, QUESTIONS = "/aenderungen", "/fragen"
"""What the addresses of these steps end with."""


def uploaded(site: Site, sheets: dict[str, Rows]) -> str:
    """The tail of the page of a checked batch."""
    answer = send_files(site, {"mappe.xlsx": workbook(sheets)})
    return urlsplit(answer.location).path.removeprefix(f"/intern/{CITY}")


def test_a_fine_file_becomes_a_revision(site: Site) -> None:
    tail = uploaded(site, {"Maßnahmen": MEASURES})
    answer = send(site, tail + CHANGES, data={"act": "take_over", "based_on": "3", "note": "Neue Maßnahme"})
    assert answer.status_code == 303
    assert "Übernommen als Bearbeitungsstand 4" in page(site, answer.location)
    assert "Neue Maßnahme" in page(site, f"/intern/{CITY}/verlauf")


def test_taking_over_twice_writes_once(site: Site) -> None:
    tail = uploaded(site, {"Maßnahmen": MEASURES})
    for _ in range(2):
        send(site, tail + CHANGES, data={"act": "take_over"})
    assert "Bearbeitungsstand 5" not in page(site, f"/intern/{CITY}/verlauf")


def test_errors_stand_against_it(site: Site) -> None:
    tail = uploaded(site, {"Maßnahmen": with_cell(MEASURES, 1, 2, None)})
    answer = send(site, tail + CHANGES, data={"act": "take_over"})
    shown = page(site, answer.location)
    assert "Pflichtangabe" in shown
    assert '"value": "take_over"' not in shown.replace('":"', '": "')


def test_answers_are_remembered_before_taking_over(site: Site) -> None:
    sheets: dict[str, Rows] = {"Maßnahmen": with_cell(MEASURES, 1, 3, "laufend")}
    tail = uploaded(site, sheets)
    asked = re.search(r"answer:word:[\w:]*laufend", page(site, f"/intern/{CITY}{tail}"))
    assert asked
    key = asked.group()
    answer = send(site, tail + QUESTIONS, data={"act": "go_on", key: "ongoing"})
    assert answer.status_code == 303
    again = f"/intern/{CITY}{uploaded(site, sheets)}"
    assert '"value": "take_over"' in page(site, again).replace('":"', '": "')
    assert "Beantwortete Fragen" in page(site, again + QUESTIONS)


def test_an_answer_for_once_travels_in_the_address(site: Site) -> None:
    tail = uploaded(site, {"Bilanz": BALANCE})
    answer = send(
        site,
        tail + CHANGES,
        data={"act": "check", "answer:edition:balance": "new_edition", "vollstaendig": "yes"},
    )
    assert "answer%3Aedition%3Abalance=new_edition" in answer.location
    assert "vollstaendig=yes" in answer.location


def test_an_unknown_batch_is_not_found(site: Site) -> None:
    for act in ("check", "take_over"):
        assert send(site, f"/daten/pruefung/unbekannt{CHANGES}", data={"act": act}).status_code == 404


def test_what_changed_meanwhile_is_a_conflict_that_loses_nothing(site: Site) -> None:
    tail = uploaded(site, {"Bilanz": BALANCE})
    other = uploaded(site, {"Bilanz": with_cell(BALANCE, 1, 2, 79_000)})
    assert send(site, other + CHANGES, data={"act": "take_over", "based_on": "3"}).status_code == 303
    data = {"act": "take_over", "based_on": "3", "note": "Meine Anmerkung"}
    answer = send(site, tail + CHANGES, data=data)
    assert answer.status_code == 409
    text = answer.get_data(as_text=True)
    assert "Inzwischen wurde geändert" in text
    assert "Bitte entscheiden Sie unten für jede dieser Angaben" in text
    assert "Seite mit dem heutigen Stand aufrufen" not in text
    assert "Bilanz" in text
    assert "EmissionEntry" not in text


def test_each_conflict_is_decided_before_taking_over(site: Site) -> None:
    tail = uploaded(site, {"Bilanz": [*BALANCE[:1], [2023, "VER", 71_000], [2023, "HH", 52_000]]})
    other = uploaded(site, {"Bilanz": [*BALANCE[:1], [2023, "VER", 72_000], [2023, "HH", 53_000]]})
    assert send(site, other + CHANGES, data={"act": "take_over", "based_on": "3"}).status_code == 303
    refused = send(site, tail + CHANGES, data={"act": "take_over", "based_on": "3"}).get_data(as_text=True)
    assert "Inzwischen geändert: 2" in refused
    for value in ("72.000", "71.000", "53.000", "52.000"):
        assert value in refused
    (decided_at,) = re.findall(r'name="decided_at"[^>]*value="(\d+)"', refused)
    first, second = re.findall(r'<select[^>]*name="(entscheidung:[0-9a-f]+)"', refused)
    data = {"act": "take_over", "based_on": "3", "decided_at": decided_at, first: "mine", second: "theirs"}
    assert send(site, tail + CHANGES, data=data).status_code == 303
    stored = page(site, f"/intern/{CITY}/bilanz")
    assert ("71.000" in stored, "53.000" in stored) == (True, True)
    assert ("72.000" in stored, "52.000" in stored) == (False, False)


def test_a_forged_revision_is_refused(site: Site) -> None:
    tail = uploaded(site, {"Maßnahmen": MEASURES})
    assert send(site, tail + CHANGES, data={"act": "take_over", "based_on": "-1"}).status_code == 422


def test_a_box_ticked_last_shows_what_would_go_before_it_goes(site: Site) -> None:
    tail = uploaded(site, {"Maßnahmen": MEASURES})
    answer = send(site, tail + CHANGES, data={"act": "take_over", "vollstaendig": "yes", "note": "Alles"})
    assert "Bearbeitungsstand 4" not in page(site, f"/intern/{CITY}/verlauf")
    path, _, search = answer.location.partition("?")
    shown = site.routed(path, "manager", f"?{search}").get_data(as_text=True)
    assert "Alles" in shown, "the note is kept"
    assert "entf\\u00e4llt" in shown or "entfällt" in shown


def test_what_was_typed_travels_to_the_step_that_was_chosen(site: Site) -> None:
    tail = uploaded(site, {"Bilanz": BALANCE})
    chosen = f"/intern/{CITY}{tail}/verstanden?blatt=Bilanz&art=measures"
    answer = send(site, tail + CHANGES, data={"act": "check", "note": "Meine Anmerkung", "to": chosen})
    assert answer.location == f"/intern/{CITY}{tail}/verstanden?note=Meine+Anmerkung&blatt=Bilanz"


def test_a_forged_place_leads_to_the_same_step(site: Site) -> None:
    tail = uploaded(site, {"Bilanz": BALANCE})
    answer = send(site, tail + CHANGES, data={"act": "check", "to": "https://foreign.example/daten"})
    assert answer.location == f"/intern/{CITY}{tail}{CHANGES}"
