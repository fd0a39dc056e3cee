"""Editing a target: all its years at once, as a correction or beside the old version."""

from __future__ import annotations

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.target_versions import Target
from monitoring.services.overview import overview
from monitoring.services.visit import Visit
from tests.browsing import Site
from tests.forms.sending import send
from tests.seed import CITY, MARKER, NOW

TAIL = "/ziele/verkehr-minus-40/bearbeiten"
SHARED = {"quantity": "emissions", "area": "territory", "sector": "VER", "base_year": "2016"}


def targets(site: Site) -> dict[tuple[str, int], Target]:
    seen = overview(Visit(site.database, viewer_as(Role.MANAGER, CITY), NOW), CITY)
    every = [*(view.target for view in seen.targets), *seen.earlier_targets]
    return {(each.name, each.version): each for each in every}


def test_a_correction_replaces_the_version(site: Site) -> None:
    years = {"year:0": "2030", "reduction:0": "45", "year:1": "2035", "value:1": "1.000,5"}
    answer = send(site, TAIL, data=SHARED | years | {"change": "correction", "based_on": "3"})
    assert answer.location.endswith("/ziele?gespeichert=4")
    nodes = targets(site)["Verkehr minus 40 %", 1].nodes
    assert [(each.year, each.reduction, each.value) for each in nodes] == [
        (2030, 0.45, None),
        (2035, None, 1000.5),
    ]


def test_a_year_left_out_is_removed(site: Site) -> None:
    send(site, TAIL, data=SHARED | {"year:0": "2031", "reduction:0": "40"})
    assert [each.year for each in targets(site)["Verkehr minus 40 %", 1].nodes] == [2031]


def test_a_new_version_keeps_the_old(site: Site) -> None:
    send(site, TAIL, data=SHARED | {"year:0": "2030", "reduction:0": "60", "change": "new_version"})
    assert targets(site)["Verkehr minus 40 %", 1].final.reduction == 0.4
    assert targets(site)["Verkehr minus 40 %", 2].final.reduction == 0.6


def test_a_new_target_is_added_once(site: Site) -> None:
    data = SHARED | {"name": "Neutral bis 2045", "year:0": "2045", "is_neutrality:0": "yes", "sector": ""}
    assert send(site, "/ziele/neu", data=data).status_code == 303
    assert targets(site)["Neutral bis 2045", 1].final.is_neutrality
    again = send(site, "/ziele/neu", data=data)
    assert again.status_code == 422
    assert 'id="name-error"' in again.get_data(as_text=True)


def test_faults_stand_in_their_rows_all_at_once(site: Site) -> None:
    years = {"year:0": "bald", "reduction:0": "40", "year:1": "2035", "value:1": "wenig", "base_year": "früh"}
    text = send(site, TAIL, data=SHARED | years).get_data(as_text=True)
    for name in ("year:0", "value:1", "base_year"):
        assert f'href="#{name}"' in text
        assert f'id="{name}-error"' in text


def test_rules_about_a_year_stand_in_its_row(site: Site) -> None:
    cases = {
        "value:0": {"year:0": "2030"},
        "year:0": {"year:0": "2010", "reduction:0": "40"},
        "year:1": {"year:0": "2030", "reduction:0": "40", "year:1": "2030", "reduction:1": "50"},
    }
    for name, years in cases.items():
        text = send(site, TAIL, data=SHARED | years).get_data(as_text=True)
        assert f'id="{name}-error"' in text, name
    empty = send(site, TAIL, data=SHARED).get_data(as_text=True)
    assert 'id="year:0-error"' in empty


def test_an_unknown_target_is_not_found(site: Site) -> None:
    assert send(site, "/ziele/gibt-es-nicht/bearbeiten", data=SHARED).status_code == 404


def test_what_changed_meanwhile_is_a_conflict(site: Site) -> None:
    send(site, TAIL, data=SHARED | {"year:0": "2030", "reduction:0": "45", "based_on": "3"})
    answer = send(site, TAIL, data=SHARED | {"year:0": "2030", "reduction:0": "50", "based_on": "3"})
    assert answer.status_code == 409


def test_what_a_row_says_itself_stays_where_the_target_is_not_changed(site: Site) -> None:
    tail = "/ziele/klimaneutral-bis-2040/bearbeiten"
    shared = {"quantity": "emissions", "area": "territory", "sector": "", "base_year": "2016", "form": ""}
    decision = {"decision_date": "2022-06-21", "decision_document": "2022/118", "note": f"{MARKER} targets"}
    years = {"year:0": "2030", "reduction:0": "50", "year:1": "2040", "is_neutrality:1": "yes"}
    answer = send(site, tail, data=shared | decision | years | {"based_on": "3"})
    assert answer.location.endswith("?unveraendert=1")


def test_faults_say_what_is_allowed_once_and_with_the_name_of_their_field(site: Site) -> None:
    wrong = {"base_year": "1800", "decision_document": "x" * 20_001, "year:0": "2030", "reduction:0": "-4"}
    more = {"year:1": "2035", "reduction:1": "50"}
    text = send(site, TAIL, data=SHARED | wrong | more).get_data(as_text=True)
    assert text.count(">Basisjahr: Diese Zahl ist zu klein: Erlaubt sind Werte ab 1900.<") == 1
    assert text.count("Beschluss: Das ist zu lang: Erlaubt sind höchstens 20.000 Zeichen.") == 1
    assert "Minderung [%], Zeile 1: Bitte einen Anteil von 0 bis 100 Prozent eingeben, ohne Minus." in text
    assert "nicht zulässig" not in text


def test_a_base_value_needs_its_year_and_nothing_is_negative(site: Site) -> None:
    years = {"year:0": "2030", "reduction:0": "40"}
    lone = SHARED | years | {"base_year": "", "base_value": "1000"}
    assert 'id="base_year-error"' in send(site, TAIL, data=lone).get_data(as_text=True)
    negative = SHARED | {"year:0": "2030", "value:0": "-5"}
    assert 'id="value:0-error"' in send(site, TAIL, data=negative).get_data(as_text=True)
    below = SHARED | years | {"base_value": "-1000"}
    assert "Basiswert ist negativ" in send(site, TAIL, data=below).get_data(as_text=True)
