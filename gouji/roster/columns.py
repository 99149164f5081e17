"""How offices head the columns of a roster, and what they write in them."""

import re
from functools import cache
from typing import Any

from gouji.data import data_file


@cache
def labels() -> dict[str, list[str]]:
    """For each column the labels it goes by, the first being ours."""
    found: dict[str, list[str]] = _data()["columns"]
    return found


@cache
def column_of() -> dict[str, str]:
    """The column that a label, in small letters, stands for."""
    return {label.lower(): column for column, known in {**labels(), **_data()["extra"]}.items() for label in known}


@cache
def kind_words() -> dict[str, str]:
    """The kind that a word of the column 机构类型 means."""
    return {word: kind for kind, known in _data()["kinds"].items() for word in known}


@cache
def yes_words() -> frozenset[str]:
    return frozenset(_data()["powers"]["yes"])


@cache
def no_words() -> frozenset[str]:
    return frozenset(_data()["powers"]["no"])


@cache
def ended() -> re.Pattern[str]:
    """What says that a body is no more, or not under this name."""
    return re.compile(_data()["ended"])


@cache
def no_body() -> re.Pattern[str]:
    """The whole of a cell that names no body."""
    return re.compile(_data()["no_body"])


@cache
def second_name() -> re.Pattern[str]:
    """The whole of what stands in brackets behind a name where it is another name of the body."""
    return re.compile(_data()["second_name"])


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = data_file(__package__, "columns.yaml")
    return data
