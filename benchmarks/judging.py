"""Read reports whose claims are extracted, judged in one batch: how time and memory grow, and against one validation a report.

`python -m benchmarks.judging 100 100000` measures as many as named. All works in this process: its CPU time counts.
"""

import resource
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from time import process_time

from benchmarks.measured import Measured, ratio, seconds
from gouji.narrative import Narrative
from gouji.report import Report
from samples import Sample, any_sound, render, sound

_SIZES = (100, 1_000, 10_000)
_DIFFERENT = 100
_NAIVE_REPORTS = 20
# Promised of ten thousand reports, and of ten times as many as a thousand.
_MOST_SECONDS, _MOST_MEGABYTES, _MOST_TIMES = 20, 2048, 11


def judging() -> Iterator[Measured | str]:
    """The time that a report takes one by one, then that of all in a batch of each size."""
    naive = _one_by_one()
    taken = {}
    for count, spent, memory in batches(_SIZES):
        taken[count] = spent
        yield told(count, spent, memory)
    most = _SIZES[-1]
    yield ratio(f"judging a report ({_SIZES[1]} in one batch)", taken[_SIZES[1]] / _SIZES[1], naive, 100)
    yield _at_most(f"seconds for {most} reports", taken[most], _MOST_SECONDS)
    yield _at_most(f"megabytes for {most} reports", _megabytes(), _MOST_MEGABYTES)
    yield _at_most("times as long for ten times as many", taken[most] / taken[_SIZES[1]], _MOST_TIMES)


def batches(sizes: Sequence[int]) -> Iterator[tuple[int, float, float]]:
    """How many reports were judged at once, the seconds that it took, and the most memory that the process had until then."""
    from expectations.judging import judge
    from gouji.dossier import Dossier
    from gouji.narrative import narrative
    from gouji.reading import read_report

    read = [read_report(render(any_sound(seed), "html"), f"{seed}.html") for seed in range(_DIFFERENT)]
    said = [narrative(report) for report in read]
    judge([Dossier(read[0])])  # imports and the first context
    for count in sizes:
        dossiers = [Dossier(replace(read[number % _DIFFERENT], source=f"{number}.html")) for number in range(count)]
        extracted = {id(dossier.report): said[number % _DIFFERENT] for number, dossier in enumerate(dossiers)}
        spent = seconds(partial(judge, dossiers, narrative_of=partial(_said_of, extracted)), process_time)
        yield count, spent, _megabytes()


def _said_of(extracted: Mapping[int, Narrative], report: Report) -> Narrative:
    return extracted[id(report)]


def told(count: int, spent: float, memory: float) -> str:
    """What one batch took, as a line."""
    return f"judging {count} reports in one batch: {spent:.2f} s, {1000 * spent / count:.2f} ms each, at most {memory:.0f} MB"


def _one_by_one() -> float:
    """Measured before ours is imported, which makes Great Expectations quicker for the whole process."""
    from benchmarks.naive import validate_one_by_one

    figures = [_numbers(sound(year=2023, size="medium", seed=seed)) for seed in range(_NAIVE_REPORTS)]
    validate_one_by_one(figures[:1])
    return seconds(lambda: validate_one_by_one(figures), process_time) / _NAIVE_REPORTS


def _at_most(what: str, found: float, most: float) -> Measured:
    return Measured(what, f"{found:.1f}", "", "", f"<= {most}", found <= most)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _numbers(sample: Sample) -> dict[str, float]:
    return {name: float(text) for name, text in sample.figures.items()}


if __name__ == "__main__":
    for line in batches([int(size) for size in sys.argv[1:]] or _SIZES):
        print(told(*line), flush=True)  # noqa: T201 - this script's output
