"""A sample as a PDF with a text layer and ruled tables, made without a browser, an office or a system font."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples.grids import grid
from samples.paper import Paper
from samples.pdf_table import draw_table
from samples.picture import grey_picture
from samples.sample import Part, Sample


def render_pdf(sample: Sample) -> bytes:
    """The report as PDF; the same sample gives the same bytes."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setTitle(sample.title)
    paper = Paper(canvas)
    _write(sample, paper)
    paper.end()
    canvas.save()
    return buffer.getvalue()


def _write(sample: Sample, paper: Paper) -> None:
    paper.write(sample.title, 17, align="centre")
    for text in sample.preamble:
        paper.write(text, indent=22)
    for part in sample.parts:
        _write_part(sample, part, paper)
    if sample.signature:
        paper.write(sample.signature, align="right")
    if sample.signed_on:
        day = sample.signed_on
        paper.write(f"{day.year}年{day.month}月{day.day}日", align="right")


def _write_part(sample: Sample, part: Part, paper: Paper) -> None:
    paper.room(60)
    paper.write(part.heading, 13, indent=22)
    for text in part.paragraphs:
        paper.write(text, indent=22)
    if part.table is None:
        return
    if part.table in sample.layout.pictures:
        _picture(paper)
    elif (shown := grid(sample, part.table)) is not None:
        draw_table(paper, shown, sample.layout.stacked)


def _picture(paper: Paper) -> None:
    """A grey image in the table's place."""
    paper.room(140)
    paper.canvas.drawImage(ImageReader(BytesIO(grey_picture())), paper.left, paper.y - 130, 320, 120)
    paper.y -= 140
