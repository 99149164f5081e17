"""Commands in new processes, on a warm disk."""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, run

from benchmarks.measured import Measured, seconds
from samples import render, sound

_ROUNDS = 3


def starting() -> Iterator[Measured]:
    """The time until a command is done."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.pdf"
        report.write_bytes(render(sound(year=2024, size="medium", seed=1), "pdf"))
        home = Path(folder) / "home"
        _gouji("init", str(home))
        config = str(home / "gouji.toml")
        _gouji("run", "--plain", "--config", config)  # tickets are listed from a ledger
        commands: Mapping[str, tuple[tuple[str, ...], float]] = {
            "gouji --help": (("--help",), 1),
            "gouji rules": (("rules",), 1),
            "gouji tickets list": (("tickets", "list", "--config", config), 1),
            "gouji check report.pdf": (("check", str(report)), 8),
        }
        for name, (arguments, limit) in commands.items():
            took = median(_command(arguments) for _ in range(_ROUNDS))
            yield Measured(name, f"{took:.2f} s", "", "", f"< {limit:g} s", took < limit)


def _command(arguments: Sequence[str]) -> float:
    return seconds(lambda: _gouji(*arguments))


def _gouji(*arguments: str) -> None:
    """Runs the command of this environment; a finding (exit status 1) is no failure, anything above is."""
    command = [str(Path(sys.executable).with_name("gouji")), *arguments]
    if (status := run(command, stdout=DEVNULL, check=False).returncode) > 1:
        raise SystemExit(f"{' '.join(command)}: exit status {status}")
