"""One XML part of a workbook, changed at single places: what is not named stays byte by byte as it came.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from monitoring.spreadsheets.marks import parse, xml_parser

TAG = re.compile(rb"""<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""")
DECLARED = re.compile(rb"""^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']""")
UTF_8 = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Unmarkable(Exception):
    """A part that is not as parts of a workbook are: nothing is changed in such a file."""


@dataclass(eq=False, slots=True)
class Element:
    """One element: its local name, where its first tag begins and ends, and its last one; changes to it.

    It is empty where it is one tag without a content.
    """

    name: str
    prefix: str
    attributes: dict[str, str]
    parent: Element | None
    start: int
    opened: int
    closed: int = -1
    end: int = -1
    is_empty: bool = False
    set: dict[str, str] = field(default_factory=dict)
    appended: list[bytes] = field(default_factory=list)


class XmlPart:
    """The elements of one part, and the changes to it that `content` applies."""

    def __init__(self, xml: bytes) -> None:
        _refuse_other_encodings(xml)
        self.xml = xml
        self.elements: list[Element] = []
        self._inserted: list[tuple[int, int, bytes]] = []
        self._scan()
        self.root = self.elements[0]

    def _scan(self) -> None:
        open_elements: list[Element] = []
        parser = xml_parser(lambda name, attributes: start(name, attributes))

        def start(name: str, attributes: dict[str, str]) -> None:
            at = parser.CurrentByteIndex
            tag = TAG.match(self.xml, at)
            if not tag:
                raise Unmarkable(name)
            prefix, colon, local = name.rpartition(":")
            parent = open_elements[-1] if open_elements else None
            found = Element(local, prefix + colon, attributes, parent, at, tag.end())
            open_elements.append(found)
            self.elements.append(found)

        def end(_: str) -> None:
            found = open_elements.pop()
            found.is_empty = self.xml.startswith(b"/>", found.opened - 2)
            found.closed = found.opened if found.is_empty else parser.CurrentByteIndex
            found.end = found.opened if found.is_empty else self.xml.index(b">", found.closed) + 1

        parser.EndElementHandler = end
        parse(parser, self.xml)

    @property
    def namespace(self) -> str:
        """The namespace of the root element."""
        prefix = self.root.prefix.rstrip(":")
        return self.root.attributes[f"xmlns:{prefix}" if prefix else "xmlns"]

    def named(self, name: str, parent: Element | None = None) -> list[Element]:
        """All elements of that name, below a parent where one is given."""
        return [
            each for each in self.elements if each.name == name and (parent is None or each.parent is parent)
        ]

    def children(self, parent: Element) -> list[Element]:
        """The elements directly below another."""
        return [each for each in self.elements if each.parent is parent]

    def text(self, element: Element) -> bytes:
        """An element as it stands in the part."""
        return self.xml[element.start : element.end]

    def append(self, element: Element, xml: str) -> None:
        """Add an element (without a prefix) as the last one in another."""
        element.appended.append(self._own(xml).encode())

    def insert(self, before: int, xml: str) -> None:
        """Add an element (without a prefix) at a place."""
        self._inserted.append((before, before, self._own(xml).encode()))

    def replace(self, element: Element, xml: bytes) -> None:
        """Put something in the place of an element; nothing removes it."""
        self._inserted.append((element.start, element.end, xml))

    def content(self) -> bytes:
        """The part with its changes."""
        changes = sorted([*self._inserted, *self._changed_tags()], key=_from_outside)
        parts, at = [], 0
        for start, end, xml in changes:
            if start >= at:  # else it is inside of what was replaced
                parts += [self.xml[at:start], xml]
                at = end
        return b"".join([*parts, self.xml[at:]])

    def _own(self, xml: str) -> str:
        """Where the part writes its elements with a prefix, ours name their namespace themselves."""
        return re.sub(r"^<(\w+)", rf'<\1 xmlns="{self.namespace}"', xml) if self.root.prefix else xml

    def _changed_tags(self) -> list[tuple[int, int, bytes]]:
        changes = []
        for each in self.elements:
            if not (each.set or each.appended):
                continue
            tag, added = (
                with_attributes(self.xml[each.start : each.opened], each.set),
                b"".join(each.appended),
            )
            if each.is_empty and added:
                closing = f"</{each.prefix}{each.name}>".encode()
                tag = re.sub(rb"\s*/>$", b">", tag) + added + closing
            elif added:
                changes.append((each.closed, each.closed, added))
            changes.append((each.start, each.opened, tag))
        return changes


def _from_outside(change: tuple[int, int, bytes]) -> tuple[int, bool, int]:
    """By place; what is inserted there first, what replaces more before what replaces less."""
    start, end, _ = change
    return start, end > start, -end


def with_attributes(tag: bytes, attributes: Mapping[str, str]) -> bytes:
    r"""A tag with other values of attributes, added where it has none of that name.

    >>> with_attributes(b"<row r='1' s = '2'/>", {"s": "3", "t": "<"})
    b'<row t="&lt;" r=\'1\' s="3"/>'
    """
    for name, value in attributes.items():
        written = f" {name}={quoteattr(value)}".encode()
        pattern = rb"""\s+%s\s*=\s*("[^"]*"|'[^']*')""" % re.escape(name.encode())
        tag, found = re.subn(pattern, lambda _: written, tag, count=1)  # noqa: B023
        if not found:
            tag = re.sub(rb"^<[^\s/>]+", lambda start: start[0] + written, tag)  # noqa: B023
    return tag


def xml_text(text: str) -> str:
    r"""Text as it is written in XML, without the characters that XML does not know.

    >>> xml_text("a < b\x00")
    'a &lt; b'
    """
    return escape(NOT_IN_XML.sub("", text))


def xml_value(text: str) -> str:
    r"""Text as the quoted value of an attribute.

    >>> xml_value("a \x01& b")
    '"a &amp; b"'
    """
    return quoteattr(NOT_IN_XML.sub("", text))


def _refuse_other_encodings(xml: bytes) -> None:
    declared = DECLARED.match(xml.removeprefix(b"\xef\xbb\xbf"))
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")) or (declared and declared[1].lower() not in UTF_8):
        raise Unmarkable("encoding")
