"""Erasing: a text that must not be kept for legal reasons is removed from every state."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

from monitoring.domain.access import ANYWHERE, Act
from monitoring.domain.errors import Invalid
from monitoring.services.kept_readings import READINGS
from monitoring.services.visit import Visit
from monitoring.spreadsheets.kept_workbooks import KEPT
from monitoring.spreadsheets.limits import Unreadable
from monitoring.spreadsheets.reading import read
from monitoring.storage import answers, erasure, revisions, uploads
from monitoring.storage.database import Connection
from monitoring.storage.erasure import Erasure
from monitoring.storage.municipalities import Place
from monitoring.storage.uploads import Upload

SHORTEST = 3
_ENCODINGS = ("utf-8", "cp1252", "utf-16-le")


def erase_text(visit: Visit, slug: str, text: str, reason: str) -> int:
    """Replace a text in every state and drop the originals with it; returns the rows and files changed.

    Raises:
        Invalid: the text is too short to be meant, or no reason was given.
    """
    if len(text.strip()) < SHORTEST or not reason.strip():
        raise Invalid("erase_needs_text_and_reason", length=SHORTEST)
    gone = Erasure(text, f"[entfernt am {visit.today:%d.%m.%Y}]", f"entfernt-{visit.today}")
    place = visit.place(slug, Act.ERASE)
    with visit.database.reading() as connection:
        originals, newest = _originals_with(connection, place, text)
    with visit.writing(slug, Act.ERASE) as (place, connection):
        originals |= _originals_with(connection, place, text, after=newest)[0]
        changed = erasure.erase_text(connection, place.id, gone, originals)
        KEPT.forget()
        READINGS.forget()
        if changed:
            note = gone.of(reason)
            revisions.add(connection, place.id, [], at=visit.now, by=visit.by, act="erase", note=note)
        return changed


def _originals_with(connection: Connection, place: Place, text: str, after: int = 0) -> tuple[set[int], int]:
    """The kept files that contain a text, of those newer than upload `after`, and the newest of all.

    Taken over or not: rows do not lead to all of them. Reading them takes long; it is done before the
    transaction, and in it only for what was uploaded meanwhile.
    """
    numbers = [each.id for each in uploads.listed(connection, place.id)]
    # One file at a time: together they may be larger than the memory.
    kept = (uploads.find(connection, place.id, number) for number in numbers if number > after)
    found = {each.id for each in kept if each is not None and each.content and _contains(each, text)}
    return found, max(numbers, default=0)


def _contains(kept: Upload, text: str) -> bool:
    """Whether cells or anything else in a file hold the text; one that cannot be read is taken to."""
    content = kept.content or b""
    try:
        sheets = read(kept.file_name, content).sheets
    except Unreadable:
        return True
    in_cells = any(text in str(value) for sheet in sheets for row in sheet.rows for value in row)
    return in_cells or any(_says(part, text) for part in (content, *_parts(content)))


def _parts(content: bytes) -> list[bytes]:
    """The files inside a workbook, in which notes and names of authors stand."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def _says(part: bytes, text: str) -> bool:
    # A letter an encoding lacks becomes a mark that no part contains by chance.
    return any(text.encode(encoding, "namereplace") in part for encoding in _ENCODINGS)


def purge_unused_uploads(visit: Visit, days: int) -> int:
    """Drop files that led to nothing and are older than the retention period; returns how many."""
    visit.require(Act.MANAGE_ACCOUNTS, ANYWHERE)
    with visit.database.writing() as connection:
        purged = uploads.purge_unused(connection, before=visit.now - timedelta(days=days))
        answers.forget_purged(connection)
        return purged
