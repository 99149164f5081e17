"""The ledger as the steps hold it: every change is one transaction, and its end a boundary."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session


def silent(_boundary: str) -> None:
    """The boundary is passed without a sound."""


@dataclass
class Ledger:
    """`checkpoint` hears each boundary: before and after every commit. `guard` runs inside every transaction that writes
    (a patrol makes sure there that its lease is still its own). `rehearsal` is a connection whose transaction never ends well."""

    engine: Engine
    checkpoint: Callable[[str], None] = silent
    guard: Callable[[Session], None] | None = None
    rehearsal: Connection | None = field(default=None, repr=False)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the ledger and changes nothing; what it loaded can be used afterwards."""
        with self._session(writing=False) as session:
            yield session

    @contextmanager
    def writing(self, what: str) -> Iterator[Session]:
        """A session whose changes are all there at the end, or none of them."""
        with self._session(writing=True) as session:
            if self.guard is not None:
                self.guard(session)
            yield session
            session.flush()
            self.checkpoint(f"{what}: before commit")
            session.commit()
        self.checkpoint(f"{what}: committed")

    def close(self) -> None:
        if self.rehearsal is not None:
            self.rehearsal.rollback()
            self.rehearsal.close()
        self.engine.dispose()

    @contextmanager
    def _session(self, *, writing: bool) -> Iterator[Session]:
        if self.rehearsal is not None:
            with Session(self.rehearsal, join_transaction_mode="create_savepoint", expire_on_commit=False) as session:
                yield session
            return
        with self.engine.connect() as connection:
            bound = connection.execution_options(gouji_writing=writing)
            with Session(bound, expire_on_commit=False) as session:
                yield session
