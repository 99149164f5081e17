"""The ledger's schema, step by step. `HEAD` is the newest step: a ledger that stands there is opened without Alembic."""

HEAD = "0007"
