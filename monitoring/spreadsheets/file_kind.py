"""What a file is, told from its content rather than from its name."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath

from monitoring.spreadsheets.limits import Unreadable, UnreadableCode


class FileKind(Enum):
    """The kinds we go on to read."""

    ARCHIVE = "archive"
    OLD_EXCEL = "old_excel"
    TEXT = "text"


TEXT_NAMES = {".csv", ".tsv", ".txt", ".tab"}
SPREADSHEET_NAMES = {".xlsx", ".xlsm", ".xltx", ".xltm", ".ods", ".ots", ".xls", ".xlsb"}
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# All four bytes count: a text table may well begin with „PKW“.
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")
ENCODED_TEXT = (b"\xff\xfe", b"\xfe\xff")
FOREIGN_STARTS = {
    b"%PDF": "pdf",
    b"{\\rtf": "doc",
    b"<!DOCTYPE": "html",
    b"<html": "html",
    b"<HTML": "html",
    b"<table": "html",
    b"<?xml": "xml",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
}
# A compound file (OLE) names its streams in UTF-16; an encrypted workbook has a package only.
COMPOUND_STREAMS = {
    "EncryptedPackage": "encrypted",
    "Workbook": "xls",
    "Book": "xls",
    "WordDocument": "doc",
    "PowerPoint Document": "ppt",
}


def file_kind(name: str, content: bytes) -> FileKind:
    """The kind of a file; raises Unreadable (empty, encrypted, wrong_kind, not_a_spreadsheet)."""
    if not content.strip(b"\x00 \r\n\t\xef\xbb\xbf"):
        raise Unreadable(UnreadableCode.EMPTY)
    if content.startswith(ARCHIVES):
        return FileKind.ARCHIVE
    if content.startswith(COMPOUND_FILE):
        return _compound_kind(content)
    _refuse_foreign(content)
    return _text_kind(PurePath(name).suffix.lower(), content)


def _compound_kind(content: bytes) -> FileKind:
    found = next(
        (kind for stream, kind in COMPOUND_STREAMS.items() if stream.encode("utf-16-le") in content), ""
    )
    if found == "encrypted":
        raise Unreadable(UnreadableCode.ENCRYPTED)
    if found in ("doc", "ppt"):
        raise Unreadable(UnreadableCode.WRONG_KIND, found=found)
    if not found:
        raise Unreadable(UnreadableCode.NOT_A_SPREADSHEET)
    return FileKind.OLD_EXCEL


def _refuse_foreign(content: bytes) -> None:
    start = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, found in FOREIGN_STARTS.items():
        if start.startswith(sign):
            raise Unreadable(UnreadableCode.WRONG_KIND, found=found)


def _text_kind(suffix: str, content: bytes) -> FileKind:
    if b"\x00" in content and not content.startswith(ENCODED_TEXT):
        raise Unreadable(UnreadableCode.NOT_A_SPREADSHEET)
    if suffix in SPREADSHEET_NAMES:
        raise Unreadable(UnreadableCode.WRONG_KIND, found="text")
    if suffix not in TEXT_NAMES:
        raise Unreadable(UnreadableCode.NOT_A_SPREADSHEET)
    return FileKind.TEXT
