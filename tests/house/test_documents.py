"""What people read to get started is true: links, settings, labels."""

from __future__ import annotations

import importlib
import importlib.util
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from monitoring.settings import Settings
from tests.house.sources import PACKAGE, REPOSITORY, files, name_of

DOCUMENTS = [path for path in files() if path.suffix == ".md"]
CHAPTERS = sorted((REPOSITORY / "docs" / "handbuch").glob("0*.md"))
OPERATIONS = REPOSITORY / "docs" / "betrieb.md"
ARCHITECTURE = REPOSITORY / "docs" / "architecture.md"
_LINK = re.compile(r"\]\((?!https?://|mailto:|#)(?P<target>[^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_CODE = re.compile(r"`(?P<path>(?:[a-z_]+\.)+\w+)`")
_SETTING = re.compile(r"^\| `MONITORING_(?P<name>\w+)` \| (?P<default>[^|]+) \|", re.MULTILINE)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_lead_to_files_of_the_repository(document: Path) -> None:
    targets = [unquote(each) for each in _LINK.findall(document.read_text(encoding="utf-8"))]
    gone = [each for each in targets if not (document.parent / each.partition("#")[0]).exists()]
    assert gone == []


def test_the_operations_guide_lists_every_setting_with_its_default() -> None:
    """A test of its own variables (MONITORING_TESTS_…) is no setting of an installation."""
    listed = dict(_SETTING.findall(OPERATIONS.read_text(encoding="utf-8")))
    fields = {name.upper(): _default(field.default) for name, field in Settings.model_fields.items()}
    assert {name: each.strip().strip("`") for name, each in listed.items()} == fields


def test_the_architecture_names_code_that_exists() -> None:
    named = _CODE.findall(ARCHITECTURE.read_text(encoding="utf-8"))
    assert [path for path in named if not path.endswith((".py", ".toml")) and not _exists(path)] == []


def _exists(path: str) -> bool:
    """Whether `floor.module.name` or `floor.module` is there."""
    module, _, name = f"monitoring.{path}".rpartition(".")
    if importlib.util.find_spec(module) is None:
        return False
    return hasattr(importlib.import_module(module), name) or bool(
        importlib.util.find_spec(f"{module}.{name}")
    )


def _default(value: Any) -> str:
    if value is None:
        return "–"
    return str(int(value)) if isinstance(value, bool) else str(value)


def _labels(words: dict[str, Any]) -> Iterator[str]:
    for value in words.values():
        if isinstance(value, dict):
            yield from _labels(value)
        else:
            yield value


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name_of)
def test_bold_words_of_the_handbook_are_labels_of_the_screen(chapter: Path) -> None:
    labels = set(_labels(tomllib.loads((PACKAGE / "texts" / "de.toml").read_text(encoding="utf-8"))))
    bold = [" ".join(each.split()) for each in _BOLD.findall(chapter.read_text(encoding="utf-8"))]
    assert [each for each in bold if each not in labels] == []
