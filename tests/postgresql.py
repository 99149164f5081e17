"""A PostgreSQL of our own for tests."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of an empty database on a PostgreSQL that runs as long as the block; it listens on a socket only."""
    binaries = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)
    if binaries is None:
        pytest.skip("no PostgreSQL in /usr/lib/postgresql (see debian-packages.txt)")
    folder = Path(mkdtemp(prefix="gouji-pg-"))
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)

    def run(*command: str) -> None:
        subprocess.run([f"{binaries}/{command[0]}", *command[1:]], check=True, user=user, cwd="/", capture_output=True, timeout=120)

    try:
        run("initdb", "-D", f"{folder}/data", "-U", "gouji", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        run("pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", f"-k {folder} -c listen_addresses='' -F", "start")
        try:
            yield f"postgresql+psycopg://gouji@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
