"""Whole reports scanned: what is wrong is never sure, and hardly anything is wrong."""

from collections import Counter
from decimal import Decimal

import pytest

from gouji.reading import read_report
from gouji.report import Figure, State
from samples import Sample, any_sound, render

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from tests.layouts.scans import CLEAN, DIRTY, FILTHY, Spoiling, scanned

ODD = {"applications__granted__business": "", "applications__granted__research": "/", "applications__rejected_mass__total": "-"}


def is_right(printed: str, figure: Figure) -> bool:
    if not printed:
        return figure.state is State.BLANK
    if figure.state is State.NUMBER:
        return printed not in ("/", "-") and figure.value == Decimal(printed)
    return figure.raw == printed


def read(sample: Sample, dpi: int, spoiling: Spoiling, seed: int) -> tuple[Counter[str], list[str]]:
    """How many figures were read right and wrong, and which of the wrong ones surely."""
    report = read_report(scanned(render(sample, "pdf"), dpi, spoiling, seed), "scan.pdf")
    assert report.year.value == str(sample.year)
    assert report.agency.value == sample.agency
    right = {name: is_right(printed, report.figures[name]) for name, printed in sample.figures.items()}
    sure = [name for name, holds in right.items() if not holds and report.figures[name].sure]
    return Counter("right" if holds else "wrong" for holds in right.values()), sure


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(
    ("dpi", "spoiling", "least"), [(200, CLEAN, 0.995), (300, CLEAN, 0.995), (150, CLEAN, 0.99), (200, DIRTY, 0.99), (150, FILTHY, 0.95)]
)
def test_no_figure_of_a_scanned_report_is_wrong_and_sure(dpi: int, spoiling: Spoiling, least: float) -> None:
    counts: Counter[str] = Counter()
    for seed in range(3):
        found, sure = read(any_sound(seed).with_figures(**ODD), dpi, spoiling, seed)
        assert sure == []
        counts += found
    assert counts["right"] >= least * counts.total()
