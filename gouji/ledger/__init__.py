"""The ledger: what was seen, read, found, decided, filed, and what waits to be sent. It is the truth; the rest can be made again."""

import sqlite3
from pathlib import Path

from sqlalchemy import make_url

from gouji.ledger.book import Ledger
from gouji.ledger.database import has_todays_schema, open_engine

__all__ = ["Ledger", "exists", "has_todays_schema", "open_ledger", "rehearse"]


def open_ledger(url: str) -> Ledger:
    """The ledger at this address, made or brought to today's schema where needed."""
    return Ledger(open_engine(url))


def exists(url: str) -> bool:
    """Whether there is a ledger at this address that was opened before; a server is taken to have one."""
    where = make_url(url)
    return where.get_backend_name() != "sqlite" or bool(where.database and Path(where.database).exists())


def rehearse(url: str, folder: Path) -> Ledger:
    """A ledger like the one at this address in which nothing that is done lasts.

    Of SQLite a copy in `folder` is used, so that nobody waits for us; on PostgreSQL one transaction that is rolled back.
    """
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        copy = folder / "ledger.sqlite"
        if where.database and exists(url):
            _copy(Path(where.database), copy)
        return open_ledger(f"sqlite:///{copy}")
    engine = open_engine(url)
    # It takes nobody's turn to write, for however long it lasts.
    connection = engine.connect().execution_options(gouji_writing=None)
    connection.begin()
    return Ledger(engine, rehearsal=connection)


def _copy(ledger: Path, copy: Path) -> None:
    with sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro", uri=True) as there, sqlite3.connect(copy) as here:
        there.backup(here)
    there.close()
    here.close()
