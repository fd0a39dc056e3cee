"""How Alembic reaches the database: always through a connection that `schema.upgrade` hands over."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context

from monitoring.storage.columns import UtcDateTime, WordList
from monitoring.storage.tables import metadata


def _render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A migration names plain types: it must still run when the program's own types have changed."""
    if kind == "type" and isinstance(item, sa.Enum):
        return "sa.String(length=40)"
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, WordList):
        return "sa.JSON()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=_render,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
