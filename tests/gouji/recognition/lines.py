"""Reports as lines of text, and what of them is read."""

import re

from gouji.reading import read_report
from gouji.report import Report
from samples import sound
from samples.sample import Sample
from tests.layouts.flattened import as_text
from tests.layouts.laidout import laid_out

SAMPLE = sound(year=2024, size="medium", seed=3)
OLD = sound(year=2020, size="medium", seed=4)


def read(text: str) -> Report:
    return read_report(text.encode(), "report.txt")


def written(sample: Sample) -> str:
    return as_text(sample, laid_out).decode()


def line_of(text: str, label: str) -> str:
    return next(line for line in text.split("\n") if label in line and line.split()[-1].isdecimal())


def unsure(report: Report) -> set[str]:
    return {name for name, figure in report.figures.items() if not figure.sure}


def row(name: str) -> set[str]:
    return {figure for figure in SAMPLE.figures if figure.startswith(f"applications.{name}.")}


def parted(line: str) -> tuple[str, list[str], list[int]]:
    """The label of a line, its figures, and where each stands."""
    label = line.split()[0]
    behind = line.index(label) + len(label)
    found = [match.start() for match in re.finditer(r"\d+", line[behind:])]
    return line[:behind], line[behind:].split(), [behind + place for place in found]
