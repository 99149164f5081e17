"""How many bodies of the roster must have published in a source, and under which title a site's list has a publication."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Looks and publications know it."""
    op.add_column("source_looks", sa.Column("owed", sa.Integer(), nullable=True))
    op.add_column("publications", sa.Column("listed", sa.String(), nullable=True))


def downgrade() -> None:
    """They do not."""
    op.drop_column("publications", "listed")
    op.drop_column("source_looks", "owed")
