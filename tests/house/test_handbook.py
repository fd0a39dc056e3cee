"""The handbook and the operations guide say what the program does: words, rules, numbers, commands."""

from __future__ import annotations

import re
import shlex
from datetime import date

import pytest

from monitoring.cli import parser
from monitoring.domain.access import Role
from monitoring.domain.checks.catalogue import CATALOGUE
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.progress import Progress, progress
from monitoring.domain.rating import Rating
from monitoring.domain.rating_rules import RatingRules
from monitoring.domain.series import Series
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.domain.target_versions import targets_from_nodes
from monitoring.texts.words import words
from tests.house.sources import REPOSITORY

DOCS = REPOSITORY / "docs"
GERMAN = words("de")
_OWN_COMMAND = re.compile(r"^sudo -u zielpfad zielpfad (?P<arguments>.+)$", re.MULTILINE)


def _read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("status", MeasureStatus)
def test_a_status_means_what_the_screen_says(status: MeasureStatus) -> None:
    row = f"| {GERMAN.label(status)} | {GERMAN(f'meaning.measure_status.{status}')} |"
    assert row in _read("handbuch/05-aendern.md")


def test_every_check_is_listed_with_its_severity_and_reason() -> None:
    lines = [line for line in _read("handbuch/pruefungen.md").splitlines() if line.startswith("| `")]
    rows = {cells[0].strip("`"): cells for cells in (line.strip("| ").split(" | ") for line in lines)}
    assert {code: (cells[2], cells[3]) for code, cells in rows.items()} == {
        code: (GERMAN.label(severity), GERMAN(f"finding_reason.{code}"))
        for code, severity in CATALOGUE.items()
    }


@pytest.mark.parametrize("rating", Rating)
def test_every_rating_has_its_rule(rating: Rating) -> None:
    rows = [line for line in _read("handbuch/08-zahlen.md").splitlines() if line.startswith("| ")]
    assert any(GERMAN.label(rating) in row.split("|")[1] for row in rows)


def test_the_rules_of_the_rating_are_those_of_the_handbook() -> None:
    rules, chapter = RatingRules(), _read("handbuch/08-zahlen.md")
    assert (rules.version, rules.miss_limit, rules.gap_limit, rules.minimum_points) == (1, 0.2, 0.1, 4)
    assert f"{rules.balance_rhythm} + {rules.grace_years}" in chapter


@pytest.mark.parametrize("role", Role)
def test_every_role_is_in_the_table_of_who_sees_what(role: Role) -> None:
    assert f"| {GERMAN.label(role)} |" in _read("handbuch/01-erste-schritte.md")


def _example() -> Progress:
    nodes = [
        TargetNode(
            name="A",
            year=year,
            quantity=TargetQuantity.EMISSIONS,
            base_year=2018,
            base_value=100_000.0,
            value=value,
        )
        for year, value in ((2030, 50_000.0), (2040, 0.0))
    ]
    balances = Series.of({2018: 100_000.0, 2022: 90_000.0})
    return progress(targets_from_nodes(nodes)[0], balances, date(2024, 5, 1))


def test_the_example_of_the_handbook_is_computed() -> None:
    found = _example()
    assert [round(each or 0) for each in (found.path_value, found.gap)] == [83_333, 6_667]
    shares = (found.gap_share, found.share_of_target, found.share_of_time)
    assert [round(each or 0, 2) for each in shares] == [0.08, 0.10, 0.18]
    assert (found.required_per_year, found.tempo_factor) == (5_000.0, 2.0)
    for number in ("83.333 t", "6.667 t, 8 %", "| 10 %", "18 %", "5.000 t", "das 2-Fache"):
        assert number in _read("handbuch/08-zahlen.md")


@pytest.mark.parametrize("command", _OWN_COMMAND.findall(_read("betrieb.md")))
def test_the_command_line_takes_the_commands_of_the_operations_guide(command: str) -> None:
    parser().parse_args(shlex.split(command))
