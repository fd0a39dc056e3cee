"""Rows whose sectors are carriers, under the names that programs for balances give them."""

from __future__ import annotations

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored

CARRIERS = {
    "Energieträger erneuerbar": "other_renewable", "Flugtreibstoff": "kerosene",
    "Gas fossil gesamt": "natural_gas", "Heizöl": "heating_oil", "Kraftstoffe erneuerbar": "biofuel",
    "Kraftstoffe fossil": "fuels",
    "Nah- und Fernwärme": "district_heat", "Sonstige fossile gesamt": "other_conventional",
    "Strom gesamt": "electricity",
}  # fmt: skip


def _rows(*labels: str) -> Rows:
    rows: Rows = [("year", "category", "type", "co2", "note")]
    rows += [(2010, label, "real", 10.5 + at, "Bericht") for at, label in enumerate(labels)]
    return [*rows, (2018, "Einwohner", "Einwohner", 169_108, None)]


def test_carriers_in_the_place_of_sectors_are_read_as_carriers() -> None:
    reading = read_tables([Sheet("ort", _rows(*CARRIERS, "Gesamt"))], answers={"unit:ort:co2": "kt"})
    assert (said(reading), reading.questions) == ([], ())
    found = stored(reading, "emissions_t")
    assert [(sector, carrier) for _, sector, carrier in found] == [
        *(("SUM", carrier) for carrier in CARRIERS.values()), ("SUM", "all"),
    ]  # fmt: skip
    people = [each.values["inhabitants"] for each in reading.drafts if each.kind == "inhabitants"]
    assert people == [169_108]


def test_a_carrier_among_sectors_is_still_asked_about() -> None:
    rows = _rows("Haushalte", "Industrie", "Heizöl", "Strom gesamt")
    reading = read_tables([Sheet("ort", rows)], answers={"unit:ort:co2": "kt"})
    assert {each.key for each in reading.questions} == {"word:sector:heizöl", "word:sector:strom gesamt"}
