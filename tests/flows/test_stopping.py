"""Whoever stops gouji, at whatever moment, gets one sentence at most, the status that shells know, and nothing is left behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from samples import render
from tests.flows.town import SOUND

SENTENCE = "已中断，没有做完；再运行一次即可。\n"
# The process signals itself when this module is about to be imported, so that each run is stopped at the same moment.
STOPPED = """
import importlib.abc, os, runpy, sys
name, number = sys.argv[1], int(sys.argv[2])
class Stop(importlib.abc.MetaPathFinder):
    def find_spec(self, wanted, path=None, target=None):
        if wanted == name:
            os.kill(os.getpid(), number)
sys.meta_path.insert(0, Stop())
sys.argv[1:] = sys.argv[3:]
runpy.run_module("flows.cli.main", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize(
    ("moment", "said"), [("flows.cli.answering", ""), ("click", ""), ("flows.cli.check", SENTENCE), ("expectations.judging", SENTENCE)]
)
def test_one_sentence_and_the_status_of_the_signal(tmp_path: Path, moment: str, said: str, number: int) -> None:
    report, rest = tmp_path / "report.txt", tmp_path / "rest"
    report.write_bytes(render(SOUND, "text"))
    rest.mkdir()
    ended = subprocess.run(
        [sys.executable, "-c", STOPPED, moment, str(int(number)), "check", str(report), "--output", str(tmp_path / "answer")],
        capture_output=True, text=True, check=False, env=os.environ | {"LC_ALL": "C.UTF-8", "TMPDIR": str(rest)},
    )  # fmt: skip
    assert (ended.returncode, ended.stdout, ended.stderr) == (128 + number, "", said)
    assert (sorted(tmp_path.iterdir()), list(rest.iterdir())) == ([report, rest], [])


def test_what_the_caller_has_ignored_stays_ignored() -> None:
    code = "import signal; from flows.cli.stopping import stop_when_told; stop_when_told(); print(signal.getsignal(signal.SIGHUP))"
    ended = subprocess.run(["sh", "-c", f"trap '' HUP; exec '{sys.executable}' -c '{code}'"], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == str(signal.SIG_IGN)
