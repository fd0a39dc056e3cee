"""Places without an AGS have a key of their own"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("municipalities", sa.Column("own_key", sa.String(40), nullable=True))


def downgrade() -> None:
    op.drop_column("municipalities", "own_key")
