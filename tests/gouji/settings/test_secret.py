"""Passwords and tokens stand outside the configuration, and in no text that leaves the process."""

from pathlib import Path

import pytest

from gouji.errors import ConfigError
from gouji.settings import Secret
from gouji.settings.secret import look_up_blocks_by, without_secrets
from tests.gouji.settings.configured import loaded


@pytest.mark.parametrize(
    "text",
    [
        '[mail]\nhost = "h"\nfrom = "a@b.org"\nto = ["a@b.org"]\npassword = "hunter2"',
        '[[trackers]]\ntype = "jira"\ntoken = "hunter2"',
        'ledger = "postgresql+psycopg://gouji:hunter2@db/gouji"',
        '[[trackers]]\ntype = "jira"\ntoken = "hunter2',
        '[[sources]]\nname = "w"\ntype = "website"\nurl = "https://u:hunter2@h/"',
    ],
)
def test_a_secret_written_out_is_refused_and_not_repeated(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, text)
    assert "hunter2" not in str(caught.value.words) + repr(caught.value.__cause__)


def test_a_secret_is_looked_up_only_when_used_and_never_shown(tmp_path: Path) -> None:
    secret = Secret(env="GOUJI_TEST_SECRET")
    with pytest.raises(ConfigError, match="GOUJI_TEST_SECRET"):
        secret.reveal({})
    assert secret.reveal({"GOUJI_TEST_SECRET": "hunter2"}) == "hunter2"
    file = tmp_path / "secret"
    file.write_text("hunter2\n")
    file.chmod(0o600)
    assert Secret(file=file).reveal() == "hunter2"
    assert "hunter2" not in repr(Secret(file=file))


def test_a_secret_that_others_may_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("hunter2")
    file.chmod(0o644)
    with pytest.raises(ConfigError, match="chmod 600"):
        Secret(file=file).reveal()


def test_a_ledger_with_a_password_comes_from_the_environment(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("postgresql+psycopg://gouji:hunter2@db/gouji")
    path.chmod(0o600)
    assert loaded(tmp_path, 'ledger = { file = "secret" }').ledger_url == "postgresql+psycopg://gouji:hunter2@db/gouji"


def test_what_was_looked_up_is_hidden_wherever_it_turns_up() -> None:
    address = "wecombot://Planted-Key-0001/?x=1"
    assert Secret(env="PLANTED").reveal({"PLANTED": address}) == address
    assert without_secrets(f"failed: {address}") == "failed: ******"
    assert without_secrets("https://qyapi.example/send?key=Planted-Key-0001&v=2") == "https://qyapi.example/send?key=******&v=2"


def test_a_block_is_looked_up_by_whoever_can() -> None:
    look_up_blocks_by({"mail": "planted-block-0002"}.__getitem__)
    assert Secret(block="mail").reveal() == "planted-block-0002"
    assert repr(Secret(block="mail")) == "Secret(block='mail')"
