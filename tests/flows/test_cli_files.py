"""Files named and walked: what is closed to us costs itself alone, and nothing that was handed in is written over."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.walking import walked
from samples import render, sound
from tests.flows.calling import gouji

SOUND = sound("青禾县水务局", year=2024)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "甲 报告.txt"
    path.write_bytes(render(SOUND, "text"))
    return path


@pytest.fixture
def folder_with_a_closed_part() -> Iterator[Path]:
    """A folder of which one part is closed to us; a superuser, whom nothing is closed to, becomes nobody for the test."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        Path(folder, "closed").mkdir(mode=0)
        Path(folder, "open.txt").touch()
        before = os.geteuid()
        if before == 0:
            os.seteuid(65534)
        yield Path(folder)
        os.seteuid(before)


def test_a_file_that_the_machine_does_not_give_is_unreadable_and_the_others_are_judged(report: Path) -> None:
    refused = report.with_name("乙.txt")
    refused.symlink_to("/proc/self/mem")  # a file by all signs, whose first byte nobody gets
    ended = gouji("check", report.parent, "--format", "json")
    assert ended.status == 1
    assert [(one["source"], one["verdict"]) for one in json.loads(ended.out)["reports"]] == [
        (str(refused), "unreadable"),
        (str(report), "pass"),
    ]
    assert json.loads(ended.out)["reports"][0]["reason"]["zh"].startswith("无法读取：")


def test_a_folder_that_may_not_be_looked_into_is_told_and_not_taken_for_empty(folder_with_a_closed_part: Path) -> None:
    assert [path.name for path in walked([folder_with_a_closed_part]).values()] == ["closed", "open.txt"]


def test_a_file_named_twice_is_one_file_and_no_second_witness(report: Path) -> None:
    (again := report.with_name("again.txt")).symlink_to(report)
    (one,) = json.loads(gouji("check", report, report.parent, again, "--format", "json").out)["reports"]
    assert (one["source"], one["renderings"]) == (str(report), [])


def test_a_folder_without_a_report_is_said_to_have_none(tmp_path: Path) -> None:
    ended = gouji("check", tmp_path)
    assert (ended.status, ended.out, ended.err) == (2, "没有核对任何报告\n", f"{tmp_path} 里没有报告文件，没有核对任何报告。\n")
    assert gouji("read", tmp_path, "--format", "json").status == 2


def test_a_folder_without_a_report_beside_others_is_named(report: Path, tmp_path: Path) -> None:
    (empty := tmp_path / "empty").mkdir()
    ended = gouji("check", report, empty)
    assert (ended.status, ended.err) == (0, f"{empty} 里没有报告文件。\n")
    assert gouji("check", report.parent, os.path.relpath(report.parent)).err == ""


def test_a_linked_folder_is_not_walked_and_said_to_be_left_out(report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    (link := folder / "link").symlink_to(report.parent)
    ended = gouji("check", folder)
    assert ended.status == 2
    assert f"1 个文件夹是链接，没有进去看：{link}。" in ended.err
    assert gouji("check", link).status == 0


def test_an_answer_that_would_be_taken_for_a_report_the_next_time_is_refused_the_first(report: Path) -> None:
    for name in ("answer.html", "sub.xlsx"):
        ended = gouji("check", report.parent, "--output", report.with_name(name))
        assert (ended.status, ended.out, "会被当作报告来读" in ended.err) == (2, "", True)
    assert list(report.parent.iterdir()) == [report]


@pytest.mark.parametrize("command", ["check", "read"])
def test_a_report_is_never_written_over_with_what_is_found_in_it(report: Path, command: str) -> None:
    before = report.read_bytes()
    for given in (report, report.parent):
        ended = gouji(command, given, "--output", report.parent / ".." / report.parent.name / report.name)
        assert (ended.status, ended.out, "会把它覆盖" in ended.err) == (2, "", True)
    assert report.read_bytes() == before


def test_the_rules_and_last_years_report_are_not_written_over_either(report: Path) -> None:
    for option in ("--previous", "--roster", "--rules"):
        other = report.with_name("other.txt")
        other.write_text("kept", "utf-8")
        assert gouji("check", report, option, other, "--output", other).status == 2
        assert other.read_text("utf-8") == "kept"


def test_a_report_named_as_its_own_report_of_last_year_is_a_mistake_and_no_pass(report: Path) -> None:
    for path in (report, report.parent):
        ended = gouji("check", path, "--previous", path)
        problem = f"{path} 既是要核对的，又用 --previous 指为上年报告，没有核对任何报告。请给 --previous 换成上年的文件。"
        assert (ended.status, ended.out, ended.err) == (2, "", problem + "\n")


def test_where_no_answer_can_be_written_is_told_before_anything_is_read(tmp_path: Path) -> None:
    for place, why in ((tmp_path, "这是文件夹，不是文件"), (tmp_path / "none" / "a.json", "没有这个文件或文件夹")):
        ended = gouji("check", "nowhere.txt", "--output", place)
        assert (ended.status, ended.out, ended.err) == (2, "", f"无法读写 {place}：{why}。\n")


def test_a_folder_in_which_we_may_not_write_is_told_before_anything_is_read(folder_with_a_closed_part: Path) -> None:
    place = folder_with_a_closed_part / "answer.json"
    ended = gouji("check", "nowhere.txt", "--output", place)
    assert (ended.status, ended.out, ended.err) == (2, "", f"无法读写 {place}：没有权限，请检查文件权限或换一个位置。\n")


def test_an_answer_written_twice_to_one_file_is_the_last_one(report: Path) -> None:
    answer = report.with_name("answer.csv")
    for _ in range(2):
        assert gouji("check", report.parent, "--format", "csv", "--output", answer).status == 0
    assert [path.name for path in sorted(report.parent.iterdir())] == sorted(["answer.csv", report.name])


def test_rules_that_are_not_there_are_told_in_the_persons_language(report: Path, tmp_path: Path) -> None:
    ended = gouji("check", report, "--rules", tmp_path / "nowhere.toml")
    said = f"规则文件 {tmp_path / 'nowhere.toml'} 读不出来（没有这个文件或文件夹）。请检查路径和权限。\n"
    assert (ended.status, ended.out, ended.err) == (2, "", said)


def test_a_full_disk_under_the_answer_is_told_as_one_and_not_as_a_fault_of_ours() -> None:
    ended = _shell("rules >/dev/full")
    assert ended == (2, "", "结果没有写完：磁盘已满，请先腾出空间，然后再运行一次。\n")


def test_an_answer_for_which_there_is_no_room_leaves_the_old_one_as_it_was(report: Path) -> None:
    answer = report.with_name("answer.json")
    answer.write_text("yesterday's")
    ended = _shell(f"check '{report}' --format json --output '{answer}'", before="ulimit -f 1; ")
    assert ended == (2, "", "结果没有写完：文件超出了系统允许的大小（ulimit -f），请放宽限制，然后再运行一次。\n")
    assert (answer.read_text(), sorted(answer.parent.iterdir())) == ("yesterday's", sorted([answer, report]))


def test_streams_that_the_caller_closed_cost_no_answer(report: Path) -> None:
    answer = report.with_name("answer.json")
    assert _shell(f"check '{report}' --format json --output '{answer}' <&- >&- 2>&-") == (0, "", "")
    assert [checked["verdict"] for checked in json.loads(answer.read_bytes())["reports"]] == ["pass"]


def _shell(command: str, before: str = "") -> tuple[int, str, str]:
    """How `gouji COMMAND` ends in a shell: its status, output and errors."""
    started = f"{before}exec '{sys.executable}' -m flows.cli.main {command}"
    ended = subprocess.run(["bash", "-c", started], capture_output=True, text=True, check=False, env=os.environ | {"LC_ALL": "C.UTF-8"})
    return ended.returncode, ended.stdout, ended.stderr
