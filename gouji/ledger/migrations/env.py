"""Alembic's way in: it runs on the connection that the ledger hands over, inside the ledger's own transaction."""

from alembic import context

from gouji.ledger.tables import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()
