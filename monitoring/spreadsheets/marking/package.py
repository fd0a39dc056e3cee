"""The zip archive of an .xlsx file: its parts, how they are related, and the file with some of them changed.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import io
import posixpath
from itertools import count
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from monitoring.spreadsheets.archive import read_member, stored_name
from monitoring.spreadsheets.marking.xml_part import XmlPart, xml_value

TYPES = "[Content_Types].xml"
WORKBOOK = "xl/workbook.xml"
# Of the time of our own parts nothing is said: equal content gives equal bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)
STRICT = "purl.oclc.org/ooxml"
RELATION_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATION_TYPES = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NO_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


class Relation(NamedTuple):
    """That a part uses another: under which name, as what, and where it is."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a workbook; changed and added ones are kept until `content` writes them all."""

    def __init__(self, members: ZipFile) -> None:
        self._members = members
        self._changed: dict[str, bytes] = {}
        workbook = XmlPart(self.read(WORKBOOK))
        self.namespace = workbook.namespace
        self.relation_types = STRICT_RELATION_TYPES if STRICT in self.namespace else RELATION_TYPES

    def read(self, part: str) -> bytes:
        """The content of a part, empty where there is none."""
        name = stored_name(self._members, part)
        return self._changed[name] if name in self._changed else read_member(self._members, part)

    def write(self, part: str, content: bytes) -> None:
        """Changes or adds a part."""
        self._changed[stored_name(self._members, part)] = content

    def new_part(self, pattern: str) -> str:
        """The first free name of a pattern such as "xl/comments{}.xml", without a number where it can be."""
        names = (pattern.format(number or "") for number in count())
        return next(name for name in names if not self._exists(name))

    def _exists(self, part: str) -> bool:
        return part in self._changed or stored_name(self._members, part) in self._members.NameToInfo

    def has_part(self, folder: str) -> bool:
        """Whether any part lies in a folder."""
        return any(name.startswith(folder) for name in self._members.namelist())

    def relations(self, part: str) -> list[Relation]:
        """What a part uses inside this file."""
        xml = self.read(_relations_of(part))
        if not xml:
            return []
        found = [each.attributes for each in XmlPart(xml).named("Relationship")]
        folder = "/" + posixpath.dirname(part)
        return [
            Relation(
                each["Id"],
                each["Type"].rpartition("/")[2],
                posixpath.normpath(posixpath.join(folder, each["Target"])).lstrip("/"),
            )
            for each in found
            if each.get("TargetMode") != "External"
        ]

    def target(self, part: str, kind: str) -> str | None:
        """The part of a kind that a part uses."""
        return next((each.target for each in self.relations(part) if each.kind == kind), None)

    def related(self, part: str, name: str) -> str | None:
        """The part that a part uses under a name."""
        return next((each.target for each in self.relations(part) if each.id == name), None)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Notes that a part uses another and returns under which name."""
        name = _relations_of(part)
        xml = XmlPart(self.read(name) or NO_RELATIONS)
        used = {each.attributes.get("Id") for each in xml.named("Relationship")}
        free = next(f"rIdZ{n}" for n in range(1, len(used) + 2) if f"rIdZ{n}" not in used)
        known = f'Id="{free}" Type="{self.relation_types}/{kind}" Target={xml_value("/" + target)}'
        xml.append(xml.root, f"<Relationship {known}/>")
        self.write(name, xml.content())
        return free

    def declare(self, part: str, content_type: str) -> None:
        """Says of a part what it contains."""
        types = XmlPart(self.read(TYPES))
        types.append(types.root, f'<Override PartName="/{part}" ContentType="{content_type}"/>')
        self.write(TYPES, types.content())

    def declare_ending(self, ending: str, content_type: str) -> None:
        """Says of all parts with an ending what they contain."""
        types = XmlPart(self.read(TYPES))
        known = {each.attributes.get("Extension", "").lower() for each in types.named("Default")}
        if ending not in known:
            types.append(types.root, f'<Default Extension="{ending}" ContentType="{content_type}"/>')
            self.write(TYPES, types.content())

    def content(self) -> bytes:
        """The whole file; parts that were not changed hold the same as before."""
        written = io.BytesIO()
        with ZipFile(written, "w") as target:
            left = dict(self._changed)
            for info in self._members.infolist():
                changed = left.pop(info.filename, None)
                content = self._members.read(info) if changed is None else changed
                target.writestr(_like(info), content, info.compress_type)
            for name, content in left.items():
                target.writestr(ZipInfo(name, EPOCH), content, ZIP_DEFLATED)
        return written.getvalue()


def _like(info: ZipInfo) -> ZipInfo:
    """A member of the same name and time."""
    copied = ZipInfo(info.filename, info.date_time)
    copied.external_attr = info.external_attr
    return copied


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"
