"""No secret is anywhere in what a patrol leaves or says, whatever goes wrong on the way."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from gouji.ledger import tables
from tests.flows.calling import gouji
from tests.flows.outside import GOUJI
from tests.flows.told import Robot, postbox
from tests.flows.told import robot as a_robot
from tests.flows.town import FAULTY, Town

# Each with signs of its own, so that a part of one is found as well.
PASSWORD, CHAT, ROBOT, TOKEN = "Zq7pass-planted", "Kx9chat-planted-0001", "Wb3robot-planted-02", "Tn5token-planted-03"
PLANTED = (PASSWORD, CHAT, ROBOT, TOKEN)


def test_no_command_and_no_file_of_a_patrol_tells_a_secret(tmp_path: Path, robot: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that refuses its key, an address that is none, a mail server that is away."""
    town, environment = secretive(tmp_path, robot)
    town.put("water", FAULTY)
    told = [in_its_own_process(town, environment, "run", "--plain", "--format", "json")]
    assert json.loads(told[0][told[0].index("{") : told[0].rindex("}") + 1])["messages"]["waiting"] == 2
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for command in (("notify",), ("notify", "--dry-run"), ("outbox", "list"), ("outbox", "list", "--format", "json"), ("status",)):
        ended = gouji(*command, "--config", town.folder / "gouji.toml")
        told.append(ended.out + ended.err)
    assert [secret for secret in PLANTED if secret in "".join(told)] == []
    files = {path.name: path.read_bytes() for path in (town.folder / "home").rglob("*") if path.is_file()}
    assert {"ledger.sqlite", "index.html"} <= files.keys()
    assert [(name, secret) for name, data in files.items() for secret in PLANTED if secret.encode() in data] == []
    assert [secret for row in packed(town) for secret in PLANTED if secret in row] == []


def test_a_patrol_that_breaks_off_writes_no_secret_into_its_log(tmp_path: Path, robot: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    town, environment = secretive(tmp_path, robot)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (town.folder / "home").mkdir()
    (town.folder / "home" / "ledger.sqlite").write_bytes(b"no database" * 400)
    ended = gouji("run", "--plain", "--config", town.folder / "gouji.toml")
    [log] = (town.folder / "home" / "logs").glob("failure-*.txt")
    said = log.read_text("utf-8")
    assert ("“PLANTED_ROBOT”" in said, "HTTP 403" in said) == (True, True)
    assert [secret for secret in PLANTED if secret in ended.out + ended.err + said] == []


def test_a_file_that_others_may_read_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with postbox() as box:
        town = Town.found(tmp_path / "town", mail(tmp_path).replace("port = 1\n", f"port = {box.port}\n"))
        (town.folder / "inbox" / "empty.txt").write_bytes(b"")
        (tmp_path / "password").chmod(0o644)
        [trouble] = town.patrol().delivered.troubles
    assert (f"chmod 600 {tmp_path / 'password'}" in trouble.zh, box.letters) == (True, [])


def mail(folder: Path) -> str:
    """A mail server that wants a log-in and is not there."""
    password = folder / "password"
    password.write_text(PASSWORD, "utf-8")
    password.chmod(0o600)
    where = 'host = "127.0.0.1"\nport = 1\nfrom = "gouji@example.org"\nto = ["office@example.org"]\n'
    return f"[mail]\n{where}user = \"gouji\"\npassword = {{ file = '{password}' }}\n"


def secretive(folder: Path, robot: Robot) -> tuple[Town, dict[str, str]]:
    """A town with every kind of secret, and what stands in its environment."""
    robot.status = 403
    environment = {
        "PLANTED_CHAT": f"json://user:{CHAT}@127.0.0.1:{robot.port}/{TOKEN}?+Authorization={TOKEN}",
        "PLANTED_ROBOT": f"nonsense://{ROBOT}",
    }
    notices = "".join(
        f'[[notices]]\nname = "{name}"\nurl = {{ env = "{name}" }}\nto = "{to}"\n'
        for name, to in (("PLANTED_CHAT", "office"), ("PLANTED_ROBOT", "operator"))
    )
    return Town.found(folder / "town", mail(folder) + notices + '[operator]\nurl = { env = "PLANTED_CHAT" }\n'), environment


def packed(town: Town) -> Iterator[str]:
    """Every row of the ledger as text, for what it keeps is packed."""
    ledger = town.ledger()
    with ledger.reading() as session:
        for table in tables.Base.metadata.sorted_tables:
            for row in session.execute(select(table)):
                yield json.dumps(list(row), ensure_ascii=False, default=str)
    ledger.close()


def in_its_own_process(town: Town, environment: dict[str, str], *arguments: str) -> str:
    """All that the command said, started as an operator starts it: logging set up by nobody."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT", "GOUJI"))}
    command = [sys.executable, GOUJI, *arguments, "--config", str(town.folder / "gouji.toml")]
    done = subprocess.run(command, env=own | environment, cwd=town.folder, capture_output=True, text=True, timeout=200)
    return done.stdout + done.stderr


@pytest.fixture
def robot() -> Iterator[Robot]:
    with a_robot() as one:
        yield one
