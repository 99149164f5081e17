"""Configurations written into a folder and read."""

from pathlib import Path

import pytest

from gouji.errors import ConfigError
from gouji.settings import Settings, load

INBOX = '[[sources]]\nname = "inbox"\ntype = "folder"\npath = "inbox"\n'


def loaded(folder: Path, text: str) -> Settings:
    path = folder / "gouji.toml"
    path.write_text(text, "utf-8")
    return load(path)


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        loaded(folder, text)
    return caught.value.words.zh
