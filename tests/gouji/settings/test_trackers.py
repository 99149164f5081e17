"""Trackers as the configuration names them."""

from pathlib import Path

import pytest

from tests.gouji.settings.configured import loaded, refusal

TRACKER = '[[trackers]]\ntype = "github"\nrepository = "office/reports"\ntoken = { env = "GOUJI_TOKEN" }\n'


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('[[trackers]]\ntype = "xlsx"', 2, "trackers.path"),
        ('[[trackers]]\ntype = "github"\nrepository = "a/b"', 2, "trackers.token"),
        ('[[trackers]]\ntype = "jira"\ntoken = { env = "T" }\nurl = "https://j.example"', 2, "trackers.project"),
        (f"{TRACKER}{TRACKER}name = 'github'\n", 6, "github"),
        ('[[trackers]]\ntype = "xlsx"\npath = "a.xlsx"\n[trackers.columns]\n"单位" = "{agancy}"', 2, "agancy"),
        ('[[trackers]]\ntype = "webhook"\nurl = "https://user:pass@robot.example/"', 3, "trackers.url"),
    ],
)
def test_a_tracker_without_what_it_needs_is_told_with_its_line(tmp_path: Path, text: str, line: int, key: str) -> None:
    said = refusal(tmp_path, text)
    assert f"第 {line} 行" in said
    assert key in said


def test_trackers_of_one_type_have_names_of_their_own(tmp_path: Path) -> None:
    settings = loaded(tmp_path, f"{TRACKER}{TRACKER}{TRACKER}name = '市局'\n")
    assert settings.tracker_names == ("github", "github-2", "市局")
