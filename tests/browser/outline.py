"""What a screen reader is told of a page: the accessibility tree as a list of nodes, and its rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

LANDMARKS = ("banner", "navigation", "main", "contentinfo", "complementary", "search", "region", "form")
ONCE = ("banner", "main", "contentinfo")
NAMED = frozenset("link button textbox searchbox combobox checkbox radio img figure table region".split())
"""Roles that say nothing without a name."""
_NODE = re.compile(
    r"^(?P<indent> *)- '?(?P<role>[a-z]+)(?: \"(?P<name>(?:[^\"\\]|\\.)*)\")?(?: \[level=(?P<level>\d)\])?"
)
_NUMBERS = re.compile(r"\d[\d.,\u202f\u00a0]*")


@dataclass(frozen=True)
class Node:
    """A node of the tree with its depth."""

    role: str
    name: str
    level: int
    depth: int


def nodes(page: Page) -> list[Node]:
    """The tree of a page, in reading order."""
    lines = page.locator("body").aria_snapshot().splitlines()
    found = [match for line in lines if (match := _NODE.match(line))]
    return [
        Node(each["role"], each["name"] or "", int(each["level"] or 0), len(each["indent"]) // 2)
        for each in found
    ]


def outline(tree: list[Node]) -> list[str]:
    """Landmarks and headings, one a line, headings within their landmark; numbers as #."""
    lines = []
    for node in tree:
        if node.role in LANDMARKS:
            lines.append(f"{node.role} {node.name}".strip())
        elif node.role == "heading":
            lines.append(f"{'  ' * node.level}{node.name}")
    return [_NUMBERS.sub("#", line) for line in lines]


def faults(tree: list[Node], *, is_embedded: bool = False) -> list[str]:
    """What breaks the order that a listener relies on; an embedded page has head and foot around it."""
    return [*_of_landmarks(tree, is_embedded), *_of_headings(tree), *_without_name(tree)]


def _of_landmarks(tree: list[Node], is_embedded: bool) -> Iterator[str]:
    counted = Counter(node.role for node in tree)
    once = ("main",) if is_embedded else ONCE
    yield from (f"{role}: {counted[role]} instead of one" for role in once if counted[role] != 1)
    names = Counter((node.role, node.name) for node in tree if node.role in LANDMARKS)
    for (role, name), number in names.items():
        if role not in ONCE and (number > 1 or (not name and counted[role] > 1)):
            yield f"{role} „{name}“: {number} with one name"
    if not is_embedded and (not tree or tree[0].role != "link"):
        yield "the page does not begin with the link to its content"


def _of_headings(tree: list[Node]) -> Iterator[str]:
    headings = [node for node in tree if node.role == "heading"]
    first = [node for node in headings if node.level == 1]
    if len(first) != 1:
        yield f"{len(first)} headings of the first level"
    before = 0
    for node in headings:
        if node.level > before + 1:
            yield f"heading „{node.name}“ of level {node.level} follows one of level {before}"
        before = node.level


def _without_name(tree: list[Node]) -> Iterator[str]:
    for node in tree:
        if node.role in NAMED and not node.name:
            yield f"{node.role} without a name"
