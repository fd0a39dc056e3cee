"""What a screen reader is told of a page: the accessibility tree as a list of nodes, and its rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, takewhile

from playwright.sync_api import Page

LANDMARKS = ("banner", "navigation", "main", "contentinfo", "complementary", "search", "region", "form")
ONCE = ("banner", "main", "contentinfo")
FIELDS = frozenset("textbox searchbox combobox listbox checkbox radio spinbutton slider button".split())
NAMED = FIELDS | frozenset("link img figure table region".split())
"""Roles that say nothing without a name."""
TOLD = FIELDS | frozenset("figure img table list group".split())
"""What an outline tells beside landmarks and headings, where it has a name."""
_LINE = re.compile(r"^(?P<indent> *)- (?:'(?P<quoted>(?:[^']|'')*)'|(?P<plain>.*))")
_NODE = re.compile(r"^(?P<role>[a-z]+)(?: \"(?P<name>(?:[^\"\\]|\\.)*)\")?(?P<marks>(?: \[[^\]]*\])*)(?::|$)")
_LEVEL = re.compile(r"level=(\d)")
_NUMBER = re.compile(r"\d+(?:[.,:\u202f\u00a0]\d+)*")
_MARK = """() => {
  const own = document.documentElement.lang;
  const language = each => each.closest("[lang]").lang;
  const marked = (each, text) => `[${language(each)} ${text.trim()}]`;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, each = text.parentElement;
    if (text.data.trim() && language(each) !== own) text.data = marked(each, text.data);
  }
  for (const each of document.querySelectorAll("img[alt]")) {
    if (each.alt && language(each) !== own) each.alt = marked(each, each.alt);
  }
  for (const each of document.querySelectorAll("details")) {
    each.ariaLabel ??= each.querySelector("summary").textContent.trim();
  }
}"""


@dataclass(frozen=True)
class Node:
    """A node of the tree with its depth."""

    role: str
    name: str
    level: int
    depth: int


def nodes(page: Page) -> list[Node]:
    """The tree of a page in reading order.

    A part in another language stands in brackets: [de Maßnahme]. What unfolds is named after its summary.
    """
    page.evaluate(_MARK)
    return parsed(page.locator("body").aria_snapshot())


def parsed(snapshot: str) -> list[Node]:
    r"""The nodes of a tree as Playwright writes it down.

    >>> snapshot = "- main:\n  - 'heading \"It''s: 3\" [level=1]':"
    >>> [(each.role, each.name, each.level, each.depth) for each in parsed(snapshot)]
    [('main', '', 0, 0), ('heading', "It's: 3", 1, 1)]
    """
    found = []
    for line in filter(None, map(_LINE.match, snapshot.splitlines())):
        said = line["plain"] if line["quoted"] is None else line["quoted"].replace("''", "'")
        if node := _NODE.match(said):
            name, level = re.sub(r"\\(.)", r"\1", node["name"] or ""), _LEVEL.search(node["marks"])
            depth = len(line["indent"]) // 2
            found.append(Node(node["role"], name, int(level[1]) if level else 0, depth))
    return found


def outline(tree: list[Node]) -> list[str]:
    """What a listener can leap to, one a line, under the heading or landmark it belongs to; numbers as #.

    >>> outline([Node("main", "", 0, 0), Node("heading", "Balance 2023", 1, 1), Node("table", "Years", 0, 1),
    ...          Node("columnheader", "Year", 0, 3), Node("columnheader", "Total", 0, 3)])
    ['main', '  h1 Balance #', '    table Years: Year | Total']
    """
    lines: list[str] = []
    around: list[tuple[Node, int]] = []
    indent = 0
    for position, node in enumerate(tree):
        while around and around[-1][0].depth >= node.depth:
            indent = around.pop()[1]
        if node.role == "heading":
            indent = sum(each.role in LANDMARKS for each, _ in around) + node.level
            lines.append(_line(indent - 1, f"h{node.level}", node.name))
        elif _is_told(tree, position):
            lines.append(_line(indent, node.role, _told(tree, position)))
            around.append((node, indent))
            indent += 1
    return lines


def _line(indent: int, role: str, name: str) -> str:
    return f"{'  ' * indent}{role} {_NUMBER.sub('#', name)}".rstrip()


def _is_told(tree: list[Node], position: int) -> bool:
    node = tree[position]
    if node.role == "group" and tree[position + 1 :][:1] and tree[position + 1].role == "table":
        return False  # the frame in which a wide table scrolls says what the table says
    return node.role in LANDMARKS or (node.role in TOLD and bool(node.name))


def _told(tree: list[Node], position: int) -> str:
    """The name of a node; that of a table with the headings of its columns."""
    node = tree[position]
    if node.role != "table":
        return node.name
    columns = " | ".join(each.name for each in _inside(tree, position) if each.role == "columnheader")
    return f"{node.name}: {columns}" if columns else node.name


def _inside(tree: list[Node], position: int) -> list[Node]:
    return list(takewhile(lambda each: each.depth > tree[position].depth, tree[position + 1 :]))


def faults(tree: list[Node], *, is_embedded: bool = False) -> list[str]:
    """What breaks the order that a listener relies on; an embedded page has head and foot around it."""
    found = (_of_landmarks(tree, is_embedded), _of_headings(tree), _of_charts(tree), _without_name(tree))
    return list(chain(*found))


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


def _of_charts(tree: list[Node]) -> Iterator[str]:
    """A chart says its message before anything is drawn and has its numbers in a table, unlike a photo."""
    for position, node in enumerate(tree):
        roles = [each.role for each in _inside(tree, position)] if node.role == "figure" else []
        if {"button", "group"} & set(roles) and (roles[0] != "paragraph" or "table" not in roles):
            yield f"chart „{node.name}“ begins with {roles[0]}, tables of its numbers: {roles.count('table')}"


def _without_name(tree: list[Node]) -> Iterator[str]:
    for node in tree:
        if node.role in NAMED and not node.name:
            yield f"{node.role} without a name"
