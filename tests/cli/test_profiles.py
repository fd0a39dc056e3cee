"""Profiles on the command line: used by name, listed, renamed, corrected, shared, forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, error_of, kept
from tests.services.stage import OWN, Rows, book

TABLE: Rows = [["Ausstoß", 2020, 2021], ["Haushalte", 1.5, 2.5], ["Verkehr", 3.5, 4.5]]
KEY = "unit:thg:ausstoss"


@pytest.fixture
def file(run: Run, town: Path, tmp_path: Path) -> Path:
    """A file whose unit was answered when it was taken over: the profile „Bilanz“."""
    path = kept(tmp_path, book({"THG": TABLE}, "Bilanz_2023.xlsx"))
    assert run("import", OWN, path, "--answer", f"{KEY}=kt").code == 0
    return path


def test_check_and_import_explain_the_understanding(run: Run, file: Path) -> None:
    answer = run("check", file, "--municipality", OWN, "--json")
    assert answer.code == 0
    profile = answer.shape["profile"]
    assert (profile["status"], profile["name"], profile["differences"]) == ("known", "Bilanz", [])
    (sheet,) = answer.shape["understanding"]
    assert (sheet["sheet"], sheet["kind"], sheet["layout"]) == ("THG", "balance", "years_as_columns")
    row = sheet["blocks"][0]["rows"][0]
    assert (row["number"], row["meaning"], row["key"]) == (2, {"sector": "HH"}, "meaning:thg:haushalte")
    assert run("import", OWN, file, "--json").shape["profile"] == profile


def test_a_check_on_its_own_knows_no_profile(run: Run, file: Path) -> None:
    answer = run("check", file, "--json")
    assert (answer.code, answer.shape["profile"], answer.shape["profiles"]) == (1, None, [])
    assert error_of(run("check", file, "--profile", "Bilanz", "--json")) == "profile_needs_municipality"


def test_a_profile_is_used_by_name(run: Run, file: Path, tmp_path: Path) -> None:
    other = kept(tmp_path, book({"Andere Liste": TABLE}, "x.xlsx"))
    asked = run("check", other, "--municipality", OWN, "--json")
    assert [each["suggestion"] for each in asked.shape["questions"]] == ["kt"]
    assert "heißt jetzt" in run("check", other, "--municipality", OWN).out
    assert run("check", other, "--municipality", OWN, "--profile", "bilanz").code == 0
    assert error_of(run("import", OWN, other, "--profile", "Foo", "--json")) == "unknown_profile"


def test_profiles_are_listed_renamed_corrected_and_forgotten(run: Run, file: Path) -> None:
    (listed,) = run("profile", "list", OWN, "--json").shape["profiles"]
    assert (listed["name"], listed["answers"], listed["shared"]) == ("Bilanz", {KEY: "kt"}, False)
    assert run("profile", "rename", OWN, "Bilanz", "Unsere", "--json").shape == {"name": "Unsere"}
    assert f"{KEY}=kt" in run("profile", "list", OWN).out
    assert run("profile", "correct", OWN, "Unsere", KEY, "t").code == 0
    assert error_of(run("profile", "correct", OWN, "Unsere", KEY, "Äpfel", "--json")) == "not_a_choice"
    assert error_of(run("profile", "correct", OWN, "Unsere", "unit:x", "t", "--json")) == "unknown_answer"
    assert run("profile", "forget", OWN, "Unsere").code == 0
    assert run("profile", "list", OWN, "--json").shape == {"profiles": [], "regional": []}
    assert run("check", file, "--municipality", OWN).code == 1


def test_a_profile_is_shared_with_the_region(run: Run, file: Path) -> None:
    assert error_of(run("profile", "share", OWN, "Bilanz", "--json")) == "no_region"
    run("municipality", "add", "region", "--name", "Region", "--of-kind", "region")
    run("municipality", "add", "dorf", "--name", "Dorf", "--region", "region")
    assert run("import", "dorf", file, "--answer", f"{KEY}=kt").code == 0
    assert run("profile", "share", "dorf", "Bilanz", "--json").shape == {"name": "Bilanz", "shared": True}
    assert [each["owner"] for each in run("profile", "list", "region", "--json").shape["regional"]] == [
        "Dorf"
    ]
    assert run("profile", "share", "dorf", "Bilanz", "--stop").code == 0
    assert run("profile", "list", "region", "--json").shape["regional"] == []
