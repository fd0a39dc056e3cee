"""Sheets that the library need not read twice.

It goes through the whole XML of a sheet once more in search of merged cells, unless these come first. So
an empty list of them is put in front of each large sheet, which halves the time; what is merged is found with
the marks. Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable

from monitoring.spreadsheets.archive import DEFECTS, MEGABYTE, stored_name

# Its checksum (CRC-32) is 0: what it is put in front of keeps its own.
NO_MERGES = b"<mergeCells></mergeCells><!--1uiq9x0m-->"
# Before compressed data a block that is not: its length, and the same with all bits turned.
BLOCK = struct.pack("<BHH", 0, len(NO_MERGES), len(NO_MERGES) ^ 0xFFFF) + NO_MERGES
# For smaller sheets it is not worth the trouble.
LARGE = 2 * MEGABYTE
SIZES_FOLLOW = 0x8


def with_no_merges_first(content: bytes, parts: Iterable[str], large: int = LARGE) -> bytes:
    """The workbook with an empty list of merged cells in front of its large sheets.

    `parts` are the members that hold sheets. A workbook that is odd in any way is returned as it is.
    """
    archive = io.BytesIO(content)
    try:
        with zipfile.ZipFile(archive, "a") as members:
            found = [members.NameToInfo.get(stored_name(members, part)) for part in dict.fromkeys(parts)]
            slow = [member for member in found if member and _is_slow(member, large)]
            for member in slow:
                _append(archive, members, member)
                # Once this is said the list of members is written anew.
                members.comment = members.comment
    except DEFECTS:
        return content
    return archive.getvalue() if slow else content


def _is_slow(member: zipfile.ZipInfo, large: int) -> bool:
    return member.file_size > large and member.compress_type == zipfile.ZIP_DEFLATED


def _append(archive: io.BytesIO, members: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Writes a member once more, behind all others, and lets the list of members name it there."""
    archive.seek(member.header_offset + 26)
    name, extra = struct.unpack("<HH", archive.read(4))
    archive.seek(member.header_offset + 30 + name + extra)
    compressed = archive.read(member.compress_size)
    member.header_offset = members.start_dir
    member.flag_bits &= ~SIZES_FOLLOW
    member.compress_size += len(BLOCK)
    member.file_size += len(NO_MERGES)
    archive.seek(members.start_dir)
    archive.write(member.FileHeader() + BLOCK + compressed)
    members.start_dir = archive.tell()
