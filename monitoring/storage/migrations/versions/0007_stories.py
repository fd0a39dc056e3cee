"""Stories with pictures and texts in easy language, written for the public"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_PUBLIC = "published_since IS NOT NULL AND published_until IS NULL"


def upgrade() -> None:
    _create_content(
        "stories",
        "measure",
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("picture", sa.Text(), nullable=True),
        sa.Column("picture_text", sa.Text(), nullable=True),
        sa.Column("credit", sa.Text(), nullable=True),
    )
    _create_content(
        "easy_texts",
        "title",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("checked_by", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
    )
    op.create_table(
        "pictures",
        sa.Column("municipality_id", _NUMBER, nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_pictures_municipality_id_municipalities"),
        ),
        sa.PrimaryKeyConstraint("municipality_id", "mark", name=op.f("pk_pictures")),
    )


def _create_content(name: str, key: str, *fields: sa.Column) -> None:
    op.create_table(
        name,
        sa.Column("row", _NUMBER, nullable=False),
        sa.Column("municipality_id", _NUMBER, nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("published_since", sa.Integer(), nullable=True),
        sa.Column("published_until", sa.Integer(), nullable=True),
        sa.Column("origins", sa.JSON(), nullable=False),
        *fields,
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f(f"fk_{name}_municipality_id_municipalities")
        ),
        sa.PrimaryKeyConstraint("row", name=op.f(f"pk_{name}")),
    )
    own = "municipality_id"
    op.create_index(f"ix_{name}_office", name, [own, "since", "until"])
    op.create_index(f"ix_{name}_public", name, [own, "published_since", "published_until"])
    for ending, where in (("current", "until IS NULL"), ("published", _PUBLIC)):
        op.create_index(
            f"uq_{name}_{ending}",
            name,
            [own, key],
            unique=True,
            sqlite_where=sa.text(where),
            postgresql_where=sa.text(where),
        )


def downgrade() -> None:
    for name in ("pictures", "easy_texts", "stories"):
        op.drop_table(name)
