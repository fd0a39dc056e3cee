"""Figures say who determined them, when and by which method"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TEXTS = (
    ("balance", "determined_by"),
    ("effects", "method"),
    ("effects", "determined_by"),
    ("indicators", "method"),
    ("indicators", "determined_by"),
    ("indicator_values", "determined_by"),
    ("measures", "savings_method"),
    ("measures", "savings_determined_by"),
)
DAYS = (("effects", "determined_on"), ("measures", "savings_determined_on"))


def upgrade() -> None:
    for table, name in TEXTS:
        op.add_column(table, sa.Column(name, sa.Text(), nullable=True))
    for table, name in DAYS:
        op.add_column(table, sa.Column(name, sa.Date(), nullable=True))


def downgrade() -> None:
    for table, name in (*TEXTS, *DAYS):
        op.drop_column(table, name)
