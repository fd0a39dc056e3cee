"""A look at the zip archive around a workbook before it is unpacked: kind, size, encryption, macros.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from monitoring.spreadsheets.limits import Limits, Unreadable, UnreadableCode

MEGABYTE = 1024 * 1024
ENCRYPTED_FLAG = 0x1
PIECE = 256 * 1024
# Repetitive sheets reach 1:100, an archive of zeros 1:1000; small archives cannot do harm at any ratio.
SUSPICIOUS_RATIO = 300
HARMLESS_MEGABYTES = 20
# A document type definition stands before the first element.
PROLOGUE = 1024
DEFECTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    KeyError,
)
FOREIGN_MEMBERS = {"xl/workbook.bin": "xlsb", "word/document.xml": "docx", "ppt/presentation.xml": "pptx"}


class Archive(NamedTuple):
    """An archive found harmless: `kind` is "xlsx" or "ods"."""

    kind: str
    members: zipfile.ZipFile
    has_macros: bool


def open_archive(content: bytes, limits: Limits) -> Archive:
    """Opens the archive of a workbook.

    Raises Unreadable: broken, encrypted, zip_bomb, forbidden_xml, wrong_kind.
    """
    try:
        members = zipfile.ZipFile(io.BytesIO(content))
        _refuse_bomb(members, len(content), limits)
        kind = _kind(members)
        _refuse_encrypted(members)
        _refuse_definitions(members)
    except DEFECTS as defect:
        raise Unreadable(UnreadableCode.BROKEN) from defect
    return Archive(kind, members, _has_macros(members))


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The unpacked content of a member, empty where it does not exist; raises Unreadable (broken)."""
    try:
        return archive.read(stored_name(archive, name))
    except KeyError:
        return b""
    except DEFECTS as defect:
        raise Unreadable(UnreadableCode.BROKEN) from defect


def member_pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The unpacked content of a member in pieces of `PIECE`, none where it does not exist.

    Twice as fast as all of it at once, and without the memory. Raises Unreadable (broken).
    """
    try:
        with archive.open(stored_name(archive, name)) as member:
            while piece := member.read(PIECE):
                yield piece
    except KeyError:
        return
    except DEFECTS as defect:
        raise Unreadable(UnreadableCode.BROKEN) from defect


def member_size(archive: zipfile.ZipFile, name: str) -> int:
    """The unpacked size of a member in bytes, 0 where it does not exist."""
    found = archive.NameToInfo.get(stored_name(archive, name))
    return found.file_size if found else 0


def stored_name(archive: zipfile.ZipFile, name: str) -> str:
    """Names of members differ in case and slashes between the programs that write them."""
    if name in archive.NameToInfo:
        return name
    spellings = {stored.replace("\\", "/").lstrip("/").casefold(): stored for stored in archive.namelist()}
    return spellings.get(name.casefold(), name)


def _refuse_bomb(members: zipfile.ZipFile, packed: int, limits: Limits) -> None:
    unpacked = sum(member.file_size for member in members.infolist())
    too_much = unpacked > limits.unpacked_megabytes * MEGABYTE
    too_dense = unpacked > HARMLESS_MEGABYTES * MEGABYTE and unpacked > packed * SUSPICIOUS_RATIO
    if too_much or too_dense or len(members.infolist()) > limits.archive_members:
        raise Unreadable(UnreadableCode.ZIP_BOMB)


def _kind(members: zipfile.ZipFile) -> str:
    if stored_name(members, "xl/workbook.xml") in members.NameToInfo:
        return "xlsx"
    if "content.xml" in members.NameToInfo:
        return _open_document_kind(members)
    found = next((kind for name, kind in FOREIGN_MEMBERS.items() if name in members.NameToInfo), "zip")
    raise Unreadable(UnreadableCode.WRONG_KIND, found=found)


def _open_document_kind(members: zipfile.ZipFile) -> str:
    kind = read_member(members, "mimetype")
    if kind and b"spreadsheet" not in kind:
        raise Unreadable(UnreadableCode.WRONG_KIND, found="odt")
    return "ods"


def _refuse_encrypted(members: zipfile.ZipFile) -> None:
    flagged = any(member.flag_bits & ENCRYPTED_FLAG for member in members.infolist())
    if flagged or b"encryption-data" in read_member(members, "META-INF/manifest.xml"):
        raise Unreadable(UnreadableCode.ENCRYPTED)


def _refuse_definitions(members: zipfile.ZipFile) -> None:
    """Entities are defined in a document type definition, which no spreadsheet program writes."""
    for name in members.namelist():
        if name.endswith((".xml", ".rels")) and not name.startswith("META-INF/"):
            with members.open(name) as member:
                prologue = member.read(PROLOGUE).replace(b"\x00", b"")
            if b"<!DOCTYPE" in prologue or b"<!ENTITY" in prologue:
                raise Unreadable(UnreadableCode.FORBIDDEN_XML)


def _has_macros(members: zipfile.ZipFile) -> bool:
    names = members.namelist()
    return any(
        name.endswith("vbaProject.bin") or (name.startswith("Basic/") and name.endswith(".xml"))
        for name in names
    )
