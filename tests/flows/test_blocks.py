"""Secrets that Prefect keeps."""

import subprocess
import sys
from pathlib import Path

import pytest

from flows.blocks import look_up_blocks_of
from flows.server import api_server, client_environment
from gouji.errors import ConfigError
from gouji.settings import Secret
from tests.flows.town import Town

SAVE = "from prefect.blocks.system import Secret; Secret(value='planted-in-a-block').save('mail')"
LOOK = """
import sys; from pathlib import Path
from flows.blocks import look_up_blocks_of
from gouji.errors import ConfigError
from gouji.settings import load
settings = load(Path(sys.argv[1]))
look_up_blocks_of(settings)
print(settings.mail.password.reveal())
try:
    settings.notices[0].url.reveal()
except ConfigError as exc:
    print(exc.words.zh)
"""
CONFIG = """[mail]
host = "127.0.0.1"
from = "gouji@example.org"
to = ["office@example.org"]
password = { block = "mail" }
[[notices]]
to = "office"
url = { block = "nowhere" }
"""


@pytest.mark.long
def test_a_block_is_looked_up_at_prefects_server(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", CONFIG)
    with api_server(tmp_path / "prefect") as server:
        server.wait_until_ready()
        environment = client_environment(tmp_path / "prefect", server.url) | {"PATH": "/usr/bin:/bin"}

        def python(script: str, *arguments: str) -> str:
            done = subprocess.run(
                [sys.executable, "-c", script, *arguments], env=environment, cwd=Path(__file__).parents[2], capture_output=True, text=True
            )
            assert done.returncode == 0, done.stderr
            return done.stdout

        python(SAVE)
        password, unknown = python(LOOK, str(town.folder / "gouji.toml")).splitlines()
    assert password == "planted-in-a-block"
    assert unknown == 'Prefect 里没有名为 nowhere 的 Secret 块。请在 Prefect 的页面上新建它，或改用 { env = "变量名" }。'


def test_without_a_server_a_block_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    look_up_blocks_of(Town.found(tmp_path / "town").settings)
    with pytest.raises(ConfigError, match="gouji serve"):
        Secret(block="mail").reveal()
