"""Uploads: files as they came, with who and when; of refused ones only hash, size and reason."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitoring.storage.database import inserted_id
from monitoring.storage.tables import uploads

DISCARDED = "discarded"
"""The reason of files that people no longer wanted."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One uploaded file; `content` is None where it was refused, purged or not asked for."""

    id: int
    batch: str
    file_name: str
    sha256: str
    size: int
    uploaded_at: datetime
    uploaded_by: str
    refused_because: str | None
    revision: int | None
    content: bytes | None = None
    refusal_details: Mapping[str, str | int] = field(default_factory=dict)
    """What the sentence about the refusal names, such as the limit."""

    @property
    def is_discarded(self) -> bool:
        """Whether it was readable, and people no longer wanted it."""
        return self.refused_because == DISCARDED


def add(
    connection: sa.Connection,
    municipality_id: int,
    batch: str,
    file_name: str,
    content: bytes,
    *,
    at: datetime,
    by: str,
    refused_because: str | None = None,
    refusal_details: Mapping[str, str | int] | None = None,
) -> int:
    """Keep a file as it came and return its number; a refused one without its content."""
    values = {
        "municipality_id": municipality_id,
        "batch": batch,
        "file_name": file_name if refused_because is None else "",
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "content": content if refused_because is None else None,
        "uploaded_at": at,
        "uploaded_by": by,
        "refused_because": refused_because and _reason(refused_because, refusal_details),
    }
    return inserted_id(connection.execute(sa.insert(uploads).values(**values)))


def mention(connection: sa.Connection, municipality_id: int, kept: Upload) -> int:
    """Note a file from which records come and that another municipality keeps, such as the region."""
    names = ("batch", "file_name", "sha256", "size", "uploaded_at", "uploaded_by")
    values = {name: getattr(kept, name) for name in names} | {"municipality_id": municipality_id}
    return inserted_id(connection.execute(sa.insert(uploads).values(**values)))


def _reason(code: str, details: Mapping[str, str | int] | None) -> str:
    return json.dumps([code, dict(details or {})], ensure_ascii=False)


def batch(connection: sa.Connection, municipality_id: int, name: str) -> list[Upload]:
    """The files that were uploaded together, with their content."""
    own = sa.and_(uploads.c.municipality_id == municipality_id, uploads.c.batch == name)
    rows = connection.execute(sa.select(uploads).where(own).order_by(uploads.c.id)).mappings()
    return [_upload(row, row["content"]) for row in rows]


def revision_of(connection: sa.Connection, municipality_id: int, name: str) -> int | None:
    """The revision that files uploaded together led to, if they did."""
    own = sa.and_(uploads.c.municipality_id == municipality_id, uploads.c.batch == name)
    return connection.execute(sa.select(sa.func.max(uploads.c.revision)).where(own)).scalar()


def listed(connection: sa.Connection, municipality_id: int) -> list[Upload]:
    """All uploads without their content, newest first."""
    columns = [column for column in uploads.c if column.name != "content"]
    query = sa.select(*columns).where(uploads.c.municipality_id == municipality_id)
    return [_upload(row, None) for row in connection.execute(query.order_by(uploads.c.id.desc())).mappings()]


def find(connection: sa.Connection, municipality_id: int, upload_id: int) -> Upload | None:
    """One upload with its content, if this municipality has it; a mentioned one has that kept elsewhere."""
    own = sa.and_(uploads.c.municipality_id == municipality_id, uploads.c.id == upload_id)
    row = connection.execute(sa.select(uploads).where(own)).mappings().first()
    if row is None:
        return None
    is_mentioned = row["content"] is None and row["refused_because"] is None and row["file_name"]
    content = _kept_elsewhere(connection, row["sha256"]) if is_mentioned else row["content"]
    return _upload(row, content)


def _kept_elsewhere(connection: sa.Connection, sha256: str) -> bytes | None:
    same = sa.and_(uploads.c.sha256 == sha256, uploads.c.content.is_not(None))
    found: bytes | None = connection.execute(sa.select(uploads.c.content).where(same).limit(1)).scalar()
    return found


def _upload(row: Mapping[Any, Any], content: bytes | None) -> Upload:
    own = {each.name: row[each.name] for each in fields(Upload) if each.name in row}
    code, details = json.loads(row["refused_because"] or "[null, {}]")
    return Upload(**own | {"content": content, "refused_because": code, "refusal_details": details})


def mark_taken(connection: sa.Connection, municipality_id: int, name: str, revision: int) -> None:
    """Note which revision a batch of files led to."""
    own = sa.and_(uploads.c.municipality_id == municipality_id, uploads.c.batch == name)
    connection.execute(
        sa.update(uploads).where(own, uploads.c.refused_because.is_(None)).values(revision=revision)
    )


def discard(connection: sa.Connection, municipality_id: int, name: str) -> int:
    """Drop name and content of the files of a batch that led to nothing; returns how many."""
    unused = sa.and_(
        uploads.c.municipality_id == municipality_id,
        uploads.c.batch == name,
        uploads.c.revision.is_(None),
        uploads.c.content.is_not(None),
    )
    gone = {"content": None, "file_name": "", "refused_because": _reason(DISCARDED, None)}
    return int(connection.execute(sa.update(uploads).where(unused).values(gone)).rowcount)


def purge_unused(connection: sa.Connection, *, before: datetime) -> int:
    """Drop the content of files older than a moment that led to nothing; returns how many."""
    unused = sa.and_(
        uploads.c.revision.is_(None), uploads.c.uploaded_at < before, uploads.c.content.is_not(None)
    )
    result = connection.execute(sa.update(uploads).where(unused).values(content=None, file_name=""))
    return int(result.rowcount)


def purge(connection: sa.Connection, municipality_id: int, upload_ids: set[int]) -> None:
    """Drop name and content of certain files for good (erasure); mentioned ones also where they are kept."""
    own = sa.and_(uploads.c.municipality_id == municipality_id, uploads.c.id.in_(upload_ids))
    mentioned = sa.select(uploads.c.sha256).where(own, uploads.c.content.is_(None), uploads.c.file_name != "")
    hashes = list(connection.execute(mentioned).scalars())
    gone = sa.update(uploads).values(content=None, file_name="")
    connection.execute(gone.where(uploads.c.sha256.in_(hashes)))
    connection.execute(gone.where(own))
