"""Real files of real towns, from the file to progress, through the command line alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Run, kept
from tests.services.stage import Rows, book

TARGET: Rows = [
    ["Ziel", "Zielgröße", "Basisjahr", "Zieljahr", "Minderung [%]"],
    ["Klimaneutralität", "THG-Emissionen", 1990, 2035, 95],
]


def _take(run: Run, slug: str, file: Path, *options: str) -> Answer:
    """Import a file, answering each question with its first choice, as often as needed."""
    answers: list[str] = []
    for _ in range(12):
        found = run("import", slug, file, *options, *answers, "--json")
        open_ones = [each for each in found.shape["questions"] if each["default"] is None]
        if not open_ones:
            return found
        for each in open_ones:
            answers += ["--answer", f"{each['key']}={each['choices'][0]}"]
    raise AssertionError("questions without end")


@pytest.mark.parametrize("town", ["bonn", "leipzig"])
def test_a_balance_in_kilotonnes_shows_progress(run: Run, realdata: Path, tmp_path: Path, town: str) -> None:
    run("municipality", "add", town, "--name", town.title())
    taken = _take(run, town, realdata / "klimawatch" / f"{town}.csv", "--unit", "kt")
    assert (taken.code, taken.shape["revision"]) == (0, 1), [
        each["message"] for each in taken.shape["findings"] if each["blocks"] == "import"
    ]
    assert {"balance", "inhabitants"} <= set(taken.shape["changes"])
    target = _take(run, town, kept(tmp_path, book({"Ziele": TARGET}, "ziel.xlsx")))
    assert target.shape["revision"] == 2
    shown = run("show", town, "--json", "--today", "2025-06-02").shape
    progress = next(each for each in shown["targets"] if each["name"] == "Klimaneutralität")
    assert progress["base_value"] is not None
    assert progress["latest_value"] < progress["base_value"]
    assert progress["rating"] not in ("", None, "not_assessable"), progress["reason"]
    assert all(each["total_t"] is None or each["total_t"] > 100_000 for each in shown["emissions"])
    assert _take(run, town, realdata / "klimawatch" / f"{town}.csv", "--unit", "kt").shape["revision"] is None


def test_a_list_of_measures_is_taken_over(run: Run, realdata: Path) -> None:
    run("municipality", "add", "mainz", "--name", "Mainz", "--of-kind", "city")
    taken = _take(run, "mainz", realdata / "localzero" / "mainz_massnahmen.xlsx")
    assert (taken.code, taken.shape["revision"]) == (0, 1), [
        each["message"] for each in taken.shape["findings"] if each["blocks"] == "import"
    ]
    shown = run("show", "mainz", "--json").shape["measures"]
    assert shown["total"] >= 50
    assert sum(shown["by_status"].values()) == shown["total"]
    assert _take(run, "mainz", realdata / "localzero" / "mainz_massnahmen.xlsx").shape["revision"] is None
