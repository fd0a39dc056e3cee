"""Each correction says its own reason, and a withdrawn publication why in public"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "correction_reasons",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("publication", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("key", sa.JSON(), nullable=False),
        sa.Column("field", sa.String(60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_correction_reasons_municipality_id_municipalities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_reasons")),
    )
    op.create_index(op.f("ix_correction_reasons_municipality_id"), "correction_reasons", ["municipality_id"])
    op.add_column("publications", sa.Column("withdrawn_explanation", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("publications", "withdrawn_explanation")
    op.drop_table("correction_reasons")
