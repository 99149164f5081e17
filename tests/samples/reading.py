"""Samples read again in the format in which they were shown, and what of them was read otherwise than printed."""

from gouji.form import form
from gouji.reading import read_report
from gouji.report import Figure, Report, State
from samples import Sample, render
from samples.writing import RENDERERS


def read(sample: Sample, shown_as: str, file: str = "report") -> Report:
    return read_report(render(sample, shown_as), f"{file}.{RENDERERS[shown_as][1]}")


def misread(sample: Sample, report: Report) -> list[tuple[str, str | None, str | None, str]]:
    """The figures that were read otherwise than printed: id, printed, read, state."""
    names = [*form(sample.form).figure_ids(), *(name for name in sample.figures if "other_outcomes" in name)]
    shown = [name for name in names if name.split(".")[0] not in sample.layout.pictures]
    pairs = [(name, sample.figures.get(name), report.figures.get(name)) for name in shown]
    return [
        (name, printed, figure and figure.raw, str(figure and figure.state))
        for name, printed, figure in pairs
        if not _same(printed, figure)
    ]


def _same(printed: str | None, figure: Figure | None) -> bool:
    if printed is None:
        return figure is None or (figure.raw, figure.state) == (None, State.ABSENT)
    if figure is None or figure.raw is None or "".join(figure.raw.split()) != printed:  # a narrow cell breaks its text
        return False
    return figure.state == (State.BLANK if not printed else State.NUMBER if printed.isdecimal() else figure.state)
