"""Every page is a tree that Dash in the browser can draw: no list within a list of children."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browsing import Site
from tests.seed import CITY, VILLAGE
from tests.test_access_walk import paths


def nested(node: Any, where: str = "") -> Iterator[str]:
    """Where children stand in a list within the list of children."""
    if isinstance(node, dict):
        children = node["props"].get("children") if isinstance(node.get("props"), dict) else None
        if isinstance(children, list) and any(isinstance(each, list) for each in children):
            yield f"{where}/{node.get('type')}"
        for value in node.values():
            yield from nested(value, f"{where}/{node.get('type', '')}")
    elif isinstance(node, list):
        for each in node:
            yield from nested(each, where)


@pytest.mark.parametrize("audience", ["member", "manager"])
def test_pages_have_no_lists_within_lists(site: Site, audience: str) -> None:
    for path in paths(audience, CITY):
        if not path.startswith("/en/"):
            answer = site.routed(path, "manager")
            assert list(nested(answer.get_json())) == [], path


def test_sparse_pages_neither(site: Site) -> None:
    for tail in ("", "/entwicklung", "/zahlen", "/einfache-sprache", "/erfolge", "/leichte-sprache"):
        answer = site.routed(f"/intern/{VILLAGE}{tail}", "village")
        assert list(nested(answer.get_json())) == [], tail


def test_nested_lists_are_found() -> None:
    tree = {"type": "P", "props": {"children": [["a", {"type": "Br", "props": {}}]]}}
    assert list(nested(tree)) == ["/P"]
