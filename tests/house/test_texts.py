"""Every language has the same keys, and each text leaves the same gaps to fill."""

from __future__ import annotations

import string
import tomllib
from typing import Any

import pytest

from tests.house.sources import PACKAGE

LANGUAGES = sorted((PACKAGE / "texts").glob("*.toml"))
FIRST = "de"


def _flat(table: dict[str, Any], above: str = "") -> dict[str, str]:
    """Keys joined by dots, with their texts."""
    flat: dict[str, str] = {}
    for key, value in table.items():
        flat |= _flat(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}": str(value)}
    return flat


def _texts(language: str) -> dict[str, str]:
    return _flat(tomllib.loads((PACKAGE / "texts" / f"{language}.toml").read_text(encoding="utf-8")))


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_german_and_english_are_there() -> None:
    if not LANGUAGES:
        pytest.skip("no texts yet: monitoring/texts/*.toml")
    assert {"de", "en"} <= {path.stem for path in LANGUAGES}


@pytest.mark.parametrize("language", [path.stem for path in LANGUAGES if path.stem != FIRST])
def test_every_language_has_the_same_keys(language: str) -> None:
    german, other = _texts(FIRST), _texts(language)
    assert {"missing": sorted(german.keys() - other), "surplus": sorted(other.keys() - german)} == {
        "missing": [],
        "surplus": [],
    }


@pytest.mark.parametrize("language", [path.stem for path in LANGUAGES if path.stem != FIRST])
def test_every_text_leaves_the_same_gaps(language: str) -> None:
    german, other = _texts(FIRST), _texts(language)
    different = {key for key in german.keys() & other if _gaps(german[key]) != _gaps(other[key])}
    assert sorted(different) == []


@pytest.mark.parametrize("language", [path.stem for path in LANGUAGES])
def test_no_text_is_empty(language: str) -> None:
    assert [key for key, text in _texts(language).items() if not text.strip()] == []
