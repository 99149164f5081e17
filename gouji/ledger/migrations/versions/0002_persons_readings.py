"""What persons read in documents, and how much of each report waits for them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Persons' readings have their table."""
    op.create_table(
        "person_readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("said", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("was", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_readings")),
    )
    op.create_index("ix_person_readings_sha256", "person_readings", ["sha256"], unique=False)
    op.add_column("decisions", sa.Column("sha256", sa.String(), nullable=True))
    op.add_column("results", sa.Column("unsure", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Persons' readings are gone."""
    op.drop_column("results", "unsure")
    op.drop_column("decisions", "sha256")
    op.drop_index("ix_person_readings_sha256", table_name="person_readings")
    op.drop_table("person_readings")
