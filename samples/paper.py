"""Paper to write a PDF on: text flows down, pages turn and carry their numbers."""

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"  # one of the fonts that every PDF viewer must know; it comes with the encoding UniGB-UCS2-H
_MARGIN = 62.0
_CLOSING = "，。；：、）》”"


class Paper:
    """A canvas with a writing position: text flows down and over to the next page, pages are numbered."""

    def __init__(self, canvas: Canvas) -> None:
        registerFont(UnicodeCIDFont(FONT))
        self.canvas = canvas
        self.width, self.height = A4
        self.left, self.right, self.bottom = _MARGIN, self.width - _MARGIN, _MARGIN
        self.y = self.height - _MARGIN

    def room(self, height: float) -> None:
        """Makes sure of this much room, on the next page if need be."""
        if self.y - height < self.bottom:
            self.turn()

    def turn(self) -> None:
        self.end()
        self.y = self.height - _MARGIN

    def end(self) -> None:
        self.canvas.setFont(FONT, 9)
        self.canvas.drawCentredString(self.width / 2, _MARGIN / 2, f"- {self.canvas.getPageNumber()} -")
        self.canvas.showPage()

    def write(self, text: str, size: float = 11, indent: float = 0, align: str = "left") -> None:
        """One paragraph, wrapped."""
        for number, line in enumerate(wrapped(text, size, self.right - self.left, indent)):
            self.room(size * 1.6)
            self.y -= size * 1.6
            self._line(line, size, indent if number == 0 else 0, align)
        self.y -= size * 0.3

    def _line(self, line: str, size: float, indent: float, align: str) -> None:
        self.canvas.setFont(FONT, size)
        if align == "centre":
            self.canvas.drawCentredString(self.width / 2, self.y, line)
        elif align == "right":
            self.canvas.drawRightString(self.right, self.y, line)
        else:
            self.canvas.drawString(self.left + indent, self.y, line)


def wrapped(text: str, size: float, width: float, indent: float = 0) -> list[str]:
    """The text in lines that fit; Chinese breaks anywhere, but a number or a Latin word is not torn apart."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        room = width - (0 if lines else indent)
        if line and stringWidth(line + piece, FONT, size) > room:
            lines.append(line)
            line = ""
        line += piece
    return [*lines, line] if line or not lines else lines


def _pieces(text: str) -> list[str]:
    """Characters, with runs of ASCII letters, digits and signs kept together, and closing signs with what they close."""
    pieces: list[str] = []
    for sign in text:
        if pieces and (sign in _CLOSING or (_latin(sign) and _latin(pieces[-1][-1]))):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _latin(sign: str) -> bool:
    return sign.isascii() and not sign.isspace()
