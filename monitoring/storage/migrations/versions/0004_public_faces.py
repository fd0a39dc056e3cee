"""A municipality sets how it appears in public; how often it changed its settings is counted"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "municipalities", sa.Column("settings_version", sa.Integer(), nullable=False, server_default="0")
    )
    op.create_table(
        "public_faces",
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("accent", sa.String(length=7), nullable=True),
        sa.Column("accent_dark", sa.String(length=7), nullable=True),
        sa.Column("embedding_sites", sa.JSON(), nullable=False),
        sa.Column("land", sa.String(length=2), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("logo", sa.JSON(), nullable=True),
        sa.Column("logo_text", sa.Text(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_public_faces_municipality_id_municipalities"),
        ),
        sa.PrimaryKeyConstraint("municipality_id", name=op.f("pk_public_faces")),
    )


def downgrade() -> None:
    op.drop_table("public_faces")
    with op.batch_alter_table("municipalities") as batch_op:
        batch_op.drop_column("settings_version")
