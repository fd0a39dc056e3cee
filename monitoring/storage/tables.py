"""The tables: municipalities, accounts, uploads, and one content table for each kind of record."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from monitoring.domain.kinds import RECORD_TYPES
from monitoring.domain.record import Record
from monitoring.storage.columns import UtcDateTime, columns_of

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _identity(name: str = "id") -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _municipality(**options: Any) -> sa.Column[int]:
    return sa.Column("municipality_id", sa.ForeignKey("municipalities.id"), nullable=False, **options)


municipalities = sa.Table(
    "municipalities",
    metadata,
    _identity(),
    sa.Column("slug", sa.String(80), nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("ags", sa.String(8)),
    sa.Column("ars", sa.String(12)),
    sa.Column("own_key", sa.String(40)),
    sa.Column("region", sa.String(80)),
    sa.Column("is_sample", sa.Boolean, nullable=False),
    sa.Column("balance_rhythm_years", sa.Integer, nullable=False),
    sa.Column("imprint_url", sa.Text),
    sa.Column("privacy_url", sa.Text),
    sa.Column("accessibility_url", sa.Text),
    sa.Column("contact_unit", sa.Text),
    sa.Column("revision", sa.Integer, nullable=False, default=0),
    sa.Column("shared_revision", sa.Integer),
    sa.Column("shared_at", UtcDateTime),
    sa.Column("shared_by", sa.Text),
    sa.Column("settings_version", sa.Integer, nullable=False, default=0, server_default="0"),
)
public_faces = sa.Table(
    "public_faces",
    metadata,
    _municipality(primary_key=True),
    sa.Column("email", sa.String(254)),
    sa.Column("accent", sa.String(7)),
    sa.Column("accent_dark", sa.String(7)),
    sa.Column("embedding_sites", sa.JSON, nullable=False),
    sa.Column("land", sa.String(2)),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.Column("texts", sa.JSON, nullable=False),
    sa.Column("logo", sa.JSON),
    sa.Column("logo_text", sa.Text),
    sa.Column("content", sa.LargeBinary),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.Column("changed_by", sa.Text, nullable=False),
)
face_versions = sa.Table(
    "face_versions",
    metadata,
    _municipality(primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("told", sa.JSON, nullable=False),
    sa.Column("content", sa.LargeBinary),
    sa.Column("changed_at", UtcDateTime),
    sa.Column("changed_by", sa.Text),
)
accounts = sa.Table(
    "accounts",
    metadata,
    _identity(),
    sa.Column("name", sa.String(120), nullable=False, unique=True),
    sa.Column("password_hash", sa.Text, nullable=False),
    sa.Column("is_disabled", sa.Boolean, nullable=False, default=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
)
memberships = sa.Table(
    "memberships",
    metadata,
    sa.Column("account_id", sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("municipality", sa.String(80), primary_key=True),
    sa.Column("role", sa.String(40), primary_key=True),
    sa.Column("sees_current_until", sa.Date),
)
login_attempts = sa.Table(
    "login_attempts",
    metadata,
    _identity(),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("address", sa.String(64), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False, index=True),
)
uploads = sa.Table(
    "uploads",
    metadata,
    _identity(),
    _municipality(index=True),
    sa.Column("batch", sa.String(40), nullable=False, index=True),
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("content", sa.LargeBinary),
    sa.Column("uploaded_at", UtcDateTime, nullable=False),
    sa.Column("uploaded_by", sa.Text, nullable=False),
    sa.Column("refused_because", sa.Text),
    sa.Column("revision", sa.Integer),
)
revisions = sa.Table(
    "revisions",
    metadata,
    _municipality(primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("made_at", UtcDateTime, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),
    sa.Column("act", sa.String(40), nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("undoes", sa.Integer),
)
publications = sa.Table(
    "publications",
    metadata,
    _municipality(primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("published_at", UtcDateTime, nullable=False),
    sa.Column("published_by", sa.Text, nullable=False),
    sa.Column("paper", sa.Text),
    sa.Column("not_before", sa.Date),
    sa.Column("note", sa.Text),
    sa.Column("explanation", sa.Text),
    sa.Column("items", sa.JSON),
    sa.Column("withdrawn_at", UtcDateTime),
    sa.Column("withdrawn_by", sa.Text),
    sa.Column("withdrawn_because", sa.Text),
    sa.Column("withdrawn_explanation", sa.Text),
    sa.Column("rows_when_withdrawn", sa.JSON),
)
correction_reasons = sa.Table(
    "correction_reasons",
    metadata,
    _identity(),
    _municipality(index=True),
    sa.Column("publication", sa.Integer, nullable=False),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("key", sa.JSON, nullable=False),
    sa.Column("field", sa.String(60), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
)
answers = sa.Table(
    "answers",
    metadata,
    _municipality(primary_key=True),
    sa.Column("key", sa.String(400), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("answered_at", UtcDateTime, nullable=False),
    sa.Column("answered_by", sa.Text, nullable=False),
)

batch_answers = sa.Table(
    "batch_answers",
    metadata,
    _municipality(primary_key=True),
    sa.Column("batch", sa.String(40), primary_key=True),
    sa.Column("key", sa.String(400), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
profiles = sa.Table(
    "profiles",
    metadata,
    _identity(),
    _municipality(),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("sheets", sa.JSON, nullable=False),
    sa.Column("answers", sa.JSON, nullable=False),
    sa.Column("made_at", UtcDateTime, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),
    sa.Column("used_at", UtcDateTime, nullable=False),
    sa.Column("shared_at", UtcDateTime),
    sa.UniqueConstraint("municipality_id", "name"),
)
acceptances = sa.Table(
    "acceptances",
    metadata,
    _municipality(primary_key=True),
    sa.Column("code", sa.String(60), primary_key=True),
    sa.Column("kind", sa.String(40), primary_key=True),
    sa.Column("key", sa.String(600), primary_key=True),
    sa.Column("field", sa.String(60), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("comment", sa.Text, nullable=False),
    sa.Column("accepted_at", UtcDateTime, nullable=False),
    sa.Column("accepted_by", sa.Text, nullable=False),
)
open_data = sa.Table(
    "open_data",
    metadata,
    _municipality(primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kinds", sa.JSON, nullable=False),
    sa.Column("licence", sa.String(40), nullable=False),
    sa.Column("provider", sa.Text),
    sa.Column("contributor", sa.Text),
    sa.Column("confirmed_at", UtcDateTime, nullable=False),
    sa.Column("confirmed_by", sa.Text, nullable=False),
)

pictures = sa.Table(
    "pictures",
    metadata,
    _municipality(primary_key=True),
    sa.Column("mark", sa.String(32), primary_key=True),
    sa.Column("media_type", sa.String(40), nullable=False),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("content", sa.LargeBinary),
    sa.Column("added_at", UtcDateTime, nullable=False),
    sa.Column("added_by", sa.Text, nullable=False),
    sa.Column("removed_at", UtcDateTime),
)


def _content_table(record_type: type[Record]) -> sa.Table:
    """The table of one kind: the two lives of a row, the origins of its values, the fields of the record.

    `since` and `until` are revision numbers, `published_since` and `published_until` publication numbers; an
    empty end means „still“. No two current rows share a business key, and no two public ones.
    """
    own = columns_of(record_type)
    key = [column for column in own if column.name in record_type.KEY]
    name = record_type.KIND
    return sa.Table(
        name,
        metadata,
        _identity("row"),
        _municipality(),
        sa.Column("since", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer),
        sa.Column("published_since", sa.Integer),
        sa.Column("published_until", sa.Integer),
        sa.Column("origins", sa.JSON, nullable=False),
        *own,
        sa.Index(f"ix_{name}_office", "municipality_id", "since", "until"),
        sa.Index(f"ix_{name}_public", "municipality_id", "published_since", "published_until"),
        _unique_while(f"uq_{name}_current", key, "until IS NULL"),
        _unique_while(f"uq_{name}_published", key, "published_since IS NOT NULL AND published_until IS NULL"),
    )


def _unique_while(name: str, key: list[sa.Column[Any]], condition: str) -> sa.Index:
    where = sa.text(condition)
    columns = ["municipality_id", *(column.name for column in key)]
    return sa.Index(name, *columns, unique=True, sqlite_where=where, postgresql_where=where)


CONTENT: dict[str, sa.Table] = {each.KIND: _content_table(each) for each in RECORD_TYPES}
"""The content table of each kind."""
