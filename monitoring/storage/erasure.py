"""Erasure: a text that must go for legal reasons is replaced in every state; its originals are dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from monitoring.domain.kinds import KINDS
from monitoring.domain.record import Record
from monitoring.storage import origins, uploads
from monitoring.storage.tables import (
    CONTENT,
    acceptances,
    answers,
    batch_answers,
    correction_reasons,
    face_versions,
    municipalities,
    open_data,
    pictures,
    profiles,
    public_faces,
    publications,
    revisions,
)
from monitoring.storage.tables import uploads as upload_table

_IDENTITIES = frozenset({"id", "measure", "replaced_by", "parent"})
"""Fields that hold the permanent id of a measure, which stands in addresses."""
_WORDS: tuple[tuple[sa.Table, tuple[str, ...]], ...] = (
    (revisions, ("made_by", "note")),
    (
        publications,
        (
            "published_by",
            "paper",
            "note",
            "explanation",
            "items",
            "withdrawn_by",
            "withdrawn_because",
            "withdrawn_explanation",
        ),
    ),
    (correction_reasons, ("key", "reason")),
    (acceptances, ("key", "value", "comment", "accepted_by")),
    (open_data, ("provider", "confirmed_by")),
    (pictures, ("added_by",)),
    (upload_table, ("file_name", "uploaded_by", "refused_because")),
    (public_faces, ("email", "embedding_sites", "facts", "texts", "logo_text", "changed_by")),
    (face_versions, ("told", "changed_by")),
)
"""Where people leave words or names beside the records."""
_QUOTING = (answers, batch_answers, profiles)
"""What quotes labels and words of files."""
_OF_THE_MUNICIPALITY = ("contact_unit", "shared_by", "imprint_url", "privacy_url", "accessibility_url")
_ADDRESSES = frozenset({"email", "embedding_sites", "imprint_url", "privacy_url", "accessibility_url"})
"""Where nothing but an address may stand: one with the text in it is left out."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """A text, and what stands in its place: in words, and in addresses."""

    text: str
    replacement: str
    in_addresses: str

    def in_column(self, name: str, value: Any) -> Any:
        """The value of a column without the text."""
        if name in _ADDRESSES:
            return self._without_addresses(value)
        return self.of(value, self.in_addresses if name in _IDENTITIES else self.replacement)

    def of(self, value: Any, replacement: str | None = None) -> Any:
        """A text, or JSON with texts in it, without the text."""
        replacement = self.replacement if replacement is None else replacement
        if type(value) is str:
            return value.replace(self.text, replacement)
        if isinstance(value, list):
            return [self.of(each, replacement) for each in value]
        if isinstance(value, dict):
            return {
                name: self._without_addresses(each) if name in _ADDRESSES else self.of(each, replacement)
                for name, each in value.items()
            }
        return value

    def _without_addresses(self, value: Any) -> Any:
        if isinstance(value, list):
            return [each for each in value if self.text not in each]
        return None if value and self.text in value else value


def erase_text(connection: sa.Connection, municipality_id: int, erasure: Erasure, originals: set[int]) -> int:
    """Replace a text wherever the municipality's rows contain it, in all revisions and publications.

    Args:
        originals: uploads known to contain the text; those from which an affected row came are dropped too.

    Returns how many rows and files were changed.
    """
    sources = set(originals)
    changed = 0
    for kind, table in CONTENT.items():
        for row in _rows(connection, table, municipality_id):
            values = _replaced(row, erasure, KINDS[kind])
            if values:
                connection.execute(sa.update(table).where(table.c.row == row["row"]).values(**values))
                sources |= origins.uploads_of(row["origins"])
                changed += 1
    for table, columns in _WORDS:
        changed += _erase_words(connection, table, columns, municipality_id, erasure)
    changed += _erase_in_municipality(connection, municipality_id, erasure)
    changed += _drop_logo_with(connection, municipality_id, erasure.text)
    uploads.purge(connection, municipality_id, sources)
    forgotten = sum(_forget_quoting(connection, table, municipality_id, erasure.text) for table in _QUOTING)
    return changed + len(originals) + forgotten


def _rows(connection: sa.Connection, table: sa.Table, municipality_id: int) -> list[Mapping[Any, Any]]:
    columns = [column for column in table.c if column.name != "content"]
    query = sa.select(*columns).where(table.c.municipality_id == municipality_id)
    return list(connection.execute(query).mappings())


def _replaced(row: Mapping[Any, Any], erasure: Erasure, record_type: type[Record]) -> dict[str, Any]:
    names = ("origins", *record_type.model_fields)
    after = {name: erasure.in_column(name, row[name]) for name in names}
    return {name: value for name, value in after.items() if value != row[name]}


def _erase_words(
    connection: sa.Connection,
    table: sa.Table,
    columns: tuple[str, ...],
    municipality_id: int,
    erasure: Erasure,
) -> int:
    changed = 0
    key = list(table.primary_key.columns)
    for row in _rows(connection, table, municipality_id):
        after = {name: erasure.in_column(name, row[name]) for name in columns}
        values = {name: value for name, value in after.items() if value != row[name]}
        if values:
            own = sa.and_(*(column == row[column.name] for column in key))
            connection.execute(sa.update(table).where(own).values(**values))
            changed += 1
    return changed


def _erase_in_municipality(connection: sa.Connection, municipality_id: int, erasure: Erasure) -> int:
    own = municipalities.c.id == municipality_id
    columns = [municipalities.c[name] for name in _OF_THE_MUNICIPALITY]
    row = connection.execute(sa.select(*columns).where(own)).mappings().one()
    values = {
        name: after for name, value in row.items() if (after := erasure.in_column(name, value)) != value
    }
    if values:
        connection.execute(sa.update(municipalities).where(own).values(**values))
    return int(bool(values))


def _drop_logo_with(connection: sa.Connection, municipality_id: int, text: str) -> int:
    """Drop a drawn logo in which the text is written, now and in earlier versions."""
    _drop_earlier_logos_with(connection, municipality_id, text)
    own = public_faces.c.municipality_id == municipality_id
    content = connection.execute(sa.select(public_faces.c.content).where(own)).scalar_one_or_none()
    if content is None or text.encode() not in content:
        return 0
    connection.execute(sa.update(public_faces).where(own).values(content=None, logo=sa.null()))
    return 1


def _drop_earlier_logos_with(connection: sa.Connection, municipality_id: int, text: str) -> None:
    own = face_versions.c.municipality_id == municipality_id
    query = sa.select(face_versions.c.number, face_versions.c.content).where(own)
    for number, content in connection.execute(query).all():
        if content is not None and text.encode() in content:
            where = sa.and_(own, face_versions.c.number == number)
            connection.execute(sa.update(face_versions).where(where).values(content=None))


def _forget_quoting(connection: sa.Connection, table: sa.Table, municipality_id: int, text: str) -> int:
    """Answers and profiles that quote the text, in whatever case, are forgotten: they will be asked again."""
    forgotten = 0
    key = list(table.primary_key.columns)
    for row in _rows(connection, table, municipality_id):
        if text.casefold() in "\n".join(_texts(dict(row))).casefold():
            own = sa.and_(*(column == row[column.name] for column in key))
            forgotten += connection.execute(sa.delete(table).where(own)).rowcount
    return forgotten


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value of a row, also inside JSON and in its keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in (*value.keys(), *value.values()):
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
