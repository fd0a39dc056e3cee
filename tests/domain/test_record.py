"""What a record stores of texts and days, whoever brings them."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from monitoring.domain.measure import Measure
from monitoring.domain.milestone import Milestone


def _measure(**values: object) -> Measure:
    return Measure.model_validate({"id": "M1", "programme": "P", "title": "T", **values})


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\x7f", "\ufffe", "\uffff", "\ud800"])
def test_signs_that_no_spreadsheet_can_hold_are_dropped(sign: str) -> None:
    measure = _measure(title=f"So{sign}lar", goal=f"{sign}Ziel", note=f"intern{sign}")
    assert (measure.title, measure.goal, measure.note) == ("Solar", "Ziel", "intern")


def test_lines_end_with_a_line_feed() -> None:
    assert _measure(goal="Eins\r\nZwei\rDrei\n\tVier").goal == "Eins\nZwei\nDrei\n\tVier"


def test_a_text_of_nothing_else_is_no_title() -> None:
    with pytest.raises(ValidationError):
        _measure(title="\x00\x01")


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2200, 1, 1), date(202, 1, 1)])
def test_days_beyond_three_centuries_are_mistyped(day: date) -> None:
    with pytest.raises(ValidationError):
        _measure(end=day)
    with pytest.raises(ValidationError):
        Milestone(measure="M1", title="T", due=day)
