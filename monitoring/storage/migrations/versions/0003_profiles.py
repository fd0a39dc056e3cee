"""A confirmed understanding of a file is kept as a profile"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "batch_answers",
        sa.Column("municipality_id", _number(), nullable=False),
        sa.Column("batch", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=400), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_batch_answers_municipality_id_municipalities"),
        ),
        sa.PrimaryKeyConstraint("municipality_id", "batch", "key", name=op.f("pk_batch_answers")),
    )
    op.create_table(
        "profiles",
        sa.Column("id", _number(), nullable=False),
        sa.Column("municipality_id", _number(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("sheets", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_profiles_municipality_id_municipalities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profiles")),
        sa.UniqueConstraint("municipality_id", "name", name=op.f("uq_profiles_municipality_id_name")),
    )


def downgrade() -> None:
    op.drop_table("profiles")
    op.drop_table("batch_answers")
