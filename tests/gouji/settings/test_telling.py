"""Whom the configuration lets be told."""

import re
from pathlib import Path

import pytest

from gouji.errors import ConfigError
from gouji.settings import load
from tests.gouji.settings.configured import loaded, refusal


def test_urgent_messages_need_a_server_and_go_to_those_of_the_mail_where_nobody_else_is_named(tmp_path: Path) -> None:
    path, mail = tmp_path / "gouji.toml", '[mail]\nhost = "127.0.0.1"\nfrom = "gouji@example.org"\nto = ["office@example.org"]\n'
    path.write_text('[privacy]\nto = ["privacy@example.org"]\n', "utf-8")
    with pytest.raises(ConfigError, match=r"line 2: privacy.to"):
        load(path)
    path.write_text(f'{mail}[privacy]\nto = ["privacy@example.org"]\n', "utf-8")
    assert load(path).urgent_to == ("privacy@example.org",)
    path.write_text(mail, "utf-8")
    assert load(path).urgent_to == ("office@example.org",)


def test_two_notices_that_cannot_be_told_apart_are_refused(tmp_path: Path) -> None:
    same = '[[notices]]\nto = "office"\nurl = { env = "A" }\n'
    assert "分不开" in refusal(tmp_path, same + same)
    named = same.replace("to =", 'name = "甲"\nto =')
    assert [notice.key for notice in loaded(tmp_path, same + named).notices] == ["A-office-patrol", "甲"]


def test_the_guide_on_notices_shows_a_configuration_that_loads(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[3] / "docs" / "notices.md").read_text("utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "bodies.csv").write_text("机构名称\n", "utf-8")
    [shown] = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    settings = loaded(tmp_path, shown + '[roster]\npath = "bodies.csv"\n')
    assert settings.mail is not None
    assert settings.mail.when == ("patrol", "before-deadline")
