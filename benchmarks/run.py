"""Measures what was promised, ours beside the naive pipeline in one run, and exits 1 where a promise is not kept.

`make bench`, or `python -m benchmarks.run [judging|reading|starting]`. Files are made afresh in a temporary folder.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import which
from statistics import median
from subprocess import DEVNULL, run
from time import perf_counter, process_time

from samples import Sample, any_sound, render, sound

_REPORTS = 1000
_DIFFERENT = 100
_NAIVE_REPORTS = 20
_PDFS = 60
_PRINTED = 20
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """One promise: what was measured, as printed, and whether it is kept."""

    what: str
    ours: str
    naive: str
    result: str
    promised: str
    kept: bool


def main(names: Sequence[str]) -> int:
    """Prints the table; 1 where a promise is not kept."""
    measured = []
    for name in names or MEASURES:
        for line in MEASURES[name]():
            measured.append(line)
            print(_row(line), flush=True)  # noqa: T201 - the table is this script's output
    return 0 if all(line.kept for line in measured) else 1


def judging() -> Iterator[Measured]:
    """A thousand read reports judged in one batch, against one validation a report. Both work in this process: its CPU time counts."""
    from benchmarks.naive import validate_one_by_one
    from expectations.judging import judge
    from gouji.dossier import Dossier
    from gouji.reading import read_report

    read = [read_report(render(any_sound(seed), "html"), f"{seed}.html") for seed in range(_DIFFERENT)]
    dossiers = [Dossier(replace(read[number % _DIFFERENT], source=f"{number}.html")) for number in range(_REPORTS)]
    figures = [_numbers(sound(year=2023, size="medium", seed=seed)) for seed in range(_NAIVE_REPORTS)]
    judge(dossiers[:1])  # imports and the first context, on neither side
    validate_one_by_one(figures[:1])

    ours = _seconds(lambda: judge(dossiers), process_time) / _REPORTS
    naive = _seconds(lambda: validate_one_by_one(figures), process_time) / _NAIVE_REPORTS
    yield _ratio(f"judging a report ({_REPORTS} in one batch)", ours, naive, 100)


def reading() -> Iterator[Measured]:
    """PDFs read to reports in processes of their own, against plain pdfplumber in this one, turn by turn."""
    from benchmarks.naive import tables_of
    from gouji.isolation import Job, read_reports

    for maker, pdfs in _pdfs():
        jobs = [Job(str(number), f"{number}.pdf", data) for number, data in enumerate(pdfs)]
        list(read_reports(jobs[:2]))
        tables_of(pdfs[0])
        ours, naive = [], []
        for _ in range(_ROUNDS):
            ours.append(_seconds(lambda: _all_read(read_reports(jobs))))  # noqa: B023 - called before the next turn
            naive.append(_seconds(lambda: [tables_of(data) for data in pdfs]))  # noqa: B023
        yield _ratio(f"reading a PDF ({maker}, isolated)", median(ours) / len(pdfs), median(naive) / len(pdfs), 3)


def _pdfs() -> Iterator[tuple[str, list[bytes]]]:
    """Reports as a browser prints them, with their fonts as offices embed them, where there is one; and our own, without any font."""
    samples = [sound(year=2021 + seed % 5, size="medium", seed=seed) for seed in range(_PDFS)]
    if chromium := which("chromium"):
        yield "fonts embedded", [_printed(chromium, render(sample, "html")) for sample in samples[:_PRINTED]]
    yield "fonts not embedded", [render(sample, "pdf") for sample in samples]


def _printed(chromium: str, page: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "report.html", Path(folder) / "report.pdf"
        source.write_bytes(page)
        quiet = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")
        run([chromium, "--headless", *quiet, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", source.as_uri()],
            stdout=DEVNULL, stderr=DEVNULL, check=True, timeout=120)  # fmt: skip
        return target.read_bytes()


def starting() -> Iterator[Measured]:
    """Commands in new processes, on a warm disk."""
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
            seconds = median(_command(arguments) for _ in range(_ROUNDS))
            yield Measured(name, f"{seconds:.2f} s", "", "", f"< {limit:g} s", seconds < limit)


MEASURES: Mapping[str, Callable[[], Iterator[Measured]]] = {"judging": judging, "reading": reading, "starting": starting}


def _numbers(sample: Sample) -> dict[str, float]:
    return {name: float(text) for name, text in sample.figures.items()}


def _all_read(readings: Iterator[object]) -> None:
    """Walks through the readings; one that failed would make the measure worthless."""
    for reading in readings:
        if getattr(reading, "report", None) is None:
            raise SystemExit(f"a sample could not be read: {reading}")


def _command(arguments: Sequence[str]) -> float:
    return _seconds(lambda: _gouji(*arguments))


def _gouji(*arguments: str) -> None:
    """Runs the command of this environment; a finding (exit status 1) is no failure, anything above is."""
    command = [str(Path(sys.executable).with_name("gouji")), *arguments]
    if (status := run(command, stdout=DEVNULL, check=False).returncode) > 1:
        raise SystemExit(f"{' '.join(command)}: exit status {status}")


def _seconds(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    began = clock()
    work()
    return clock() - began


def _ratio(what: str, ours: float, naive: float, promised: float) -> Measured:
    ratio = naive / ours
    return Measured(what, f"{ours * 1000:.2f} ms", f"{naive * 1000:.1f} ms", f"{ratio:.1f}x", f">= {promised:g}x", ratio >= promised)


def _row(line: Measured) -> str:
    kept = "kept" if line.kept else "NOT KEPT"
    return f"{line.what:<42}{line.ours:>12}{line.naive:>12}{line.result:>10}{line.promised:>10}  {kept}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
