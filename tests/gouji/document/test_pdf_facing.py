"""Two pages on one sheet are read as two pages, each figure where it is seen; a page that is one stays one."""

import io

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from gouji.document.pdf.facing import leaves_of
from gouji.document.pdf.file import read_pages
from gouji.reading import read_report
from samples import any_sound, render
from tests.samples.test_round_trip import misread, unsure

SHEET = (1190.0, 842.0)


def two_up(pdf: bytes, turn: int = 0) -> bytes:
    """The PDF with two of its pages on each sheet, which a viewer turns."""
    source = pypdfium2.PdfDocument(pdf)
    sheets = pypdfium2.PdfDocument(pdfium.FPDF_ImportNPagesToOne(source.raw, *SHEET, 2, 1))
    for sheet in sheets:
        sheet.set_rotation(turn)
    buffer = io.BytesIO()
    sheets.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("turn", [0, 90])
@pytest.mark.parametrize("seed", [1, 2, 5])
def test_a_report_with_two_pages_on_a_sheet_is_read_as_it_was_written(seed: int, turn: int) -> None:
    sample = any_sound(seed)
    report = read_report(two_up(render(sample, "pdf"), turn), "report.pdf")
    assert misread(sample, report) == []
    assert unsure(report) == []


def test_a_figure_is_placed_on_the_sheet_where_it_is_seen() -> None:
    sample = any_sound(1)
    data = two_up(render(sample, "pdf"))
    report = read_report(data, "report.pdf")
    sheets = pypdfium2.PdfDocument(data)
    numbers = [figure for figure in report.figures.values() if figure.raw and figure.place and figure.place.bbox]
    for figure in numbers:
        x0, top, x1, bottom = figure.place.bbox
        text = sheets[figure.place.page - 1].get_textpage().get_text_bounded(x0, SHEET[1] - bottom, x1, SHEET[1] - top)
        assert text.strip() == figure.raw
    assert {bool(figure.place.bbox[0] > SHEET[0] / 2) for figure in numbers} == {True, False}


def lying(rows: int, *, ruled: bool) -> bytes:
    """One lying page of labels on the left and figures on the right, nothing in its middle but rules."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(842, 595))
    for number in range(rows):
        y = 500 - 20 * number
        canvas.drawString(60, y, "What was received and answered in the year, row by row")
        for column in range(7):
            canvas.drawString(450 + 50 * column, y, str(number + column))
        if ruled:
            canvas.line(50, y - 5, 800, y - 5)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_on_a_lying_page_is_not_cut_in_two(ruled: bool) -> None:
    pages = read_pages(lying(12, ruled=ruled))
    assert leaves_of(pages) == {1: (pages[0],)}
