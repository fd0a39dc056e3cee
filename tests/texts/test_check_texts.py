"""Every check has a sentence and a reason in both languages, and the sentence can be filled in."""

from __future__ import annotations

import pytest

from monitoring.domain.checks.catalogue import CATALOGUE, CHECKS, plausibility
from monitoring.domain.checks.doubt import Check
from monitoring.texts.findings import finding_sentence
from monitoring.texts.words import LANGUAGES, Language, words
from tests.domain.checks.test_catalogue import EXAMPLES
from tests.domain.checks.town import after


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", CHECKS, ids=lambda each: each.code)
def test_says_what_is_odd_and_why_it_is_asked(check: Check, language: Language) -> None:
    example = EXAMPLES[check.code]
    found = next(iter(plausibility(after(example.new, example.stored)))).finding
    sentence = finding_sentence(found, words(language))
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert "None" not in sentence


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("base_value_differs", "ist 1.200\u00a0t, die Bilanz nennt für 2018 1.000\u00a0t."),
        (
            "target_value_differs",
            "(600\u00a0t) und Minderung (50,0\u00a0%) passen beim Basiswert 1.000\u00a0t nicht",
        ),
    ],
)
def test_values_of_a_target_are_said_with_their_unit(code: str, part: str) -> None:
    example = EXAMPLES[code]
    found = next(iter(plausibility(after(example.new, example.stored)))).finding
    assert part in finding_sentence(found, words("de"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CATALOGUE)
def test_every_check_says_why_it_exists(code: str, language: Language) -> None:
    assert words(language)(f"finding_reason.{code}").endswith(".")
    assert f"finding.{code}" in words(language)
