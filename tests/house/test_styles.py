"""What the stylesheets style is there: rules for nothing cost every reader bytes."""

from __future__ import annotations

import re
from typing import get_args

from monitoring.components.assets import STYLESHEETS
from monitoring.components.icon import IconName
from tests.house.sources import PACKAGE, REPOSITORY, python_files

ASSETS = REPOSITORY / "assets"
SET_BY_LIBRARIES = {"_dash-loading", "modebar-btn"}
"""Classes that Dash and plotly give."""
_NOT_RULES = re.compile(r"/\*.*?\*/|url\([^)]*\)|\"[^\"]*\"", re.DOTALL)
_WORD = re.compile(r"[\w-]+\{?")
_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")


def _styled() -> set[str]:
    sheets = [path.read_text(encoding="utf-8") for path in ASSETS.glob("*.css")]
    return {name for sheet in sheets for name in _CLASS.findall(_NOT_RULES.sub("", sheet))}


def _sources() -> str:
    paths = [*python_files(PACKAGE), *ASSETS.glob("*.js")]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _is_set(name: str, words: set[str]) -> bool:
    """Whether a class is named, or made of one of its beginnings and a value that is filled in."""
    parts = name.split("-")
    beginnings = {"-".join(parts[:length]) + "-{" for length in range(1, len(parts))}
    return name in words or bool(beginnings & words)


def test_every_stylesheet_is_served_in_the_order_in_which_dash_links_them() -> None:
    assert list(STYLESHEETS) == sorted(path.name for path in ASSETS.glob("*.css"))


def test_every_class_of_the_stylesheets_is_set_somewhere() -> None:
    words = set(_WORD.findall(_sources()))
    assert {name for name in _styled() - SET_BY_LIBRARIES if not _is_set(name, words)} == set()


def test_every_icon_has_a_shape_and_is_shown() -> None:
    others = [path for path in python_files(PACKAGE) if path.name != "icon.py"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in others)
    names = set(get_args(IconName))
    assert {name for name in names if f'"{name}"' not in text} == set()
    assert {name.removeprefix("icon-") for name in _styled() if name.startswith("icon-")} == names
