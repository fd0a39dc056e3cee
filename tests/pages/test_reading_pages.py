"""What the reading pages say: in the served HTML, in both languages, with nothing that has no data."""

from __future__ import annotations

import re
from html import unescape

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.services.publishing import publish, withdraw
from tests.browsing import Site
from tests.seed import CITY, DRAFT, VILLAGE, Seeded

BASE = f"/kommune/{CITY}"


def text_of(site: Site, path: str, viewer: str = "public") -> str:
    """The words of a page as they are read."""
    html = site.get(path, viewer).get_data(as_text=True)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def navigation(site: Site, path: str) -> list[str]:
    """The entries of the menu of a municipality."""
    html = site.get(path).get_data(as_text=True)
    menu = re.search(r'<ul class="navigation">(.*?)</ul>', html, re.DOTALL)
    return re.findall(r">([^<]+)</a>", menu.group(1)) if menu else []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", ["Wo stehen wir?", "Reicht das?", "Was muss als Nächstes geschehen?", "nicht auf Kurs"]),
        ("", ["19.924 t (7,6 %) über dem Zielpfad", "19 % der Minderung erreicht und 29 % der Zeit"]),
        (
            "",
            [
                "Bundesstrommixes, der Witterung und von Sonderjahren",
                "Die Anzahl sagt nichts über die Wirkung.",
            ],
        ),
        (
            "",
            [
                "Selbsteinschätzung der Verwaltung",
                "Vergabe, Lieferzeiten, Fachkräfte",
                "Fünf von elf Anlagen",
            ],
        ),
        (
            "",
            [
                "Bilanzjahr 2023, veröffentlicht 2025",
                "Datenstand: 04.05.2026",
                "Quelle: Energieagentur, BISKO",
            ],
        ),
        ("", ["Beispieldaten", "Anlage zur Vorlage 2026/041", "Fassung 1", "Text für die Beschlussvorlage"]),
        ("", ["Für 2024 und 2025 liegen noch keine vor", "keine Angabe"]),
        (
            "/bilanz",
            ["Die berichtete Summe und die Summe der Sektoren weichen voneinander ab", "Methodenbruch 2016"],
        ),
        (
            "/bilanz",
            [
                "2023: berichtete Summe 281.589 t, Summe der Sektoren 278.250 t",
                "Für 2018 liegt keine Bilanz vor",
            ],
        ),
        ("/bilanz", ["Datengüte 50 %", "Erdgas", "190 GWh", "Pro Kopf"]),
        ("/ziele", ["Klimaneutral bis 2040", "Annahme: keine Restmenge", "Frühere Versionen", "Version 1"]),
        (
            "/ziele",
            ["Verkehr minus 40 %", "leichte Abweichung", "16.564 t pro Jahr", "Zwischenziele und Zielwerte"],
        ),
        (
            "/massnahmen",
            ["4 Maßnahmen", "KL-1 Photovoltaik auf allen Schuldächern", "verspätet", "in Umsetzung"],
        ),
        ("/massnahmen", ["Lindenau, Stand der Maßnahmen.", "Verspätet: MO-1 Radachse Bahnhof – Innenstadt."]),
        (
            "/massnahmen",
            ["laufenden oder abgeschlossenen Maßnahmen ist eine Einsparung angegeben: 420 t pro Jahr"],
        ),
        (
            "/massnahmen/KL-1",
            ["Fünf von elf Anlagen", "Gebäudewirtschaft", "Fortschritt 45 %", "420 t pro Jahr"],
        ),
        ("/massnahmen/KL-1", ["165 t", "gemessen", "582.500 €", "67K00000", "teilweise erreicht", "4 von 5"]),
        ("/massnahmen/KL-1", ["erreicht am 20.10.2024", "Leistung auf Schuldächern: 540 kWp (2025)"]),
        ("/massnahmen/MO-2", ["verworfen", "Der Rat hat die Prüfung am 12.03.2024 abgelehnt."]),
        ("/massnahmen/WG-1", ["Nicht direkt quantifizierbar", "Es liegt noch kein Sachstand vor."]),
        (
            "/indikatoren",
            ["Photovoltaik je Einwohner: 450 Wp (2024)", "Marktstammdatenregister", "keine Angabe"],
        ),
    ],
)
def test_served_pages_say_it_in_words(site: Site, path: str, said: list[str]) -> None:
    text = text_of(site, BASE + path).replace("\u00a0", " ")
    assert [each for each in said if each not in text] == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", "Climate action in Lindenau"),
        ("/bilanz", "Balance year 2023"),
        ("/ziele", "Position against the target path"),
        ("/massnahmen", "4 measures"),
        ("/massnahmen/KL-1", "Effect, planned and actual"),
        ("/indikatoren", "Indicators"),
        ("/entwicklung", "If it goes on like this"),
        ("/zahlen", "Figures and data"),
        ("/einfache-sprache", "Is it enough?"),
    ],
)
def test_english_pages_are_english(site: Site, path: str, said: str) -> None:
    text = text_of(site, f"/en{BASE}{path}")
    assert said in text
    for german in ("Maßnahmen", "Bilanzjahr", "Umsetzungsstand", "Zielpfad (", "Überblick"):
        assert german not in text


def test_only_what_has_content_appears(site: Site) -> None:
    assert navigation(site, BASE) == ["Überblick", "Entwicklung", "Maßnahmen", "Zahlen"]
    assert navigation(site, f"/kommune/{VILLAGE}") == ["Überblick", "Entwicklung", "Zahlen"]
    text = text_of(site, f"/kommune/{VILLAGE}")
    for absent in ("Neueste Sachstände", "Was bremst", "Zu allen Maßnahmen", "Beispieldaten"):
        assert absent not in text


def test_a_target_per_inhabitant_is_shown_per_inhabitant(site: Site) -> None:
    text = text_of(site, f"/kommune/{VILLAGE}").replace("\u00a0", " ")
    assert "vorläufig" in text
    assert "6,75 t pro Kopf" in text


def test_the_text_for_a_paper_names_both_sources(site: Site) -> None:
    paper = re.search(r"<textarea.*?</textarea>", site.get(BASE).get_data(as_text=True), re.DOTALL)
    assert paper
    said = unescape(paper.group(0)).replace("\u00a0", " ")
    assert "Bilanzjahr 2023, veröffentlicht 2025. Quelle: Energieagentur, BISKO. Quelle: Zielpfad" in said
    assert "Fassung 1 vom 04.05.2026" in said


def test_earlier_versions_are_earlier_ones(site: Site) -> None:
    assert "Version 2" not in text_of(site, f"{BASE}/ziele")


def test_the_bars_of_a_sector_are_called_after_it(site: Site) -> None:
    html = site.get(f"{BASE}/ziele").get_data(as_text=True)
    (own,) = [each for each in re.findall(r"<figure.*?</figure>", html, re.DOTALL) if "Verkehr minus" in each]
    assert re.search(r"<th[^>]*>Verkehr</th>", own)
    assert ">Gesamt<" not in own


@pytest.mark.parametrize("path", ["", "/bilanz", "/ziele"])
def test_totals_that_differ_from_their_sectors_are_marked_wherever_drawn(site: Site, path: str) -> None:
    text = text_of(site, BASE + path).replace("\u00a0", " ")
    assert "2023: berichtete Summe 281.589 t, Summe der Sektoren 278.250 t; für das Ziel zählt" in text
    assert "die berichtete Summe, solange nichts anderes entschieden ist" in text
    assert "Gesamt, wo die Sektoren davon abweichen" in text


@pytest.mark.parametrize(("path", "said"), [("", "pro Jahr seit 2016"), ("/ziele", "Minderung seit 2016")])
def test_each_pace_names_its_period(site: Site, path: str, said: str) -> None:
    text = text_of(site, BASE + path).replace("\u00a0", " ")
    assert said in text
    assert "bisherigen Tempos" not in text


@pytest.mark.parametrize("path", ["", "/bilanz", "/ziele", "/massnahmen", "/massnahmen/KL-1", "/indikatoren"])
def test_the_overview_has_at_most_six_tiles_and_every_chart_a_table(site: Site, path: str) -> None:
    html = site.get(BASE + path).get_data(as_text=True)
    assert html.count('class="tile"') <= 6
    for figure in re.findall(r"<figure.*?</figure>", html, re.DOTALL):
        assert "<svg" in figure
        assert "<table" in figure
        assert re.search(r'<figcaption><p class="sentence">[^<]+', figure)
        assert 'class="source"' in figure


def test_missing_years_are_gaps_and_never_zero(site: Site) -> None:
    html = site.get(f"{BASE}/bilanz").get_data(as_text=True)
    row = re.search(r'<tr><th scope="row">2018</th>(.*?)</tr>', html, re.DOTALL)
    assert row
    assert "keine Angabe" in row.group(1)
    assert ">0<" not in row.group(1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"KL-1", "MO-1", "WG-1", "MO-2"}),
        ("?suche=radweg", {"MO-1"}),
        ("?suche=schuldächer+photovoltaik", {"KL-1"}),
        ("?programm=W%C3%A4rmeplan+2025", {"WG-1"}),
        ("?handlungsfeld=Mobilit%C3%A4t", {"MO-1", "MO-2"}),
        ("?umsetzungsstand=rejected", {"MO-2"}),
        ("?zeitplan=late", {"MO-1"}),
        ("?handlungsfeld=Mobilit%C3%A4t&umsetzungsstand=ongoing", set()),
        ("?umsetzungsstand=%3Cscript%3E", set()),
    ],
)
def test_measures_are_narrowed_by_the_address(site: Site, query: str, found: set[str]) -> None:
    html = site.get(f"{BASE}/massnahmen{query}").get_data(as_text=True)
    assert set(re.findall(rf'href="{BASE}/massnahmen/([^"?]+)"', html)) == found
    assert "<script>" not in html


def test_what_was_filtered_stays_in_the_form(site: Site) -> None:
    html = site.get(f"{BASE}/massnahmen?suche=Rad&zeitplan=late").get_data(as_text=True)
    assert re.search(r'<input[^>]*name="suche"[^>]*value="Rad"|<input[^>]*value="Rad"[^>]*name="suche"', html)
    assert re.search(r"<option[^>]*selected[^>]*>verspätet<", html)


def test_measure_codes_are_found_without_case(site: Site) -> None:
    assert site.get(f"{BASE}/massnahmen/kl-1").status_code == 200
    assert site.get(f"{BASE}/massnahmen/KL-9").status_code == 404
    assert site.get(f"{BASE}/massnahmen/nichts").status_code == 404


def test_a_publication_stays_as_it_was(site: Site) -> None:
    before = text_of(site, f"{BASE}/massnahmen?fassung=1")
    seeded = Seeded(site.database)
    manager = seeded.visit(viewer_as(Role.MANAGER, CITY))
    assert publish(manager, CITY) == 2
    assert "Heizungstausch" in text_of(site, f"{BASE}/massnahmen")
    old = text_of(site, f"{BASE}/massnahmen?fassung=1")
    assert "Heizungstausch" not in old
    assert "Heizungstausch" not in before
    assert "Sie sehen die Fassung 1 vom 04.05.2026. Es gibt eine neuere." in old
    assert f"{BASE}/ziele?fassung=1" in site.get(f"{BASE}?fassung=1").get_data(as_text=True)
    withdraw(manager, CITY, "Zahlendreher", 1)
    assert site.get(f"{BASE}?fassung=1").status_code == 404


@pytest.mark.parametrize("number", ["9", "0", "-1", "x", "1.0", "", "²", "99999999999999999999"])
def test_publications_that_never_were_are_not_found(site: Site, number: str) -> None:
    assert site.get(f"{BASE}?fassung={number}").status_code == 404


def test_the_start_lists_and_finds_municipalities(site: Site) -> None:
    text = text_of(site, "/")
    assert "Lindenau" in text
    assert "Birkenhain" in text
    assert "Steinfeld" not in text
    assert "Birkenhain" not in text_of(site, "/?suche=linden")
    assert "Lindenau" in text_of(site, "/?suche=09999001")
    assert "Keine Kommune gefunden" in text_of(site, "/?suche=Steinfeld")


def test_a_long_list_is_entered_by_letter(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitoring.services.municipality_list.MOST_AT_ONCE", 1)
    assert "Lindenau" not in text_of(site, "/?suche=e")
    html = site.get("/?suche=e").get_data(as_text=True)
    assert [f'href="/?suche=e&amp;anfang={letter}"' in html for letter in "BLS"] == [True, True, False]
    assert "Lindenau" in text_of(site, "/?suche=e&anfang=L")
    assert "Birkenhain" not in text_of(site, "/?suche=e&anfang=L")


def test_the_office_shows_managers_what_they_may_do(site: Site) -> None:
    manager, council = (site.seen(f"/intern/{CITY}", viewer)[1] for viewer in ("manager", "council"))
    for tail in ("daten", "verlauf", "veroeffentlichen"):
        assert f'/intern/{CITY}/{tail}"' in manager
        assert f'/intern/{CITY}/{tail}"' not in council
    assert "Beispieldaten" in manager
    assert "dash_core_components" in manager


def test_an_empty_municipality_says_how_to_begin(site: Site) -> None:
    assert site.seen(f"/intern/{DRAFT}/bilanz", "foreign")[0] == 200
    assert "Es liegt noch keine Bilanz vor" in site.seen(f"/intern/{DRAFT}/bilanz", "foreign")[1]
