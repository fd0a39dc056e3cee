"""The option `--marked`: files come back with what was found in them."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.cli.conftest import Run, error_of, kept
from tests.services.stage import BALANCE, OWN, book, csv, with_cell

FAULTY = with_cell(BALANCE, 1, 3, "vierhundert")


def test_check_writes_the_marked_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "zurück.xlsx"
    answer = run("check", kept(tmp_path, book({"Bilanz": FAULTY})), "--marked", target, "--json")
    assert (answer.code, answer.shape["marked"]) == (1, [str(target)])
    assert "Fehler: " in openpyxl.load_workbook(target)["Bilanz"]["D2"].comment.text


def test_several_files_need_a_folder(run: Run, tmp_path: Path) -> None:
    files = [
        kept(tmp_path, book({"Bilanz": FAULTY})),
        kept(tmp_path, csv("Jahr;Einwohner\n2020;viele\n", "e.csv")),
    ]
    assert (
        error_of(run("check", *files, "--marked", tmp_path / "eine.xlsx", "--json")) == "marked_needs_folder"
    )
    folder = tmp_path / "geprüft"
    folder.mkdir()
    answer = run("check", *files, "--marked", folder)
    assert {path.name for path in folder.iterdir()} == {"mappe (geprüft).xlsx", "e (geprüft).xlsx"}
    assert str(folder / "e (geprüft).xlsx") in answer.out


def test_import_writes_it_too_and_leaves_out_what_nobody_can_read(
    run: Run, town: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "kaputt.xlsx"
    broken.write_bytes(b"PK\x03\x04 nichts")
    answer = run("import", OWN, town, broken, "--marked", tmp_path, "--json")
    assert answer.shape["revision"] is None
    assert answer.shape["marked"] == [str(tmp_path / "mappe (geprüft).xlsx")]
