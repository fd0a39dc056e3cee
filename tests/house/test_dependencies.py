"""The README names every package we depend on, with what it is for."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.house.sources import REPOSITORY

_NAME = re.compile(r"^[\w.-]+")
_ROW = re.compile(r"^\| (?P<names>[^|]+) \| (?P<purpose>[^|]+) \|$", re.MULTILINE)


def _declared() -> list[str]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    listed = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return [match.group() for each in listed if (match := _NAME.match(each))]


def _purposes() -> dict[str, str]:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    rows = [(re.findall(r"`([\w.-]+)`", row["names"]), row["purpose"].strip()) for row in _ROW.finditer(text)]
    return {name: purpose for names, purpose in rows for name in names}


@pytest.mark.parametrize("name", _declared())
def test_the_readme_says_what_a_dependency_is_for(name: str) -> None:
    assert _purposes().get(name), f"README.md: no row for {name} in the table of dependencies"


def test_the_readme_names_no_dependency_that_is_gone() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    table = text.partition("## What it stands on")[2].partition("\n## ")[0]
    named = {name for row in _ROW.finditer(table) for name in re.findall(r"`([\w.-]+)`", row["names"])}
    assert named - set(_declared()) == set()
