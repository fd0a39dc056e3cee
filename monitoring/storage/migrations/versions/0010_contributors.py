"""Who delivers open data to a portal has an identifier there"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("open_data", sa.Column("contributor", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("open_data", "contributor")
