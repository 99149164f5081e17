"""A thousand read reports judged in one batch, against one validation a report. Both work in this process: its CPU time counts."""

from collections.abc import Iterator
from dataclasses import replace
from time import process_time

from benchmarks.measured import Measured, ratio, seconds
from samples import Sample, any_sound, render, sound

_REPORTS = 1000
_DIFFERENT = 100
_NAIVE_REPORTS = 20


def judging() -> Iterator[Measured]:
    """The time that a report takes, in a batch and one by one."""
    from benchmarks.naive import validate_one_by_one
    from expectations.judging import judge
    from gouji.dossier import Dossier
    from gouji.reading import read_report

    read = [read_report(render(any_sound(seed), "html"), f"{seed}.html") for seed in range(_DIFFERENT)]
    dossiers = [Dossier(replace(read[number % _DIFFERENT], source=f"{number}.html")) for number in range(_REPORTS)]
    figures = [_numbers(sound(year=2023, size="medium", seed=seed)) for seed in range(_NAIVE_REPORTS)]
    judge(dossiers[:1])  # imports and the first context, on neither side
    validate_one_by_one(figures[:1])

    ours = seconds(lambda: judge(dossiers), process_time) / _REPORTS
    naive = seconds(lambda: validate_one_by_one(figures), process_time) / _NAIVE_REPORTS
    yield ratio(f"judging a report ({_REPORTS} in one batch)", ours, naive, 100)


def _numbers(sample: Sample) -> dict[str, float]:
    return {name: float(text) for name, text in sample.figures.items()}
