"""The check page: summary, findings, questions in words, changes, and why it cannot be taken over."""

from __future__ import annotations

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
    _, shown = checked(site, {"Einwohner": with_cell(INHABITANTS, 1, 1, "viele")})
    assert "B2" in shown
    assert "viele" in shown
    assert "Bitte korrigieren Sie zuerst die Fehler" in shown


def test_leads_to_the_marked_file_where_something_was_found(site: Site) -> None:
    path, shown = checked(site, {"Einwohner": with_cell(INHABITANTS, 1, 1, "viele")})
    assert f"{path}/markiert/1" in shown
    assert "markiert" not in checked(site, {"Maßnahmen": MEASURES})[1]


def test_shows_old_and_new_values(site: Site) -> None:
    _, shown = checked(site, {"Einwohner": INHABITANTS[:3]})
    assert "41.900" in shown
    assert "41.840" in shown


def test_says_where_nothing_changes(site: Site) -> None:
    _, shown = checked(site, {"Einwohner": [INHABITANTS[0], [2023, 41_960]]})
    assert "Es ändert sich nichts" in shown


def test_completeness_is_asked_and_shows_what_would_go(site: Site) -> None:
    path, _ = checked(site, {"Einwohner": [INHABITANTS[0], [2023, 41_960]]})
    again = send(site, path.removeprefix(f"/intern/{CITY}"), data={"act": "check", "vollstaendig": "yes"})
    search = again.location.partition("?")[2].partition("#")[0]
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
    for absent in ("Ist alles enthalten", "Erneut prüfen", "Übernehmen", "Tabellenblatt", "Ihr Wert"):
        assert absent not in shown, absent
