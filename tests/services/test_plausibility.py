"""Doubts about new values: they see all files and what is stored, name file and cell, and block nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitoring.services import importing
from monitoring.services.importing import File, Options
from tests.services.stage import BALANCE, OWN, Rows, Stage, book, with_cell

FOLDER = Path(__file__).parents[3] / "shared" / "realdata"
real = pytest.mark.skipif(not FOLDER.exists(), reason="../shared/realdata is absent")
TOTALS: Rows = [["Jahr", "Sektor", "THG-Emissionen [t CO2e]"], [2018, "Gesamt", 1000], [2020, "Gesamt", 1230]]


def _warnings(found: importing.Check) -> list[tuple[str | None, ...]]:
    return [(each.code, each.file, each.cell) for each in found.findings if each.severity.value == "warning"]


def _checked(stage: Stage, *files: File, **options: object) -> importing.Check:
    return importing.check_against(stage.visit(), OWN, files, Options(**options))  # type: ignore[arg-type]


def test_parts_and_total_meet_from_two_files_at_once(stage: Stage) -> None:
    found = _checked(stage, book({"Bilanz": BALANCE}, "teile.xlsx"), book({"Summen": TOTALS}, "summen.xlsx"))
    assert _warnings(found) == [("total_differs", "summen.xlsx", "C3")]
    assert found.can_be_taken_over


def test_and_what_is_stored_from_an_earlier_one(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    found = stage.take(book({"Summen": TOTALS}))
    assert _warnings(found) == [("total_differs", "mappe.xlsx", "C3")]
    assert found.revision == 2
    assert _warnings(_checked(stage, book({"Summen": TOTALS}))) == []


def test_sums_wait_until_every_sector_is_known(stage: Stage) -> None:
    rows = [*BALANCE, [2018, "Hafenbetrieb", None, 300], [2018, "Gesamt", None, 1300]]
    file = book({"Bilanz": rows})
    assert _warnings(_checked(stage, file)) == []
    answers = {"word:sector:hafenbetrieb": "ignore"}
    assert _warnings(_checked(stage, file, answers=answers)) == [("total_differs", "mappe.xlsx", "D7")]


def test_a_new_edition_is_held_against_the_old_one(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    off = with_cell(BALANCE, 3, 3, 360_000)
    answers = {"edition:balance": "new_edition"}
    assert _warnings(_checked(stage, book({"Bilanz": off}), answers=answers)) == [
        ("thousandfold", "mappe.xlsx", "D4")
    ]


def _real(stage: Stage, name: str, **answers: str) -> list[tuple[str | None, ...]]:
    file = File(Path(name).name, (FOLDER / name).read_bytes())
    keyed = {key.replace("__", ":").replace("_", " "): answer for key, answer in answers.items()}
    return _warnings(_checked(stage, file, unit="kt" if "klimawatch" in name else None, answers=keyed))


@real
def test_paderborn_adds_up_in_every_year_but_2009(stage: Stage) -> None:
    assert _real(stage, "klimawatch/paderborn.csv") == [("total_differs", "paderborn.csv", "D44")]


@real
def test_moers_lists_its_fleet_beside_transport(stage: Stage) -> None:
    found = _real(stage, "klimawatch/moers.csv", word__sector__kommunale_flotte="OTHER")
    assert ("sector_beside_its_parent", "moers.csv", "D39") in found
    assert "total_differs" not in [each[0] for each in found]


@real
@pytest.mark.parametrize("name", ["02-eev-total-mwh.csv", "02-thg-total-tons.csv"])
def test_xhain_carries_its_fuels_forward(stage: Stage, name: str) -> None:
    assert ("carried_forward", name, "D3") in _real(stage, f"xhain/{name}")
