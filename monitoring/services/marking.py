"""Marking: an uploaded file with all that was found in it, so that it can be given back marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monitoring.domain.access import Act
from monitoring.domain.errors import NotFound
from monitoring.services.importing import Check, Options, check
from monitoring.services.visit import Visit
from monitoring.storage import uploads


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file as it came, and the check of all files that were uploaded with it."""

    name: str
    content: bytes
    check: Check
    at: datetime


def checked_file(visit: Visit, slug: str, batch: str, number: int, options: Options) -> CheckedFile:
    """One file of an uploaded batch, numbered from 1, with the check of the batch.

    Raises:
        NotFound: there is no such batch or file, or the file was refused or dropped.
    """
    place = visit.place(slug, Act.DOWNLOAD_ORIGINAL)
    with visit.database.reading() as connection:
        files = uploads.batch(connection, place.id, batch)
    kept = files[number - 1] if 0 < number <= len(files) else None
    if kept is None or kept.content is None:
        raise NotFound()
    return CheckedFile(kept.file_name, kept.content, check(visit, slug, batch, options), visit.now)
