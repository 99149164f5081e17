"""PDFs read to reports, each in a process of its own, against plain pdfplumber in this process, turn by turn.

The processor's time counts, that of the reading processes and of their server's start with it: what one core would need.
"""

import logging
from collections.abc import Iterator
from statistics import median

from benchmarks.corpus.browser import browser, browser_here
from benchmarks.measured import Measured, processor, ratio, seconds
from samples import render, sound

_PDFS = 60
_PRINTED = 20
_ROUNDS = 3


def reading() -> Iterator[Measured]:
    """The time that a PDF takes, for each of its makers."""
    from benchmarks.naive import tables_of
    from gouji.isolation import Job, read_reports

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font that is not embedded, some hundred times a PDF
    for maker, pdfs in _pdfs():
        jobs = [Job(str(number), f"{number}.pdf", data) for number, data in enumerate(pdfs)]
        list(read_reports(jobs[:2]))
        tables_of(pdfs[0])
        ours, naive = [], []
        for _ in range(_ROUNDS):
            ours.append(seconds(lambda: _all_read(read_reports(jobs, workers=1)), processor))  # noqa: B023 - called before the next turn
            naive.append(seconds(lambda: [tables_of(data) for data in pdfs], processor))  # noqa: B023
        yield ratio(f"reading a PDF ({maker}, isolated)", median(ours) / len(pdfs), median(naive) / len(pdfs), 5)


def _pdfs() -> Iterator[tuple[str, list[bytes]]]:
    """Reports as a browser prints them, with their fonts as offices embed them, where there is one; and our own, without any font."""
    samples = [sound(year=2021 + seed % 5, size="medium", seed=seed) for seed in range(_PDFS)]
    if browser_here():
        with browser() as running:
            yield "fonts embedded", [running.printed(render(sample, "html").decode(), {}) for sample in samples[:_PRINTED]]
    yield "fonts not embedded", [render(sample, "pdf") for sample in samples]


def _all_read(readings: Iterator[object]) -> None:
    """Walks through the readings; one that failed would make the measure worthless."""
    for found in readings:
        if getattr(found, "report", None) is None:
            raise SystemExit(f"a sample could not be read: {found}")
