"""The steps of an import: which comes first, findings at their cells, changes, what stands against them."""

from __future__ import annotations

import re
import sys

import pytest

from monitoring.domain.errors import Cancelled
from monitoring.domain.question import Question
from monitoring.pages._import_questions import intro_key
from tests.browsing import Site
from tests.forms.sending import page, send, send_files, workbook
from tests.seed import CITY
from tests.services.stage import Rows, with_cell

MEASURES: Rows = [
    ["Programm", "Nr.", "Titel", "Umsetzungsstand"],
    ["Klimaschutzkonzept 2022", "NEU-1", "Trinkbrunnen am Markt", "in Umsetzung"],
]
INHABITANTS: Rows = [["Jahr", "Einwohner"], [2023, 41_960], [2022, 41_900], [2030, 1]]


def checked(site: Site, sheets: dict[str, Rows]) -> tuple[str, str]:
    """The address of a checked upload and what it shows."""
    path = send_files(site, {"mappe.xlsx": workbook(sheets)}).location.partition("?")[0]
    return path, page(site, path)


def test_says_first_what_was_found(site: Site) -> None:
    assert "Keine Fehler, keine Fragen, 1 Änderung." in checked(site, {"Maßnahmen": MEASURES})[1]


def test_shows_the_cell_and_the_own_value_of_a_fault(site: Site) -> None:
    path, shown = checked(site, {"Einwohner": with_cell(INHABITANTS, 1, 1, "viele")})
    assert "B2" in shown
    assert "viele" in shown
    assert "Bitte korrigieren Sie zuerst die Fehler" in shown
    assert "Bitte korrigieren Sie zuerst die Fehler" in page(site, path + "/aenderungen")


def test_leads_to_the_marked_file_where_something_was_found(site: Site) -> None:
    path, shown = checked(site, {"Einwohner": with_cell(INHABITANTS, 1, 1, "viele")})
    assert f"{path}/markiert/1" in shown
    assert "markiert" not in checked(site, {"Maßnahmen": MEASURES})[1]


def test_shows_old_and_new_values(site: Site) -> None:
    _, shown = checked(site, {"Einwohner": INHABITANTS[:3]})
    assert "41.900" in shown
    assert "41.840" in shown


def test_shows_who_is_responsible_for_a_new_measure(site: Site) -> None:
    rows = [[*MEASURES[0], "Zuständigkeit"], [*MEASURES[1], "Tiefbauamt"]]
    assert "Zuständigkeit: Tiefbauamt" in checked(site, {"Maßnahmen": rows})[1]


def test_says_where_nothing_changes(site: Site) -> None:
    _, shown = checked(site, {"Einwohner": [INHABITANTS[0], [2023, 41_960]]})
    assert "Es ändert sich nichts" in shown


def test_completeness_is_asked_and_shows_what_would_go(site: Site) -> None:
    path, _ = checked(site, {"Einwohner": [INHABITANTS[0], [2023, 41_960]]})
    tail = path.removeprefix(f"/intern/{CITY}") + "/aenderungen"
    again = send(site, tail, data={"act": "check", "vollstaendig": "yes"})
    path, _, search = again.location.partition("?")
    shown = site.routed(path, "manager", f"?{search}").get_data(as_text=True)
    assert "Einwohner, entf" in shown


def test_long_lists_stay_short(site: Site) -> None:
    rows = [["Klimaschutzkonzept 2022", f"N-{n}", f"Maßnahme {n}", "Idee"] for n in range(120)]
    _, shown = checked(site, {"Maßnahmen": [MEASURES[0], *rows]})
    assert "Weitere anzeigen (70)" in shown


def test_of_very_many_only_the_number_is_said(site: Site) -> None:
    rows = [["Klimaschutzkonzept 2022", f"N-{n}", f"Maßnahme {n}", "Idee"] for n in range(620)]
    _, shown = checked(site, {"Maßnahmen": [MEASURES[0], *rows]})
    assert "120 weitere Einträge werden hier nicht gezeigt" in shown
    assert "Maßnahme 499" in shown
    assert "Maßnahme 500" not in shown


def test_a_batch_of_another_municipality_is_not_found(site: Site) -> None:
    path, _ = checked(site, {"Maßnahmen": MEASURES})
    status, text = site.seen(path.replace(CITY, "steinfeld"), "foreign")
    assert status == 404 or "Trinkbrunnen" not in text


def test_of_a_refused_file_nothing_is_asked_and_nothing_offered(site: Site) -> None:
    path, _, search = send_files(site, {"leer.xlsx": b""}).location.partition("#")[0].partition("?")
    shown = site.routed(path, "manager", f"?{search}").get_data(as_text=True)
    shown = shown.encode().decode("unicode_escape")
    assert "leer.xlsx" in shown
    assert "Andere Dateien hochladen" in shown
    for absent in ("alles enthalten", "Neu lesen", "Übernehmen", "Tabellenblatt", "Ihr Wert"):
        assert absent not in shown, absent


def test_with_nothing_open_one_click_is_left(site: Site) -> None:
    _, shown = checked(site, {"Maßnahmen": MEASURES})
    assert '"id": "schritt"' in shown.replace('":"', '": "')
    assert "Was sich ändert" in shown
    assert shown.replace('":"', '": "').count('"value": "take_over"') == 1


def test_a_new_layout_is_shown_first_with_what_it_was_understood_as(site: Site) -> None:
    sheet: Rows = [["THG-Emissionen [t]", 2019, 2020], ["Verkehr", 900, 800], ["Haushalte", 700, 650]]
    path, shown = checked(site, {"Daten 2020": sheet})
    assert "Stimmt so, weiter" in shown
    assert "Jahre in den Spalten" in shown
    assert "Daten_2020!B2" in shown, "every cell has an address"
    assert "Bedeutung der Zeile 2: Verkehr" in shown, "every control has a name"
    assert "answer:meaning:daten 2020:verkehr" in shown
    seen = send(site, path.removeprefix(f"/intern/{CITY}") + "/verstanden", data={"act": "go_on"})
    assert seen.location == f"{path}?gesehen=1"


def test_a_sheet_that_is_read_anew_stays_in_sight(site: Site) -> None:
    sheet: Rows = [["THG-Emissionen [t]", 2019, 2020], ["Verkehr", 900, 800], ["Haushalte", 700, 650]]
    path, _ = checked(site, {"Daten 2020": sheet, "Notizen": [["Thema", "Gremium"], ["Radweg", "Rat"]]})
    where = "/verstanden?datei=mappe.xlsx&blatt=Notizen"
    said = {"act": "check", "answer:kind:notizen": "measures"}
    read = send(site, path.removeprefix(f"/intern/{CITY}") + where, data=said)
    assert read.location == f"{path}{where}"


def test_a_finding_leads_to_its_cell_and_is_marked_there(site: Site) -> None:
    path, shown = checked(site, {"Einwohner": with_cell(INHABITANTS, 1, 1, "viele")})
    assert "/verstanden?blatt=Einwohner&datei=mappe.xlsx#Einwohner!B2" in shown
    table = page(site, path + "/verstanden")
    assert "/fragen#befund-1" in table
    assert "Fehler 1: " in table


def test_rows_beyond_the_first_are_a_link_away(site: Site) -> None:
    rows = [["Klimaschutzkonzept 2022", f"N-{n}", f"Maßnahme {n}", "Idee"] for n in range(70)]
    path, _ = checked(site, {"Maßnahmen": [MEASURES[0], *rows]})
    first = page(site, path + "/verstanden")
    assert "Zeilen 31 bis 60" in first
    assert "Maßnahme 40" not in first
    later = site.routed(path + "/verstanden", "manager", "?ab=31").get_data(as_text=True)
    later = later.encode().decode("unicode_escape")
    assert "Maßnahme 40" in later
    assert "Zeilen 61 bis 71" in later


def test_a_doubted_value_is_accepted_with_a_comment_and_doubted_again(site: Site) -> None:
    path, shown = checked(site, {"Einwohner": [INHABITANTS[0], [2023, 900_000]]})
    path += "/fragen"
    tail, shown = path.removeprefix(f"/intern/{CITY}"), page(site, path)
    doubts = re.findall(r"comment-([0-9a-f]{16})", shown)
    assert doubts
    about = {"about": doubts[0]}
    assert send(site, tail, data={"act": "accept", "comment": " ", **about}).status_code == 422
    said = {"act": "accept", "comment": "Eingemeindung", "alike": "yes", **about}
    assert send(site, tail, data=said).status_code == 303
    assert "Eingemeindung" in page(site, path)
    assert f"comment-{doubts[0]}" not in page(site, path)
    assert send(site, tail, data={"act": "take_back", **about}).status_code == 303
    assert f"comment-{doubts[0]}" in page(site, path)


def test_after_taking_over_the_steps_say_what_was_stored(site: Site) -> None:
    path, _ = checked(site, {"Maßnahmen": MEASURES})
    send(site, path.removeprefix(f"/intern/{CITY}") + "/aenderungen", data={"act": "take_over"})
    for step in ("", "/fragen", "/aenderungen", "/fertig"):
        shown = page(site, path + step)
        assert "Was gespeichert wurde" in shown
        assert "#rueckgaengig" in shown
    understood = page(site, path + "/verstanden")
    assert "Trinkbrunnen am Markt" in understood
    assert "Neu lesen" not in understood


def test_questions_for_this_time_only_promise_no_memory() -> None:
    once, always = (Question("k", "edition_balance", ("a",), remembered=each) for each in (False, True))
    assert [intro_key([once]), intro_key([once, always])] == [
        "page.import.questions_intro_once",
        "page.import.questions_intro",
    ]


def test_what_changes_counts_the_warnings_too(site: Site) -> None:
    path, _ = checked(site, {"Bilanz": [["Jahr", "Sektor", "THG-Emissionen [t CO2e]"], [2022, "Gesamt", 1]]})
    assert re.search(r"Keine Fehler, \d+ Warnung(en)?, keine Fragen", page(site, path + "/aenderungen"))


def test_a_finding_of_comparing_leads_into_the_file_too(site: Site) -> None:
    rows = [[*MEASURES[0], "Beschreibung"], [*MEASURES[1], "Fragen an Frau Weber"]]
    path, _ = checked(site, {"Maßnahmen": rows})
    assert "mappe.xlsx · Maßnahmen · E2" in page(site, path + "/fragen")


def test_what_changes_says_what_is_assumed(site: Site) -> None:
    path, _ = checked(site, {"Bilanz": [["Jahr", "Sektor", "THG-Emissionen [t CO2e]"], [2022, "Gesamt", 1]]})
    shown = page(site, path + "/aenderungen")
    assert "Ohne Ihre Antwort gilt:" in shown
    assert "Korrektur: Der alte Wert war falsch" in shown


def test_what_was_cancelled_can_be_checked_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = checked(site, {"Maßnahmen": MEASURES})

    def cancelled(*_: object) -> None:
        raise Cancelled

    monkeypatch.setattr(sys.modules["monitoring.pages.check"], "check", cancelled)
    shown = page(site, path)
    assert "Das hat nicht geklappt" not in shown
    assert "Es wurde nichts übernommen. Die Dateien bleiben hochgeladen." in shown
    assert f'"href": "{path}"' in shown.replace('":"', '": "')
