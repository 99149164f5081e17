"""The database itself: how SQLite and PostgreSQL are opened and brought to today's schema."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, NoSuchModuleError

from gouji.errors import UsageError
from gouji.ledger.migrations import HEAD
from gouji.words import words
from gouji.words.refusals import reason_of_ledger

# Two patrols that start together both want to make the tables; a number of our own keeps them apart on PostgreSQL.
_MIGRATION_LOCK = 0x676F756A69
_PEN = 0x70656E


def open_engine(url: str) -> Engine:
    """An engine on a ledger that has today's schema. Where that cannot be had: one sentence, without the password."""
    with _opening(url) as engine, engine.connect() as connection:
        _migrate(connection)
    return engine


def has_todays_schema(url: str) -> bool:
    """Whether the ledger at this address is as this version has it; it is left as it is. UsageError where it cannot be opened."""
    with _opening(url) as engine, engine.connect() as connection:
        schema = _schema(connection.execution_options(gouji_writing=False))
    engine.dispose()
    return schema == HEAD


@contextmanager
def _opening(url: str) -> Iterator[Engine]:
    where = _parsed(url)
    try:
        yield _sqlite(where) if where.get_backend_name() == "sqlite" else _postgresql(where)
    except (OSError, DBAPIError) as exc:
        raise UsageError(words("ledger.cannot_open", where=where.render_as_string(), reason=reason_of_ledger(_cause(exc)))) from exc


def _parsed(url: str) -> URL:
    try:
        where = make_url(url)
        where.get_dialect()
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError) as exc:
        raise UsageError(words("ledger.bad_url")) from exc
    if where.get_backend_name() not in ("sqlite", "postgresql"):
        raise UsageError(words("ledger.bad_url"))
    return where


def _cause(exc: Exception) -> BaseException:
    return exc.orig if isinstance(exc, DatabaseError) and exc.orig else exc


def _sqlite(where: URL) -> Engine:
    if where.database and where.database != ":memory:":
        Path(where.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(where, connect_args={"timeout": 30, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _postgresql(where: URL) -> Engine:
    engine = create_engine(where, pool_pre_ping=True)
    event.listen(engine, "begin", _begin_on_server)
    return engine


def _begin_on_server(connection: Connection) -> None:
    """The same as SQLite gives: one writer at a time, who sees all before him, and readers who see one state to their end.

    Two who answered one question at once once lost an answer: between two looks of the one the other had committed.
    """
    writing = connection.get_execution_options().get("gouji_writing", True)
    if writing:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _PEN})
    elif writing is not None:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _prepare(connection: Any, _record: object) -> None:
    # The driver would begin transactions by itself and too late; with None they begin where _begin says.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes its place at the start: a reader that turns writer meets SQLITE_BUSY at once, timeout or not."""
    immediate = connection.get_execution_options().get("gouji_writing", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _migrate(connection: Connection) -> None:
    if _schema(connection.execution_options(gouji_writing=False)) == HEAD:
        return
    connection.rollback()
    with connection.execution_options(gouji_writing=True).begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
        if _schema(connection) != HEAD:
            _upgrade(connection)


def _schema(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    # Alembic takes a quarter of a second to import, and most openings find nothing to do.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, HEAD)
    except CommandError as exc:
        raise UsageError(words("ledger.newer", schema=_schema(connection))) from exc
