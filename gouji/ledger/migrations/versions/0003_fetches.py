"""Every request to a source, as evidence of what was there and what was not."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Requests have their table."""
    op.create_table(
        "fetches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("patrol_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=True),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("trouble", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fetches")),
    )
    op.create_index("ix_fetches_source_purpose", "fetches", ["source", "purpose"], unique=False)
    op.create_index("ix_fetches_url", "fetches", ["url"], unique=False)


def downgrade() -> None:
    """Requests are forgotten; what came stays in the archive."""
    op.drop_index("ix_fetches_url", table_name="fetches")
    op.drop_index("ix_fetches_source_purpose", table_name="fetches")
    op.drop_table("fetches")
