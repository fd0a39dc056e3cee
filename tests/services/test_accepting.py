"""Accepting: a comment settles a doubt for this value, for this municipality, until the value changes."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.domain.errors import Invalid
from monitoring.services import accepting, erasing, importing
from monitoring.services.importing import Options
from tests.services.stage import FOREIGN, OWN, Rows, Stage, book, with_cell

BALANCE: Rows = [
    ["Jahr", "Sektor", "THG-Emissionen [t CO2e]"],
    [2019, "HH", 400],
    [2020, "HH", 700],
]
COMMENT = "Neues Wohngebiet, geprüft mit Frau Muster"


def _checked(stage: Stage, rows: Rows = BALANCE, slug: str = OWN) -> importing.Check:
    return importing.check_against(stage.visit(slug=slug), slug, [book({"Bilanz": rows})], Options())


def _accept(stage: Stage, comment: str = COMMENT) -> None:
    [doubted] = _checked(stage).doubted
    accepting.accept(stage.visit(), OWN, doubted.about, comment)


def _comments(found: importing.Check) -> list[Any]:
    return [(finding.code, each.comment, each.by) for finding, each in found.accepted]


def test_an_accepted_value_is_shown_apart_with_its_comment(stage: Stage) -> None:
    assert [each.code for each in _checked(stage).findings] == ["jump"]
    _accept(stage)
    again = _checked(stage)
    assert (again.findings, again.doubted) == ((), ())
    assert _comments(again) == [("jump", COMMENT, "manager")]


def test_another_value_and_another_municipality_are_asked_anew(stage: Stage) -> None:
    _accept(stage)
    assert [each.code for each in _checked(stage, with_cell(BALANCE, 2, 2, 701)).findings] == ["jump"]
    assert [each.code for each in _checked(stage, slug=FOREIGN).findings] == ["jump"]


def test_the_latest_comment_counts(stage: Stage) -> None:
    [doubted] = _checked(stage).doubted
    for comment in ("erst so", " dann so "):
        accepting.accept(stage.visit(), OWN, doubted.about, comment)
    assert [comment for _, comment, _ in _comments(_checked(stage))] == ["dann so"]


def test_a_comment_is_required(stage: Stage) -> None:
    with pytest.raises(Invalid) as refused:
        _accept(stage, "  ")
    assert refused.value.code == "comment_missing"


def test_a_name_in_a_comment_can_be_erased(stage: Stage) -> None:
    _accept(stage)
    erasing.erase_text(stage.administrator(), OWN, "Frau Muster", "Wunsch")
    assert "Frau Muster" not in str(_comments(_checked(stage)))
