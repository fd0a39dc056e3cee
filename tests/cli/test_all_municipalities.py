"""A file about many municipalities, through the command line: one revision each, below a region."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from monitoring.cli.all_municipalities import LINE_EVERY, Progress
from monitoring.domain.watch import ImportStage, unwatched
from monitoring.texts.words import words
from tests.cli.conftest import Answer, Run, error_of, kept
from tests.services.stage import book, csv

HEAD = "Landkreis;AGS;Gemeinde;Sektor;2019;2020"
ROWS = [
    "Alle;;Alle;Gesamt;600;570",
    "Nordkreis;09161000;Aldorf;Haushalte;100;90",
    "Nordkreis;09161000;Aldorf;Verkehr;50;50",
    "Nordkreis;09161000;Aldorf;Gesamt;150;140",
    "Nordkreis;09162000;Bedorf;Haushalte;200;190",
    "Nordkreis;09162000;Bedorf;Verkehr;250;240",
    "Nordkreis;09162000;Bedorf;Gesamt;450;430",
]


def _table(folder: Path, *rows: str, name: str = "nordkreis.csv") -> Path:
    return kept(folder, csv("\n".join(["Emissionen in t CO2e;;;;;", HEAD, *(rows or ROWS)]), name))


def _all(run: Run, *arguments: str | Path) -> Answer:
    return run("import", "--all-municipalities", *arguments, "--json")


def _total(run: Run, slug: str, year: int) -> float | None:
    shown = run("show", slug, "--json").shape["emissions"]
    return next((each["total_t"] for each in shown if each["year"] == year), None)


def test_every_municipality_becomes_one_revision_below_the_region(run: Run, tmp_path: Path) -> None:
    taken = _all(run, _table(tmp_path))
    assert taken.code == 0
    assert (taken.shape["region"], taken.shape["revision"]) == ("nordkreis", 1)
    told = [
        (each["slug"], each["key"], each["region"], each["is_new"], each["revision"])
        for each in taken.shape["municipalities"]
    ]
    assert told == [
        ("aldorf", "09161000", "Nordkreis", True, 1),
        ("bedorf", "09162000", "Nordkreis", True, 1),
    ]
    assert taken.shape["municipalities"][0]["changes"]["balance"]["new"] == 6
    assert (_total(run, "aldorf", 2019), _total(run, "bedorf", 2020)) == (150.0, 430.0)
    assert [(each["code"], each["value"]) for each in taken.shape["findings"]] == [
        ("rows_of_several_places", "Alle")
    ]


def test_the_same_file_again_changes_nothing_and_says_so(run: Run, tmp_path: Path) -> None:
    _all(run, _table(tmp_path))
    again = _all(run, _table(tmp_path))
    assert (again.code, again.shape["revision"]) == (0, None)
    assert [each["revision"] for each in again.shape["municipalities"]] == [None, None]
    said = run("import", "--all-municipalities", _table(tmp_path)).out
    assert "2 unverändert" in said
    assert "Nichts zu ändern" in said


def test_a_trial_stores_nothing(run: Run, tmp_path: Path) -> None:
    tried = _all(run, _table(tmp_path), "--dry-run")
    assert tried.code == 0
    assert [each["is_new"] for each in tried.shape["municipalities"]] == [True, True]
    assert error_of(run("show", "aldorf", "--json")) == "not_found"
    assert error_of(run("show", "nordkreis", "--json")) == "not_found"
    said = run("import", "--all-municipalities", _table(tmp_path), "--dry-run").out
    assert "2 würden übernommen" in said


def test_a_question_is_asked_once_and_answered_for_all(run: Run, tmp_path: Path) -> None:
    table = _table(tmp_path, *(row.replace("Verkehr", "Zweiräder") for row in ROWS))
    asked = _all(run, table)
    assert (asked.code, asked.shape["municipalities"]) == (1, [])
    assert [each["key"] for each in asked.shape["questions"]] == ["word:sector:zweiräder"]
    assert error_of(run("show", "nordkreis", "--json")) == "not_found"
    assert _all(run, table, "--answer", "word:sector:zweiräder=VER").code == 0
    assert _all(run, table).code == 0, "the region remembers the answer"


def test_an_error_in_one_municipality_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    wrong = [*ROWS, "Nordkreis;09161000;Aldorf;Verkehr;70;70"]
    taken = _all(run, _table(tmp_path, *wrong))
    assert taken.code == 1
    aldorf, bedorf = taken.shape["municipalities"]
    assert (aldorf["revision"], bedorf["revision"]) == (None, 1)
    assert [(each["code"], each["cell"]) for each in aldorf["findings"]] == [
        ("duplicate_key", "E10"),
        ("duplicate_key", "F10"),
    ]
    assert error_of(run("show", "aldorf", "--json")) == "not_found"
    said = run("import", "--all-municipalities", _table(tmp_path, *wrong))
    assert "Fehler Aldorf: " in said.out
    assert "1 nicht übernommen" in said.out


def test_places_of_one_name_are_told_apart_by_their_key(run: Run, tmp_path: Path) -> None:
    rows = [row.replace("Bedorf", "Aldorf") for row in ROWS]
    taken = _all(run, _table(tmp_path, *rows))
    assert [each["slug"] for each in taken.shape["municipalities"]] == ["aldorf-09161000", "aldorf-09162000"]


def test_a_municipality_with_the_same_key_is_the_same(run: Run, tmp_path: Path) -> None:
    run("municipality", "add", "stadt-bedorf", "--name", "Stadt Bedorf", "--ags", "09162000")
    taken = _all(run, _table(tmp_path))
    assert [(each["slug"], each["is_new"]) for each in taken.shape["municipalities"]] == [
        ("aldorf", True),
        ("stadt-bedorf", False),
    ]


def test_an_address_of_another_region_is_never_written_to(run: Run, tmp_path: Path) -> None:
    run("municipality", "add", "aldorf", "--name", "Aldorf")
    taken = _all(run, _table(tmp_path))
    aldorf, bedorf = taken.shape["municipalities"]
    assert taken.code == 1
    assert aldorf["error"]["code"] == "slug_of_another_region"
    assert (aldorf["revision"], bedorf["revision"]) == (None, 1)
    assert _total(run, "aldorf", 2019) is None


def test_the_region_can_be_named_and_must_be_one(run: Run, tmp_path: Path) -> None:
    assert _all(run, _table(tmp_path), "--region", "oberland").shape["region"] == "oberland"
    assert error_of(_all(run, _table(tmp_path), "--region", "aldorf")) == "not_a_region"


def test_options_for_one_municipality_are_refused(run: Run, tmp_path: Path) -> None:
    assert error_of(_all(run, _table(tmp_path), "--marked", tmp_path / "x")) == "not_for_all"
    assert error_of(_all(run, _table(tmp_path), "--profile", "x")) == "not_for_all"


def test_rows_below_one_line_of_headings(run: Run, tmp_path: Path) -> None:
    rows = ["Gemeinde,Jahr,Sektor,CO2e in t", "Aldorf,2020,Haushalte,10", "Bedorf,2020,Haushalte,20"]
    taken = _all(run, kept(tmp_path, csv("\n".join(rows), "liste.csv")))
    assert [(each["name"], each["changes"]) for each in taken.shape["municipalities"]] == [
        (name, {"balance": {"new": 1, "changed": 0, "unchanged": 0, "removed": 0}})
        for name in ("Aldorf", "Bedorf")
    ]


def test_one_sheet_for_each_municipality(run: Run, tmp_path: Path) -> None:
    head = ["Emissionen in t", 2019, 2020]
    sheets = {name: [head, ["Haushalte", 10, 9], ["Verkehr", 20, 19]] for name in ("Aldorf", "Bedorf")}
    taken = _all(run, kept(tmp_path, book(sheets, "kreis.xlsx")))
    assert [(each["name"], each["revision"]) for each in taken.shape["municipalities"]] == [
        ("Aldorf", 1),
        ("Bedorf", 1),
    ]
    assert [each["code"] for each in taken.shape["findings"]] == ["places_from_sheets"]


def test_a_file_without_municipalities_is_refused_with_a_finding(run: Run, tmp_path: Path) -> None:
    taken = _all(run, kept(tmp_path, csv("Emissionen in t;2019;2020\nHaushalte;10;9\nVerkehr;3;2")))
    assert taken.code == 1
    assert [each["code"] for each in taken.shape["findings"]] == ["no_places"]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("stream", [_Terminal(), io.StringIO()])
def test_progress_is_a_bar_at_a_terminal_and_else_a_line_after_many(stream: io.StringIO) -> None:
    progress, total = Progress(unwatched, stream, words("de")), 2 * LINE_EVERY
    for done in range(total + 1):
        progress(ImportStage.MUNICIPALITIES, done, total)
    lines = [f"{LINE_EVERY} von {total} Kommunen", f"{total} von {total} Kommunen"]
    if stream.isatty():
        assert f"[{'#' * 15}{'.' * 15}] {lines[0]}" in stream.getvalue()
        assert stream.getvalue().endswith("\x1b[K")
    else:
        assert stream.getvalue().splitlines() == lines


def _keyed(tmp_path: Path, *places: tuple[str, str]) -> Path:
    rows = [f"{key},{name},2020,Haushalte,{at}" for at, (key, name) in enumerate(places, 10)]
    return kept(tmp_path, csv("\n".join(["Kommunkod,Kommun,Jahr,Sektor,CO2e in t", *rows]), "tabelle.csv"))


@pytest.mark.parametrize(
    ("key", "other"),
    [("1440", "0180"), ("E06000001", "W06000015"), ("091620000000", "091840000000"), ("09162000", "09184")],
)
def test_a_municipality_is_found_by_its_key_whatever_its_name_is_now(
    run: Run, tmp_path: Path, key: str, other: str
) -> None:
    assert _all(run, _keyed(tmp_path, (key, "Aldorf"), (other, "Bedorf"))).code == 0
    again = _all(run, _keyed(tmp_path, (other, "Neu-Bedorf"), (key, "Aldorf am See")))
    assert [(each["slug"], each["is_new"], each["revision"]) for each in again.shape["municipalities"]] == [
        ("bedorf", False, 2),
        ("aldorf", False, 2),
    ]


def test_a_key_of_another_region_is_another_place(run: Run, tmp_path: Path) -> None:
    _all(run, _keyed(tmp_path, ("1440", "Aldorf"), ("0180", "Bedorf")), "--region", "norden")
    other = _all(run, _keyed(tmp_path, ("1440", "Cedorf"), ("0180", "Dedorf")), "--region", "sueden")
    assert [each["slug"] for each in other.shape["municipalities"]] == ["cedorf", "dedorf"]


def test_a_municipality_without_a_key_keeps_that_of_the_table(run: Run, tmp_path: Path) -> None:
    rows = ["Gemeinde,Jahr,Sektor,CO2e in t", "Aldorf,2020,Haushalte,9", "Bedorf,2020,Haushalte,9"]
    _all(run, kept(tmp_path, csv("\n".join(rows), "tabelle.csv")))
    _all(run, _keyed(tmp_path, ("1440", "Aldorf"), ("0180", "Bedorf")))
    again = _all(run, _keyed(tmp_path, ("1440", "Altdorf"), ("0180", "Bedorf")))
    assert [each["slug"] for each in again.shape["municipalities"]] == ["aldorf", "bedorf"]
