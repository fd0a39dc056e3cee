"""Files that must be understood and files that must be refused, each with exactly its findings."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitoring.domain.finding import blocks_import
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand

FOLDER = Path(__file__).parents[1] / "workbooks"
TODAY = date(2026, 11, 22)


def _cases(folder: str) -> list[Path]:
    return sorted((FOLDER / folder).glob("*.csv"))


def _read(path: Path) -> tuple[Reading, dict[str, Any]]:
    reading = understand(read(path.name, path.read_bytes()), today=TODAY)
    return reading, tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))


def _said(reading: Reading) -> list[list[str]]:
    return [[each.code, each.cell or "", str(each.value or "")] for each in reading.findings]


@pytest.mark.parametrize("path", _cases("should_fail"), ids=lambda path: path.stem)
def test_faults_are_told_all_at_once_each_with_its_cell(path: Path) -> None:
    reading, expected = _read(path)
    assert _said(reading) == expected["findings"]
    assert blocks_import(reading.findings)
    assert reading.sheets[0].kind == expected.get("kind")
    assert reading.sheets[0].records == expected.get("records", 0)


@pytest.mark.parametrize("path", _cases("should_pass"), ids=lambda path: path.stem)
def test_real_habits_are_understood(path: Path) -> None:
    reading, expected = _read(path)
    assert _said(reading) == expected.get("findings", [])
    assert [each.key for each in reading.questions] == expected.get("questions", [])
    sheet = reading.sheets[0]
    assert (sheet.kind, sheet.records) == (expected["kind"], expected["records"])
    assert sheet.header_row == expected.get("header_row", 1)
    for draft, values in zip(reading.drafts, expected["draft"], strict=False):
        assert {name: draft.values.get(name) for name in values} == values
    assert not blocks_import(reading.findings)


def test_every_case_says_what_it_expects() -> None:
    for path in [*_cases("should_pass"), *_cases("should_fail")]:
        assert path.with_suffix(".toml").exists()
