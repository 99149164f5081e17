"""What persons decided on tickets: until when, of which ticket, by which version of a rule; and who sees to a ticket."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Decisions and tickets have what persons say of them."""
    op.add_column("decisions", sa.Column("ticket_id", sa.Integer(), nullable=True))
    op.add_column("decisions", sa.Column("until", sa.Date(), nullable=True))
    for name in ("rule", "rule_version", "tool"):
        op.add_column("decisions", sa.Column(name, sa.String(), nullable=True))
    op.add_column("tickets", sa.Column("assignee", sa.String(), nullable=True))


def downgrade() -> None:
    """They are as before."""
    op.drop_column("tickets", "assignee")
    for name in ("tool", "rule_version", "rule", "until", "ticket_id"):
        op.drop_column("decisions", name)
