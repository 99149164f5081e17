"""Who must report, how far it was seen done, and what a source should have shown."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Duties have their table; publications know before what they were absent, sources what they could not give."""
    op.create_table(
        "duties",
        sa.Column("agency_id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("superior", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("sources", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("candidates", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("finding", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("agency_id", "year", name=op.f("pk_duties")),
    )
    op.add_column("publications", sa.Column("absent_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("source_looks", sa.Column("seen", sa.Integer(), nullable=True))
    op.add_column("source_looks", sa.Column("expected", sa.Integer(), nullable=True))
    op.add_column("source_looks", sa.Column("unfetched", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """None of it is there."""
    op.drop_column("source_looks", "unfetched")
    op.drop_column("source_looks", "expected")
    op.drop_column("source_looks", "seen")
    op.drop_column("publications", "absent_at")
    op.drop_table("duties")
