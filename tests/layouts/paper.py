"""A sheet of paper to draw odd PDFs on: text and ruled tables, y counted from the top."""

import io
from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 70.0, 525.0


class Paper:
    """A PDF in the making, a page at a time."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._bytes = io.BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=(WIDTH, HEIGHT), pageCompression=0)
        self.canvas.setFont(FONT, 12)

    def write(self, x: float, y: float, text: str, size: float = 12) -> "Paper":
        """The text with its baseline at y."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, HEIGHT - y, text)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> "Paper":
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)
        return self

    def row(self, y: float, height: float, xs: Sequence[float], texts: Sequence[str], *, floor: bool = True) -> "Paper":
        """One row of cells with all their rules, the lower one left out where there is no floor."""
        self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, y, x, y + height)
        if floor:
            self.rule(xs[0], y + height, xs[-1], y + height)
        for x, text in zip(xs, texts, strict=False):
            for number, line in enumerate(text.split("\n")):
                self.write(x + 3, y + 14 + 12 * number, line, 10)
        return self

    def next_page(self) -> "Paper":
        self.canvas.showPage()
        self.canvas.setFont(FONT, 12)
        return self

    def pdf(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self._bytes.getvalue()


EDGES = [70.0, 230.0, 270.0, 310.0, 350.0, 390.0, 430.0, 470.0, 525.0]
"""A label and seven figures, and one more edge."""

ROW_EDGES = EDGES[:8] + [525.0]


def seven(y: float, label: str, figures: str, paper: Paper, *, floor: bool = True) -> Paper:
    """A row of a label and seven figures, those written apart by blanks; _ is an empty cell."""
    texts = ["" if figure == "_" else figure for figure in figures.split()]
    return paper.row(y, 22, ROW_EDGES, [label, *texts], floor=floor)
