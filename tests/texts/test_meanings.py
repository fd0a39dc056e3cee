"""Every meaning that can be chosen has words in every language."""

from __future__ import annotations

import pytest

from monitoring.domain.kinds import SHEET_KINDS
from monitoring.spreadsheets.explanation import LONG, Line, Understanding
from monitoring.spreadsheets.meaning_controls import header_control, kind_control, line_control
from monitoring.texts.meanings import meaning_choice
from monitoring.texts.words import LANGUAGES, words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [*sorted(SHEET_KINDS), None])
def test_no_choice_is_shown_as_a_code(language: str, kind: str | None) -> None:
    spoken = next(words(each) for each in LANGUAGES if each == language)
    understanding = Understanding(kind, LONG if kind else "years_as_columns")
    controls = [line_control(understanding, Line(1, "x", key="meaning:x:x"), {})]
    controls += [kind_control("x", {}), header_control("x", 20, {})]
    for choice in (choice for control in controls if control for choice in control.choices):
        label = meaning_choice(choice, kind, spoken)
        assert label != choice
        assert "_" not in label
        assert "=" not in label


@pytest.mark.parametrize("kind", sorted(SHEET_KINDS))
def test_no_two_choices_read_the_same(kind: str) -> None:
    control = line_control(Understanding(kind, LONG), Line(1, "x", key="meaning:x:x"), {})
    assert control is not None
    labels = [meaning_choice(each, kind, words("de")) for each in control.choices]
    assert len(labels) == len(set(labels))
