"""The text files, one for each language: nested tables read as dotted keys."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def texts_of(language: str) -> dict[str, str]:
    """Every text of a language by its key."""
    content = (FOLDER / f"{language}.toml").read_text(encoding="utf-8")
    return dict(flattened(tomllib.loads(content)))


def flattened(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Nested tables as pairs of a dotted key and its text.

    >>> list(flattened({"page": {"home": {"title": "Kommunen"}}}))
    [('page.home.title', 'Kommunen')]
    """
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from flattened(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
