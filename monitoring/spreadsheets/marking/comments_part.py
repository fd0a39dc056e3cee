"""The comments of a sheet: the town's own stay, ours are added or appended, those of an earlier check go.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from monitoring.spreadsheets.marking.request import SIGN
from monitoring.spreadsheets.marking.xml_part import Element, XmlPart, xml_text

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
OURS = re.compile(rb"(?:\s|&#10;|&#13;|_x000[aAdD]_)*%s[^<]*" % SIGN.encode())
TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</(?:\w+:)?t>")
LAST_TEXT = re.compile(rb"(?s)^(.*)(</(?:\w+:)?t>|<(?:\w+:)?t(?:\s[^>]*)?/>)")


def no_comments(namespace: str) -> bytes:
    """The comments of a sheet that has none."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    lists = "<authors></authors><commentList></commentList>"
    return f'{head}<comments xmlns="{namespace}">{lists}</comments>'.encode()


def without_ours(xml: bytes) -> tuple[bytes, set[str]]:
    """The comments without those of an earlier check, and the cells that had no other."""
    part, gone = XmlPart(xml), set()
    for comment in part.named("comment"):
        own = part.text(comment)
        left = OURS.sub(b"", own)
        if left == own:
            continue
        if any(text[1].strip() for text in TEXT.finditer(left)):
            part.replace(comment, left)
        else:
            part.replace(comment, b"")
            gone.add(comment.attributes["ref"])
    return part.content(), gone


def with_ours(xml: bytes, notes: Mapping[str, str]) -> tuple[bytes, list[str]]:
    """The comments with ours, and the cells that had none before; `notes` by address."""
    part = XmlPart(xml)
    known = {each.attributes["ref"]: each for each in part.named("comment")}
    for address in notes.keys() & known.keys():
        _append(part, known[address], notes[address])
    fresh = [address for address in notes if address not in known]
    if fresh:
        (authors,), (comments,) = part.named("authors"), part.named("commentList")
        author = len(part.children(authors))
        part.append(authors, f"<author>{SIGN}</author>")
        for address in fresh:
            part.append(comments, _comment(address, author, notes[address]))
    return part.content(), fresh


def _comment(address: str, author: int, note: str) -> str:
    text = f'<t xml:space="preserve">{SIGN}\n{xml_text(note)}</t>'
    return f'<comment ref="{address}" authorId="{author}"><text><r>{text}</r></text></comment>'


def _append(part: XmlPart, comment: Element, note: str) -> None:
    """At the end of its last text, so that it looks like the rest."""
    own, more = part.text(comment), f"\n\n{SIGN}\n{xml_text(note)}".encode()

    def longer(found: re.Match[bytes]) -> bytes:
        if found[2].endswith(b"/>"):
            name = re.match(rb"<([\w:]+)", found[2])
            assert name
            return found[1] + b"<%s>%s</%s>" % (name[1], more.lstrip(), name[1])
        return found[1] + more + found[2]

    part.replace(comment, LAST_TEXT.sub(longer, own, count=1))
