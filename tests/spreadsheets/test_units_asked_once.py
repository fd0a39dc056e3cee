"""A unit that no heading names is asked for once for all numbers of one kind."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Workbook
from tests.spreadsheets.written_tables import TODAY, Rows, read_tables, stored

LABELS = ("Gesamt", "Industrie", "Private Haushalte")


def _keys(reading: Reading) -> list[str]:
    return [each.key for each in reading.questions]


@pytest.mark.parametrize(
    "heading", ["Endenergie nach Sektoren - {}", "{} Endenergie", "Endenergie {} (Zielwert)"]
)
def test_headings_that_say_alike_what_they_measure_ask_once(heading: str) -> None:
    rows: Rows = [
        ("ZEIT", *(heading.format(each) for each in LABELS)),
        (2019, 6.5, 4.5, 2),
        (2020, 5.5, 3.5, 2),
    ]
    reading = read_tables([Sheet("T", rows)])
    assert _keys(reading) == ["unit:t:endenergie"]
    assert [*reading.questions[0].cells] == ["B2", "C2", "D2", "B3", "C3", "D3"]


def test_electricity_and_gas_may_have_units_of_their_own() -> None:
    rows: Rows = [("Jahr", "Stromverbrauch", "Gasverbrauch"), (2019, 6.5, 4.5), (2020, 5.5, 3.5)]
    assert _keys(read_tables([Sheet("T", rows)])) == ["unit:t:stromverbrauch", "unit:t:gasverbrauch"]


def test_planned_rows_of_a_list_have_the_unit_of_the_others() -> None:
    rows: Rows = [
        ("year", "category", "type", "value"),
        (2015, "Verkehr", "real", 492.5),
        (2015, "Gesamt", "real", 2017.5),
        (2030, "Gesamt", "geplant", 1039.5),
    ]
    reading = read_tables([Sheet("stadt", rows)])
    assert _keys(reading) == ["unit:stadt:stadt"]
    answers = {"unit:stadt:stadt": "kt", "planned:stadt": "as_target"}
    answered = read_tables([Sheet("stadt", rows)], answers=answers)
    assert answered.questions == ()
    targets = [each.values["value"] for each in answered.drafts if each.kind == "targets"]
    assert targets == [1_039_500.0]


def test_a_line_of_a_goal_may_be_in_per_cent() -> None:
    rows: Rows = [("Sektor", 2020, 2030), ("Gesamt", 100.5, None), ("Ziel gesamt", 100.5, 40.5)]
    assert len(_keys(read_tables([Sheet("T", rows)]))) == 2


def test_a_file_says_its_unit_in_its_name() -> None:
    rows: Rows = [("ZEIT", "CO2-Emissionen - Industrie", "CO2-Emissionen - Verkehr"), (2019, 6.5, 4.5)]
    name = "co2-emissionen-tonnen"
    reading = understand(Workbook(f"{name}.csv", (Sheet(name, rows),)), today=TODAY)
    assert reading.questions == ()
    assert stored(reading, "emissions_t") == {(2019, "IND", "all"): 6.5, (2019, "VER", "all"): 4.5}
