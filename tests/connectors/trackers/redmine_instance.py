"""A Redmine of its own, out of the Debian packages redmine, redmine-sqlite and puma: a copy of the program, a database, a port.

Nothing of what Debian installed is written to, and its own instance is not used.
"""

import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

PROGRAM = Path("/usr/share/redmine")
OURS, PERSONS, ADMINS = "0a" * 20, "0b" * 20, "0c" * 20  # API keys: Redmine's are of letters and digits, others it does not look up
MANAGER, DEVELOPER, REPORTER = 3, 4, 5  # roles of the default data
_SEED = f"""
Setting.rest_api_enabled = '1'
admin = User.find_by!(login: 'admin')
admin.update!(must_change_passwd: false)
people = {{'gouji' => ['勾稽', '{OURS}'], 'wangfang' => ['王芳', '{PERSONS}']}}.map do |login, (name, key)|
  user = User.new(firstname: name, lastname: '科', mail: "#{{login}}@office.example", language: 'zh')
  user.login = login
  user.save!
  [user, key]
end
[*people, [admin, '{ADMINS}']].each {{ |user, key| Token.create!(user: user, action: 'api').update_column(:value, key) }}
"""


def missing() -> str | None:
    """What stands against running one here, as a sentence."""
    programs = all(shutil.which(name) for name in ("ruby", "bundle", "puma"))
    if PROGRAM.is_dir() and programs and subprocess.run(["ruby", "-e", "require 'sqlite3'"], capture_output=True).returncode == 0:
        return None
    return "there is no Redmine here: apt-get install redmine redmine-sqlite puma"


@contextmanager
def running(place: Path) -> Iterator[str]:
    """The address of a fresh instance in this folder; it ends with the block."""
    folder = _laid_out(place / "redmine")
    _filled(folder)
    port = _free_port()
    command = ["bundle", "exec", "puma", "-e", "production", "-t", "2:2", "-b", f"tcp://127.0.0.1:{port}", "config.ru"]
    with (place / "puma.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, env=_environment(), stdout=log, stderr=log)
    try:
        _await(f"http://127.0.0.1:{port}", server, place / "puma.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


def _laid_out(folder: Path) -> Path:
    """The program with an instance `default` beside it, where Debian's Redmine looks for one."""
    shutil.copytree(PROGRAM, folder, symlinks=True, ignore=shutil.ignore_patterns("instances", "Gemfile.lock", "database.yml"))
    instance = folder / "instances" / "default"
    for name in ("config", "log", "files", "tmp", "public/plugin_assets"):
        (instance / name).mkdir(parents=True)
    database = f"production:\n  adapter: sqlite3\n  database: {instance / 'redmine.db'}\n  timeout: 20000\n"
    (instance / "config" / "database.yml").write_text(database, "utf-8")
    (instance / "config" / "secret_key.txt").write_text(secrets.token_hex(64), "utf-8")
    gems = folder / "Gemfile"
    gems.write_text(gems.read_text("utf-8").replace(str(PROGRAM), str(folder)), "utf-8")
    (folder / "Gemfile.local").write_text("gem 'puma'\n", "utf-8")
    return folder


def _filled(folder: Path) -> None:
    """Tables, the default data in Chinese, two people and an administrator with their keys."""
    for work in (["rake", "db:migrate"], ["rake", "redmine:load_default_data"], ["rails", "runner", _SEED]):
        done = subprocess.run(["bundle", "exec", *work], cwd=folder, env=_environment(), capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


def _environment() -> dict[str, str]:
    return {**os.environ, "RAILS_ENV": "production", "REDMINE_LANG": "zh", "LANG": "C.UTF-8", "TZ": "Asia/Shanghai"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        try:
            requests.get(f"{url}/issue_statuses.json", timeout=30)
        except requests.ConnectionError:
            if server.poll() is not None:
                break
            time.sleep(0.2)
        else:
            return
    raise AssertionError(log.read_text("utf-8", "replace"))
