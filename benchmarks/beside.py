"""Our table reading beside pdfplumber's, camelot's and PyMuPDF's, on the same PDFs, their cells mapped by one common mapper.

Ours counts twice: its tables through the same mapper, and whole reports as users get them, isolation and all. The processor's time counts.
"""

import logging
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.corpus import Made
from benchmarks.mapping import mapped
from benchmarks.measured import Measured, processor, ratio
from gouji.document import read
from gouji.document.model import Grid
from gouji.isolation import Job, read_reports
from gouji.report import Report

Row = Sequence[str]
Table = Sequence[Row]
Extract = Callable[[bytes], list[Table]]
_PROMISED = 5
_TIMES = 4  # the reading processes have a server, which starts once for a batch


def beside(pdfs: Sequence[Made]) -> Iterator[Measured | str]:
    """For each way: figures right, wrong and missing, and documents a second."""
    if not pdfs:
        return
    yield f"{len(pdfs)} PDFs, tables taken out and mapped by row label"
    rates = {}
    for name, extract in _WAYS.items():
        tables, seconds = _timed(extract, pdfs)
        rates[name] = len(pdfs) / seconds
        yield _line(name, [mapped(found) for found in tables], pdfs, rates[name])
    ours, seconds = _isolated(pdfs)
    yield _line("gouji, whole, isolated", ours, pdfs, len(pdfs) / seconds)
    yield ratio("reading a PDF of the corpus (isolated)", seconds / len(pdfs), 1 / rates["pdfplumber"], _PROMISED)


def _timed(extract: Extract, pdfs: Sequence[Made]) -> tuple[list[list[Table]], float]:
    extract(pdfs[0].data)  # imports, on no side
    began = processor()
    tables = [extract(made.data) for made in pdfs]
    return tables, processor() - began


def _isolated(pdfs: Sequence[Made]) -> tuple[list[dict[str, str]], float]:
    jobs = [Job(str(number), made.name, made.data) for number, made in enumerate(pdfs)] * _TIMES
    began = processor()
    found = {reading.key: reading.report for reading in read_reports(jobs, workers=1)}
    return [_printed(found[str(number)]) for number in range(len(pdfs))], (processor() - began) / _TIMES


def _printed(report: Report | None) -> dict[str, str]:
    return {name: figure.raw for name, figure in report.figures.items() if figure.raw is not None} if report else {}


def _line(name: str, found: Sequence[Mapping[str, str]], pdfs: Sequence[Made], rate: float) -> str:
    right = wrong = missing = 0
    for figures, made in zip(found, pdfs, strict=True):
        for figure, printed in made.content.truth.items():
            read = figures.get(figure)
            if printed is None:
                continue
            missing += read is None
            right += read is not None and "".join(read.split()) == printed
            wrong += read is not None and "".join(read.split()) != printed
    whole = right + wrong + missing
    return f"{name:<26}{right:>7} / {whole} right ({right / whole:.2%}){wrong:>7} wrong{missing:>7} missing{rate:>8.1f} documents/s"


def _ours(data: bytes) -> list[Table]:
    return [_rows(grid) for grid in read(data, "report.pdf").grids()]


def _rows(grid: Grid) -> Table:
    return [[cell.text for cell in grid.row(number)] for number in grid.row_numbers()]


def _pdfplumber(data: bytes) -> list[Table]:
    from benchmarks.naive import tables_of

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font that Chromium embeds
    return list(tables_of(data))


def _camelot(data: bytes) -> list[Table]:
    import camelot

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(data)
        return [table.df.values.tolist() for table in camelot.read_pdf(str(path), pages="all", flavor="lattice")]


def _pymupdf(data: bytes) -> list[Table]:
    import pymupdf

    with pymupdf.open(stream=data, filetype="pdf") as document:
        return [[[cell or "" for cell in row] for row in t.extract()] for page in document for t in page.find_tables().tables]


_WAYS: Mapping[str, Extract] = {
    "gouji, tables only": _ours,
    "pdfplumber": _pdfplumber,
    "camelot (lattice)": _camelot,
    "PyMuPDF (find_tables)": _pymupdf,
}
