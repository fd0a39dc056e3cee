"""Commands: exit codes, the shapes of `--json`, and errors that are errors of the user."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from monitoring.cli import main
from monitoring.domain.kinds import SHEET_KINDS
from monitoring.domain.rating import Rating
from monitoring.spreadsheets.reading import read
from tests.cli.conftest import Run, error_of, kept
from tests.services.stage import BALANCE, MEASURES, OWN, book, csv, with_cell

CHECK = {"sheets", "findings", "questions", "understanding", "profile", "profiles"}
FINDING = {"severity", "blocks", "code", "sheet", "cell", "value", "message"}
TARGET = {
    "name", "quantity", "unit", "area", "sector", "base_year", "base_value", "target_year", "target_value",
    "latest_year", "latest_value", "path_value", "gap", "gap_share", "share_of_target", "share_of_time",
    "required_per_year", "rating", "uncertain", "reason",
}  # fmt: skip


def test_check_says_what_was_understood(run: Run, town: Path) -> None:
    answer = run("check", town, "--json")
    assert answer.code == 0
    assert set(answer.shape) == CHECK
    assert answer.shape["sheets"] == [
        {"sheet": "Bilanz", "kind": "balance", "records": 4},
        {"sheet": "Ziele", "kind": "targets", "records": 2},
        {"sheet": "Maßnahmen", "kind": "measures", "records": 2},
    ]


def test_findings_that_block_exit_with_1(run: Run, tmp_path: Path) -> None:
    file = kept(tmp_path, book({"Bilanz": with_cell(BALANCE, 1, 3, "vierhundert")}))
    answer = run("check", file, "--json")
    assert answer.code == 1
    finding = next(each for each in answer.shape["findings"] if each["severity"] == "error")
    assert set(finding) >= FINDING
    assert (finding["sheet"], finding["cell"], finding["value"], finding["blocks"]) == (
        "Bilanz",
        "D2",
        "vierhundert",
        "import",
    )
    assert "vierhundert" in run("check", file).out


def test_open_questions_exit_with_1_and_can_be_answered(run: Run, town: Path, tmp_path: Path) -> None:
    file = kept(tmp_path, book({"Maßnahmen": with_cell(MEASURES, 1, 4, "laufend")}, "m.xlsx"))
    answer = run("import", OWN, file, "--json")
    assert (answer.code, answer.shape["revision"]) == (1, None)
    question = answer.shape["questions"][0]
    assert set(question) >= {"key", "question", "choices", "cells"}
    assert f"--answer '{question['key']}=ongoing'" in run("import", OWN, file).out
    wrong = run("import", OWN, file, "--answer", f"{question['key']}=quatsch", "--json")
    assert (wrong.code, wrong.shape["revision"]) == (1, None)
    right = run("import", OWN, file, "--answer", f"{question['key']}=ongoing", "--json")
    assert (right.code, right.shape["revision"]) == (0, 1)


def test_import_answers_with_revision_and_changes(run: Run, town: Path) -> None:
    dry = run("import", OWN, town, "--dry-run", "--json")
    assert (dry.code, dry.shape["revision"]) == (0, None)
    answer = run("import", OWN, town, "--json", "--note", "Start", "--by", "ada")
    assert set(answer.shape) == CHECK | {"revision", "changes"}
    assert answer.shape["revision"] == 1
    assert answer.shape["changes"]["measures"] == {"new": 2, "changed": 0, "unchanged": 0, "removed": 0}
    again = run("import", OWN, town, "--json")
    assert (again.code, again.shape["revision"]) == (0, None)
    made = run("history", OWN, "--json").shape["revisions"]
    assert [(each["revision"], each["by"], each["note"]) for each in made] == [(1, "ada", "Start")]


def test_a_complete_file_removes_what_it_does_not_mention(run: Run, town: Path, tmp_path: Path) -> None:
    run("import", OWN, town)
    part = kept(tmp_path, book({"Maßnahmen": MEASURES[:2]}, "teil.xlsx"))
    assert run("import", OWN, part, "--json").shape["revision"] is None
    answer = run("import", OWN, part, "--complete", "--json")
    assert (answer.shape["revision"], answer.shape["changes"]["measures"]["removed"]) == (2, 1)


def test_the_unit_of_values_without_one(run: Run, town: Path, tmp_path: Path) -> None:
    rows = "Jahr,Sektor,THG-Emissionen\n2018,Gesamt,12\n2020,Gesamt,11\n"
    file = kept(tmp_path, csv(rows))
    answer = run("import", OWN, file, "--kind", "balance", "--unit", "kt", "--json")
    assert answer.code == 0, answer.out
    totals = {each["year"]: each["total_t"] for each in run("show", OWN, "--json").shape["emissions"]}
    assert totals == {2018: 12000, 2020: 11000}
    assert error_of(run("check", file, "--unit", "Scheffel", "--json")) == "unknown_unit"


def test_show_answers_with_numbers(run: Run, town: Path) -> None:
    run("import", OWN, town)
    shape = run("show", OWN, "--json", "--today", "2025-06-02").shape
    assert set(shape) == {"municipality", "revision", "publication", "targets", "emissions", "measures"}
    assert (shape["municipality"], shape["revision"], shape["publication"]) == (OWN, 1, None)
    target = shape["targets"][0]
    assert set(target) == TARGET
    assert (target["base_value"], target["target_value"], target["latest_value"]) == (1000, 100, 930)
    assert target["rating"] in {each.value for each in Rating}
    assert shape["emissions"][0] == {"year": 2018, "total_t": 1000, "by_sector": {"HH": 400, "VER": 600}}
    assert shape["measures"] == {"total": 2, "by_status": {"not_started": 1, "in_progress": 1}, "late": 1}
    assert "Halbierung" in run("show", OWN).out


def test_lateness_is_reckoned_on_the_day_given(run: Run, town: Path) -> None:
    run("import", OWN, town)
    late = {
        day: run("show", OWN, "--json", "--today", day).shape["measures"]["late"]
        for day in ("2024-12-31", "2027-01-01")
    }
    assert late == {"2024-12-31": 0, "2027-01-01": 2}


def test_show_as_each_role(run: Run, town: Path, tmp_path: Path) -> None:
    def seen(role: str) -> tuple[int, int | None] | str:
        answer = run("show", OWN, "--as", role, "--json")
        return error_of(answer) if answer.code else (answer.shape["revision"], answer.shape["publication"])

    run("import", OWN, town)
    outside = ("public", "council", "partner", "operator")
    assert {role: seen(role) for role in outside} == dict.fromkeys(outside, "not_found")
    assert seen("manager") == (1, None)
    assert run("share", OWN, "--json").shape == {"shared_revision": 1}
    assert seen("council") == (1, None)
    assert run("publish", OWN, "--json").shape == {"publication": 1}
    assert {seen(role) for role in outside} == {(1, 1)}
    assert run("withdraw", OWN, "--reason", "Fehler", "--json").shape == {"withdrawn": 1}
    assert (seen("public"), seen("council")) == ("not_found", (1, None))


def test_export_comes_back_unchanged(run: Run, town: Path, tmp_path: Path) -> None:
    run("import", OWN, town)
    target = tmp_path / "export.xlsx"
    answer = run("export", OWN, target, "--json")
    assert answer.shape == {"file": str(target), "size": target.stat().st_size}
    again = run("import", OWN, target, "--json")
    assert (again.code, again.shape["revision"]) == (0, None), again.out


@pytest.mark.parametrize("full", [[], ["--full"]])
def test_template_needs_no_database(
    full: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MONITORING_DATABASE_URL", f"sqlite:///{tmp_path / 'none' / 'x.db'}")
    assert main(["template", str(tmp_path / "vorlage.xlsx"), *full]) == 0
    capsys.readouterr()
    assert not (tmp_path / "none").exists()
    sheets = read("vorlage.xlsx", (tmp_path / "vorlage.xlsx").read_bytes()).sheets
    assert {"Einwohner", "Bilanz", "Ziele", "Maßnahmen"} <= {sheet.name for sheet in sheets}


def test_erase_names_what_it_changed(run: Run, town: Path) -> None:
    run("import", OWN, town)
    answer = run("erase", OWN, "--text", "Alle Schulen", "--reason", "Antrag", "--json")
    assert (answer.code, answer.shape) == (0, {"changed_rows": 2})
    assert (
        error_of(run("erase", OWN, "--text", "x", "--reason", "y", "--json")) == "erase_needs_text_and_reason"
    )


def test_accounts_are_added_closed_and_get_new_passwords(run: Run, town: Path) -> None:
    add = ["user", "add", "Anna", "--role", "manager", "--json"]
    assert error_of(run(*add)) == "municipality_missing"
    assert error_of(run(*add, "--municipality", "nirgends")) == "unknown_municipality"
    assert len(run(*add, "--municipality", OWN).shape["password"]) >= 12
    assert error_of(run(*add, "--municipality", OWN)) == "name_taken"
    assert set(run("user", "reset-password", "anna", "--json").shape) == {"name", "password"}
    assert run("user", "disable", "anna", "--json").shape == {"name": "anna"}
    assert error_of(run("user", "disable", "nobody", "--json")) == "not_found"
    assert run("user", "add", "otto", "--role", "operator").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], "misused"),
        (["nonsense"], "misused"),
        (["show"], "misused"),
        (["show", OWN, "--today", "gestern"], "misused"),
        (["show", OWN, "--as", "mayor"], "misused"),
        (["show", OWN, "--tod", "2025-01-01"], "misused"),
        (["show", "nirgends"], "not_found"),
        (["check", "fehlt.xlsx"], "file_not_readable"),
        (["check", "."], "file_not_readable"),
        (["check"], "misused"),
        (["check", "x.csv", "--kind", "nonsense"], "misused"),
        (["import", OWN, "fehlt.xlsx"], "file_not_readable"),
        (["import", "nirgends", __file__], "not_found"),
        (["import", OWN, __file__, "--answer", "ohne"], "answer_without_value"),
        (["export", OWN, "fehlt/x.xlsx"], "file_not_readable"),
        (["share", OWN], "not_found"),
        (["publish", OWN], "nothing_to_publish"),
        (["withdraw", OWN], "misused"),
        (["withdraw", OWN, "--reason", "x"], "not_found"),
        (["withdraw", OWN, "--reason", " "], "reason_missing"),
        (["history", "nirgends"], "not_found"),
        (["municipality"], "misused"),
        (["user", "add", "x", "--role", "public"], "misused"),
    ],
)
def test_misuse_and_refusals_exit_with_2(run: Run, town: Path, arguments: list[str], code: str) -> None:
    assert error_of(run(*arguments, "--json")) == code
    spoken = run(*arguments)
    assert (spoken.code, spoken.out) == (2, "")
    assert spoken.err.strip()


def test_an_unreadable_file_is_a_finding_with_its_name(run: Run, town: Path, tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(b"%PDF-1.7 nothing")
    for command in (["check", file], ["import", OWN, file]):
        answer = run(*command, "--json")
        assert answer.code == 1
        assert [(each["code"], each["value"]) for each in answer.shape["findings"]] == [
            ("unreadable_file", "brief.pdf")
        ]
        assert "brief.pdf" in run(*command).out


@pytest.mark.parametrize("value", ["NaN", "inf", "-Infinity", "1e400", "1e308", "=1/0"])
def test_numbers_that_are_none_do_no_harm(run: Run, town: Path, tmp_path: Path, value: str) -> None:
    file = kept(
        tmp_path,
        csv(f"Jahr;Sektor;Endenergie [MWh];THG-Emissionen [t CO2e]\n2018;HH;1;{value}\n2020;HH;1;2\n"),
    )
    assert run("import", OWN, file, "--json").code in (0, 1)
    assert json.loads(run("show", OWN, "--json").out)["municipality"] == OWN


def test_a_database_that_does_not_answer_is_said_in_words(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITORING_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert error_of(run("history", OWN, "--json")) == "database_unavailable"
    monkeypatch.setenv("MONITORING_DATABASE_URL", "mysql://x")
    assert error_of(run("history", OWN, "--json")) == "bad_settings"


def test_answers_speak_english_on_demand(run: Run, town: Path) -> None:
    assert "does not exist" in run("show", "nirgends", "--language", "en").err.lower()
    assert "target" in run("check", town, "--language", "en").out.lower()


def test_kinds_are_those_of_the_records(run: Run) -> None:
    message = run("check", "x", "--kind", "nonsense", "--json").shape["error"]["message"]
    assert all(kind in message for kind in SHEET_KINDS)


def test_a_day_outside_of_all_balances_is_refused(run: Run, town: Path) -> None:
    assert run("import", OWN, town).code == 0
    for day in ("1800-01-01", "9999-12-31"):
        answer = run("show", OWN, "--today", day, "--json")
        assert (answer.code, answer.shape["error"]["code"]) == (2, "day_out_of_range")
    for day in ("1990-01-01", "2199-12-31"):
        assert run("show", OWN, "--today", day, "--json").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show",), "Es fehlt: SLUG. "),
        (("show", OWN, "--as", "king"), "„king“ gibt es für --as nicht. Möglich sind: public, council, "),
        (("show", OWN, "--today", "bald"), "„bald“ ist für --today kein Datum."),
        (("show", OWN, "--language", "en", "--jso"), "Unknown: --jso. "),
        (("share", OWN, "--revision", "x"), "„x“ passt nicht zu --revision."),
        (("share", OWN, "--revision"), "Nach --revision fehlt ein Wert."),
    ],
)
def test_a_misused_command_is_told_in_one_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    answer = run(*arguments)
    assert answer.code == 2
    assert answer.err.startswith(said)
    assert not {"usage", "<"} & set(answer.err.split())


@pytest.mark.parametrize(
    "arguments", [["check", __file__, "--json"], ["check", "fehlt", "--json"], ["--help"]]
)
def test_a_reader_that_stops_ends_a_command_quietly(arguments: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "monitoring", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as command:
        assert command.stdout is not None
        command.stdout.close()
        said = command.stderr.read() if command.stderr else None
    assert command.returncode in (0, 141)
    assert said == b""
