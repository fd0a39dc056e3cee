"""A publication says in public what it changes and why"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("publications", sa.Column("explanation", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("publications", "explanation")
